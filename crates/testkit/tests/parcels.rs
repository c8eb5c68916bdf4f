//! What is handed over beside the relay, and what the real relay makes of it (issue 4.9).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

mod support;

use std::collections::BTreeSet;

use handrail_protocol::limits::{MAX_PARCEL_BYTES, MAX_SMALL_PARCEL_BYTES};
use handrail_protocol::{
    DocumentId, DocumentKind, ForgetOrder, ForgetReason, Incarnation, ItemId, RosterHash,
    RosterHead, UnverifiedItem,
};
use handrail_sync::memory::MemoryStore;
use handrail_sync::outbox::{MadeParcel, order_forgetting, seal_pending};
use handrail_sync::receive::TakenParcel;
use handrail_sync::{Chain, QuarantineReason, SyncPhase, SyncStore};
use handrail_testkit::agency::TestAgency;
use handrail_testkit::item_simulation::ItemDevice;
use handrail_testkit::random::{bytes, seeded};
use handrail_testkit::world::{NodeInput, World};
use handrail_vault::{
    Content, DeviceSecret, DocumentKey, GroupKeyring, Holder, ItemDraft, Parcel, Statements,
    open_parcel, seal_item, seal_parcel,
};
use rand_core::Rng as _;
use support::{A_MINUTE, COACH, together};

const SUPERVISOR: usize = 0;
const CARRIER: usize = 2;
const OTHER_SUPERVISOR: usize = 3;
const FOR_LONG: u64 = 1_000 * A_MINUTE;

struct Agency {
    world: World<ItemDevice>,
    people: TestAgency,
    /// A participant of the coach; the other coach, who carries, does not read it.
    participant: DocumentId,
}

/// Two supervisors, two coaches, one participant, everything sent; then nobody has a network.
fn cut_off_agency() -> Agency {
    let mut rng = seeded(3);
    let mut people = TestAgency::with_coaches(2, &mut rng).unwrap();
    people.add_supervisor(&mut rng).unwrap();
    let (mut world, participant) = together(&people, &mut rng);
    for index in 0..world.len() {
        world.cut_off(index, FOR_LONG);
    }
    Agency {
        world,
        people,
        participant,
    }
}

impl Agency {
    fn store(&self, index: usize) -> &MemoryStore {
        &self.world.node(index).unwrap().store
    }

    fn write(&mut self, index: usize, words: &str) {
        let document = self.participant;
        let change = words.as_bytes().to_vec();
        self.world
            .with_node(index, |node, _, _| node.store.write(document, change));
        self.world.give(index, NodeInput::Changed);
        self.world.run(5_000, 200);
    }

    fn reads(&self, index: usize, words: &str) -> bool {
        let content = self.store(index).content(&self.participant);
        content.contains(words.as_bytes())
    }

    fn make(&mut self, from: usize, most: usize) -> MadeParcel {
        let made = self
            .world
            .with_node(from, |node, clock, rng| node.make_parcel(most, clock, rng));
        self.world.give(from, NodeInput::Changed);
        made.unwrap().unwrap()
    }

    fn take(&mut self, to: usize, parcel: &[u8]) -> TakenParcel {
        let taken = self
            .world
            .act(to, |node, clock, rng| node.take_parcel(parcel, clock, rng));
        taken.flatten().unwrap()
    }

    fn hand(&mut self, from: usize, to: usize) -> TakenParcel {
        let made = self.make(from, MAX_PARCEL_BYTES);
        self.take(to, &made.bytes)
    }

    fn come_online(&mut self, index: usize) {
        self.world.cut_off(index, 0);
        self.world.give(index, NodeInput::Resumed);
        self.world.run(2 * A_MINUTE, 3_000);
    }

    fn revoke(&mut self, by: usize, whom: usize) {
        let device = self.people.members[whom].device();
        self.world
            .with_node(by, |node, _, _| node.store.want_revoked(device));
        self.world.give(by, NodeInput::Changed);
        self.come_online(by);
        self.world.give(by, NodeInput::Changed);
        self.world.run(A_MINUTE, 2_000);
        let roster = self.store(by).roster();
        assert!(roster.device(&device).unwrap().revoked.is_some());
    }

    fn chain(&self, of: usize) -> Chain {
        Chain {
            document: self.participant,
            device: self.store(of).device(),
            incarnation: self.store(of).incarnation(),
        }
    }

    fn keyring(&self, of: usize) -> GroupKeyring {
        let mut keyring = GroupKeyring::new();
        let secret = &self.people.members[of].secret;
        keyring.learn(&self.people.roster, Holder::Device(secret));
        keyring
    }

    fn items(&self, parcel: &[u8]) -> Vec<Vec<u8>> {
        let (agency, group) = (self.people.roster.agency(), self.people.agency_group);
        let opened = open_parcel(agency, group, &self.keyring(SUPERVISOR), parcel).unwrap();
        [opened.sent, opened.unsent].concat()
    }

    fn sealed(&self, items: &[Vec<u8>]) -> Vec<u8> {
        let keyring = self.keyring(SUPERVISOR);
        let newest = keyring.newest(self.people.agency_group).unwrap();
        let items = Parcel {
            sent: Vec::new(),
            unsent: items.iter().map(Vec::as_slice).collect(),
        };
        seal_parcel(self.people.roster.agency(), newest, &items, &mut seeded(9))
    }

    fn everybody_agrees(&mut self) {
        self.world.calm_down();
        self.world.run(5 * A_MINUTE, 10_000);
        for index in 0..self.world.len() {
            let node = self.world.node(index).unwrap();
            assert_eq!(node.phase(), SyncPhase::Idle, "{index}");
            assert!(node.store.is_settled(), "{index}");
            assert_eq!(node.store.refused(), Vec::<u8>::new(), "{index}");
        }
    }
}

/// Long items by a device that nobody knows, which says that it came with a later entry of the roster.
fn by_a_stranger(people: &TestAgency, seed: u64, count: usize) -> Vec<Vec<u8>> {
    let mut rng = seeded(seed);
    let stranger = DeviceSecret::generate(&mut rng);
    let key = DocumentKey::generate(&mut rng);
    let mut items = Vec::new();
    for _ in 0..count {
        let draft = ItemDraft {
            agency: people.roster.agency(),
            document: DocumentId::from_bytes(bytes(&mut rng)),
            incarnation: Incarnation::from_bytes(bytes(&mut rng)),
            n: 1,
            previous: None,
            roster: RosterHead {
                n: people.roster.head().n + 5,
                hash: RosterHash::from_bytes([9; 32]),
            },
            covers: Vec::new(),
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: None,
            says: Statements::default(),
            wraps: Vec::new(),
        };
        let mut noise = vec![0; 200_000];
        rng.fill_bytes(&mut noise);
        let content = Content::Changes(vec![noise]);
        let item = seal_item(&draft, &content, &key, &stranger, &mut rng).unwrap();
        items.push(item.into_bytes());
    }
    items
}

/// The numbers of a chain in a parcel, in order.
fn numbers(items: &[Vec<u8>], chain: &Chain) -> Vec<u64> {
    let parsed = items
        .iter()
        .map(|bytes| UnverifiedItem::parse(bytes).unwrap());
    parsed
        .filter(|item| Chain::of(item.header()) == *chain)
        .map(|item| item.header().n)
        .collect()
}

#[test]
fn a_note_is_read_before_any_relay_and_arrives_by_somebody_who_cannot_read_it() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "in the cell block");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    assert_eq!((made.own, made.others, made.left_out), (1, 0, 0));
    assert_eq!(made.documents, BTreeSet::from([agency.participant]));
    assert!(made.sent >= 2, "what was written before: {}", made.sent);

    let read = agency.take(SUPERVISOR, &made.bytes);
    assert_eq!((read.entries, read.waiting, read.refused), (1, 0, 0));
    assert_eq!(read.carried, 1);
    assert!(agency.reads(SUPERVISOR, "in the cell block"));

    let carried = agency.take(CARRIER, &made.bytes);
    assert_eq!((carried.entries, carried.refused), (0, 0));
    assert!(carried.carried >= 1);
    assert!(!agency.reads(CARRIER, "in the cell block"));
    assert_eq!(agency.store(CARRIER).aside(), Vec::new());

    // The courier finds the relay first.
    let before = agency.world.relay_sequence();
    agency.come_online(CARRIER);
    assert_eq!(agency.store(CARRIER).carried(), 0);
    assert!(agency.world.relay_sequence() > before);
    let after = agency.world.relay_sequence();

    agency.come_online(COACH);
    assert_eq!(agency.world.relay_sequence(), after, "nothing is doubled");
    assert_eq!(agency.store(COACH).waiting(), 0, "it counts as sent");

    agency.everybody_agrees();
    assert_eq!(agency.store(CARRIER).content(&agency.participant).len(), 0);
    let supervisor = agency.store(SUPERVISOR).device();
    let told = agency.store(COACH).receipts_by(&supervisor);
    assert_eq!(told.get(&agency.chain(COACH)), Some(&2), "it reached them");
}

#[test]
fn taking_a_parcel_again_or_ones_own_changes_nothing() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "only once");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    agency.take(SUPERVISOR, &made.bytes);
    let (reaches, carried) = (
        agency.store(SUPERVISOR).reaches(),
        agency.store(SUPERVISOR).carried(),
    );
    let again = agency.take(SUPERVISOR, &made.bytes);
    let nothing = TakenParcel {
        known: again.known,
        ..TakenParcel::default()
    };
    assert_eq!(again, nothing);
    assert_eq!(again.known, made.own + made.sent);
    assert_eq!(agency.store(SUPERVISOR).reaches(), reaches);
    assert_eq!(agency.store(SUPERVISOR).carried(), carried);

    let incarnation = agency.store(COACH).incarnation();
    let own = agency.take(COACH, &made.bytes);
    assert_eq!((own.entries, own.carried, own.refused), (0, 0, 0));
    assert_eq!(agency.store(COACH).waiting(), 1, "it is not sent yet");
    assert_eq!(agency.store(COACH).incarnation(), incarnation);
    // Back by way of the supervisor, who carries it.
    let back = agency.hand(SUPERVISOR, COACH);
    assert_eq!((back.entries, back.carried, back.refused), (0, 0, 0));
    assert_eq!(agency.store(COACH).waiting(), 1);
    agency.everybody_agrees();
}

#[test]
fn what_was_given_away_is_never_sealed_anew_and_what_came_after_is() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "given away");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    let chain = agency.chain(COACH);
    assert_eq!(numbers(&agency.items(&made.bytes), &chain), vec![1, 2]);
    let taken = agency.take(SUPERVISOR, &made.bytes);
    assert_eq!(taken.entries, 1);
    agency.write(COACH, "written after");
    agency.world.with_node(COACH, |node, clock, rng| {
        let at = clock.moment().at;
        let sealed = node.store.transaction(|tx| seal_pending(tx, 64, at, rng));
        // What was still in a session when it was cut off sealed it already.
        assert!(sealed.unwrap().items <= 1);
    });
    let item_of = |agency: &mut Agency, n: u64| -> ItemId {
        let node = |node: &mut ItemDevice| {
            let found = node.store.transaction(|tx| tx.item_at(&chain, n));
            found.unwrap().unwrap()
        };
        let found = agency.world.with_node(COACH, |of, _, _| node(of));
        found.unwrap()
    };
    let (given, after) = (item_of(&mut agency, 2), item_of(&mut agency, 3));

    // Every key changes, and the relay takes no new item under the old ones.
    agency.revoke(OTHER_SUPERVISOR, CARRIER);
    agency.come_online(COACH);
    assert_eq!(agency.store(COACH).waiting(), 0);
    assert_eq!(item_of(&mut agency, 2), given, "others have it as it is");
    assert_ne!(item_of(&mut agency, 3), after, "nobody had it");
    agency.world.calm_down();
    agency.world.run(5 * A_MINUTE, 10_000);
    for index in [SUPERVISOR, OTHER_SUPERVISOR] {
        assert!(agency.reads(index, "given away") && agency.reads(index, "written after"));
        assert_eq!(agency.store(index).aside(), Vec::new());
        assert_eq!(agency.store(index).reaches().get(&chain), Some(&3));
        assert!(agency.store(index).is_settled());
    }
}

#[test]
fn of_what_finds_no_room_each_chains_end_stays_behind() {
    let mut agency = cut_off_agency();
    for number in 0..45 {
        agency.write(COACH, &format!("note {number}"));
        agency.make(COACH, MAX_SMALL_PARCEL_BYTES);
    }
    let made = agency.make(COACH, MAX_SMALL_PARCEL_BYTES);
    assert!(made.bytes.len() <= MAX_SMALL_PARCEL_BYTES);
    assert!(
        made.own > 5 && made.left_out > 5,
        "{} {}",
        made.own,
        made.left_out
    );
    assert_eq!(made.own + made.left_out, 45);
    let taken = agency.take(SUPERVISOR, &made.bytes);
    assert_eq!((taken.entries, taken.waiting), (made.own, 0), "no gap");
    let rest = agency.hand(COACH, SUPERVISOR);
    assert_eq!(rest.entries, made.left_out);
    agency.everybody_agrees();
}

#[test]
fn somebody_who_gets_a_later_parcel_first_sees_it_when_the_earlier_one_comes() {
    let mut agency = cut_off_agency();
    let document = DocumentId::from_bytes([7; 16]);
    let caseload = agency.people.members[COACH].caseload;
    agency.world.with_node(COACH, |node, _, rng| {
        let kind = DocumentKind::Participant;
        node.store.create_document(document, kind, caseload, rng);
        node.store.write(document, b"somebody new".to_vec());
    });
    agency.world.give(COACH, NodeInput::Changed);
    agency.world.run(5_000, 200);
    let first = agency.make(COACH, MAX_PARCEL_BYTES);
    agency.world.with_node(COACH, |node, _, _| {
        node.store.write(document, b"more".to_vec());
    });
    agency.world.give(COACH, NodeInput::Changed);
    agency.world.run(5_000, 200);
    let both = agency.make(COACH, MAX_PARCEL_BYTES);
    let items = agency.items(&both.bytes);
    let later: Vec<Vec<u8>> = items
        .into_iter()
        .filter(|bytes| {
            let item = UnverifiedItem::parse(bytes).unwrap();
            item.header().document == document && item.header().n == 2
        })
        .collect();
    assert_eq!(later.len(), 1);
    let later = agency.sealed(&later);
    let taken = agency.take(SUPERVISOR, &later);
    assert_eq!((taken.entries, taken.carried), (0, 1), "no key for it yet");
    let taken = agency.take(SUPERVISOR, &first.bytes);
    assert_eq!(taken.entries, 2);
    assert_eq!(agency.store(SUPERVISOR).content(&document).len(), 2);
    agency.everybody_agrees();
}

#[test]
fn what_nobody_of_the_agency_signed_is_passed_over_and_the_rest_is_taken() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "a true word");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    let mut items = agency.items(&made.bytes);
    let last = items.pop().unwrap();
    // A bit in the body, one in the header, no item at all, and the true one.
    let mut body = last.clone();
    *body.last_mut().unwrap() ^= 1;
    let mut header = last.clone();
    header[40] ^= 1;
    let hostile = agency.sealed(&[body, header, vec![0; 500], Vec::new(), last]);
    let taken = agency.take(SUPERVISOR, &hostile);
    assert_eq!((taken.entries, taken.refused), (1, 4));
    assert_eq!(taken.carried, 1);
    assert!(agency.reads(SUPERVISOR, "a true word"));
    assert_eq!(agency.store(SUPERVISOR).aside(), Vec::new());
    // Of another agency: not one word.
    let stranger = TestAgency::with_coaches(1, &mut seeded(77)).unwrap();
    let mut keyring = GroupKeyring::new();
    let holder = Holder::Device(&stranger.members[0].secret);
    keyring.learn(&stranger.roster, holder);
    let newest = keyring.newest(stranger.agency_group).unwrap();
    let foreign = seal_parcel(
        stranger.roster.agency(),
        newest,
        &Parcel::default(),
        &mut seeded(1),
    );
    let taken = agency.world.act(SUPERVISOR, |node, clock, rng| {
        node.take_parcel(&foreign, clock, rng)
    });
    assert_eq!(taken, Some(None));
    agency.everybody_agrees();
}

/// It cannot be told from nobody's: a made-up parcel must not fill the device.
#[test]
fn of_what_strangers_signed_who_cite_a_later_entry_only_so_much_is_carried() {
    let mut agency = cut_off_agency();
    let hostile = agency.sealed(&by_a_stranger(&agency.people, 1, 26));
    let taken = agency.take(CARRIER, &hostile);
    assert_eq!(taken.carried + taken.refused, 26);
    assert!((10..=20).contains(&taken.carried), "{}", taken.carried);
    let more = agency.sealed(&by_a_stranger(&agency.people, 2, 3));
    let more = agency.take(CARRIER, &more);
    assert_eq!((more.carried, more.refused), (0, 3));

    agency.write(COACH, "a true word");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    let carried = agency.take(CARRIER, &made.bytes);
    assert!(carried.refused == 0 && carried.carried >= 1);
}

#[test]
fn what_a_device_writes_after_it_was_taken_out_is_set_aside_and_not_carried() {
    let mut agency = cut_off_agency();
    agency.revoke(SUPERVISOR, COACH);
    agency.write(COACH, "by whoever found the phone");
    let made = agency.make(COACH, MAX_PARCEL_BYTES);
    let taken = agency.take(SUPERVISOR, &made.bytes);
    assert_eq!((taken.entries, taken.carried, taken.refused), (0, 0, 1));
    assert!(!agency.reads(SUPERVISOR, "by whoever found the phone"));
    let aside = agency.store(SUPERVISOR).aside();
    assert_eq!(aside, vec![QuarantineReason::AfterRevocation]);
}

/// Others sealed and signed it: it counts as theirs, whoever brings it.
#[test]
fn a_device_that_was_taken_out_hands_over_what_it_carries_for_others() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "by way of a lost phone");
    agency.hand(COACH, CARRIER);
    let carried = agency.store(CARRIER).carried();
    assert!(carried > 0);
    agency.revoke(OTHER_SUPERVISOR, CARRIER);
    assert!(!agency.reads(OTHER_SUPERVISOR, "by way of a lost phone"));
    agency.come_online(CARRIER);
    assert_eq!(agency.store(CARRIER).carried(), 0);
    agency.come_online(OTHER_SUPERVISOR);
    assert!(agency.reads(OTHER_SUPERVISOR, "by way of a lost phone"));
    assert_eq!(agency.store(OTHER_SUPERVISOR).aside(), Vec::new());
    assert_eq!(agency.store(COACH).waiting(), 1, "the coach has no network");
    let before = agency.world.relay_sequence();
    agency.come_online(COACH);
    assert_eq!(agency.store(COACH).waiting(), 0);
    assert!(agency.world.relay_sequence() >= before);
    agency.come_online(SUPERVISOR);
    for index in [SUPERVISOR, OTHER_SUPERVISOR] {
        assert_eq!(
            agency.store(index).content(&agency.participant),
            agency.store(COACH).content(&agency.participant)
        );
    }
}

/// It counted when the supervisor read it, and they go on from there: so it counts for everybody.
#[test]
fn what_was_read_before_its_writer_was_taken_out_is_told_to_everybody_by_who_read_it() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "written before the phone was lost");
    let taken = agency.hand(COACH, SUPERVISOR);
    assert_eq!(taken.entries, 1);
    agency.revoke(OTHER_SUPERVISOR, COACH);
    agency.come_online(SUPERVISOR);
    agency.world.run(5 * A_MINUTE, 5_000);
    assert_eq!(agency.store(SUPERVISOR).carried(), 0);
    assert!(agency.reads(OTHER_SUPERVISOR, "written before the phone was lost"));
    let (one, other) = (agency.store(SUPERVISOR), agency.store(OTHER_SUPERVISOR));
    assert_eq!(
        one.content(&agency.participant),
        other.content(&agency.participant)
    );
}

/// A copy of the coach's database sent something else under the number that was given away.
#[test]
fn of_two_items_of_one_number_the_relays_counts_and_the_other_is_said_again() {
    let mut agency = cut_off_agency();
    let backup = agency.store(COACH).clone();
    agency.write(COACH, "given away");
    let taken = agency.hand(COACH, SUPERVISOR);
    assert_eq!(taken.entries, 1);
    let lost = agency.store(COACH).clone();
    agency
        .world
        .with_node(COACH, |node, _, _| node.store = backup);
    agency.world.crash(COACH);
    agency.write(COACH, "by the copy");
    agency.come_online(COACH);
    assert_eq!(agency.store(COACH).waiting(), 0);
    agency.come_online(SUPERVISOR);
    assert!(agency.reads(SUPERVISOR, "by the copy"));
    assert_eq!(
        agency.store(SUPERVISOR).aside(),
        vec![QuarantineReason::CounterConflict]
    );
    // The first database comes online after all.
    agency
        .world
        .with_node(COACH, |node, _, _| node.store = lost);
    agency.world.crash(COACH);
    agency.come_online(COACH);
    agency.world.run(5 * A_MINUTE, 5_000);
    for index in [SUPERVISOR, COACH] {
        assert!(agency.reads(index, "by the copy"), "{index}");
        assert!(agency.reads(index, "given away"), "{index}");
    }
    assert_eq!(agency.store(SUPERVISOR).carried(), 0);
}

#[test]
fn an_order_to_forget_ends_what_is_carried() {
    let mut agency = cut_off_agency();
    agency.write(COACH, "soon forgotten");
    agency.hand(COACH, CARRIER);
    assert!(agency.store(CARRIER).carried() > 0);
    let document = agency.participant;
    let order = ForgetOrder {
        reason: ForgetReason::Retention,
        rule: b"six-years".to_vec(),
        at_ms: 0,
        ended_holds: Vec::new(),
    };
    agency.world.with_node(SUPERVISOR, |node, clock, rng| {
        let at = clock.moment().at;
        let ordered = node
            .store
            .transaction(|tx| order_forgetting(tx, document, &order, at, rng));
        ordered.unwrap();
    });
    let taken = agency.hand(SUPERVISOR, CARRIER);
    assert!(taken.carried >= 1, "the order itself goes on");
    let left = agency.make(CARRIER, MAX_PARCEL_BYTES);
    let of_it = agency
        .items(&left.bytes)
        .iter()
        .map(|bytes| UnverifiedItem::parse(bytes).unwrap())
        .filter(|item| item.header().document == document)
        .map(|item| item.header().forget.is_some())
        .collect::<Vec<bool>>();
    assert_eq!(of_it, vec![true], "the order, and nothing else");
    // Who obeyed takes nothing of it any more.
    let late = agency.hand(COACH, SUPERVISOR);
    assert_eq!((late.entries, late.refused), (0, 0));
    assert_eq!(agency.store(SUPERVISOR).content(&document).len(), 0);
}
