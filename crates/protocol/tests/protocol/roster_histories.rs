//! Whatever happens to an agency, its groups' keys are where they belong.

use std::collections::BTreeSet;

use handrail_protocol::roster::Signer;
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::*;
use proptest::prelude::*;

use crate::fixture::*;

/// One thing that somebody does, about persons and groups 3 to 8. Devices have
/// their member's number, second devices that plus 10, invitations that plus 20.
#[derive(Debug, Clone)]
enum Step {
    AddMember(u8),
    AddDevice { to: u8, second: bool },
    Revoke { of: u8, second: bool },
    NewGroup { id: u8, owner: u8, with: u8 },
    Join { id: u8, who: u8 },
    Leave { id: u8, who: u8 },
    Invite { who: u8, into: u8 },
    Redeem(u8),
    Withdraw(u8),
    Change { who: u8, active: bool },
    Renew(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 3_u8..9;
    prop_oneof![
        who().prop_map(Step::AddMember),
        (who(), any::<bool>()).prop_map(|(to, second)| Step::AddDevice { to, second }),
        (who(), any::<bool>()).prop_map(|(of, second)| Step::Revoke { of, second }),
        (who(), who(), who()).prop_map(|(id, owner, with)| Step::NewGroup { id, owner, with }),
        (1_u8..9, who()).prop_map(|(id, who)| Step::Join { id, who }),
        (1_u8..9, who()).prop_map(|(id, who)| Step::Leave { id, who }),
        (who(), 1_u8..9).prop_map(|(who, into)| Step::Invite { who, into }),
        who().prop_map(Step::Redeem),
        who().prop_map(Step::Withdraw),
        (who(), any::<bool>()).prop_map(|(who, active)| Step::Change { who, active }),
        (1_u8..9).prop_map(Step::Renew),
    ]
}

fn device(number: u8, second: bool) -> Keys {
    Keys::new(number + if second { 10 } else { 0 })
}

fn invitation(number: u8) -> Keys {
    Keys::new(number + 20)
}

fn operation(step: &Step, state: &RosterState) -> Operation {
    match *step {
        Step::AddMember(who) => Operation::AddMember {
            member: member(who),
            role: Role::Coach,
            administrator: false,
        },
        Step::AddDevice { to, second } => device(to, second).add_to(member(to)),
        Step::Revoke { of, second } => Operation::RevokeDevice {
            device: device(of, second).device(),
            last: vec![],
        },
        Step::NewGroup { id, owner, with } => Operation::NewGroup {
            group: group(id),
            kind: GroupKind::Caseload,
            owner: Some(member(owner)),
            members: vec![member(FOUNDER), member(with)],
        },
        Step::Join { id, who } => Operation::AddGroupMember {
            group: group(id),
            member: member(who),
            until: None,
        },
        Step::Leave { id, who } => Operation::RemoveGroupMember {
            group: group(id),
            member: member(who),
        },
        Step::Invite { who, into } => {
            let keys = invitation(who);
            let known = state.member(&member(who)).is_some();
            Operation::Invite {
                sign: keys.sign_public(),
                hpke: keys.hpke,
                member: member(who),
                role: Role::Coach,
                administrator: false,
                expires: 1,
                groups: if known { vec![] } else { vec![group(into)] },
            }
        }
        Step::Redeem(who) => {
            let keys = device(who, false);
            Operation::Redeem {
                invitation: invitation(who).invitation(),
                sign: keys.sign_public(),
                hpke: keys.hpke,
            }
        }
        Step::Withdraw(who) => Operation::WithdrawInvitation {
            invitation: invitation(who).invitation(),
        },
        Step::Change { who, active } => Operation::ChangeMember {
            member: member(who),
            role: Role::Coach,
            administrator: false,
            active,
        },
        Step::Renew(id) => {
            let epoch = state.group(&group(id)).map_or(2, |group| group.epoch + 1);
            new_epoch(group(id), epoch)
        }
    }
}

fn check_every_group(state: &RosterState) {
    for (id, group) in state.groups() {
        let sealed: BTreeSet<Recipient> = group.wrapped_to().collect();
        assert_eq!(Some(sealed), state.recipients(&id), "group {id}");
        assert!(group.key_id(group.epoch).is_some());
        for epoch in 2..=group.epoch {
            assert!(
                group.previous(epoch).is_some(),
                "epoch {epoch} of group {id}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn keys_are_sealed_to_exactly_those_who_may_read(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut agency = Agency::found();
        for step in &steps {
            let before = agency.state.clone();
            let operations = vec![operation(step, &agency.state)];
            let done = match step {
                Step::Redeem(who) => {
                    let keys = invitation(*who);
                    agency.complete(Signer::Invitation(keys.invitation()), &keys, operations)
                }
                _ => agency.complete_as_founder(operations),
            };
            if done.is_err() {
                prop_assert_eq!(&agency.state, &before);
            }
            check_every_group(&agency.state);
        }
        let entries = agency.entries.iter().map(Vec::as_slice);
        prop_assert_eq!(&RosterState::replay(entries).unwrap(), &agency.state);
    }
}

#[test]
fn the_steps_of_the_property_do_reach_every_operation() {
    let mut agency = Agency::found();
    for step in [
        Step::AddMember(3),
        Step::AddDevice {
            to: 3,
            second: false,
        },
        Step::NewGroup {
            id: 3,
            owner: 3,
            with: 3,
        },
        Step::Join { id: 1, who: 3 },
        Step::Invite { who: 4, into: 3 },
        Step::Redeem(4),
        Step::Invite { who: 5, into: 3 },
        Step::Withdraw(5),
        Step::Leave { id: 3, who: 4 },
        Step::Renew(1),
        Step::Revoke {
            of: 3,
            second: false,
        },
        Step::Change {
            who: 3,
            active: false,
        },
        Step::Change {
            who: 3,
            active: true,
        },
        Step::AddDevice {
            to: 3,
            second: true,
        },
    ] {
        let operations = vec![operation(&step, &agency.state)];
        let keys = invitation(4);
        let done = match step {
            Step::Redeem(_) => {
                agency.complete(Signer::Invitation(keys.invitation()), &keys, operations)
            }
            _ => agency.complete_as_founder(operations),
        };
        assert_eq!(done, Ok(()), "{step:?}");
        check_every_group(&agency.state);
    }
}
