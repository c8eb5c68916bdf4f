#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail like tests"
)]

#[path = "vault/agency.rs"]
mod agency;
#[path = "vault/card.rs"]
mod card;
#[path = "vault/document_keys.rs"]
mod document_keys;
#[path = "vault/fixture.rs"]
mod fixture;
#[path = "vault/golden.rs"]
mod golden;
#[path = "vault/help.rs"]
mod help;
#[path = "vault/items.rs"]
mod items;
#[path = "vault/joining.rs"]
mod joining;
#[path = "vault/lock.rs"]
mod lock;
#[path = "vault/parcel.rs"]
mod parcel;
#[path = "vault/passkey.rs"]
mod passkey;
#[path = "vault/restoring.rs"]
mod restoring;
#[path = "vault/revoking.rs"]
mod revoking;
#[path = "vault/secrets.rs"]
mod secrets;
