//! `GET /v1/wake`: server-sent events that say only "there is more now".

use std::convert::Infallible;
use std::time::Duration;

use axum::http::{HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use handrail_protocol::message::ProblemCode;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::api::App;
use super::clock::now_ms;
use super::hub::Progress;
use crate::core::Session;

const COMMENT_EVERY: Duration = Duration::from_secs(20);

/// What one waiting client has been told.
struct Waiting {
    changes: watch::Receiver<Progress>,
    told: Progress,
    /// Told that the order advanced and not yet that the roster did, if it did.
    roster_next: bool,
    until: Instant,
}

/// Waits for what comes after `after`, until the session ends.
pub(super) async fn stream_of(
    app: &App,
    session: Session,
    after: u64,
) -> Result<Response, ProblemCode> {
    let now = app.readers.progress(session.agency).await?;
    let changes = app.hub.subscribe(session.agency, now);
    let left = Duration::from_millis(session.expires_ms.saturating_sub(now_ms()));
    let waiting = Waiting {
        changes,
        told: Progress {
            sequence: after,
            roster: now.roster,
        },
        roster_next: false,
        until: Instant::now() + left,
    };
    let keep_alive = KeepAlive::new().interval(COMMENT_EVERY);
    let mut response = Sse::new(events(waiting))
        .keep_alive(keep_alive)
        .into_response();
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn events(waiting: Waiting) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(waiting, |mut waiting| async move {
        loop {
            if waiting.roster_next {
                waiting.roster_next = false;
                let event = Event::default()
                    .event("roster")
                    .data(waiting.told.roster.to_string());
                return Some((Ok(event), waiting));
            }
            let progress = *waiting.changes.borrow_and_update();
            if progress.sequence > waiting.told.sequence || progress.roster > waiting.told.roster {
                waiting.roster_next = progress.roster > waiting.told.roster;
                waiting.told.roster = progress.roster;
                waiting.told.sequence = waiting.told.sequence.max(progress.sequence);
                let data = progress.sequence.to_string();
                return Some((Ok(Event::default().event("advanced").data(data)), waiting));
            }
            tokio::select! {
                changed = waiting.changes.changed() => changed.ok()?,
                () = sleep_until(waiting.until) => return None,
            }
        }
    })
}
