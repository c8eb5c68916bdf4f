//! Connections: accepting them, bounding them, ending them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

/// From where a request came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(pub SocketAddr);

const HANDSHAKE: Duration = Duration::from_secs(10);
const HEADERS: Duration = Duration::from_secs(10);
/// How long somebody may take nothing of what they asked for.
const READS_NOTHING: Duration = Duration::from_mins(1);
const FINISHING: Duration = Duration::from_secs(10);
const HEADER_BYTES: usize = 16 * 1024;

/// Serves until `closed` says so, then finishes what was begun.
pub(super) async fn accept(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    router: Router,
    max_connections: usize,
    mut closed: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(max_connections));
    let mut connections = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = closed.wait_for(|closed| *closed) => break,
        };
        while connections.try_join_next().is_some() {}
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of descriptors, most likely: give others time to end.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = places.clone().try_acquire_owned() else {
            tracing::warn!("too many connections: one was turned away");
            continue;
        };
        let connection = Connection {
            tls: tls.clone(),
            router: router.clone(),
            address,
            _place: place,
        };
        connections.spawn(connection.run(stream, closed.clone()));
    }
    drop(listener);
    let finishing = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(FINISHING, finishing).await.is_err() {
        tracing::warn!("some requests did not finish in time and were cut");
    }
}

struct Connection {
    tls: Option<TlsAcceptor>,
    router: Router,
    address: SocketAddr,
    _place: OwnedSemaphorePermit,
}

impl Connection {
    async fn run(self, stream: TcpStream, closed: watch::Receiver<bool>) {
        // Small answers should not wait for more to send.
        let _best_effort = stream.set_nodelay(true);
        let mut stream = Box::pin(TimeoutStream::new(stream));
        stream
            .as_mut()
            .set_write_timeout_pinned(Some(READS_NOTHING));
        match self.tls.clone() {
            None => self.serve(stream, closed).await,
            Some(tls) => {
                if let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await {
                    self.serve(stream, closed).await;
                }
            }
        }
    }

    async fn serve(
        self,
        stream: impl AsyncRead + AsyncWrite + Unpin,
        mut closed: watch::Receiver<bool>,
    ) {
        let peer = Peer(self.address);
        let router = self.router;
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            request.extensions_mut().insert(peer);
            router.clone().oneshot(request.map(Body::new))
        });
        let serving = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEADERS)
            .max_buf_size(HEADER_BYTES)
            .serve_connection(TokioIo::new(stream), service);
        let mut serving = std::pin::pin!(serving);
        // Errors here are the client's: cut connections, headers that are none.
        tokio::select! {
            _ = serving.as_mut() => return,
            _ = closed.wait_for(|closed| *closed) => serving.as_mut().graceful_shutdown(),
        }
        let _cut = serving.await;
    }
}
