//! One device with its files in a folder of its own, and a clock that tests move.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its own part, and ends where it fails"
)]

pub mod coach_space;
pub mod consents;
pub mod copied;
pub mod forging;
pub mod guests;
pub mod losing;
pub mod lost;
pub mod rotas;
pub mod scorecards;
pub mod three;
pub mod two;

use handrail_engine::api::{Command, EngineError, Query, Reply, Request};
use handrail_engine::io::{Clock, Input, Output, TransportError};
use handrail_engine::{Engine, EngineConfig, StoreLocation};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

pub const PASSPHRASE: &str = "a calm place to stand";

pub struct Device {
    pub folder: tempfile::TempDir,
    pub engine: Engine,
    pub clock: Clock,
    rng: ChaCha20Rng,
    next: u64,
}

impl Device {
    pub fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let engine = engine(&folder);
        // 2026-05-04 14:00 in Chicago.
        let clock = Clock {
            at: 1_777_921_200_000,
            offset_minutes: -300,
            monotonic: 0,
        };
        Self {
            folder,
            engine,
            clock,
            rng: ChaCha20Rng::seed_from_u64(seed),
            next: 0,
        }
    }

    /// The process ends here without a word and starts again.
    pub fn crash(&mut self) {
        let fresh = engine(&self.folder);
        drop(std::mem::replace(&mut self.engine, fresh));
    }

    /// The engine's stopwatch says this, in milliseconds, for the least that a lock can cost.
    pub fn takes_for_the_least_lock(&mut self, milliseconds: u64) {
        let engine = std::mem::replace(&mut self.engine, engine(&self.folder));
        let time = move |work: &mut dyn FnMut()| {
            work();
            milliseconds
        };
        self.engine = engine.with_stopwatch(256 * 1024, Box::new(time));
    }

    pub fn input(&mut self, input: Input) -> Vec<Output> {
        self.engine.handle(input, self.clock, &mut self.rng)
    }

    /// The answer to a request, with ticks for work in slices.
    pub fn ask(&mut self, request: Request) -> Result<Reply, EngineError> {
        self.next += 1;
        let id = self.next;
        let mut outputs = self.input(Input::Request { id, request });
        let mut answer = None;
        for _ in 0..20_000 {
            let mut next = Vec::new();
            for output in outputs {
                match output {
                    Output::Reply { id: of, result } if of == id => answer = Some(result),
                    Output::Http(request) => {
                        // Nobody is there while a test talks to one device only.
                        let result = Err(TransportError::Unreachable);
                        next.extend(self.input(Input::Http {
                            id: request.id,
                            result,
                        }));
                    }
                    _ => {}
                }
            }
            if next.is_empty() {
                if let Some(answer) = answer {
                    return answer;
                }
                next = self.input(Input::Tick);
            }
            outputs = next;
        }
        panic!("no answer");
    }

    pub fn order(&mut self, command: Command) -> Result<Reply, EngineError> {
        self.ask(Request::Command(command))
    }

    pub fn query(&mut self, query: Query) -> Reply {
        self.ask(Request::Query(query)).unwrap()
    }

    pub fn pass(&mut self, milliseconds: u64) {
        self.clock.monotonic += milliseconds;
        self.clock.at += i64::try_from(milliseconds).unwrap();
    }

    pub fn found(&mut self) -> Reply {
        self.order(Command::FoundAgency {
            agency_name: "Lakeside Peers (test)".to_owned(),
            own_name: "Sam Supervisor".to_owned(),
            passphrase: PASSPHRASE.to_owned(),
            relay: None,
        })
        .unwrap()
    }

    /// Gives a request without waiting for its answer.
    pub fn begin(&mut self, request: Request) -> (u64, Vec<Output>) {
        self.next += 1;
        let id = self.next;
        (id, self.input(Input::Request { id, request }))
    }
}

/// The database of a device whose process has ended, opened beside the engine.
pub fn database(folder: &std::path::Path) -> handrail_store::Store {
    use handrail_store::{LockStore, Store};
    let lock = StoreLocation::file(folder.join("lock.db"));
    let lock = LockStore::open_or_create(&lock).unwrap();
    let row = lock.profile(1).unwrap().unwrap();
    let record = handrail_vault::LockRecord::from_bytes(&row.record).unwrap();
    let key = record
        .unlock(&handrail_vault::Passphrase::new(
            PASSPHRASE,
            handrail_vault::nfc,
        ))
        .unwrap();
    let caseload = StoreLocation::file(folder.join("caseload.db"));
    Store::open(&caseload, key.expose(), &row.key_check).unwrap()
}

fn engine(folder: &tempfile::TempDir) -> Engine {
    Engine::new(EngineConfig {
        lock: StoreLocation::file(folder.path().join("lock.db")),
        caseload: StoreLocation::file(folder.path().join("caseload.db")),
        erase: Box::new(|location| {
            for suffix in ["", "-wal", "-journal", "-shm"] {
                let mut name = location.path().as_os_str().to_owned();
                name.push(suffix);
                let _ = std::fs::remove_file(name);
            }
            Ok(())
        }),
        compose: handrail_vault::nfc,
        app_version: "test".to_owned(),
        device_name: "Test device".to_owned(),
    })
}
