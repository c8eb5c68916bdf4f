//! Access is a matter of keys: tried with the real keys of everybody, every roster
//! entry and everything that the relay stores (issue 3.1, 3.4).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{
    DeviceId, DocumentId, DocumentKind, Incarnation, Role, RosterState, UnverifiedItem, route,
};
use handrail_sync::memory::MemoryStore;
use handrail_testkit::access::{Reader, items_of};
use handrail_testkit::agency::TestAgency;
use handrail_testkit::item_simulation::ItemDevice;
use handrail_testkit::random::{bytes, seeded};
use handrail_testkit::world::{NodeInput, World};
use handrail_vault::{
    Desk, DraftedEntry, GroupKeyring, Holder, deactivate_member, remove_group_member, revoke_device,
};
use rand_chacha::ChaCha20Rng;

const SUPERVISOR: usize = 0;
const COACH: usize = 1;
const OTHER_COACH: usize = 2;
const PROGRAM_MANAGER: usize = 3;
const AGENCY_IT: usize = 4;
const A_MINUTE: u64 = 60_000;

struct Agency {
    world: World<ItemDevice>,
    people: TestAgency,
    /// The agency's document, then a participant of each coach.
    shared: DocumentId,
    participants: [DocumentId; 2],
    rng: ChaCha20Rng,
}

impl Agency {
    fn new() -> Self {
        let mut rng = seeded(21);
        let mut people = TestAgency::with_coaches(2, &mut rng).unwrap();
        let agency_group = people.agency_group;
        // Numbers for the agency's document; nothing at all for who runs the relay.
        for (role, groups) in [
            (Role::ProgramManager, vec![agency_group]),
            (Role::AgencyIt, vec![]),
        ] {
            people.add_person(role, false, groups, &mut rng).unwrap();
        }
        let mut world = World::new(22, people.roster.agency());
        let ids: [DocumentId; 3] = std::array::from_fn(|_| DocumentId::from_bytes(bytes(&mut rng)));
        for (index, member) in people.members.iter().enumerate() {
            let incarnation = Incarnation::from_bytes(bytes(&mut rng));
            let secret = member.secret.clone();
            let mut store = MemoryStore::new(secret, incarnation, &people.entries).unwrap();
            let own = match index {
                SUPERVISOR => Some((ids[0], DocumentKind::Agency, agency_group)),
                COACH => Some((ids[1], DocumentKind::Participant, member.caseload)),
                OTHER_COACH => Some((ids[2], DocumentKind::Participant, member.caseload)),
                _ => None,
            };
            if let Some((id, kind, group)) = own {
                store.create_document(id, kind, group, &mut rng);
                store.write(id, format!("first words of {index}").into_bytes());
            }
            world.add(ItemDevice::new(store));
        }
        world.run(A_MINUTE, 10_000);
        Self {
            world,
            people,
            shared: ids[0],
            participants: [ids[1], ids[2]],
            rng,
        }
    }

    fn items(&self) -> Vec<Vec<u8>> {
        items_of(self.world.relay_storage().unwrap(), &self.people.roster)
    }

    /// Documents with items, of these, that somebody's device opens.
    fn opened(&self, who: usize, items: &[Vec<u8>]) -> Vec<DocumentId> {
        let reader = self.reader(who);
        let mut opened: Vec<DocumentId> = items
            .iter()
            .filter(|item| reader.opens(item))
            .map(|item| UnverifiedItem::parse(item).unwrap().header().document)
            .collect();
        opened.sort_unstable();
        opened.dedup();
        opened
    }

    /// All keys that follow from the device's own, as of any roster there was.
    fn reader(&self, who: usize) -> Reader {
        let entries = &self.people.entries;
        let rosters: Vec<RosterState> = (1..=entries.len())
            .map(|count| RosterState::replay(entries[..count].iter().map(Vec::as_slice)).unwrap())
            .collect();
        Reader::of(&self.people.members[who].secret, &rosters, &self.items())
    }

    fn write(&mut self, index: usize, document: DocumentId, words: &str) {
        let change = words.as_bytes().to_vec();
        self.world
            .with_node(index, |node, _, _| node.store.write(document, change));
        self.world.give(index, NodeInput::Changed);
    }

    /// The supervisor's entry is posted and everybody hears of it.
    fn post(&mut self, draft: impl FnOnce(&Desk<'_>, &mut ChaCha20Rng) -> DraftedEntry) {
        let secret = self.people.members[SUPERVISOR].secret.clone();
        let signer = Holder::Device(&secret);
        let mut keyring = GroupKeyring::new();
        keyring.learn(&self.people.roster, signer);
        let desk = Desk {
            state: &self.people.roster,
            signer,
            keyring: &keyring,
        };
        let drafted = draft(&desk, &mut self.rng);
        let reply = self
            .world
            .ask_relay(false, true, route::ROSTER, None, &drafted.entry);
        assert_eq!(reply.unwrap().status, 201);
        self.people.entries.push(drafted.entry);
        self.people.roster = drafted.state;
        for index in 0..self.world.len() {
            self.world.give(index, NodeInput::Resumed);
        }
        self.world.run(A_MINUTE, 10_000);
    }

    /// Everybody who is there writes; answers the items that this made.
    fn later_items(&mut self) -> Vec<Vec<u8>> {
        let before = self.items().len();
        let [first, second] = self.participants;
        self.write(SUPERVISOR, self.shared, "later, for all");
        self.write(SUPERVISOR, first, "later, about the first");
        self.write(SUPERVISOR, second, "later, about the second");
        self.write(COACH, first, "later, by the coach");
        self.world.run(2 * A_MINUTE, 20_000);
        let later = self.items().split_off(before);
        assert!(later.len() >= 4, "they were sent");
        later
    }

    fn last_items(&self, device: DeviceId) -> Vec<LastItem> {
        let store = &self.world.node(SUPERVISOR).unwrap().store;
        let mut last: Vec<LastItem> = store
            .reaches()
            .into_iter()
            .filter(|(chain, n)| chain.device == device && *n > 0)
            .map(|(chain, n)| LastItem {
                document: chain.document,
                incarnation: chain.incarnation,
                n,
            })
            .collect();
        last.sort_unstable();
        last
    }
}

fn sorted(mut documents: Vec<DocumentId>) -> Vec<DocumentId> {
    documents.sort_unstable();
    documents
}

#[test]
fn a_program_manager_and_agency_it_open_no_participants_record() {
    let agency = Agency::new();
    let items = agency.items();
    let [first, second] = agency.participants;
    let all = agency.shared;
    // They who may can, so the others' failing means something.
    assert_eq!(
        agency.opened(SUPERVISOR, &items),
        sorted(vec![all, first, second])
    );
    assert_eq!(agency.opened(COACH, &items), sorted(vec![all, first]));
    assert_eq!(
        agency.opened(OTHER_COACH, &items),
        sorted(vec![all, second])
    );
    assert_eq!(agency.opened(PROGRAM_MANAGER, &items), [all]);
    assert_eq!(agency.opened(AGENCY_IT, &items), []);
}

#[test]
fn whoever_was_taken_out_opens_nothing_later() {
    let mut agency = Agency::new();
    let device = agency.people.members[OTHER_COACH].device();
    let before = agency.items();
    assert_eq!(agency.opened(OTHER_COACH, &before).len(), 2);
    let last = agency.last_items(device);
    agency.post(|desk, rng| revoke_device(desk, device, last, rng).unwrap());
    let later = agency.later_items();
    assert_eq!(agency.opened(OTHER_COACH, &later), []);
    assert_eq!(agency.opened(SUPERVISOR, &later).len(), 3);
    // What it had read stays readable to it, and is said so.
    assert_eq!(agency.opened(OTHER_COACH, &before).len(), 2);
}

#[test]
fn a_former_member_opens_nothing_later() {
    let mut agency = Agency::new();
    let member = agency.people.members[OTHER_COACH].member;
    let last = agency.last_items(agency.people.members[OTHER_COACH].device());
    agency.post(|desk, rng| deactivate_member(desk, member, |_| last.clone(), rng).unwrap());
    let later = agency.later_items();
    assert_eq!(agency.opened(OTHER_COACH, &later), []);
    assert_eq!(agency.opened(COACH, &later).len(), 2);
}

#[test]
fn who_leaves_a_group_opens_nothing_later_of_its_documents() {
    let mut agency = Agency::new();
    let manager = agency.people.members[PROGRAM_MANAGER].member;
    let group = agency.people.agency_group;
    agency.post(|desk, rng| remove_group_member(desk, group, manager, rng).unwrap());
    let later = agency.later_items();
    assert_eq!(agency.opened(PROGRAM_MANAGER, &later), []);
    assert_eq!(agency.opened(OTHER_COACH, &later).len(), 2);
}
