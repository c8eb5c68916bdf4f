//! Keys, items and rosters with nothing random in them. Wraps hold no real
//! keys: this crate could not tell.

use ed25519_dalek::{Signer as _, SigningKey};
use handrail_protocol::item::item_signing_message;
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::roster::{RosterBody, Signer, encode_entry, roster_signing_message};
use handrail_protocol::*;

#[derive(Clone)]
pub struct Keys {
    seed: [u8; 32],
    pub hpke: HpkePublicKey,
}

impl Keys {
    pub fn new(number: u8) -> Self {
        Self {
            seed: [number; 32],
            hpke: HpkePublicKey::from_bytes([number; 32]),
        }
    }

    pub fn sign_public(&self) -> SignPublicKey {
        SignPublicKey::from_bytes(
            SigningKey::from_bytes(&self.seed)
                .verifying_key()
                .to_bytes(),
        )
    }

    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature::from_bytes(SigningKey::from_bytes(&self.seed).sign(message).to_bytes())
    }

    pub fn device(&self) -> DeviceId {
        DeviceId::of_keys(&self.sign_public(), &self.hpke)
    }

    pub fn invitation(&self) -> InvitationId {
        InvitationId::of_keys(&self.sign_public(), &self.hpke)
    }

    pub fn root(&self) -> RootKeyId {
        RootKeyId::of_keys(&self.sign_public(), &self.hpke)
    }

    pub fn add_to(&self, member: MemberId) -> Operation {
        Operation::AddDevice {
            sign: self.sign_public(),
            hpke: self.hpke,
            member,
        }
    }
}

pub fn member(number: u8) -> MemberId {
    MemberId::from_bytes([number; 16])
}

pub fn group(number: u8) -> GroupId {
    GroupId::from_bytes([number; 16])
}

pub fn wrap(recipient: Recipient) -> KeyWrap {
    KeyWrap {
        recipient,
        encapsulated: [7; 32],
        ciphertext: [8; 48],
    }
}

pub fn wrap_to(group: GroupId, epoch: u32, recipients: &[Recipient]) -> Operation {
    let recipients = recipients.iter().copied().map(wrap).collect();
    Operation::Wrap {
        group,
        epoch,
        recipients,
        key: group_key(group, epoch),
    }
}

/// The name of a key that nobody has.
pub fn group_key(group: GroupId, epoch: u32) -> GroupKeyId {
    let mut name = *group.as_bytes();
    name[15] = u8::try_from(epoch % 256).unwrap();
    GroupKeyId::from_bytes(name)
}

pub fn new_epoch(group: GroupId, epoch: u32) -> Operation {
    Operation::NewEpoch {
        group,
        epoch,
        previous: Some(SealedKey([9; 72])),
    }
}

pub fn signed(body: &RosterBody, keys: &Keys) -> Vec<u8> {
    let bytes = body.encode();
    encode_entry(&bytes, &keys.sign(&roster_signing_message(&bytes))).unwrap()
}

/// The agency of most tests. Its founder is a supervisor with device 2; group
/// 1 is the agency's, group 2 the founder's caseload.
pub struct Agency {
    pub state: RosterState,
    pub entries: Vec<Vec<u8>>,
}

pub const ROOT: u8 = 1;
pub const FOUNDER: u8 = 2;

impl Agency {
    pub fn founding_operations() -> Vec<Operation> {
        let (root, founder) = (Keys::new(ROOT), Keys::new(FOUNDER));
        let recipients = [
            Recipient::Device(founder.device()),
            Recipient::Recovery(root.root()),
        ];
        vec![
            Operation::Found {
                root: root.sign_public(),
                recovery: root.hpke,
            },
            Operation::AddMember {
                member: member(FOUNDER),
                role: Role::Supervisor,
                administrator: true,
            },
            founder.add_to(member(FOUNDER)),
            Operation::NewGroup {
                group: group(1),
                kind: GroupKind::Agency,
                owner: None,
                members: vec![member(FOUNDER)],
            },
            wrap_to(group(1), 1, &recipients),
            Operation::NewGroup {
                group: group(2),
                kind: GroupKind::Caseload,
                owner: Some(member(FOUNDER)),
                members: vec![member(FOUNDER)],
            },
            wrap_to(group(2), 1, &recipients),
        ]
    }

    pub fn genesis_body(operations: Vec<Operation>) -> RosterBody {
        let root = Keys::new(ROOT);
        RosterBody {
            agency: AgencyId::of_root(&root.sign_public()),
            n: 0,
            previous: None,
            signer: Signer::Root(root.root()),
            operations,
        }
    }

    pub fn found() -> Self {
        let entry = signed(
            &Self::genesis_body(Self::founding_operations()),
            &Keys::new(ROOT),
        );
        Self {
            state: RosterState::found(&entry).unwrap(),
            entries: vec![entry],
        }
    }

    pub fn body(&self, signer: Signer, operations: Vec<Operation>) -> RosterBody {
        let head = self.state.head();
        RosterBody {
            agency: self.state.agency(),
            n: head.n + 1,
            previous: Some(head.hash),
            signer,
            operations,
        }
    }

    /// Applies an entry exactly as given.
    pub fn apply(
        &mut self,
        signer: Signer,
        keys: &Keys,
        operations: Vec<Operation>,
    ) -> Result<(), RosterError> {
        let entry = signed(&self.body(signer, operations), keys);
        self.state.apply(&entry)?;
        self.entries.push(entry);
        Ok(())
    }

    pub fn apply_as_founder(&mut self, operations: Vec<Operation>) -> Result<(), RosterError> {
        let founder = Keys::new(FOUNDER);
        self.apply(Signer::Device(founder.device()), &founder, operations)
    }

    /// Adds the epochs and wraps that the operations need, and applies.
    pub fn complete(
        &mut self,
        signer: Signer,
        keys: &Keys,
        mut operations: Vec<Operation>,
    ) -> Result<(), RosterError> {
        for need in self.state.needs(signer, &operations)? {
            if need.new_epoch {
                operations.push(new_epoch(need.group, need.epoch));
            }
            let recipients: Vec<Recipient> = need
                .recipients
                .iter()
                .map(|(recipient, _)| *recipient)
                .collect();
            operations.push(wrap_to(need.group, need.epoch, &recipients));
        }
        self.apply(signer, keys, operations)
    }

    pub fn complete_as_founder(&mut self, operations: Vec<Operation>) -> Result<(), RosterError> {
        let founder = Keys::new(FOUNDER);
        self.complete(Signer::Device(founder.device()), &founder, operations)
    }

    /// A coach `number` with a device and a caseload group shared with the
    /// founder, all of that number.
    pub fn with_coach(mut self, number: u8) -> Self {
        self.complete_as_founder(vec![
            Operation::AddMember {
                member: member(number),
                role: Role::Coach,
                administrator: false,
            },
            Keys::new(number).add_to(member(number)),
            Operation::AddGroupMember {
                group: group(1),
                member: member(number),
                until: None,
            },
            Operation::NewGroup {
                group: group(number),
                kind: GroupKind::Caseload,
                owner: Some(member(number)),
                members: vec![member(FOUNDER), member(number)],
            },
        ])
        .unwrap();
        self
    }
}

pub fn invite(number: u8, groups: Vec<GroupId>) -> Operation {
    let keys = Keys::new(number);
    Operation::Invite {
        sign: keys.sign_public(),
        hpke: keys.hpke,
        member: member(number),
        role: Role::Coach,
        administrator: false,
        expires: 1_800_000_000,
        groups,
    }
}

pub fn header() -> ItemHeader {
    ItemHeader {
        agency: AgencyId::from_bytes([1; 16]),
        document: DocumentId::from_bytes([2; 16]),
        kind: ItemKind::Change,
        writer: Keys::new(3).device(),
        incarnation: Incarnation::from_bytes([4; 16]),
        n: 1,
        previous: None,
        document_key: DocumentKeyId::from_bytes([5; 16]),
        roster: RosterHead {
            n: 6,
            hash: RosterHash::from_bytes([7; 32]),
        },
        body_length: 80,
        covers: None,
        wraps: Some(vec![DocumentKeyWrap {
            group: group(8),
            epoch: 1,
            document_key: DocumentKeyId::from_bytes([5; 16]),
            wrapped: [9; 72],
        }]),
        document_kind: Some(DocumentKind::Participant),
        assignment: None,
        forget: None,
        confirms: None,
        holds: None,
    }
}

pub fn item_bytes(header: &ItemHeader) -> Vec<u8> {
    let body = vec![0xbb; header.body_length as usize];
    item_with_body(&header.encode(), &body)
}

pub fn item_with_body(header: &[u8], body: &[u8]) -> Vec<u8> {
    let signature = Keys::new(3).sign(&item_signing_message(header, body));
    encode_item(header, &signature, body).unwrap()
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
