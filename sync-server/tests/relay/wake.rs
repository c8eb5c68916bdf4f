//! Wake-ups over server-sent events.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use handrail_protocol::route;

use crate::agency::Agency;
use crate::carriers::Process;
use crate::client::{Client, give_roster};
use crate::pen::Pen;

/// An open stream of wake-ups.
struct Stream(BufReader<TcpStream>);

impl Stream {
    fn open(relay: &Process, token: &str, after: u64) -> Self {
        let mut stream = relay.connect();
        stream
            .set_read_timeout(Some(Duration::from_mins(2)))
            .unwrap();
        let target = route::wake_after(after);
        let head = format!("GET {target} HTTP/1.1\r\nhost: r\r\nauthorization: {token}\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut stream = Self(BufReader::new(stream));
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            head.push_str(&stream.line().unwrap());
        }
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        assert!(head.contains("text/event-stream"));
        stream
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.0.read_line(&mut line).unwrap();
        (length > 0).then_some(line)
    }

    /// The next event's name and data; `None` when the stream has ended.
    fn event(&mut self) -> Option<(String, String)> {
        let mut name = String::new();
        loop {
            let line = self.line()?;
            if let Some(value) = line.trim_end().strip_prefix("event: ") {
                value.clone_into(&mut name);
            } else if let Some(value) = line.trim_end().strip_prefix("data: ") {
                return Some((name, value.to_owned()));
            }
        }
    }
}

fn event(name: &str, data: u64) -> (String, String) {
    (name.to_owned(), data.to_string())
}

#[test]
fn who_waits_is_woken_by_items_and_by_the_roster_and_let_go_at_the_end() {
    let data = tempfile::tempdir().unwrap();
    let mut agency = Agency::found("test");
    let coach = agency.add_coach("coach");
    let mut relay = Process::start(data.path(), &[]);
    give_roster(&mut relay, &agency);
    let supervisor = agency.supervisor.key.clone();
    let token = Client::open(&mut relay, agency.id(), &supervisor)
        .token
        .unwrap();
    let mut waiting = Stream::open(&relay, &token, 0);
    let mut pen = Pen::new(&agency, &coach.key, "maria");
    let mut client = Client::open(&mut relay, agency.id(), &coach.key);
    client.push(&[pen.item_for(&[coach.group])]);
    assert_eq!(waiting.event(), Some(event("advanced", 1)));
    client.push(&[pen.item(), pen.item()]);
    assert_eq!(waiting.event(), Some(event("advanced", 3)));
    agency.invite("invitation", 4_000_000_000);
    let entry = agency.entries.last().unwrap().clone();
    assert_eq!(client.post(route::ROSTER, &entry).0, 201);
    assert_eq!(waiting.event(), Some(event("advanced", 3)));
    assert_eq!(waiting.event(), Some(event("roster", 2)));
    let mut late = Stream::open(&relay, &token, 1);
    assert_eq!(
        late.event(),
        Some(event("advanced", 3)),
        "who is behind is woken at once"
    );
    assert!(relay.terminate());
    assert_eq!(waiting.event(), None);
    assert_eq!(late.event(), None);
}
