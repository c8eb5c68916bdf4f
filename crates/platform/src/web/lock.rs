//! One tab at a time: a Web Lock, and a channel to ask its holder to step back.

use js_sys::{Function, Promise, futures::JsFuture};
use wasm_bindgen::{JsCast as _, JsValue, prelude::wasm_bindgen};
use web_sys::{BroadcastChannel, MessageEvent};

use super::js;

#[wasm_bindgen(module = "/src/web/lock.js")]
extern "C" {
    #[wasm_bindgen(js_name = takeLock)]
    fn take_lock(name: &str, wait_ms: f64) -> Promise;
}

const NAME: &str = "handrail-engine";
const CHANNEL: &str = "handrail";
const STEP_BACK: &str = "step back";
/// A page ends its hanging worker after one or two seconds, and the browser
/// takes two more to stop it.
const PATIENCE_MS: f64 = 5_000.0;

/// The right to open this origin's files; held until released or until the
/// worker ends.
pub(super) struct EngineLock {
    release: Function,
}

/// The browser has no Web Locks, or refuses them here.
#[derive(Debug)]
pub(super) struct NoLocks;

impl EngineLock {
    /// Takes the lock if nobody has it.
    pub(super) async fn take() -> Result<Option<Self>, NoLocks> {
        Self::wait(0.0).await
    }

    /// Asks whoever has the lock to step back, and waits for five seconds.
    pub(super) async fn take_over() -> Result<Option<Self>, NoLocks> {
        // Queued before the holder lets go, so that nobody else comes between.
        let waiting = Self::wait(PATIENCE_MS);
        let asking = async {
            if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
                let _ = channel.post_message(&STEP_BACK.into());
                channel.close();
            }
        };
        let (lock, ()) = futures_util::join!(waiting, asking);
        lock
    }

    pub(super) fn release(self) {
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }

    async fn wait(milliseconds: f64) -> Result<Option<Self>, NoLocks> {
        let there = js::property(&js_sys::global(), "navigator")
            .and_then(|navigator| js::property(&navigator, "locks"));
        if there.is_none() {
            return Err(NoLocks);
        }
        let answer = JsFuture::from(take_lock(NAME, milliseconds))
            .await
            .map_err(|_| NoLocks)?;
        Ok(answer.dyn_into().ok().map(|release| Self { release }))
    }
}

/// Calls back whenever another tab asks the holder to step back, as long as
/// the page or worker lives.
pub(super) fn on_step_back(mut callback: impl FnMut() + 'static) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else {
        return;
    };
    js::listen(&channel, "message", move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some(STEP_BACK) {
            callback();
        }
    });
    // A channel that is collected hears nothing any more.
    std::mem::forget(channel);
}
