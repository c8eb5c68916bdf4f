//! What is tried.

mod documents;
mod sealed;
mod wire;

use super::Target;

/// The name of an error without its values.
fn kind(error: &impl std::fmt::Debug) -> String {
    let text = format!("{error:?}");
    let name = text.split(['(', '{', ' ']).next();
    name.unwrap_or_default().to_owned()
}

/// Everything that reads bytes from outside.
pub const TARGETS: &[Target] = &[
    Target {
        name: "items",
        tries: 40_000,
        begin: wire::items,
        read: wire::read_item,
    },
    Target {
        name: "roster-entries",
        tries: 20_000,
        begin: wire::roster_entries,
        read: wire::read_roster_entry,
    },
    Target {
        name: "roster-rules",
        tries: 4_000,
        begin: wire::roster_bodies,
        read: wire::read_roster_body,
    },
    Target {
        name: "statements",
        tries: 10_000,
        begin: wire::statements,
        read: wire::read_said,
    },
    Target {
        name: "messages",
        tries: 30_000,
        begin: wire::messages,
        read: wire::read_message,
    },
    Target {
        name: "frames",
        tries: 60_000,
        begin: wire::frames,
        read: wire::read_frames,
    },
    Target {
        name: "sealed-content",
        tries: 4_000,
        begin: sealed::plaintexts,
        read: sealed::read_plaintext,
    },
    Target {
        name: "invitation-links",
        tries: 20_000,
        begin: sealed::links,
        read: sealed::read_link,
    },
    Target {
        name: "lock-records",
        tries: 40_000,
        begin: sealed::locks,
        read: sealed::read_lock,
    },
    Target {
        name: "recovery-words",
        tries: 20_000,
        begin: sealed::words,
        read: sealed::read_words,
    },
    Target {
        name: "parcels",
        tries: 20_000,
        begin: sealed::parcels,
        read: sealed::read_parcel,
    },
    Target {
        name: "csv-files",
        tries: 10_000,
        begin: documents::csv_files,
        read: documents::read_csv,
    },
    Target {
        name: "changes",
        tries: 2_500,
        begin: documents::changes,
        read: documents::read_change,
    },
    Target {
        name: "snapshots",
        tries: 1_500,
        begin: documents::snapshots,
        read: documents::read_snapshot,
    },
];
