use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Requirement, RequirementView, TrainingField, TrainingKind, WorkforceCommand,
};

use super::{super::order, Asking, program_name};
use crate::{
    components::{Check, FormDialog, plain},
    forms::{Open, PageOrder},
    words::{use_words, workforce},
};

/// What can be required: the two fields, and what is checked by its own paper.
fn choices() -> Vec<(&'static str, &'static str)> {
    let fields = TrainingField::ALL.iter();
    let fields = fields.map(|field| (field.code(), workforce::training_field(*field)));
    let kinds = [
        TrainingKind::RecoveryCoachAcademy,
        TrainingKind::CertifiedPeerSpecialist,
        TrainingKind::RecoveryCoachProfessional,
        TrainingKind::Naloxone,
        TrainingKind::Cpr,
        TrainingKind::Ethics,
    ];
    let kinds = kinds.map(|kind| (kind.code(), workforce::training_kind(kind)));
    fields.chain(kinds).collect()
}

/// What must be on file before somebody of a program is given to a coach.
#[component]
pub fn RequireForm(
    known: Rc<RequirementView>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut needs = use_signal(|| known.needs.clone());
    let program = known.program.clone();
    let submit = move |()| {
        on_order.call(order(WorkforceCommand::Require(Requirement {
            program: program.clone(),
            needs: needs.peek().clone(),
        })));
    };
    rsx! {
        FormDialog { title: words.say_with("require-of", [("program", program_name(&words, &known).into())]), testid: "require", problem: (open.problem)(), on_submit: submit, on_close: move |()| open.ask(None),
            p { {words.say("require-form-words")} }
            for (code , key) in choices() {
                Check {
                    key: "{code}",
                    label: words.say(key),
                    checked: needs.read().iter().any(|need| need == code),
                    testid: "need-{plain(code)}",
                    on_toggle: move |on: bool| {
                        let mut all = needs.write();
                        all.retain(|need| need != code);
                        if on {
                            all.push(code.to_owned());
                        }
                    },
                }
            }
        }
    }
}
