//! What a window and a worker both have as global functions.

use js_sys::{Function, JsString, Promise};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{EventTarget, Request};
use zeroize::Zeroizing;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    pub(super) fn set_timeout(callback: &Function, milliseconds: i32) -> JsValue;

    #[wasm_bindgen(js_name = fetch)]
    pub(super) fn fetch(request: &Request) -> Promise;
}

/// The text in Unicode form NFC.
pub(crate) fn compose(text: &str) -> Zeroizing<String> {
    Zeroizing::new(JsString::from(text).normalize("NFC").into())
}

/// A property that may not be there.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(object, &name.into())
        .ok()
        .filter(|value| !value.is_undefined() && !value.is_null())
}

/// `name` of an exception, such as `QuotaExceededError`.
pub(super) fn error_name(error: &JsValue) -> String {
    property(error, "name")
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}

/// Listens as long as the page or worker lives.
pub(super) fn listen<E: wasm_bindgen::convert::FromWasmAbi + 'static>(
    target: &EventTarget,
    event: &str,
    callback: impl FnMut(E) + 'static,
) {
    let callback = Closure::<dyn FnMut(E)>::new(callback);
    // Fails for a null callback only.
    let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    callback.forget();
}
