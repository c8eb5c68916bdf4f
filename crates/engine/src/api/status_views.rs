use serde::{Deserialize, Serialize};

use super::{InvitationView, Language, Role, Theme};

/// The quiet pill and its details.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SyncView {
    /// What is happening.
    pub state: SyncState,
    /// Records that wait to be sent.
    pub waiting: u32,
    /// Records of others that travel with this device to the relay.
    pub carried: u32,
    /// Unix ms of the relay's last answer for something that was written here
    /// about a participant.
    pub last_sent_at: Option<i64>,
    /// Unix ms at which a device of those whom it was for had that very thing.
    pub last_reached_at: Option<i64>,
    /// Who that was.
    pub last_reached_by: Option<ReachedBy>,
    /// Everything that was written here about participants was receipted by a
    /// device of those whom it was for.
    pub all_reached: bool,
    /// Items kept aside because they could not be opened or were not allowed.
    pub quarantined: u32,
    /// Participants whose records here are incomplete.
    pub incomplete: Vec<IncompleteView>,
    /// First fetch of the whole caseload: bytes and items so far.
    pub first_fetch: Option<(u64, u64)>,
}

/// Who has to hold a record before it is said to have reached anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReachedBy {
    /// Somebody who reads the coach's caseload.
    Supervisor,
    /// The coach whose caseload it is.
    Coach,
}

/// A participant whose records here are incomplete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncompleteView {
    /// Participant, hex; `None` when nothing of them can be shown yet.
    pub participant: Option<String>,
    /// Preferred name; empty as above.
    pub name: String,
    /// Whose caseload; empty when not known.
    pub coach: String,
    /// Why.
    pub why: IncompleteWhy,
}

/// Why records are incomplete, from the least grave to the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IncompleteWhy {
    /// Something is here that waits for a key, or for news of the team.
    Waiting,
    /// Something earlier has not come yet; it is asked for.
    Hole,
    /// Something is kept aside because it is not as it should be.
    Aside,
    /// Another device says that it has something that the relay does not give.
    Withheld,
}

/// What the connection is doing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SyncState {
    /// No relay is set: all stays here.
    LocalOnly,
    /// No connection; retried at this unix ms.
    Offline {
        /// Next try.
        retry_at: i64,
    },
    /// Sending or fetching.
    Working,
    /// Nothing to do.
    Idle,
    /// Needs a person.
    Trouble(SyncTrouble),
}

/// Trouble that retrying does not mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SyncTrouble {
    /// The answer did not come from a relay (a captive portal, a wrong address).
    NotARelay,
    /// This device was taken out of the agency.
    Revoked,
    /// The relay lost data; it is being given back.
    RelayLostData,
    /// The relay showed a roster that does not continue the known one.
    RosterForked,
    /// Other devices say that they hold records which the relay does not give.
    RecordsWithheld,
    /// The relay refused a record.
    Refused,
    /// Quota of the relay is used up.
    Quota,
    /// No room is left on this device: what comes cannot be kept.
    StorageFull,
    /// This device's storage cannot be written or read.
    StorageFailed,
}

/// Settings, devices, invitations, storage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SettingsView {
    /// Language of the screens.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
    /// Minutes.
    pub auto_lock_minutes: u32,
    /// This device's name.
    pub device_name: String,
    /// Origin of the relay.
    pub relay: Option<String>,
    /// Fingerprint of the agency, groups of four.
    pub fingerprint: String,
    /// Members.
    pub members: Vec<MemberView>,
    /// Invitations, newest first.
    pub invitations: Vec<InvitationView>,
    /// Storage gauge.
    pub storage: StorageView,
    /// Version of the app.
    pub version: String,
    /// What the lock screen calls this person; empty for the number.
    pub nickname: String,
    /// Number of this person on the device, from 1.
    pub profile: u32,
    /// No other device can change the roster.
    pub last_administrator: bool,
    /// A PIN was chosen.
    pub pin: bool,
    /// Credential id of the passkey that was set up; `None` without one.
    pub passkey: Option<Vec<u8>>,
    /// Days without contact after which the agency's devices lock by themselves; 0 for never.
    pub lease_days: u32,
    /// What an administrator wished for instead, until the relay has taken it.
    pub lease_wish: Option<u32>,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberView {
    /// Member, hex.
    pub member: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// May change the roster.
    pub administrator: bool,
    /// Devices in use.
    pub devices: u32,
    /// This member.
    pub own: bool,
    /// Belongs to the agency now; those who left stand last.
    pub active: bool,
}

/// Storage on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StorageView {
    /// Bytes of our files.
    pub database_bytes: u64,
    /// Bytes used by this origin, as the browser tells.
    pub used: Option<u64>,
    /// Bytes allowed.
    pub quota: Option<u64>,
    /// The browser promised not to clear it.
    pub persistent: Option<bool>,
    /// New entries are refused because less than a safe margin is left.
    pub refusing: bool,
}

/// The team as this device knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamView {
    /// Coaches whose caseload is readable here.
    pub coaches: Vec<CoachRow>,
    /// Newest contacts of the team.
    pub recent: Vec<TeamEncounterRow>,
}

/// A coach with figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoachRow {
    /// Member, hex.
    pub member: String,
    /// Name.
    pub name: String,
    /// Participants.
    pub caseload: u32,
    /// Owed today and open.
    pub owed: u32,
    /// Settled today.
    pub settled: u32,
    /// Participants with at least one missed day.
    pub missed: u32,
    /// Unix ms of the newest record received from this coach.
    pub last_heard_at: Option<i64>,
}

/// A contact in the team's list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamEncounterRow {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name.
    pub name: String,
    /// Who wrote it.
    pub author: String,
    /// The contact.
    pub encounter: super::EncounterView,
}

/// What the browser says of the room that it lends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorageMeasured {
    /// Answer of `persist()`.
    pub persistent: Option<bool>,
    /// Bytes used.
    pub used: u64,
    /// Bytes allowed.
    pub quota: u64,
}
