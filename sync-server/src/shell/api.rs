//! The HTTP face: the API below `/v1`, health, and the web app's files.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request as HttpRequest, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method as HttpMethod, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use handrail_protocol::id::{KeyId, RelayIncarnation};
use handrail_protocol::message::{ChallengeReply, ProblemCode, SessionNonce, SessionRequest};
use handrail_protocol::route;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::clock::{instant, now_ms};
use super::hub::Hub;
use super::rate::{RateCap, network_of};
use super::readers::Readers;
use super::serve::Peer;
use super::static_files::{SECURITY_HEADERS, SECURITY_HEADERS_OF_DATA, StaticFiles};
use super::wake;
use super::writer::Writer;
use crate::core::{Method, Reply, Request, Session, Sessions, WireRequest, max_body_bytes};
use crate::in_process::{find_session, session_reply};

/// How many bodies of people without a session are read at the same time.
pub(super) const STRANGERS_AT_ONCE: usize = 32;
const BODY: Duration = Duration::from_secs(30);
const ANSWER: Duration = Duration::from_mins(1);
const RETRY_AFTER_SECONDS: &str = "2";

/// What all requests share.
pub(super) struct App {
    pub writer: Writer,
    pub readers: Readers,
    pub hub: Arc<Hub>,
    pub sessions: Mutex<Sessions>,
    pub incarnation: RelayIncarnation,
    pub addresses: RateCap<[u8; 8]>,
    pub devices: RateCap<KeyId>,
    pub strangers: Semaphore,
    pub files: Option<StaticFiles>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

pub(super) fn router(app: Arc<App>, is_tls: bool) -> Router {
    Router::new()
        .route(route::HEALTH, get(health))
        .route("/v1/{*rest}", any(api))
        .fallback(files)
        .layer(middleware::from_fn(move |request, next| {
            finish(is_tls, request, next)
        }))
        .with_state(app)
}

/// Adds the security headers, bounds the time, and logs what came of the request: no ids, no
/// addresses, no query, no body.
async fn finish(is_tls: bool, request: HttpRequest, next: Next) -> Response {
    let begun = instant();
    let is_for_program = request.uri().path().starts_with("/v1/");
    let route = route_name(request.uri().path());
    let method = request.method().clone();
    let sent = request.headers().get(header::CONTENT_LENGTH).cloned();
    let mut response = timeout(ANSWER, next.run(request))
        .await
        .unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response());
    let headers = response.headers_mut();
    let said = if is_for_program {
        &SECURITY_HEADERS_OF_DATA[..]
    } else {
        &SECURITY_HEADERS[..]
    };
    for (name, value) in said {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if is_tls {
        let a_year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, a_year);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    tracing::info!(
        route,
        method = method.as_str(),
        status = response.status().as_u16(),
        bytes_in = sent
            .and_then(|length| length.to_str().ok()?.parse::<u64>().ok())
            .unwrap_or(0),
        bytes_out = axum::body::HttpBody::size_hint(response.body())
            .exact()
            .unwrap_or(0),
        ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        "answered"
    );
    response
}

/// The route's name for the log.
fn route_name(path: &str) -> &'static str {
    const NAMED: [&str; 9] = [
        route::AGENCIES,
        route::SESSION_CHALLENGE,
        route::SESSION,
        route::ROSTER,
        route::ITEMS,
        route::FEED,
        route::FRONTIER,
        route::WAKE,
        route::HEALTH,
    ];
    match NAMED.into_iter().find(|name| *name == path) {
        Some(name) => name,
        None if path.starts_with(route::DOCUMENTS_PREFIX) => "/v1/documents",
        None if path.starts_with("/v1/") => "/v1",
        None => "file",
    }
}

async fn health(State(app): State<Arc<App>>) -> Response {
    let works = app
        .readers
        .knows(handrail_protocol::AgencyId::from_bytes([0; 16]))
        .await
        .is_ok();
    let (status, word) = if works {
        (StatusCode::OK, "ok")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "failing")
    };
    let body = serde_json::json!({ "status": word, "version": env!("CARGO_PKG_VERSION") });
    (
        status,
        [(header::CONTENT_TYPE, "application/json")],
        body.to_string(),
    )
        .into_response()
}

async fn files(State(app): State<Arc<App>>, request: HttpRequest) -> Response {
    let Some(files) = app.files.clone() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let (parts, _) = request.into_parts();
    let answered = tokio::task::spawn_blocking(move || {
        files.answer(&parts.method, parts.uri.path(), &parts.headers)
    });
    answered
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn api(State(app): State<Arc<App>>, request: HttpRequest) -> Response {
    match answer(&app, request).await {
        Ok(response) => response,
        Err(code) => reply_of(&Reply::Problem(code)),
    }
}

async fn answer(app: &App, request: HttpRequest) -> Result<Response, ProblemCode> {
    let (parts, body) = request.into_parts();
    if let Some(Peer(address)) = parts.extensions.get()
        && !app.addresses.allows(network_of(address.ip()), now_ms())
    {
        return Err(ProblemCode::TooManyRequests);
    }
    let session = session_of(app, &parts.headers)?;
    if let Some(session) = &session
        && !app.devices.allows(session.caller.key(), now_ms())
    {
        return Err(ProblemCode::TooManyRequests);
    }
    let method = match parts.method {
        HttpMethod::GET => Method::Get,
        HttpMethod::POST => Method::Post,
        _ => return Err(ProblemCode::NotFound),
    };
    let path = parts.uri.path();
    if session.is_none() && matches!(path, route::ITEMS | route::FRONTIER) {
        return Err(ProblemCode::SessionRequired);
    }
    let body = read_body(app, session.is_none(), path, body).await?;
    let Some(body) = body else {
        return Ok(StatusCode::REQUEST_TIMEOUT.into_response());
    };
    let target = parts
        .uri
        .path_and_query()
        .map_or(path, |target| target.as_str());
    let request = Request::read(&WireRequest {
        method,
        target,
        body: &body,
    })?;
    Ok(match request {
        Request::Challenge(asked) => {
            if !app.readers.knows(asked.agency).await? {
                return Err(ProblemCode::NotFound);
            }
            let random = random()?;
            let nonce = lock(&app.sessions).challenge(asked.agency, asked.key, random, now_ms());
            reply_of(&Reply::Challenge(ChallengeReply {
                nonce: SessionNonce(nonce),
            }))
        }
        Request::OpenSession(asked) => open_session(app, asked).await?,
        Request::Wake { after } => {
            let session = session.ok_or(ProblemCode::SessionRequired)?;
            match app.readers.read(Some(session), request).await {
                Reply::Done => wake::stream_of(app, session, after).await?,
                refused => reply_of(&refused),
            }
        }
        request if request.writes() => reply_of(&write(app, session, request).await?),
        request => reply_of(&app.readers.read(session, request).await),
    })
}

async fn write(
    app: &App,
    session: Option<Session>,
    request: Request,
) -> Result<Reply, ProblemCode> {
    if session.is_none()
        && let Some(reply) = app.readers.foresee(request.clone()).await?
    {
        return Ok(reply);
    }
    Ok(app.writer.write(session, request).await)
}

fn session_of(app: &App, headers: &HeaderMap) -> Result<Option<Session>, ProblemCode> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    let value = value.to_str().map_err(|_| ProblemCode::SessionRequired)?;
    find_session(&lock(&app.sessions), Some(value), now_ms())
}

async fn open_session(app: &App, asked: SessionRequest) -> Result<Response, ProblemCode> {
    if !lock(&app.sessions).accepts(asked.agency, asked.key, &asked.nonce.0, now_ms()) {
        return Err(ProblemCode::ChallengeFailed);
    }
    let caller = app.readers.identify(asked).await?;
    let token = random()?;
    let now_ms = now_ms();
    lock(&app.sessions)
        .open(asked.agency, caller, asked.nonce.0, token, now_ms)
        .ok_or(ProblemCode::ChallengeFailed)?;
    Ok(reply_of(&Reply::Session(session_reply(
        token,
        app.incarnation,
        now_ms,
    ))))
}

/// The whole body, within the path's size; `None` when it did not come in time.
async fn read_body(
    app: &App,
    is_stranger: bool,
    path: &str,
    body: Body,
) -> Result<Option<Bytes>, ProblemCode> {
    let _place = if is_stranger {
        Some(
            app.strangers
                .try_acquire()
                .map_err(|_| ProblemCode::TooManyRequests)?,
        )
    } else {
        None
    };
    match timeout(BODY, Limited::new(body, max_body_bytes(path)).collect()).await {
        Err(_) => Ok(None),
        Ok(Ok(body)) => Ok(Some(body.to_bytes())),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ProblemCode::TooLarge),
        Ok(Err(_)) => Err(ProblemCode::Malformed),
    }
}

fn reply_of(reply: &Reply) -> Response {
    let wire = reply.to_wire();
    let status = StatusCode::from_u16(wire.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = [(header::CONTENT_TYPE, route::CONTENT_TYPE_CBOR)];
    let mut response = (status, kind, wire.body).into_response();
    if matches!(wire.status, 429 | 503) {
        let wait = HeaderValue::from_static(RETRY_AFTER_SECONDS);
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

fn lock(sessions: &Mutex<Sessions>) -> std::sync::MutexGuard<'_, Sessions> {
    sessions.lock().unwrap_or_else(PoisonError::into_inner)
}

fn random<const N: usize>() -> Result<[u8; N], ProblemCode> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| ProblemCode::Unavailable)?;
    Ok(bytes)
}
