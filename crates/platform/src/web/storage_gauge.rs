//! Asks the browser to keep our storage, and how much of it is used.

use futures_util::{StreamExt as _, future::ready};
use handrail_engine::api::{Command, Event, Request, SessionView, StorageMeasured};
use js_sys::futures::JsFuture;
use wasm_bindgen::JsCast as _;
use web_sys::{StorageEstimate, StorageManager};

use super::{browser, clock, js};
use crate::handle::EngineHandle;

const BETWEEN_MEASURES_MS: u64 = 120_000;

/// Tells the engine after each unlocking, and every two minutes while it is
/// unlocked. Some browsers ask the person when `persist()` is called, and wait
/// for the answer: so not before there is something to keep, and nothing else
/// waits for it.
pub(super) fn watch(engine: &EngineHandle) {
    let events = engine.subscribe();
    let engine = engine.clone();
    clock::spawn(async move {
        let mut unlocked =
            events.filter(|event| ready(matches!(event, Event::Session(SessionView::Unlocked(_)))));
        while unlocked.next().await.is_some() {
            clock::spawn(ask_to_keep(engine.clone()));
            while measure(&engine).await {
                clock::sleep(BETWEEN_MEASURES_MS).await;
            }
        }
    });
}

async fn ask_to_keep(engine: EngineHandle) {
    if let Some(asked) = manager().and_then(|manager| manager.persist().ok())
        && JsFuture::from(asked).await.is_ok()
    {
        measure(&engine).await;
    }
}

/// `false` when the engine did not take it, which ends the measuring.
async fn measure(engine: &EngineHandle) -> bool {
    let Some((used, quota)) = estimate().await else {
        return false;
    };
    let command = Command::StorageMeasured(StorageMeasured {
        persistent: is_kept().await,
        used,
        quota,
    });
    engine.request(Request::Command(command)).await.is_ok()
}

/// `None` when the browser does not say.
async fn is_kept() -> Option<bool> {
    let answer = JsFuture::from(manager()?.persisted().ok()?).await.ok()?;
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
