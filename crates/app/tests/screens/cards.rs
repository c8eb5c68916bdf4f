//! A card that a participant carries, opened.

use handrail_engine::api::{CardCommand, CardView, CoachingCommand, Command, Reply};

/// What stands on every made-up card.
pub const LINE: &str = "Walk first, then call Casey.";

/// What a made-up engine says to an order to open one.
pub fn said(command: &Command) -> Option<Reply> {
    let Command::Coaching(CoachingCommand::Card(CardCommand::Open { .. })) = command else {
        return None;
    };
    Some(Reply::Card(Box::new(CardView {
        text: String::new(),
        qr: Vec::new(),
        lines: vec!["Robin".to_owned(), LINE.to_owned()],
    })))
}
