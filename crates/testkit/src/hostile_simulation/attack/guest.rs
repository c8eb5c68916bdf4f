//! A clinical provider with whom one record is shared, and who does not keep to looking.

use handrail_protocol::item::SnapshotCover;
use handrail_protocol::message::{ItemOutcome, RejectReason};
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{DocumentId, DocumentKind, GroupId, Incarnation, Operation, Role};
use handrail_sync::memory::MemoryStore;
use handrail_vault::{draft_entry, redeem_invitation};
use rand_chacha::ChaCha20Rng;

use super::member::{FORGED, refused};
use super::storm::{EXPIRES, at_desk};
use crate::agency::TestMember;
use crate::hostile_simulation::hand::{Hand, smuggle};
use crate::hostile_simulation::story::{COACH, Document, FOUNDER, SECOND, Story};
use crate::item_simulation::ItemDevice;
use crate::random::bytes;
use crate::world::NodeInput;

/// Longer than a round of everybody's news.
const SOON_MS: u64 = 15_000;

/// Says in a record what a guest may not say, and that their snapshot stands for what the coach
/// wrote: through the relay as it should be, and with one that helps.
pub(super) fn write_beyond(story: &mut Story, rng: &mut ChaCha20Rng) -> Option<DocumentId> {
    let guest = join(story, rng)?;
    let record = share(story, guest, rng)?;
    let mut hand = Hand::of(story, guest, rng)?;
    let said = hand.change(record, FORGED, rng)?;
    let outcomes = hand.push(story, &[said]).ok()?;
    // The relay opens nothing; readers look.
    if !matches!(outcomes.as_slice(), [ItemOutcome::Stored { .. }]) {
        return None;
    }
    let covers = vec![SnapshotCover {
        device: story.device(COACH),
        incarnation: story.world.node(COACH)?.store.incarnation(),
        n: 1_000,
    }];
    let forged = hand.snapshot(record, covers, &[FORGED.to_vec()], rng)?;
    refused(
        hand.push(story, std::slice::from_ref(&forged)),
        RejectReason::RoleMayNotSnapshot,
    )?;
    smuggle(story, false, &[forged], rng)?;
    story.write(COACH, record, rng);
    story.write(FOUNDER, record, rng);
    Some(record)
}

/// The share ends: whoever writes from then on writes for the others. Answers from which roster
/// entry on.
pub(super) fn end_share(
    story: &mut Story,
    record: DocumentId,
    rng: &mut ChaCha20Rng,
) -> Option<u64> {
    story.follow_relay();
    let guest = story.agency.members.len() - 1;
    let member = story.member(guest)?.member;
    let group = GroupId::of_shared_record(&record, &story.member(COACH)?.caseload);
    let operations = vec![Operation::RemoveGroupMember { group, member }];
    post_by_founder(story, operations, rng)?;
    Some(story.agency.roster.head().n)
}

/// An entry of the founder's with these operations, taken by the relay and by everybody.
fn post_by_founder(
    story: &mut Story,
    operations: Vec<Operation>,
    rng: &mut ChaCha20Rng,
) -> Option<()> {
    let roster = story.agency.roster.clone();
    let entry = at_desk(
        story,
        &roster,
        FOUNDER,
        |desk, rng| draft_entry(desk, operations, rng).ok(),
        rng,
    )?
    .entry;
    if story.post_entry(false, &entry) != 201 {
        return None;
    }
    story.follow_relay();
    Some(())
}

/// A clinical provider joins; answers their index.
fn join(story: &mut Story, rng: &mut ChaCha20Rng) -> Option<usize> {
    story.follow_relay();
    let groups = vec![story.agency.agency_group];
    let role = Role::ClinicalProvider;
    let (invited, secret) = story.agency.invite(role, false, groups, rng).ok()?;
    if story.post_entry(false, &invited.drafted.entry) != 201 {
        return None;
    }
    let (_, roster) = story.relay_roster(false);
    let joined = redeem_invitation(&roster?, &invited.link, &secret, 0, rng).ok()?;
    if story.post_entry(false, &joined.drafted.entry) != 201 {
        return None;
    }
    story.follow_relay();
    story.agency.members.push(TestMember {
        member: invited.member,
        secret,
        caseload: story.agency.agency_group,
    });
    Some(story.agency.members.len() - 1)
}

/// The coach's record, which the guest reads until an end; answers it once the guest has it.
fn share(story: &mut Story, guest: usize, rng: &mut ChaCha20Rng) -> Option<DocumentId> {
    let record = DocumentId::from_bytes(bytes(rng));
    let coach = story.member(COACH)?.clone();
    let group = GroupId::of_shared_record(&record, &coach.caseload);
    let mut members = vec![coach.member];
    for index in [FOUNDER, SECOND] {
        members.push(story.member(index)?.member);
    }
    let operations = vec![
        Operation::NewGroup {
            group,
            kind: GroupKind::Shared,
            owner: Some(coach.member),
            members,
        },
        Operation::AddGroupMember {
            group,
            member: story.member(guest)?.member,
            until: Some(EXPIRES),
        },
    ];
    post_by_founder(story, operations, rng)?;
    let device = {
        let secret = story.member(guest)?.secret.clone();
        let incarnation = Incarnation::from_bytes(bytes(rng));
        MemoryStore::new(secret, incarnation, &story.agency.entries).ok()?
    };
    story.world.add(ItemDevice::new(device));
    // The weather may keep the coach from hearing of the group for a while.
    for _ in 0..20 {
        story.world.give(COACH, NodeInput::Resumed);
        story.world.run(SOON_MS, 5_000);
        let knows = story
            .world
            .node(COACH)?
            .store
            .roster()
            .group(&group)
            .is_some();
        if knows && story.world.node(COACH)?.store.kind_of(&record).is_none() {
            story.world.with_node(COACH, |node, _, rng| {
                node.store
                    .create_document(record, DocumentKind::Participant, group, rng);
            });
            story.documents.push(Document {
                id: record,
                kind: DocumentKind::Participant,
                group,
                owner: COACH,
            });
            story.write(COACH, record, rng);
        }
        if !story.world.node(guest)?.store.content(&record).is_empty() {
            return Some(record);
        }
        story.world.give(guest, NodeInput::Resumed);
    }
    None
}
