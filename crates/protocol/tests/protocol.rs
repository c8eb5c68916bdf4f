//! Everything of the wire that can be tested without a secret.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail like tests"
)]

#[path = "protocol/canonical.rs"]
mod canonical;
#[path = "protocol/fixture.rs"]
mod fixture;
#[path = "protocol/frames.rs"]
mod frames;
#[path = "protocol/golden.rs"]
mod golden;
#[path = "protocol/ids.rs"]
mod ids;
#[path = "protocol/items.rs"]
mod items;
#[path = "protocol/keys.rs"]
mod keys;
#[path = "protocol/messages.rs"]
mod messages;
#[path = "protocol/parcel_codes.rs"]
mod parcel_codes;
#[path = "protocol/roster_chain.rs"]
mod roster_chain;
#[path = "protocol/roster_duties.rs"]
mod roster_duties;
#[path = "protocol/roster_groups.rs"]
mod roster_groups;
#[path = "protocol/roster_histories.rs"]
mod roster_histories;
#[path = "protocol/roster_invitations.rs"]
mod roster_invitations;
#[path = "protocol/roster_properties.rs"]
mod roster_properties;
#[path = "protocol/roster_questions.rs"]
mod roster_questions;
#[path = "protocol/roster_renewal.rs"]
mod roster_renewal;
#[path = "protocol/statements.rs"]
mod statements;
