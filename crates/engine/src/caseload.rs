//! Participants: from a screen's order to a durable change, and back to rows.

pub mod both;
pub mod orders;
pub mod projection;
pub mod words;
pub mod write;
