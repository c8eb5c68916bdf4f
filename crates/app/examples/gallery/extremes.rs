//! The same agency with nothing in it yet, and with more words than a screen has room for.

use handrail_domain::on_call::{Gap, Second, Shift};
use handrail_engine::api::{
    BillingReply, ClaimsView, ConcernStage, ConcernsView, ConsentsView, DeskView, ExitView,
    GrowthView, OnCallView, Query, Reply, ReportLines, ScorecardReply, SupervisionView,
    WorkforceReply,
};

use crate::sample;
use crate::stage::NOW;

const NAME: &str = "Guadalupe Maximiliana Fernández-Villanueva de la Torre";
const PLACE: &str = "Department of Behavioral Health and Recovery Support Services of the Counties along the River (sample)";
const WORDS: &str = "They told me at the door that the landlord has given them until the end of the month, that the sister in Sauk Falls may take them in but only without the dog, and that they have not slept properly since. We agreed that I call again tomorrow in the morning, before the appointment at the clinic, and that nobody leaves a message on the machine.\nThey would rather hear it from somebody whom they already know.";

/// An agency in which nobody has written anything yet.
pub fn empty(query: &Query) -> Option<Reply> {
    let mut reply = sample::answer(query)?;
    match &mut reply {
        Reply::Concerns(view) => no_concerns(view),
        Reply::Consents(view) => {
            view.consents.clear();
            view.around.clear();
            view.told.clear();
            view.set_aside = 0;
        }
        Reply::OnCall(view) => {
            view.rotas.clear();
            view.gaps.clear();
            view.sought.clear();
            view.swaps.clear();
        }
        Reply::Desk(view) => {
            view.is_open = false;
            view.named.clear();
            view.entries.clear();
        }
        Reply::CoachSpace(view) => view.threads.clear(),
        Reply::Supervisions(view) => view.coaches.clear(),
        Reply::Supervision(view) => {
            view.agenda.clear();
            view.items.clear();
            view.sessions.clear();
            view.shelf.clear();
            view.coach.standing.periods.clear();
        }
        Reply::Person(view) => {
            for line in view.exit.iter_mut().flat_map(|exit| &mut exit.lines) {
                line.done = None;
                line.record = None;
                line.to.clear();
            }
        }
        Reply::Workforce(view) => nothing_of_the_people(view),
        Reply::Scorecard(ScorecardReply::Billing(billing)) => no_bill(billing),
        _ => {}
    }
    Some(reply)
}

fn no_concerns(view: &mut ConcernsView) {
    view.concerns.clear();
    view.reports.clear();
    view.chain.clear();
    view.lines = ReportLines::default();
}

fn nothing_of_the_people(view: &mut WorkforceReply) {
    match view {
        WorkforceReply::Growth(view) => {
            view.availability = None;
            view.stages.clear();
            view.pairs.clear();
            view.lead_roles.clear();
            view.goals = Some(Vec::new());
            view.wellbeing.clear();
            for one in &mut view.competencies {
                one.on = None;
            }
        }
        WorkforceReply::Claims(view) => {
            view.trips.clear();
            view.claims.clear();
            view.stipends.clear();
            view.aside.clear();
        }
        WorkforceReply::Payroll(view) => {
            view.waiting.clear();
            view.own_rates.clear();
            view.rows = 0;
        }
        _ => {}
    }
}

fn no_bill(billing: &mut BillingReply) {
    match billing {
        BillingReply::Bill(view) => {
            view.lines.clear();
            view.by_funder.clear();
            (view.minutes, view.units, view.stale) = (0, 0, false);
        }
        BillingReply::Reports(view) => {
            view.rows.clear();
            view.without_start.clear();
            view.follow_ups = (0, 0);
        }
    }
}

/// Names that do not end, and words by the paragraph.
pub fn long(query: &Query) -> Option<Reply> {
    let mut reply = sample::answer(query)?;
    match &mut reply {
        Reply::Concerns(view) => long_concerns(view),
        Reply::Consents(view) => long_consents(view),
        Reply::OnCall(view) => long_rota(view),
        Reply::Desk(view) => long_desk(view),
        Reply::CoachSpace(view) => {
            for thread in &mut view.threads {
                for one in std::iter::once(&mut thread.first).chain(&mut thread.answers) {
                    NAME.clone_into(&mut one.by);
                    if one.gone.is_none() {
                        one.words = format!("{WORDS}\n{}", "Donaudampfschifffahrt".repeat(5));
                    }
                }
            }
        }
        Reply::Supervisions(view) => {
            for one in &mut view.coaches {
                NAME.clone_into(&mut one.name);
            }
        }
        Reply::Supervision(view) => long_supervision(view),
        Reply::Person(view) => {
            NAME.clone_into(&mut view.name);
            long_exit(view.exit.as_mut());
        }
        Reply::Workforce(view) => match view.as_mut() {
            WorkforceReply::Growth(view) => long_growth(view),
            WorkforceReply::Claims(view) => long_claims(view),
            WorkforceReply::Payroll(view) => {
                for (_, name, ..) in &mut view.waiting {
                    NAME.clone_into(name);
                }
                for rate in &mut view.own_rates {
                    PLACE.clone_into(&mut rate.source);
                }
            }
            _ => {}
        },
        Reply::Scorecard(ScorecardReply::Billing(billing)) => long_bill(billing),
        _ => {}
    }
    Some(reply)
}

/// As `long`, for whoever decides about concerns.
pub fn long_for_supervisor(query: &Query) -> Option<Reply> {
    if !matches!(query, Query::Concerns { .. }) {
        return long(query);
    }
    let mut view = sample::concerns::for_supervisor();
    long_concerns(&mut view);
    Some(Reply::Concerns(Box::new(view)))
}

/// What a supervisor reads of concerns.
pub fn for_supervisor(query: &Query) -> Option<Reply> {
    match query {
        Query::Concerns { .. } => {
            let view = sample::concerns::for_supervisor();
            Some(Reply::Concerns(Box::new(view)))
        }
        other => sample::answer(other),
    }
}

fn long_concerns(view: &mut ConcernsView) {
    for one in &mut view.concerns {
        NAME.clone_into(&mut one.name);
        NAME.clone_into(&mut one.by);
        one.asked = vec![NAME.to_owned(), "Theo Lindqvist".to_owned()];
        for said in &mut one.words {
            WORDS.clone_into(&mut said.words);
        }
        for made in &mut one.decisions {
            WORDS.clone_into(&mut made.words);
            NAME.clone_into(&mut made.by);
        }
        if one.stage == ConcernStage::Raised {
            one.words.extend(one.words.clone());
        }
    }
    for report in &mut view.reports {
        NAME.clone_into(&mut report.name);
        report.line = format!("{PLACE} (608) 555-0100");
    }
    for (_, name) in &mut view.chain {
        NAME.clone_into(name);
    }
    for line in &mut view.lines.lines {
        PLACE.clone_into(&mut line.name);
    }
}

fn long_consents(view: &mut ConsentsView) {
    NAME.clone_into(&mut view.name);
    NAME.clone_into(&mut view.full_name);
    for one in &mut view.consents {
        let form = &mut one.consent.form;
        NAME.clone_into(&mut form.patient);
        PLACE.clone_into(&mut form.disclosers);
        WORDS.clone_into(&mut form.information_words);
        let more = form.recipients.clone();
        form.recipients.extend(more);
        for to in &mut form.recipients {
            PLACE.clone_into(&mut to.name);
        }
    }
    for one in &mut view.around {
        PLACE.clone_into(&mut one.name);
    }
    for one in &mut view.told {
        PLACE.clone_into(&mut one.disclosure.recipient);
        WORDS.clone_into(&mut one.disclosure.words);
    }
}

fn long_rota(view: &mut OnCallView) {
    for rota in &mut view.rotas {
        rota.head.rota.name = format!("Supervisors of the {PLACE}");
        let named = rota.now.people.iter_mut().chain(&mut rota.now.fallback);
        let shifts = rota.shifts.iter_mut();
        let on = shifts.flat_map(|one| one.people.iter_mut().chain(&mut one.away));
        for person in named.chain(on) {
            NAME.clone_into(&mut person.name);
        }
        let again: Vec<Shift> = rota.shifts.clone();
        rota.shifts.extend(again);
    }
    for one in &mut view.sought {
        NAME.clone_into(&mut one.who);
    }
    for one in &mut view.swaps {
        NAME.clone_into(&mut one.swap.first.person.name);
        match &mut one.swap.second {
            Second::Swaps(seat) => NAME.clone_into(&mut seat.person.name),
            Second::Takes(person) => NAME.clone_into(&mut person.name),
        }
    }
    let again: Vec<Gap> = view.gaps.clone();
    view.gaps.extend(again);
}

fn long_desk(view: &mut DeskView) {
    for (_, name, _) in &mut view.named {
        NAME.clone_into(name);
    }
    for one in &mut view.entries {
        NAME.clone_into(&mut one.name);
        NAME.clone_into(&mut one.by);
        WORDS.clone_into(&mut one.words);
        one.told = Some((NAME.to_owned(), NOW));
    }
}

fn long_supervision(view: &mut SupervisionView) {
    NAME.clone_into(&mut view.coach.name);
    for one in &mut view.agenda {
        NAME.clone_into(&mut one.name);
    }
    for one in &mut view.items {
        WORDS.clone_into(&mut one.words);
    }
    for one in &mut view.sessions {
        WORDS.clone_into(&mut one.held.words);
        one.cases = (vec![NAME.to_owned(); 4], 7);
    }
    for one in &mut view.shelf {
        WORDS.clone_into(&mut one.words);
    }
}

fn long_exit(exit: Option<&mut ExitView>) {
    for line in exit.into_iter().flat_map(|exit| &mut exit.lines) {
        if !line.to.is_empty() {
            line.to = format!("{NAME}, {PLACE}");
        }
    }
}

fn long_growth(view: &mut GrowthView) {
    NAME.clone_into(&mut view.name);
    if let Some(can) = &mut view.availability {
        WORDS.clone_into(&mut can.words);
    }
    for pair in &mut view.pairs {
        NAME.clone_into(&mut pair.mentor);
        NAME.clone_into(&mut pair.coach);
    }
    for one in &mut view.lead_roles {
        PLACE.clone_into(&mut one.role.words);
    }
    for one in view.goals.iter_mut().flatten() {
        WORDS.clone_into(&mut one.goal.words);
        NAME.clone_into(&mut one.goal.help);
    }
    for one in &mut view.wellbeing {
        WORDS.clone_into(&mut one.words);
    }
}

fn long_claims(view: &mut ClaimsView) {
    NAME.clone_into(&mut view.name);
    for one in &mut view.claims {
        let again = one.claim.trips.clone();
        one.claim.trips.extend(again);
    }
    for one in &mut view.stipends {
        PLACE.clone_into(&mut one.stipend.what);
        WORDS.clone_into(&mut one.decided.reason);
    }
}

fn long_bill(billing: &mut BillingReply) {
    match billing {
        BillingReply::Bill(view) => {
            for line in &mut view.lines {
                NAME.clone_into(&mut line.name);
                PLACE.clone_into(&mut line.program);
            }
            for (funder, ..) in &mut view.by_funder {
                PLACE.clone_into(funder);
            }
        }
        BillingReply::Reports(view) => {
            for (program, _) in &mut view.programs {
                PLACE.clone_into(program);
            }
            for row in &mut view.rows {
                NAME.clone_into(&mut row.name);
                NAME.clone_into(&mut row.coach);
                PLACE.clone_into(&mut row.program);
            }
        }
    }
}
