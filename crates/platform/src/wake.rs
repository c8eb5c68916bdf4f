//! Keeps a stream of wake-up hints open.

use std::pin::pin;

use futures_util::future::{Either, select};
use handrail_engine::io::WakeStream;

use crate::{backoff::Backoff, host, sse::EventCounter};

/// The relay says something every 20 s; after this long the stream is dead,
/// whatever the system believes.
const SILENCE_MS: u64 = 60_000;

/// A stream that lasts this long was well; the next one may come soon.
const STEADY_MS: u64 = 30_000;

/// Calls `on_wake` for each event of the stream, and opens it again whenever
/// it ends. Never returns; drop it to stop.
///
/// A refusal counts as a hint too: the pull that follows finds out why.
pub(crate) async fn listen(stream: WakeStream, on_wake: impl Fn()) {
    let mut backoff = Backoff::default();
    loop {
        let opened = host::now().monotonic;
        match host::open_stream(&stream).await {
            Ok(mut body) => {
                let mut counter = EventCounter::default();
                while let Some(piece) = before_silence(body.next_piece()).await {
                    if counter.feed(&piece) > 0 {
                        on_wake();
                    }
                }
            }
            Err(StreamRefused::ByRelay) => on_wake(),
            Err(StreamRefused::Unreachable) => {}
        }
        if host::now().monotonic.saturating_sub(opened) >= STEADY_MS {
            backoff.reset();
        }
        host::sleep(backoff.next(chance())).await;
    }
}

/// Why no stream came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StreamRefused {
    /// An answer came, but not the stream.
    ByRelay,
    /// No answer.
    Unreachable,
}

async fn before_silence(piece: impl Future<Output = Option<Vec<u8>>>) -> Option<Vec<u8>> {
    match select(pin!(piece), pin!(host::sleep(SILENCE_MS))).await {
        Either::Left((piece, _)) => piece,
        Either::Right(((), _)) => None,
    }
}

/// Without randomness the middle will do.
fn chance() -> u32 {
    getrandom::u32().unwrap_or(u32::MAX / 2)
}
