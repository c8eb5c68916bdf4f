use dioxus::prelude::*;
use handrail_engine::api::{
    Command, EngineError, MOST_PARCEL_BYTES, ParcelCommand, ParcelProblem, ParcelTakenView, Reply,
};

use super::look::Look;
use crate::{
    components::{
        Button, ButtonLook, FileField, IconName, Notice, NoticeTone, Section, Skeleton,
        use_file_dialog,
    },
    engine_link::use_link,
    words::{errors, use_words},
};

/// Takes a parcel by the camera or from a file, and tells what it brought; says when it wants the `whole`
/// screen.
#[component]
pub fn Take(mut whole: Signal<bool>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut taken = use_signal(|| None::<ParcelTakenView>);
    // Counts the tries: each has a camera of its own.
    let mut look = use_signal(|| None::<u32>);
    let mut reading = use_signal(|| false);
    let mut problem = use_signal(|| None::<String>);
    use_effect(move || whole.set(look.read().is_some() || taken.read().is_some()));
    let (opening, said) = (link.clone(), words.clone());
    let open = use_callback(move |(_, bytes): (String, Vec<u8>)| {
        problem.set(None);
        reading.set(true);
        let order = opening.order(Command::Parcel(ParcelCommand::Take { bytes }));
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            reading.set(false);
            match result {
                Ok(Reply::ParcelTaken(view)) => taken.set(Some(view)),
                Ok(_) => {}
                Err(error) => problem.set(Some(errors::error_text(&words, &error))),
            }
        });
    });
    let unreadable = words.say("hand-on-unreadable");
    let too_large = EngineError::Parcel(ParcelProblem::TooLarge);
    let too_large = errors::error_text(&words, &too_large);
    let on_unreadable = use_callback(move |()| problem.set(Some(unreadable.clone())));
    let on_pick = use_file_dialog(words.say("hand-on-open"), "handrail", open, on_unreadable);
    if let Some(view) = taken() {
        return rsx! {
            TakenContent { view, on_another: move |()| taken.set(None) }
        };
    }
    rsx! {
        if let Some(tries) = look() {
            Look {
                key: "{tries}",
                on_taken: move |view| {
                    look.set(None);
                    taken.set(Some(view));
                },
                again: move |()| look.set(Some(tries.wrapping_add(1))),
                stop: move |()| look.set(None),
            }
        }
        if let Some(problem) = problem() {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
        }
        if reading() {
            Skeleton { words: words.say("hand-on-reading") }
        }
        div { class: "card card-stack",
            if link.device.camera.is_none() {
                p { "data-testid": "hand-on-no-camera", {words.say("hand-on-no-camera")} }
            } else if look().is_none() {
                Button {
                    label: words.say("hand-on-camera"),
                    icon: IconName::Video,
                    look: ButtonLook::Main,
                    large: true,
                    wide: true,
                    testid: "hand-on-camera",
                    on_press: move |()| {
                        problem.set(None);
                        look.set(Some(0));
                    },
                }
                p { class: "field-hint", {words.say("hand-on-camera-hint")} }
            }
            FileField {
                id: "parcel",
                label: words.say("hand-on-open"),
                hint: words.say("hand-on-open-hint"),
                // Some phones offer no file at all of an ending that they do not know.
                accept: ".handrail,application/octet-stream",
                most_bytes: MOST_PARCEL_BYTES as u64,
                on_file: open,
                on_unreadable,
                on_too_large: move |()| problem.set(Some(too_large.clone())),
                on_pick,
            }
        }
    }
}

/// What a parcel brought.
#[component]
pub fn TakenContent(view: ParcelTakenView, on_another: EventHandler<()>) -> Element {
    let words = use_words();
    let counted = |key, count: u32| words.say_with(key, [("count", count.into())]);
    let is_new = view.entries > 0 || view.carried > 0 || view.waiting > 0 || view.refused > 0;
    rsx! {
        Section { title: words.say("hand-on-taken"), testid: "hand-on-taken",
            div { class: "stack-tight", role: "status",
                if view.entries > 0 {
                    p { "data-testid": "hand-on-entries",
                        {counted("hand-on-entries", view.entries)}
                        if view.people > 0 {
                            " "
                            {counted("hand-on-entries-people", view.people)}
                        }
                    }
                }
                if view.carried > 0 {
                    p { "data-testid": "hand-on-carried", {counted("hand-on-carried", view.carried)} }
                }
                if view.waiting > 0 {
                    p { {counted("hand-on-waiting", view.waiting)} }
                }
                if !is_new {
                    p { "data-testid": "hand-on-known", {words.say("hand-on-known")} }
                }
            }
            if view.refused > 0 {
                Notice { tone: NoticeTone::Attention, testid: "hand-on-set-aside", p { {counted("hand-on-set-aside", view.refused)} } }
            }
            if view.carried > 0 {
                Notice { p { {words.say("hand-on-carry-on")} } }
            }
            Button { label: words.say("hand-on-another"), testid: "hand-on-another", on_press: on_another }
        }
    }
}
