//! A device whose memory a test looks into: it is founded, written into, locked and
//! opened again, with `pin` also by a PIN, a line on standard input for each step. What is secret comes in by
//! the same way, so that this program holds no copy of its own.

use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use handrail_engine::api::{
    Command, DetailField, EncounterInput, EncounterKind, EngineError, Outcome, PeopleFilter, Query,
    Reply, Request,
};
use handrail_engine::io::{Clock, Input, Output};
use handrail_engine::memory::Scrubbed;
use handrail_engine::{Engine, EngineConfig, StoreLocation};
use handrail_testkit::clock::BEGINNING;
use handrail_testkit::random::seeded;
use rand_chacha::ChaCha20Rng;

#[global_allocator]
static MEMORY: Scrubbed = Scrubbed;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return ExitCode::FAILURE;
    };
    match File::open("/dev/stdin")
        .ok()
        .and_then(|input| live(&folder, input))
    {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn live(folder: &std::path::Path, mut input: File) -> Option<()> {
    let mut device = Device::new(folder);
    let passphrase = line(&mut input)?;
    let note = line(&mut input)?;
    device
        .order(Command::FoundAgency {
            agency_name: "Lakeside Peers (test)".to_owned(),
            own_name: "Sam Supervisor".to_owned(),
            passphrase: passphrase.clone(),
            relay: None,
        })
        .ok()?;
    scrub(passphrase);
    let Ok(Reply::Record(record)) = device.order(Command::AddParticipant {
        details: vec![(DetailField::Name, "Ray Example".to_owned())],
    }) else {
        return None;
    };
    let participant = record.participant;
    device
        .order(Command::LogEncounter {
            participant: participant.clone(),
            encounter: EncounterInput {
                kind: EncounterKind::Phone,
                outcome: Outcome::Reached,
                at: None,
                minutes: 20,
                activities: Vec::new(),
                circumstances: Vec::new(),
                naloxone_kits: 0,
                miles_tenths: 0,
                note: note.clone(),
            },
            draft: None,
        })
        .ok()?;
    device.look(&participant, &note)?;
    scrub(note);
    let has_pin = std::env::args_os().nth(2).is_some_and(|word| word == "pin");
    if has_pin {
        let (passphrase, pin) = (line(&mut input)?, line(&mut input)?);
        device.order(Command::SetPin { passphrase, pin }).ok()?;
    }
    let steps: &[&str] = if has_pin {
        &[
            "open",
            "locked by time",
            "open by PIN",
            "locked by time",
            "locked",
        ]
    } else {
        &["open", "locked", "open again", "locked again"]
    };
    for step in steps {
        match *step {
            "locked" | "locked again" => drop(device.order(Command::Lock).ok()?),
            "locked by time" => device.rest(),
            "open by PIN" => {
                let pin = line(&mut input)?;
                drop(device.order(Command::UnlockWithPin { pin }).ok()?);
                device.look(&participant, "")?;
            }
            "open again" => {
                let passphrase = line(&mut input)?;
                drop(device.order(Command::Unlock { passphrase }).ok()?);
                device.look(&participant, "")?;
            }
            _ => {}
        }
        say(step)?;
        line(&mut input)?;
    }
    Some(())
}

struct Device {
    engine: Engine,
    rng: ChaCha20Rng,
    next: u64,
}

impl Device {
    fn new(folder: &std::path::Path) -> Self {
        let engine = Engine::new(EngineConfig {
            lock: StoreLocation::file(folder.join("lock.db")),
            caseload: StoreLocation::file(folder.join("caseload.db")),
            erase: Box::new(|_| Ok(())),
            compose: handrail_vault::nfc,
            app_version: "test".to_owned(),
            device_name: "Test device".to_owned(),
        });
        Self {
            engine,
            rng: seeded(u64::from(std::process::id())),
            next: 0,
        }
    }

    fn order(&mut self, command: Command) -> Result<Reply, EngineError> {
        self.ask(Request::Command(command))
    }

    fn ask(&mut self, request: Request) -> Result<Reply, EngineError> {
        self.next += 1;
        let clock = self.clock();
        let id = self.next;
        let mut input = Input::Request { id, request };
        loop {
            for output in self.engine.handle(input, clock, &mut self.rng) {
                if let Output::Reply { id: of, result } = output
                    && of == id
                {
                    return result;
                }
            }
            input = Input::Tick;
        }
    }

    /// Nobody touches it for two hours.
    fn rest(&mut self) {
        self.next += 2 * 60 * 60_000;
        let clock = self.clock();
        drop(self.engine.handle(Input::Tick, clock, &mut self.rng));
    }

    fn clock(&self) -> Clock {
        Clock {
            at: BEGINNING,
            offset_minutes: -300,
            monotonic: self.next,
        }
    }

    /// What a person sees and looks for.
    fn look(&mut self, participant: &str, search: &str) -> Option<()> {
        let queries = [
            Query::Person {
                participant: participant.to_owned(),
                timeline_limit: 50,
            },
            Query::People {
                search: search.to_owned(),
                filter: PeopleFilter::default(),
                offset: 0,
                limit: 50,
            },
        ];
        for query in queries {
            self.ask(Request::Query(query)).ok()?;
        }
        Some(())
    }
}

/// Reads a line without a buffer that would keep it.
fn line(input: &mut File) -> Option<String> {
    let mut text = String::with_capacity(256);
    let mut byte = [0];
    loop {
        if input.read(&mut byte).ok()? == 0 {
            return None;
        }
        let [read] = byte;
        if read == b'\n' {
            return Some(text);
        }
        text.push(char::from(read));
    }
}

/// The person's own copy goes: what is looked for is the engine's.
fn scrub(text: String) {
    let mut bytes = text.into_bytes();
    bytes.fill(0);
    std::hint::black_box(&bytes);
}

fn say(step: &str) -> Option<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{step}").and_then(|()| out.flush()).ok()
}
