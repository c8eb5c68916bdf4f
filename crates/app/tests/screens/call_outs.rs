//! Call-outs of the made-up agency.

use handrail_domain::program::sample_packs;
use handrail_engine::api::{
    CallOutAnswer, CallOutConflict, CallOutPerson, CallOutStep, CallOutStepView, CallOutVersion,
    CallOutView, CallOutsView, LegalBasis, LocalDate, ReferBy, ReferralDueView, ReferralFacts,
    ReferralView, Referrer,
};

use crate::stage::NOW;

const MINUTE: i64 = 60_000;

fn steps(last: CallOutStep, called: i64) -> Vec<CallOutStepView> {
    let minutes = [0, 1, 4, 31, 40, 75];
    CallOutStep::ALL
        .iter()
        .zip(minutes)
        .filter(|(step, _)| **step <= last)
        .map(|(step, minutes)| CallOutStepView {
            step: *step,
            at: called + minutes * MINUTE,
            written_later: (*step == CallOutStep::OnMyWay).then_some(called + 35 * MINUTE),
        })
        .collect()
}

fn call_out(id: &str, last: CallOutStep, answer: Option<CallOutAnswer>) -> CallOutView {
    let hours = if answer.is_some() { 30 } else { 1 };
    let at_bedside = last >= CallOutStep::Arrived;
    CallOutView {
        id: id.to_owned(),
        coach: "Marisol Reyes".to_owned(),
        own: true,
        site: "SSM Health St. Mary's Hospital (sample)".to_owned(),
        program: "ED2Recovery".to_owned(),
        caller: Some(Referrer::Hospital),
        steps: steps(last, NOW - hours * 60 * MINUTE),
        answer,
        person: None,
        response_minutes: at_bedside.then_some(31),
        bedside_minutes: (last == CallOutStep::Left).then_some(44),
        finished: last == CallOutStep::Left,
        taken_back: false,
        conflicts: Vec::new(),
    }
}

/// One under way; one with each outcome.
pub fn all() -> CallOutsView {
    let conflict = CallOutConflict {
        field: "arrived".to_owned(),
        versions: [31, 33]
            .map(|minutes| CallOutVersion {
                value: minutes.to_string(),
                time: Some(NOW - (60 - minutes) * MINUTE),
                at: NOW,
            })
            .into(),
    };
    let under_way = CallOutView {
        conflicts: vec![conflict],
        ..call_out("c1", CallOutStep::Offered, None)
    };
    let accepted = CallOutView {
        person: Some(CallOutPerson {
            participant: "01".repeat(16),
            name: "Dee Okafor".to_owned(),
            contact: "e1".to_owned(),
        }),
        ..call_out("c2", CallOutStep::Left, Some(CallOutAnswer::Accepted))
    };
    let declined = call_out("c3", CallOutStep::Left, Some(CallOutAnswer::Declined));
    let other = CallOutView {
        own: false,
        coach: "Devon Blake".to_owned(),
        ..call_out("c4", CallOutStep::Left, Some(CallOutAnswer::Asleep))
    };
    let new = CallOutView {
        site: String::new(),
        program: String::new(),
        caller: None,
        ..call_out("c5", CallOutStep::Called, None)
    };
    let unnamed = call_out("c6", CallOutStep::Offered, Some(CallOutAnswer::Accepted));
    CallOutsView {
        may_begin: true,
        open: vec![new, under_way, unnamed],
        earlier: vec![accepted, declined, other],
        sites: vec![
            (
                "SSM Health St. Mary's Hospital (sample)".to_owned(),
                "ED2Recovery".to_owned(),
            ),
            ("County Jail (sample)".to_owned(), "Re-entry".to_owned()),
        ],
    }
}

/// From somebody who does not refer to the program; late after an overdose.
pub fn referral(participant: &str) -> ReferralView {
    let packs = sample_packs().unwrap_or_default();
    let pack = |id| packs.iter().find(|pack| pack.id == id);
    let today = LocalDate::parse("2026-11-21").unwrap_or(LocalDate::LAST);
    let rule = pack("family").and_then(|pack| pack.referral_on(today));
    let eligibility = pack("ed-overdose").and_then(|pack| pack.eligibility_on(today));
    let routes = eligibility.map_or(&[][..], |version| &version.routes);
    ReferralView {
        participant: participant.to_owned(),
        name: "Guadalupe Maximiliana Fernández-Villanueva de la Torre".to_owned(),
        program: "People Supporting People".to_owned(),
        may_change: true,
        facts: ReferralFacts {
            source: Some(Referrer::Oneself),
            on: None,
            legal_basis: Some(LegalBasis::Diversion),
            funder: "Comprehensive Community Services".to_owned(),
            routes: routes
                .iter()
                .take(1)
                .map(|route| route.id.clone())
                .collect(),
            ..ReferralFacts::default()
        },
        may_refer: rule.map(|rule| rule.who.clone()),
        others: rule.and_then(|rule| rule.others.clone()),
        routes: routes
            .iter()
            .map(|route| (route.id.clone(), route.words.clone()))
            .collect(),
        funders: vec!["Comprehensive Community Services".to_owned()],
        refer_by: Some(ReferBy::Late(today.plus_days(-2))),
        today,
    }
}

/// One late.
pub fn due() -> Vec<ReferralDueView> {
    let view = referral(&"04".repeat(16));
    let stands = view.refer_by.into_iter();
    stands
        .map(|stands| ReferralDueView {
            participant: view.participant.clone(),
            name: view.name.clone(),
            coach: "Devon Blake".to_owned(),
            own: false,
            stands,
        })
        .collect()
}
