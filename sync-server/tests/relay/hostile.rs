//! People who mean harm: broken HTTP, endless bodies, slowness, floods.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use handrail_protocol::message::{ChallengeRequest, ProblemCode, encode};
use handrail_protocol::route;
use handrail_relay::core::Method;

use crate::agency::Agency;
use crate::carriers::{HttpAnswer, Process, carry};
use crate::client::{Client, give_roster, problem};

struct Held {
    _data: tempfile::TempDir,
    agency: Agency,
    relay: Process,
}

fn set_up(more: &[&str]) -> Held {
    let data = tempfile::tempdir().unwrap();
    let agency = Agency::found("test");
    let mut relay = Process::start(data.path(), more);
    give_roster(&mut relay, &agency);
    Held {
        _data: data,
        agency,
        relay,
    }
}

fn say(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).unwrap();
}

/// The relay still serves an honest device.
fn still_works(held: &mut Held) {
    let mut client = Client::open(
        &mut held.relay,
        held.agency.id(),
        &held.agency.supervisor.key,
    );
    assert_eq!(client.roster(None), held.agency.entries);
}

#[test]
fn bodies_over_the_routes_size_are_refused_before_they_are_read() {
    let mut held = set_up(&[]);
    let key = held.agency.supervisor.key.clone();
    let token = Client::open(&mut held.relay, held.agency.id(), &key).token;
    for (path, token, size) in [
        (route::SESSION, None, 2 << 10),
        (route::AGENCIES, None, 2 << 20),
        (route::ROSTER, None, 2 << 20),
        (route::ITEMS, token.as_deref(), 5 << 20),
        (route::FRONTIER, token.as_deref(), 2 << 20),
    ] {
        let answer = carry(
            held.relay.address,
            Method::Post,
            path,
            token,
            &vec![1; size],
        )
        .unwrap();
        assert_eq!(
            (answer.0, problem(&answer)),
            (413, ProblemCode::TooLarge),
            "{path}"
        );
    }
    let mut stream = held.relay.connect();
    say(
        &mut stream,
        "POST /v1/session HTTP/1.1\r\nhost: r\r\ntransfer-encoding: chunked\r\n\r\n",
    );
    let chunk = format!("400\r\n{}\r\n", "x".repeat(0x400));
    // The relay may hang up in the middle of this: that is what it should do.
    let _hung_up = (0..64).try_for_each(|_| stream.write_all(chunk.as_bytes()));
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 413");
    still_works(&mut held);
}

#[test]
fn items_without_a_session_are_refused_without_reading_them() {
    let mut held = set_up(&[]);
    let mut stream = held.relay.connect();
    say(
        &mut stream,
        "POST /v1/items HTTP/1.1\r\nhost: r\r\ncontent-length: 4000000\r\n\r\n",
    );
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 401");
    still_works(&mut held);
}

#[test]
fn nonsense_gets_an_error_and_hurts_nobody() {
    let mut held = set_up(&[]);
    let long = format!("GET /{} HTTP/1.1\r\nhost: r\r\n\r\n", "a".repeat(70_000));
    let many = format!(
        "GET / HTTP/1.1\r\nhost: r\r\n{}\r\n",
        "x: y\r\n".repeat(5_000)
    );
    for text in [
        "hello\r\n\r\n",
        "\0\0\0\0\r\n\r\n",
        "POST /v1/items HTTP/1.1\r\nhost: r\r\ncontent-length: -1\r\n\r\n",
        "POST /v1/items HTTP/1.1\r\nhost: r\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n",
        &long,
        &many,
    ] {
        let mut stream = held.relay.connect();
        // A relay that has heard enough may hang up while we still talk.
        let _hung_up = stream.write_all(text.as_bytes());
        if let Ok(answer) = HttpAnswer::read(&mut stream) {
            assert!((400..=431).contains(&answer.status), "{}", answer.status);
        }
    }
    for (method, target) in [
        (Method::Get, "/v1/nowhere"),
        (Method::Post, "/v1/feed"),
        (Method::Get, "/v1/items"),
        (Method::Get, "/v1/documents/xyz?after=0"),
    ] {
        let status = carry(held.relay.address, method, target, None, &[])
            .unwrap()
            .0;
        assert!(matches!(status, 401 | 404), "{target}: {status}");
    }
    let mut client = Client::open(
        &mut held.relay,
        held.agency.id(),
        &held.agency.supervisor.key,
    );
    for target in [
        "/v1/feed?after=x",
        "/v1/feed?after=-1",
        "/v1/roster?after=99999999999999999999",
        "/v1/feed?after=0&head=zz",
    ] {
        let answer = client.get(target);
        assert_eq!(
            (answer.0, problem(&answer)),
            (400, ProblemCode::Malformed),
            "{target}"
        );
    }
    assert_eq!(
        client
            .get("/v1/feed?after=18446744073709551615&head=00&incarnation=00")
            .0,
        400
    );
    let zero = "00".repeat(32);
    let far = format!(
        "/v1/feed?after=18446744073709551615&head={zero}&incarnation={}",
        "00".repeat(16)
    );
    assert_eq!(client.get(&far).0, 409);
    still_works(&mut held);
}

/// Every cut and many flips of a good request: never a 5xx, and nothing comes of it.
#[test]
fn cut_and_flipped_requests_do_no_harm() {
    let mut held = set_up(&["--rate-per-address", "0"]);
    let agency = held.agency.id();
    let body = encode(&ChallengeRequest {
        agency,
        key: held.agency.supervisor.key.id(),
    });
    for length in 0..body.len() {
        let address = held.relay.address;
        let answer = carry(
            address,
            Method::Post,
            route::SESSION_CHALLENGE,
            None,
            &body[..length],
        )
        .unwrap();
        assert_eq!((answer.0, problem(&answer)), (400, ProblemCode::Malformed));
    }
    for position in 0..body.len() {
        let mut flipped = body.clone();
        flipped[position] ^= 0x04;
        let address = held.relay.address;
        let status = carry(
            address,
            Method::Post,
            route::SESSION_CHALLENGE,
            None,
            &flipped,
        )
        .unwrap()
        .0;
        assert!(
            matches!(status, 200 | 400 | 404),
            "byte {position}: {status}"
        );
    }
    let entry = held.agency.entries[0].clone();
    for position in (0..entry.len()).step_by(7) {
        let mut flipped = entry.clone();
        flipped[position] ^= 0x04;
        let answer = held.relay.connect_and_post(route::AGENCIES, &flipped);
        assert!(
            matches!(answer.0, 403 | 409 | 422),
            "byte {position}: {}",
            answer.0
        );
    }
    still_works(&mut held);
}

impl Process {
    fn connect_and_post(&self, path: &str, body: &[u8]) -> crate::client::Answer {
        carry(self.address, Method::Post, path, None, body).unwrap()
    }
}

#[test]
fn who_does_not_finish_the_headers_is_cut_off() {
    let mut held = set_up(&[]);
    let mut slow = held.relay.connect();
    say(&mut slow, "GET /healthz HTTP/1.1\r\nhost:");
    slow.set_read_timeout(Some(Duration::from_secs(40)))
        .unwrap();
    still_works(&mut held);
    let mut rest = Vec::new();
    let ended = slow.read_to_end(&mut rest);
    assert!(ended.is_ok(), "the relay hung up by itself: {ended:?}");
    let said = String::from_utf8_lossy(&rest);
    assert!(
        said.is_empty() || said.starts_with("HTTP/1.1 408"),
        "{said}"
    );
}

#[test]
fn a_flood_from_one_address_is_slowed_down() {
    let held = set_up(&["--rate-per-address", "1"]);
    let asked = encode(&ChallengeRequest {
        agency: held.agency.id(),
        key: held.agency.supervisor.key.id(),
    });
    let answers: Vec<_> = (0..40)
        .map(|_| {
            held.relay
                .connect_and_post(route::SESSION_CHALLENGE, &asked)
        })
        .collect();
    assert_eq!(answers[0].0, 200);
    let last = answers.last().unwrap();
    assert_eq!((last.0, problem(last)), (429, ProblemCode::TooManyRequests));
    let mut stream = held.relay.connect();
    say(
        &mut stream,
        "GET /v1/feed HTTP/1.1\r\nhost: r\r\nconnection: close\r\n\r\n",
    );
    assert_eq!(
        HttpAnswer::read(&mut stream).unwrap().header("retry-after"),
        Some("2")
    );
    let mut stream = held.relay.connect();
    say(
        &mut stream,
        "GET /healthz HTTP/1.1\r\nhost: r\r\nconnection: close\r\n\r\n",
    );
    assert_eq!(
        HttpAnswer::read(&mut stream).unwrap().status,
        200,
        "the app still loads"
    );
}

#[test]
fn a_flood_of_one_device_does_not_slow_the_others() {
    let mut held = set_up(&["--rate-per-device", "1", "--rate-per-address", "0"]);
    let coach = held.agency.add_coach("coach");
    let entry = held.agency.entries[1].clone();
    assert_eq!(held.relay.connect_and_post(route::ROSTER, &entry).0, 201);
    let id = held.agency.id();
    let mut client = Client::open(&mut held.relay, id, &coach.key);
    let statuses: Vec<u16> = (0..30).map(|_| client.get("/v1/feed?after=0").0).collect();
    assert_eq!((statuses[0], statuses[29]), (200, 429));
    still_works(&mut held);
}

#[test]
fn connections_beyond_the_most_are_turned_away_and_room_comes_back() {
    let mut held = set_up(&["--max-connections", "4"]);
    let idle: Vec<_> = (0..4).map(|_| held.relay.connect()).collect();
    let mut fifth = held.relay.connect();
    let _hung_up = fifth.write_all(b"GET /healthz HTTP/1.1\r\nhost: r\r\n\r\n");
    assert!(
        HttpAnswer::read(&mut fifth).is_err(),
        "no answer, the connection is closed"
    );
    drop(idle);
    let back =
        (0..20_000).any(|_| carry(held.relay.address, Method::Get, "/healthz", None, &[]).is_ok());
    assert!(back);
    still_works(&mut held);
}
