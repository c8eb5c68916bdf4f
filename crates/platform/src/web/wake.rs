//! The wake-up stream as pieces of bytes.

use handrail_engine::io::{HttpRequest, Method, WakeStream};

use super::http::{self, Answer};
use crate::wake::StreamRefused;

/// An open stream; dropping it closes the connection.
pub(crate) struct StreamBody {
    answer: Answer,
}

/// Opens the stream.
pub(crate) async fn open_stream(stream: &WakeStream) -> Result<StreamBody, StreamRefused> {
    let request = HttpRequest {
        id: 0,
        method: Method::Get,
        url: stream.url.clone(),
        authorization: Some(stream.authorization.clone()),
        content_type: None,
        body: Vec::new(),
        timeout_ms: 0,
        max_reply_bytes: 0,
    };
    let answer = http::open(&request)
        .await
        .map_err(|_| StreamRefused::Unreachable)?;
    if (200..300).contains(&answer.status) {
        Ok(StreamBody { answer })
    } else {
        Err(StreamRefused::ByRelay)
    }
}

impl StreamBody {
    /// The next piece; `None` when the stream ended or broke.
    pub(crate) async fn next_piece(&mut self) -> Option<Vec<u8>> {
        self.answer.next_piece().await.ok().flatten()
    }
}
