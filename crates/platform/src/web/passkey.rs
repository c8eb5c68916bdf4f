//! Passkeys. web-sys lacks the PRF extension, and weighs more than these few calls.

use js_sys::{Promise, Uint8Array, futures::JsFuture};
use wasm_bindgen::{JsCast as _, prelude::wasm_bindgen};

use crate::passkeys::Passkeys;

#[wasm_bindgen(module = "/src/web/passkey.js")]
extern "C" {
    #[wasm_bindgen(js_name = mayMakePasskey)]
    fn may() -> Promise;
    #[wasm_bindgen(js_name = makePasskey)]
    fn make(name: &str) -> Promise;
    #[wasm_bindgen(js_name = askPasskey)]
    fn ask(credential: &[u8]) -> Promise;
    #[wasm_bindgen(js_name = forgetPasskey)]
    fn forget(credential: &[u8]);
}

/// Passkeys of the page's host. Each call begins at once, not when somebody waits for it: the browser
/// wants to see the person's press.
#[allow(clippy::unnecessary_wraps, reason = "a window of its own has none")]
pub fn passkeys() -> Option<Passkeys> {
    Some(Passkeys {
        may: || {
            let answer = JsFuture::from(may());
            Box::pin(async { answer.await.is_ok_and(|may| may.is_truthy()) })
        },
        make: |name| Box::pin(bytes(make(&name))),
        ask: |credential| Box::pin(bytes(ask(&credential))),
        forget: |credential| forget(credential),
    })
}

async fn bytes(answer: Promise) -> Option<Vec<u8>> {
    let answer = JsFuture::from(answer).await.ok()?;
    let array = answer.dyn_into::<Uint8Array>().ok()?;
    let bytes = array.to_vec();
    array.fill(0, 0, array.length());
    Some(bytes)
}
