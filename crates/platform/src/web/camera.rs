//! The camera, for codes on another screen. The picture goes to a video element of the page; what is in it
//! is read in a worker of its own ([`super::code_reader`]).

use js_sys::Function;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure, prelude::wasm_bindgen};

use crate::camera::{Hear, PutOff, Seen};

#[wasm_bindgen(module = "/src/web/camera.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchCamera)]
    fn watch(video: &str, tell: &Function) -> Function;
    #[wasm_bindgen(js_name = keepScreenOn)]
    fn keep_on(on: bool);
}

/// A page may ask for a camera.
pub const MAY_HAVE_CAMERA: bool = true;

/// Asks for the camera, shows its picture in the page's video element of this id, and tells what is seen
/// until it is put off.
pub fn watch_camera(video: &str, mut hear: Hear) -> PutOff {
    let tell = move |what: JsValue, text: JsValue| {
        hear(match what.as_string().as_deref() {
            Some("runs") => Seen::Runs,
            Some("code") => Seen::Code(text.as_string().unwrap_or_default()),
            Some("refused") => Seen::Refused,
            Some("missing") => Seen::Missing,
            Some("ended") => Seen::Ended,
            _ => Seen::Broken,
        });
    };
    let tell = Closure::<dyn FnMut(JsValue, JsValue)>::new(tell);
    let put_off = watch(video, tell.as_ref().unchecked_ref());
    Box::new(move || {
        // Throws nothing, and calls `tell` no more.
        let _ = put_off.call0(&JsValue::NULL);
        drop(tell);
    })
}

/// Keeps the screen from going dark by itself, where the browser does that, until told otherwise.
pub fn keep_screen_on(on: bool) {
    keep_on(on);
}
