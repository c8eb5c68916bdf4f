//! Mission: a coach joins by link while the inviting device sleeps, and the
//! relay cannot put itself in between.

use handrail_protocol::*;
use handrail_vault::*;

use crate::fixture::*;

const ORIGIN: &str = "https://relay.example";

fn link(invited: &Invited) -> InvitationLink {
    InvitationLink::parse(&invited.link.to_text(ORIGIN)).unwrap()
}

#[test]
fn a_coach_joins_with_nobody_awake_and_reads_what_the_role_needs() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let caseload = invited.caseload.unwrap();
    let text = invited.link.to_text(ORIGIN);
    assert!(text.starts_with("https://relay.example/join#"));

    // On the coach's phone: the link, and the roster as the relay gives it.
    let link = InvitationLink::parse(&text).unwrap();
    let entries = agency.entries.iter().map(Vec::as_slice);
    let state = RosterState::replay(entries).unwrap();
    let device = DeviceSecret::generate(&mut agency.rng);
    let joined = redeem_invitation(&state, &link, &device, NOW, &mut agency.rng).unwrap();
    assert_eq!((joined.role, joined.administrator), (Role::Coach, false));
    assert_eq!(joined.member, invited.member);
    agency.take(joined.drafted.entry);

    assert_eq!(
        agency.state.device(&device.id()).unwrap().member,
        invited.member
    );
    for group in [agency.everyone, caseload] {
        let supervisors = agency.supervisor.keyring.get(group, 1).unwrap();
        assert_eq!(
            joined.keyring.get(group, 1).unwrap().expose(),
            supervisors.expose()
        );
    }
    assert!(
        joined.keyring.get(agency.caseload_group, 1).is_none(),
        "not the supervisor's own"
    );

    // After a restart the same keys come from the device's own wraps.
    let mut later = GroupKeyring::new();
    let learned = later.learn(&agency.state, Holder::Device(&device));
    assert_eq!(learned.new.len(), 2);
    assert_eq!(learned.damaged, []);
}

#[test]
fn another_entry_may_come_first() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let device = DeviceSecret::generate(&mut agency.rng);
    let early = redeem_invitation(
        &agency.state,
        &link(&invited),
        &device,
        NOW,
        &mut agency.rng,
    )
    .unwrap();
    let (other, _) = agency.join_coach();
    let desk = agency.supervisor.desk(&agency.state);
    let revocation = revoke_device(&desk, other.device.id(), vec![], &mut agency.rng).unwrap();
    agency.take(revocation.entry);
    assert!(agency.state.apply(&early.drafted.entry).is_err());
    let joined = redeem_invitation(
        &agency.state,
        &link(&invited),
        &device,
        NOW,
        &mut agency.rng,
    )
    .unwrap();
    agency.take(joined.drafted.entry);
    assert!(joined.keyring.get(agency.everyone, 2).is_some());
    assert!(
        joined.keyring.get(agency.everyone, 1).is_some(),
        "the past too"
    );
}

#[test]
fn each_way_an_invitation_ends_is_told_apart() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let link = link(&invited);
    let check = |state: &RosterState, now| link.check(state, now).map(drop);
    assert_eq!(check(&agency.state, NOW), Ok(()));
    assert_eq!(check(&agency.state, TOMORROW - 1), Ok(()));
    assert_eq!(check(&agency.state, TOMORROW), Err(JoinError::Expired));

    let device = DeviceSecret::generate(&mut agency.rng);
    let joined = redeem_invitation(&agency.state, &link, &device, NOW, &mut agency.rng).unwrap();
    assert_eq!(check(&joined.drafted.state, NOW), Err(JoinError::Used));

    let desk = agency.supervisor.desk(&agency.state);
    assert!(
        withdraw_expired(&desk, NOW, &mut agency.rng)
            .unwrap()
            .is_none()
    );
    let expired = withdraw_expired(&desk, TOMORROW, &mut agency.rng)
        .unwrap()
        .unwrap();
    assert_eq!(check(&expired.state, NOW), Err(JoinError::Withdrawn));
    let withdrawn = withdraw_invitation(&desk, link.keys().id(), &mut agency.rng).unwrap();
    assert_eq!(check(&withdrawn.state, NOW), Err(JoinError::Withdrawn));
    agency.take(withdrawn.entry);
    assert!(agency.supervisor.keyring.get(agency.everyone, 2).is_some());
}

#[test]
fn a_relay_that_gives_another_roster_is_found_out() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let link = link(&invited);
    let check = |state: &RosterState| link.check(state, NOW).map(drop);

    // An agency that the relay made up.
    let forged = Agency::found(2);
    assert_eq!(check(&forged.state), Err(JoinError::OtherAgency));
    // The true agency without the invitation: an old or forked roster.
    let old = RosterState::found(&agency.entries[0]).unwrap();
    assert_eq!(check(&old), Err(JoinError::OtherRoster));
    let desk = agency.supervisor.desk(&old);
    let change = change_member(
        &desk,
        agency.supervisor.member,
        Role::Lead,
        true,
        &mut agency.rng,
    )
    .unwrap();
    assert_eq!(check(&change.state), Err(JoinError::OtherRoster));
    // Another link of the same agency at the same entry.
    let other = InvitationLink::parse(&{
        let mut other = Agency::found(1);
        other.rng = rng(77);
        other.invite_coach().link.to_text(ORIGIN).to_string()
    })
    .unwrap();
    assert_eq!(
        error(other.check(&agency.state, NOW)),
        JoinError::OtherRoster
    );
}

#[test]
fn a_relay_cannot_put_its_own_device_in_the_place_of_the_coachs() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let relay = DeviceSecret::generate(&mut agency.rng);
    // It knows the roster, not the link: it can only sign with keys of its own.
    let guess = InvitationSecret::generate(&mut agency.rng).keys();
    let forged = draft_entry(
        &Desk {
            state: &agency.state,
            signer: Holder::Invitation(&guess),
            keyring: &GroupKeyring::new(),
        },
        vec![Operation::Redeem {
            invitation: invited.link.keys().id(),
            sign: relay.sign_public(),
            hpke: relay.hpke_public(),
        }],
        &mut agency.rng,
    );
    assert_eq!(error(forged), DraftError::Roster(RosterError::RedeemOnly));
}

#[test]
fn a_link_that_lost_a_part_is_refused() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let text = invited.link.to_text("https://relay.example/").to_string();
    assert!(!text.contains("example//"));
    let fragment = text.split('#').nth(1).unwrap();
    assert!(InvitationLink::parse(fragment).is_ok());
    assert!(InvitationLink::parse(&format!("  {text}\n")).is_ok());
    for cut in 1..fragment.len() {
        let cut = error(InvitationLink::parse(&fragment[..cut]));
        assert_eq!(cut, LinkError::Damaged);
    }
    for text in [
        "",
        "https://relay.example/join",
        "https://relay.example/join#",
        "ask Ana",
    ] {
        assert_eq!(
            error(InvitationLink::parse(text)),
            LinkError::NotALink,
            "{text}"
        );
    }
    assert_eq!(
        error(InvitationLink::parse(&format!("{fragment}!"))),
        LinkError::Damaged
    );
    // a1 00 02: {0: 2}
    assert_eq!(error(InvitationLink::parse("oQAC")), LinkError::Version(2));
}

#[test]
fn a_second_device_of_a_member_comes_in_by_link_too() {
    let mut agency = Agency::found(1);
    let (coach, caseload) = agency.join_coach();
    let request = Invite {
        person: Invitee::Existing(coach.member),
        expires: TOMORROW,
        groups: vec![],
        caseload_with: None,
    };
    let desk = agency.supervisor.desk(&agency.state);
    let invited = invite(&desk, request, &mut agency.rng).unwrap();
    agency.take(invited.drafted.entry.clone());
    let device = DeviceSecret::generate(&mut agency.rng);
    let joined = redeem_invitation(
        &agency.state,
        &link(&invited),
        &device,
        NOW,
        &mut agency.rng,
    )
    .unwrap();
    assert_eq!(joined.member, coach.member);
    agency.take(joined.drafted.entry);
    assert_eq!(
        joined.keyring.get(caseload, 1).unwrap().expose(),
        coach.keyring.get(caseload, 1).unwrap().expose()
    );
}

#[test]
fn a_link_that_points_at_another_entry_of_the_same_agency_is_refused() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let text = invited.link.to_text(ORIGIN);
    let mut data = URL_SAFE_NO_PAD
        .decode(text.split('#').nth(1).unwrap())
        .unwrap();
    // ... 4: 1, 5: hash[32]
    let end = data.len();
    assert_eq!(data[end - 37..end - 32], [0x04, 0x01, 0x05, 0x58, 0x20]);
    data[end - 36] = 0;
    data[end - 32..].copy_from_slice(agency.state.hash_at(0).unwrap().as_bytes());
    let moved = InvitationLink::parse(&URL_SAFE_NO_PAD.encode(data)).unwrap();
    assert_eq!(
        error(moved.check(&agency.state, NOW)),
        JoinError::OtherRoster
    );
}

/// Both are of the root's key: a link in which they do not fit each other was made up.
#[test]
fn a_link_that_names_another_root_or_another_agency_is_refused() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let text = invited.link.to_text(ORIGIN);
    let data = URL_SAFE_NO_PAD
        .decode(text.split('#').nth(1).unwrap())
        .unwrap();
    // 1: agency[16], 2: fingerprint[32]
    assert_eq!(data[3..5], [0x01, 0x50]);
    assert_eq!(data[21..24], [0x02, 0x58, 0x20]);
    for place in [5, 24] {
        let mut changed = data.clone();
        changed[place] ^= 1;
        let link = InvitationLink::parse(&URL_SAFE_NO_PAD.encode(changed)).unwrap();
        let refused = error(link.check(&agency.state, NOW));
        assert_eq!(refused, JoinError::OtherAgency, "byte {place}");
    }
}

#[test]
fn an_invitation_whose_keys_do_not_open_is_told_to_be_damaged() {
    let mut agency = Agency::found(1);
    let invited = agency.invite_coach();
    let group = agency.everyone;
    let garbage = |recipient| KeyWrap {
        recipient,
        encapsulated: [9; 32],
        ciphertext: [9; 48],
    };
    let recipients = agency.state.recipients(&group).unwrap();
    let operations = vec![
        Operation::NewEpoch {
            group,
            epoch: 2,
            previous: Some(SealedKey([9; 72])),
        },
        Operation::Wrap {
            group,
            epoch: 2,
            recipients: recipients.into_iter().map(garbage).collect(),
            key: GroupKey::from_bytes([9; 32]).id(),
        },
    ];
    let desk = agency.supervisor.desk(&agency.state);
    let state = draft_entry(&desk, operations, &mut agency.rng)
        .unwrap()
        .state;
    let device = DeviceSecret::generate(&mut agency.rng);
    let joined = redeem_invitation(&state, &link(&invited), &device, NOW, &mut agency.rng);
    assert_eq!(error(joined), JoinError::Damaged);
}
