use dioxus::prelude::*;
use handrail_engine::api::consent::{ConsentForm, OtherSigner, Signature, Signer, Strokes};

use super::super::pad::SignaturePad;
use crate::{
    components::{ChipRadio, Chips, FieldKind, Section, SelectField, TextField},
    words::{consents as said, use_words},
};

/// How somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Drawn,
    Typed,
    OnPaper,
}

impl How {
    const CHOICES: [(Self, &'static str, &'static str); 3] = [
        (Self::Drawn, "consent-sign-drawn", "sign-drawn"),
        (Self::Typed, "consent-sign-typed", "sign-typed"),
        (Self::OnPaper, "consent-sign-paper", "sign-paper"),
    ];

    fn of(signature: Option<&Signature>) -> Self {
        match signature {
            None | Some(Signature::Drawn(_)) => Self::Drawn,
            Some(Signature::Typed(_)) => Self::Typed,
            Some(Signature::OnPaper(_)) => Self::OnPaper,
        }
    }
}

/// Who signs, how, and on which day.
#[component]
pub fn Signing(
    form: ConsentForm,
    signed_on: String,
    on_signer: EventHandler<Signer>,
    on_signature: EventHandler<Option<Signature>>,
    on_day: EventHandler<String>,
) -> Element {
    let words = use_words();
    let first = use_hook(|| form.signature.clone());
    let mut how = use_signal(|| How::of(first.as_ref()));
    // What is typed is put in again after something else of the form changed.
    let mut round = use_signal(|| 0_u32);
    let is_gone = form.signature.is_none();
    let mut was_there = use_signal(|| first.is_some());
    use_effect(use_reactive!(|is_gone| {
        if is_gone && *was_there.peek() {
            round += 1;
        }
        was_there.set(!is_gone);
    }));
    let strokes = match &form.signature {
        Some(Signature::Drawn(strokes)) => strokes.clone(),
        _ => Strokes::default(),
    };
    let text = match &form.signature {
        Some(Signature::Typed(text) | Signature::OnPaper(text)) => text.clone(),
        _ => String::new(),
    };
    let (name, why) = match &form.signer {
        Signer::Participant => (None, None),
        Signer::Other { name, why } => (Some(name.clone()), *why),
    };
    let is_other = name.is_some();
    let name = name.unwrap_or_default();
    let initial = use_hook(|| name.clone());
    let reasons = std::iter::once((String::new(), words.say("cover-choose"))).chain(
        OtherSigner::ALL
            .iter()
            .map(|one| (one.code().to_owned(), words.say(said::signer(*one)))),
    );
    let chosen = how();
    rsx! {
        Section { title: words.say("consent-signature"), testid: "consent-signature",
            Chips { label: words.say("consent-signer"),
                ChipRadio { group: "consent-signer", label: words.say("consent-signer-own"), chosen: !is_other, testid: "signer-own", on_choose: move |()| on_signer.call(Signer::Participant) }
                ChipRadio { group: "consent-signer", label: words.say("consent-signer-other"), chosen: is_other, testid: "signer-other", on_choose: move |()| on_signer.call(Signer::Other { name: String::new(), why: None }) }
            }
            if is_other {
                TextField { id: "signer-name", label: words.say("consent-signer-name"), initial, testid: "signer-name", on_input: move |name| on_signer.call(Signer::Other { name, why }) }
                SelectField { id: "signer-why", label: words.say("consent-signer-why"), choices: reasons.collect::<Vec<_>>(), chosen: why.map(OtherSigner::code).unwrap_or_default(), testid: "signer-why", on_choose: move |code: String| on_signer.call(Signer::Other { name: name.clone(), why: OtherSigner::from_code(&code) }) }
            }
            Chips { label: words.say("consent-sign-how"),
                for (one , label , testid) in How::CHOICES {
                    ChipRadio { key: "{testid}", group: "consent-sign-how", label: words.say(label), chosen: chosen == one, testid, on_choose: move |()| { how.set(one); on_signature.call(None); } }
                }
            }
            match chosen {
                How::Drawn => rsx! {
                    SignaturePad { strokes, on_change: move |strokes: Strokes| on_signature.call(Some(Signature::Drawn(strokes))) }
                },
                How::Typed => rsx! {
                    TextField { key: "typed-{round}", id: "sign-name", label: words.say("consent-sign-name"), hint: words.say("consent-sign-name-hint"), initial: text, testid: "sign-name", on_input: move |text| on_signature.call(Some(Signature::Typed(text))) }
                },
                How::OnPaper => rsx! {
                    TextField { key: "paper-{round}", id: "sign-place", label: words.say("consent-sign-place"), initial: text, testid: "sign-place", on_input: move |text| on_signature.call(Some(Signature::OnPaper(text))) }
                },
            }
            TextField { id: "signed-on", label: words.say("consent-signed-on"), kind: FieldKind::Date, initial: signed_on, testid: "signed-on", on_input: move |day| on_day.call(day) }
        }
    }
}
