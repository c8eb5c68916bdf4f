//! A fictional agency: one supervisor who founds it, and coaches who were let
//! in by invitation, each on one device.

use std::sync::Arc;

use handrail_protocol::{DeviceId, GroupId, MemberId, Role, RosterState};
use handrail_vault::{
    Desk, DeviceSecret, DraftError, Founder, GroupKeyring, Holder, Invite, Invited, Invitee,
    JoinError, RootSecret, found_agency, invite, redeem_invitation,
};
use rand_core::CryptoRng;

/// An agency cannot be made; the vault or the roster's rules say why.
#[derive(Debug, thiserror::Error)]
pub enum AgencyError {
    /// An entry could not be written.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// An invitation could not be used.
    #[error(transparent)]
    Join(#[from] JoinError),
}

/// A person on one device.
#[derive(Clone)]
pub struct TestMember {
    /// Person.
    pub member: MemberId,
    /// Device.
    pub secret: Arc<DeviceSecret>,
    /// The caseload group that the person owns.
    pub caseload: GroupId,
}

impl TestMember {
    /// Device.
    pub fn device(&self) -> DeviceId {
        self.secret.id()
    }
}

/// The agency and all its secrets.
pub struct TestAgency {
    /// Roster entries, from 0.
    pub entries: Vec<Vec<u8>>,
    /// The state after them.
    pub roster: RosterState,
    /// Group of everybody.
    pub agency_group: GroupId,
    /// The supervisor, who administers, then whoever was added, in that order.
    pub members: Vec<TestMember>,
    founder: Arc<DeviceSecret>,
}

/// Invitations of test agencies end in the year 2100, Unix seconds.
const EXPIRES: u64 = 4_102_444_800;

impl TestAgency {
    /// An agency with so many coaches. Every caseload is shared with the
    /// supervisor.
    pub fn with_coaches(coaches: usize, rng: &mut impl CryptoRng) -> Result<Self, AgencyError> {
        let secret = Arc::new(DeviceSecret::generate(rng));
        let root = RootSecret::generate(rng);
        let founded = found_agency(
            &root,
            &secret,
            Founder {
                role: Role::Supervisor,
            },
            rng,
        )?;
        let supervisor = TestMember {
            member: founded.member,
            secret: secret.clone(),
            caseload: founded.caseload_group,
        };
        let mut agency = Self {
            entries: vec![founded.entry],
            roster: founded.state,
            agency_group: founded.agency_group,
            members: vec![supervisor],
            founder: secret,
        };
        for _ in 0..coaches {
            agency.add_coach(rng)?;
        }
        Ok(agency)
    }

    /// Invites one more coach, who redeems the invitation at once.
    pub fn add_coach(&mut self, rng: &mut impl CryptoRng) -> Result<(), AgencyError> {
        let groups = vec![self.agency_group];
        self.add_person(Role::Coach, false, groups, rng)
    }

    /// Invites one more supervisor, who administers too and reads every caseload.
    pub fn add_supervisor(&mut self, rng: &mut impl CryptoRng) -> Result<(), AgencyError> {
        let groups = self.roster.groups().map(|(id, _)| id).collect();
        self.add_person(Role::Supervisor, true, groups, rng)
    }

    /// Invites somebody into these groups and into a caseload of their own that
    /// every supervisor shares; they redeem the invitation at once.
    pub fn add_person(
        &mut self,
        role: Role,
        administrator: bool,
        groups: Vec<GroupId>,
        rng: &mut impl CryptoRng,
    ) -> Result<(), AgencyError> {
        let (invited, secret) = self.invite(role, administrator, groups, rng)?;
        let state = invited.drafted.state;
        let joined = redeem_invitation(&state, &invited.link, &secret, 0, rng)?;
        self.entries.push(invited.drafted.entry);
        self.entries.push(joined.drafted.entry);
        self.roster = joined.drafted.state;
        self.members.push(TestMember {
            member: invited.member,
            secret,
            caseload: invited.caseload.unwrap_or(self.agency_group),
        });
        Ok(())
    }

    /// An invitation by the supervisor on the roster as it is here, and the keys
    /// of the device that will join by it. Every supervisor shares the caseload.
    pub fn invite(
        &self,
        role: Role,
        administrator: bool,
        groups: Vec<GroupId>,
        rng: &mut impl CryptoRng,
    ) -> Result<(Invited, Arc<DeviceSecret>), AgencyError> {
        let supervisors = self
            .roster
            .members()
            .filter(|(_, member)| member.active && member.role == Role::Supervisor)
            .map(|(id, _)| id)
            .collect();
        let mut keyring = GroupKeyring::new();
        let signer = Holder::Device(&self.founder);
        keyring.learn(&self.roster, signer);
        let desk = Desk {
            state: &self.roster,
            signer,
            keyring: &keyring,
        };
        let person = Invitee::New {
            role,
            administrator,
        };
        let invited = invite(
            &desk,
            Invite {
                person,
                expires: EXPIRES,
                groups,
                caseload_with: role.reads_caseloads().then_some(supervisors),
            },
            rng,
        )?;
        Ok((invited, Arc::new(DeviceSecret::generate(rng))))
    }

    /// The supervisor.
    pub fn supervisor(&self) -> Option<&TestMember> {
        self.members.first()
    }

    /// The coaches.
    pub fn coaches(&self) -> &[TestMember] {
        self.members.get(1..).unwrap_or_default()
    }
}
