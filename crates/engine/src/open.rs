//! An unlocked device: its store, who it is, and what it keeps in memory.

mod documents;
mod names;
mod programs;
mod sessions;
mod settings;
mod stored;

pub use documents::{Documents, is_save_due};
pub use names::Names;
pub use programs::{Programs, RulesByProgram, is_called};
pub use sessions::Sessions;
pub use settings::{Settings, language_code, language_of, theme_code, theme_of};
pub use stored::{
    Loaded, add_document, add_document_key, load, load_or_new, save, save_as, save_current,
    weight_of_changes,
};

use std::collections::BTreeSet;
use std::sync::Arc;

use handrail_domain::Now;
use handrail_domain::document::{AgencyCommand, ParticipantDocument};
use handrail_protocol::roster::operation::Role;
use handrail_protocol::{
    AgencyId, DeviceId, DocumentId, Fingerprint, GroupId, Incarnation, MemberId, RosterState,
};
use handrail_store::{Store, StoreError};
use handrail_vault::{DeviceSecret, GroupKeyring, LockRecord};

use crate::api::{EngineError, StorageView};
use crate::caseload::write::refused;
use crate::chosen;
use crate::conversation::Conversation;
use crate::convert::domain_member;
use crate::crisis::{self, OwnCard};
use crate::inspection::Inspection;
use crate::inviting::Invitations;
use crate::jobs::Job;
use crate::lease::Lease;

/// A joining that is not finished.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unfinished {
    /// What is in the way, if anything is.
    pub problem: Option<EngineError>,
}

/// What stands before an unlocked device: while it does, nothing of the caseload is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Nothing.
    Free,
    /// It asks the relay whether it was taken out, until this time at the most, monotonic ms.
    CallingIn(u64),
    /// It had no contact for too long.
    Away,
    /// It was taken out, by the verified roster; it hands over what it has, and then wipes itself.
    Dismissed,
}

/// Who this device is.
pub struct Identity {
    /// The agency.
    pub agency: AgencyId,
    /// Fingerprint of the agency's root key.
    pub fingerprint: Fingerprint,
    /// The person.
    pub member: MemberId,
    /// The device.
    pub device: DeviceId,
    /// Writer's incarnation: new whenever a copy of this database shows up.
    pub incarnation: Incarnation,
    /// The device's private keys.
    pub secret: Arc<DeviceSecret>,
}

/// Everything that exists only while the device is unlocked.
pub struct Open {
    /// The encrypted database.
    pub store: Store,
    /// Who this device is.
    pub identity: Identity,
    /// The verified roster.
    pub roster: Arc<RosterState>,
    /// Group keys that this device holds.
    pub keyring: Arc<GroupKeyring>,
    /// Invitations that this device makes.
    pub invitations: Invitations,
    /// Names out of the agency's document.
    pub names: Names,
    /// Programs out of the agency's document.
    pub programs: Programs,
    /// The agency's own crisis card, out of its document.
    pub crisis_card: Option<OwnCard>,
    /// Documents in memory.
    pub documents: Documents,
    /// Settings.
    pub settings: Settings,
    /// The talk with the relay; `None` when there is none.
    pub conversation: Option<Conversation>,
    /// This device posted its entry and does not know whether the relay took it.
    pub unfinished: Option<Unfinished>,
    /// What stands before everything else.
    pub gate: Gate,
    /// Time without contact; `None` before the first.
    pub lease: Option<Lease>,
    /// Only this is shown, while the device is in other hands.
    pub inspection: Option<Inspection>,
    /// What this member read until a time that has come, as of the last look.
    pub ended: BTreeSet<GroupId>,
    /// Lost devices wait to be taken out once everything they wrote is here.
    pub lost_wait: bool,
    /// The database key under the PIN, when one was chosen.
    pub pin: Option<LockRecord>,
    /// Entries of the roster below this number were looked at for the access log.
    pub noted: u64,
    /// Long work that goes on in slices.
    pub job: Option<Job>,
    /// What the browser says of storage.
    pub storage: StorageView,
    /// Monotonic ms of the last touch.
    pub touched_at: u64,
}

impl Open {
    /// The document of a participant, loaded when it is not in memory.
    pub fn participant(
        &mut self,
        document: &DocumentId,
    ) -> Result<&mut ParticipantDocument, EngineError> {
        self.documents.participant(&self.store, document)
    }

    /// The document of a caseload; a shared record's group has none. Of several, the one to write into.
    pub fn caseload_document(&self, group: &GroupId) -> Result<Option<DocumentId>, EngineError> {
        Ok(self.caseload_documents(group)?.into_iter().next())
    }

    /// All documents under the keys of a group, but participants', that to write into first.
    pub fn caseload_documents(&self, group: &GroupId) -> Result<Vec<DocumentId>, EngineError> {
        let read = self.store.read();
        Ok(chosen::caseload_documents(&read, &self.roster, group)?)
    }

    /// The id of the agency's document, once it is here.
    pub fn agency_document(&self) -> Result<Option<DocumentId>, EngineError> {
        Ok(chosen::agency_document(&self.store.read(), &self.roster)?)
    }

    /// Reads the names out of the agency's document. Where it does not know
    /// this member or device yet, writes what they call themselves.
    pub fn read_names(&mut self, now: Now) -> Result<bool, EngineError> {
        let Some(id) = self.agency_document()? else {
            return Ok(false);
        };
        let document = self.documents.agency(&self.store, &id)?;
        self.names = Names::of(&document.read());
        self.programs = Programs::of(document);
        self.crisis_card = crisis::in_force(document, &self.roster);
        let own_name = self.own_name();
        let device_name = self.settings.device_name.clone();
        let mut commands = Vec::new();
        if self.names.member(&self.identity.member).is_empty() && !own_name.is_empty() {
            let member = domain_member(self.identity.member);
            commands.push(AgencyCommand::SetMemberName {
                member,
                name: own_name,
            });
        }
        if self.names.device(&self.identity.device) != device_name {
            let device = handrail_domain::DeviceId::from_bytes(*self.identity.device.as_bytes());
            commands.push(AgencyCommand::SetDeviceName {
                device,
                name: device_name,
            });
        }
        if commands.is_empty() {
            return Ok(false);
        }
        self.write_agency(&id, &commands, now)?;
        Ok(true)
    }

    /// Writes names into the agency's document.
    pub fn write_agency_names(
        &mut self,
        commands: &[AgencyCommand],
        now: Now,
    ) -> Result<(), EngineError> {
        let id = self.agency_document()?.ok_or(EngineError::NotFound)?;
        self.write_agency(&id, commands, now)
    }

    fn write_agency(
        &mut self,
        id: &DocumentId,
        commands: &[AgencyCommand],
        now: Now,
    ) -> Result<(), EngineError> {
        let document = self.documents.agency(&self.store, id)?;
        let mut written = Vec::new();
        for command in commands {
            match document.command(command, now) {
                Ok(done) => written.extend(done),
                Err(error) => {
                    self.documents.forget(id);
                    return Err(refused(&error));
                }
            }
        }
        let names = Names::of(&document.read());
        let programs = Programs::of(document);
        let crisis_card = crisis::in_force(document, &self.roster);
        let stored = self.store.transaction(|tx| -> Result<(), StoreError> {
            for change in &written {
                tx.add_pending(id, change.hash.as_bytes(), &change.change, now.at.millis())?;
            }
            Ok(())
        });
        if stored.is_err() {
            self.documents.forget(id);
        }
        stored?;
        self.names = names;
        self.programs = programs;
        self.crisis_card = crisis_card;
        Ok(())
    }

    /// The own name as typed at founding or joining.
    pub fn own_name(&self) -> String {
        self.store
            .read()
            .setting("own_name")
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// This is the fictional agency.
    pub fn is_sample(&self) -> bool {
        matches!(self.store.read().meta("sample"), Ok(Some(_)))
    }

    /// The verified roster says that this device was taken out.
    pub fn is_dismissed(&self) -> bool {
        let own = self.roster.device(&self.identity.device);
        own.is_some_and(|device| device.revoked.is_some())
    }

    /// After how many days without contact this device locks by itself; `None` for never.
    pub fn lease_days(&self) -> Option<u32> {
        self.roster
            .lease_days()
            .filter(|_| self.conversation.is_some())
    }

    /// Looks at the clocks. Whether there was no contact for too long.
    pub fn look_at_lease(&mut self, at: i64, monotonic: u64) -> Result<bool, EngineError> {
        let days = self.lease_days();
        let Some(lease) = &mut self.lease else {
            return Ok(false);
        };
        lease.look(at, monotonic);
        if lease.is_to_be_kept() {
            self.store.transaction(|tx| lease.write(tx))?;
        }
        Ok(days.is_some_and(|days| lease.days_left(days) == 0))
    }

    /// There was contact, or somebody vouched for the device: the count begins anew.
    pub fn renew_lease(&mut self, at: i64, monotonic: u64) -> Result<(), EngineError> {
        let told = self.store.read().meta(handrail_sync::RELAY_CLOCK)?;
        let told =
            told.and_then(|bytes| Some(i64::from_be_bytes(bytes.as_slice().try_into().ok()?)));
        let lease = Lease::renewed(told.unwrap_or(at), at, monotonic);
        let mut lease = lease.after(self.lease.as_ref());
        self.store.transaction(|tx| lease.write(tx))?;
        self.lease = Some(lease);
        Ok(())
    }

    /// The recovery kit was not confirmed yet.
    pub fn has_root_secret(&self) -> bool {
        matches!(self.store.read().meta("root_secret"), Ok(Some(_)))
    }

    /// This member's own caseload.
    pub fn own_caseload(&self) -> Result<GroupId, EngineError> {
        self.roster
            .caseload_group(&self.identity.member)
            .ok_or(EngineError::NotAllowed)
    }

    /// The name of a member; empty when the agency's document does not say.
    pub fn member_name(&self, member: &MemberId) -> String {
        self.names.member(member)
    }

    /// The member's role is to coach.
    pub fn is_coach(&self, member: &MemberId) -> bool {
        self.roster.member(member).is_some_and(|record| {
            matches!(record.role, Role::Coach | Role::VolunteerCoach | Role::Lead)
        })
    }

    /// Whose device it is, revoked ones too.
    pub fn member_of_device(&self, device: &DeviceId) -> Option<MemberId> {
        self.roster.device(device).map(|record| record.member)
    }

    /// The coach who owns a caseload.
    pub fn coach_name(&self, group: Option<&GroupId>) -> String {
        group
            .and_then(|group| self.roster.group(group))
            .and_then(|record| record.owner)
            .map(|owner| self.member_name(&owner))
            .unwrap_or_default()
    }

    /// The caseload is this member's own.
    pub fn is_own_caseload(&self, group: Option<&GroupId>) -> bool {
        group
            .and_then(|group| self.roster.group(group))
            .is_some_and(|record| record.owner == Some(self.identity.member))
    }

    /// This member's own caseloads: theirs, and those that they cover.
    pub fn own_caseloads(&self) -> Vec<GroupId> {
        let member = &self.identity.member;
        self.roster
            .groups()
            .filter(|(group, _)| self.reads(group))
            .filter(|(_, record)| {
                record.owner == Some(*member) || record.covers.contains_key(member)
            })
            .map(|(group, _)| group)
            .collect()
    }

    /// Whether this member may note that they opened a record, and write nothing else.
    pub fn may_only_look(&self) -> bool {
        let role = self.roster.role_of(&self.identity.member);
        role.is_none_or(|role| !role.reads_caseloads())
    }

    /// Whether this member reads a shared record as a guest only.
    pub fn is_guest(&self, group: Option<&GroupId>) -> bool {
        let member = &self.identity.member;
        let is_in = |group: GroupId| self.roster.is_member_of(member, &group);
        group
            .and_then(|group| Some((self.roster.group(group)?, *group)))
            .filter(|(record, _)| record.covers.contains_key(member))
            .and_then(|(_, group)| self.roster.caseload_of_group(&group))
            .is_some_and(|caseload| !is_in(caseload))
    }

    /// Whether this member keeps a record: not only looks at it, and is no guest in it.
    pub fn keeps(&self, home: Option<&GroupId>) -> bool {
        !self.may_only_look() && !self.is_guest(home)
    }

    /// The coach for whom this member covers a caseload; empty where they do not.
    pub fn covered_for(&self, group: Option<&GroupId>) -> String {
        let covers = group
            .and_then(|group| self.roster.group(group))
            .is_some_and(|record| record.covers.contains_key(&self.identity.member));
        if covers && !self.is_guest(group) {
            self.coach_name(group)
        } else {
            String::new()
        }
    }

    /// The caseload that a participant's document belongs to now.
    pub fn home_of(&self, document: &DocumentId) -> Result<Option<GroupId>, EngineError> {
        let groups = self.store.read().document_groups(document)?;
        Ok(groups.first().copied())
    }

    /// Whether this member is in a group now, and the end of that, if it has one, has not come.
    pub fn reads(&self, group: &GroupId) -> bool {
        self.roster.is_member_of(&self.identity.member, group) && !self.has_ended(group)
    }

    /// Whether what this member read until a time is over, though the roster does not say so yet.
    pub fn has_ended(&self, group: &GroupId) -> bool {
        let (member, now) = (&self.identity.member, self.told_seconds());
        self.roster.has_ended(member, group, now)
    }

    /// What time it is at the least, as the relay told it and time was seen to pass since, Unix
    /// seconds. 0 before the first contact: nothing ends then.
    pub fn told_seconds(&self) -> u64 {
        let now = self.lease.map_or(0, |lease| lease.now());
        u64::try_from(now / 1000).unwrap_or(0)
    }

    /// The groups that this member reads until a time, with that time, Unix seconds.
    pub fn own_ends(&self) -> impl Iterator<Item = (GroupId, u64)> {
        let end = |group: &GroupId| {
            let record = self.roster.group(group)?;
            record.covers.get(&self.identity.member).copied()
        };
        let groups = self.roster.groups_of(&self.identity.member).into_iter();
        groups.filter_map(move |group| Some((group, end(&group)?)))
    }

    /// Whether what is at home in a caseload is for this member: no longer, when it was handed
    /// over or a cover ended.
    pub fn serves(&self, home: Option<&GroupId>) -> bool {
        home.is_none_or(|home| self.reads(home))
    }

    /// The groups that this member reads.
    pub fn own_groups(&self) -> Vec<GroupId> {
        let groups = self.roster.groups_of(&self.identity.member).into_iter();
        groups.filter(|group| !self.has_ended(group)).collect()
    }

    /// The epoch of a group that new keys are wrapped under.
    pub fn epoch_of(&self, group: &GroupId) -> Result<u32, EngineError> {
        self.roster
            .group(group)
            .map(|record| record.epoch)
            .ok_or(EngineError::NotAllowed)
    }

    /// Caseloads and shared records whose keys this member holds, with their coaches.
    pub fn readable_caseloads(&self) -> Vec<(GroupId, MemberId)> {
        self.roster
            .groups()
            .filter(|(_, record)| record.kind.holds_participants())
            .filter(|(group, _)| self.reads(group))
            .filter_map(|(group, record)| record.owner.map(|owner| (group, owner)))
            .collect()
    }
}
