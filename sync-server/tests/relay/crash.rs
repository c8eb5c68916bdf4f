//! `kill -9` of the program while devices push: what was acknowledged is there afterwards.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::time::Duration;

use handrail_protocol::frames::append_frame;
use handrail_protocol::id::{AgencyId, ItemId};
use handrail_protocol::message::{FeedPoint, ItemOutcome, ItemsReply, decode, feed_head};
use handrail_protocol::route;
use handrail_relay::core::Method;

use crate::agency::{Agency, Key};
use crate::carriers::{Process, carry};
use crate::client::{Answer, Carrier, Client, give_roster};
use crate::pen::{Parts, Pen};

const ROUNDS: u64 = 12;
const PUSHERS: usize = 3;

/// Carries over TCP and remembers when the relay went away.
struct Line {
    address: SocketAddr,
    cut: bool,
}

impl Carrier for Line {
    fn carry(&mut self, method: Method, target: &str, token: Option<&str>, body: &[u8]) -> Answer {
        carry(self.address, method, target, token, body).unwrap_or_else(|_| {
            self.cut = true;
            (0, Vec::new())
        })
    }
}

/// One device's pushing: every item until the relay is gone, telling what was acknowledged.
/// An item without an answer is the first of the next round.
fn push_until_killed(
    address: SocketAddr,
    agency: AgencyId,
    key: &Key,
    pen: &mut Pen,
    waiting: &mut Option<Vec<u8>>,
    acknowledged: &mpsc::Sender<(ItemId, u64)>,
) {
    let mut line = Line {
        address,
        cut: false,
    };
    let answer = crate::client::try_session(&mut line, agency, key);
    if answer.0 != 200 {
        return;
    }
    let session: handrail_protocol::message::SessionReply = decode(&answer.1).unwrap();
    let token = session.token.authorization();
    while !line.cut {
        let item = waiting.take().unwrap_or_else(|| {
            pen.item_with(Parts {
                padding: 700,
                ..Parts::default()
            })
        });
        let mut body = Vec::new();
        append_frame(&mut body, &item);
        let (status, reply) = line.carry(Method::Post, route::ITEMS, Some(&token), &body);
        if status == 200 {
            let reply: ItemsReply = decode(&reply).unwrap();
            match reply.answers[0].outcome {
                ItemOutcome::Stored { seq } | ItemOutcome::Duplicate { seq } => {
                    acknowledged.send((ItemId::of(&item), seq)).unwrap();
                }
                ItemOutcome::Rejected(reason) => panic!("refused: {reason:?}"),
            }
        } else {
            *waiting = Some(item);
        }
    }
}

/// Invariant I2: acknowledged by the relay survives the relay's crash.
#[test]
fn nothing_acknowledged_is_lost_when_the_relay_is_killed_again_and_again() {
    let data = tempfile::tempdir().unwrap();
    let no_caps = ["--rate-per-address", "0", "--rate-per-device", "0"];
    let mut agency = Agency::found("crash");
    let coaches: Vec<_> = (0..PUSHERS)
        .map(|n| agency.add_coach(&format!("coach {n}")))
        .collect();
    let mut relay = Process::start(data.path(), &no_caps);
    give_roster(&mut relay, &agency);
    let mut pens: Vec<(Pen, Option<Vec<u8>>)> = Vec::new();
    for (n, coach) in coaches.iter().enumerate() {
        let mut pen = Pen::new(&agency, &coach.key, &format!("participant {n}"));
        let first = pen.item_for(&[coach.group]);
        pens.push((pen, Some(first)));
    }
    let mut acknowledged: BTreeMap<ItemId, u64> = BTreeMap::new();
    let mut place: Option<FeedPoint> = None;
    let id = agency.id();
    for round in 0..ROUNDS {
        let (sender, receiver) = mpsc::channel();
        let address = relay.address;
        let before = acknowledged.len();
        std::thread::scope(|scope| {
            for (coach, (pen, waiting)) in coaches.iter().zip(&mut pens) {
                let sender = sender.clone();
                scope.spawn(move || {
                    push_until_killed(address, id, &coach.key, pen, waiting, &sender);
                });
            }
            drop(sender);
            // The kill comes after so many acknowledgements, another number each round, in
            // the middle of whatever the others are doing.
            for _ in 0..=(round * 7) % 23 {
                let (item, seq) = receiver.recv_timeout(Duration::from_mins(2)).unwrap();
                acknowledged.insert(item, seq);
            }
            relay.kill();
            acknowledged.extend(receiver);
        });
        assert!(acknowledged.len() > before, "round {round} got somewhere");
        relay = Process::start(data.path(), &no_caps);
        let mut client = Client::open(&mut relay, id, &agency.supervisor.key);
        let (items, end) = client.feed(None);
        let mut head = ItemId::from_bytes([0; 32]);
        let mut kept = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let item = ItemId::of(item);
            head = feed_head(&head, &item);
            assert!(
                kept.insert(item, index as u64 + 1).is_none(),
                "an item is there once"
            );
        }
        assert_eq!(end.head, head);
        for (item, seq) in &acknowledged {
            assert_eq!(
                kept.get(item),
                Some(seq),
                "round {round}: an acknowledged item is lost"
            );
        }
        if let Some(place) = place {
            client.feed(Some(place));
        }
        place = Some(end);
    }
}
