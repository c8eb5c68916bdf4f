//! The coach's day: participants, plans, groups, call-outs, what is due.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod agenda;
mod around;
mod call_outs;
mod card;
mod check_ins;
mod coach_day;
mod coaching;
mod connection;
mod crisis_card;
mod groups;
mod half_year;
mod matching;
mod obligations;
mod plan;
mod programs;
mod referrals;
mod resources;
mod ties;
