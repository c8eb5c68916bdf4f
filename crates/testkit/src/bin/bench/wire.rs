//! Between a browser and the relay: carries every byte on, and counts them.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Result;

use crate::network::Traffic;

/// Largest head of a request.
const MOST_HEAD: usize = 64 * 1024;

/// A port that leads to the relay.
pub struct Wire {
    pub address: SocketAddr,
    counted: Arc<Mutex<Counted>>,
}

/// What went over it, headers included, by what it was for.
#[derive(Clone, Copy, Default)]
pub struct Counted {
    /// The relay's routes without the stream of wakes, which stays open.
    pub relay: Traffic,
    /// Files of the app.
    pub files: Traffic,
    wakes: Traffic,
}

#[derive(Clone, Copy)]
enum Purpose {
    Relay,
    Files,
    Wakes,
}

impl Wire {
    /// Leads to `relay` until the program ends.
    pub fn to(relay: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let wire = Self {
            address: listener.local_addr()?,
            counted: Arc::default(),
        };
        let counted = wire.counted.clone();
        thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let counted = counted.clone();
                // A line that breaks is the browser's to begin anew.
                thread::spawn(move || drop(carry(&browser, relay, &counted)));
            }
        });
        Ok(wire)
    }

    /// Until now.
    pub fn counted(&self) -> Counted {
        *self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One connection: requests this way, answers on a thread of their own. HTTP/1.1
/// without pipelining: an answer is always that of the last request.
fn carry(mut browser: &TcpStream, relay: SocketAddr, counted: &Arc<Mutex<Counted>>) -> Result<()> {
    let mut upstream = TcpStream::connect(relay)?;
    upstream.set_nodelay(true)?;
    browser.set_nodelay(true)?;
    let purpose = Arc::new(Mutex::new(Purpose::Files));
    let (from, to) = (upstream.try_clone()?, browser.try_clone()?);
    let (back, back_counted) = (purpose.clone(), counted.clone());
    thread::spawn(move || {
        // The other direction notices by itself.
        let _ = carry_answers(&from, &to, &back, &back_counted);
        let _ = to.shutdown(Shutdown::Both);
    });
    let mut requests = Requests::default();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = browser.read(&mut buffer)?;
        let bytes = buffer.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            upstream.shutdown(Shutdown::Both)?;
            return Ok(());
        }
        if let Some(next) = requests.take(bytes) {
            *purpose.lock().unwrap_or_else(PoisonError::into_inner) = next;
            count(counted, next, |traffic| traffic.requests += 1);
        }
        let now = *purpose.lock().unwrap_or_else(PoisonError::into_inner);
        count(counted, now, |traffic| traffic.sent += length as u64);
        upstream.write_all(bytes)?;
    }
}

fn carry_answers(
    mut from: &TcpStream,
    mut to: &TcpStream,
    purpose: &Mutex<Purpose>,
    counted: &Mutex<Counted>,
) -> Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = from.read(&mut buffer)?;
        let bytes = buffer.get(..length).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(());
        }
        let now = *purpose.lock().unwrap_or_else(PoisonError::into_inner);
        count(counted, now, |traffic| traffic.received += length as u64);
        to.write_all(bytes)?;
    }
}

fn count(counted: &Mutex<Counted>, purpose: Purpose, add: impl FnOnce(&mut Traffic)) {
    let mut counted = counted.lock().unwrap_or_else(PoisonError::into_inner);
    add(match purpose {
        Purpose::Relay => &mut counted.relay,
        Purpose::Files => &mut counted.files,
        Purpose::Wakes => &mut counted.wakes,
    });
}

/// Where in the stream of requests a connection is.
#[derive(Default)]
struct Requests {
    head: Vec<u8>,
    /// Bytes of the body that are still to come.
    body: usize,
}

impl Requests {
    /// What the request is for whose head ends in these bytes, if one does.
    fn take(&mut self, bytes: &[u8]) -> Option<Purpose> {
        let of_body = self.body.min(bytes.len());
        self.body -= of_body;
        self.head.extend(bytes.get(of_body..).unwrap_or_default());
        let end = self.head.windows(4).position(|four| four == b"\r\n\r\n");
        let Some(end) = end.map(|at| at + 4) else {
            // Nothing that a browser sends has such a head.
            if self.head.len() > MOST_HEAD {
                self.head.clear();
            }
            return None;
        };
        let rest = self.head.len() - end;
        let head = String::from_utf8_lossy(self.head.get(..end).unwrap_or_default()).into_owned();
        self.head.clear();
        self.body = body_length(&head).saturating_sub(rest);
        Some(purpose(&head))
    }
}

fn body_length(head: &str) -> usize {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}

fn purpose(head: &str) -> Purpose {
    match head.split(' ').nth(1).unwrap_or_default() {
        path if path.starts_with("/v1/wake") => Purpose::Wakes,
        path if path.starts_with("/v1/") => Purpose::Relay,
        _ => Purpose::Files,
    }
}
