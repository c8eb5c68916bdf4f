//! What happens in each scenario: the relay's part here, a member's part in
//! [`member`], the part of ordinary people in [`storm`].

mod guest;
mod member;
mod storm;

pub(super) use member::FORGED;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handrail_protocol::roster::{RosterBody, Signer};
use handrail_protocol::{
    DeviceId, DocumentId, ItemKind, Operation, Role, RosterEntry, UnverifiedItem,
};
use handrail_relay::storage::{MemoryStorage, ReadStorage};
use handrail_vault::{DeviceSecret, redeem_invitation};
use rand_chacha::ChaCha20Rng;

use super::hand::smuggle;
use super::scenario::Scenario;
use super::story::{COACH, FOUNDER, OTHER_COACH, SECOND, Story};
use crate::agency::TestMember;
use crate::forge;
use crate::random::below;
use crate::world::{Deed, Malice, NodeInput};

/// An attack under way.
pub(super) struct Attack {
    scenario: Scenario,
    /// It took place; a lost packet may keep it from beginning.
    pub(super) done: bool,
    /// Devices that were taken out, with the roster entry that did it.
    pub(super) taken_out: BTreeMap<DeviceId, u64>,
    /// An entry that the relay should have taken.
    owed: Option<Vec<u8>>,
    /// Keys of somebody who is in no roster.
    mallory: Arc<DeviceSecret>,
    /// The record that a guest read, and the roster entry from which on they do not.
    shared: Option<DocumentId>,
    pub(super) unshared: Option<(DocumentId, u64)>,
    pub(super) hand: Option<super::hand::Hand>,
    /// Bytes of a member's items, for those who look for them.
    many: usize,
}

impl Attack {
    pub(super) fn begin(
        scenario: Scenario,
        seed: u64,
        story: &mut Story,
        rng: &mut ChaCha20Rng,
    ) -> Self {
        let everybody = 0..story.world.len();
        let to = |deed| Malice::to(everybody.clone(), deed);
        let mut done = true;
        match scenario {
            Scenario::RelayRolledBack => story.world.back_up_relay(),
            Scenario::TwoRelays => {
                story.world.add_other_relay();
                story.world.malice = to(Deed::TwoRelays);
            }
            Scenario::WithholdsOneWriter => {
                let writer = BTreeSet::from([story.device(COACH)]);
                story.world.malice = Malice::to([SECOND], Deed::WithholdWriters(writer));
            }
            Scenario::ForksTwoGroups | Scenario::ForksTheRoster => {
                story.world.add_other_relay();
                story.world.malice = Malice::to([COACH, SECOND], Deed::Fork);
            }
            Scenario::ReplaysOldRoster => story.world.malice = to(Deed::ReplayRoster),
            Scenario::ManglesAnswers => story.world.malice = to(Deed::Mangle),
            Scenario::EndlessPages => story.world.malice = to(Deed::EndlessPages),
            Scenario::Garbage => story.world.malice = Malice::to([SECOND], Deed::Garbage),
            Scenario::SaysNoSession => story.world.malice = to(Deed::Says(401)),
            Scenario::SaysConflict => story.world.malice = to(Deed::Says(409)),
            Scenario::SaysStaleRoster => story.world.malice = to(Deed::Says(412)),
            _ => done = false,
        }
        Self {
            scenario,
            done,
            taken_out: BTreeMap::new(),
            owed: None,
            mallory: Arc::new(DeviceSecret::generate(rng)),
            shared: None,
            unshared: None,
            hand: None,
            // As many as the fault list says take long; the first seeds have fewer.
            many: match seed / Scenario::ALL.len() as u64 {
                0 => 2_000,
                12 => 10_000,
                _ => 50,
            },
        }
    }

    /// What happens in one of the rounds 0 to 9.
    pub(super) fn round(&mut self, round: u64, story: &mut Story, rng: &mut ChaCha20Rng) {
        match (self.scenario, round) {
            (Scenario::RelayRolledBack, 5) => {
                self.done = story.world.roll_relay_back();
            }
            (Scenario::RelayWiped, 5) => {
                story.world.wipe_relay();
                self.done = true;
            }
            (Scenario::WithholdsOneItem, _) if !self.done => self.withhold_an_item(story, rng),
            (Scenario::HidesRevocation, 3) => self.hide_a_revocation(story, rng),
            (Scenario::ForksTheRoster, 4) => {
                let main = invitation(story, FOUNDER, false, rng);
                let other = invitation(story, SECOND, true, rng);
                self.done = main == Some(201) && other == Some(201);
            }
            (Scenario::ReplaysOldRoster, 3) => {
                self.done = invitation(story, FOUNDER, false, rng) == Some(201);
            }
            (Scenario::AddsForgedDevice, 3) => self.add_a_forged_device(story, rng),
            (Scenario::SwapsKeysAtEnrolment, 3) => {
                self.done = self.swap_keys(story, rng).is_some();
            }
            (Scenario::MembershipStorm, _) => self.storm(round, story, rng),
            (Scenario::GuestWritesBeyond, 4) => {
                self.shared = guest::write_beyond(story, rng);
            }
            (Scenario::GuestWritesBeyond, 7) => {
                let ended = self
                    .shared
                    .and_then(|record| guest::end_share(story, record, rng));
                self.unshared = self.shared.zip(ended);
                self.done = self.unshared.is_some();
            }
            (scenario, 4) if scenario.is_of_a_member() => self.act_as_a_member(story, rng),
            _ => {}
        }
    }

    /// The last thing before the network becomes quiet: what gives it away.
    pub(super) fn evidence(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        let coachs = story.participant_of(COACH);
        match self.scenario {
            Scenario::WithholdsOneWriter => {
                if let Some(document) = coachs {
                    story.write(COACH, document, rng);
                }
            }
            Scenario::HidesRevocation => {
                for owner in [COACH, OTHER_COACH] {
                    if let Some(document) = story.participant_of(owner) {
                        story.write(FOUNDER, document, rng);
                    }
                }
            }
            _ => {}
        }
    }

    /// A byte crosses from one side to the other: the newest item of each chain.
    pub(super) fn cross(&self, story: &mut Story, rng: &mut ChaCha20Rng) {
        if !matches!(
            self.scenario,
            Scenario::ForksTwoGroups | Scenario::ForksTheRoster
        ) {
            return;
        }
        let main = newest_items(story.world.relay_storage(), story);
        let other = newest_items(story.world.other_storage(), story);
        smuggle(story, true, &main, rng);
        smuggle(story, false, &other, rng);
        for index in 0..story.world.len() {
            story.world.give(index, NodeInput::Resumed);
        }
    }

    /// The relay does as it should again.
    pub(super) fn end(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        story.world.malice.end();
        if let Some(entry) = self.owed.take() {
            story.post_entry(false, &entry);
            story.away.remove(&(story.agency.members.len() - 1));
        }
        story.follow_relay();
        // People start the app again: a roster that was refused is asked for anew.
        for index in 0..story.world.len() {
            if !story.away.contains(&index) {
                story.world.crash(index);
            }
        }
        story.everybody_writes(rng);
    }

    fn withhold_an_item(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        let victim = if below(rng, 2) == 0 { FOUNDER } else { SECOND };
        let Some(document) = story.participant_of(COACH) else {
            return;
        };
        let after = story.world.relay_sequence();
        story.world.cut_off(victim, 20_000);
        story.write(COACH, document, rng);
        story.world.run(12_000, 5_000);
        let writer = story.device(COACH);
        let found = items_of(story.world.relay_storage(), story)
            .into_iter()
            .filter(|(sequence, _)| *sequence > after)
            .filter_map(|(_, item)| UnverifiedItem::parse(&item).ok())
            .find(|item| {
                let header = item.header();
                header.kind == ItemKind::Change
                    && header.writer == writer
                    && header.document == document
            });
        if let Some(item) = found {
            let deed = Deed::WithholdItems(BTreeSet::from([item.id()]));
            story.world.malice = Malice::to([victim], deed);
            self.done = true;
        }
        story.world.run(10_000, 5_000);
    }

    fn hide_a_revocation(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        let head = story.agency.roster.head().n;
        story.world.malice = Malice::to([COACH, SECOND], Deed::HideEntriesAfter(head));
        self.take_out(story, OTHER_COACH, rng);
    }

    /// The founder's device takes another one out.
    fn take_out(&mut self, story: &mut Story, index: usize, rng: &mut ChaCha20Rng) {
        story.follow_relay();
        let device = story.device(index);
        let last = story.last_items(FOUNDER, device);
        let Some(entry) = storm::revocation(story, device, last, rng) else {
            return;
        };
        if story.post_entry(false, &entry) == 201 {
            story.away.insert(index);
            story.follow_relay();
            self.taken_out.insert(device, story.agency.roster.head().n);
            self.done = true;
        }
        story.world.give(FOUNDER, NodeInput::Resumed);
    }

    fn add_a_forged_device(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) {
        story.follow_relay();
        let head = story.agency.roster.head();
        let Some(founder) = story.member(FOUNDER).map(|member| member.member) else {
            return;
        };
        let signer = if below(rng, 2) == 0 {
            story.device(FOUNDER)
        } else {
            self.mallory.id()
        };
        let body = RosterBody {
            agency: story.agency_id(),
            n: head.n + 1,
            previous: Some(head.hash),
            signer: Signer::Device(signer),
            operations: vec![Operation::AddDevice {
                sign: self.mallory.sign_public(),
                hpke: self.mallory.hpke_public(),
                member: founder,
            }],
        };
        let entry =
            forge::signing_key(&self.mallory).and_then(|signer| forge::entry(&body, &signer));
        if let Some(entry) = entry {
            let everybody = 0..story.world.len();
            story.world.malice = Malice::to(everybody, Deed::AppendEntry(entry));
            self.done = true;
            story.world.restart_relay();
        }
    }

    /// Somebody joins, and the relay stores other keys than theirs.
    fn swap_keys(&mut self, story: &mut Story, rng: &mut ChaCha20Rng) -> Option<()> {
        story.follow_relay();
        let groups = vec![story.agency.agency_group];
        let (invited, secret) = story.agency.invite(Role::Coach, false, groups, rng).ok()?;
        if story.post_entry(false, &invited.drafted.entry) != 201 {
            return None;
        }
        story.follow_relay();
        let joined =
            redeem_invitation(&invited.drafted.state, &invited.link, &secret, 0, rng).ok()?;
        let mut body = RosterEntry::parse(&joined.drafted.entry)
            .ok()?
            .body()
            .clone();
        for operation in &mut body.operations {
            if let Operation::Redeem { sign, hpke, .. } = operation {
                *sign = self.mallory.sign_public();
                *hpke = self.mallory.hpke_public();
            }
        }
        let forged = forge::entry(&body, &forge::signing_key(&self.mallory)?)?;
        let mut entries = story.relay_roster(false).0;
        entries.push(joined.drafted.entry.clone());
        let index = story.agency.members.len();
        story.agency.members.push(TestMember {
            member: invited.member,
            secret,
            caseload: invited.caseload?,
        });
        story.away.insert(index);
        story.add_device(index, &entries, rng);
        let everybody = 0..story.world.len();
        story.world.malice = Malice::to(everybody, Deed::AppendEntry(forged));
        self.owed = Some(joined.drafted.entry);
        for index in 0..story.world.len() {
            story.world.give(index, NodeInput::Resumed);
        }
        Some(())
    }
}

/// Posts an invitation by this administrator; answers the relay's status.
fn invitation(story: &mut Story, by: usize, other: bool, rng: &mut ChaCha20Rng) -> Option<u16> {
    let (_, roster) = story.relay_roster(other);
    let (entry, _) = storm::invitation_by(story, &roster?, by, rng)?;
    let status = story.post_entry(other, &entry);
    for index in 0..story.world.len() {
        story.world.give(index, NodeInput::Resumed);
    }
    Some(status)
}

/// All items of a relay, with their numbers.
pub(super) fn items_of(storage: Option<&MemoryStorage>, story: &Story) -> Vec<(u64, Vec<u8>)> {
    let agency = story.agency_id();
    let Some(storage) = storage else {
        return Vec::new();
    };
    let rows = storage.rows(agency, 0, usize::MAX).unwrap_or_default();
    rows.into_iter()
        .filter_map(|row| {
            let item = storage.content(agency, row.sequence).ok()??;
            Some((row.sequence, item))
        })
        .collect()
}

fn newest_items(storage: Option<&MemoryStorage>, story: &Story) -> Vec<Vec<u8>> {
    let mut newest = std::collections::BTreeMap::new();
    for (_, item) in items_of(storage, story) {
        if let Ok(parsed) = UnverifiedItem::parse(&item) {
            let header = parsed.header();
            newest.insert((header.document, header.writer), item);
        }
    }
    newest.into_values().collect()
}
