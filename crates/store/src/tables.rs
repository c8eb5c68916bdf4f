//! The tables of the truth, one file for each group.

pub(crate) mod assignments;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod forgotten;
pub(crate) mod frontier;
pub(crate) mod groups;
pub(crate) mod imports;
pub(crate) mod items;
pub(crate) mod keys;
pub(crate) mod meta;
pub(crate) mod parcels;
pub(crate) mod pending;
pub(crate) mod quarantine;
pub(crate) mod receipts;
pub(crate) mod roster;
pub(crate) mod sending;
pub(crate) mod settings;
