//! Readers: connections of their own, so that reading never waits for a commit.

use std::sync::{Mutex, PoisonError};

use handrail_protocol::id::AgencyId;
use handrail_protocol::message::{ProblemCode, SessionRequest};
use tokio::sync::Semaphore;

use super::clock::now_ms;
use super::hub::Progress;
use crate::core::{Caller, Relay, Reply, Request, Session};
use crate::in_process::problem_of;
use crate::limits::Limits;
use crate::storage::sqlite::ReaderSource;
use crate::storage::{OpenError, ReadStorage, SqliteReader, SqliteStorage, StorageError};

/// How many read at the same time.
const READERS: usize = 4;

/// A few relays that only read; each keeps its replayed rosters.
#[derive(Debug)]
pub(super) struct Readers {
    source: ReaderSource,
    limits: Limits,
    idle: Mutex<Vec<Relay<SqliteReader>>>,
    places: Semaphore,
}

impl Readers {
    pub fn new(storage: &SqliteStorage, limits: Limits) -> Result<Self, OpenError> {
        let source = storage.readers();
        let first = Relay::new(source.open()?, limits);
        Ok(Self {
            source,
            limits,
            idle: Mutex::new(vec![first]),
            places: Semaphore::new(READERS),
        })
    }

    /// Closes every reader; reading fails from now on. To be done before the writer is closed,
    /// so that SQLite can put its log away as the last connection goes.
    pub fn close(&self) {
        self.places.close();
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    pub async fn read(&self, session: Option<Session>, request: Request) -> Reply {
        self.with(move |relay| relay.read(session.as_ref(), &request, now_ms()))
            .await
            .unwrap_or_else(Reply::Problem)
    }

    /// See [`Relay::foresee`].
    pub async fn foresee(&self, request: Request) -> Result<Option<Reply>, ProblemCode> {
        self.with(move |relay| relay.foresee(&request, now_ms()))
            .await
    }

    /// Whether the agency is here.
    pub async fn knows(&self, agency: AgencyId) -> Result<bool, ProblemCode> {
        self.with(move |relay| relay.knows(agency)).await
    }

    /// See [`Relay::identify`].
    pub async fn identify(&self, request: SessionRequest) -> Result<Caller, ProblemCode> {
        self.with(move |relay| relay.identify(&request, now_ms()))
            .await?
    }

    /// How far an agency has come.
    pub async fn progress(&self, agency: AgencyId) -> Result<Progress, ProblemCode> {
        self.with(move |relay| {
            let sequence = relay.storage().last_place(agency)?.sequence;
            let roster = relay
                .storage()
                .roster_head(agency)?
                .map_or(0, |head| head.n);
            Ok(Progress { sequence, roster })
        })
        .await
    }

    /// Runs `work` on a thread for blocking work, over one moment's state.
    async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Relay<SqliteReader>) -> Result<T, StorageError> + Send + 'static,
    ) -> Result<T, ProblemCode> {
        let _place = self
            .places
            .acquire()
            .await
            .map_err(|_| ProblemCode::Unavailable)?;
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let mut relay = match idle {
            Some(relay) => relay,
            None => Relay::new(
                self.source.open().map_err(|error| report(&error))?,
                self.limits,
            ),
        };
        let blocking = tokio::task::spawn_blocking(move || {
            relay.storage().begin()?;
            let done = work(&mut relay);
            relay.storage().end()?;
            Ok::<_, StorageError>((relay, done?))
        });
        match blocking.await {
            Ok(Ok((relay, done))) => {
                self.idle
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(relay);
                Ok(done)
            }
            // A reader that failed is not used again.
            Ok(Err(error)) => {
                report(&error);
                Err(problem_of(&error))
            }
            Err(error) => Err(report(&error)),
        }
    }
}

fn report(error: &dyn std::fmt::Display) -> ProblemCode {
    tracing::error!(%error, "reading failed");
    ProblemCode::Unavailable
}
