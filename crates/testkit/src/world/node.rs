//! What the world knows of a device.

use rand_chacha::ChaCha20Rng;

use crate::clock::FakeClock;

/// A device: anything that talks HTTP with the relay.
pub trait Node {
    /// Takes one input and answers what to do.
    fn take(
        &mut self,
        input: NodeInput,
        clock: FakeClock,
        rng: &mut ChaCha20Rng,
    ) -> Vec<NodeOutput>;

    /// Loses everything that is not in its database.
    fn crash(&mut self);
}

/// Something that happened to a device.
#[derive(Debug, Clone)]
pub enum NodeInput {
    /// Its program started.
    Started,
    /// Its timer is over.
    Timer,
    /// The relay hinted that there is something new.
    Wake,
    /// The person looks at it, or the network came back.
    Resumed,
    /// Its person wrote something, durably.
    Changed,
    /// A call ended.
    Answer {
        /// As in [`Call`].
        id: u64,
        /// What came back.
        answer: Result<Answer, Lost>,
    },
}

/// Something that a device wants done.
#[derive(Debug, Clone)]
pub enum NodeOutput {
    /// A request to the relay.
    Call(Call),
    /// A timer; replaces the earlier one.
    TimerAfter(u64),
    /// The authorization of the stream of hints to keep open; replaces the
    /// earlier one.
    Stream(Option<String>),
}

/// A request.
#[derive(Debug, Clone)]
pub struct Call {
    /// Unique within one life of the device.
    pub id: u64,
    /// POST instead of GET.
    pub post: bool,
    /// Path and query.
    pub path: String,
    /// Header.
    pub authorization: Option<String>,
    /// Body.
    pub body: Vec<u8>,
    /// Give up after this long.
    pub timeout_ms: u64,
    /// Give up when longer.
    pub max_reply_bytes: usize,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// `content-type`.
    pub content_type: String,
    /// Body.
    pub body: Vec<u8>,
    /// `retry-after`.
    pub retry_after_seconds: Option<u64>,
}

/// No answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// No connection.
    Unreachable,
    /// Time is up.
    TimedOut,
    /// Longer than allowed.
    TooLong,
}
