//! Who gets in: joining, locking, roles, sharing, lost and shared devices.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

#[path = "../support/mod.rs"]
mod support;

mod accesses;
mod hand_over;
mod help;
mod impostors;
mod inspection;
mod joining;
mod lease;
mod lost_device;
mod membership;
mod one_device;
mod passkey;
mod passphrase;
mod people;
mod pin;
mod recovery;
mod shared_phone;
mod sharing;
mod two_devices;
