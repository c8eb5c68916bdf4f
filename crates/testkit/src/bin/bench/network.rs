//! Requests of an engine, carried to the relay by a few threads.

use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use handrail_engine::io::{HttpReply, HttpRequest, Method, TransportError};

use crate::http::{Call, Connection};

/// Connections of one device.
const LINES: usize = 4;

/// What a device cost on the network.
#[derive(Clone, Copy, Default)]
pub struct Traffic {
    pub requests: u64,
    pub sent: u64,
    pub received: u64,
}

/// An answered request.
pub struct Carried {
    pub id: u64,
    pub path: String,
    pub result: Result<HttpReply, TransportError>,
    sent: u64,
    received: u64,
}

/// The way from one device to the relay.
pub struct Network {
    requests: Sender<HttpRequest>,
    answers: Receiver<Carried>,
    /// Requests that are under way.
    pub open: usize,
    /// Nothing gets through.
    pub cut: bool,
    pub traffic: Traffic,
}

impl Network {
    pub fn to(relay: SocketAddr) -> Self {
        let (requests, waiting) = channel();
        let (done, answers) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..LINES {
            let (waiting, done) = (waiting.clone(), done.clone());
            thread::spawn(move || carry(relay, &waiting, &done));
        }
        Self {
            requests,
            answers,
            open: 0,
            cut: false,
            traffic: Traffic::default(),
        }
    }

    /// Begins a request; `None` when it is under way, otherwise its failure.
    pub fn send(&mut self, request: HttpRequest) -> Result<Option<Carried>> {
        if self.cut {
            return Ok(Some(Carried {
                id: request.id,
                path: String::new(),
                result: Err(TransportError::Unreachable),
                sent: 0,
                received: 0,
            }));
        }
        self.open += 1;
        self.requests.send(request).context("no line is left")?;
        Ok(None)
    }

    /// The program that asked is gone: nobody takes what is still answered.
    pub fn forget(&mut self) -> Result<()> {
        while self.open > 0 {
            self.next(Duration::from_secs(1))?;
        }
        Ok(())
    }

    /// The next answer, if one comes in time.
    pub fn next(&mut self, patience: Duration) -> Result<Option<Carried>> {
        match self.answers.recv_timeout(patience) {
            Ok(carried) => {
                self.open -= 1;
                self.traffic.requests += 1;
                self.traffic.sent += carried.sent;
                self.traffic.received += carried.received;
                Ok(Some(carried))
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => anyhow::bail!("no line is left"),
        }
    }
}

fn carry(relay: SocketAddr, waiting: &Mutex<Receiver<HttpRequest>>, done: &Sender<Carried>) {
    let mut line = None;
    loop {
        let next = waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(request) = next else { return };
        let (id, path) = (request.id, path_of(&request.url));
        let was_idle = line.is_some();
        let mut answer = exchange(relay, &mut line, &request, &path);
        if was_idle && answer.is_err() {
            // The relay hangs up on an idle connection; browsers then take another one.
            line = None;
            answer = exchange(relay, &mut line, &request, &path);
        }
        let carried = if let Ok(answer) = answer {
            Carried {
                id,
                path,
                sent: answer.sent,
                received: answer.received,
                result: Ok(HttpReply {
                    retry_after_seconds: None,
                    status: answer.status,
                    content_type: answer.content_type,
                    body: answer.body,
                }),
            }
        } else {
            line = None;
            Carried {
                id,
                path,
                result: Err(TransportError::Unreachable),
                sent: 0,
                received: 0,
            }
        };
        if done.send(carried).is_err() {
            return;
        }
    }
}

fn exchange(
    relay: SocketAddr,
    line: &mut Option<Connection>,
    request: &HttpRequest,
    path: &str,
) -> Result<crate::http::Answer> {
    let line = match line {
        Some(line) => line,
        None => line.insert(Connection::open(relay)?),
    };
    line.exchange(&Call {
        method: match request.method {
            Method::Get => "GET",
            Method::Post => "POST",
        },
        target: path,
        authorization: request.authorization.as_deref(),
        content_type: request.content_type.as_deref(),
        body: &request.body,
    })
}

/// Path and query of a whole URL.
fn path_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.find('/')
        .and_then(|at| rest.get(at..))
        .unwrap_or("/")
        .to_owned()
}
