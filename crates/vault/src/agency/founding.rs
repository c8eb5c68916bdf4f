//! The first entry.

use std::collections::BTreeSet;

use handrail_protocol::roster::RosterBody;
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{
    AgencyId, GroupId, HpkePublicKey, MemberId, Operation, Recipient, Role, RosterState,
};
use rand_core::CryptoRng;

use super::{DraftError, sign_entry};
use crate::keyring::{HeldGroupKey, wrap_group_key};
use crate::seal::random;
use crate::secret::{DeviceSecret, GroupKey, Holder, RootSecret};

/// The first member, who becomes an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Founder {
    pub role: Role,
}

/// A new agency.
pub struct Founded {
    /// Entry 0, for `POST /v1/agencies`.
    pub entry: Vec<u8>,
    pub state: RosterState,
    pub member: MemberId,
    pub agency_group: GroupId,
    /// The founder's own caseload group.
    pub caseload_group: GroupId,
    /// The first keys of both groups.
    pub keys: Vec<HeldGroupKey>,
}

/// Founds an agency with one member, one device, the agency group and the
/// member's caseload group. Both group keys are sealed to the device and to the
/// recovery kit.
///
/// # Errors
/// None that a sound random source gives cause for.
pub fn found_agency(
    root: &RootSecret,
    device: &DeviceSecret,
    founder: Founder,
    rng: &mut impl CryptoRng,
) -> Result<Founded, DraftError> {
    let root = root.keys();
    let member = MemberId::from_bytes(random(rng));
    let agency_group = GroupId::from_bytes(random(rng));
    let caseload_group = GroupId::from_bytes(random(rng));
    let recipients: BTreeSet<(Recipient, HpkePublicKey)> = [
        (Recipient::Device(device.id()), device.hpke_public()),
        (Recipient::Recovery(root.id()), root.hpke_public()),
    ]
    .into();
    let mut operations = vec![
        Operation::Found {
            root: root.sign_public(),
            recovery: root.hpke_public(),
        },
        Operation::AddMember {
            member,
            role: founder.role,
            administrator: true,
        },
        Operation::AddDevice {
            sign: device.sign_public(),
            hpke: device.hpke_public(),
            member,
        },
    ];
    let mut keys = Vec::new();
    for (group, kind, owner) in [
        (agency_group, GroupKind::Agency, None),
        (caseload_group, GroupKind::Caseload, Some(member)),
    ] {
        operations.push(Operation::NewGroup {
            group,
            kind,
            owner,
            members: vec![member],
        });
        let key = GroupKey::generate(rng);
        let wraps = recipients
            .iter()
            .map(|(recipient, to)| {
                wrap_group_key(
                    root.agency(),
                    (group, FIRST_EPOCH),
                    &key,
                    *recipient,
                    to,
                    rng,
                )
            })
            .collect::<Result<_, _>>()?;
        operations.push(Operation::Wrap {
            group,
            epoch: FIRST_EPOCH,
            recipients: wraps,
            key: key.id(),
        });
        keys.push(HeldGroupKey {
            group,
            epoch: FIRST_EPOCH,
            key,
        });
    }
    let signer = Holder::Root(&root);
    let body = RosterBody {
        agency: AgencyId::of_root(&root.sign_public()),
        n: 0,
        previous: None,
        signer: signer.signer(),
        operations,
    };
    let entry = sign_entry(&body, signer)?;
    let state = RosterState::found(&entry)?;
    Ok(Founded {
        entry,
        state,
        member,
        agency_group,
        caseload_group,
        keys,
    })
}

const FIRST_EPOCH: u32 = 1;
