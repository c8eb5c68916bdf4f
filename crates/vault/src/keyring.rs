//! The group keys that a device holds.

use std::collections::BTreeMap;

use handrail_protocol::{
    AgencyId, DocumentId, DocumentKeyWrap, GroupId, HpkePublicKey, KeyWrap, Recipient, RosterState,
    SealedKey,
};
use rand_core::CryptoRng;

use crate::document_key::{WrapError, open_document_key, wrap_document_key};
use crate::seal::{DoesNotOpen, hpke_open, hpke_seal, open_key, seal_key};
use crate::secret::{DocumentKey, GroupKey, Holder};

/// One group key and its place.
pub struct HeldGroupKey {
    pub group: GroupId,
    pub epoch: u32,
    pub key: GroupKey,
}

/// What [`GroupKeyring::learn`] found, as (group, epoch).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    /// Now held; to be stored.
    pub new: Vec<(GroupId, u32)>,
    /// Sealed to this holder, and does not open or is not the key that the
    /// roster names. Whoever wrote the entry made a mistake, or worse; a new
    /// epoch mends it.
    pub damaged: Vec<(GroupId, u32)>,
}

/// Group keys by group and epoch.
#[derive(Default)]
pub struct GroupKeyring {
    keys: BTreeMap<(GroupId, u32), GroupKey>,
}

impl GroupKeyring {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a key; one that is held is not replaced, and the answer is `false`.
    pub fn insert(&mut self, held: HeldGroupKey) -> bool {
        let place = (held.group, held.epoch);
        if self.keys.contains_key(&place) {
            return false;
        }
        self.keys.insert(place, held.key);
        true
    }

    pub fn extend(&mut self, held: impl IntoIterator<Item = HeldGroupKey>) {
        for held in held {
            self.insert(held);
        }
    }

    pub fn get(&self, group: GroupId, epoch: u32) -> Option<&GroupKey> {
        self.keys.get(&(group, epoch))
    }

    /// The newest key held of a group.
    pub fn newest(&self, group: GroupId) -> Option<(u32, &GroupKey)> {
        self.keys
            .range((group, 0)..=(group, u32::MAX))
            .next_back()
            .map(|((_, epoch), key)| (*epoch, key))
    }

    /// All keys, by group, then epoch.
    pub fn iter(&self) -> impl Iterator<Item = (GroupId, u32, &GroupKey)> {
        self.keys
            .iter()
            .map(|((group, epoch), key)| (*group, *epoch, key))
    }

    /// Opens every key of the roster's groups that is sealed to this holder,
    /// and through each the keys of the epochs before it.
    pub fn learn(&mut self, roster: &RosterState, holder: Holder<'_>) -> Learned {
        let mut learned = Learned::default();
        let recipient = holder.recipient();
        for (id, group) in roster.groups() {
            let place = (id, group.epoch);
            if !self.keys.contains_key(&place) {
                let Some(wrap) = group.wrap(&recipient) else {
                    continue;
                };
                let named = |key: &GroupKey| group.key_id(group.epoch) == Some(key.id());
                let opened = open_group_key(roster.agency(), place, wrap, holder)
                    .ok()
                    .filter(named);
                let Some(key) = opened else {
                    learned.damaged.push(place);
                    continue;
                };
                self.remember(place, key, &mut learned);
            }
            for epoch in (group.first_epoch() + 1..=group.epoch).rev() {
                let earlier = (id, epoch - 1);
                if self.keys.contains_key(&earlier) {
                    continue;
                }
                let opened = self
                    .get(id, epoch)
                    .zip(group.previous(epoch))
                    .ok_or(DoesNotOpen)
                    .and_then(|(key, sealed)| {
                        open_previous(roster.agency(), (id, epoch), key, sealed)
                    });
                if let Some(key) = opened
                    .ok()
                    .filter(|key| group.key_id(epoch - 1) == Some(key.id()))
                {
                    self.remember(earlier, key, &mut learned);
                } else {
                    learned.damaged.push(earlier);
                    break;
                }
            }
        }
        learned
    }

    /// Forgets the keys of a group from before an epoch, and wipes them.
    pub fn forget_before(&mut self, group: GroupId, epoch: u32) {
        self.keys
            .retain(|(of, known), _| *of != group || *known >= epoch);
    }

    fn remember(&mut self, place: (GroupId, u32), key: GroupKey, learned: &mut Learned) {
        self.keys.insert(place, key);
        learned.new.push(place);
    }

    /// Opens a document key with the group key that its wrap names.
    pub fn open_document_key(
        &self,
        agency: AgencyId,
        document: DocumentId,
        wrap: &DocumentKeyWrap,
    ) -> Result<DocumentKey, WrapError> {
        let key = self
            .get(wrap.group, wrap.epoch)
            .ok_or(WrapError::NoGroupKey)?;
        open_document_key(agency, document, wrap, key)
    }

    /// Seals a document key under the newest key held of a group; `None` when
    /// none is held.
    pub fn wrap_document_key(
        &self,
        agency: AgencyId,
        document: DocumentId,
        group: GroupId,
        key: &DocumentKey,
        rng: &mut impl CryptoRng,
    ) -> Option<DocumentKeyWrap> {
        let (epoch, group_key) = self.newest(group)?;
        Some(wrap_document_key(
            agency,
            document,
            (group, epoch, group_key),
            key,
            rng,
        ))
    }
}

/// Seals a group key to one recipient.
pub(crate) fn wrap_group_key(
    agency: AgencyId,
    (group, epoch): (GroupId, u32),
    key: &GroupKey,
    recipient: Recipient,
    to: &HpkePublicKey,
    rng: &mut impl CryptoRng,
) -> Result<KeyWrap, DoesNotOpen> {
    let info = group_info(agency, group, epoch, &recipient);
    let (encapsulated, ciphertext) = hpke_seal(to, &info, key.expose(), rng)?;
    Ok(KeyWrap {
        recipient,
        encapsulated,
        ciphertext,
    })
}

/// Seals the key of epoch `epoch - 1` under the key of `epoch`.
pub(crate) fn seal_previous(
    agency: AgencyId,
    (group, epoch): (GroupId, u32),
    key: &GroupKey,
    previous: &GroupKey,
    rng: &mut impl CryptoRng,
) -> SealedKey {
    let aad = epoch_place(agency, group, epoch);
    SealedKey(seal_key(
        key.expose(),
        EPOCH_LABEL,
        &aad,
        previous.expose(),
        rng,
    ))
}

const EPOCH_LABEL: &[u8] = b"handrail epoch v1";

fn open_previous(
    agency: AgencyId,
    (group, epoch): (GroupId, u32),
    key: &GroupKey,
    sealed: &SealedKey,
) -> Result<GroupKey, DoesNotOpen> {
    let aad = epoch_place(agency, group, epoch);
    open_key(key.expose(), EPOCH_LABEL, &aad, &sealed.0).map(|bytes| GroupKey::from_bytes(*bytes))
}

fn open_group_key(
    agency: AgencyId,
    (group, epoch): (GroupId, u32),
    wrap: &KeyWrap,
    holder: Holder<'_>,
) -> Result<GroupKey, DoesNotOpen> {
    let info = group_info(agency, group, epoch, &wrap.recipient);
    let private = holder.pair().hpke_private();
    hpke_open(&private, &info, &wrap.encapsulated, &wrap.ciphertext)
        .map(|bytes| GroupKey::from_bytes(*bytes))
}

/// HPKE `info`: `"handrail group v1" || agency || group || epoch || recipient id`.
fn group_info(agency: AgencyId, group: GroupId, epoch: u32, recipient: &Recipient) -> Vec<u8> {
    [
        b"handrail group v1".as_slice(),
        &epoch_place(agency, group, epoch),
        recipient.key_id().as_bytes(),
    ]
    .concat()
}

fn epoch_place(agency: AgencyId, group: GroupId, epoch: u32) -> Vec<u8> {
    [
        agency.as_bytes().as_slice(),
        group.as_bytes(),
        &epoch.to_be_bytes(),
    ]
    .concat()
}

#[cfg(test)]
mod tests;
