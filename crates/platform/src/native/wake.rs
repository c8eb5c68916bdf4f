//! The wake-up stream as pieces of bytes.

use handrail_engine::io::WakeStream;
use reqwest::{Response, header};

use super::http;
use crate::wake::StreamRefused;

/// An open stream; dropping it closes the connection.
pub(crate) struct StreamBody {
    response: Response,
}

/// Opens the stream.
pub(crate) async fn open_stream(stream: &WakeStream) -> Result<StreamBody, StreamRefused> {
    let client = http::client().map_err(|_| StreamRefused::Unreachable)?;
    let response = client
        .get(&stream.url)
        .header(header::AUTHORIZATION, &stream.authorization)
        .header(header::ACCEPT, "text/event-stream")
        .send()
        .await
        .map_err(|_| StreamRefused::Unreachable)?;
    if response.status().is_success() {
        Ok(StreamBody { response })
    } else {
        Err(StreamRefused::ByRelay)
    }
}

impl StreamBody {
    /// The next piece; `None` when the stream ended or broke.
    pub(crate) async fn next_piece(&mut self) -> Option<Vec<u8>> {
        let piece = self.response.chunk().await.ok()??;
        Some(piece.to_vec())
    }
}
