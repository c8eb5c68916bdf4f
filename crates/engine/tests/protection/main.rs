//! The role's protection and consent: what is brought to supervisors, told to others, and read by whom.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod coach_space;
mod concerns;
mod consents;
mod evidence;
mod legal_texts;
mod lists_due;
mod own_reports;
mod provider_lists;
mod rooms;
mod sheet;
mod supervision;
