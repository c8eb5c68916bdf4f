use serde::{Deserialize, Serialize};

/// Hands over what is new without the relay (issue 4.9): sealed, in a file or in codes that follow each
/// other on the screen. Whoever carries a parcel reads of it what they may read anyway, a stranger
/// nothing.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub enum ParcelCommand {
    /// Makes a parcel of what the relay does not have, and of what this device wrote lately; replies
    /// `ParcelMade`. What is in it is never sealed anew.
    Make {
        /// For codes: [`MOST_SMALL_BYTES`] at most.
        small: bool,
    },
    /// Takes what is new in a parcel, and keeps it for the relay and for the next parcel; replies
    /// `ParcelTaken`. Taking it twice changes nothing.
    Take {
        /// The whole file; [`MOST_PARCEL_BYTES`] at most.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// As `Take`, of the texts of codes in any order, doubled ones too. While some are missing it
    /// replies `ParcelScanned`, and nothing is taken; nothing of it is kept: the next order brings all
    /// texts again.
    Scan {
        /// As read; what is no code of a parcel is passed over.
        texts: Vec<String>,
    },
}

/// Says nothing of what is in it.
impl std::fmt::Debug for ParcelCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ParcelCommand(..)")
    }
}

/// Most bytes of a parcel as a file.
pub const MOST_PARCEL_BYTES: usize = 8 * 1024 * 1024;
/// Most bytes of a parcel in codes.
pub const MOST_SMALL_BYTES: usize = 24 * 1024;

/// A parcel that was made. Names stay on the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelMadeView {
    /// What to save, as `NAME.handrail`; empty where there is nothing to give.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// For a small parcel, the codes to show one after the other, over and over: row by row, dark is
    /// true. Empty for a file.
    pub codes: Vec<Vec<Vec<bool>>>,
    /// Entries of this device in it that the relay does not have.
    pub own: u32,
    /// Participants whom those are about.
    pub people: u32,
    /// Entries of others in it that this device carries for the relay.
    pub others: u32,
    /// Entries of this device in it that the relay has already.
    pub sent: u32,
    /// Entries that the relay does not have and that found no room, own and others'.
    pub left_out: u32,
}

/// What a parcel brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ParcelTakenView {
    /// Entries that can be read here now.
    pub entries: u32,
    /// Participants whom those are about.
    pub people: u32,
    /// Entries that this device now carries for the relay, readable here or not.
    pub carried: u32,
    /// Entries that were here already, that of a participant who was ordered to be forgotten among
    /// them. All of them and nothing else: nothing was new.
    pub known: u32,
    /// Entries that wait here for an earlier one, for a key or for news of the team.
    pub waiting: u32,
    /// Entries that were set aside or passed over because they are not as they should be.
    pub refused: u32,
}

/// How many codes of a parcel were read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelScannedView {
    /// Different ones of this parcel.
    pub have: u32,
    /// All that there are; 0 while none was read.
    pub of: u32,
}

/// Why a parcel cannot be taken, or made. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ParcelProblem {
    /// Another kind of file.
    NotAParcel,
    /// Made by a newer app.
    Newer,
    /// More than [`MOST_PARCEL_BYTES`].
    TooLarge,
    /// Made in another agency.
    OtherAgency,
    /// Made under a key that this device hears of when it meets the relay.
    KeyNotHere,
    /// Made under a key that was destroyed since: whoever made it meets the relay and makes another.
    KeyGone,
    /// Changed or cut off on its way.
    Damaged,
}
