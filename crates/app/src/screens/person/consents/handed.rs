use std::collections::BTreeSet;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, Export, LocalDate, Telling, TellingGround,
    consent::{ConsentForm, Information, Purpose, Side, Way},
};

use super::scope::covering;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, IconName, Notice, NoticeTone, SelectField, TextField,
    },
    engine_link::use_link,
    session::use_moment,
    words::{consents as said, errors, use_words},
};

/// Who takes a printed page: the participant, or somebody to whom it is handed, which is a disclosure
/// and needs their consent. Prints only then; the notice of 42 CFR 2.32 stands on what is handed over, with
/// what the consent covers: `covered`, once it is known.
#[component]
pub fn Handed(
    participant: String,
    information: Information,
    export: Export,
    to: String,
    on_print: EventHandler<()>,
    handed: Signal<bool>,
    covered: Signal<Option<ConsentForm>>,
    testid: &'static str,
) -> Element {
    let words = use_words();
    let link = use_link();
    let moment = use_moment();
    let (mut handed, mut covered) = (handed, covered);
    let initial = to.clone();
    let mut recipient = use_signal(|| to.clone());
    let mut side = use_signal(|| Side::Provider);
    let mut purpose = use_signal(|| Purpose::Treatment);
    let mut problem = use_signal(|| None::<String>);
    let say = words.clone();
    let go = move |()| {
        problem.set(None);
        let noting = link.clone();
        let Some(on) = LocalDate::from_naive(moment.today()) else {
            return;
        };
        let telling = Telling {
            ground: TellingGround::Consent,
            recipient: recipient.peek().clone(),
            side: side(),
            purpose: purpose(),
            information: BTreeSet::from([information]),
            words: String::new(),
            way: Way::Paper,
            on,
            at: None,
        };
        let participant = participant.clone();
        let words = say.clone();
        let is_handed = handed();
        spawn(async move {
            if is_handed {
                let telling = Box::new(telling);
                let command = ConsentCommand::Disclose {
                    participant: participant.clone(),
                    telling,
                };
                covered.set(None);
                let order = noting.order(Command::Coaching(CoachingCommand::Consent(command)));
                match order.await {
                    Ok(told) => covered.set(covering(&noting, &participant, &told).await),
                    Err(error) => {
                        problem.set(Some(errors::error_text(&words, &error)));
                        return;
                    }
                }
            }
            // Who has it on the screen is not kept from paper.
            let _not_noted = noting.order(Command::NoteExport(export)).await;
            on_print.call(());
        });
    };
    let sides = Side::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(said::side(*one))));
    let purposes = Purpose::ALL
        .iter()
        .map(|one| (one.code().to_owned(), words.say(said::purpose(*one))));
    rsx! {
        Chips { label: words.say("handed-who"),
            ChipRadio { group: "handed", label: words.say("handed-own"), chosen: !handed(), testid: "handed-own", on_choose: move |()| handed.set(false) }
            ChipRadio { group: "handed", label: words.say("handed-other"), chosen: handed(), testid: "handed-other", on_choose: move |()| handed.set(true) }
        }
        if handed() {
            p { class: "small soft", {words.say("handed-words")} }
            TextField { id: "handed-to", label: words.say("tell-whom"), initial, testid: "handed-to", on_input: move |text| recipient.set(text) }
            SelectField { id: "handed-side", label: words.say("tell-side"), choices: sides.collect::<Vec<_>>(), chosen: side().code(), testid: "handed-side", on_choose: move |code: String| { side.set(Side::from_code(&code).unwrap_or(Side::Other)); } }
            SelectField { id: "handed-purpose", label: words.say("tell-purpose"), choices: purposes.collect::<Vec<_>>(), chosen: purpose().code(), testid: "handed-purpose", on_choose: move |code: String| { purpose.set(Purpose::from_code(&code).unwrap_or(Purpose::Other)); } }
        }
        if let Some(problem) = problem() {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "handed-refused", p { "{problem}" } }
        }
        Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Main, wide: true, testid, on_press: go }
    }
}
