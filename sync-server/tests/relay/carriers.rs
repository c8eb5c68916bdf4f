//! Two ways to a relay: in process with a clock of one's own, and a real process over TCP.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use handrail_protocol::id::RelayIncarnation;
use handrail_relay::Limits;
use handrail_relay::core::{Method, WireRequest};
use handrail_relay::in_process::InProcessRelay;
use handrail_relay::storage::{MemoryStorage, Storage};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::client::{Answer, Carrier};

/// A relay in this process. Its clock stands where the test puts it.
pub struct Local<S> {
    pub relay: InProcessRelay<S>,
    pub rng: ChaCha20Rng,
    pub now_ms: u64,
}

impl Local<MemoryStorage> {
    pub fn new(limits: Limits) -> Self {
        Self::over(
            MemoryStorage::new(RelayIncarnation::from_bytes([5; 16])),
            limits,
        )
    }
}

impl<S: Storage> Local<S> {
    pub fn over(storage: S, limits: Limits) -> Self {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let relay = InProcessRelay::new(storage, limits, &mut rng);
        Self {
            relay,
            rng,
            now_ms: 1_700_000_000_000,
        }
    }
}

impl<S: Storage> Carrier for Local<S> {
    fn carry(&mut self, method: Method, target: &str, token: Option<&str>, body: &[u8]) -> Answer {
        let request = WireRequest {
            method,
            target,
            body,
        };
        let reply = self
            .relay
            .exchange(&request, token, self.now_ms, &mut self.rng);
        (reply.status, reply.body)
    }
}

/// The program itself. Killed when dropped.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
}

impl Process {
    pub fn start(data: &Path, more: &[&str]) -> Self {
        Self::spawn(&mut command(data, more))
    }

    /// As `start`, with everything that is logged in a file.
    pub fn start_logging(data: &Path, more: &[&str], log: &File) -> Self {
        let log = log.try_clone().unwrap();
        Self::spawn(command(data, more).env("RUST_LOG", "debug").stderr(log))
    }

    fn spawn(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .unwrap()
            .parse()
            .unwrap();
        Self { child, address }
    }

    /// What a program that refuses to start says.
    pub fn refusal(data: &Path, more: &[&str]) -> String {
        let mut child = command(data, more).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        if !line.is_empty() {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("it started");
        }
        let output = child.wait_with_output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// `SIGTERM`; whether the program then ended well.
    pub fn terminate(mut self) -> bool {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        self.child.wait().unwrap().success()
    }

    pub fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

fn command(data: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handrail-relay"));
    command
        .arg("--data")
        .arg(data)
        .args(["--listen", "127.0.0.1:0"])
        .args(more);
    command
        .env("RUST_LOG", "error")
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command
}

impl Carrier for Process {
    fn carry(&mut self, method: Method, target: &str, token: Option<&str>, body: &[u8]) -> Answer {
        carry(self.address, method, target, token, body).unwrap()
    }
}

/// One request on a connection of its own; an error when the relay went away meanwhile.
pub fn carry(
    address: SocketAddr,
    method: Method,
    target: &str,
    token: Option<&str>,
    body: &[u8],
) -> std::io::Result<Answer> {
    let verb = if method == Method::Get { "GET" } else { "POST" };
    let token = token
        .map(|token| format!("authorization: {token}\r\n"))
        .unwrap_or_default();
    let head = format!(
        "{verb} {target} HTTP/1.1\r\nhost: relay\r\nconnection: close\r\n{token}content-length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(head.as_bytes())?;
    // A relay that has heard enough may answer before it has read everything.
    let _early_answer = stream.write_all(body);
    let reply = HttpAnswer::read(&mut stream)?;
    Ok((reply.status, reply.body))
}

/// An answer as it came over TCP.
pub struct HttpAnswer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl HttpAnswer {
    /// Reads to the end of the stream. A cut body is an error.
    pub fn read(stream: &mut impl Read) -> std::io::Result<Self> {
        Self::read_answer(stream, true)
    }

    /// The answer to a `HEAD` has no body.
    pub fn read_head(stream: &mut impl Read) -> std::io::Result<Self> {
        Self::read_answer(stream, false)
    }

    fn read_answer(stream: &mut impl Read, has_body: bool) -> std::io::Result<Self> {
        let mut bytes = Vec::new();
        let mut part = [0; 16 * 1024];
        loop {
            match stream.read(&mut part) {
                Ok(0) => break,
                Ok(length) => bytes.extend_from_slice(&part[..length]),
                Err(_) if !bytes.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        let cut = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .ok_or_else(cut)?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines
            .next()
            .unwrap()
            .split(' ')
            .nth(1)
            .unwrap()
            .parse()
            .unwrap();
        let headers: Vec<_> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let reply = Self {
            status,
            headers,
            body: bytes[end + 4..].to_vec(),
        };
        match reply
            .header("content-length")
            .map(|length| length.parse::<usize>().unwrap())
        {
            Some(length) if length > reply.body.len() && has_body && status != 304 => Err(cut()),
            _ => Ok(reply),
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(held, _)| held == name)
            .map(|(_, value)| value.as_str())
    }
}
