//! A small agency with real keys from a seed.

use handrail_protocol::*;
use handrail_vault::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

pub fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// A device and what it holds.
pub struct Seat {
    pub device: DeviceSecret,
    pub member: MemberId,
    pub keyring: GroupKeyring,
}

impl Seat {
    pub fn desk<'a>(&'a self, state: &'a RosterState) -> Desk<'a> {
        Desk {
            state,
            signer: Holder::Device(&self.device),
            keyring: &self.keyring,
        }
    }

    pub fn learn(&mut self, state: &RosterState) -> Learned {
        self.keyring.learn(state, Holder::Device(&self.device))
    }
}

/// A supervisor who founded the agency, and its roster as bytes.
pub struct Agency {
    pub rng: ChaCha20Rng,
    pub root: RootSecret,
    pub entries: Vec<Vec<u8>>,
    pub state: RosterState,
    pub supervisor: Seat,
    pub everyone: GroupId,
    pub caseload_group: GroupId,
}

pub const NOW: u64 = 1_790_000_000;
pub const TOMORROW: u64 = NOW + 86_400;

impl Agency {
    pub fn found(seed: u64) -> Self {
        let mut rng = rng(seed);
        let root = RootSecret::generate(&mut rng);
        let device = DeviceSecret::generate(&mut rng);
        let founder = Founder {
            role: Role::Supervisor,
        };
        let founding = found_agency(&root, &device, founder, &mut rng).unwrap();
        let mut keyring = GroupKeyring::new();
        keyring.extend(founding.keys);
        Self {
            rng,
            root,
            entries: vec![founding.entry],
            state: founding.state,
            supervisor: Seat {
                device,
                member: founding.member,
                keyring,
            },
            everyone: founding.agency_group,
            caseload_group: founding.caseload_group,
        }
    }

    /// What the relay and every device do with an entry.
    pub fn take(&mut self, entry: Vec<u8>) {
        self.state.apply(&entry).unwrap();
        self.entries.push(entry);
        self.supervisor.learn(&self.state);
    }

    pub fn invite_coach(&mut self) -> Invited {
        let invitation = Invite {
            person: Invitee::New {
                role: Role::Coach,
                administrator: false,
            },
            expires: TOMORROW,
            groups: vec![self.everyone],
            caseload_with: Some(vec![self.supervisor.member]),
        };
        let desk = self.supervisor.desk(&self.state);
        let invited = invite(&desk, invitation, &mut self.rng).unwrap();
        self.take(invited.drafted.entry.clone());
        invited
    }

    /// A coach who came in by link; also their caseload group.
    pub fn join_coach(&mut self) -> (Seat, GroupId) {
        let invited = self.invite_coach();
        let device = DeviceSecret::generate(&mut self.rng);
        let joined =
            redeem_invitation(&self.state, &invited.link, &device, NOW, &mut self.rng).unwrap();
        self.take(joined.drafted.entry);
        let seat = Seat {
            device,
            member: joined.member,
            keyring: joined.keyring,
        };
        (seat, invited.caseload.unwrap())
    }
}

pub fn document(number: u8) -> DocumentId {
    DocumentId::from_bytes([number; 16])
}

/// The first item of a participant's document, for `writer`.
pub fn draft(state: &RosterState) -> ItemDraft {
    ItemDraft {
        agency: state.agency(),
        document: document(1),
        incarnation: Incarnation::from_bytes([2; 16]),
        n: 1,
        previous: None,
        roster: state.head(),
        covers: vec![],
        wraps: vec![],
        document_kind: DocumentKind::Participant,
        assignment: None,
        forget: None,
        says: handrail_vault::Statements::default(),
    }
}

pub fn changes() -> Content {
    Content::Changes(vec![b"first change".to_vec(), vec![], vec![7; 1_000]])
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

pub fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| u8::try_from(c.to_digit(16).unwrap()).unwrap())
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair[0] * 16 + pair[1])
        .collect()
}

/// The error of a result whose value cannot be shown.
pub fn error<T, E>(result: Result<T, E>) -> E {
    match result {
        Ok(_) => panic!("an error was expected"),
        Err(error) => error,
    }
}
