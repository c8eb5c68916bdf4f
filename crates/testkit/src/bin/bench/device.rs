//! One device: an engine on files, with real time and a real network.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use handrail_engine::api::{Command, EngineError, Query, Reply, Request};
use handrail_engine::io::{Clock, Input, Output};
use handrail_engine::{Engine, EngineConfig, StoreLocation};
use handrail_store::Store;
use handrail_testkit::random::seeded;
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

use crate::network::{Carried, Network};
use crate::records;

pub const PASSPHRASE: &str = "a calm place to stand";
/// A timer further away than this is not waited for.
const SOON: Duration = Duration::from_millis(1_500);
/// Nothing here takes so long.
const PATIENCE: Duration = Duration::from_mins(10);

pub struct Device {
    engine: Engine,
    pub network: Network,
    folder: TempDir,
    rng: ChaCha20Rng,
    start: Instant,
    next: u64,
    tick_at: Option<Instant>,
    replies: Vec<(u64, Result<Reply, EngineError>)>,
    /// Path and body of each answer of the relay, while wanted.
    pub heard: Option<Vec<(String, Vec<u8>)>>,
}

impl Device {
    pub fn new(seed: u64, relay: SocketAddr) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        Ok(Self {
            engine: engine(&folder),
            network: Network::to(relay),
            folder,
            rng: seeded(seed),
            start: Instant::now(),
            next: 0,
            tick_at: None,
            replies: Vec::new(),
            heard: None,
        })
    }

    /// Ends the program and starts it again on the same files.
    pub fn restart(&mut self) -> Result<()> {
        self.engine.close();
        self.network.forget()?;
        self.engine = engine(&self.folder);
        self.tick_at = None;
        Ok(())
    }

    /// Ends the program, lets `work` have its database, and starts and unlocks it again.
    pub fn while_closed<T>(&mut self, work: impl FnOnce(&mut Store) -> Result<T>) -> Result<T> {
        self.engine.close();
        let mut store = records::database(self.folder.path())?;
        let done = work(&mut store)?;
        store.close()?;
        self.restart()?;
        self.timed(Request::Command(Command::Unlock {
            passphrase: PASSPHRASE.to_owned(),
        }))?;
        Ok(done)
    }

    /// How long the engine needs to work out anew what is owed to one participant.
    pub fn timed_owed(&mut self, participant: &str) -> Result<Duration> {
        let clock = self.clock()?;
        let start = Instant::now();
        self.engine.owed_to(participant, clock)?;
        Ok(start.elapsed())
    }

    /// Gives one input to the engine and carries out what it asks for.
    pub fn input(&mut self, input: Input) -> Result<()> {
        let clock = self.clock()?;
        let outputs = self.engine.handle(input, clock, &mut self.rng);
        self.carry_out(outputs)
    }

    /// How long the engine needs for a request that it answers at once.
    pub fn timed(&mut self, request: Request) -> Result<(Duration, Reply)> {
        let clock = self.clock()?;
        self.next += 1;
        let id = self.next;
        let start = Instant::now();
        let outputs = self
            .engine
            .handle(Input::Request { id, request }, clock, &mut self.rng);
        let took = start.elapsed();
        self.carry_out(outputs)?;
        Ok((took, self.answer(id).context("no answer at once")??))
    }

    pub fn query(&mut self, query: Query) -> Result<Reply> {
        Ok(self.timed(Request::Query(query))?.1)
    }

    /// Gives an order and waits for its answer.
    pub fn order(&mut self, command: Command) -> Result<Reply> {
        self.next += 1;
        let id = self.next;
        let request = Request::Command(command);
        self.input(Input::Request { id, request })?;
        let start = Instant::now();
        loop {
            if let Some(answer) = self.answer(id) {
                return Ok(answer?);
            }
            if start.elapsed() > PATIENCE {
                bail!("no answer to an order");
            }
            self.step(Duration::from_millis(200))?;
        }
    }

    /// Lets requests and timers happen until `done` says so.
    pub fn run_until(&mut self, mut done: impl FnMut(&mut Self) -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while !done(self)? {
            if start.elapsed() > PATIENCE {
                bail!("it does not come to an end");
            }
            self.step(Duration::from_millis(200))?;
        }
        Ok(())
    }

    /// Lets requests and timers happen until nothing is due soon.
    pub fn settle(&mut self) -> Result<()> {
        self.run_until(|device| {
            let due_soon = device.tick_at.is_some_and(|at| at < Instant::now() + SOON);
            Ok(device.network.open == 0 && !due_soon)
        })
    }

    /// Sends what waits without gathering more, and waits for the answers.
    pub fn send_now(&mut self) -> Result<()> {
        self.timed(Request::Command(Command::SyncNow))?;
        self.run_until(|device| Ok(device.network.open == 0))
    }

    /// Sends until nothing waits any more.
    pub fn send_all(&mut self) -> Result<()> {
        self.timed(Request::Command(Command::SyncNow))?;
        self.run_until(|device| {
            let Reply::Sync(view) = device.query(Query::Sync)? else {
                bail!("no state of sending");
            };
            Ok(view.waiting == 0 && device.network.open == 0)
        })
    }

    /// Waits for one answer or one timer.
    pub fn step(&mut self, most: Duration) -> Result<()> {
        let now = Instant::now();
        let until_tick = self.tick_at.map(|at| at.saturating_duration_since(now));
        let patience = until_tick.map_or(most, |until| until.min(most));
        if let Some(carried) = self.network.next(patience)? {
            return self.take(carried);
        }
        if self.tick_at.is_some_and(|at| at <= Instant::now()) {
            self.tick_at = None;
            return self.input(Input::Tick);
        }
        Ok(())
    }

    fn take(&mut self, carried: Carried) -> Result<()> {
        if let (Some(heard), Ok(reply)) = (&mut self.heard, &carried.result) {
            heard.push((carried.path, reply.body.clone()));
        }
        self.input(Input::Http {
            id: carried.id,
            result: carried.result,
        })
    }

    fn carry_out(&mut self, outputs: Vec<Output>) -> Result<()> {
        let mut failed = Vec::new();
        for output in outputs {
            match output {
                Output::Reply { id, result } => self.replies.push((id, result)),
                Output::Http(request) => failed.extend(self.network.send(request)?),
                Output::TickAfter(ms) => {
                    self.tick_at = Some(Instant::now() + Duration::from_millis(ms));
                }
                Output::Event(_) | Output::WakeStream(_) => {}
            }
        }
        for carried in failed {
            self.take(carried)?;
        }
        Ok(())
    }

    fn answer(&mut self, id: u64) -> Option<Result<Reply, EngineError>> {
        let place = self.replies.iter().position(|(of, _)| *of == id)?;
        Some(self.replies.swap_remove(place).1)
    }

    fn clock(&self) -> Result<Clock> {
        let at = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
        Ok(Clock {
            at: i64::try_from(at)?,
            offset_minutes: -300,
            monotonic: u64::try_from(self.start.elapsed().as_millis())?,
        })
    }
}

fn engine(folder: &TempDir) -> Engine {
    Engine::new(EngineConfig {
        lock: StoreLocation::file(folder.path().join("lock.db")),
        caseload: StoreLocation::file(folder.path().join("caseload.db")),
        erase: Box::new(|location| {
            for suffix in ["", "-wal", "-journal", "-shm"] {
                let mut name = location.path().as_os_str().to_owned();
                name.push(suffix);
                if let Err(error) = std::fs::remove_file(name)
                    && error.kind() != ErrorKind::NotFound
                {
                    return Err(());
                }
            }
            Ok(())
        }),
        compose: handrail_vault::nfc,
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        device_name: "Bench device".to_owned(),
    })
}
