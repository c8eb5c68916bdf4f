//! The one writer: a thread that puts the requests that wait into one transaction and
//! answers them after its commit.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use handrail_protocol::id::AgencyId;
use handrail_protocol::message::ProblemCode;
use tokio::sync::{mpsc, oneshot, watch};

use super::clock::{instant, now_ms};
use super::hub::{Hub, Progress};
use crate::core::{Compacted, Relay, Reply, Request, Session};
use crate::in_process::problem_of;
use crate::storage::{Storage, StorageError};

/// Most requests in one commit.
const BATCH: usize = 256;
/// Longest that a commit waits for more requests to be worked through.
const GATHER: Duration = Duration::from_millis(5);
const QUEUE: usize = 1024;

enum Job {
    Asked(Asked),
    /// Nothing is asked; see [`Writer::tend`].
    Tend {
        passed_ms: u64,
        done: oneshot::Sender<Compacted>,
    },
}

/// Running time that passed, ms, and who waits.
type Tending = (u64, oneshot::Sender<Compacted>);

struct Asked {
    session: Option<Session>,
    request: Request,
    answer: oneshot::Sender<Reply>,
}

/// The way to the writer's thread.
#[derive(Debug)]
pub(super) struct Writer {
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// The receiver turns true when the thread has ended.
    pub fn start<S: Storage + Send + 'static>(
        relay: Relay<S>,
        hub: Arc<Hub>,
    ) -> io::Result<(Self, watch::Receiver<bool>)> {
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let (end, ended) = watch::channel(false);
        let thread = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || {
                let _end = EndsWithThread(end);
                work(relay, waiting, &hub);
            })?;
        let writer = Self {
            jobs: Mutex::new(Some(jobs)),
            thread: Mutex::new(Some(thread)),
        };
        Ok((writer, ended))
    }

    /// The answer to a request, after what it changed is durable.
    pub async fn write(&self, session: Option<Session>, request: Request) -> Reply {
        let jobs = self
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let (answer, answered) = oneshot::channel();
        let job = Job::Asked(Asked {
            session,
            request,
            answer,
        });
        match jobs {
            Some(jobs) if jobs.send(job).await.is_ok() => answered
                .await
                .unwrap_or(Reply::Problem(ProblemCode::Unavailable)),
            _ => Reply::Problem(ProblemCode::Unavailable),
        }
    }

    /// Counts running time, and destroys a few items that may be destroyed, in a transaction
    /// between those of requests.
    pub async fn tend(&self, passed_ms: u64) -> Compacted {
        let jobs = self
            .jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let (done, tended) = oneshot::channel();
        let job = Job::Tend { passed_ms, done };
        match jobs {
            Some(jobs) if jobs.send(job).await.is_ok() => tended.await.unwrap_or_default(),
            _ => Compacted::default(),
        }
    }

    /// Takes no more requests, and waits until those taken are answered and the database is
    /// closed.
    pub async fn stop(&self) {
        drop(
            self.jobs
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
        let thread = self
            .thread
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(thread) = thread {
            let joined = tokio::task::spawn_blocking(move || thread.join()).await;
            if !matches!(joined, Ok(Ok(()))) {
                tracing::error!("the writer did not end well");
            }
        }
    }
}

struct EndsWithThread(watch::Sender<bool>);

impl Drop for EndsWithThread {
    fn drop(&mut self) {
        self.0.send_replace(true);
    }
}

fn work<S: Storage>(mut relay: Relay<S>, mut waiting: mpsc::Receiver<Job>, hub: &Hub) {
    let mut tend: Option<Tending> = None;
    loop {
        if let Some((passed_ms, done)) = tend.take() {
            // Whoever waits for it may have gone.
            let _gone = done.send(tend_to(&mut relay, passed_ms));
        }
        let first = match waiting.blocking_recv() {
            None => return,
            Some(Job::Asked(first)) => first,
            Some(Job::Tend { passed_ms, done }) => {
                tend = Some((passed_ms, done));
                continue;
            }
        };
        let mut batch = Batch::default();
        let done = batch.fill(&mut relay, first, &mut waiting, &mut tend);
        match done.and_then(|()| relay.commit()) {
            Ok(()) => batch.succeed(&relay, hub),
            Err(error) => {
                tracing::error!(%error, requests = batch.answers.len(), "a commit failed");
                if let Err(error) = relay.roll_back() {
                    tracing::error!(%error, "the transaction could not be rolled back");
                    batch.fail(&error);
                    return;
                }
                batch.fail(&error);
            }
        }
    }
}

/// A transaction of its own. What fails is tried again another time.
fn tend_to<S: Storage>(relay: &mut Relay<S>, passed_ms: u64) -> Compacted {
    let mut step = || {
        relay.begin()?;
        relay.pass(passed_ms)?;
        // Most documents have nothing to destroy.
        let begun = instant();
        let mut done = relay.compact()?;
        while done.more && done.destroyed == 0 && begun.elapsed() < GATHER {
            done = relay.compact()?;
        }
        relay.commit().map(|()| done)
    };
    step().unwrap_or_else(|error| {
        tracing::error!(%error, "what snapshots stand for could not be destroyed");
        if let Err(error) = relay.roll_back() {
            tracing::error!(%error, "the transaction could not be rolled back");
        }
        Compacted::default()
    })
}

/// The requests of one transaction and the answers they get if it commits.
#[derive(Default)]
struct Batch {
    answers: Vec<(oneshot::Sender<Reply>, Reply)>,
    agencies: BTreeSet<AgencyId>,
}

impl Batch {
    fn fill<S: Storage>(
        &mut self,
        relay: &mut Relay<S>,
        first: Asked,
        waiting: &mut mpsc::Receiver<Job>,
        tend: &mut Option<Tending>,
    ) -> Result<(), StorageError> {
        let begun = instant();
        let started = relay.begin();
        let mut next = Some(first);
        while let Some(job) = next {
            self.answers
                .push((job.answer, Reply::Problem(ProblemCode::Unavailable)));
            started.clone()?;
            let reply = relay.write(job.session.as_ref(), &job.request, now_ms())?;
            self.agencies
                .extend(job.session.map(|session| session.agency));
            if let Reply::Appended(_) = reply
                && let Request::AppendRoster(entry) = &job.request
            {
                self.agencies.extend(agency_of(entry));
            }
            if let Some(last) = self.answers.last_mut() {
                last.1 = reply;
            }
            let more = self.answers.len() < BATCH && begun.elapsed() < GATHER;
            next = match more.then(|| waiting.try_recv()) {
                Some(Ok(Job::Asked(job))) => Some(job),
                Some(Ok(Job::Tend { passed_ms, done })) => {
                    *tend = Some((passed_ms, done));
                    None
                }
                Some(Err(_)) | None => None,
            };
        }
        Ok(())
    }

    fn succeed<S: Storage>(self, relay: &Relay<S>, hub: &Hub) {
        for (answer, reply) in self.answers {
            // Whoever asked may have gone.
            let _gone = answer.send(reply);
        }
        for agency in self.agencies {
            let place = relay.storage().last_place(agency);
            let roster = relay.storage().roster_head(agency);
            if let (Ok(place), Ok(Some(roster))) = (place, roster) {
                hub.advance(
                    agency,
                    Progress {
                        sequence: place.sequence,
                        roster: roster.n,
                    },
                );
            }
        }
    }

    /// Nothing happened: everybody is told so, also those whose part had gone well.
    fn fail(self, error: &StorageError) {
        for (answer, _) in self.answers {
            let _gone = answer.send(Reply::Problem(problem_of(error)));
        }
    }
}

fn agency_of(entry: &[u8]) -> Option<AgencyId> {
    let entry = handrail_protocol::roster::RosterEntry::parse(entry).ok()?;
    Some(entry.body().agency)
}
