use dioxus::prelude::*;
use handrail_engine::api::CARD_MARK;

use crate::{
    components::{Button, ButtonLook, IconName, Viewfinder, use_camera},
    engine_link::use_link,
    words::use_words,
};

/// Reads the code of a card with the camera; nothing at all where there is none.
#[component]
pub fn ReadCard(on_read: EventHandler<String>) -> Element {
    let words = use_words();
    let link = use_link();
    // Counts the tries: each has a camera of its own.
    let mut look = use_signal(|| None::<u32>);
    rsx! {
        if let Some(tries) = look() {
            Look {
                key: "{tries}",
                on_read: move |text| {
                    look.set(None);
                    on_read.call(text);
                },
                again: move |()| look.set(Some(tries.wrapping_add(1))),
                stop: move |()| look.set(None),
            }
        } else if link.device.camera.is_some() {
            Button { label: words.say("card-camera"), icon: IconName::Video, look: ButtonLook::Soft, large: true, wide: true, testid: "card-camera", on_press: move |()| look.set(Some(0)) }
        }
    }
}

/// Looks through the camera until the code of a card is in the picture, and passes over all others.
#[component]
fn Look(on_read: EventHandler<String>, again: EventHandler<()>, stop: EventHandler<()>) -> Element {
    let looking = use_camera(move |mut camera| async move {
        while let Some(text) = camera.next_code().await {
            if is_card(&text) {
                return on_read.call(text);
            }
            camera.say(Some("card-other-code"));
        }
    });
    rsx! {
        Viewfinder { looking, instead: "card-instead", again, stop }
    }
}

/// Whether this version of the app reads it is only known with the word.
fn is_card(code: &str) -> bool {
    let mark = code.trim_start().get(..CARD_MARK.len());
    mark.is_some_and(|mark| mark.eq_ignore_ascii_case(CARD_MARK))
}

#[cfg(test)]
mod tests {
    use super::is_card;

    #[test]
    fn a_card_is_told_by_what_its_text_begins_with() {
        for card in ["HANDRAIL:AEBAG", " handrail:aebag\n"] {
            assert!(is_card(card), "{card}");
        }
        for other in [
            "",
            "HANDRAIL",
            "HP1:ABCDEFGH:1/3:AEBAG",
            "https://relay.example.org/restore#1-HANDRAIL:",
            "ñandú:ñandú",
        ] {
            assert!(!is_card(other), "{other}");
        }
    }
}
