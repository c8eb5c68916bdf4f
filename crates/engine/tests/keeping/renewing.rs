//! Who was forgotten is opened by no key that remains, whoever kept a copy of the relay's data
//! (issue 3.8).

use crate::support::Device;
use crate::support::two::{World, add, invite, join, keep_the_kit, log, person, pill, supervisor};
use handrail_engine::api::{
    CertificateView, Command, EngineError, ForgetReason, KeysView, Query, Reply, Role, SyncState,
};
use handrail_protocol::{DocumentId, DocumentKeyId, RosterState, UnverifiedItem};
use handrail_relay::storage::{MemoryStorage, ReadStorage};
use handrail_vault::{
    Content, DeviceSecret, DocumentKey, GroupKey, GroupKeyring, HeldGroupKey, Holder,
    InvitationKeys, InvitationLink, RootKeys, RootSecret, open_item,
};

/// Every key that is left on a device, whatever it is for.
#[derive(Default)]
struct Left {
    devices: Vec<DeviceSecret>,
    links: Vec<InvitationKeys>,
    root: Option<RootKeys>,
    groups: Vec<HeldGroupKey>,
    documents: Vec<(DocumentKeyId, [u8; 32])>,
    roster: Vec<Vec<u8>>,
}

impl Left {
    fn take(&mut self, world: &mut World, device: &mut Device) {
        device.crash();
        let database = crate::support::database(device.folder.path());
        let read = database.read();
        let id = read.meta("device_id").unwrap();
        for name in ["device_secret", "device_secret_next"] {
            let Some(bytes) = read.meta(name).unwrap() else {
                continue;
            };
            let mut secret = DeviceSecret::from_bytes(bytes.as_slice().try_into().unwrap());
            if let Some(id) = &id {
                let id = handrail_protocol::DeviceId::from_slice(id).unwrap();
                secret = secret.known_as(id);
            }
            self.devices.push(secret);
        }
        let root = read.meta("root_secret").unwrap();
        if let Some(bytes) = root {
            let secret = RootSecret::from_bytes(bytes.as_slice().try_into().unwrap());
            self.root = Some(secret.keys());
        }
        let entries = read.roster_entries(None).unwrap();
        self.roster = entries.into_iter().map(|row| row.bytes).collect();
        let state = RosterState::replay(self.roster.iter().map(Vec::as_slice)).unwrap();
        for invitation in state.invitations() {
            let link = read.meta(&format!("invitation:{}", invitation.id)).unwrap();
            if let Some(link) = link {
                let text = String::from_utf8(link.to_vec()).unwrap();
                self.links
                    .push(InvitationLink::parse(&text).unwrap().keys());
            }
        }
        for row in read.group_keys().unwrap() {
            self.groups.push(HeldGroupKey {
                group: row.group,
                epoch: row.epoch,
                key: GroupKey::from_bytes(*row.key),
            });
        }
        for known in read.grouped_documents().unwrap() {
            for row in read.document_keys(&known.document).unwrap() {
                self.documents.push((row.key_id, *row.key));
            }
        }
        drop(database);
        crate::support::two::unlock(world, device);
    }

    /// How many items with content of a document open out of a copy of the relay's data, with
    /// everything that follows from the keys that are left and from the whole roster.
    fn opened(self, storage: &MemoryStorage, document: &DocumentId) -> usize {
        let mut keyring = GroupKeyring::new();
        keyring.extend(self.groups);
        for end in 1..=self.roster.len() {
            let entries = self.roster[..end].iter().map(Vec::as_slice);
            let state = RosterState::replay(entries).unwrap();
            let devices = self.devices.iter().map(Holder::Device);
            let links = self.links.iter().map(Holder::Invitation);
            let root = self.root.iter().map(Holder::Root);
            for holder in devices.chain(links).chain(root) {
                keyring.learn(&state, holder);
            }
        }
        let state = RosterState::replay(self.roster.iter().map(Vec::as_slice)).unwrap();
        let agency = state.agency();
        let mut keys = self.documents;
        let mut items = Vec::new();
        for row in storage.rows(agency, 0, 100_000).unwrap() {
            let bytes = storage.content(agency, row.sequence).unwrap();
            let Some(bytes) = bytes.filter(|bytes| !bytes.is_empty()) else {
                continue;
            };
            let item = UnverifiedItem::parse(&bytes).unwrap();
            if item.header().document != *document {
                continue;
            }
            for wrap in item.header().wraps() {
                if let Ok(key) = keyring.open_document_key(agency, *document, wrap) {
                    keys.push((key.id(), *key.expose()));
                }
            }
            items.push(item.trust_own_storage());
        }
        let opens = |item: &handrail_protocol::VerifiedItem| {
            keys.iter()
                .filter(|(id, _)| *id == item.header().document_key)
                .any(|(_, key)| {
                    let key = DocumentKey::from_bytes(*key);
                    !matches!(open_item(item, &key), Err(_) | Ok(Content::Tombstone))
                })
        };
        items.iter().filter(|item| opens(item)).count()
    }
}

struct Team {
    world: World,
    sam: Device,
    cory: Device,
    dana: Device,
}

impl Team {
    fn new() -> Self {
        let mut world = World::new();
        let mut sam = supervisor(&mut world);
        let link = invite(&mut world, &mut sam, Role::Coach);
        let cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
        let link = invite(&mut world, &mut sam, Role::Coach);
        let dana = join(&mut world, 3, &link, "Dana Coach").unwrap();
        let mut team = Self {
            world,
            sam,
            cory,
            dana,
        };
        team.settle();
        team
    }

    fn settle(&mut self) {
        for _ in 0..5 {
            for device in [&mut self.sam, &mut self.cory, &mut self.dana] {
                self.world.sync(device);
            }
        }
    }

    fn left(&mut self) -> Left {
        let mut left = Left::default();
        for device in [&mut self.sam, &mut self.cory, &mut self.dana] {
            left.take(&mut self.world, device);
        }
        left
    }
}

fn certificate(device: &mut Device) -> CertificateView {
    match device.query(Query::Forgetting) {
        Reply::Forgetting(view) => view.certificates[0].clone(),
        other => panic!("{other:?}"),
    }
}

fn forget(device: &mut Device, participant: &str) {
    let order = Command::Forget {
        participant: participant.to_owned(),
        reason: ForgetReason::Asked,
    };
    device.order(order).unwrap();
}

/// Issue 3.8: the proof.
#[test]
fn no_key_that_remains_opens_a_copy_of_the_relay_from_before_and_the_living_open_everywhere() {
    let mut team = Team::new();
    let ray = add(&mut team.cory, "Ray Example");
    let olga = add(&mut team.cory, "Olga Stays");
    let hugo = add(&mut team.dana, "Hugo Elsewhere");
    log(&mut team.cory, &ray, "At the bedside.");
    log(&mut team.cory, &olga, "Olga's note.");
    team.settle();
    log(&mut team.sam, &ray, "Supervisor's note.");
    team.settle();
    let document: DocumentId = ray.parse().unwrap();
    let backup = team.world.relay.storage().clone();
    assert!(team.left().opened(&backup, &document) >= 2);

    forget(&mut team.sam, &ray);
    team.settle();
    // Deleting is not enough: a copy opens still, and the certificate says so.
    assert!(team.left().opened(&backup, &document) >= 2);
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Old);
    let refused = team.cory.order(Command::RenewKeys);
    assert_eq!(refused, Err(EngineError::NotAllowed));

    // The recovery kit opens everything, and has to leave the device first.
    let unconfirmed = team.sam.order(Command::RenewKeys);
    assert_eq!(unconfirmed, Err(EngineError::KitUnconfirmed));
    keep_the_kit(&mut team.sam);

    // Cory is away: not all have renewed.
    team.sam.order(Command::RenewKeys).unwrap();
    for _ in 0..3 {
        team.world.sync(&mut team.sam);
        team.world.sync(&mut team.dana);
    }
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewing(1));
    let mut without_cory = Left::default();
    for device in [&mut team.sam, &mut team.dana] {
        without_cory.take(&mut team.world, device);
    }
    assert_eq!(without_cory.opened(&backup, &document), 0);
    assert!(team.left().opened(&backup, &document) > 0, "Cory's keys do");
    // He comes back with a note written under the old keys.
    log(&mut team.cory, &olga, "Written while the keys changed.");
    team.settle();
    team.settle();
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewed);
    assert_eq!(certificate(&mut team.cory).keys, KeysView::Renewed);

    // Nothing of Ray opens any more, out of the copy or of what the relay has now.
    assert_eq!(team.left().opened(&backup, &document), 0);
    let now = team.world.relay.storage().clone();
    assert_eq!(team.left().opened(&now, &document), 0);

    // All others open, for the old devices and for one that joins now.
    for other in [&olga, &hugo] {
        assert!(team.left().opened(&now, &other.parse().unwrap()) > 0);
    }
    log(&mut team.cory, &olga, "Under the new keys.");
    team.settle();
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
    team.settle();
    team.world.sync(&mut uma);
    let notes = |device: &mut Device| person(device, &olga).unwrap().timeline.len();
    assert_eq!((notes(&mut team.sam), notes(&mut team.cory)), (3, 3));
    assert_eq!(notes(&mut uma), 3);
    assert!(person(&mut uma, &ray).is_none() && person(&mut uma, &hugo).is_some());
    for device in [&mut team.sam, &mut team.cory, &mut team.dana, &mut uma] {
        let view = pill(device);
        assert!(
            view.state == SyncState::Idle && view.waiting == 0 && view.quarantined == 0,
            "{view:?}"
        );
    }
    // A second time there is nothing to renew.
    team.sam.order(Command::RenewKeys).unwrap();
    let entries = team.left().roster.len();
    team.settle();
    assert_eq!(team.left().roster.len(), entries);
}

/// Issue 3.8: a link that somebody could still use opens what its invitation was given.
#[test]
fn a_device_keeps_its_old_key_as_long_as_it_shows_a_link_from_before() {
    let mut team = Team::new();
    let ray = add(&mut team.cory, "Ray Example");
    log(&mut team.cory, &ray, "At the bedside.");
    team.settle();
    keep_the_kit(&mut team.sam);
    let link = invite(&mut team.world, &mut team.sam, Role::Supervisor);
    team.settle();
    forget(&mut team.sam, &ray);
    team.settle();
    team.sam.order(Command::RenewKeys).unwrap();
    team.settle();
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewing(1));
    // The link is used: who came in holds new keys only.
    let mut uma = join(&mut team.world, 4, &link, "Uma Supervisor").unwrap();
    team.settle();
    team.world.sync(&mut uma);
    team.settle();
    assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewed);
}

/// Issue 3.8: a device that is killed while it takes its new key opens everything afterwards.
#[test]
fn a_device_that_lost_the_answer_to_its_new_key_has_it_all_the_same() {
    use crate::support::two::Lose;
    for lose in [Lose::Entry, Lose::Answer] {
        let mut team = Team::new();
        let ray = add(&mut team.cory, "Ray Example");
        let olga = add(&mut team.cory, "Olga Stays");
        log(&mut team.cory, &olga, "Before.");
        team.settle();
        keep_the_kit(&mut team.sam);
        forget(&mut team.sam, &ray);
        team.settle();
        team.sam.order(Command::RenewKeys).unwrap();
        for _ in 0..3 {
            team.world.sync(&mut team.sam);
        }
        team.world.lose = Some(lose);
        team.world.sync(&mut team.cory);
        assert!(team.world.lose.is_none(), "the new key was sent");
        team.cory.crash();
        team.world.cut = false;
        crate::support::two::unlock(&mut team.world, &mut team.cory);
        team.settle();
        assert_eq!(certificate(&mut team.sam).keys, KeysView::Renewed);
        log(&mut team.sam, &olga, "After.");
        team.settle();
        assert_eq!(person(&mut team.cory, &olga).unwrap().timeline.len(), 2);
    }
}
