//! The card that a participant carries (issue 4.6): made line by line with them, sealed under a word of
//! theirs, and read and opened again by it.

mod lines;
mod make;
mod open;
mod read;

pub use make::MakeCard;
pub use open::OpenCard;
