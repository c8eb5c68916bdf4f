//! What the relay does by itself: it counts how long it runs, and destroys what it may, a little
//! at a time.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::api::App;
use super::clock::instant;

/// Between two looks at the clock, and between two rounds over all documents.
const CALM: Duration = Duration::from_mins(10);
/// The least time that is written down.
const COUNTED: Duration = Duration::from_mins(1);
/// Between two steps of one round.
const BREATH: Duration = Duration::from_millis(250);

/// Goes on until `closed` says so. The time that is counted is that of a clock which nobody
/// sets, while the program runs: what the calendar says, and how long the relay was off, count
/// for nothing.
pub(super) async fn tend(app: Arc<App>, mut closed: watch::Receiver<bool>) {
    let mut counted = instant();
    let mut pause = CALM;
    loop {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            _ = closed.wait_for(|closed| *closed) => return,
        }
        let now = instant();
        let mut passed = now.duration_since(counted);
        if passed < COUNTED {
            passed = Duration::ZERO;
        } else {
            counted = now;
        }
        let passed = u64::try_from(passed.as_millis()).unwrap_or(0);
        let done = app.writer.tend(passed).await;
        if done.destroyed > 0 {
            tracing::info!(items = done.destroyed, "destroyed what snapshots stand for");
        }
        pause = if done.more { BREATH } else { CALM };
    }
}
