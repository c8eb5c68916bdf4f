//! What agencies do besides writing: they share, cover, forget, change keys and lose phones, and
//! the relay runs on for months.

use std::collections::BTreeSet;

use handrail_engine::api::consent::{
    ConsentForm, ConsentKind, Expiry, Information, Purpose, Recipient, Side, Signature, Told,
};
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, ForgetReason, LocalDate, MemberPageView, PersonView,
    Query, Reply, Request, Role,
};
use handrail_relay::core::GRACE_MS;
use rand_chacha::ChaCha20Rng;

use super::parcels::Parcels;
use super::template::{ask, give};
use super::workload::{Story, encounter_input};
use super::{CANARY, Report};
use crate::random::{below, chance, pick};

/// The supervisor's device.
pub(super) const DESK: usize = 0;
/// A day within the reach of every right clock, and before the relay has run on.
const THROUGH: &str = "2026-05-20";
/// Contacts with long notes that make a snapshot due.
const PILE: u64 = 28;
/// So many piles make two snapshots due, of which the second holds what the first does.
const PILES: u64 = 4;
/// Time for the others to say that a snapshot holds what it should, ms.
const BETWEEN_PILES_MS: u64 = 30_000;

/// What happened in a world with twists.
#[derive(Debug, Clone, Default)]
pub(super) struct Twists {
    /// Whether anything but writing happens.
    pub(super) on: bool,
    /// Whom the desk had forgotten.
    pub(super) forgotten: BTreeSet<String>,
    /// Whom anybody ever ordered to be forgotten, even if that was lost with a restored desk.
    pub(super) ordered: BTreeSet<String>,
    /// Contacts that were logged.
    pub(super) contacts: BTreeSet<String>,
    /// The device that is lost in this world, with its id.
    pub(super) lost: Option<(usize, String)>,
    /// What went from hand to hand.
    pub(super) parcels: Parcels,
}

/// A consent that whoever treats somebody reads their record.
fn agreement() -> ConsentForm {
    ConsentForm {
        patient: format!("{CANARY} somebody"),
        disclosers: "The agency".to_owned(),
        recipients: vec![Recipient {
            name: "Whoever treats me".to_owned(),
            side: Side::Provider,
            is_class: true,
            members: Vec::new(),
            treating_members: false,
        }],
        information: BTreeSet::from([Information::Record]),
        purposes: BTreeSet::from([Purpose::Treatment]),
        told: Told::ALL.iter().copied().collect(),
        revoke_how: "A note".to_owned(),
        expiry: Some(Expiry::Never),
        signature: Some(Signature::Typed(format!("{CANARY} somebody"))),
        signed_on: LocalDate::new(2026, 1, 1),
        ..ConsentForm::blank(ConsentKind::Care, "en")
    }
}

impl Story {
    /// One twist, mostly on the supervisor's device.
    pub(super) fn twist(&mut self, rng: &mut ChaCha20Rng, report: &mut Report) {
        let done = match below(rng, 16) {
            0..=2 => self.share(rng),
            3 => self.end_share(rng),
            4 | 5 => self.cover(rng),
            6 => self.end_cover(rng),
            7 | 8 => self.forget(rng),
            9 | 10 => self.order(DESK, Command::RenewKeys).is_some(),
            11 => self.lose_a_phone(rng),
            12 => self.pile(rng),
            13 => {
                let grown = self.grow_long(rng);
                report.destroyed += grown.as_ref().map_or(0, |(_, destroyed)| *destroyed);
                grown.is_some()
            }
            14 => {
                report.destroyed += self.world.relay_runs_on(2 * GRACE_MS);
                true
            }
            _ => self.open_record(),
        };
        report.twists += u64::from(done);
    }

    fn order(&mut self, index: usize, command: Command) -> Option<Reply> {
        give(&mut self.world, index, Request::Command(command))?.ok()
    }

    fn share(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let Some(view) = self.somebody(DESK, rng) else {
            return false;
        };
        let Some(with) = pick(rng, &view.share_with).cloned() else {
            return false;
        };
        self.lend(view.participant, with.member)
    }

    fn lend(&mut self, participant: String, with: String) -> bool {
        let agreed = ConsentCommand::Give {
            participant: participant.clone(),
            replaces: None,
            form: Box::new(agreement()),
        };
        let agreed = Command::Coaching(CoachingCommand::Consent(agreed));
        if self.order(DESK, agreed).is_none() {
            return false;
        }
        let order = Command::ShareRecord {
            participant,
            with,
            through: THROUGH.to_owned(),
            reason: format!("{CANARY} consent"),
        };
        self.order(DESK, order).is_some()
    }

    fn end_share(&mut self, rng: &mut ChaCha20Rng) -> bool {
        for participant in self.people(DESK).unwrap_or_default() {
            let guests = self.person(DESK, &participant).map(|view| view.guests);
            if let Some(guest) = pick(rng, &guests.unwrap_or_default()) {
                let with = guest.member.clone();
                let order = Command::EndShare { participant, with };
                return self.order(DESK, order).is_some();
            }
        }
        false
    }

    fn cover(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let pages = self.member_pages();
        let Some(page) = pick(rng, &pages) else {
            return false;
        };
        let Some(by) = pick(rng, &page.cover_by) else {
            return false;
        };
        let order = Command::Cover {
            coach: page.member.clone(),
            by: by.member.clone(),
            through: THROUGH.to_owned(),
        };
        self.order(DESK, order).is_some()
    }

    fn end_cover(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let pages = self.member_pages();
        let covered: Vec<(String, String)> = pages
            .iter()
            .flat_map(|page| {
                let covers = page.covers.iter();
                covers.map(|cover| (page.member.clone(), cover.member.clone()))
            })
            .collect();
        let Some((coach, by)) = pick(rng, &covered).cloned() else {
            return false;
        };
        self.order(DESK, Command::EndCover { coach, by }).is_some()
    }

    fn forget(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let Some(view) = self.somebody(DESK, rng) else {
            return false;
        };
        let participant = view.participant;
        let order = Command::Forget {
            participant: participant.clone(),
            reason: ForgetReason::Asked,
        };
        let done = self.order(DESK, order).is_some();
        if done {
            self.twists.forgotten.insert(participant.clone());
            self.twists.ordered.insert(participant);
        }
        done
    }

    /// The last coach's phone, once.
    fn lose_a_phone(&mut self, rng: &mut ChaCha20Rng) -> bool {
        if self.twists.lost.is_some() || chance(rng, 300) {
            return false;
        }
        let pages = self.member_pages();
        let coaches = pages.iter().filter(|page| page.role == Role::Coach);
        // Devices are numbered as their members came in, and so are named.
        let Some(page) = coaches.max_by(|one, other| one.name.cmp(&other.name)) else {
            return false;
        };
        let number = page
            .name
            .rsplit(' ')
            .next()
            .and_then(|last| last.parse().ok());
        let (Some(index), Some(device)) = (number, page.devices.first()) else {
            return false;
        };
        let id = device.device.clone();
        let order = Command::RemoveDevice { device: id.clone() };
        let done = self.order(DESK, order).is_some();
        if done {
            self.twists.lost = Some((index, id));
        }
        done
    }

    fn pile(&mut self, rng: &mut ChaCha20Rng) -> bool {
        let Some(index) = self.world.any_index() else {
            return false;
        };
        let view = self.somebody(index, rng);
        view.is_some_and(|view| self.pile_on(index, &view))
    }

    /// So much is written of one participant that a snapshot is due.
    fn pile_on(&mut self, index: usize, view: &PersonView) -> bool {
        for _ in 0..PILE {
            let numbers: Vec<String> = (0..150).map(|_| self.world.random().to_string()).collect();
            let order = Command::LogEncounter {
                participant: view.participant.clone(),
                encounter: encounter_input(&numbers.join(" ")),
                draft: None,
            };
            let Some(Reply::Record(record)) = self.order(index, order) else {
                return false;
            };
            self.twists.contacts.extend(record.record.clone());
            self.acknowledge(index, record.participant, record.record);
        }
        true
    }

    /// A record grows until snapshots stand for most of it, and the relay runs on until it may
    /// destroy that. Answers how many items it destroyed.
    fn grow_long(&mut self, rng: &mut ChaCha20Rng) -> Option<(PersonView, u64)> {
        let view = self.somebody(DESK, rng)?;
        let guest = self.world.len() - 1;
        let writers: Vec<usize> = (0..guest)
            .filter(|index| {
                let people = self.people(*index).unwrap_or_default();
                people.contains(&view.participant)
            })
            .collect();
        for _ in 0..PILES {
            let index = *pick(rng, &writers)?;
            self.pile_on(index, &view);
            self.world.run(BETWEEN_PILES_MS, 5_000);
            // On another day: a program that begins looks whether a snapshot is due.
            self.world.crash(index);
            self.world.run(BETWEEN_PILES_MS, 5_000);
        }
        let destroyed = self.world.relay_runs_on(2 * GRACE_MS);
        Some((view, destroyed))
    }

    /// In good weather a record grows long, the relay destroys what snapshots stand for, and the
    /// record is lent to somebody who never saw it.
    pub(super) fn months_later(&mut self, rng: &mut ChaCha20Rng, report: &mut Report) {
        let Some((view, destroyed)) = self.grow_long(rng) else {
            return;
        };
        report.destroyed += destroyed;
        for with in view.share_with {
            let participant = view.participant.clone();
            self.lend(participant, with.member);
        }
    }

    /// The guest looks at what is shared with them.
    fn open_record(&mut self) -> bool {
        let guest = self.world.len() - 1;
        let people = self.people(guest).unwrap_or_default();
        people.into_iter().next().is_some_and(|participant| {
            self.order(guest, Command::NoteOpened { participant })
                .is_some()
        })
    }

    fn somebody(&mut self, index: usize, rng: &mut ChaCha20Rng) -> Option<PersonView> {
        let people = self.people(index)?;
        let participant = pick(rng, &people)?.clone();
        self.person(index, &participant)
    }

    /// Everybody, as the supervisor sees them.
    pub(super) fn member_pages(&mut self) -> Vec<MemberPageView> {
        let Some(Ok(Reply::Settings(settings))) = ask(&mut self.world, DESK, Query::Settings)
        else {
            return Vec::new();
        };
        let mut pages = Vec::new();
        for member in settings.members {
            let query = Query::Member {
                member: member.member,
            };
            if let Some(Ok(Reply::Member(page))) = ask(&mut self.world, DESK, query) {
                pages.push(*page);
            }
        }
        pages
    }

    /// Whoever is asked lets go of words that were never sent about somebody who is forgotten.
    pub(super) fn let_go(&mut self) {
        for participant in self.twists.ordered.clone() {
            for index in 0..self.world.len() {
                let view = self.person(index, &participant);
                if view.is_some_and(|view| view.to_be_forgotten.is_some()) {
                    let participant = participant.clone();
                    self.order(index, Command::ForgetUnsent { participant });
                }
            }
        }
    }
}
