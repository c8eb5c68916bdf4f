//! What the operator sets.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::limits::Limits;

/// Where the certificate chain and its key are, both PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// Requests per second on average, and at once after a pause. 0 per second means no cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    pub per_address: u32,
    pub address_burst: u32,
    pub per_device: u32,
    pub device_burst: u32,
}

impl Default for Rates {
    /// An office of fifty behind one address may all come back at once.
    fn default() -> Self {
        Self {
            per_address: 100,
            address_burst: 1_000,
            per_device: 20,
            device_burst: 200,
        }
    }
}

impl Rates {
    /// No caps.
    pub const OFF: Self = Self {
        per_address: 0,
        address_burst: 0,
        per_device: 0,
        device_burst: 0,
    };
}

/// Everything [`start`](super::start) needs.
#[derive(Clone, Debug)]
pub struct Settings {
    pub data: PathBuf,
    /// Port 0 takes any free one.
    pub listen: SocketAddr,
    pub web: Option<PathBuf>,
    pub tls: Option<TlsFiles>,
    pub limits: Limits,
    pub rates: Rates,
    pub max_connections: usize,
    /// 0 for as much as the disk has.
    pub max_database_bytes: u64,
}

impl Settings {
    /// Any free port of this machine, no web app, no TLS, the usual limits.
    pub fn local(data: PathBuf) -> Self {
        Self {
            data,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            web: None,
            tls: None,
            limits: Limits::default(),
            rates: Rates::default(),
            max_connections: 1_024,
            max_database_bytes: 0,
        }
    }
}
