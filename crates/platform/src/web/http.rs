//! One request and its whole answer.

use std::pin::pin;

use futures_util::future::{Either, select};
use handrail_engine::io::{HttpReply, HttpRequest, Method, TransportError};
use js_sys::{Uint8Array, futures::JsFuture};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, Request, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response, ResponseType,
};

use super::{clock, js};
use crate::content_type;

const REDIRECT: u16 = 302;

/// Sends a request and reads its answer, within the limits it states.
///
/// # Errors
/// Any status is an answer; an error means that no whole answer came.
pub(crate) async fn exchange(request: HttpRequest) -> Result<HttpReply, TransportError> {
    let work = pin!(whole(&request));
    let patience = pin!(clock::sleep(request.timeout_ms));
    match select(work, patience).await {
        Either::Left((result, _)) => result,
        Either::Right(((), _)) => Err(TransportError::TimedOut),
    }
}

async fn whole(request: &HttpRequest) -> Result<HttpReply, TransportError> {
    let mut body = open(request).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = body.next_piece().await? {
        if bytes.len() + piece.len() > request.max_reply_bytes {
            return Err(TransportError::TooLong);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(HttpReply {
        status: body.status,
        content_type: std::mem::take(&mut body.content_type),
        body: bytes,
        retry_after_seconds: body.retry_after_seconds,
    })
}

/// An answer whose head has come; dropping it ends the exchange.
pub(super) struct Answer {
    pub(super) status: u16,
    content_type: String,
    retry_after_seconds: Option<u64>,
    reader: Option<ReadableStreamDefaultReader>,
    _exchange: Exchange,
}

/// Ends a fetch that nobody waits for any more.
struct Exchange(AbortController);

impl Drop for Exchange {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends a request and waits for the head of the answer.
pub(super) async fn open(request: &HttpRequest) -> Result<Answer, TransportError> {
    let exchange = Exchange(AbortController::new().map_err(unreachable)?);
    let prepared = prepare(request, &exchange.0).map_err(unreachable)?;
    let response: Response = JsFuture::from(js::fetch(&prepared))
        .await
        .map_err(unreachable)?
        .unchecked_into();
    let content_type = response.headers().get("content-type").ok().flatten();
    let retry_after = response.headers().get("retry-after").ok().flatten();
    let status = match response.type_() {
        // Not followed, and the browser hides which redirect it was.
        ResponseType::Opaqueredirect => REDIRECT,
        _ => response.status(),
    };
    Ok(Answer {
        status,
        content_type: content_type::without_parameters(&content_type.unwrap_or_default()),
        retry_after_seconds: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
        reader: response
            .body()
            .map(|body| body.get_reader().unchecked_into()),
        _exchange: exchange,
    })
}

impl Answer {
    /// The next piece of the body; `None` at its end.
    pub(super) async fn next_piece(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let Some(reader) = &self.reader else {
            return Ok(None);
        };
        let result = JsFuture::from(reader.read()).await.map_err(unreachable)?;
        Ok(js::property(&result, "value")
            .map(|value| value.unchecked_into::<Uint8Array>().to_vec()))
    }
}

fn prepare(request: &HttpRequest, abort: &AbortController) -> Result<Request, JsValue> {
    let headers = Headers::new()?;
    if let Some(authorization) = &request.authorization {
        headers.set("authorization", authorization)?;
    }
    if let Some(content_type) = &request.content_type {
        headers.set("content-type", content_type)?;
    }
    let init = RequestInit::new();
    match request.method {
        Method::Get => init.set_method("GET"),
        Method::Post => {
            init.set_method("POST");
            init.set_body(&Uint8Array::from(request.body.as_slice()));
        }
    }
    init.set_headers(&headers);
    init.set_signal(Some(&abort.signal()));
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Manual);
    Request::new_with_str_and_init(&request.url, &init)
}

/// A browser does not tell scripts why.
#[allow(clippy::needless_pass_by_value, reason = "a mapper of errors")]
fn unreachable(_: JsValue) -> TransportError {
    TransportError::Unreachable
}
