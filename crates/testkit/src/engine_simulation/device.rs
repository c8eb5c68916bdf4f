//! An engine with its two database files in a folder of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use handrail_engine::api::{Command, EngineError, Reply, Request};
use handrail_engine::io::{Clock, HttpReply, Input, Method, Output, TransportError};
use handrail_engine::{Engine, EngineConfig, StoreLocation};
use rand_chacha::ChaCha20Rng;

use crate::clock::FakeClock;
use crate::world::{Call, Lost, Node, NodeInput, NodeOutput};

/// Origin of the relay in simulated worlds.
pub const RELAY: &str = "http://relay.test";

/// Passphrase of every simulated device.
pub const PASSPHRASE: &str = "a calm place to stand";

const MINUTES_EAST: i32 = -300;

/// A device.
pub struct EngineDevice {
    folder: PathBuf,
    engine: Engine,
    next_request: u64,
    replies: BTreeMap<u64, Result<Reply, EngineError>>,
}

impl EngineDevice {
    /// A device whose files are in `folder`, or will be.
    pub fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            engine: engine(folder),
            next_request: 0,
            replies: BTreeMap::new(),
        }
    }

    /// Its files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The process ends without a word; `then` may change the files before the
    /// next one begins.
    pub fn end_process(&mut self, then: impl FnOnce(&Path)) {
        // The old engine has to let go of its files first.
        self.engine = engine(&self.folder.join("nowhere"));
        then(&self.folder);
        self.engine = engine(&self.folder);
        self.replies.clear();
    }

    /// Gives a request; answers its number and what to do.
    pub fn begin(
        &mut self,
        request: Request,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> (u64, Vec<NodeOutput>) {
        self.next_request += 1;
        let id = self.next_request;
        (id, self.handle(Input::Request { id, request }, clock, rng))
    }

    /// The answer to a request, once it is there.
    pub fn answer(&mut self, id: u64) -> Option<Result<Reply, EngineError>> {
        self.replies.remove(&id)
    }

    fn handle(&mut self, input: Input, clock: FakeClock, rng: &mut ChaCha20Rng) -> Vec<NodeOutput> {
        let clock = Clock {
            at: clock.wall(),
            offset_minutes: MINUTES_EAST,
            monotonic: clock.monotonic(),
        };
        let outputs = self.engine.handle(input, clock, rng);
        let mut asked = Vec::new();
        for output in outputs {
            match output {
                Output::Http(request) => asked.push(NodeOutput::Call(Call {
                    id: request.id,
                    post: request.method == Method::Post,
                    path: request.url.strip_prefix(RELAY).unwrap_or("/").to_owned(),
                    authorization: request.authorization,
                    body: request.body,
                    timeout_ms: request.timeout_ms,
                    max_reply_bytes: request.max_reply_bytes,
                })),
                Output::TickAfter(ms) => asked.push(NodeOutput::TimerAfter(ms)),
                Output::WakeStream(stream) => {
                    asked.push(NodeOutput::Stream(
                        stream.map(|stream| stream.authorization),
                    ));
                }
                Output::Reply { id, result } => {
                    self.replies.insert(id, result);
                }
                Output::Event(_) => {}
            }
        }
        asked
    }
}

impl Node for EngineDevice {
    fn take(
        &mut self,
        input: NodeInput,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> Vec<NodeOutput> {
        let input = match input {
            NodeInput::Started => {
                let passphrase = PASSPHRASE.to_owned();
                let unlock = Request::Command(Command::Unlock { passphrase });
                return self.begin(unlock, clock, rng).1;
            }
            NodeInput::Timer => Input::Tick,
            NodeInput::Wake => Input::Wake,
            NodeInput::Resumed => Input::Resumed,
            NodeInput::Changed => return Vec::new(),
            NodeInput::Answer { id, answer } => Input::Http {
                id,
                result: answer
                    .map(|answer| HttpReply {
                        retry_after_seconds: answer.retry_after_seconds,
                        status: answer.status,
                        content_type: answer.content_type,
                        body: answer.body,
                    })
                    .map_err(|lost| match lost {
                        Lost::Unreachable => TransportError::Unreachable,
                        Lost::TimedOut => TransportError::TimedOut,
                        Lost::TooLong => TransportError::TooLong,
                    }),
            },
        };
        self.handle(input, clock, rng)
    }

    fn crash(&mut self) {
        self.end_process(|_| {});
    }
}

fn engine(folder: &Path) -> Engine {
    Engine::new(EngineConfig {
        lock: StoreLocation::file(folder.join("lock.db")),
        caseload: StoreLocation::file(folder.join("caseload.db")),
        erase: Box::new(|location| {
            for suffix in ["", "-wal", "-journal", "-shm"] {
                let mut name = location.path().as_os_str().to_owned();
                name.push(suffix);
                // What is not there is erased.
                let _ = std::fs::remove_file(name);
            }
            Ok(())
        }),
        compose: handrail_vault::nfc,
        app_version: "simulated".to_owned(),
        device_name: "Simulated device".to_owned(),
    })
}
