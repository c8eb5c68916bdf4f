//! What goes in and out of the engine: the whole of its contact with the world.

use crate::api::{EngineError, Event, Reply, Request};

/// Number of a request of a screen, unique within one run.
pub type RequestId = u64;

/// Number of an HTTP request of the engine, unique within one run.
pub type HttpId = u64;

/// The time, read by the driver for each input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Unix milliseconds, as the device believes.
    pub at: i64,
    /// Minutes east of UTC where the device is.
    pub offset_minutes: i32,
    /// Milliseconds of a clock that never jumps; only differences matter.
    pub monotonic: u64,
}

/// Something that happened.
pub enum Input {
    /// A screen asks.
    Request {
        /// Echoed in the reply.
        id: RequestId,
        /// The question or order.
        request: Request,
    },
    /// An HTTP request ended.
    Http {
        /// As in [`HttpRequest`].
        id: HttpId,
        /// What came back.
        result: Result<HttpReply, TransportError>,
    },
    /// The time asked for by [`Output::TickAfter`] is over.
    Tick,
    /// The relay hinted that there is something new.
    Wake,
    /// The app came to the front, or the network came back.
    Resumed,
}

/// Something to do.
#[derive(Debug)]
pub enum Output {
    /// Answer to a screen; everything it promises is durable.
    Reply {
        /// As asked.
        id: RequestId,
        /// Outcome.
        result: Result<Reply, EngineError>,
    },
    /// To every screen.
    Event(Event),
    /// Send this; answer with [`Input::Http`].
    Http(HttpRequest),
    /// Keep a stream of hints open (`Some`) or close it (`None`); each event of
    /// the stream is one [`Input::Wake`]. Replaces the earlier one.
    WakeStream(Option<WakeStream>),
    /// Send [`Input::Tick`] after this many milliseconds; replaces an earlier
    /// one. 0 means: after other inputs that wait.
    TickAfter(u64),
}

/// A stream of server-sent events to keep open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WakeStream {
    /// Whole URL.
    pub url: String,
    /// Value of the `authorization` header.
    pub authorization: String,
}

/// HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// GET.
    Get,
    /// POST.
    Post,
}

/// A request to the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// Unique within one run.
    pub id: HttpId,
    /// Method.
    pub method: Method,
    /// Whole URL.
    pub url: String,
    /// Value of the `authorization` header.
    pub authorization: Option<String>,
    /// Value of the `content-type` header, where there is a body.
    pub content_type: Option<String>,
    /// Body; CBOR or item frames.
    pub body: Vec<u8>,
    /// Give up after this long.
    pub timeout_ms: u64,
    /// Give up when the answer is longer than this.
    pub max_reply_bytes: usize,
}

/// A whole answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpReply {
    /// Status.
    pub status: u16,
    /// `content-type`, lower case, without parameters.
    pub content_type: String,
    /// Whole body.
    pub body: Vec<u8>,
    /// `retry-after`, when it is a number of seconds.
    pub retry_after_seconds: Option<u64>,
}

/// No whole answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransportError {
    /// No connection, a broken one, or name not found.
    Unreachable,
    /// Time is up.
    TimedOut,
    /// Longer than allowed.
    TooLong,
}
