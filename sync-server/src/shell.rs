//! The relay on the network: HTTP, threads, the clock and the disk around the core.

mod api;
mod clock;
mod hub;
mod rate;
mod readers;
mod serve;
mod settings;
mod static_files;
mod tend;
mod tls;
mod wake;
mod writer;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::core::{Relay, Sessions};
use crate::storage::sqlite::OpenOptions;
use crate::storage::{OpenError, ReadStorage, SqliteStorage, StorageError};
use api::App;
use hub::Hub;
use rate::RateCap;
use readers::Readers;
use static_files::StaticFiles;
use writer::Writer;

pub use settings::{Rates, Settings, TlsFiles};
pub use static_files::{SECURITY_HEADERS, SECURITY_HEADERS_OF_DATA};

/// Why the relay did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("the database cannot be read: {0}")]
    Storage(#[from] StorageError),
    #[error("cannot listen on {address}: {error}")]
    Listen {
        address: SocketAddr,
        error: std::io::Error,
    },
    #[error("the web app's directory {0} cannot be read: {1}")]
    Web(std::path::PathBuf, std::io::Error),
    #[error("the TLS certificate or key cannot be used: {0}")]
    Tls(String),
    #[error("the operating system gives no random numbers: {0}")]
    Random(getrandom::Error),
    #[error("a thread could not be started: {0}")]
    Thread(std::io::Error),
}

/// A relay that is running.
#[derive(Debug)]
pub struct Running {
    /// Where it really listens.
    pub address: SocketAddr,
    /// `http` or `https`.
    pub scheme: &'static str,
    closing: watch::Sender<bool>,
    accepting: JoinHandle<()>,
    writer_ended: watch::Receiver<bool>,
    app: Arc<App>,
}

/// Opens the data directory and starts answering. Runs on the current tokio runtime.
///
/// # Errors
/// See [`StartError`]. Nothing listens then.
pub async fn start(settings: Settings) -> Result<Running, StartError> {
    let tls = settings.tls.as_ref().map(tls::acceptor).transpose()?;
    let files = settings.web.as_deref().map(StaticFiles::new).transpose();
    let files =
        files.map_err(|error| StartError::Web(settings.web.clone().unwrap_or_default(), error))?;
    let listener =
        TcpListener::bind(settings.listen)
            .await
            .map_err(|error| StartError::Listen {
                address: settings.listen,
                error,
            })?;
    let address = listener.local_addr().map_err(|error| StartError::Listen {
        address: settings.listen,
        error,
    })?;
    let options = OpenOptions {
        new_incarnation: handrail_protocol::RelayIncarnation::from_bytes(random()?),
        max_bytes: settings.max_database_bytes,
    };
    let storage = SqliteStorage::open(&settings.data, options)?;
    let incarnation = storage.incarnation()?;
    let hub = Arc::new(Hub::default());
    let readers = Readers::new(&storage, settings.limits)?;
    let relay = Relay::new(storage, settings.limits);
    let (writer, writer_ended) = Writer::start(relay, hub.clone()).map_err(StartError::Thread)?;
    let app = Arc::new(App {
        writer,
        readers,
        hub,
        sessions: Sessions::new(random()?).into(),
        incarnation,
        addresses: RateCap::new(settings.rates.per_address, settings.rates.address_burst),
        devices: RateCap::new(settings.rates.per_device, settings.rates.device_burst),
        strangers: tokio::sync::Semaphore::new(api::STRANGERS_AT_ONCE),
        files,
    });
    let (closing, closed) = watch::channel(false);
    tokio::spawn(tend::tend(app.clone(), closed.clone()));
    let router = api::router(app.clone(), tls.is_some());
    let scheme = if tls.is_some() { "https" } else { "http" };
    let accepting = tokio::spawn(serve::accept(
        listener,
        tls,
        router,
        settings.max_connections,
        closed,
    ));
    Ok(Running {
        address,
        scheme,
        closing,
        accepting,
        writer_ended,
        app,
    })
}

impl Running {
    /// Waits until the writer has ended, which it does by itself only when it is broken.
    pub async fn broken(&mut self) {
        // An error means that the sender is gone: ended as well.
        let _ended = self.writer_ended.wait_for(|ended| *ended).await;
    }

    /// Stops taking requests, finishes those begun (10 seconds at most), and closes the
    /// database.
    pub async fn stop(self) {
        self.app.hub.close();
        let _nobody_waits = self.closing.send(true);
        let _finished = self.accepting.await;
        self.app.readers.close();
        self.app.writer.stop().await;
    }
}

fn random<const N: usize>() -> Result<[u8; N], StartError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(StartError::Random)?;
    Ok(bytes)
}
