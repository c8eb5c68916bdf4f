//! The hand of a member with real keys and a changed program.

use std::collections::BTreeMap;
use std::sync::Arc;

use ed25519_dalek::SigningKey;
use handrail_protocol::frames::append_frame;
use handrail_protocol::item::SnapshotCover;
use handrail_protocol::message::{
    self, ChallengeReply, ChallengeRequest, ItemOutcome, ItemsReply, SessionReply,
};
use handrail_protocol::{
    DocumentId, DocumentKeyId, DocumentKind, GroupId, Incarnation, ItemId, KeyId, RosterHead,
    UnverifiedItem, route,
};
use handrail_relay::storage::{MemoryStorage, NewItem, Storage, Stream, Wrapped};
use handrail_sync::SyncStore;
use handrail_sync::memory::MemoryStore;
use handrail_vault::{Content, DeviceSecret, DocumentKey, Holder, ItemDraft, seal_item};
use rand_chacha::ChaCha20Rng;

use super::story::Story;
use crate::forge;
use crate::random::bytes;

/// The keys of a device, and its own idea of what to do with them.
pub(super) struct Hand {
    pub(super) store: MemoryStore,
    pub(super) secret: Arc<DeviceSecret>,
    pub(super) signer: SigningKey,
    /// A life of its own, apart from that of the honest program.
    pub(super) incarnation: Incarnation,
    chains: BTreeMap<DocumentId, (u64, Option<ItemId>)>,
}

impl Hand {
    /// Takes over the device: its honest program is not heard of again.
    pub(super) fn of(story: &mut Story, index: usize, rng: &mut ChaCha20Rng) -> Option<Self> {
        story.away.insert(index);
        story.world.cut_off(index, u64::MAX / 4);
        let secret = story.member(index)?.secret.clone();
        Some(Self {
            store: story.world.node(index)?.store.clone(),
            signer: forge::signing_key(&secret)?,
            secret,
            incarnation: Incarnation::from_bytes(bytes(rng)),
            chains: BTreeMap::new(),
        })
    }

    /// The newest key of a document that the device can open.
    pub(super) fn key(&self, document: DocumentId) -> Option<DocumentKey> {
        let mut store = self.store.clone();
        store
            .transaction(|tx| {
                let newest = tx.document_keys(&document)?.last().copied();
                match newest {
                    Some(info) => tx.document_key(&document, &info.id),
                    None => Ok(None),
                }
            })
            .ok()?
    }

    pub(super) fn head(&self) -> RosterHead {
        self.store.roster().head()
    }

    /// What the next item of this hand in a document says of itself.
    pub(super) fn draft(&self, document: DocumentId) -> ItemDraft {
        let (n, previous) = self.chains.get(&document).copied().unwrap_or((0, None));
        ItemDraft {
            agency: self.store.roster().agency(),
            document,
            incarnation: self.incarnation,
            n: n + 1,
            previous,
            roster: self.head(),
            covers: Vec::new(),
            document_kind: DocumentKind::Participant,
            assignment: None,
            forget: None,
            says: handrail_vault::Statements::default(),
            wraps: Vec::new(),
        }
    }

    /// Seals this as the draft says, and remembers it as the end of the chain.
    pub(super) fn seal(
        &mut self,
        draft: &ItemDraft,
        content: &Content,
        key: &DocumentKey,
        rng: &mut ChaCha20Rng,
    ) -> Option<Vec<u8>> {
        let item = seal_item(draft, content, key, &self.secret, rng).ok()?;
        self.chains
            .insert(draft.document, (draft.n, Some(item.id())));
        Some(item.into_bytes())
    }

    /// A change in a document that this device may write.
    pub(super) fn change(
        &mut self,
        document: DocumentId,
        change: &[u8],
        rng: &mut ChaCha20Rng,
    ) -> Option<Vec<u8>> {
        let key = self.key(document)?;
        let draft = self.draft(document);
        self.seal(&draft, &Content::Changes(vec![change.to_vec()]), &key, rng)
    }

    /// A snapshot that claims to stand for all of these.
    pub(super) fn snapshot(
        &mut self,
        document: DocumentId,
        covers: Vec<SnapshotCover>,
        changes: &[Vec<u8>],
        rng: &mut ChaCha20Rng,
    ) -> Option<Vec<u8>> {
        let key = self.key(document)?;
        let mut saved = Vec::new();
        for change in changes {
            append_frame(&mut saved, change);
        }
        let draft = ItemDraft {
            covers,
            ..self.draft(document)
        };
        self.seal(&draft, &Content::Snapshot(saved), &key, rng)
    }

    /// A change in a document of others, under a key of this hand's own making
    /// that it wraps for a group of its own.
    pub(super) fn change_elsewhere(
        &mut self,
        document: DocumentId,
        group: GroupId,
        change: &[u8],
        rng: &mut ChaCha20Rng,
    ) -> Option<Vec<u8>> {
        let key = DocumentKey::generate(rng);
        let agency = self.store.roster().agency();
        let keyring = self.store.transaction(|tx| tx.keyring()).ok()?;
        let wrap = keyring.wrap_document_key(agency, document, group, &key, rng)?;
        let draft = ItemDraft {
            wraps: vec![wrap],
            ..self.draft(document)
        };
        self.seal(&draft, &Content::Changes(vec![change.to_vec()]), &key, rng)
    }

    /// Opens a session as this device and pushes items, as its program would; the
    /// answers, or the status when there are none.
    pub(super) fn push(
        &self,
        story: &mut Story,
        items: &[Vec<u8>],
    ) -> Result<Vec<ItemOutcome>, u16> {
        let agency = story.agency_id();
        let holder = Holder::Device(&self.secret);
        let key: KeyId = holder.key_id();
        let asked = message::encode(&ChallengeRequest { agency, key });
        let challenge: ChallengeReply = answer(story, route::SESSION_CHALLENGE, None, &asked)?;
        let request = message::encode(&holder.answer_challenge(agency, &challenge.nonce));
        let session: SessionReply = answer(story, route::SESSION, None, &request)?;
        let authorization = session.token.authorization();
        let mut outcomes = Vec::new();
        for part in items.chunks(100) {
            let mut body = Vec::new();
            for item in part {
                append_frame(&mut body, item);
            }
            let reply: ItemsReply = answer(story, route::ITEMS_HEAL, Some(&authorization), &body)?;
            outcomes.extend(reply.answers.into_iter().map(|answer| answer.outcome));
        }
        Ok(outcomes)
    }
}

fn answer<T: for<'b> minicbor::Decode<'b, ()>>(
    story: &mut Story,
    path: &str,
    authorization: Option<&str>,
    body: &[u8],
) -> Result<T, u16> {
    let reply = story
        .world
        .ask_relay(false, true, path, authorization, body)
        .ok_or(0_u16)?;
    if reply.status != 200 {
        return Err(reply.status);
    }
    message::decode(&reply.body).map_err(|_| reply.status)
}

/// The relay stores an item that it should refuse, and gives it to everybody.
pub(super) fn smuggle(
    story: &mut Story,
    other: bool,
    items: &[Vec<u8>],
    rng: &mut ChaCha20Rng,
) -> Option<()> {
    let storage = if other {
        story.world.other_storage()
    } else {
        story.world.relay_storage()
    };
    let mut storage: MemoryStorage = storage?.clone();
    let groups: Vec<GroupId> = story.agency.roster.groups().map(|(id, _)| id).collect();
    for item in items {
        let header = UnverifiedItem::parse(item)
            .ok()
            .map(|item| item.header().clone());
        let document = header.as_ref().map_or_else(
            || DocumentId::from_bytes(bytes(rng)),
            |header| header.document,
        );
        // Not the item's own key: the relay's tables stay as they were.
        let key = DocumentKeyId::from_bytes(bytes(rng));
        let home = story.documents.iter().find(|known| known.id == document);
        let readers = home.map_or_else(|| groups.clone(), |home| vec![home.group]);
        let wraps = readers.into_iter().map(|group| Wrapped { group, key });
        let new = NewItem {
            id: ItemId::of(item),
            stream: Stream {
                document,
                device: header.map_or_else(|| story.device(0), |header| header.writer),
                incarnation: Incarnation::from_bytes(bytes(rng)),
            },
            n: 1,
            key,
            snapshot: false,
            wraps: wraps.collect(),
            covers: Vec::new(),
            assignment: None,
            confirms: None,
            holds: Vec::new(),
            tombstone: false,
            receipt: false,
            bytes: item.clone(),
        };
        // It may have it already.
        let _ = storage.append_item(story.agency_id(), &new);
    }
    story.world.put_storage(other, storage);
    story.world.hint();
    Some(())
}
