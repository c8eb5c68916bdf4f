use serde::{Deserialize, Serialize};

use super::{
    ColumnMapping, DetailField, EncounterInput, EncounterPatch, MilestoneInput, Role, SettingChange,
};

/// An order. Every one is applied and durable before its reply.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Starts an agency on this device; replies `RecoveryKit`.
    FoundAgency {
        /// Shown to all members.
        agency_name: String,
        /// The founder's name.
        own_name: String,
        /// At least 10 characters.
        passphrase: String,
        /// Origin of the relay, such as `https://relay.example.org`; `None`
        /// keeps everything on this device.
        relay: Option<String>,
    },
    /// The founder typed back the words asked for; the kit leaves the device.
    ConfirmRecoveryKit {
        /// `(position from 1, word)` as typed.
        words: Vec<(u8, String)>,
    },
    /// Shows the kit again while it is unconfirmed; replies `RecoveryKit`.
    ShowRecoveryKit,
    /// Builds the fictional agency; works without a relay. The passphrase is
    /// [`super::SAMPLE_PASSPHRASE`].
    StartSample {
        /// Same seed, same agency.
        seed: u64,
    },
    /// Reads an invitation link without using it; replies `InvitationFound`.
    ReadInvitation {
        /// The whole link as opened or scanned.
        link: String,
    },
    /// Joins; replies `Session` when the relay has taken the entry.
    AcceptInvitation {
        /// The whole link.
        link: String,
        /// The new member's name; not needed for another device of a member.
        own_name: String,
        /// At least 10 characters.
        passphrase: String,
    },
    /// Reads the words of a recovery kit and asks the relay for their agency;
    /// replies `RestoreFound`.
    OpenRecoveryKit {
        /// Origin of the relay.
        relay: String,
        /// As typed, with white space between.
        words: String,
    },
    /// Brings an administrator back on this device, after `OpenRecoveryKit`;
    /// replies `Session` when the relay has taken the entry.
    RestoreAdministrator {
        /// As in [`super::AdministratorView::member`].
        member: String,
        /// This member's other devices are lost: they are taken out as soon as
        /// everything that they wrote is here.
        others_lost: bool,
        /// At least 10 characters.
        passphrase: String,
    },
    /// Tries a joining that was cut off once more; replies `Session`.
    ResumeJoining,
    /// Forgets this device, which never came into its agency, or the words of a
    /// recovery kit; replies `Session`.
    AbandonJoining,
    /// Opens the device; replies `Session`.
    Unlock {
        /// As chosen.
        passphrase: String,
    },
    /// Closes the database and forgets the keys; replies `Session`.
    Lock,
    /// Limits the device to one participant's name, or to nobody, until the code is typed; replies
    /// `Session`.
    StartInspection {
        /// Participant, hex; `None` shows nobody.
        participant: Option<String>,
        /// 4 to 8 digits.
        code: String,
    },
    /// Ends it. A wrong code is `WrongCode`; one too many locks the device. Replies `Session`.
    EndInspection {
        /// As chosen.
        code: String,
    },
    /// Opens the device that had no contact for too long, by a code that somebody read over the
    /// phone; works once; replies `Session`.
    EndAbsence {
        /// Twenty digits, with anything between.
        code: String,
    },
    /// Somebody read that their device was taken out and wiped; replies `Session`.
    AcknowledgeRemoval {
        /// As in [`super::RemovedView::profile`].
        profile: u32,
    },
    /// After how many days without contact the agency's devices lock by themselves.
    SetLease {
        /// 3..=180; 0 for never.
        days: u32,
    },
    /// Puts another person's lock on this device in front; replies `Session`.
    ChooseProfile {
        /// As in [`super::ProfileView::profile`].
        profile: u32,
    },
    /// Opens the start screen for one more person on this device, while it is
    /// locked; replies `Session`.
    AddProfile,
    /// Opens the device by a code that somebody read over the phone, which
    /// works once; replies `Session`.
    UnlockWithHelp {
        /// Twenty digits, with anything between.
        code: String,
        /// From now on; at least 10 characters.
        passphrase: String,
    },
    /// Opens the device after it locked by time; replies `Session`.
    UnlockWithPin {
        /// 4 to 8 digits.
        pin: String,
    },
    /// Chooses a PIN for coming back after a lock by time.
    SetPin {
        /// The passphrase in use; a wrong one counts as a try.
        passphrase: String,
        /// 4 to 8 digits.
        pin: String,
    },
    /// From now on only the passphrase opens this device.
    RemovePin,
    /// Says whether this is the passphrase in use, before a passkey is made; a wrong one counts as
    /// a try.
    CheckPassphrase {
        /// As typed.
        passphrase: String,
    },
    /// Lets a passkey open this device, in place of any earlier one.
    SetPasskey {
        /// The passphrase in use; a wrong one counts as a try.
        passphrase: String,
        /// Credential id, 1 to 1,023 bytes.
        #[serde(with = "serde_bytes")]
        credential: Vec<u8>,
        /// What its authenticator gave (WebAuthn PRF), 32 bytes.
        #[serde(with = "serde_bytes")]
        output: Vec<u8>,
    },
    /// From now on no passkey opens this device.
    RemovePasskey,
    /// Opens the device; replies `Session`.
    UnlockWithPasskey {
        /// What its authenticator gave (WebAuthn PRF), 32 bytes.
        #[serde(with = "serde_bytes")]
        output: Vec<u8>,
    },
    /// Chooses another passphrase for this device; the passkey, if there is one, is removed. A wrong present one counts as a try.
    ChangePassphrase {
        /// The one in use.
        current: String,
        /// At least 10 characters.
        new: String,
    },
    /// The person did something: restarts the auto-lock clock.
    KeepAwake,
    /// Signs out: erases the copy of whoever is open here, and nobody else's.
    /// Refused with `Unsent` where something would be lost, unless the agency's
    /// name was typed; replies `Session`.
    EraseDevice {
        /// The agency's name as typed, or nothing.
        typed_name: String,
    },

    /// Invites; replies `Invitation`.
    Invite {
        /// What the invitee will be.
        role: Role,
        /// Hours until it expires, 1..=336.
        valid_hours: u32,
    },
    /// Invites another device of a member, who may be oneself; replies
    /// `Invitation`.
    InviteDevice {
        /// Member, hex.
        member: String,
        /// Hours until it expires, 1..=336.
        valid_hours: u32,
    },
    /// Takes a lost or no longer used device out of the agency and changes every
    /// key it held. Waits for the network where there is none.
    RemoveDevice {
        /// Device, hex; not this one.
        device: String,
    },
    /// Takes an invitation back.
    WithdrawInvitation {
        /// Hex id.
        invitation: String,
    },
    /// Gives another member a role, with the groups that it reads. Waits for the
    /// network where there is none.
    ChangeRole {
        /// Member, hex; not oneself.
        member: String,
        /// The new role.
        role: Role,
    },
    /// Ends another's membership: takes out their devices, takes back their
    /// invitations, and changes every key that they held. Waits as above.
    EndMembership {
        /// Member, hex; not oneself.
        member: String,
    },
    /// Lets a coach read another's caseload until the end of a day. Waits as above.
    Cover {
        /// Member whose caseload it is, hex.
        coach: String,
        /// Member who covers, hex.
        by: String,
        /// Last day, `YYYY-MM-DD`.
        through: String,
    },
    /// Ends a cover before its time. Waits as above.
    EndCover {
        /// Member whose caseload it is, hex.
        coach: String,
        /// Member who covers, hex.
        by: String,
    },

    /// The code for somebody who forgot their passphrase, written down first; replies `HelpCode`.
    GiveHelpCode {
        /// As they read it out.
        request: String,
    },
    /// Something is about to leave the app: it is written down first.
    NoteExport(super::Export),
    /// The person opened a participant's record. Where it is in somebody else's caseload, that is
    /// written down for all who read it, once a day.
    NoteOpened {
        /// Participant, hex.
        participant: String,
    },
    /// Adds a participant; replies `Record`.
    AddParticipant {
        /// Field and value; `Name` or `PreferredName` is required.
        details: Vec<(DetailField, String)>,
    },
    /// Changes one detail; replies `Record`.
    SetDetail {
        /// Participant, hex.
        participant: String,
        /// Which field.
        field: DetailField,
        /// New value; empty clears it.
        value: String,
    },
    /// Logs a contact; replies `Record`.
    LogEncounter {
        /// Participant, hex.
        participant: String,
        /// What happened.
        encounter: EncounterInput,
        /// Draft to remove in the same transaction.
        draft: Option<String>,
    },
    /// Changes fields of a contact; replies `Record`.
    EditEncounter {
        /// Participant, hex.
        participant: String,
        /// ULID.
        encounter: String,
        /// Only the fields that change.
        patch: EncounterPatch,
    },
    /// Marks a contact as not valid; it stays readable. Replies `Record`.
    VoidEncounter {
        /// Participant, hex.
        participant: String,
        /// ULID.
        encounter: String,
        /// Why, in the coach's words.
        reason: String,
    },
    /// Takes a void back; replies `Record`.
    RestoreEncounter {
        /// Participant, hex.
        participant: String,
        /// ULID.
        encounter: String,
    },
    /// Records a discharge, a treatment intake or another milestone; replies `Record`.
    RecordMilestone {
        /// Participant, hex.
        participant: String,
        /// What and when.
        milestone: MilestoneInput,
    },
    /// Changes an intake's status or date; replies `Record`.
    SetIntake {
        /// Participant, hex.
        participant: String,
        /// ULID of the intake.
        milestone: String,
        /// New status.
        status: super::IntakeStatus,
        /// New day; `None` leaves it unknown.
        on: Option<String>,
    },
    /// Marks a milestone as not valid; replies `Record`.
    VoidMilestone {
        /// Participant, hex.
        participant: String,
        /// ULID.
        milestone: String,
        /// Why.
        reason: String,
    },
    /// Keeps what is owed quiet for a while; replies `Record`.
    Quiet(super::QuietCommand),
    /// Writes into a participant's plan; replies `Record`.
    Plan(super::PlanCommand),
    /// Takes in a contact that arrived late; replies `Record`.
    TakeInLate(super::TakeInLate),
    /// Writes down who is around a participant; replies `Record`.
    Around(super::AroundCommand),
    /// Hands over sealed entries without the relay.
    Parcel(#[serde(deserialize_with = "super::apart")] super::ParcelCommand),
    /// Something of a coach's day that is no contact.
    Coaching(super::CoachingCommand),
    /// Writes down an appointment of a participant; replies `Record`.
    Appointment(super::AppointmentCommand),
    /// Says that a coach goes in alone, or is back; replies `Done`.
    CheckIn(super::CheckInCommand),
    /// Says something about a group that meets; replies `Done`.
    Group(super::GroupCommand),
    /// Writes in the agency's directory; replies `Done`.
    Resource(super::ResourceCommand),
    /// Puts a program to use, or rules for everybody; for administrators; replies `Done`.
    UseProgram(super::ProgramDraft),
    /// Settles two versions of one field; replies `Record`.
    ResolveConflict {
        /// Participant, hex.
        participant: String,
        /// As in [`super::ConflictView::record`].
        record: String,
        /// As in [`super::ConflictView::field`].
        field: String,
        /// The chosen value, as in [`super::ConflictVersion::value`].
        value: String,
    },

    /// Hands a participant over to another coach's caseload; replies `Record`.
    HandOver {
        /// Participant, hex.
        participant: String,
        /// Member who coaches them from now on, hex; one of
        /// [`super::PersonView::hand_over_to`].
        to: String,
        /// Why, in the supervisor's words; may be empty.
        reason: String,
    },

    /// Lets a guest read one participant's record until the end of a day; replies `Record`. Takes
    /// effect when the relay has taken it.
    ShareRecord {
        /// Participant, hex.
        participant: String,
        /// The guest, hex; one of [`super::PersonView::share_with`].
        with: String,
        /// Last day, `YYYY-MM-DD`.
        through: String,
        /// Why; needed.
        reason: String,
    },
    /// Ends a guest's reading of a record; replies `Record`. Takes effect as above.
    EndShare {
        /// Participant, hex.
        participant: String,
        /// The guest, hex.
        with: String,
    },
    /// A supervisor on call asks for a record that they do not read.
    AskInEmergency {
        /// Member whose participant it is, hex; one of [`super::EmergenciesView::coaches`].
        coach: String,
        /// The participant's name.
        name: String,
        /// Why; needed.
        reason: String,
    },
    /// Puts what may be told of a month into the agency's document, for all its members.
    PublishNumbers {
        /// `YYYY-MM`; one of [`super::NumbersView::months`].
        month: String,
    },
    /// Says something of a measure; replies `Measure`.
    Scorecard(super::ScorecardCommand),
    /// Begins a call-out, or says something about one; replies `CallOut`.
    CallOut(super::CallOutCommand),
    /// Says something about a participant's referral; replies `Record`.
    Referral(super::ReferralCommand),

    /// Hands several participants over, such as those of a coach who leaves; all
    /// are looked at before the first is.
    HandOverMany {
        /// Participant and member who coaches them from now on, hex.
        to: Vec<(String, String)>,
        /// Why; may be empty.
        reason: String,
    },

    /// Has a participant forgotten: on every device, and by the relay. Supervisors and
    /// administrators; not while a legal hold stands.
    Forget {
        /// Participant, hex.
        participant: String,
        /// Why.
        reason: super::ForgetReason,
    },
    /// Lets go of words about a participant who was ordered to be forgotten, which were never
    /// sent.
    ForgetUnsent {
        /// Participant, hex.
        participant: String,
    },
    /// Gives the caseloads of whoever was forgotten new keys that do not open the old ones.
    /// Administrators; waits for the network.
    RenewKeys,
    /// Puts rules of retention in force for the agency. Supervisors and administrators.
    UseRules {
        /// The text of a pack; `None` for the rules of the app.
        pack: Option<String>,
    },
    /// Says that a record must be kept.
    SetHold {
        /// Participant, hex.
        participant: String,
        /// Why.
        reason: String,
    },
    /// Ends a hold.
    LiftHold {
        /// Participant, hex.
        participant: String,
        /// As in [`super::HoldView::hold`].
        hold: String,
        /// Why.
        reason: String,
    },

    /// Keeps a half-written form.
    SaveDraft {
        /// Which form, such as `log:<participant>`.
        key: String,
        /// The form's state; the engine does not read it.
        json: String,
    },
    /// Forgets a half-written form.
    DiscardDraft {
        /// Which form.
        key: String,
    },

    /// Reads a file of participants; replies `ImportPreview`.
    ImportOpen {
        /// File name, to show.
        name: String,
        /// Whole file, 10 MB at most.
        #[serde(with = "serde_bytes")]
        bytes: Vec<u8>,
    },
    /// Imports the opened file; progress by events; replies `ImportReport`
    /// when it ends.
    ImportRun {
        /// Field for each column.
        mapping: ColumnMapping,
    },
    /// Stops a running import; what was imported stays.
    ImportCancel,

    /// Sets a setting.
    SetSetting(SettingChange),
    /// Keeps views of participants, on this device alone; replies `Done`.
    KeepPeople(Vec<super::SavedPeople>),
    /// Tries to send and fetch now.
    SyncNow,
    /// Browser tells that storage is (not) persistent, and its size.
    StorageMeasured(super::StorageMeasured),
}

#[cfg(test)]
mod tests;
