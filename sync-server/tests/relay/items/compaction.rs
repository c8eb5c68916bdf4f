//! Destroying what snapshots stand for: what has to be true first, and that nobody misses it.

use handrail_protocol::HoldStatement;
use handrail_protocol::id::{DeviceId, GroupId, Incarnation, ItemId, MemberId, RelayIncarnation};
use handrail_protocol::item::UnverifiedItem;
use handrail_protocol::message::{FeedPoint, FrontierRequest, ItemOutcome, RejectReason};
use handrail_protocol::roster::operation::{GroupKind, LastItem, Operation, Role};
use handrail_relay::Limits;
use handrail_relay::core::GRACE_MS;
use handrail_relay::storage::sqlite::OpenOptions;
use handrail_relay::storage::{MemoryStorage, ReadStorage, SqliteStorage, Storage};

use crate::agency::{Agency, Key, Person};
use crate::carriers::Local;
use crate::client::{Client, give_roster};
use crate::pen::{Parts, Pen};

/// Two coaches and their supervisor, over some storage.
struct Office<S> {
    agency: Agency,
    relay: Local<S>,
    ana: Person,
    ben: Person,
    _data: tempfile::TempDir,
}

/// Runs one check on each storage.
macro_rules! on_every_storage {
    ($($name:ident)*) => {
        mod memory {$(
            #[test]
            fn $name() {
                let name = super::RelayIncarnation::from_bytes([5; 16]);
                super::$name(&mut super::Office::over(|_| super::MemoryStorage::new(name)));
            }
        )*}
        mod sqlite {$(
            #[test]
            fn $name() {
                super::$name(&mut super::Office::over(super::sqlite));
            }
        )*}
    };
}

on_every_storage! {
    what_two_confirmed_snapshots_hold_goes_after_thirty_days_and_nobody_misses_it
    the_word_of_the_writer_or_of_a_device_that_was_taken_out_does_not_count
    a_legal_hold_keeps_everything_until_somebody_in_charge_ends_it
    what_brings_keys_or_says_whose_a_record_is_stays
    compaction_at_any_time_loses_nothing
}

fn sqlite(data: &std::path::Path) -> SqliteStorage {
    let options = OpenOptions {
        new_incarnation: RelayIncarnation::from_bytes([5; 16]),
        max_bytes: 0,
    };
    SqliteStorage::open(data, options).unwrap()
}

impl<S: Storage> Office<S> {
    fn over(storage: impl FnOnce(&std::path::Path) -> S) -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut agency = Agency::found("office");
        let (ana, ben) = (agency.add_coach("ana"), agency.add_coach("ben"));
        let mut relay = Local::over(storage(data.path()), Limits::default());
        give_roster(&mut relay, &agency);
        Self {
            agency,
            relay,
            ana,
            ben,
            _data: data,
        }
    }

    fn client(&mut self, key: &Key) -> Client<'_, Local<S>> {
        Client::open(&mut self.relay, self.agency.id(), key)
    }

    fn push_as(&mut self, key: &Key, items: &[Vec<u8>]) {
        let outcomes = self.client(key).push(items);
        let stored = |outcome: &ItemOutcome| matches!(outcome, ItemOutcome::Stored { .. });
        assert!(outcomes.iter().all(stored), "{outcomes:?}");
    }

    fn push_as_ana(&mut self, items: &[Vec<u8>]) {
        let key = self.ana.key.clone();
        self.push_as(&key, items);
    }

    fn feed_as_ana(&mut self, from: Option<FeedPoint>) -> (Vec<Vec<u8>>, FeedPoint) {
        let key = self.ana.key.clone();
        self.client(&key).feed(from)
    }

    /// The supervisor says of a snapshot that it holds what it should.
    fn confirm(&mut self, pen: &mut Pen, snapshot: &[u8]) {
        let key = self.agency.supervisor.key.clone();
        let word = pen.item_with(Parts {
            confirms: Some(ItemId::of(snapshot)),
            ..Parts::default()
        });
        self.push_as(&key, &[word]);
    }

    fn supervisors_pen(&self) -> Pen {
        Pen::new(&self.agency, &self.agency.supervisor.key, "maria")
    }

    fn let_pass(&mut self, ms: u64) -> usize {
        self.relay.relay.let_pass(ms).unwrap()
    }

    /// Bytes that the agency's items take.
    fn used(&self) -> u64 {
        let storage = self.relay.relay.storage();
        storage.usage(self.agency.id(), None).unwrap().bytes
    }

    fn post(&mut self, operations: Vec<Operation>) {
        let entry = self.agency.draft_by_supervisor(operations);
        self.agency.apply(entry.clone());
        let key = self.agency.supervisor.key.clone();
        let answer = self
            .client(&key)
            .post(handrail_protocol::route::ROSTER, &entry);
        assert_eq!(answer.0, 201);
    }
}

fn cover(pen: &Pen, n: u64) -> (DeviceId, Incarnation, u64) {
    (pen.key.device(), pen.incarnation, n)
}

fn snapshot(pen: &mut Pen, group: GroupId, covers: Vec<(DeviceId, Incarnation, u64)>) -> Vec<u8> {
    pen.item_with(Parts {
        wraps: vec![group],
        covers: Some(covers),
        ..Parts::default()
    })
}

/// Three notes, a snapshot, a note, a snapshot: everything that was pushed.
fn two_generations<S: Storage>(office: &mut Office<S>, maria: &mut Pen) -> [Vec<u8>; 6] {
    let group = office.ana.group;
    let old = [maria.item_for(&[group]), maria.item(), maria.item()];
    let covers = vec![cover(maria, 3)];
    let first = snapshot(maria, group, covers);
    let between = maria.item();
    let covers = vec![cover(maria, 5)];
    let second = snapshot(maria, group, covers);
    let [one, two, three] = old;
    let all = [one, two, three, first, between, second];
    office.push_as_ana(&all);
    all
}

fn what_two_confirmed_snapshots_hold_goes_after_thirty_days_and_nobody_misses_it(
    office: &mut Office<impl Storage>,
) {
    let mut maria = Pen::new(&office.agency, &office.ana.key, "maria");
    let mut supervisors = office.supervisors_pen();
    let all = two_generations(office, &mut maria);
    let (_, away_since) = office.feed_as_ana(None);
    let concurrent = supervisors.item();
    let key = office.agency.supervisor.key.clone();
    office.push_as(&key, std::slice::from_ref(&concurrent));
    office.confirm(&mut supervisors, &all[5]);
    assert_eq!(
        office.let_pass(2 * GRACE_MS),
        0,
        "only one has somebody's word"
    );
    office.confirm(&mut supervisors, &all[3]);
    // The calendar says nothing: 1970, and the year 2100.
    for now_ms in [0, 4_102_444_800_000] {
        office.relay.now_ms = now_ms;
        assert_eq!(office.let_pass(1), 0);
    }
    office.relay.now_ms = 1_700_000_000_000;
    assert_eq!(office.let_pass(GRACE_MS - 3), 0);
    let before = office.used();
    assert_eq!(
        office.let_pass(2),
        3,
        "the three old notes; what is between stands in one only"
    );
    assert_eq!(office.let_pass(GRACE_MS), 0, "once is enough");
    let gone: usize = all[..3].iter().map(Vec::len).sum();
    assert_eq!(office.used(), before - gone as u64);

    // A newcomer, who was away for a year, who asks for the document, and who heals.
    let document = maria.document.to_string();
    let words: Vec<Vec<u8>> = {
        let (given, _) = office.feed_as_ana(None);
        assert_eq!(given[..2], [all[5].clone(), concurrent.clone()]);
        given
    };
    assert_eq!(office.feed_as_ana(Some(away_since)).0, words[1..]);
    let ana = office.ana.key.clone();
    let whole = office.client(&ana).document(&document, true);
    assert_eq!(whole[..3], all[3..6]);
    let position = |n| handrail_protocol::WriterPosition {
        document: maria.document,
        device: maria.key.device(),
        incarnation: maria.incarnation,
        n,
    };
    let request = FrontierRequest {
        positions: vec![position(6)],
    };
    let differs = office.client(&ana).frontier(&request).positions;
    assert!(differs.is_empty(), "nothing is to be given back");
    let again = office.client(&ana).push(&all[..3]);
    assert_eq!(again, [1, 2, 3].map(|seq| ItemOutcome::Duplicate { seq }));
    assert_eq!(office.client(&ana).document(&document, true), whole);
}

fn the_word_of_the_writer_or_of_a_device_that_was_taken_out_does_not_count(
    office: &mut Office<impl Storage>,
) {
    let mut maria = Pen::new(&office.agency, &office.ana.key, "maria");
    let all = two_generations(office, &mut maria);
    let word = |pen: &mut Pen, snapshot: &[u8]| {
        pen.item_with(Parts {
            confirms: Some(ItemId::of(snapshot)),
            ..Parts::default()
        })
    };
    // The writer's own, and on the same snapshot twice.
    for item in [&all[3], &all[5], &all[5]] {
        let own = word(&mut maria, item);
        office.push_as_ana(&[own]);
    }
    assert_eq!(office.let_pass(2 * GRACE_MS), 0);
    // Who does not read the record says nothing about it.
    let mut stranger = Pen::new(&office.agency, &office.ben.key, "maria");
    let ben = office.ben.key.clone();
    let said = word(&mut stranger, &all[5]);
    assert_eq!(
        office.client(&ben).push_refused(said),
        RejectReason::NotInGroup
    );
    let mut supervisors = office.supervisors_pen();
    for item in [&all[3], &all[5]] {
        office.confirm(&mut supervisors, item);
    }
    // Who wrote the snapshots was taken out: somebody else has to write others.
    let device = office.ana.key.device();
    let read = LastItem {
        document: maria.document,
        incarnation: maria.incarnation,
        n: maria.n,
    };
    let entry = office.agency.draft_revocation(device, vec![read]);
    let key = office.agency.supervisor.key.clone();
    let posted = office
        .client(&key)
        .post(handrail_protocol::route::ROSTER, &entry);
    assert_eq!(posted.0, 201);
    assert_eq!(office.let_pass(2 * GRACE_MS), 0);
}

fn a_legal_hold_keeps_everything_until_somebody_in_charge_ends_it(
    office: &mut Office<impl Storage>,
) {
    let mut maria = Pen::new(&office.agency, &office.ana.key, "maria");
    let mut supervisors = office.supervisors_pen();
    let all = two_generations(office, &mut maria);
    for item in [&all[3], &all[5]] {
        office.confirm(&mut supervisors, item);
    }
    let says = |pen: &mut Pen, standing: &[u8], ended: &[u8]| {
        let ids = |list: &[u8]| list.iter().flat_map(|id| [*id; 16]).collect();
        pen.item_with(Parts {
            holds: Some(HoldStatement {
                standing: ids(standing),
                ended: ids(ended),
            }),
            ..Parts::default()
        })
    };
    let key = office.agency.supervisor.key.clone();
    let two = says(&mut supervisors, &[1, 2], &[]);
    office.push_as(&key, &[two]);
    assert_eq!(office.let_pass(2 * GRACE_MS), 0);
    // Two people set them and do not know of each other's; a coach has no say.
    let one = says(&mut supervisors, &[], &[1]);
    office.push_as(&key, &[one]);
    let coachs = says(&mut maria, &[], &[1, 2]);
    office.push_as_ana(&[coachs]);
    assert_eq!(office.let_pass(GRACE_MS), 0);
    let coachs = says(&mut maria, &[7], &[]);
    office.push_as_ana(&[coachs]);
    let other = says(&mut supervisors, &[1], &[2]);
    office.push_as(&key, &[other]);
    assert_eq!(
        office.let_pass(1),
        3,
        "both have ended, and a coach sets none"
    );
}

fn what_brings_keys_or_says_whose_a_record_is_stays(office: &mut Office<impl Storage>) {
    let (ana, ben) = (office.ana.group, office.ben.group);
    let mut maria = Pen::new(&office.agency, &office.ana.key, "maria");
    let mut supervisors = office.supervisors_pen();
    let first = maria.item_for(&[ana]);
    let mut all = vec![first];
    // Wraps a key that the snapshots do not bring.
    let key = maria.document_key;
    maria.document_key = handrail_protocol::DocumentKeyId::from_bytes([9; 16]);
    all.push(maria.item_for(&[ana]));
    maria.document_key = key;
    all.push(maria.item());
    for n in [3, 4] {
        let covers = vec![cover(&maria, n)];
        all.push(snapshot(&mut maria, ana, covers));
    }
    office.push_as_ana(&all);
    for item in &all[3..] {
        office.confirm(&mut supervisors, item);
    }
    assert_eq!(office.let_pass(GRACE_MS), 2);
    let document = maria.document.to_string();
    let ana_key = office.ana.key.clone();
    let left = office.client(&ana_key).document(&document, true);
    assert_eq!(left[..3], [all[1].clone(), all[3].clone(), all[4].clone()]);

    // Maria is Ben's from now on: his caseload opens none of these snapshots.
    supervisors.assignment = Some(handrail_protocol::Assignment {
        generation: 1,
        group: ben,
    });
    let handed_over = supervisors.item_for(&[ana, ben]);
    let supervisor = office.agency.supervisor.key.clone();
    supervisors.assignment = None;
    office.push_as(&supervisor, std::slice::from_ref(&handed_over));
    let bens = office.ben.key.clone();
    let mut pen = Pen::new(&office.agency, &bens, "maria");
    let mut later = vec![pen.item_for(&[ben])];
    for n in [1, 2] {
        let covers = vec![cover(&maria, 5), cover(&supervisors, 3), cover(&pen, n)];
        later.push(pen.item_with(Parts {
            wraps: vec![ana, ben],
            covers: Some(covers),
            ..Parts::default()
        }));
    }
    office.push_as(&bens, &later);
    for item in &later[1..] {
        office.confirm(&mut supervisors, item);
    }
    office.let_pass(GRACE_MS);
    let left = office.client(&supervisor).document(&document, true);
    assert!(left.contains(&handed_over), "it says whose the record is");
    assert!(left.contains(&all[1]), "it brings a key");
    assert!(!left.contains(&later[0]) && !left.contains(&all[4]));
}

/// Whatever is written, confirmed and destroyed in whatever order: who begins anew, and who goes
/// on from any place at which they ever stood, has everything in the end (sync.md 2.5, point 5).
fn compaction_at_any_time_loses_nothing(office: &mut Office<impl Storage>) {
    let group = office.ana.group;
    let mut seed = 11_u64;
    let mut next = move |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut maria = Pen::new(&office.agency, &office.ana.key, "maria");
    let mut theirs = office.supervisors_pen();
    let supervisor = office.agency.supervisor.key.clone();
    let ana = office.ana.key.clone();
    let mut written = vec![maria.item_for(&[group])];
    office.push_as_ana(&written.clone());
    // Readers who left at some place, with what they had.
    let mut readers: Vec<(Option<FeedPoint>, Vec<Vec<u8>>)> = vec![(None, Vec::new())];
    let (mut destroyed, mut snapshots) = (0, Vec::new());
    for _ in 0..240 {
        match next(8) {
            0..4 => {
                let (pen, key) = match next(2) {
                    0 => (&mut maria, &ana),
                    _ => (&mut theirs, &supervisor),
                };
                let item = pen.item();
                office.push_as(key, std::slice::from_ref(&item));
                written.push(item);
            }
            4 => {
                // What its writer had may end before what is there.
                let behind = next(3);
                let reach = [&maria, &theirs].map(|pen| cover(pen, pen.n.saturating_sub(behind)));
                let covers: Vec<_> = reach.into_iter().filter(|(_, _, n)| *n > 0).collect();
                if covers.is_empty() {
                    continue;
                }
                let by_ana = next(2) == 0;
                let (pen, key) = if by_ana {
                    (&mut maria, &ana)
                } else {
                    (&mut theirs, &supervisor)
                };
                let wraps = if next(4) > 0 { vec![group] } else { Vec::new() };
                let item = pen.item_with(Parts {
                    wraps,
                    covers: Some(covers),
                    ..Parts::default()
                });
                office.push_as(key, std::slice::from_ref(&item));
                snapshots.push((item.clone(), by_ana));
                written.push(item);
            }
            5 if !snapshots.is_empty() => {
                let at = usize::try_from(next(snapshots.len() as u64)).unwrap();
                let (item, by_ana) = &snapshots[at];
                let (pen, key) = if *by_ana {
                    (&mut theirs, &supervisor)
                } else {
                    (&mut maria, &ana)
                };
                let word = pen.item_with(Parts {
                    confirms: Some(ItemId::of(item)),
                    ..Parts::default()
                });
                office.push_as(key, std::slice::from_ref(&word));
                written.push(word);
            }
            6 => destroyed += office.let_pass(next(2 * GRACE_MS)),
            _ => {
                let at = usize::try_from(next(readers.len() as u64)).unwrap();
                let (point, mut had) = readers[at].clone();
                let (given, point) = office.feed_as_ana(point);
                had.extend(given);
                readers.push((Some(point), had));
            }
        }
    }
    assert!(destroyed > 10, "{destroyed}");
    for (point, mut had) in readers {
        had.extend(office.feed_as_ana(point).0);
        assert_has_everything(&had, &written);
    }
    let document = maria.document.to_string();
    for all in [true, false] {
        let left = office.client(&ana).document(&document, all);
        assert_has_everything(&left, &written);
    }
}

/// Each item is among these, or inside a snapshot that is.
fn assert_has_everything(had: &[Vec<u8>], written: &[Vec<u8>]) {
    let headers: Vec<_> = had
        .iter()
        .map(|item| UnverifiedItem::parse(item).unwrap().header().clone())
        .collect();
    for item in written {
        let position = UnverifiedItem::parse(item).unwrap().header().position();
        let inside = || {
            headers
                .iter()
                .any(|header| header.covers_position(&position))
        };
        assert!(had.contains(item) || inside(), "{position:?}");
    }
}

/// Issue 3.1: a guest's snapshot would spare readers what others wrote, and with somebody's word
/// on it, destroy that.
#[test]
fn a_guest_who_may_only_look_writes_no_snapshot() {
    let name = RelayIncarnation::from_bytes([5; 16]);
    let mut office = Office::over(|_| MemoryStorage::new(name));
    let ana = office.ana.clone();
    let mut maria = Pen::new(&office.agency, &ana.key, "maria");
    let guest = Key::new("guest");
    let member = MemberId::from_bytes([7; 16]);
    let shared = GroupId::of_shared_record(&maria.document, &ana.group);
    office.post(vec![
        Operation::AddMember {
            member,
            role: Role::ClinicalProvider,
            administrator: false,
        },
        Operation::AddDevice {
            sign: guest.public(),
            hpke: guest.hpke,
            member,
        },
        Operation::AddGroupMember {
            group: office.agency.everybody,
            member,
            until: None,
        },
        Operation::NewGroup {
            group: shared,
            kind: GroupKind::Shared,
            owner: Some(ana.member),
            members: vec![ana.member, office.agency.supervisor.member],
        },
        Operation::AddGroupMember {
            group: shared,
            member,
            until: Some(4_102_444_800),
        },
    ]);
    maria.roster = office.agency.state.head();
    let notes = [maria.item_for(&[ana.group, shared]), maria.item()];
    office.push_as_ana(&notes);
    let mut theirs = Pen::new(&office.agency, &guest, "maria");
    let looked = theirs.item();
    office.push_as(&guest, std::slice::from_ref(&looked));
    let mut hostile = theirs.clone();
    let covers = vec![cover(&maria, 2), cover(&theirs, 1)];
    let forged = snapshot(&mut hostile, shared, covers.clone());
    let refused = office.client(&guest).push_refused(forged);
    assert_eq!(refused, RejectReason::RoleMayNotSnapshot);
    assert_eq!(
        office.feed_as_ana(None).0,
        [notes[0].clone(), notes[1].clone(), looked]
    );
    // Nor does their word on others' snapshots count.
    let mut pair = Vec::new();
    for _ in 0..2 {
        pair.push(maria.item_with(Parts {
            wraps: vec![ana.group, shared],
            covers: Some(covers.clone()),
            ..Parts::default()
        }));
    }
    office.push_as_ana(&pair);
    for item in &pair {
        let word = theirs.item_with(Parts {
            confirms: Some(ItemId::of(item)),
            ..Parts::default()
        });
        office.push_as(&guest, &[word]);
    }
    assert_eq!(office.let_pass(2 * GRACE_MS), 0);
}

/// Where nobody else reads a record, its only device says so itself, in a later session.
#[test]
fn the_only_device_of_an_agency_confirms_its_own_snapshots_later() {
    let agency = Agency::found("alone");
    for (later, destroyed) in [(60_000, 0), (2 * 60 * 60_000, 2)] {
        let data = tempfile::tempdir().unwrap();
        let mut relay = Local::over(sqlite(data.path()), Limits::default());
        give_roster(&mut relay, &agency);
        let key = agency.supervisor.key.clone();
        let mut pen = Pen::new(&agency, &key, "maria");
        let group = agency.supervisor.group;
        let mut items = vec![pen.item_for(&[group]), pen.item()];
        for n in [2, 3] {
            let covers = vec![cover(&pen, n)];
            items.push(snapshot(&mut pen, group, covers));
        }
        Client::open(&mut relay, agency.id(), &key).push(&items);
        relay.relay.let_pass(later).unwrap();
        for item in items.split_off(2) {
            let word = pen.item_with(Parts {
                confirms: Some(ItemId::of(&item)),
                ..Parts::default()
            });
            Client::open(&mut relay, agency.id(), &key).push(&[word]);
        }
        assert_eq!(relay.relay.let_pass(GRACE_MS).unwrap(), destroyed);
    }
}

/// A clock that leaps, by whatever fault, adds minutes and no more.
#[test]
fn no_leap_of_a_clock_makes_thirty_days() {
    let storage = MemoryStorage::new(RelayIncarnation::from_bytes([5; 16]));
    let mut relay = handrail_relay::core::Relay::new(storage, Limits::default());
    relay.pass(u64::MAX).unwrap();
    let passed = relay.storage().running_ms().unwrap();
    assert!(passed > 0 && passed < GRACE_MS / 1_000, "{passed}");
}
