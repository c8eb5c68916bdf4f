//! The program over TCP: the same answers as in process, and a good end.

use std::io::Write;

use handrail_protocol::id::ItemId;
use handrail_protocol::message::{ItemOutcome, ProblemCode};
use handrail_protocol::route;
use handrail_relay::core::Method;

use crate::agency::Agency;
use crate::carriers::{HttpAnswer, Process, carry};
use crate::client::{Client, give_roster, problem};
use crate::pen::{Parts, Pen};

#[test]
fn an_item_goes_from_one_device_to_the_other_and_survives_a_restart() {
    let data = tempfile::tempdir().unwrap();
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay = Process::start(data.path(), &[]);
    give_roster(&mut relay, &agency);
    let mut pen = Pen::new(&agency, &coach.key, "maria");
    let items = [
        pen.item_for(&[coach.group]),
        pen.item_with(Parts {
            padding: 100_000,
            ..Parts::default()
        }),
    ];
    let answers = Client::open(&mut relay, agency.id(), &coach.key).push(&items);
    assert_eq!(
        answers,
        [
            ItemOutcome::Stored { seq: 1 },
            ItemOutcome::Stored { seq: 2 }
        ]
    );
    let supervisor = &agency.supervisor.key;
    let (fed, point) = Client::open(&mut relay, agency.id(), supervisor).feed(None);
    assert_eq!(fed, items);
    assert!(relay.terminate(), "SIGTERM ends it well");
    let mut relay = Process::start(data.path(), &[]);
    let mut client = Client::open(&mut relay, agency.id(), supervisor);
    assert_eq!(client.roster(None), agency.entries);
    let (nothing, same) = client.feed(Some(point));
    assert!(nothing.is_empty());
    assert_eq!(same, point);
    assert_ne!(point.head, ItemId::from_bytes([0; 32]));
}

#[test]
fn a_snapshot_of_megabytes_travels_alone() {
    let data = tempfile::tempdir().unwrap();
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay = Process::start(data.path(), &[]);
    give_roster(&mut relay, &agency);
    let mut pen = Pen::new(&agency, &coach.key, "maria");
    let first = pen.item_for(&[coach.group]);
    let covers = Some(vec![(coach.key.device(), pen.incarnation, 1)]);
    let snapshot = pen.item_with(Parts {
        wraps: vec![coach.group],
        covers,
        padding: 3_900_000,
        ..Parts::default()
    });
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    client.push(std::slice::from_ref(&first));
    assert_eq!(
        client.push(std::slice::from_ref(&snapshot)),
        [ItemOutcome::Stored { seq: 2 }]
    );
    assert!(client.feed(None).0 == [first, snapshot]);
}

#[test]
fn many_devices_push_at_once_into_one_gapless_order() {
    let data = tempfile::tempdir().unwrap();
    let mut agency = Agency::found("test");
    let coaches: Vec<_> = (0..8)
        .map(|n| agency.add_coach(&format!("coach {n}")))
        .collect();
    let mut relay = Process::start(
        data.path(),
        &["--rate-per-address", "0", "--rate-per-device", "0"],
    );
    give_roster(&mut relay, &agency);
    let address = relay.address;
    std::thread::scope(|scope| {
        for coach in &coaches {
            let mut pen = Pen::new(&agency, &coach.key, &coach.member.to_string());
            let id = agency.id();
            scope.spawn(move || {
                let mut line = Line(address);
                let mut client = Client::open(&mut line, id, &coach.key);
                client.push(&[pen.item_for(&[coach.group])]);
                for _ in 0..25 {
                    let answers = client.push(&[pen.item()]);
                    assert!(matches!(answers[..], [ItemOutcome::Stored { .. }]));
                }
            });
        }
    });
    let (items, end) = Client::open(&mut relay, agency.id(), &agency.supervisor.key).feed(None);
    assert_eq!((items.len(), end.seq), (8 * 26, 8 * 26));
}

/// A full disk: what fits is kept, the rest is refused as such, reading goes on, and with
/// room again so does writing.
#[test]
fn a_full_database_refuses_loses_nothing_and_recovers() {
    let data = tempfile::tempdir().unwrap();
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay = Process::start(data.path(), &["--max-database-bytes", "600000"]);
    give_roster(&mut relay, &agency);
    let mut pen = Pen::new(&agency, &coach.key, "maria");
    let mut items = vec![pen.item_for(&[coach.group])];
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    client.push(&items);
    let refused = loop {
        let item = pen.item_with(Parts {
            padding: 40_000,
            ..Parts::default()
        });
        let answer = client.push_raw(route::ITEMS, std::slice::from_ref(&item));
        if answer.0 != 200 {
            assert_eq!((answer.0, problem(&answer)), (507, ProblemCode::Quota));
            break item;
        }
        items.push(item);
    };
    assert!(items.len() > 5);
    assert_eq!(client.feed(None).0, items);
    relay.kill();
    let mut relay = Process::start(data.path(), &[]);
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    client.push(std::slice::from_ref(&refused));
    items.push(refused);
    assert_eq!(client.feed(None).0, items);
}

struct Line(std::net::SocketAddr);

impl crate::client::Carrier for Line {
    fn carry(
        &mut self,
        method: Method,
        target: &str,
        token: Option<&str>,
        body: &[u8],
    ) -> crate::client::Answer {
        carry(self.0, method, target, token, body).unwrap()
    }
}

#[test]
fn health_says_ok_and_the_version() {
    let data = tempfile::tempdir().unwrap();
    let relay = Process::start(data.path(), &[]);
    let mut stream = relay.connect();
    stream
        .write_all(b"GET /healthz HTTP/1.1\r\nhost: r\r\nconnection: close\r\n\r\n")
        .unwrap();
    let answer = HttpAnswer::read(&mut stream).unwrap();
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (200, Some("application/json"))
    );
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(body["status"], "ok");
    assert_eq!(body["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn answers_of_the_api_are_never_cached_and_say_their_type() {
    let data = tempfile::tempdir().unwrap();
    let relay = Process::start(data.path(), &[]);
    let mut stream = relay.connect();
    let head = format!(
        "GET {} HTTP/1.1\r\nhost: r\r\nconnection: close\r\n\r\n",
        route::FEED
    );
    stream.write_all(head.as_bytes()).unwrap();
    let answer = HttpAnswer::read(&mut stream).unwrap();
    assert_eq!(answer.status, 401);
    assert_eq!(answer.header("content-type"), Some("application/cbor"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("access-control-allow-origin"), None);
}
