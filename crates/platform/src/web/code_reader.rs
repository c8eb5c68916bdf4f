//! A worker that reads codes: a second copy of the program in a memory of its own. The page stays alive
//! when the reader stops over a picture, and takes another one (`camera.js`).

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::js;
use crate::codes;

/// The page's start script calls such workers so.
const NAME: &str = "handrail-codes";

/// Runs as one if this worker was made for it; says whether it was.
pub(super) fn run() -> bool {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return false;
    };
    if scope.name() != NAME {
        return false;
    }
    let page = scope.clone();
    js::listen(&scope, "message", move |event: MessageEvent| {
        let picture = Uint8Array::new(&event.data()).to_vec();
        say(&page, &codes::read(&picture).unwrap_or_default());
    });
    // Ready: the page sends no picture before.
    say(&scope, "");
    true
}

fn say(page: &DedicatedWorkerGlobalScope, text: &str) {
    // Fails for what cannot be cloned only.
    let _ = page.post_message(&JsValue::from_str(text));
}
