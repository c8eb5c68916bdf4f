//! A copy of every key that is on a device, made by a program that was changed.

use handrail_protocol::{DocumentId, DocumentKeyId, GroupId, UnverifiedItem};
use handrail_vault::{GroupKey, GroupKeyring, HeldGroupKey};

use super::Device;
use super::two::{World, unlock};

pub struct Copied {
    keyring: GroupKeyring,
    groups: Vec<GroupId>,
    /// Keys of the document that was asked for.
    pub documents: Vec<DocumentKeyId>,
}

impl Copied {
    /// It has a key of the group itself.
    pub fn holds(&self, group: &GroupId) -> bool {
        self.groups.contains(group)
    }
}

/// Every group's keys, and those of one document.
pub fn copy(world: &mut World, device: &mut Device, document: &DocumentId) -> Copied {
    device.crash();
    let database = super::database(device.folder.path());
    let read = database.read();
    let mut keyring = GroupKeyring::new();
    let mut groups = Vec::new();
    for row in read.group_keys().unwrap() {
        groups.push(row.group);
        keyring.insert(HeldGroupKey {
            group: row.group,
            epoch: row.epoch,
            key: GroupKey::from_bytes(*row.key),
        });
    }
    let epochs = read.key_epochs(document).unwrap().into_iter();
    let documents = epochs.map(|of| of.key_id).collect();
    drop(database);
    unlock(world, device);
    Copied {
        keyring,
        groups,
        documents,
    }
}

/// Whether a copy opens each item of a document that this device has, in the order in which the relay
/// has them, however the items come to it.
pub fn opens(
    copied: &Copied,
    world: &mut World,
    device: &mut Device,
    document: &DocumentId,
) -> Vec<bool> {
    device.crash();
    let database = super::database(device.folder.path());
    let rows = database.read().items_of(document, 0, u32::MAX).unwrap();
    let items: Vec<UnverifiedItem> = rows
        .iter()
        .map(|row| UnverifiedItem::parse(&row.bytes).unwrap())
        .collect();
    let mut held = copied.documents.clone();
    for item in &items {
        let header = item.header();
        for wrap in header.wraps() {
            let keyring = &copied.keyring;
            let opened = keyring.open_document_key(header.agency, *document, wrap);
            held.extend(opened.ok().map(|key| key.id()));
        }
    }
    drop(database);
    unlock(world, device);
    items
        .iter()
        .map(|item| held.contains(&item.header().document_key))
        .collect()
}
