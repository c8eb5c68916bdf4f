//! Bodies of the relay's routes. CBOR, integer-keyed maps; unknown keys are
//! skipped, so either side may be the newer one.

mod feed;
mod items;
mod problem;
mod roster;
mod session;

pub use feed::{
    DocumentPage, FeedItem, FeedPage, FeedPoint, FrontierReply, FrontierRequest, feed_head,
};
pub use items::{ItemAnswer, ItemOutcome, ItemsReply, RejectReason};
pub use problem::{Problem, ProblemCode};
pub use roster::{AgencyCreated, RosterPage};
pub use session::{
    ChallengeReply, ChallengeRequest, SessionNonce, SessionReply, SessionRequest, SessionToken,
    session_signing_message,
};

/// A body that cannot be read as what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the message is not what this route carries")]
pub struct MessageError;

/// Bytes of a message.
pub fn encode<T: minicbor::Encode<()>>(message: &T) -> Vec<u8> {
    crate::encoding::to_vec(message)
}

/// Reads a message that must fill `bytes` exactly.
///
/// # Errors
/// `MessageError` for anything else, such as the web page of a captive portal.
pub fn decode<'b, T: minicbor::Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, MessageError> {
    crate::encoding::from_slice(bytes).map_err(|_| MessageError)
}
