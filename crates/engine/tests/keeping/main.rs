//! What is kept, brought later, compacted and forgotten.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod compaction;
mod ends;
mod forgetting;
mod forgetting_guests;
mod late;
mod late_records;
mod parcels;
mod rebuild;
mod renewing;
mod retention_rules;
mod wiping;
