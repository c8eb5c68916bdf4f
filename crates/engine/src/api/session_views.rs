use serde::{Deserialize, Serialize};

use super::{Language, Role, Theme};

/// Passphrase of the sample agency, shown on its lock screen.
pub const SAMPLE_PASSPHRASE: &str = "sample data only";

/// Where the device stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SessionView {
    /// The engine is opening its files.
    Starting,
    /// No agency is on this device: welcome screen.
    Empty,
    /// The welcome screen for one more person; others are locked on this device.
    Adding {
        /// One of them, to go back to.
        back_to: u32,
    },
    /// A passphrase is needed.
    Locked {
        /// Wait this long before the next try; 0 when free.
        retry_after_ms: u64,
        /// Wrong tries since the last success.
        failed_tries: u32,
        /// The database is the sample agency.
        sample: bool,
        /// As last chosen.
        language: Option<Language>,
        /// As last chosen.
        theme: Theme,
        /// Whose lock this is.
        profile: u32,
        /// Everybody on this device, by number.
        profiles: Vec<ProfileView>,
        /// One more person may be added.
        may_add: bool,
        /// A PIN may open it, and so many may be tried; `None` when it takes
        /// the passphrase.
        pin_tries_left: Option<u32>,
        /// What to read to a supervisor, who answers with a code; `None` where
        /// nobody can help.
        help_request: Option<String>,
        /// Credential id of the passkey that may open it; `None` without one.
        passkey: Option<Vec<u8>>,
    },
    /// Open, and nothing is shown of it.
    Gated(Box<GateView>),
    /// Somebody's records on this device were wiped, for it was taken out.
    Removed(RemovedView),
    /// Open.
    Unlocked(Box<UnlockedView>),
    /// Open, and limited to what an inspection may see.
    Inspecting(Box<InspectionView>),
    /// Joining was cut off before the relay's answer: this device finds out by
    /// itself, or is begun again.
    JoinUnfinished {
        /// What is in the way; `None` while it is being tried.
        problem: Option<super::EngineError>,
    },
    /// The files cannot be used; nothing was changed.
    Blocked(StorageProblem),
    /// The app is open in another tab or window.
    OpenElsewhere {
        /// The other one was asked and did not answer: it can be forced.
        unanswered: bool,
    },
}

/// Why an unlocked device shows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateView {
    /// Why.
    pub why: GateWhy,
    /// Language of the screens; `None` follows the device.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
}

/// As in [`GateView`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GateWhy {
    /// It asks the relay first; that takes seconds.
    CallingIn,
    /// It had no contact for too long: it opens with the next, or with help.
    Away {
        /// The agency allows so many days.
        days: u32,
        /// Entries that wait to be sent. They are safe.
        waiting: u32,
        /// What to read to a supervisor, who answers with a code; `None` where nobody can help.
        help_request: Option<String>,
    },
    /// It was taken out of the agency. It hands over what it has, and wipes itself.
    Dismissed {
        /// Entries that wait to be handed over.
        waiting: u32,
    },
}

/// What became of somebody's records on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedView {
    /// Number that the person had on this device.
    pub profile: u32,
    /// As chosen for the lock screen; empty for the number.
    pub nickname: String,
    /// Others are on this device; nothing of theirs was touched.
    pub others: bool,
    /// Entries and drafts that could not be handed over.
    pub left_behind: u32,
    /// Entries of others that were carried and could not be handed over; their writers have them.
    pub carried: u32,
    /// As last chosen.
    pub language: Option<Language>,
    /// As last chosen.
    pub theme: Theme,
}

/// Somebody on this device, as the lock screen shows them: never by the name
/// that their agency knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// Number on this device, from 1.
    pub profile: u32,
    /// As chosen for the lock screen; empty for the number.
    pub nickname: String,
    /// Fictional data.
    pub sample: bool,
}

/// Help for somebody who forgot their passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpCodeView {
    /// Whose device asks.
    pub member: String,
    /// As they call it; empty when they never said.
    pub device: String,
    /// Twenty digits in fours.
    pub code: String,
}

/// Who is at work here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not one state"
)]
pub struct UnlockedView {
    /// Member, hex.
    pub member: String,
    /// Own name.
    pub own_name: String,
    /// Own role.
    pub role: Role,
    /// May invite and change the roster.
    pub administrator: bool,
    /// Agency.
    pub agency_name: String,
    /// Fictional data.
    pub sample: bool,
    /// No relay: nothing leaves this device.
    pub local_only: bool,
    /// The recovery kit still waits to be confirmed.
    pub recovery_unconfirmed: bool,
    /// Minutes until auto-lock.
    pub auto_lock_minutes: u32,
    /// Without contact the device locks in so many days; `None` while that is far.
    pub days_until_away: Option<u32>,
    /// Language of the screens; `None` follows the device.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
}

/// All that is shown while somebody inspects the device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InspectionView {
    /// The one participant; `None` shows nobody.
    pub person: Option<InspectedPersonView>,
    /// Language of the screens; `None` follows the device.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
}

/// A participant as somebody may see them who stands beside: no program, no phone, no notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InspectedPersonView {
    /// As the person wishes to be called.
    pub name: String,
    /// As given.
    pub pronouns: String,
    /// How they may be reached.
    pub safe_contact: super::SafeContactView,
}

/// Why the files on this device cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageProblem {
    /// Bytes are damaged.
    Damaged,
    /// Not ours.
    Foreign,
    /// Written by a newer version.
    Newer,
    /// No space is left.
    Full,
    /// The browser has no storage that survives (private window).
    Unavailable,
    /// Reading or writing failed.
    Io,
}

/// Twenty-four words on paper that restore the agency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecoveryKitView {
    /// Agency.
    pub agency_name: String,
    /// In order.
    pub words: Vec<String>,
    /// Positions (from 1) to type back.
    pub ask: Vec<u8>,
    /// First 16 hex digits of the agency's fingerprint, in groups of four.
    pub fingerprint: String,
    /// QR code of an address that gives the first sixteen words to the restoring page; `modules x
    /// modules`, row by row, and empty without a relay.
    pub qr: Vec<Vec<bool>>,
}

/// A link to hand over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InvitationView {
    /// Hex id.
    pub invitation: String,
    /// Whole link; empty once it was shown (it cannot be read back).
    pub link: String,
    /// QR code of the link: `modules x modules`, row by row; empty with the link.
    pub qr: Vec<Vec<bool>>,
    /// What the invitee will be.
    pub role: Role,
    /// Unix ms.
    pub expires_at: i64,
    /// Not used, expired or withdrawn yet.
    pub state: InvitationState,
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvitationState {
    /// Can be used.
    Open,
    /// Someone joined with it.
    Used,
    /// Its time is over.
    Expired,
    /// Taken back.
    Withdrawn,
}

/// An invitation link that was read and looks whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InvitationFoundView {
    /// Origin of the relay.
    pub relay: String,
    /// Fingerprint to compare with the inviter's, groups of four.
    pub fingerprint: String,
}

/// The agency of a recovery kit, as far as its roster tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RestoreFoundView {
    /// Fingerprint to compare with the one on the kit, groups of four.
    pub fingerprint: String,
    /// Never empty: an agency always has one. Who came first is first.
    pub administrators: Vec<AdministratorView>,
}

/// Somebody whom a recovery kit can bring back. The roster holds no names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AdministratorView {
    /// Member, hex.
    pub member: String,
    /// Role.
    pub role: Role,
    /// Devices in use.
    pub devices: u32,
    /// Started the agency.
    pub founder: bool,
}
