//! Handrail's keys: what seals and opens, signs and unlocks.
//!
//! Pure. Randomness comes in as `&mut impl rand_core::CryptoRng`, time as a
//! number; nothing here reads a clock, a file or the network. Formats are those
//! of `docs/protocol.md`; their public halves are in `handrail-protocol`.
//!
//! Secrets have no `Debug`, `Clone`, `PartialEq` or `Serialize`, and are wiped
//! when dropped.

mod agency;
mod card;
mod document_key;
mod help;
mod item;
mod joining;
mod keyring;
mod lock;
mod padding;
mod parcel;
mod restoring;
mod seal;
mod secret;

pub use agency::{
    Desk, DraftError, DraftedEntry, Founded, Founder, Invite, Invited, Invitee, add_group_member,
    begin_anew, change_member, deactivate_member, draft_entry, end_covers, found_agency, invite,
    remove_group_member, renew_key, revoke_device, withdraw_expired, withdraw_invitation,
};
pub use card::{open_card, seal_card};
pub use document_key::{WrapError, open_document_key, wrap_document_key};
pub use help::{HelpPlace, help_tag};
pub use item::{
    Content, ItemDraft, OpenError, Receipt, SealError, Statements, open_item, seal_item,
};
pub use joining::{InvitationLink, JoinError, Joined, LinkError, redeem_invitation};
pub use keyring::{GroupKeyring, HeldGroupKey, Learned};
pub use lock::{LockError, LockParameters, LockRecord, PasskeyRecord, UnlockError};
pub use parcel::{OpenParcelError, Parcel, open_parcel, parcel_cost, parcel_room, seal_parcel};
pub use restoring::{RestoreError, restore_administrator};
#[cfg(feature = "nfc")]
pub use secret::nfc;
pub use secret::{
    Compose, DatabaseKey, DeviceSecret, DocumentKey, GroupKey, Holder, InvitationKeys,
    InvitationSecret, PasskeyOutput, Passphrase, RootKeys, RootSecret, WordsError,
};
