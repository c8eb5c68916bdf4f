//! Several devices with the real relay between them.

use std::hash::{DefaultHasher, Hash, Hasher};

use handrail_engine::api::{
    Command, DetailField, EncounterInput, EncounterKind, EngineError, InvitationState, Outcome,
    PeopleFilter, PeopleView, PersonView, Query, Reply, Request, Role, SessionView, SyncView,
    TeamView, TodayView,
};
use handrail_engine::io::{HttpReply, HttpRequest, Input, Method, Output, TransportError};
use handrail_protocol::frames::split_frames;
use handrail_protocol::limits::{MAX_ITEMS_PER_REQUEST, MAX_SNAPSHOT_ITEM_BYTES};
use handrail_protocol::message::{self, FeedPage};
use handrail_protocol::{ItemId, ItemKind, RelayIncarnation, UnverifiedItem, route};
use handrail_relay::Limits;
use handrail_relay::core::WireRequest;
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::MemoryStorage;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::{Device, PASSPHRASE};

pub const RELAY: &str = "http://relay.test";

/// What gets lost on the way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lose {
    Entry,
    Answer,
}

/// How a relay says that a device was taken out, without the agency's word for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// Refuses its session.
    Refuses,
    /// Shows it the entry with one byte changed.
    Forges,
    /// Refuses what it hands over.
    Rejects,
    /// The same, for want of room.
    Full,
    /// Takes nothing of what a device carries for others.
    OwnOnly,
}

pub struct World {
    pub relay: InProcessRelay<MemoryStorage>,
    pub rng: ChaCha20Rng,
    /// The relay cannot be reached.
    pub cut: bool,
    /// The next entry for the roster is lost, or its answer is.
    pub lose: Option<Lose>,
    /// The relay gives no item of this kind and number of a chain.
    pub withheld: Option<(ItemKind, u64)>,
    /// What the relay pretends.
    pub lie: Option<Lie>,
    /// Bytes that devices got from the relay.
    pub fetched: usize,
    /// Bytes that devices gave to the relay.
    pub given: usize,
    /// A digest of all of them, in their order.
    pub told: u64,
}

impl World {
    pub fn new() -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(99);
        let storage = MemoryStorage::new(RelayIncarnation::from_bytes([7; 16]));
        let relay = InProcessRelay::new(storage, Limits::default(), &mut rng);
        Self {
            relay,
            rng,
            cut: false,
            lose: None,
            withheld: None,
            lie: None,
            fetched: 0,
            given: 0,
            told: 0,
        }
    }

    pub fn carry(&mut self, request: &HttpRequest, now: i64) -> Result<HttpReply, TransportError> {
        if self.cut {
            return Err(TransportError::Unreachable);
        }
        let entry = request.method == Method::Post && request.url.ends_with("/v1/roster");
        let lose = self.lose.take_if(|_| entry);
        if lose.is_some() {
            self.cut = true;
        }
        if lose == Some(Lose::Entry) {
            return Err(TransportError::TimedOut);
        }
        let method = match request.method {
            Method::Get => handrail_relay::core::Method::Get,
            Method::Post => handrail_relay::core::Method::Post,
        };
        let target = request.url.strip_prefix(RELAY).unwrap();
        let wire = WireRequest {
            method,
            target,
            body: &request.body,
        };
        if self.lie == Some(Lie::OwnOnly) && target == route::ITEMS_HEAL {
            return Ok(not_allowed(&request.body));
        }
        let now = u64::try_from(now).unwrap();
        let reply =
            self.relay
                .exchange(&wire, request.authorization.as_deref(), now, &mut self.rng);
        if lose == Some(Lose::Answer) {
            return Err(TransportError::TimedOut);
        }
        if self.lie == Some(Lie::Refuses) && target == "/v1/session" {
            return Ok(HttpReply {
                retry_after_seconds: None,
                status: 403,
                content_type: "application/cbor".to_owned(),
                body: message::encode(&message::Problem {
                    code: message::ProblemCode::NotAllowed,
                }),
            });
        }
        let reply = match self.lie {
            Some(lie) => lied(lie, target, reply),
            None => reply,
        };
        let body = match self.withheld {
            Some(held) if reply.status == 200 => without(held, target, reply.body),
            _ => reply.body,
        };
        self.given += request.body.len();
        let mut hasher = DefaultHasher::new();
        (self.told, &request.url, &request.body).hash(&mut hasher);
        self.told = hasher.finish();
        self.fetched += body.len();
        Ok(HttpReply {
            retry_after_seconds: None,
            status: reply.status,
            content_type: "application/cbor".to_owned(),
            body,
        })
    }

    /// Carries requests and lets time pass until nothing moves any more.
    /// Returns the replies that came on the way.
    pub fn settle(
        &mut self,
        device: &mut Device,
        outputs: Vec<Output>,
    ) -> Vec<(u64, Result<Reply, EngineError>)> {
        let mut replies = Vec::new();
        let mut queue = outputs;
        for _ in 0..400 {
            let mut next = Vec::new();
            for output in queue {
                match output {
                    Output::Http(request) => {
                        let result = self.carry(&request, device.clock.at);
                        next.extend(device.input(Input::Http {
                            id: request.id,
                            result,
                        }));
                    }
                    Output::Reply { id, result } => replies.push((id, result)),
                    _ => {}
                }
            }
            if next.is_empty() {
                device.pass(1_000);
                next = device.input(Input::Tick);
                if next
                    .iter()
                    .all(|output| matches!(output, Output::TickAfter(ms) if *ms > 30_000))
                {
                    return replies;
                }
            }
            queue = next;
        }
        replies
    }

    pub fn order(&mut self, device: &mut Device, command: Command) -> Result<Reply, EngineError> {
        let (id, outputs) = device.begin(Request::Command(command));
        let replies = self.settle(device, outputs);
        replies
            .into_iter()
            .find(|(of, _)| *of == id)
            .expect("an answer")
            .1
    }

    pub fn sync(&mut self, device: &mut Device) {
        let outputs = device.input(Input::Wake);
        self.settle(device, outputs);
    }
}

fn lied(
    lie: Lie,
    target: &str,
    mut reply: handrail_relay::core::WireReply,
) -> handrail_relay::core::WireReply {
    if lie == Lie::Forges && target.starts_with("/v1/roster") {
        let mut page: message::RosterPage = message::decode(&reply.body).unwrap();
        if let Some(entry) = page.entries.last_mut() {
            let mut bytes = entry.to_vec();
            *bytes.last_mut().unwrap() ^= 1;
            *entry = bytes.into();
        }
        reply.body = message::encode(&page);
    }
    if matches!(lie, Lie::Rejects | Lie::Full) && target == "/v1/items" {
        let mut answers: message::ItemsReply = message::decode(&reply.body).unwrap();
        for answer in &mut answers.answers {
            answer.outcome = message::ItemOutcome::Rejected(if lie == Lie::Full {
                message::RejectReason::Quota
            } else {
                message::RejectReason::Malformed
            });
        }
        reply.body = message::encode(&answers);
    }
    reply
}

/// The answer of a relay that takes no item of a request.
fn not_allowed(body: &[u8]) -> HttpReply {
    let frames = split_frames(body, MAX_ITEMS_PER_REQUEST, MAX_SNAPSHOT_ITEM_BYTES).unwrap();
    let reason = message::RejectReason::SessionNotAllowed;
    let answer = |frame: &&[u8]| message::ItemAnswer {
        item: ItemId::of(frame),
        outcome: message::ItemOutcome::Rejected(reason),
    };
    HttpReply {
        retry_after_seconds: None,
        status: 200,
        content_type: "application/cbor".to_owned(),
        body: message::encode(&message::ItemsReply {
            answers: frames.iter().map(answer).collect(),
        }),
    }
}

/// What a relay shows that keeps something back.
pub fn without((kind, n): (ItemKind, u64), target: &str, body: Vec<u8>) -> Vec<u8> {
    if !target.starts_with("/v1/feed") && !target.starts_with("/v1/documents") {
        return body;
    }
    let mut page: FeedPage = message::decode(&body).unwrap();
    page.items.retain(|entry| {
        let item = UnverifiedItem::parse(&entry.item).unwrap();
        let header = item.header();
        (header.kind, header.n) != (kind, n)
    });
    message::encode(&page)
}

pub fn pill(device: &mut Device) -> SyncView {
    match device.query(Query::Sync) {
        Reply::Sync(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn supervisor(world: &mut World) -> Device {
    let mut device = Device::new(1);
    let command = Command::FoundAgency {
        agency_name: "Lakeside Peers (test)".to_owned(),
        own_name: "Sam Supervisor".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        relay: Some(RELAY.to_owned()),
    };
    world.order(&mut device, command).unwrap();
    device
}

pub fn invite(world: &mut World, device: &mut Device, role: Role) -> String {
    let command = Command::Invite {
        role,
        valid_hours: 24,
    };
    match world.order(device, command).unwrap() {
        Reply::Invitation(view) => {
            assert_eq!(view.state, InvitationState::Open);
            assert!(!view.qr.is_empty());
            view.link
        }
        other => panic!("{other:?}"),
    }
}

pub fn join(world: &mut World, seed: u64, link: &str, name: &str) -> Result<Device, EngineError> {
    let mut device = Device::new(seed);
    let command = Command::AcceptInvitation {
        link: link.to_owned(),
        own_name: name.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    };
    let reply = world.order(&mut device, command)?;
    assert!(
        matches!(reply, Reply::Session(SessionView::Unlocked(_))),
        "{reply:?}"
    );
    Ok(device)
}

/// A link for one more device of a member.
pub fn invite_device(world: &mut World, device: &mut Device, member: &str) -> String {
    let command = Command::InviteDevice {
        member: member.to_owned(),
        valid_hours: 24,
    };
    match world.order(device, command).unwrap() {
        Reply::Invitation(view) => view.link,
        other => panic!("{other:?}"),
    }
}

/// The recovery kit is written down, and what is asked of it is typed.
pub fn keep_the_kit(device: &mut Device) {
    let Reply::RecoveryKit(kit) = device.order(Command::ShowRecoveryKit).unwrap() else {
        panic!()
    };
    let word = |at: u8| kit.words.get(usize::from(at) - 1).unwrap().clone();
    let typed = |at: &u8| (*at, word(*at));
    let words = kit.ask.iter().map(typed).collect();
    device.order(Command::ConfirmRecoveryKit { words }).unwrap();
}

/// A supervisor, and a coach who has just joined.
pub fn pair(world: &mut World) -> (Device, Device) {
    let mut sam = supervisor(world);
    let link = invite(world, &mut sam, Role::Coach);
    let cory = join(world, 2, &link, "Cory Coach").unwrap();
    (sam, cory)
}

/// The same two once each has heard of the other.
pub fn met(world: &mut World) -> (Device, Device) {
    let (mut sam, mut cory) = pair(world);
    world.sync(&mut cory);
    world.sync(&mut sam);
    (sam, cory)
}

/// The same two, with a participant whom both have.
pub fn met_over_ray(world: &mut World) -> (Device, Device, String) {
    let (mut sam, mut cory) = pair(world);
    let ray = add(&mut cory, "Ray Example");
    world.sync(&mut cory);
    world.sync(&mut sam);
    (sam, cory, ray)
}

pub fn add(device: &mut Device, name: &str) -> String {
    let details = vec![(DetailField::Name, name.to_owned())];
    match device.order(Command::AddParticipant { details }).unwrap() {
        Reply::Record(record) => record.participant,
        other => panic!("{other:?}"),
    }
}

pub fn log(device: &mut Device, participant: &str, note: &str) {
    let encounter = EncounterInput {
        kind: EncounterKind::Bedside,
        outcome: Outcome::Reached,
        at: None,
        minutes: 40,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: note.to_owned(),
    };
    let command = Command::LogEncounter {
        participant: participant.to_owned(),
        encounter,
        draft: None,
    };
    device.order(command).unwrap();
}

pub fn person(device: &mut Device, participant: &str) -> Option<PersonView> {
    let query = Query::Person {
        participant: participant.to_owned(),
        timeline_limit: 50,
    };
    match device.ask(Request::Query(query)) {
        Ok(Reply::Person(view)) => Some(*view),
        Err(EngineError::NotFound | EngineError::HandedOver { .. } | EngineError::Forgotten) => {
            None
        }
        other => panic!("{other:?}"),
    }
}

pub fn today(device: &mut Device) -> TodayView {
    match device.query(Query::Today) {
        Reply::Today(view) => view,
        other => panic!("{other:?}"),
    }
}

/// The list of people as it begins.
pub fn listed(device: &mut Device) -> PeopleView {
    let query = Query::People {
        search: String::new(),
        filter: PeopleFilter::default(),
        offset: 0,
        limit: 100,
    };
    match device.query(query) {
        Reply::People(view) => view,
        other => panic!("{other:?}"),
    }
}

pub fn team(device: &mut Device) -> TeamView {
    match device.query(Query::Team) {
        Reply::Team(view) => view,
        other => panic!("{other:?}"),
    }
}

/// The person types the passphrase.
pub fn unlock(world: &mut World, device: &mut Device) {
    let (_, outputs) = device.begin(Request::Command(Command::Unlock {
        passphrase: PASSPHRASE.to_owned(),
    }));
    world.settle(device, outputs);
}
