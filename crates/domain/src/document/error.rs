//! What can go wrong with a document and with a command.

use crate::quantity::TooLong;

/// Bytes from storage or from another device could not be taken in. The document is as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// The saved bytes, or the change at this place in the batch, cannot be read.
    #[error("change {0} cannot be read: keep the item aside and go on")]
    Malformed(usize),
    /// Saved bytes are cut or altered.
    #[error("the saved document is damaged: rebuild it from its items")]
    Damaged,
    /// Saved bytes are a document of another kind.
    #[error("this is a document of another kind")]
    OtherKind,
    /// More bytes than a document may have.
    #[error("the bytes are larger than a document may be")]
    TooLarge,
    /// The change at this place in the batch names another writer than the item that brought it.
    #[error("change {0} names another writer: keep the item aside")]
    NotTheWriter(usize),
    /// The change at this place in the batch says more than its writer's role may.
    #[error("change {0} is not for its writer to make: keep the item aside")]
    NotAllowed(usize),
    /// Two different changes claim the same place of the same session.
    #[error("two different changes claim the same place: keep the item aside")]
    Forked,
    /// The document engine refused the changes, or broke on them.
    #[error("these changes do not fit the document: keep the item aside")]
    Refused,
    /// A change is neither in the document nor waiting after it was taken in.
    #[error("a change was lost while it was taken in: rebuild the document from its items")]
    Lost,
    /// The document has no such record.
    #[error("there is no such record in this document")]
    NoSuchRecord,
}

/// A command was refused. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A text is too long.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// A name is blank.
    #[error("a name is needed")]
    NameMissing,
    /// A record is taken back or put off, or somebody is let into it, without a reason.
    #[error("say in a few words why")]
    ReasonMissing,
    /// The document was already begun.
    #[error("this record was already created")]
    AlreadyCreated,
    /// A record with this id is already there: the same command came twice.
    #[error("this entry is already saved")]
    AlreadyRecorded,
    /// There is no such record.
    #[error("this entry is not on this device")]
    NoSuchRecord,
    /// The record was taken back.
    #[error("this entry was taken back: restore it before changing it")]
    Voided,
    /// Put off for too long, for no time, or into the past.
    #[error("choose a day after today; something owed can wait for two weeks at most")]
    NotThatLong,
    /// A step before the one that it follows, after the one that follows it, or yet to come.
    #[error("this does not fit the steps before and after it")]
    OutOfOrder,
    /// A confirmed intake needs its date.
    #[error("a confirmed intake needs its date")]
    ConfirmedNeedsDate,
    /// An entry of a plan without words.
    #[error("say in a few words what it is")]
    WordsMissing,
    /// An entry of a plan that lacks something, or says what entries of its kind do not say.
    #[error("an entry of a plan cannot say this")]
    PlanRefused,
    /// An appointment that does not say what it is, or when.
    #[error("say what kind of appointment it is, and on which day")]
    AppointmentRefused,
    /// A day that has not come.
    #[error("choose a day that has come")]
    NotYet,
    /// Only an intake has a status.
    #[error("only an intake has a status")]
    NotAnIntake,
    /// A program that cannot be used, or a change after which it could not.
    #[error("the program could not be used like this: read it first and mend what it says")]
    ProgramRefused,
    /// The field holds one value only.
    #[error("there is nothing to choose: both devices now hold one value")]
    NotAConflict,
    /// The chosen value is none of those that disagree.
    #[error("choose one of the values shown")]
    NotAVersion,
    /// The document engine refused the change.
    #[error("the change could not be written: reopen the document and try again")]
    Refused,
}
