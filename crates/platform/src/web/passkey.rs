//! Passkeys. web-sys lacks the PRF extension, and weighs more than these few calls.

use js_sys::{Promise, Uint8Array, futures::JsFuture};
use wasm_bindgen::{JsCast as _, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/web/passkey.js")]
extern "C" {
    #[wasm_bindgen(js_name = mayMakePasskey)]
    fn may() -> Promise;
    #[wasm_bindgen(js_name = makePasskey)]
    fn make(name: &str) -> Promise;
    #[wasm_bindgen(js_name = askPasskey)]
    fn ask(credential: &[u8]) -> Promise;
    /// Tells the device that the passkey of this credential id is of no use any more.
    #[wasm_bindgen(js_name = forgetPasskey)]
    pub fn forget_passkey(credential: &[u8]);
}

/// Whether a passkey that opens something may be offered here.
pub async fn may_make_passkey() -> bool {
    let answer = JsFuture::from(may()).await;
    answer.is_ok_and(|may| may.is_truthy())
}

/// Makes a passkey of this name: the 32 bytes that it gives, and then its credential id. `None` when
/// the person or the device refused, empty when it gives no bytes.
pub async fn make_passkey(name: &str) -> Option<Vec<u8>> {
    bytes(make(name)).await
}

/// The 32 bytes that the passkey of this credential id gives. `None` when the person or the device
/// refused, empty when it gives no bytes.
pub async fn ask_passkey(credential: &[u8]) -> Option<Vec<u8>> {
    bytes(ask(credential)).await
}

async fn bytes(answer: Promise) -> Option<Vec<u8>> {
    let answer = JsFuture::from(answer).await.ok()?;
    let array = answer.dyn_into::<Uint8Array>().ok()?;
    let bytes = array.to_vec();
    array.fill(0, 0, array.length());
    Some(bytes)
}
