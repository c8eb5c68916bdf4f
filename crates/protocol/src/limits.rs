//! Sizes that every reader enforces before it allocates.

/// Longest encoded header of an item, bytes (its length field is a `u16`).
pub const MAX_ITEM_HEADER_BYTES: usize = u16::MAX as usize;
/// Largest change, receipt or tombstone item, bytes.
pub const MAX_ITEM_BYTES: usize = 256 * 1024;
/// Largest snapshot item, bytes. It travels alone in its request.
pub const MAX_SNAPSHOT_ITEM_BYTES: usize = 4 * 1024 * 1024;
/// Largest body of `POST /v1/items` when it holds more than one item, bytes.
pub const MAX_ITEMS_BODY_BYTES: usize = 256 * 1024 + 64;
/// Greatest number of an item in its chain: more than any device writes in its life, and what every
/// storage can count to. Whoever names a greater one is not believed.
pub const MAX_ITEM_NUMBER: u64 = 1 << 48;
/// Most items in one `POST /v1/items`.
pub const MAX_ITEMS_PER_REQUEST: usize = 1_024;
/// Most wrapped document keys in one item header.
pub const MAX_ITEM_WRAPS: usize = 64;
/// Most legal holds that an order to forget names as ended.
pub const MAX_ENDED_HOLDS: usize = 64;
/// Most legal holds that one item names.
pub const MAX_ITEM_HOLDS: usize = 128;
/// Longest id of a retention rule in an order to forget, bytes.
pub const MAX_RULE_ID_BYTES: usize = 40;
/// Most writers that one snapshot's coverage may name.
pub const MAX_ITEM_COVERS: usize = 1_024;

/// Largest parcel as a file, bytes.
pub const MAX_PARCEL_BYTES: usize = 8 * 1024 * 1024;
/// Largest parcel in codes that follow each other, bytes.
pub const MAX_SMALL_PARCEL_BYTES: usize = 24 * 1024;
/// Most items in one parcel.
pub const MAX_PARCEL_ITEMS: usize = 20_000;

/// Largest encoded roster entry, bytes.
pub const MAX_ROSTER_ENTRY_BYTES: usize = 1024 * 1024;
/// Most operations in one roster entry.
pub const MAX_ROSTER_OPERATIONS: usize = 10_000;

/// Largest request body that is not items or a roster entry, bytes.
pub const MAX_REQUEST_BYTES: usize = 1024 * 1024;
/// Largest page a client may ask for with `max_bytes`, bytes. A single item
/// larger than the asked size is still sent, alone.
pub const MAX_PAGE_BYTES: usize = 1024 * 1024;

/// Deepest nesting of CBOR arrays and maps accepted.
pub const MAX_CBOR_DEPTH: usize = 8;
