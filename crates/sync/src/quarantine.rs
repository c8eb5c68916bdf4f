//! Why an item is kept aside instead of applied.

use core::fmt;
use core::str::FromStr;

/// Why an item is kept aside. Nothing is dropped: the bytes stay, are counted
/// in the status, and are looked at again when what was missing arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuarantineReason {
    /// No key for it yet. Looked at again with each new key of its document.
    NeedsKey,
    /// It cites a roster entry that the relay did not show. Looked at again
    /// with each new roster entry.
    NeedsRoster,
    /// Its writer is not in the roster. Looked at again as above.
    UnknownWriter,
    /// Its writer is in no group of the document. Looked at again as above.
    NotInGroup,
    /// Its writer's role writes nothing about participants. Only a modified app
    /// writes so.
    RoleMayNotWrite,
    /// It hands a participant over, and its writer may not. Looked at again when
    /// somebody who may says the same.
    MayNotHandOver,
    /// It orders a document to be forgotten, and its writer may not. Only a modified app writes
    /// so, or somebody who was a supervisor.
    MayNotForget,
    /// Written after the last item that counts of a revoked device. For an
    /// administrator to look at.
    AfterRevocation,
    /// It cites a roster in which its writer was not yet. Only a forger, or a
    /// device that lies, writes so.
    BeforeJoining,
    /// It cites another roster than the one this device verified: the relay
    /// shows different rosters to different devices.
    RosterFork,
    /// Not an item at all.
    Malformed,
    /// Written by a newer app.
    NewerFormat,
    /// The signature is not its writer's.
    BadSignature,
    /// Belongs to another agency.
    OtherAgency,
    /// Another item of the same writer has the same number.
    CounterConflict,
    /// The body does not open with the key it names.
    CannotOpen,
    /// The document refused the content.
    Refused,
}

impl QuarantineReason {
    const ALL: [(Self, &'static str); 17] = [
        (Self::NeedsKey, "needs-key"),
        (Self::NeedsRoster, "needs-roster"),
        (Self::UnknownWriter, "unknown-writer"),
        (Self::NotInGroup, "not-in-group"),
        (Self::RoleMayNotWrite, "role-may-not-write"),
        (Self::MayNotHandOver, "may-not-hand-over"),
        (Self::MayNotForget, "may-not-forget"),
        (Self::AfterRevocation, "after-revocation"),
        (Self::BeforeJoining, "before-joining"),
        (Self::RosterFork, "roster-fork"),
        (Self::Malformed, "malformed"),
        (Self::NewerFormat, "newer-format"),
        (Self::BadSignature, "bad-signature"),
        (Self::OtherAgency, "other-agency"),
        (Self::CounterConflict, "counter-conflict"),
        (Self::CannotOpen, "cannot-open"),
        (Self::Refused, "refused"),
    ];

    /// Whether a new roster entry may change the judgement.
    pub fn waits_for_roster(self) -> bool {
        matches!(
            self,
            Self::NeedsRoster | Self::UnknownWriter | Self::NotInGroup
        )
    }

    /// Whether a member's signature is on the item. Of one that needs the roster that is only known
    /// when the roster has its writer.
    pub fn is_vouched_for(self) -> bool {
        !matches!(
            self,
            Self::Malformed | Self::NewerFormat | Self::BadSignature | Self::UnknownWriter
        )
    }

    /// Whether the item only waits for something that normally arrives.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::NeedsKey) || self.waits_for_roster()
    }
}

impl fmt::Display for QuarantineReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::ALL
            .iter()
            .find(|(reason, _)| reason == self)
            .map_or("refused", |(_, n)| n);
        f.write_str(name)
    }
}

/// Not a reason that this version knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a known reason for keeping an item aside")]
pub struct UnknownReason;

impl FromStr for QuarantineReason {
    type Err = UnknownReason;

    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        Self::ALL
            .iter()
            .find(|(_, name)| *name == text)
            .map(|(reason, _)| *reason)
            .ok_or(UnknownReason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_survives_its_text_form() {
        for (reason, _) in QuarantineReason::ALL {
            assert_eq!(reason.to_string().parse(), Ok(reason));
        }
        assert_eq!("something".parse::<QuarantineReason>(), Err(UnknownReason));
    }
}
