use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

#[test]
fn a_revoked_device_cannot_open_what_comes_after() {
    let mut agency = Agency::found(1);
    let (mut lost, caseload) = agency.join_coach();
    let (mut kept, _) = agency.join_coach();
    let desk = agency.supervisor.desk(&agency.state);
    let entry = revoke_device(&desk, lost.device.id(), vec![], &mut agency.rng).unwrap();
    assert_eq!(entry.keys.len(), 2, "agency and caseload");
    agency.take(entry.entry);

    for group in [agency.everyone, caseload] {
        assert!(agency.supervisor.keyring.get(group, 2).is_some());
    }
    kept.learn(&agency.state);
    assert!(kept.keyring.get(agency.everyone, 2).is_some());
    assert_eq!(lost.learn(&agency.state), Learned::default());
    assert!(lost.keyring.get(agency.everyone, 2).is_none());
    assert!(lost.keyring.get(caseload, 2).is_none());

    // A document key of the new epoch is out of reach of everything it holds.
    let key = DocumentKey::generate(&mut agency.rng);
    let (id, document) = (agency.state.agency(), document(1));
    let wrap = agency
        .supervisor
        .keyring
        .wrap_document_key(id, document, caseload, &key, &mut agency.rng)
        .unwrap();
    assert_eq!(wrap.epoch, 2);
    let opened = lost.keyring.open_document_key(id, document, &wrap);
    assert_eq!(error(opened), WrapError::NoGroupKey);
    let with_old_key =
        open_document_key(id, document, &wrap, lost.keyring.get(caseload, 1).unwrap());
    assert_eq!(error(with_old_key), WrapError::WrongKey);
}

#[test]
fn everybody_else_reads_on_through_many_revocations() {
    let mut agency = Agency::found(1);
    let (mut kept, caseload) = agency.join_coach();
    for _ in 0..3 {
        let (lost, _) = agency.join_coach();
        let desk = agency.supervisor.desk(&agency.state);
        let entry = revoke_device(&desk, lost.device.id(), vec![], &mut agency.rng).unwrap();
        agency.take(entry.entry);
    }
    // The coach was away all the time and sees only the last state.
    let learned = kept.learn(&agency.state);
    assert_eq!(learned.damaged, []);
    let group = agency.everyone;
    assert_eq!(learned.new, [(group, 4), (group, 3), (group, 2)]);
    for epoch in 1..=4 {
        let theirs = agency.supervisor.keyring.get(group, epoch).unwrap();
        assert_eq!(
            kept.keyring.get(group, epoch).unwrap().expose(),
            theirs.expose()
        );
    }
    assert_eq!(kept.keyring.newest(caseload).unwrap().0, 1);
}

#[test]
fn a_member_who_leaves_loses_every_device_and_link_at_once() {
    let mut agency = Agency::found(1);
    let (mut coach, caseload) = agency.join_coach();
    let request = Invite {
        person: Invitee::Existing(coach.member),
        expires: TOMORROW,
        groups: vec![],
        caseload_with: None,
    };
    let desk = agency.supervisor.desk(&agency.state);
    let second = invite(&desk, request, &mut agency.rng).unwrap();
    agency.take(second.drafted.entry);
    let desk = agency.supervisor.desk(&agency.state);
    let entry = deactivate_member(&desk, coach.member, |_| vec![], &mut agency.rng).unwrap();
    agency.take(entry.entry);
    assert_eq!(agency.state.role_of(&coach.member), None);
    assert_eq!(coach.learn(&agency.state), Learned::default());
    assert!(agency.supervisor.keyring.get(caseload, 2).is_some());
    let late = second.link.check(&agency.state, NOW);
    assert_eq!(error(late), JoinError::Withdrawn);
    assert_eq!(agency.state.session_key(&coach.device.id().into()), None);
}

#[test]
fn a_wrap_that_does_not_open_is_told_and_stops_nothing_else() {
    let mut agency = Agency::found(1);
    let (coach, caseload) = agency.join_coach();
    // An administrator's faulty program seals rubbish to the coach.
    let device = Recipient::Device(coach.device.id());
    let garbage = |recipient| KeyWrap {
        recipient,
        encapsulated: [9; 32],
        ciphertext: [9; 48],
    };
    let recipients = agency.state.recipients(&caseload).unwrap();
    let operations = vec![
        Operation::NewEpoch {
            group: caseload,
            epoch: 2,
            previous: Some(SealedKey([9; 72])),
        },
        Operation::Wrap {
            group: caseload,
            epoch: 2,
            recipients: recipients.into_iter().map(garbage).collect(),
            key: GroupKey::from_bytes([9; 32]).id(),
        },
    ];
    let desk = agency.supervisor.desk(&agency.state);
    let entry = draft_entry(&desk, operations, &mut agency.rng).unwrap();
    let mut fresh = GroupKeyring::new();
    let learned = fresh.learn(&entry.state, Holder::Device(&coach.device));
    assert_eq!(learned.damaged, [(caseload, 2)]);
    assert_eq!(learned.new, [(agency.everyone, 1)]);
    assert!(
        entry
            .state
            .group(&caseload)
            .unwrap()
            .wrap(&device)
            .is_some()
    );
}

/// Issue 3.8.
#[test]
fn after_groups_began_anew_and_devices_took_other_keys_nothing_opens_what_was() {
    let mut agency = Agency::found(1);
    let (mut coach, caseload) = agency.join_coach();
    let before = agency.state.clone();
    let old = coach.device.id();
    let desk = agency.supervisor.desk(&agency.state);
    let entry = begin_anew(&desk, &[caseload], &mut agency.rng).unwrap();
    agency.take(entry.entry);
    for held in entry.keys {
        agency.supervisor.keyring.insert(held);
    }
    assert_eq!(coach.learn(&agency.state).new, [(caseload, 2)]);
    // A newcomer gets the new key and no way back.
    let mut fresh = GroupKeyring::new();
    let learned = fresh.learn(&agency.state, Holder::Device(&coach.device));
    assert_eq!(learned.damaged, []);
    assert!(fresh.get(caseload, 2).is_some() && fresh.get(caseload, 1).is_none());

    let renewed = coach.device.renewed(&mut agency.rng);
    assert_eq!(
        (renewed.id(), renewed.sign_public()),
        (old, coach.device.sign_public())
    );
    assert_ne!(renewed.hpke_public(), coach.device.hpke_public());
    let stored = DeviceSecret::from_bytes(&renewed.to_bytes()).known_as(old);
    assert_eq!(stored.hpke_public(), renewed.hpke_public());
    let entry = renew_key(&coach.desk(&agency.state), &renewed, &mut agency.rng).unwrap();
    agency.take(entry.entry);
    // The new key opens the newest epochs, and no wrap from before.
    let mut fresh = GroupKeyring::new();
    fresh.learn(&agency.state, Holder::Device(&renewed));
    fresh.learn(&before, Holder::Device(&renewed));
    assert!(fresh.get(caseload, 2).is_some() && fresh.get(caseload, 1).is_none());
    // The agency's group did not begin anew.
    assert!(fresh.get(agency.everyone, 1).is_some());
    coach.keyring.forget_before(caseload, 2);
    assert!(coach.keyring.get(caseload, 1).is_none());
    assert!(coach.keyring.get(caseload, 2).is_some());
    coach.learn(&agency.state);
    assert!(
        coach.keyring.get(caseload, 1).is_none(),
        "it does not come back"
    );
}
