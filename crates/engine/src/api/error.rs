use serde::{Deserialize, Serialize};

/// Why a request was refused. Nothing was changed unless a variant says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum EngineError {
    /// The device is locked.
    #[error("unlock first")]
    Locked,
    /// Not this passphrase; the next try is free after this many ms.
    #[error("wrong passphrase")]
    WrongPassphrase {
        /// Wait.
        retry_after_ms: u64,
    },
    /// The device is limited to what an inspection may see.
    #[error("end the inspection first")]
    Inspected,
    /// Not the code that ends the inspection.
    #[error("wrong code")]
    WrongCode {
        /// Tries until the device locks.
        tries_left: u8,
    },
    /// Too early for another try.
    #[error("wait before the next try")]
    TooSoon {
        /// Wait.
        retry_after_ms: u64,
    },
    /// Shorter than 10 characters.
    #[error("the passphrase is too short")]
    PassphraseTooShort,
    /// A field is empty, too long or not of its form.
    #[error("{field:?} is not valid")]
    Invalid {
        /// Which.
        field: InvalidField,
        /// Longest allowed, in bytes, where length is the matter.
        limit: Option<u32>,
    },
    /// An agency is on this device already.
    #[error("an agency is on this device already")]
    AlreadyHere,
    /// The typed words are not those of the kit.
    #[error("the words do not match")]
    WordsDoNotMatch,
    /// The link is not whole.
    #[error("the invitation link is not whole")]
    InvitationMalformed,
    /// Used, withdrawn or expired.
    #[error("the invitation cannot be used: {0:?}")]
    InvitationUnusable(super::InvitationState),
    /// The relay's roster does not fit the link: somebody may have tampered.
    #[error("the agency's roster does not match the invitation")]
    RosterMismatch,
    /// The relay could not be reached.
    #[error("no connection to the relay")]
    NoConnection,
    /// The relay refused.
    #[error("the relay refused")]
    RelayRefused,
    /// The relay carries as many agencies as it may.
    #[error("the relay takes no new agency")]
    RelayFull,
    /// Not for this role.
    #[error("not allowed for this role")]
    NotAllowed,
    /// The agency would be left without an administrator.
    #[error("the last administrator stays")]
    LastAdministrator,
    /// The participant was handed over, or a cover ended: not for this member any more.
    #[error("the participant is with another coach now")]
    HandedOver {
        /// Name of the coach.
        coach: String,
    },
    /// The participant was ordered to be forgotten.
    #[error("the participant was forgotten")]
    Forgotten,
    /// The recovery kit is on this device still.
    #[error("the recovery kit is not confirmed")]
    KitUnconfirmed,
    /// A legal hold keeps the record.
    #[error("a legal hold stands")]
    OnHold,
    /// Nothing may be told; nothing was written down.
    #[error("nothing may be told")]
    NotTold(#[serde(deserialize_with = "super::apart")] super::NotTold),
    /// No such participant or record here.
    #[error("not found on this device")]
    NotFound,
    /// The file cannot be read as a table.
    #[error("the file cannot be read: {0:?}")]
    ImportUnreadable(ImportFileProblem),
    /// Another import is running.
    #[error("busy with another import")]
    Busy,
    /// No space is left; nothing was saved.
    #[error("no space is left on this device")]
    StorageFull,
    /// The files cannot be used.
    #[error("storage problem: {0:?}")]
    Storage(super::StorageProblem),
    /// The engine stopped and was started again; ask again.
    #[error("interrupted")]
    Interrupted,
    /// The device did not give the memory that the lock takes.
    #[error("too little memory is free")]
    OutOfMemory,
    /// The typed words are no recovery kit.
    #[error("the words are no recovery kit: {0:?}")]
    RecoveryWords(RecoveryWordsProblem),
    /// The relay has no agency with the root of these words.
    #[error("the relay does not know the agency")]
    UnknownAgency,
    /// Another roster entry was faster than the one made with the recovery kit.
    #[error("the recovery kit is needed once more")]
    RestoreOvertaken,
    /// Something would be lost; the agency's name must be typed.
    #[error("{waiting} entries are on no other device")]
    Unsent {
        /// Entries that no other device has.
        waiting: u32,
        /// Entries of others that travel with this device to the relay.
        carried: u32,
    },
    /// Not this PIN.
    #[error("wrong PIN")]
    WrongPin {
        /// Before the passphrase is needed.
        tries_left: u32,
    },
    /// Not the passkey that was set up here, or its record is damaged; the passphrase opens.
    #[error("this passkey does not open this device")]
    PasskeyDoesNotOpen,
    /// No PIN opens the device now.
    #[error("type the passphrase")]
    PassphraseNeeded,
    /// A code from the phone has 20 digits.
    #[error("the code is not whole")]
    HelpCodeNotWhole,
    /// Not the code for this request; the next try is free after this many ms.
    #[error("wrong code")]
    WrongHelpCode {
        /// Wait.
        retry_after_ms: u64,
    },
    /// The device that asks was taken out of the agency.
    #[error("this device gets no help")]
    HelpRefused,
    /// A PIN that is guessed first.
    #[error("the PIN is too simple")]
    PinTooSimple,
    /// What a program requires of a coach is not on file.
    #[error("what the program requires is not on file")]
    NotTrained {
        /// Name of the coach.
        coach: String,
    },
    /// A parcel cannot be taken.
    #[error("the parcel cannot be taken: {0:?}")]
    Parcel(super::ParcelProblem),
    /// What another device wrote is needed first.
    #[error("what another device wrote has not arrived yet")]
    NotArrived,
}

/// What is wrong with the words of a recovery kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RecoveryWordsProblem {
    /// Not 24, but so many.
    Count(u32),
    /// The word at this position, from 1, is not in the list of words.
    Unknown(u32),
    /// Each is in the list; one is another's place, or another word.
    Checksum,
}

/// Which field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InvalidField {
    /// Agency name.
    AgencyName,
    /// Own name.
    OwnName,
    /// Relay address.
    Relay,
    /// Participant's name.
    Name,
    /// A date.
    Date,
    /// A time.
    Time,
    /// Somebody who does not refer to the program.
    Referrer,
    /// A step of a call-out that does not fit the others.
    Step,
    /// Minutes.
    Minutes,
    /// Miles.
    Miles,
    /// Kits.
    Naloxone,
    /// Note.
    Note,
    /// Reason.
    Reason,
    /// What an entry of a plan is.
    Words,
    /// Answers to a questionnaire.
    Answers,
    /// Another detail.
    Detail,
    /// A setting.
    Setting,
    /// Hours of an invitation.
    Hours,
    /// Column mapping.
    Mapping,
    /// Draft.
    Draft,
    /// A code of digits.
    Code,
    /// PIN: 4 to 8 digits.
    Pin,
    /// A meeting of which it is written down who came.
    Written,
    /// A day on which the group meets already.
    Day,
}

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImportFileProblem {
    /// No bytes.
    Empty,
    /// Heads only.
    NoRows,
    /// More than 10 MB.
    TooLarge,
    /// More than 20,000 rows.
    TooManyRows,
    /// Not a table of text (a workbook, a picture).
    NotText,
}
