//! The wire of Handrail, version 1: what devices and the relay both have to
//! read. Identifiers, signed items, the signed roster, and the bodies of the
//! relay's routes. `docs/protocol.md` is the same thing in prose.
//!
//! This crate checks signatures and shapes. It cannot open an item: no
//! decryption, no private key and no randomness is in it, so the relay, which
//! depends on nothing else of ours, stays blind.

pub mod base32;
pub mod canonical;
mod encoding;
pub mod frames;
pub mod id;
pub mod item;
pub mod key;
pub mod limits;
pub mod message;
pub mod parcel;
pub mod roster;
pub mod route;
pub mod statement;

pub use id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, Fingerprint, GroupId, GroupKeyId, Incarnation,
    InvitationId, ItemId, KeyId, MemberId, RelayIncarnation, RootKeyId, RosterHash,
};
pub use item::{
    Assignment, DocumentKeyWrap, DocumentKind, ForgetOrder, ForgetReason, HoldStatement, ItemError,
    ItemHeader, ItemKind, UnverifiedItem, VerifiedItem, WriterPosition, encode_item,
};
pub use key::{HpkePublicKey, KeyError, SignPublicKey, Signature};
pub use roster::{
    RosterEntry, RosterError, RosterHead, RosterState,
    operation::{KeyWrap, Operation, Recipient, Role, SealedKey},
};
