//! How somebody grows into the work.

mod forms;
mod guided;
mod plan;
mod wellbeing;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Availability, CertificationAt, CertificationStage, CompetencyView, GrowthCommand,
    GrowthGoalView, GrowthView, LeadRoleView, PairView, TrainingKind, WorkforceCommand,
    WorkforceQuery, WorkforceReply,
};

use forms::{AvailabilityForm, GoalForm, LeadForm, PairForm, StageForm, TalkForm};

use super::{PersonPage, TakeBack, leave, order, use_workforce};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Check, Empty, IconName, Mark, MarkTone, Section, plain,
    },
    forms::{Open, PageOrder, use_dialogs},
    screens::team::local,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// When somebody can be asked.
    Availability,
    /// Where somebody is on the way to a certificate.
    Stage(Option<CertificationAt>),
    /// A mentor.
    Pair(Option<Rc<PairView>>),
    /// A talk of a pair.
    Talk(String),
    /// A lead role.
    Lead(Option<Rc<LeadRoleView>>),
    /// A goal.
    Goal(Option<Rc<GrowthGoalView>>),
    /// Why something does not belong there.
    TakeBack(String),
}

fn grow(command: GrowthCommand) -> PageOrder {
    order(WorkforceCommand::Growth(command))
}

/// How somebody grows; `me` for oneself.
#[component]
pub fn Growth(person: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (asked, whom) = (person.clone(), person.clone());
    let answer = use_workforce(move || WorkforceQuery::Growth {
        person: asked.clone(),
    });
    let (open, on_order) = use_dialogs::<Asking>();
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::Growth(view)) => rsx! {
                    Content { person: person.clone(), view: (*view).clone(), moment, open, on_order }
                    {asked_for(*view, open, on_order)}
                },
                other => rsx! {
                    Absent { title: words.say("growth-title"), page: "growth", why: other.why(), back: move |()| leave(&whom) }
                },
            }
        }
    }
}

fn asked_for(view: GrowthView, open: Open<Asking>, on_order: Callback<PageOrder>) -> Element {
    match (open.asking)() {
        None => rsx! {},
        Some(Asking::Availability) => rsx! {
            AvailabilityForm { view, open, on_order }
        },
        Some(Asking::Stage(known)) => rsx! {
            StageForm { view, known, open, on_order }
        },
        Some(Asking::Pair(known)) => rsx! {
            PairForm { view, known, open, on_order }
        },
        Some(Asking::Talk(pair)) => rsx! {
            TalkForm { view, pair, open, on_order }
        },
        Some(Asking::Lead(known)) => rsx! {
            LeadForm { view, known, open, on_order }
        },
        Some(Asking::Goal(known)) => rsx! {
            GoalForm { view, known, open, on_order }
        },
        Some(Asking::TakeBack(entry)) => rsx! {
            TakeBack {
                about: "training-take-back-words",
                on_close: move |()| open.ask(None),
                on_reason: move |reason| on_order.call(grow(GrowthCommand::TakeBack { member: view.member.clone().unwrap_or_default(), entry: entry.clone(), reason })),
            }
        },
    }
}

/// The page as rendered from the engine's view.
#[component]
fn Content(
    person: String,
    view: GrowthView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    rsx! {
        PersonPage { person, name: view.name.clone(), own_title: "growth-own", title: "growth-of", here: "growth-title", testid: "growth", member: view.member.is_some(),
            if view.own {
                wellbeing::HowIAm { days: view.wellbeing.clone(), today: view.today, moment, on_order }
            }
            if view.member.is_some() {
                {availability(&words, view.availability.as_ref(), view.may_write.then_some(open))}
            }
            {stages(&words, &moment, &view, open)}
            if let Some(goals) = &view.goals {
                {plan::goals(&words, &moment, &view, goals, open, on_order)}
            }
            {guided::pairs(&words, &moment, &view, open)}
            {guided::lead_roles(&words, &moment, &view, open)}
            {competencies(&words, &moment, &view, on_order)}
            if let Some(ready) = &view.ready {
                {plan::ready(&words, &view, ready, on_order)}
            }
        }
    }
}

fn availability(words: &Words, said: Option<&Availability>, open: Option<Open<Asking>>) -> Element {
    let line = match said {
        None => words.say("availability-unsaid"),
        Some(said) if !said.available => words.say("availability-no"),
        Some(said) if said.hours > 0 => words.say_with(
            "availability-hours",
            [("hours", u32::from(said.hours).into())],
        ),
        Some(_) => words.say("availability-yes"),
    };
    let more = said.map(|said| said.words.clone()).unwrap_or_default();
    rsx! {
        Section { title: words.say("availability-title"), testid: "availability",
            p { class: "strong", "{line}" }
            if !more.is_empty() {
                p { class: "keep-lines", "{more}" }
            }
            if let Some(open) = open {
                Button { label: words.say("availability-change"), look: ButtonLook::Plain, testid: "availability-change", on_press: move |()| open.ask(Some(Asking::Availability)) }
            }
        }
    }
}

fn stages(words: &Words, moment: &Moment, view: &GrowthView, open: Open<Asking>) -> Element {
    let may_write = view.may_write;
    rsx! {
        Section { title: words.say("stages-title"), testid: "stages",
            if view.stages.is_empty() {
                p { class: "soft", {words.say("stages-empty")} }
            }
            ul { class: "rows",
                for stage in view.stages.clone() {
                    li { key: "{stage.kind}", class: "row plan-entry", "data-testid": "stage",
                        div { class: "row-body",
                            span { class: "row-title", {workforce::training_code(words, &stage.kind)} }
                            span { class: "wrap", Mark { words: stage_words(words, &stage.stage), tone: if stage.stage == CertificationStage::Certified.code() { MarkTone::Good } else { MarkTone::Primary } } }
                            span { class: "row-line", {words.say_with("credential-since", [("day", dates::day(words, moment, &stage.since.to_string()).into())])} }
                            if may_write {
                                span { class: "entry-tools",
                                    Button {
                                        label: words.say("milestone-change"),
                                        spoken: words.say_with("milestone-change-of", [("what", workforce::training_code(words, &stage.kind).into())]),
                                        look: ButtonLook::Quiet,
                                        testid: "stage-change",
                                        on_press: move |()| open.ask(Some(Asking::Stage(Some(stage.clone())))),
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if may_write {
                Button { label: words.say("stage-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "stage-add", on_press: move |()| open.ask(Some(Asking::Stage(None))) }
            }
        }
    }
}

/// A stage on the way to a certificate.
fn stage_key(stage: CertificationStage) -> &'static str {
    match stage {
        CertificationStage::Interested => "stage-interested",
        CertificationStage::InTraining => "stage-in-training",
        CertificationStage::Experience => "stage-experience",
        CertificationStage::Applied => "stage-applied",
        CertificationStage::Exam => "stage-exam",
        CertificationStage::Certified => "stage-certified",
        CertificationStage::Paused => "stage-paused",
    }
}

pub fn stage_words(words: &Words, code: &str) -> String {
    CertificationStage::from_code(code)
        .map_or_else(|| code.to_owned(), |stage| words.say(stage_key(stage)))
}

/// Credentials on the way to which somebody can be.
const ON_THE_WAY: [TrainingKind; 3] = [
    TrainingKind::CertifiedPeerSpecialist,
    TrainingKind::RecoveryCoachProfessional,
    TrainingKind::RecoveryCoachAcademy,
];

fn competencies(
    words: &Words,
    moment: &Moment,
    view: &GrowthView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let seen = view
        .competencies
        .iter()
        .filter(|one| one.on.is_some())
        .count();
    let (seen, all) = (count(seen), count(view.competencies.len()));
    let person = view.person;
    rsx! {
        Section { title: words.say("competencies-title"), testid: "competencies",
            p { class: "soft", {words.say("competencies-words")} }
            p { class: "strong", {words.say_with("competencies-count", [("seen", seen.into()), ("all", all.into())])} }
            if view.competencies.is_empty() {
                Empty { icon: IconName::Log, title: words.say("competencies-title") }
            }
            ul { class: "rows",
                for one in view.competencies.clone() {
                    li { key: "{one.id}", class: "row", "data-testid": "competency",
                        div { class: "row-body",
                            if view.may_guide {
                                Check {
                                    label: local(words, &one.words),
                                    checked: one.on.is_some(),
                                    testid: "competency-{plain(&one.id)}",
                                    on_toggle: {
                                        let competency = one.id.clone();
                                        move |seen| on_order.call(grow(GrowthCommand::Competency { person, competency: competency.clone(), seen }))
                                    },
                                }
                            } else {
                                p { {local(words, &one.words)} }
                            }
                            p { class: "row-line", {seen_by(words, moment, &one)} }
                        }
                    }
                }
            }
        }
    }
}

fn seen_by(words: &Words, moment: &Moment, one: &CompetencyView) -> String {
    one.on.map_or_else(
        || words.say("competency-not-seen"),
        |on| {
            let day = dates::day(words, moment, &on.to_string());
            words.say_with(
                "competency-seen",
                [("name", one.by.clone().into()), ("day", day.into())],
            )
        },
    )
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
