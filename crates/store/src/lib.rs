//! What a device keeps: the item log (the truth), keys, and the caches that make screens quick.
//!
//! Two files. `lock.db` is plain and holds what turns a passphrase into a key. The database of a
//! profile is SQLite encrypted with `chacha20`, in one format on every platform. This crate knows
//! bytes and rows; it reads no document, opens no item and reaches no network.
//!
//! Times are unix milliseconds, dates are `YYYY-MM-DD`, codes are texts that the store does not
//! read.

// Links the C code that `rusqlite` calls.
use sqlite3mc_native as _;

mod connect;
mod error;
mod key_check;
mod location;
mod lock;
mod projections;
mod rows;
mod store;
mod tables;

#[cfg(feature = "conformance")]
pub mod conformance;

pub use error::{OpenError, StoreError};
pub use key_check::KeyCheck;
pub use location::StoreLocation;
pub use lock::{HelpRow, LockRow, LockStore, MOST_PROFILES, RemovedRow};
pub use projections::{
    accesses::{AccessRow, GuestRow},
    conflicts::ConflictRow,
    contacts::{AuthorCount, ContactDay, NewestContact, WorkDay},
    encounters::EncounterRow,
    milestones::MilestoneRow,
    participants::ParticipantRow,
    people::{PeoplePage, PeopleSearch, PersonHit},
    record::ParticipantRecord,
    statements::StatementRow,
    words::WordsRow,
};
pub use store::{Read, Store, Tx};
pub use tables::{
    assignments::Departure,
    documents::{DocumentHead, DocumentRow},
    drafts::Draft,
    forgotten::OrderRow,
    frontier::Writer,
    groups::{GroupedDocument, KeyEpoch},
    items::{ItemCost, ItemInsert, ItemRow, NewItem},
    keys::{Added, DocumentKeyRow, GroupKeyRow},
    parcels::CarriedRow,
    pending::PendingRow,
    quarantine::QuarantineRow,
    receipts::{ReceiptRow, Vouched},
    roster::RosterEntryRow,
    sending::{ItemDelivery, LastSent, Waiting},
};
