//! What a member can do with real keys and a changed program: through the relay
//! as it should be, which refuses most of it, and with a relay that helps.

use handrail_protocol::item::SnapshotCover;
use handrail_protocol::message::{ItemOutcome, RejectReason};
use handrail_protocol::roster::{RosterBody, Signer};
use handrail_protocol::{
    DocumentId, ForgetOrder, ForgetReason, ItemHeader, ItemId, ItemKind, Operation, Role,
    UnverifiedItem, WriterPosition,
};
use handrail_vault::{Content, ItemDraft, Receipt};
use rand_chacha::ChaCha20Rng;

use super::{Attack, items_of};
use crate::forge;
use crate::hostile_simulation::hand::{Hand, smuggle};
use crate::hostile_simulation::scenario::Scenario;
use crate::hostile_simulation::story::{COACH, FOUNDER, OTHER_COACH, SECOND, Story};
use crate::world::{Deed, Malice};

/// What nobody may ever find in a document.
pub(in crate::hostile_simulation) const FORGED: &[u8] = b"forged";
/// Past the ratio up to which content may inflate.
const BOMB_BYTES: usize = 4 << 20;
/// More than anybody wrote.
const TOO_MANY: u64 = 1_000;

impl Attack {
    pub(super) fn act_as_a_member(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        if self.scenario == Scenario::RevokedDeviceGoesOn {
            story.world.run(30_000, 5_000);
            self.take_out(story, OTHER_COACH, rng);
        }
        let Some(mut hand) = Hand::of(story, OTHER_COACH, rng) else {
            return;
        };
        let done = match self.scenario {
            Scenario::MemberForgesWriter => forge_writer(story, &hand, rng),
            Scenario::MemberWritesIntoOthersDocument => write_elsewhere(story, &mut hand, rng),
            Scenario::RevokedDeviceGoesOn => go_on(story, &mut hand, rng),
            Scenario::MemberForksOwnChain => fork_chain(story, &mut hand, rng),
            Scenario::SnapshotCoversTooMuch => cover_too_much(story, &mut hand, rng),
            Scenario::ZipBomb => send_a_bomb(story, &hand, rng),
            Scenario::TinyItems => send_many(story, &mut hand, self.many, rng),
            Scenario::ReceiptsLie => lie_in_receipts(story, &mut hand, rng),
            Scenario::MemberSignsRoster => sign_roster(story, &hand),
            Scenario::MemberOrdersForgetting => order_forgetting(story, &hand, rng),
            _ => None,
        };
        self.done |= done.is_some();
        self.hand = Some(hand);
    }
}

fn change_header(hand: &Hand, document: DocumentId) -> Option<ItemHeader> {
    let draft = hand.draft(document);
    Some(ItemHeader {
        agency: draft.agency,
        document,
        kind: ItemKind::Change,
        writer: hand.secret.id(),
        incarnation: draft.incarnation,
        n: draft.n,
        previous: draft.previous,
        document_key: hand.key(document)?.id(),
        roster: draft.roster,
        body_length: 72,
        covers: None,
        wraps: None,
        document_kind: None,
        assignment: None,
        forget: None,
        confirms: None,
        holds: None,
    })
}

fn forge_writer(story: &mut Story, hand: &Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    let header = ItemHeader {
        writer: story.device(FOUNDER),
        ..change_header(hand, own)?
    };
    let plaintext = forge::plaintext_of_change(FORGED)?;
    let mut forged = vec![forge::item(
        header,
        &plaintext,
        &hand.key(own)?,
        &hand.signer,
        rng,
    )?];
    // What others wrote, under other headers.
    let honest = items_of(story.world.relay_storage(), story);
    let of_others = honest.iter().rev().filter(|(_, item)| {
        UnverifiedItem::parse(item).is_ok_and(|item| item.header().writer != hand.secret.id())
    });
    for (_, item) in of_others.take(8) {
        forged.extend(forge::under_another_header(item, |header| {
            header.document = own;
        }));
        forged.extend(forge::under_another_header(item, |header| {
            header.n += 1;
            header.previous = header.previous.or(Some(ItemId::of(item)));
        }));
        forged.extend(forge::under_another_header(item, |header| {
            header.roster = hand.head();
            header.writer = hand.secret.id();
        }));
    }
    forged.retain(|item| honest.iter().all(|(_, honest)| honest != item));
    refused(hand.push(story, &forged), RejectReason::BadSignature)?;
    smuggle(story, false, &forged, rng)
}

fn order_forgetting(story: &mut Story, hand: &Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    let key = hand.key(own)?;
    let plaintext = forge::plaintext_of_change(FORGED)?;
    let mut items = Vec::new();
    for document in [own, story.participant_of(COACH)?] {
        let draft = hand.draft(document);
        let header = ItemHeader {
            document,
            kind: ItemKind::Tombstone,
            n: draft.n,
            previous: draft.previous,
            forget: Some(ForgetOrder {
                reason: ForgetReason::Asked,
                rule: Vec::new(),
                at_ms: 7,
                ended_holds: Vec::new(),
            }),
            ..change_header(hand, own)?
        };
        items.push(forge::item(header, &plaintext, &key, &hand.signer, rng)?);
    }
    refused(hand.push(story, &items), RejectReason::NotInGroup)?;
    smuggle(story, false, &items, rng)
}

fn write_elsewhere(story: &mut Story, hand: &mut Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own_group = story.member(OTHER_COACH)?.caseload;
    let mut items = Vec::new();
    for document in [story.participant_of(COACH)?, story.caseload_of(COACH)?] {
        items.push(hand.change_elsewhere(document, own_group, FORGED, rng)?);
    }
    refused(hand.push(story, &items), RejectReason::NotInGroup)?;
    smuggle(story, false, &items, rng)
}

fn go_on(story: &mut Story, hand: &mut Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    // In a new life, and at the end of the chain that counts.
    let mut items = vec![hand.change(own, FORGED, rng)?];
    let chain = hand
        .store
        .reaches()
        .into_iter()
        .find(|(chain, _)| chain.document == own && chain.device == hand.secret.id());
    if let Some((chain, n)) = chain {
        let header = ItemHeader {
            incarnation: chain.incarnation,
            n: n + 1,
            previous: Some(ItemId::of(FORGED)),
            ..change_header(hand, own)?
        };
        let plaintext = forge::plaintext_of_change(FORGED)?;
        items.push(forge::item(
            header,
            &plaintext,
            &hand.key(own)?,
            &hand.signer,
            rng,
        )?);
    }
    // The relay keeps what comes late, for readers to set aside.
    let stored = |outcome: &ItemOutcome| matches!(outcome, ItemOutcome::Stored { .. });
    if !hand.push(story, &items).ok()?.iter().all(stored) {
        return None;
    }
    smuggle(story, false, &items, rng)?;
    story.write(FOUNDER, own, rng);
    story.write(SECOND, own, rng);
    Some(())
}

fn fork_chain(story: &mut Story, hand: &mut Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    let mut untruth = |words: &[u8]| {
        story.untruths.insert((own, words.to_vec()));
        words.to_vec()
    };
    let [first, one, two, later] =
        ["first", "this", "that", "later"].map(|words| untruth(words.as_bytes()));
    let key = hand.key(own)?;
    let mut seal = |hand: &mut Hand, draft: &ItemDraft, words: &Vec<u8>| {
        hand.seal(draft, &Content::Changes(vec![words.clone()]), &key, rng)
    };
    let draft = hand.draft(own);
    let a = seal(hand, &draft, &first)?;
    let next = hand.draft(own);
    let b = seal(hand, &next, &one)?;
    let again = seal(hand, &next, &two)?;
    let far = ItemDraft {
        n: 9,
        ..hand.draft(own)
    };
    let gap = seal(hand, &far, &later)?;
    let outcomes = hand.push(story, &[a, b, again.clone(), gap]).ok()?;
    if outcomes.get(2) != Some(&ItemOutcome::Rejected(RejectReason::CounterConflict)) {
        return None;
    }
    smuggle(story, false, &[again], rng)
}

fn cover_too_much(story: &mut Story, hand: &mut Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    // The second supervisor is away and will hear of all at once.
    story.world.cut_off(SECOND, 20_000);
    let mut covers: Vec<SnapshotCover> = Vec::new();
    for index in [FOUNDER, SECOND] {
        // Under any life that the device ever had.
        let incarnation = story.world.node(index)?.store.incarnation();
        covers.push(SnapshotCover {
            device: story.device(index),
            incarnation,
            n: TOO_MANY,
        });
    }
    covers.sort_unstable();
    // What the founder writes before the snapshot comes to the relay after it.
    story.world.cut_off(FOUNDER, 8_000);
    story.write(FOUNDER, own, rng);
    let words = b"a snapshot without the words of others".to_vec();
    story.untruths.insert((own, words.clone()));
    let item = hand.snapshot(own, covers, &[words], rng)?;
    let outcomes = hand.push(story, &[item]).ok()?;
    if !matches!(outcomes.first(), Some(ItemOutcome::Stored { .. })) {
        return None;
    }
    story.write(FOUNDER, own, rng);
    story.world.run(10_000, 5_000);
    story.write(FOUNDER, own, rng);
    story.write(SECOND, own, rng);
    Some(())
}

fn send_a_bomb(story: &mut Story, hand: &Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    let key = hand.key(own)?;
    let plaintext = forge::bomb(BOMB_BYTES)?;
    let header = change_header(hand, own)?;
    let item = forge::item(header, &plaintext, &key, &hand.signer, rng)?;
    let outcomes = hand.push(story, &[item]).ok()?;
    matches!(outcomes.first(), Some(ItemOutcome::Stored { .. })).then_some(())
}

fn send_many(story: &mut Story, hand: &mut Hand, many: usize, rng: &mut ChaCha20Rng) -> Option<()> {
    let own = story.participant_of(OTHER_COACH)?;
    let mut items = Vec::with_capacity(many);
    for number in 0..many {
        let words = format!("tiny {number}").into_bytes();
        items.push(hand.change(own, &words, rng)?);
        story.untruths.insert((own, words));
    }
    let outcomes = hand.push(story, &items).ok()?;
    outcomes
        .iter()
        .all(|outcome| matches!(outcome, ItemOutcome::Stored { .. }))
        .then_some(())
}

fn lie_in_receipts(story: &mut Story, hand: &mut Hand, rng: &mut ChaCha20Rng) -> Option<()> {
    let caseload = story.caseload_of(OTHER_COACH)?;
    let key = hand.key(caseload)?;
    let mut holds = Vec::new();
    for index in [FOUNDER, COACH, SECOND] {
        let incarnation = story.world.node(index)?.store.incarnation();
        for owner in [COACH, OTHER_COACH] {
            holds.push(WriterPosition {
                document: story.participant_of(owner)?,
                device: story.device(index),
                incarnation,
                n: TOO_MANY,
            });
        }
    }
    let receipt = Receipt {
        holds,
        roster: hand.head(),
        at_ms: 0,
    };
    let draft = hand.draft(caseload);
    let item = hand.seal(&draft, &Content::Receipt(receipt), &key, rng)?;
    let outcomes = hand.push(story, &[item]).ok()?;
    matches!(outcomes.first(), Some(ItemOutcome::Stored { .. })).then_some(())
}

fn sign_roster(story: &mut Story, hand: &Hand) -> Option<()> {
    story.follow_relay();
    let head = story.agency.roster.head();
    let own = story.member(OTHER_COACH)?.member;
    let wishes = [
        vec![Operation::ChangeMember {
            member: own,
            role: Role::Supervisor,
            administrator: true,
            active: true,
        }],
        vec![Operation::RevokeDevice {
            device: story.device(FOUNDER),
            last: Vec::new(),
        }],
        vec![Operation::AddGroupMember {
            group: story.member(COACH)?.caseload,
            member: own,
            until: None,
        }],
    ];
    let mut last = None;
    for operations in wishes {
        let body = RosterBody {
            agency: story.agency_id(),
            n: head.n + 1,
            previous: Some(head.hash),
            signer: Signer::Device(hand.secret.id()),
            operations,
        };
        let entry = forge::entry(&body, &hand.signer)?;
        if story.post_entry(false, &entry) != 422 {
            return None;
        }
        last = Some(entry);
    }
    // With a relay that helps.
    story.world.malice = Malice::to([FOUNDER, COACH, SECOND], Deed::AppendEntry(last?));
    story.world.restart_relay();
    Some(())
}

/// The relay as it should be takes none of these, all for this reason.
pub(super) fn refused(outcomes: Result<Vec<ItemOutcome>, u16>, reason: RejectReason) -> Option<()> {
    outcomes
        .ok()?
        .iter()
        .all(|outcome| *outcome == ItemOutcome::Rejected(reason))
        .then_some(())
}
