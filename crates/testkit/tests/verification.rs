//! Items of writers who lie about what they knew.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{
    AgencyId, DocumentId, DocumentKind, GroupId, Incarnation, RosterEntry, RosterHash, RosterHead,
    RosterState, UnverifiedItem, VerifiedItem,
};
use handrail_sync::QuarantineReason;
use handrail_sync::verify::{Refusal, check_item, writer_may_write};
use handrail_testkit::agency::TestAgency;
use handrail_testkit::random::seeded;
use handrail_vault::{
    Content, Desk, DocumentKey, GroupKeyring, Holder, ItemDraft, revoke_device, seal_item,
};

const DOCUMENT: DocumentId = DocumentId::from_bytes([1; 16]);

/// The first item of a chain in a participant's document, which brings nothing.
fn draft_of_first(agency: AgencyId, roster: RosterHead) -> ItemDraft {
    ItemDraft {
        agency,
        document: DOCUMENT,
        incarnation: Incarnation::from_bytes([2; 16]),
        n: 1,
        previous: None,
        roster,
        covers: Vec::new(),
        document_kind: DocumentKind::Participant,
        assignment: None,
        forget: None,
        says: handrail_vault::Statements::default(),
        wraps: Vec::new(),
    }
}

/// An item of the agency's first coach that cites this roster entry.
fn citing(agency: &TestAgency, roster: RosterHead) -> VerifiedItem {
    let mut rng = seeded(7);
    let coach = &agency.coaches()[0];
    let draft = draft_of_first(agency.roster.agency(), roster);
    let content = Content::Changes(vec![b"words".to_vec()]);
    let key = DocumentKey::generate(&mut rng);
    seal_item(&draft, &content, &key, &coach.secret, &mut rng).unwrap()
}

#[test]
fn an_item_that_cites_a_roster_without_its_writer_does_not_count() {
    let agency = TestAgency::with_coaches(1, &mut seeded(3)).unwrap();
    let heads: Vec<RosterHead> = agency
        .entries
        .iter()
        .map(|entry| RosterEntry::parse(entry).unwrap().head())
        .collect();
    let added = agency
        .roster
        .device(&agency.coaches()[0].device())
        .unwrap()
        .added;
    assert!(added > 0);
    for head in &heads {
        let item = citing(&agency, *head);
        let judged = check_item(&agency.roster, &agency.roster.agency(), item.as_bytes());
        if head.n < added {
            assert_eq!(
                judged.err(),
                Some(Refusal::Never(QuarantineReason::BeforeJoining)),
                "entry {}",
                head.n
            );
        } else {
            assert!(judged.is_ok(), "entry {}", head.n);
        }
    }
}

mod duties {
    //! Who may write and who may hand over, tried with their real keys (issue 3.1).

    use std::sync::Arc;

    use handrail_protocol::{Assignment, DeviceId, GroupId, Role, RosterState};
    use handrail_sync::SyncStore;
    use handrail_sync::memory::MemoryStore;
    use handrail_sync::outbox::seal_pending;
    use handrail_sync::receive::{PageItem, Taken, take_page};
    use handrail_vault::{
        Desk, DeviceSecret, GroupKeyring, Holder, Invite, Invitee, invite, redeem_invitation,
    };
    use rand_core::CryptoRng;

    use super::*;

    /// Somebody of this role joins, with the agency's group alone.
    fn join(agency: &mut TestAgency, role: Role, rng: &mut impl CryptoRng) -> DeviceSecret {
        let supervisor = agency.supervisor().unwrap().clone();
        let keyring = keys_of(&agency.roster, &supervisor.secret);
        let desk = Desk {
            state: &agency.roster,
            signer: Holder::Device(&supervisor.secret),
            keyring: &keyring,
        };
        let who = Invite {
            person: Invitee::New {
                role,
                administrator: false,
            },
            expires: 4_102_444_800,
            groups: vec![agency.agency_group],
            caseload_with: None,
        };
        let invited = invite(&desk, who, rng).unwrap();
        let secret = DeviceSecret::generate(rng);
        let state = invited.drafted.state;
        let joined = redeem_invitation(&state, &invited.link, &secret, 0, rng).unwrap();
        agency.entries.push(invited.drafted.entry);
        agency.entries.push(joined.drafted.entry);
        agency.roster = joined.drafted.state;
        secret
    }

    fn keys_of(roster: &RosterState, secret: &DeviceSecret) -> GroupKeyring {
        let mut keyring = GroupKeyring::new();
        keyring.learn(roster, Holder::Device(secret));
        keyring
    }

    /// The supervisor's device, which knows a participant of the first coach, and the
    /// participant's key, which leaked.
    fn desk_with_participant(
        agency: &TestAgency,
        rng: &mut dyn CryptoRng,
    ) -> (MemoryStore, DocumentKey) {
        let supervisor = agency.supervisor().unwrap();
        let incarnation = Incarnation::from_bytes([9; 16]);
        let secret = Arc::clone(&supervisor.secret);
        let mut store = MemoryStore::new(secret, incarnation, &agency.entries).unwrap();
        let home = agency.coaches()[0].caseload;
        store.create_document(DOCUMENT, DocumentKind::Participant, home, rng);
        let key = store
            .transaction(|tx| {
                let known = tx.document_keys(&DOCUMENT)?;
                tx.document_key(&DOCUMENT, &known[0].id)
            })
            .unwrap()
            .unwrap();
        (store, key)
    }

    fn forged(
        agency: &TestAgency,
        writer: &DeviceSecret,
        key: &DocumentKey,
        moved_to: Option<GroupId>,
        rng: &mut impl CryptoRng,
    ) -> VerifiedItem {
        let mut wraps = Vec::new();
        if let Some(group) = moved_to {
            let supervisor = agency.supervisor().unwrap();
            let keyring = keys_of(&agency.roster, &supervisor.secret);
            let id = agency.roster.agency();
            wraps.extend(keyring.wrap_document_key(id, DOCUMENT, group, key, rng));
        }
        let mut draft = draft_of_first(agency.roster.agency(), agency.roster.head());
        draft.assignment = moved_to.map(|group| Assignment {
            generation: 1,
            group,
        });
        draft.wraps = wraps;
        let content = Content::Changes(vec![b"words".to_vec()]);
        seal_item(&draft, &content, key, writer, rng).unwrap()
    }

    /// Why the supervisor's device set the item aside, if it did; and whether the
    /// participant moved.
    fn judged(
        store: &mut MemoryStore,
        item: &VerifiedItem,
        rng: &mut dyn CryptoRng,
    ) -> (Vec<QuarantineReason>, bool) {
        let page = [PageItem {
            seq: 1,
            bytes: item.as_bytes(),
        }];
        let moved = store
            .transaction(|tx| {
                let taken = take_page(tx, &page, &std::collections::BTreeSet::new(), 5, rng)?;
                assert!(matches!(taken, Taken::Done(_)));
                Ok(!tx.assignments(&DOCUMENT)?.is_empty())
            })
            .unwrap();
        (store.aside(), moved)
    }

    /// Whoever left the group has its earlier keys, and a later item may bring those along for
    /// newcomers (`sync.md` I4).
    #[test]
    fn nothing_is_sealed_under_a_key_that_was_only_brought_along_with_a_later_one() {
        let mut rng = seeded(14);
        let agency = TestAgency::with_coaches(1, &mut rng).unwrap();
        let (coach, supervisor) = (&agency.coaches()[0], agency.supervisor().unwrap());
        let keyring = keys_of(&agency.roster, &supervisor.secret);
        let mut two = [
            DocumentKey::generate(&mut rng),
            DocumentKey::generate(&mut rng),
        ];
        // In either order of their names, by which wraps are sorted.
        for later in [0, 1] {
            two.sort_by_key(DocumentKey::id);
            let (home, id) = (coach.caseload, agency.roster.agency());
            let wraps = two
                .iter()
                .filter_map(|key| keyring.wrap_document_key(id, DOCUMENT, home, key, &mut rng))
                .collect();
            let mut draft = draft_of_first(id, agency.roster.head());
            draft.wraps = wraps;
            let words = Content::Changes(vec![b"words".to_vec()]);
            let (key, secret) = (&two[later], &supervisor.secret);
            let item = seal_item(&draft, &words, key, secret, &mut rng).unwrap();
            let incarnation = Incarnation::from_bytes([9; 16]);
            let secret = Arc::clone(&coach.secret);
            let mut store = MemoryStore::new(secret, incarnation, &agency.entries).unwrap();
            let (aside, _) = judged(&mut store, &item, &mut rng);
            assert!(aside.is_empty() && store.content(&DOCUMENT).len() == 1);
            store.write(DOCUMENT, b"an answer".to_vec());
            let sealed_under = store
                .transaction(|tx| {
                    assert_eq!(tx.document_keys(&DOCUMENT)?.len(), 2);
                    assert_eq!(seal_pending(tx, 1, 6, &mut rng)?.items, 1);
                    let (_, sealed) = tx.unsent(1, usize::MAX)?.remove(0);
                    Ok(UnverifiedItem::parse(&sealed)
                        .unwrap()
                        .header()
                        .document_key)
                })
                .unwrap();
            assert_eq!(sealed_under, two[later].id());
        }
    }

    fn is_kept(store: &MemoryStore, writer: DeviceId) -> bool {
        store.reaches().keys().any(|chain| chain.device == writer)
    }

    #[test]
    fn a_role_without_participants_writes_nothing_about_them_with_a_key_that_leaked() {
        for role in [Role::ProgramManager, Role::Referrer, Role::AgencyIt] {
            let mut rng = seeded(11);
            let mut agency = TestAgency::with_coaches(1, &mut rng).unwrap();
            let secret = join(&mut agency, role, &mut rng);
            let (mut store, key) = desk_with_participant(&agency, &mut rng);
            let item = forged(&agency, &secret, &key, None, &mut rng);
            let (aside, _) = judged(&mut store, &item, &mut rng);
            // In no group of the document; and where they got into one, by their role.
            assert_eq!(aside, [QuarantineReason::NotInGroup], "{role:?}");
            let shared = agency.agency_group;
            store
                .transaction(|tx| tx.add_document(&DOCUMENT, DocumentKind::Participant, &shared))
                .unwrap();
            let mut other = forged(&agency, &secret, &key, None, &mut rng);
            let (aside, _) = judged(&mut store, &other, &mut rng);
            assert!(
                aside.contains(&QuarantineReason::RoleMayNotWrite),
                "{role:?}"
            );
            // Nor do they hand anybody over.
            let to = agency.coaches()[0].caseload;
            other = forged(&agency, &secret, &key, Some(to), &mut rng);
            let (_, moved) = judged(&mut store, &other, &mut rng);
            assert!(!moved && !is_kept(&store, secret.id()), "{role:?}");
        }
    }

    #[test]
    fn a_coach_writes_and_does_not_hand_over() {
        let mut rng = seeded(12);
        let agency = TestAgency::with_coaches(2, &mut rng).unwrap();
        let (first, second) = (&agency.coaches()[0], &agency.coaches()[1]);
        let (mut store, key) = desk_with_participant(&agency, &mut rng);
        let item = forged(
            &agency,
            &first.secret,
            &key,
            Some(second.caseload),
            &mut rng,
        );
        let (aside, moved) = judged(&mut store, &item, &mut rng);
        assert_eq!(aside, [QuarantineReason::MayNotHandOver]);
        assert!(!moved);
        let item = forged(
            &agency,
            &second.secret,
            &key,
            Some(second.caseload),
            &mut rng,
        );
        let (aside, moved) = judged(&mut store, &item, &mut rng);
        assert!(
            aside.contains(&QuarantineReason::NotInGroup) && aside.len() == 2,
            "nor to oneself: {aside:?}"
        );
        assert!(!moved);
        let item = forged(&agency, &first.secret, &key, None, &mut rng);
        judged(&mut store, &item, &mut rng);
        assert!(is_kept(&store, first.device()), "what they write counts");
    }

    #[test]
    fn a_hand_over_that_a_coach_spoke_of_first_counts_once_a_supervisor_says_so() {
        let mut rng = seeded(13);
        let agency = TestAgency::with_coaches(2, &mut rng).unwrap();
        let second = &agency.coaches()[1];
        let supervisor = agency.supervisor().unwrap();
        let (mut store, key) = desk_with_participant(&agency, &mut rng);
        let early = forged(
            &agency,
            &second.secret,
            &key,
            Some(second.caseload),
            &mut rng,
        );
        let (aside, _) = judged(&mut store, &early, &mut rng);
        assert_eq!(aside, [QuarantineReason::NotInGroup]);
        // Another device of the same supervisor said it; here, this one is given it back.
        let said = forged(
            &agency,
            &supervisor.secret,
            &key,
            Some(second.caseload),
            &mut rng,
        );
        let (aside, moved) = judged(&mut store, &said, &mut rng);
        assert!(moved && aside.is_empty(), "{aside:?}");
        assert!(is_kept(&store, second.device()));
    }
}

/// What is told apart decides what becomes of it: damage is asked for again, a newer
/// format waits for an update, and what will not count is set aside.
#[test]
fn each_reason_for_refusing_an_item_is_told_apart() {
    let agency = TestAgency::with_coaches(2, &mut seeded(5)).unwrap();
    let id = agency.roster.agency();
    let judge = |roster: &RosterState, bytes: &[u8]| check_item(roster, &id, bytes).err();
    let good = citing(&agency, agency.roster.head()).into_bytes();
    assert_eq!(judge(&agency.roster, &good), None);

    let mut newer = good.clone();
    newer[0] = 2;
    let newer = judge(&agency.roster, &newer);
    assert_eq!(newer, Some(Refusal::Corrupt(QuarantineReason::NewerFormat)));
    let cut = judge(&agency.roster, &good[..good.len() - 1]);
    assert_eq!(cut, Some(Refusal::Corrupt(QuarantineReason::Malformed)));
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let flipped = judge(&agency.roster, &flipped);
    let bad = Some(Refusal::Corrupt(QuarantineReason::BadSignature));
    assert_eq!(flipped, bad);

    let other = AgencyId::from_bytes([9; 16]);
    let other = check_item(&agency.roster, &other, &good).err();
    assert_eq!(other, Some(Refusal::Never(QuarantineReason::OtherAgency)));

    // A device whose roster ends before the writer, and one that ends after.
    let entries = agency.entries.iter().map(Vec::as_slice);
    let early = RosterState::replay(entries.take(1)).unwrap();
    let head = agency.roster.head();
    assert_eq!(judge(&early, &good), Some(Refusal::RosterAhead(head)));
    let stranger = TestAgency::with_coaches(1, &mut seeded(6)).unwrap();
    let stranger = judge(&stranger.roster, &good);
    assert!(matches!(
        stranger,
        Some(Refusal::RosterAhead(_) | Refusal::Corrupt(QuarantineReason::UnknownWriter))
    ));
    let unknown = citing(&agency, early.head()).into_bytes();
    let unknown = judge(&early, &unknown);
    assert_eq!(
        unknown,
        Some(Refusal::Corrupt(QuarantineReason::UnknownWriter))
    );
    let ahead = RosterHead {
        n: head.n + 1,
        hash: head.hash,
    };
    let item = citing(&agency, ahead).into_bytes();
    assert_eq!(
        judge(&agency.roster, &item),
        Some(Refusal::RosterAhead(ahead))
    );
    let fork = RosterHead {
        n: head.n,
        hash: RosterHash::of(b"another"),
    };
    let item = citing(&agency, fork).into_bytes();
    assert_eq!(
        judge(&agency.roster, &item),
        Some(Refusal::Never(QuarantineReason::RosterFork))
    );
}

#[test]
fn what_a_device_wrote_counts_as_far_as_its_revocation_says() {
    let agency = TestAgency::with_coaches(1, &mut seeded(5)).unwrap();
    let coach = &agency.coaches()[0];
    let item = citing(&agency, agency.roster.head());
    let supervisor = agency.supervisor().unwrap();
    let signer = Holder::Device(&supervisor.secret);
    let mut keyring = GroupKeyring::new();
    keyring.learn(&agency.roster, signer);
    let desk = Desk {
        state: &agency.roster,
        signer,
        keyring: &keyring,
    };
    let header = item.header();
    let named = LastItem {
        document: header.document,
        incarnation: header.incarnation,
        n: header.n,
    };
    for (last, counts) in [(vec![named], true), (vec![], false)] {
        let mut rng = seeded(8);
        let after = revoke_device(&desk, coach.device(), last, &mut rng).unwrap();
        let judged = check_item(&after.state, &agency.roster.agency(), item.as_bytes());
        let refused = Refusal::Never(QuarantineReason::AfterRevocation);
        assert_eq!(judged.err(), (!counts).then_some(refused));
        // A revocation vouches for what it names, whatever group the writer was in.
        let stranger = [GroupId::from_bytes([1; 16])];
        assert_eq!(writer_may_write(&after.state, header, &stranger), counts);
    }
    // Before it, only members of the document's group may write.
    assert!(writer_may_write(&agency.roster, header, &[coach.caseload]));
    assert!(!writer_may_write(&agency.roster, header, &[]));
}
