//! An agency for tests: real signatures over real formats. Sealed parts are arbitrary bytes,
//! which is all the relay ever sees of them.

use ed25519_dalek::{Signer as _, SigningKey};
use handrail_protocol::id::{AgencyId, DeviceId, GroupId, GroupKeyId, KeyId, MemberId, RootKeyId};
use handrail_protocol::key::{HpkePublicKey, SignPublicKey, Signature};
use handrail_protocol::message::{SessionNonce, SessionRequest, session_signing_message};
use handrail_protocol::roster::operation::{
    GroupKind, KeyWrap, LastItem, Operation, Role, SealedKey,
};
use handrail_protocol::roster::{
    RosterBody, RosterState, Signer, encode_entry, roster_signing_message,
};

/// A key pair of a device, an invitation or the root.
#[derive(Clone)]
pub struct Key {
    sign: SigningKey,
    pub hpke: HpkePublicKey,
}

impl Key {
    pub fn new(name: &str) -> Self {
        let sign = SigningKey::from_bytes(blake3::hash(name.as_bytes()).as_bytes());
        let mut hpke = *blake3::hash(format!("{name} hpke").as_bytes()).as_bytes();
        hpke[31] &= 0x3f;
        Self {
            sign,
            hpke: HpkePublicKey::from_bytes(hpke),
        }
    }

    pub fn public(&self) -> SignPublicKey {
        SignPublicKey::from_bytes(self.sign.verifying_key().to_bytes())
    }

    pub fn id(&self) -> KeyId {
        KeyId::of_keys(&self.public(), &self.hpke)
    }

    pub fn device(&self) -> DeviceId {
        DeviceId::of_keys(&self.public(), &self.hpke)
    }

    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature::from_bytes(self.sign.sign(message).to_bytes())
    }

    pub fn answer(&self, agency: AgencyId, nonce: SessionNonce) -> SessionRequest {
        let message = session_signing_message(agency, self.id(), &nonce);
        SessionRequest {
            agency,
            key: self.id(),
            nonce,
            signature: self.sign(&message),
        }
    }
}

/// A member with one device; coaches own a caseload group, supervisors see all of them.
#[derive(Clone)]
pub struct Person {
    pub key: Key,
    pub member: MemberId,
    pub group: GroupId,
}

/// The roster as its writers hold it.
pub struct Agency {
    pub state: RosterState,
    pub entries: Vec<Vec<u8>>,
    pub supervisor: Person,
    pub everybody: GroupId,
}

/// Sixteen bytes that a name stands for.
pub fn bytes16(name: &str) -> [u8; 16] {
    *blake3::hash(name.as_bytes())
        .as_bytes()
        .first_chunk()
        .unwrap()
}

impl Agency {
    /// One supervisor, who is the administrator.
    pub fn found(name: &str) -> Self {
        let root = Key::new(&format!("{name} root"));
        let supervisor = person(&format!("{name} supervisor"));
        let everybody = GroupId::from_bytes(bytes16(&format!("{name} everybody")));
        let root_id = RootKeyId::of_keys(&root.public(), &root.hpke);
        let agency = AgencyId::of_root(&root.public());
        let mut operations = vec![
            Operation::Found {
                root: root.public(),
                recovery: root.hpke,
            },
            Operation::AddMember {
                member: supervisor.member,
                role: Role::Supervisor,
                administrator: true,
            },
            Operation::AddDevice {
                sign: supervisor.key.public(),
                hpke: supervisor.key.hpke,
                member: supervisor.member,
            },
        ];
        let groups = [
            (everybody, GroupKind::Agency, None),
            (
                supervisor.group,
                GroupKind::Caseload,
                Some(supervisor.member),
            ),
        ];
        for (group, kind, owner) in groups {
            operations.push(Operation::NewGroup {
                group,
                kind,
                owner,
                members: vec![supervisor.member],
            });
            let recipients = [
                handrail_protocol::Recipient::Device(supervisor.key.device()),
                handrail_protocol::Recipient::Recovery(root_id),
            ];
            operations.push(Operation::Wrap {
                group,
                epoch: 1,
                recipients: recipients.map(wrap_for).to_vec(),
                key: GroupKeyId::from_bytes([1; 16]),
            });
        }
        let body = RosterBody {
            agency,
            n: 0,
            previous: None,
            signer: Signer::Root(root_id),
            operations,
        };
        let entry = seal_entry(&body, &root);
        let state = RosterState::found(&entry).unwrap();
        Self {
            state,
            entries: vec![entry],
            supervisor,
            everybody,
        }
    }

    pub fn id(&self) -> AgencyId {
        self.state.agency()
    }

    /// The next entry with these operations and the wraps they need, not applied.
    pub fn draft(&self, signer: Signer, key: &Key, operations: Vec<Operation>) -> Vec<u8> {
        let mut whole = operations;
        for need in self.state.needs(signer, &whole).unwrap() {
            if need.new_epoch {
                let (group, epoch) = (need.group, need.epoch);
                whole.push(Operation::NewEpoch {
                    group,
                    epoch,
                    previous: Some(SealedKey([7; 72])),
                });
            }
            whole.push(Operation::Wrap {
                group: need.group,
                epoch: need.epoch,
                recipients: need
                    .recipients
                    .iter()
                    .map(|(to, _)| wrap_for(*to))
                    .collect(),
                key: GroupKeyId::from_bytes([u8::try_from(need.epoch).unwrap_or(0); 16]),
            });
        }
        let head = self.state.head();
        let body = RosterBody {
            agency: self.id(),
            n: head.n + 1,
            previous: Some(head.hash),
            signer,
            operations: whole,
        };
        seal_entry(&body, key)
    }

    /// The next entry by the administrator, not applied.
    pub fn draft_by_supervisor(&self, operations: Vec<Operation>) -> Vec<u8> {
        let key = &self.supervisor.key;
        self.draft(Signer::Device(key.device()), key, operations)
    }

    pub fn apply(&mut self, entry: Vec<u8>) {
        self.state.apply(&entry).unwrap();
        self.entries.push(entry);
    }

    /// A coach with a device and a caseload group that the supervisor shares.
    pub fn add_coach(&mut self, name: &str) -> Person {
        let coach = person(name);
        let entry = self.draft_by_supervisor(vec![
            Operation::AddMember {
                member: coach.member,
                role: Role::Coach,
                administrator: false,
            },
            Operation::AddDevice {
                sign: coach.key.public(),
                hpke: coach.key.hpke,
                member: coach.member,
            },
            Operation::AddGroupMember {
                group: self.everybody,
                member: coach.member,
                until: None,
            },
            Operation::NewGroup {
                group: coach.group,
                kind: GroupKind::Caseload,
                owner: Some(coach.member),
                members: vec![coach.member, self.supervisor.member],
            },
        ]);
        self.apply(entry);
        coach
    }

    /// An invitation of a new coach, applied. `expires` in Unix seconds.
    pub fn invite(&mut self, name: &str, expires: u64) -> Key {
        let key = Key::new(name);
        let entry = self.draft_by_supervisor(vec![Operation::Invite {
            sign: key.public(),
            hpke: key.hpke,
            member: MemberId::from_bytes(bytes16(&format!("{name} member"))),
            role: Role::Coach,
            administrator: false,
            expires,
            groups: vec![self.everybody],
        }]);
        self.apply(entry);
        key
    }

    /// The entry that turns an invitation into a device, not applied.
    pub fn redeem(&self, invitation: &Key, device: &Key) -> Vec<u8> {
        let id = handrail_protocol::InvitationId::of_keys(&invitation.public(), &invitation.hpke);
        let operation = Operation::Redeem {
            invitation: id,
            sign: device.public(),
            hpke: device.hpke,
        };
        self.draft(Signer::Invitation(id), invitation, vec![operation])
    }

    pub fn revoke(&mut self, device: DeviceId) {
        let entry = self.draft_revocation(device, Vec::new());
        self.apply(entry);
    }

    /// An entry that takes a device out and names how far its items count.
    pub fn draft_revocation(&self, device: DeviceId, last: Vec<LastItem>) -> Vec<u8> {
        self.draft_by_supervisor(vec![Operation::RevokeDevice { device, last }])
    }
}

fn person(name: &str) -> Person {
    Person {
        key: Key::new(name),
        member: MemberId::from_bytes(bytes16(&format!("{name} member"))),
        group: GroupId::from_bytes(bytes16(&format!("{name} group"))),
    }
}

fn wrap_for(recipient: handrail_protocol::Recipient) -> KeyWrap {
    KeyWrap {
        recipient,
        encapsulated: [1; 32],
        ciphertext: [2; 48],
    }
}

fn seal_entry(body: &RosterBody, key: &Key) -> Vec<u8> {
    let bytes = body.encode();
    encode_entry(&bytes, &key.sign(&roster_signing_message(&bytes))).unwrap()
}
