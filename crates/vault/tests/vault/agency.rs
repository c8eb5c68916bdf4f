use handrail_protocol::message::SessionNonce;
use handrail_protocol::roster::SessionKey;
use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

#[test]
fn founding_needs_nothing_but_randomness() {
    let agency = Agency::found(1);
    let root = agency.root.keys();
    assert_eq!(agency.state.fingerprint(), root.fingerprint());
    assert_eq!(agency.state.agency(), root.agency());
    assert!(
        agency
            .state
            .is_administrator(&agency.supervisor.device.id())
    );
    let again = Agency::found(1);
    assert_eq!(
        again.entries, agency.entries,
        "the same seed gives the same bytes"
    );
    assert_ne!(Agency::found(2).state.agency(), agency.state.agency());
}

#[test]
fn the_recovery_kit_opens_every_group_and_signs_a_restoration() {
    let mut agency = Agency::found(1);
    let (coach, caseload) = agency.join_coach();
    let words = agency.root.to_words();
    // All devices are gone. What is left is the kit and the relay's roster.
    let root = RootSecret::from_words(&words).unwrap().keys();
    let entries = agency.entries.iter().map(Vec::as_slice);
    let state = RosterState::replay(entries).unwrap();
    assert_eq!(state.fingerprint(), root.fingerprint());
    let mut keyring = GroupKeyring::new();
    let learned = keyring.learn(&state, Holder::Root(&root));
    assert_eq!(
        learned.new.len(),
        3,
        "agency, supervisor's caseload, coach's caseload"
    );
    let replacement = DeviceSecret::generate(&mut agency.rng);
    let desk = Desk {
        state: &state,
        signer: Holder::Root(&root),
        keyring: &keyring,
    };
    let restored = draft_entry(
        &desk,
        vec![
            Operation::RevokeDevice {
                device: agency.supervisor.device.id(),
                last: vec![],
            },
            Operation::AddDevice {
                sign: replacement.sign_public(),
                hpke: replacement.hpke_public(),
                member: agency.supervisor.member,
            },
        ],
        &mut agency.rng,
    )
    .unwrap();
    let mut fresh = GroupKeyring::new();
    let learned = fresh.learn(&restored.state, Holder::Device(&replacement));
    assert_eq!(learned.damaged, []);
    let history = coach.keyring.get(caseload, 1).unwrap();
    assert_eq!(fresh.get(caseload, 1).unwrap().expose(), history.expose());
    assert_ne!(fresh.get(caseload, 2).unwrap().expose(), history.expose());
}

#[test]
fn an_administrator_cannot_pass_on_a_key_they_do_not_hold() {
    let mut agency = Agency::found(1);
    let (coach, caseload) = agency.join_coach();
    let state = &agency.state;
    let empty = GroupKeyring::new();
    let desk = Desk {
        state,
        signer: Holder::Device(&agency.supervisor.device),
        keyring: &empty,
    };
    let refused = error(revoke_device(
        &desk,
        coach.device.id(),
        vec![],
        &mut agency.rng,
    ));
    assert!(matches!(refused, DraftError::NoGroupKey { epoch: 1, .. }));
    let refused = error(add_group_member(
        &coach.desk(state),
        caseload,
        agency.supervisor.member,
        None,
        &mut agency.rng,
    ));
    assert!(matches!(refused, DraftError::Roster(_)));
}

#[test]
fn a_wrong_draft_is_refused_where_it_is_written() {
    let mut agency = Agency::found(1);
    let (coach, _) = agency.join_coach();
    let change = change_member(
        &coach.desk(&agency.state),
        coach.member,
        Role::Supervisor,
        true,
        &mut agency.rng,
    );
    assert_eq!(
        error(change),
        DraftError::Roster(RosterError::SignerNotAllowed)
    );
}

#[test]
fn a_member_of_a_group_reads_its_past() {
    let mut agency = Agency::found(1);
    let (first, caseload) = agency.join_coach();
    let (mut second, _) = agency.join_coach();
    let desk = agency.supervisor.desk(&agency.state);
    let renewed = draft_entry(
        &desk,
        vec![Operation::RemoveGroupMember {
            group: agency.everyone,
            member: first.member,
        }],
        &mut agency.rng,
    )
    .unwrap();
    agency.take(renewed.entry);
    let desk = agency.supervisor.desk(&agency.state);
    let cover = add_group_member(&desk, caseload, second.member, None, &mut agency.rng).unwrap();
    agency.take(cover.entry);
    second.learn(&agency.state);
    assert_eq!(
        second.keyring.get(caseload, 1).unwrap().expose(),
        first.keyring.get(caseload, 1).unwrap().expose()
    );
    let desk = agency.supervisor.desk(&agency.state);
    let end = remove_group_member(&desk, caseload, second.member, &mut agency.rng).unwrap();
    agency.take(end.entry);
    assert_eq!(second.learn(&agency.state), Learned::default());
    assert!(second.keyring.get(caseload, 2).is_none());
    assert!(agency.supervisor.keyring.get(caseload, 2).is_some());
}

/// Issue 3.1: on the second itself it is over.
#[test]
fn covers_end_when_their_time_has_come_and_who_stays_is_left_alone() {
    let mut agency = Agency::found(1);
    let (first, caseload) = agency.join_coach();
    let (second, _) = agency.join_coach();
    let desk = agency.supervisor.desk(&agency.state);
    let until = Some(TOMORROW);
    let cover = add_group_member(&desk, caseload, second.member, until, &mut agency.rng).unwrap();
    agency.take(cover.entry);
    let desk = agency.supervisor.desk(&agency.state);
    let early = end_covers(&desk, TOMORROW - 1, &mut agency.rng).unwrap();
    assert!(early.is_none());
    let ended = end_covers(&desk, TOMORROW, &mut agency.rng).unwrap();
    let state = ended.unwrap().state;
    assert!(!state.is_member_of(&second.member, &caseload));
    assert!(state.is_member_of(&first.member, &caseload));
    assert_eq!(state.group(&caseload).unwrap().epoch, 2);
}

#[test]
fn a_key_once_held_is_not_replaced() {
    let mut agency = Agency::found(1);
    let group = agency.everyone;
    let before = *agency.supervisor.keyring.get(group, 1).unwrap().expose();
    let other = HeldGroupKey {
        group,
        epoch: 1,
        key: GroupKey::from_bytes([9; 32]),
    };
    assert!(!agency.supervisor.keyring.insert(other));
    assert_eq!(
        agency.supervisor.keyring.get(group, 1).unwrap().expose(),
        &before
    );
    assert_eq!(agency.supervisor.keyring.newest(group).unwrap().0, 1);
    assert_eq!(agency.supervisor.keyring.iter().count(), 2);
    assert_eq!(agency.supervisor.learn(&agency.state), Learned::default());
}

#[test]
fn a_challenge_is_answered_by_the_key_that_the_roster_knows() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let (keys, root) = (invited.link.keys(), agency.root.keys());
    let nonce = SessionNonce([5; 32]);
    for holder in [
        Holder::Device(&agency.supervisor.device),
        Holder::Invitation(&keys),
        Holder::Root(&root),
    ] {
        let request = holder.answer_challenge(agency.state.agency(), &nonce);
        let sign = match agency.state.session_key(&request.key).unwrap() {
            SessionKey::Device { sign, .. }
            | SessionKey::Invitation { sign, .. }
            | SessionKey::Root { sign, .. } => sign,
        };
        let message = message::session_signing_message(request.agency, request.key, &request.nonce);
        assert!(sign.verifies(&message, &request.signature));
        let replayed =
            message::session_signing_message(request.agency, request.key, &SessionNonce([6; 32]));
        assert!(!sign.verifies(&replayed, &request.signature));
    }
}
