//! Asks the browser to keep our storage, and how much of it is used.

use futures_util::{StreamExt as _, future::ready};
use handrail_engine::api::{Command, Event, Request, SessionView};
use js_sys::futures::JsFuture;
use wasm_bindgen::JsCast as _;
use web_sys::{StorageEstimate, StorageManager};

use super::{browser, clock, js};
use crate::handle::EngineHandle;

const BETWEEN_MEASURES_MS: u64 = 120_000;

/// Tells the engine after each unlocking, and every two minutes while it is
/// unlocked. Some browsers ask the person when `persist()` is called: so not
/// before there is something to keep.
pub(super) fn watch(engine: &EngineHandle) {
    let events = engine.subscribe();
    let engine = engine.clone();
    clock::spawn(async move {
        let mut unlocked =
            events.filter(|event| ready(matches!(event, Event::Session(SessionView::Unlocked(_)))));
        while unlocked.next().await.is_some() {
            let persistent = persist().await;
            while measure(&engine, persistent).await {
                clock::sleep(BETWEEN_MEASURES_MS).await;
            }
        }
    });
}

/// `false` when the engine did not take it, which ends the measuring.
async fn measure(engine: &EngineHandle, persistent: Option<bool>) -> bool {
    let Some((used, quota)) = estimate().await else {
        return false;
    };
    let command = Command::StorageMeasured {
        persistent,
        used,
        quota,
    };
    engine.request(Request::Command(command)).await.is_ok()
}

/// `None` when the browser does not say.
async fn persist() -> Option<bool> {
    let answer = JsFuture::from(manager()?.persist().ok()?).await.ok()?;
    answer.as_bool()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole bytes"
)]
async fn estimate() -> Option<(u64, u64)> {
    let answer = JsFuture::from(manager()?.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = answer.unchecked_into();
    let (used, quota) = (estimate.get_usage()?, estimate.get_quota()?);
    Some((used as u64, quota as u64))
}

fn manager() -> Option<StorageManager> {
    let navigator = browser::window()?.navigator();
    js::property(&navigator, "storage").map(wasm_bindgen::JsCast::unchecked_into)
}
