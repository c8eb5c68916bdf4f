//! Tables that screens read. They can be dropped and made again from the log at any time.

pub(crate) mod accesses;
pub(crate) mod attachments;
pub(crate) mod conflicts;
pub(crate) mod contacts;
pub(crate) mod encounters;
pub(crate) mod milestones;
pub(crate) mod notes;
pub(crate) mod participants;
pub(crate) mod people;
pub(crate) mod record;
pub(crate) mod search;
pub(crate) mod statements;
pub(crate) mod words;
