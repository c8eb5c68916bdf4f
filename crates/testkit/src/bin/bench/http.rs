//! A small HTTP client that counts every byte on its socket.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// A request without its `host` header.
pub struct Call<'a> {
    /// `GET` or `POST`.
    pub method: &'a str,
    /// Path and query.
    pub target: &'a str,
    /// Value of the `authorization` header.
    pub authorization: Option<&'a str>,
    /// Value of the `content-type` header.
    pub content_type: Option<&'a str>,
    /// Body.
    pub body: &'a [u8],
}

/// A whole answer and what it cost on the socket, headers included.
pub struct Answer {
    pub status: u16,
    pub content_type: String,
    pub body: Vec<u8>,
    pub sent: u64,
    pub received: u64,
}

/// One connection, kept open.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: SocketAddr,
}

impl Connection {
    pub fn open(host: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(6)))?;
        Ok(Self {
            stream: BufReader::new(stream),
            host,
        })
    }

    /// Sends a request and reads its answer.
    pub fn exchange(&mut self, call: &Call<'_>) -> Result<Answer> {
        let mut request = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\n",
            call.method, call.target, self.host
        );
        if let Some(value) = call.authorization {
            request.extend(["authorization: ", value, "\r\n"]);
        }
        if let Some(value) = call.content_type {
            request.extend(["content-type: ", value, "\r\n"]);
        }
        let body = if call.method == "POST" {
            call.body
        } else {
            &[]
        };
        if call.method == "POST" {
            request.extend(["content-length: ", &body.len().to_string(), "\r\n"]);
        }
        request += "\r\n";
        let whole = [request.as_bytes(), body].concat();
        self.stream.get_mut().write_all(&whole)?;
        self.read(whole.len() as u64)
    }

    fn read(&mut self, sent: u64) -> Result<Answer> {
        let mut received = 0;
        let first = self.line(&mut received)?;
        let status = first
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .with_context(|| format!("not HTTP: {first}"))?;
        let (mut length, mut content_type) = (0, String::new());
        loop {
            let line = self.line(&mut received)?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').unwrap_or((&line, ""));
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse()?,
                "content-type" => value.trim().clone_into(&mut content_type),
                "transfer-encoding" => bail!("answers in chunks are not read here"),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        received += body.len() as u64;
        Ok(Answer {
            status,
            content_type,
            body,
            sent,
            received,
        })
    }

    fn line(&mut self, received: &mut u64) -> Result<String> {
        let mut line = String::new();
        let length = self.stream.read_line(&mut line)?;
        if length == 0 {
            bail!("the relay closed the connection");
        }
        *received += length as u64;
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}
