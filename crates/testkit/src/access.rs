//! Who can open what: somebody with a device's real keys, every roster entry and
//! everything that a relay stores.

use handrail_protocol::{DocumentId, DocumentKeyId, RosterState, UnverifiedItem};
use handrail_relay::storage::{MemoryStorage, ReadStorage};
use handrail_vault::{DeviceSecret, DocumentKey, GroupKeyring, Holder, open_item};

/// All items of an agency in a relay's storage, in its order.
pub fn items_of(storage: &MemoryStorage, roster: &RosterState) -> Vec<Vec<u8>> {
    let agency = roster.agency();
    let rows = storage.rows(agency, 0, usize::MAX).unwrap_or_default();
    rows.into_iter()
        .filter_map(|row| storage.content(agency, row.sequence).ok()?)
        .collect()
}

/// The keys that follow from a device's own.
pub struct Reader {
    keys: Vec<(DocumentId, DocumentKeyId, DocumentKey)>,
}

impl Reader {
    /// What this device can learn from these rosters and these items.
    pub fn of<'a>(
        secret: &DeviceSecret,
        rosters: impl IntoIterator<Item = &'a RosterState>,
        items: &[Vec<u8>],
    ) -> Self {
        let mut keyring = GroupKeyring::new();
        for roster in rosters {
            keyring.learn(roster, Holder::Device(secret));
        }
        let mut keys = Vec::new();
        for item in items {
            let Ok(item) = UnverifiedItem::parse(item) else {
                continue;
            };
            let header = item.header();
            for wrap in header.wraps() {
                if let Ok(key) = keyring.open_document_key(header.agency, header.document, wrap) {
                    keys.push((header.document, key.id(), key));
                }
            }
        }
        Self { keys }
    }

    /// Adds a key that the device keeps.
    pub fn add(&mut self, document: DocumentId, key: DocumentKey) {
        self.keys.push((document, key.id(), key));
    }

    /// Whether an item opens with any of the keys.
    pub fn opens(&self, item: &[u8]) -> bool {
        let Ok(item) = UnverifiedItem::parse(item) else {
            return false;
        };
        let item = item.trust_own_storage();
        let (document, key) = (item.header().document, item.header().document_key);
        self.keys
            .iter()
            .filter(|(of, id, _)| (*of, *id) == (document, key))
            .any(|(_, _, key)| open_item(&item, key).is_ok())
    }
}
