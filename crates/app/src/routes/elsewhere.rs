use dioxus::prelude::*;

use super::Route;
use crate::{session::use_shared, toast::Toast, words::use_words};

/// An unknown address leads to Today; an invitation or a recovery kit's code opened on a device
/// that belongs to an agency says so there.
#[component]
pub fn Elsewhere(address: Vec<String>) -> Element {
    let joining = address
        .first()
        .is_some_and(|first| first == "join" || first == "restore");
    let mut shared = use_shared();
    let words = use_words();
    use_effect(move || {
        if joining {
            let said = words.say("error-already-here");
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
        }
        navigator().replace(Route::Today {});
    });
    rsx! {}
}
