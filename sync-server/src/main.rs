//! `handrail-relay`: the relay as a program.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use handrail_relay::Limits;
use handrail_relay::shell::{Rates, Settings, TlsFiles, start};
use handrail_relay::storage::Usage;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// Handrail's relay. It stores and forwards sealed items and cannot open them.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Directory of the database. Made if it is not there; one relay at a time.
    #[arg(long, default_value = "handrail-relay-data")]
    data: PathBuf,
    /// Address and port. Port 0 takes a free one; the first line printed says which.
    #[arg(long, default_value = "127.0.0.1:8787")]
    listen: SocketAddr,
    /// Directory of the built web app to serve.
    #[arg(long)]
    web: Option<PathBuf>,
    /// Certificate chain, PEM. Phones need TLS for everything but this machine itself.
    #[arg(long, requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Private key of the certificate, PEM.
    #[arg(long, requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// How many agencies may be founded here.
    #[arg(long, default_value_t = Limits::default().max_agencies)]
    max_agencies: u64,
    /// Items one device may write in all.
    #[arg(long, default_value_t = Limits::default().per_device.items)]
    device_items: u64,
    /// Bytes one device may write in all.
    #[arg(long, default_value_t = Limits::default().per_device.bytes)]
    device_bytes: u64,
    /// Items one agency may hold.
    #[arg(long, default_value_t = Limits::default().per_agency.items)]
    agency_items: u64,
    /// Bytes one agency may hold.
    #[arg(long, default_value_t = Limits::default().per_agency.bytes)]
    agency_bytes: u64,
    /// Bytes the database file may grow to; 0 for as much as the disk has.
    #[arg(long, default_value_t = 0)]
    max_database_bytes: u64,
    /// Requests a second from one address, on average; 0 for no cap.
    #[arg(long, default_value_t = Rates::default().per_address)]
    rate_per_address: u32,
    /// Requests a second of one device, on average; 0 for no cap.
    #[arg(long, default_value_t = Rates::default().per_device)]
    rate_per_device: u32,
    /// Connections at the same time.
    #[arg(long, default_value_t = 1024)]
    max_connections: usize,
    /// Write the log, on standard error, as JSON lines.
    #[arg(long)]
    log_json: bool,
}

impl Arguments {
    fn settings(&self) -> Settings {
        let tls = self.tls_cert.clone().zip(self.tls_key.clone());
        Settings {
            data: self.data.clone(),
            listen: self.listen,
            web: self.web.clone(),
            tls: tls.map(|(certificate, key)| TlsFiles { certificate, key }),
            limits: Limits {
                max_agencies: self.max_agencies,
                per_device: Usage {
                    items: self.device_items,
                    bytes: self.device_bytes,
                },
                per_agency: Usage {
                    items: self.agency_items,
                    bytes: self.agency_bytes,
                },
                ..Limits::default()
            },
            rates: Rates {
                per_address: self.rate_per_address,
                address_burst: self.rate_per_address.saturating_mul(10),
                per_device: self.rate_per_device,
                device_burst: self.rate_per_device.saturating_mul(10),
            },
            max_connections: self.max_connections,
            max_database_bytes: self.max_database_bytes,
        }
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    log_to_stderr(arguments.log_json);
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut running = start(arguments.settings()).await?;
    let line = format!("listening on {}://{}\n", running.scheme, running.address);
    std::io::stdout()
        .write_all(line.as_bytes())
        .context("nobody reads standard output")?;
    std::io::stdout()
        .flush()
        .context("nobody reads standard output")?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
        () = running.broken() => {
            running.stop().await;
            anyhow::bail!("the database failed and the relay stopped; see the log");
        }
    }
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}

fn log_to_stderr(as_json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if as_json {
        log.json().init();
    } else {
        log.init();
    }
}
