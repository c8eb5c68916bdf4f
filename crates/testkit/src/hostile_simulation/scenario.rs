//! Who attacks how. `docs/faults.md` says which row of the fault list each one
//! stands for, and a test keeps the two alike.

/// One way to attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scenario {
    /// The relay is started over an old backup.
    RelayRolledBack,
    /// The relay is started over nothing.
    RelayWiped,
    /// Two relays with different histories answer under one name.
    TwoRelays,
    /// The relay keeps one item from one device.
    WithholdsOneItem,
    /// The relay keeps all that one device writes from another.
    WithholdsOneWriter,
    /// The relay hides that a device was taken out.
    HidesRevocation,
    /// The relay shows two groups of devices two histories of items.
    ForksTwoGroups,
    /// As before, and the roster goes on differently on the two sides.
    ForksTheRoster,
    /// The relay answers with rosters of long ago.
    ReplaysOldRoster,
    /// The relay adds a device of its own.
    AddsForgedDevice,
    /// The relay puts its own keys in the place of those of somebody who joins.
    SwapsKeysAtEnrolment,
    /// Answers are reordered, repeated, cut, changed, of long ago, or web pages.
    ManglesAnswers,
    /// There is always another page.
    EndlessPages,
    /// Pages of nothing that is an item.
    Garbage,
    /// Every request in a session is answered with 401.
    SaysNoSession,
    /// Every request in a session is answered with 409.
    SaysConflict,
    /// Every request in a session is answered with 412.
    SaysStaleRoster,
    /// A member signs items as another device, and changes headers of others'.
    MemberForgesWriter,
    /// A member writes into a document of somebody else's caseload.
    MemberWritesIntoOthersDocument,
    /// A device that was taken out goes on with its old keys.
    RevokedDeviceGoesOn,
    /// A member writes two different items with one number, and leaves numbers out.
    MemberForksOwnChain,
    /// A member's snapshot claims to stand for items that are not in it.
    SnapshotCoversTooMuch,
    /// A member sends items that inflate beyond all bounds.
    ZipBomb,
    /// A member sends thousands of tiny items.
    TinyItems,
    /// A member claims to hold what nobody wrote.
    ReceiptsLie,
    /// A coach orders their own and others' participants to be forgotten.
    MemberOrdersForgetting,
    /// A guest who may only note that they looked writes more, and a snapshot.
    GuestWritesBeyond,
    /// A member signs roster entries that only administrators may sign.
    MemberSignsRoster,
    /// People join, invitations are taken back, devices are taken out, in bad weather.
    MembershipStorm,
}

impl Scenario {
    /// All of them.
    pub const ALL: [Self; 29] = [
        Self::RelayRolledBack,
        Self::RelayWiped,
        Self::TwoRelays,
        Self::WithholdsOneItem,
        Self::WithholdsOneWriter,
        Self::HidesRevocation,
        Self::ForksTwoGroups,
        Self::ForksTheRoster,
        Self::ReplaysOldRoster,
        Self::AddsForgedDevice,
        Self::SwapsKeysAtEnrolment,
        Self::ManglesAnswers,
        Self::EndlessPages,
        Self::Garbage,
        Self::SaysNoSession,
        Self::SaysConflict,
        Self::SaysStaleRoster,
        Self::MemberForgesWriter,
        Self::MemberWritesIntoOthersDocument,
        Self::RevokedDeviceGoesOn,
        Self::MemberForksOwnChain,
        Self::SnapshotCoversTooMuch,
        Self::ZipBomb,
        Self::TinyItems,
        Self::ReceiptsLie,
        Self::MemberSignsRoster,
        Self::MembershipStorm,
        Self::MemberOrdersForgetting,
        Self::GuestWritesBeyond,
    ];

    /// The scenario of a seed: each comes as often as the others.
    pub fn of_seed(seed: u64) -> Self {
        let count = Self::ALL.len() as u64;
        let at = usize::try_from(seed % count).unwrap_or(0);
        Self::ALL.get(at).copied().unwrap_or(Self::RelayWiped)
    }

    /// Its name in `docs/faults.md`, as in `relay-rolled-back`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(letter.to_ascii_lowercase());
        }
        name
    }

    /// Whether one of the agency's own devices attacks, or was taken out: what it
    /// wrote may stay aside on the others.
    pub(super) fn is_of_a_member(self) -> bool {
        matches!(
            self,
            Self::MemberForgesWriter
                | Self::MemberWritesIntoOthersDocument
                | Self::RevokedDeviceGoesOn
                | Self::MemberForksOwnChain
                | Self::SnapshotCoversTooMuch
                | Self::ZipBomb
                | Self::TinyItems
                | Self::ReceiptsLie
                | Self::MemberSignsRoster
                | Self::MemberOrdersForgetting
                | Self::GuestWritesBeyond
        )
    }
}
