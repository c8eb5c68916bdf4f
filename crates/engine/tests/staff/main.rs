//! Whoever works here, and numbers: on call, training, money, scorecards, imports.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod billing;
mod growth;
mod import_training;
mod importing;
mod money;
mod numbers;
mod on_call;
mod scorecard_words;
mod scorecards;
mod shift_swaps;
mod trained;
mod workforce;
