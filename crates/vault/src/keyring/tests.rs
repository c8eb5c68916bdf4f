use handrail_protocol::{Operation, Role};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;

use super::*;
use crate::agency::{Desk, Founder, draft_entry, found_agency};
use crate::secret::{DeviceSecret, RootSecret};

/// An administrator who gives one device another key than the others would let
/// it write what nobody reads, and read what nobody writes.
#[test]
fn a_key_that_is_not_the_one_the_roster_names_is_refused() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let root = RootSecret::generate(&mut rng);
    let device = DeviceSecret::generate(&mut rng);
    let founder = Founder {
        role: Role::Supervisor,
    };
    let founding = found_agency(&root, &device, founder, &mut rng).unwrap();
    let mut keyring = GroupKeyring::new();
    keyring.extend(founding.keys);
    let (agency, group) = (founding.state.agency(), founding.agency_group);
    let (told, given) = (GroupKey::generate(&mut rng), GroupKey::generate(&mut rng));
    let recipients = founding.state.recipients(&group).unwrap();
    let recipients = recipients
        .into_iter()
        .map(|recipient| {
            let to = founding.state.hpke_key(&recipient).unwrap();
            wrap_group_key(agency, (group, 2), &given, recipient, &to, &mut rng).unwrap()
        })
        .collect();
    let held = keyring.get(group, 1).unwrap();
    let previous = seal_previous(agency, (group, 2), &given, held, &mut rng);
    let operations = vec![
        Operation::NewEpoch {
            group,
            epoch: 2,
            previous: Some(previous),
        },
        Operation::Wrap {
            group,
            epoch: 2,
            recipients,
            key: told.id(),
        },
    ];
    let desk = Desk {
        state: &founding.state,
        signer: Holder::Device(&device),
        keyring: &keyring,
    };
    let state = draft_entry(&desk, operations, &mut rng).unwrap().state;
    let learned = keyring.learn(&state, Holder::Device(&device));
    assert_eq!(learned.damaged, [(group, 2)]);
    assert_eq!(learned.new, []);
    assert!(keyring.get(group, 2).is_none());
}
