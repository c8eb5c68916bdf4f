//! What a device makes of items by members who do not keep to the rules, when the
//! relay helps them (issue 3.10; each was found by a hostile world).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use std::collections::BTreeSet;

use handrail_protocol::frames::append_frame;
use handrail_protocol::item::SnapshotCover;
use handrail_protocol::limits::MAX_ITEM_NUMBER;
use handrail_protocol::{
    DocumentId, DocumentKind, ForgetOrder, ForgetReason, GroupId, Incarnation, ItemId, RosterHash,
    RosterHead, UnverifiedItem, WriterPosition,
};
use handrail_sync::memory::MemoryStore;
use handrail_sync::outbox::seal_pending;
use handrail_sync::receive::{MOST_UNVOUCHED_BYTES, PageItem, Received, Taken, take_page};
use handrail_sync::{Chain, QuarantineReason, SyncStore};
use handrail_testkit::agency::{TestAgency, TestMember};
use handrail_testkit::random::{bytes, seeded};
use handrail_vault::{
    Content, Desk as Office, DeviceSecret, DocumentKey, GroupKeyring, Holder, ItemDraft, Receipt,
    revoke_device, seal_item,
};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng as _;

/// The supervisor's device, and what one needs to write as somebody else.
struct Desk {
    agency: TestAgency,
    supervisor: MemoryStore,
    /// A participant of the first coach, which the supervisor holds.
    participant: DocumentId,
    key: DocumentKey,
    seq: u64,
    rng: ChaCha20Rng,
}

impl Desk {
    fn new() -> Self {
        let mut rng = seeded(11);
        let agency = TestAgency::with_coaches(2, &mut rng).unwrap();
        let member = &agency.members[0];
        let incarnation = Incarnation::from_bytes(bytes(&mut rng));
        let supervisor =
            MemoryStore::new(member.secret.clone(), incarnation, &agency.entries).unwrap();
        let mut desk = Self {
            participant: DocumentId::from_bytes(bytes(&mut rng)),
            key: DocumentKey::generate(&mut rng),
            agency,
            supervisor,
            seq: 0,
            rng,
        };
        let coach = desk.coach(0);
        let group = coach.caseload;
        let mut draft = desk.draft(desk.participant);
        draft.wraps = vec![desk.wrap(&coach, desk.participant, group)];
        let first = desk.seal(&coach, &draft, &words("first"));
        desk.take(&[first]);
        assert!(desk.holds("first"));
        desk
    }

    fn coach(&self, number: usize) -> TestMember {
        self.agency.coaches()[number].clone()
    }

    fn draft(&self, document: DocumentId) -> ItemDraft {
        ItemDraft {
            agency: self.agency.roster.agency(),
            document,
            incarnation: Incarnation::from_bytes([5; 16]),
            n: 1,
            previous: None,
            roster: self.agency.roster.head(),
            covers: Vec::new(),
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: None,
            says: handrail_vault::Statements::default(),
            wraps: Vec::new(),
        }
    }

    /// The document's key under the newest key that the member holds of a group.
    fn wrap(
        &mut self,
        member: &TestMember,
        document: DocumentId,
        group: GroupId,
    ) -> handrail_protocol::DocumentKeyWrap {
        let mut keyring = GroupKeyring::new();
        keyring.learn(&self.agency.roster, Holder::Device(&member.secret));
        keyring
            .wrap_document_key(
                self.agency.roster.agency(),
                document,
                group,
                &self.key,
                &mut self.rng,
            )
            .unwrap()
    }

    fn seal(&mut self, member: &TestMember, draft: &ItemDraft, content: &Content) -> Vec<u8> {
        seal_item(draft, content, &self.key, &member.secret, &mut self.rng)
            .unwrap()
            .into_bytes()
    }

    /// The relay gives these; what was held the first time is given again.
    fn take(&mut self, items: &[Vec<u8>]) -> Received {
        let mut accused = BTreeSet::new();
        for _ in 0..2 {
            match self.take_once(items, &accused) {
                Taken::Done(received) => return received,
                Taken::Held(hold) => accused = hold.accused,
            }
        }
        panic!("the page was held twice")
    }

    fn take_once(&mut self, items: &[Vec<u8>], accused: &BTreeSet<ItemId>) -> Taken {
        let page: Vec<PageItem<'_>> = (self.seq + 1..)
            .zip(items)
            .map(|(seq, bytes)| PageItem { seq, bytes })
            .collect();
        let rng = &mut self.rng;
        let taken = self
            .supervisor
            .transaction(|tx| take_page(tx, &page, accused, 0, rng))
            .unwrap();
        self.seq += items.len() as u64;
        taken
    }

    fn holds(&self, text: &str) -> bool {
        self.supervisor
            .content(&self.participant)
            .contains(text.as_bytes())
    }

    fn groups(&mut self) -> Vec<GroupId> {
        let document = self.participant;
        self.supervisor
            .transaction(|tx| tx.document(&document))
            .unwrap()
            .unwrap()
            .groups
    }
}

fn words(text: &str) -> Content {
    Content::Changes(vec![text.as_bytes().to_vec()])
}

#[test]
fn nobody_writes_into_anothers_document_by_wrapping_a_key_for_a_group_of_their_own() {
    let mut desk = Desk::new();
    let stranger = desk.coach(1);
    let before = desk.groups();
    let mut draft = desk.draft(desk.participant);
    draft.wraps = vec![desk.wrap(&stranger, desk.participant, stranger.caseload)];
    let forged = desk.seal(&stranger, &draft, &words("forged"));
    desk.take(&[forged]);
    assert!(!desk.holds("forged"));
    assert_eq!(desk.supervisor.aside(), [QuarantineReason::NotInGroup]);
    // Else what the supervisor writes next would be wrapped for the stranger too.
    assert_eq!(desk.groups(), before);
}

#[test]
fn an_item_that_came_before_the_one_that_shares_its_document_counts_after_it() {
    let mut desk = Desk::new();
    let (coach, other) = (desk.coach(0), desk.coach(1));
    let early = desk.draft(desk.participant);
    let early = desk.seal(&other, &early, &words("by the coach who takes over"));
    desk.take(&[early]);
    assert_eq!(desk.supervisor.aside(), [QuarantineReason::NotInGroup]);

    // The supervisor is in both groups and may share it.
    let supervisor = desk.agency.members[0].clone();
    let mut sharing = desk.draft(desk.participant);
    sharing.incarnation = Incarnation::from_bytes([6; 16]);
    sharing.wraps = vec![
        desk.wrap(&supervisor, desk.participant, coach.caseload),
        desk.wrap(&supervisor, desk.participant, other.caseload),
    ];
    let sharing = desk.seal(&supervisor, &sharing, &words("handed over"));
    desk.take(&[sharing]);
    assert!(desk.holds("handed over") && desk.holds("by the coach who takes over"));
    assert_eq!(desk.supervisor.aside(), Vec::new());
}

/// Who reads a record can tell it. But what others write after them is not sealed for whomever they like,
/// and not at all once they are gone.
#[test]
fn a_key_that_an_insider_brings_for_another_group_moves_nothing_there_that_others_write() {
    let mut desk = Desk::new();
    let (coach, supervisor) = (desk.coach(0), desk.agency.members[0].clone());
    let (document, everybody) = (desk.participant, desk.agency.agency_group);
    let of_everybody = DocumentKey::generate(&mut desk.rng);
    let keyring = |member: &TestMember, agency: &TestAgency| {
        let mut keyring = GroupKeyring::new();
        keyring.learn(&agency.roster, Holder::Device(&member.secret));
        keyring
    };
    let mut draft = desk.draft(document);
    (draft.n, draft.previous) = (2, Some(ItemId::of(b"any")));
    let wrap = keyring(&coach, &desk.agency).wrap_document_key(
        draft.agency,
        document,
        everybody,
        &of_everybody,
        &mut desk.rng,
    );
    draft.wraps = wrap.into_iter().collect();
    let content = words("for everybody");
    let brought = seal_item(
        &draft,
        &content,
        &of_everybody,
        &coach.secret,
        &mut desk.rng,
    );
    desk.take(&[brought.unwrap().into_bytes()]);
    assert!(desk.holds("for everybody"));
    assert_eq!(desk.groups(), [coach.caseload, everybody]);
    for (round, text) in ["while they are there", "after they are gone"]
        .into_iter()
        .enumerate()
    {
        if round == 1 {
            let held = keyring(&supervisor, &desk.agency);
            let office = Office {
                state: &desk.agency.roster,
                signer: Holder::Device(&supervisor.secret),
                keyring: &held,
            };
            let entry = revoke_device(&office, coach.device(), Vec::new(), &mut desk.rng).unwrap();
            let taken = desk
                .supervisor
                .transaction(|tx| tx.append_roster(&entry.entry));
            assert_eq!(taken, Ok(Ok(())));
        }
        desk.supervisor.write(document, text.as_bytes().to_vec());
        let rng = &mut desk.rng;
        let unsent = desk.supervisor.transaction(|tx| {
            seal_pending(tx, 64, 0, rng)?;
            tx.unsent(64, usize::MAX)
        });
        let unsent = unsent.unwrap();
        assert_eq!(unsent.len(), round + 1);
        let item = UnverifiedItem::parse(&unsent[round].1).unwrap();
        let header = item.header();
        assert_ne!(header.document_key, of_everybody.id(), "{text}");
        let groups: Vec<GroupId> = header.wraps().iter().map(|wrap| wrap.group).collect();
        assert_eq!(groups, [coach.caseload], "{text}");
    }
}

/// A receipt in a caseload document that the writer may write into.
fn receipt(desk: &mut Desk, by: &TestMember, holds: Vec<WriterPosition>) -> Vec<u8> {
    let caseload = DocumentId::from_bytes(*by.caseload.as_bytes());
    let mut draft = desk.draft(caseload);
    draft.document_kind = DocumentKind::Caseload;
    draft.wraps = vec![desk.wrap(by, caseload, by.caseload)];
    let receipt = Receipt {
        holds,
        roster: desk.agency.roster.head(),
        at_ms: 0,
    };
    desk.seal(by, &draft, &Content::Receipt(receipt))
}

#[test]
fn who_cannot_read_a_document_is_not_believed_about_it() {
    let mut desk = Desk::new();
    let (coach, stranger) = (desk.coach(0), desk.coach(1));
    let chain = Chain {
        document: desk.participant,
        device: coach.device(),
        incarnation: Incarnation::from_bytes([5; 16]),
    };
    let own = Chain {
        device: desk.supervisor.device(),
        incarnation: desk.supervisor.incarnation(),
        ..chain
    };
    let claim = vec![chain.position(900), own.position(900)];
    let item = receipt(&mut desk, &stranger, claim.clone());
    let received = desk.take(&[item]);
    assert!(!received.new_incarnation);
    let behind = desk.supervisor.transaction(|tx| tx.vouched_beyond());
    assert_eq!(behind, Ok(Vec::new()));

    // The document's own coach is: something is missing, or is a copy.
    let item = receipt(&mut desk, &coach, claim);
    let received = desk.take(&[item]);
    assert!(received.new_incarnation);
    let behind = desk.supervisor.transaction(|tx| tx.vouched_beyond());
    assert!(behind.unwrap().contains(&(chain, 900)));
}

#[test]
fn a_snapshot_cannot_take_the_numbers_of_this_devices_next_items() {
    let mut desk = Desk::new();
    let coach = desk.coach(0);
    let before = desk.supervisor.incarnation();
    let mut saved = Vec::new();
    append_frame(&mut saved, b"first");
    let mut draft = desk.draft(desk.participant);
    draft.incarnation = Incarnation::from_bytes([6; 16]);
    draft.covers = vec![SnapshotCover {
        device: desk.supervisor.device(),
        incarnation: before,
        n: 900,
    }];
    let snapshot = desk.seal(&coach, &draft, &Content::Snapshot(saved));
    let received = desk.take(&[snapshot]);
    assert!(received.new_incarnation);
    assert_ne!(desk.supervisor.incarnation(), before);
}

#[test]
fn what_no_member_signed_is_kept_up_to_a_limit_and_then_the_page_waits() {
    let mut desk = Desk::new();
    let mut kept = 0;
    let flooded = (0..100_u8).any(|number| {
        let garbage = vec![vec![number; 200_000]];
        let accused = BTreeSet::from([ItemId::of(&garbage[0])]);
        match desk.take_once(&garbage, &accused) {
            Taken::Done(_) => kept += 200_000,
            Taken::Held(hold) => return hold.flooded,
        }
        false
    });
    assert!(flooded);
    assert!(kept <= MOST_UNVOUCHED_BYTES && kept > MOST_UNVOUCHED_BYTES / 2);
    // What members signed still counts.
    let coach = desk.coach(0);
    let mut draft = desk.draft(desk.participant);
    (draft.n, draft.previous) = (2, Some(ItemId::of(b"any")));
    let second = desk.seal(&coach, &draft, &words("second"));
    desk.take(&[second]);
    assert!(desk.holds("second"));
}

/// Somebody who came with an entry that is not here yet cannot be told from nobody.
#[test]
fn what_a_stranger_signed_who_cites_a_later_entry_is_kept_up_to_the_limit_too() {
    let mut desk = Desk::new();
    let stranger = DeviceSecret::generate(&mut desk.rng);
    let mut draft = desk.draft(desk.participant);
    draft.roster = RosterHead {
        n: draft.roster.n + 5,
        hash: RosterHash::from_bytes([9; 32]),
    };
    let mut kept = 0;
    let flooded = (0..100_u8).any(|number| {
        draft.incarnation = Incarnation::from_bytes([number; 16]);
        let mut noise = vec![0; 200_000];
        desk.rng.fill_bytes(&mut noise);
        let content = Content::Changes(vec![noise]);
        let item = seal_item(&draft, &content, &desk.key, &stranger, &mut desk.rng).unwrap();
        let accused = BTreeSet::from([item.id()]);
        match desk.take_once(&[item.into_bytes()], &accused) {
            Taken::Done(_) => kept += 200_000,
            Taken::Held(hold) => return hold.flooded,
        }
        false
    });
    assert!(flooded);
    assert!(kept <= MOST_UNVOUCHED_BYTES && kept > MOST_UNVOUCHED_BYTES / 2);
    // A member's signature can be looked at before the entry comes: that waits as ever.
    let coach = desk.coach(0);
    draft.incarnation = Incarnation::from_bytes([200; 16]);
    let item = desk.seal(&coach, &draft, &words("later"));
    let before = desk.supervisor.aside().len();
    desk.take(&[item]);
    assert_eq!(desk.supervisor.aside().len(), before + 1);
}

/// A device keeps numbers as those of a database: one that it cannot keep would hold up all that
/// comes after.
#[test]
fn a_receipt_for_numbers_that_no_item_has_is_set_aside_alone() {
    let mut desk = Desk::new();
    let coach = desk.coach(0);
    let chain = Chain {
        document: desk.participant,
        device: coach.device(),
        incarnation: Incarnation::from_bytes([5; 16]),
    };
    for beyond in [0, MAX_ITEM_NUMBER + 1, u64::MAX] {
        let mut desk = Desk::new();
        let item = receipt(&mut desk, &coach, vec![chain.position(beyond)]);
        let mut draft = desk.draft(desk.participant);
        (draft.n, draft.previous) = (2, Some(ItemId::of(b"any")));
        let second = desk.seal(&coach, &draft, &words("second"));
        desk.take(&[item, second]);
        assert_eq!(desk.supervisor.aside(), [QuarantineReason::CannotOpen]);
        assert!(desk.holds("second"), "{beyond}");
    }
    let most = chain.position(MAX_ITEM_NUMBER);
    let item = receipt(&mut desk, &coach, vec![most]);
    desk.take(&[item]);
    assert_eq!(desk.supervisor.aside(), Vec::new());
}

#[test]
fn what_this_version_does_not_act_on_waits_for_one_that_does() {
    let mut desk = Desk::new();
    let coach = desk.coach(0);
    let mut draft = desk.draft(desk.participant);
    (draft.n, draft.previous) = (2, Some(ItemId::of(b"any")));
    let tombstone = desk.seal(&coach, &draft, &Content::Tombstone);
    desk.take(&[tombstone]);
    assert_eq!(desk.supervisor.aside(), [QuarantineReason::NewerFormat]);
    assert!(desk.holds("first"));
}

fn order() -> ForgetOrder {
    ForgetOrder {
        reason: ForgetReason::Asked,
        rule: Vec::new(),
        at_ms: 7,
        ended_holds: Vec::new(),
    }
}

/// Issue 3.8.
#[test]
fn a_coach_who_orders_a_participant_to_be_forgotten_is_set_aside_and_nothing_is_lost() {
    let mut desk = Desk::new();
    for coach in [desk.coach(0), desk.coach(1)] {
        let mut draft = desk.draft(desk.participant);
        draft.incarnation = Incarnation::from_bytes([6; 16]);
        draft.forget = Some(order());
        let tombstone = desk.seal(&coach, &draft, &Content::Tombstone);
        desk.take(&[tombstone]);
    }
    assert_eq!(desk.supervisor.aside(), [QuarantineReason::MayNotForget; 2]);
    assert!(desk.holds("first"));
}

/// Issue 3.8.
#[test]
fn an_order_is_for_participants_and_nobody_alters_one_that_a_supervisor_gave() {
    let mut desk = Desk::new();
    let boss = desk.agency.members[0].clone();
    let caseload = DocumentId::from_bytes([9; 16]);
    let coach = desk.coach(0);
    let mut first = desk.draft(caseload);
    first.document_kind = DocumentKind::Caseload;
    first.wraps = vec![desk.wrap(&coach, caseload, coach.caseload)];
    let first = desk.seal(&coach, &first, &words("team"));
    desk.take(&[first]);
    let mut draft = desk.draft(caseload);
    draft.forget = Some(order());
    let tombstone = desk.seal(&boss, &draft, &Content::Tombstone);
    desk.take(std::slice::from_ref(&tombstone));
    assert_eq!(desk.supervisor.aside(), [QuarantineReason::MayNotForget]);
    // The same order, turned to the participant by the relay.
    let at = tombstone
        .windows(16)
        .position(|window| window == caseload.as_bytes())
        .unwrap();
    let mut turned = tombstone;
    turned[at..at + 16].copy_from_slice(desk.participant.as_bytes());
    desk.take(&[turned]);
    assert!(
        desk.supervisor
            .aside()
            .contains(&QuarantineReason::BadSignature)
    );
    assert!(desk.holds("first"));
    assert_eq!(desk.supervisor.content(&caseload).len(), 1);
}

/// Issue 3.8.
#[test]
fn what_a_relay_gives_of_a_forgotten_participant_is_counted_and_never_kept() {
    let mut desk = Desk::new();
    let (boss, coach) = (desk.agency.members[0].clone(), desk.coach(0));
    let mut draft = desk.draft(desk.participant);
    draft.wraps = vec![desk.wrap(&coach, desk.participant, coach.caseload)];
    let again = desk.seal(&coach, &draft, &words("first"));
    (draft.n, draft.previous) = (2, Some(ItemId::of(b"any")));
    let late = desk.seal(&coach, &draft, &words("late"));
    let mut forget = desk.draft(desk.participant);
    forget.forget = Some(order());
    let tombstone = desk.seal(&boss, &forget, &Content::Tombstone);
    desk.take(&[tombstone]);
    assert!(!desk.holds("first"));
    desk.take(&[again, late]);
    assert!(!desk.holds("first") && !desk.holds("late"));
    assert!(
        desk.supervisor.aside().is_empty(),
        "their headers hold keys"
    );
    let kept = desk.supervisor.transaction(|tx| {
        let held = tx.highest_held()?;
        Ok((tx.document_keys(&desk.participant)?.len(), held))
    });
    let (keys, held) = kept.unwrap();
    assert_eq!(keys, 0);
    let writers: Vec<_> = held
        .iter()
        .filter(|(chain, _)| chain.document == desk.participant)
        .map(|(chain, _)| chain.device)
        .collect();
    assert_eq!(writers, [boss.secret.id()], "the order and nothing else");
}
