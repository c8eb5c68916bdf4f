//! One request and its whole answer.

use std::{sync::LazyLock, time::Duration};

use handrail_engine::io::{HttpReply, HttpRequest, Method, TransportError};
use reqwest::{Client, RequestBuilder, Response, header, redirect};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(15);

/// Sends a request and reads its answer, within the limits it states.
///
/// # Errors
/// Any status is an answer; an error means that no whole answer came.
pub(crate) async fn exchange(request: HttpRequest) -> Result<HttpReply, TransportError> {
    let limit = request.max_reply_bytes;
    let timeout = Duration::from_millis(request.timeout_ms);
    let response = prepare(request)?
        .timeout(timeout)
        .send()
        .await
        .map_err(|error| transport_error(&error))?;
    let status = response.status().as_u16();
    let content_type = content_type(&response);
    let retry_after_seconds = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.trim().parse().ok());
    let body = read(response, limit).await?;
    Ok(HttpReply {
        status,
        content_type,
        body,
        retry_after_seconds,
    })
}

/// One client for the program: it keeps connections open. `None` when the
/// system offers no roots of trust at all.
pub(super) fn client() -> Result<&'static Client, TransportError> {
    static CLIENT: LazyLock<Option<Client>> = LazyLock::new(|| {
        // Fails only when it was done before.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT_TIMEOUT)
            .build()
            .ok()
    });
    CLIENT.as_ref().ok_or(TransportError::Unreachable)
}

pub(super) fn transport_error(error: &reqwest::Error) -> TransportError {
    if error.is_timeout() {
        TransportError::TimedOut
    } else {
        TransportError::Unreachable
    }
}

fn prepare(request: HttpRequest) -> Result<RequestBuilder, TransportError> {
    let mut builder = match request.method {
        Method::Get => client()?.get(request.url),
        Method::Post => client()?.post(request.url).body(request.body),
    };
    if let Some(authorization) = request.authorization {
        builder = builder.header(header::AUTHORIZATION, authorization);
    }
    if let Some(content_type) = request.content_type {
        builder = builder.header(header::CONTENT_TYPE, content_type);
    }
    Ok(builder)
}

fn content_type(response: &Response) -> String {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(crate::content_type::without_parameters)
        .unwrap_or_default()
}

async fn read(mut response: Response, limit: usize) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    while let Some(piece) = response
        .chunk()
        .await
        .map_err(|error| transport_error(&error))?
    {
        if body.len() + piece.len() > limit {
            return Err(TransportError::TooLong);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
