//! What people and misfortune do.

use std::collections::{BTreeMap, BTreeSet};

use handrail_engine::api::{
    Command, DetailField, EncounterInput, EncounterKind, EncounterPatch, IntakeStatus,
    MilestoneInput, Outcome, ParcelCommand, PeopleFilter, PersonView, Query, RecordRef, Reply,
    Request,
};
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

use super::check::Broken;
use super::template::{Template, TemplateError, ask, copy_files, give};
use super::twists::{DESK, Twists};
use super::{CALM_MS, CANARY, EngineDevice, LOOK_MS, Report};
use crate::random::{below, chance, pick};
use crate::world::{Faults, NodeInput, World};

/// What gets restored from old backups in a world; not both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disaster {
    OfDevices,
    OfTheRelay,
}

/// What a device acknowledged and must therefore be found: participant, and
/// record if it was one.
pub(super) type Acknowledged = BTreeSet<(String, Option<String>)>;

/// A world and what must be true of it.
pub(super) struct Story {
    pub(super) world: World<EngineDevice>,
    /// By the device that acknowledged it.
    pub(super) acknowledged: BTreeMap<usize, Acknowledged>,
    pub(super) disaster: Disaster,
    backups: BTreeMap<usize, (TempDir, Acknowledged, BTreeSet<String>)>,
    said: u64,
    pub(super) twists: Twists,
    /// Deleted at the end.
    _folder: TempDir,
}

impl Story {
    pub(super) fn begin(seed: u64, template: &Template) -> Result<Self, TemplateError> {
        let (folder, places) = template.copy()?;
        let mut world = World::over(seed ^ 0x5eed, template.agency, template.storage.clone());
        world.guard_word(CANARY);
        for place in &places {
            world.add(EngineDevice::new(place));
        }
        let disaster = if seed.is_multiple_of(2) {
            Disaster::OfDevices
        } else {
            Disaster::OfTheRelay
        };
        Ok(Self {
            world,
            acknowledged: BTreeMap::new(),
            disaster,
            backups: BTreeMap::new(),
            said: 0,
            twists: Twists::default(),
            _folder: folder,
        })
    }

    /// One thing that a person, the weather or an operator does.
    pub(super) fn something_happens(&mut self, rng: &mut ChaCha20Rng, report: &mut Report) {
        if self.twists.on && chance(rng, 350) {
            return self.twist(rng, report);
        }
        let Some(index) = self.world.any_index() else {
            return;
        };
        match below(rng, 100) {
            0..62 => {
                if self.work(index, rng) {
                    report.commands += 1;
                }
            }
            62..72 => {
                self.world.crash(index);
                report.crashes += 1;
            }
            72..78 => self.world.cut_off(index, below(rng, 40_000)),
            78..82 => self.world.jump_clock(index, below_either_way(rng)),
            82..85 => self.world.faults = Faults::random(rng),
            85..88 => self.world.give(index, NodeInput::Resumed),
            88..90 => {
                self.world.restart_relay();
                report.relay_faults += 1;
            }
            roll => self.disaster(roll, index, report),
        }
    }

    /// Somebody hands over to somebody else what is new, beside the relay.
    pub(super) fn somebody_meets_somebody(&mut self, rng: &mut ChaCha20Rng) {
        let (Some(from), Some(to)) = (self.world.any_index(), self.world.any_index()) else {
            return;
        };
        let small = chance(rng, 500);
        // It may be taken twice, or not at all.
        let times = below(rng, 3);
        if from == to {
            return;
        }
        let make = Command::Parcel(ParcelCommand::Make { small });
        let answer = give(&mut self.world, from, Request::Command(make));
        let Some(Ok(Reply::ParcelMade(parcel))) = answer else {
            return;
        };
        for _ in 0..times {
            let bytes = parcel.bytes.clone();
            let take = Command::Parcel(ParcelCommand::Take { bytes });
            give(&mut self.world, to, Request::Command(take));
        }
    }

    /// What operators and thieves do.
    fn disaster(&mut self, roll: u64, index: usize, report: &mut Report) {
        match (self.disaster, roll) {
            (Disaster::OfDevices, 90..94) => self.back_up(index),
            (Disaster::OfDevices, 94..97) => {
                self.restore(index);
                report.crashes += 1;
            }
            (Disaster::OfTheRelay, 90..95) => self.world.back_up_relay(),
            (Disaster::OfTheRelay, 95..98) => {
                self.world.roll_relay_back();
                report.relay_faults += 1;
            }
            (Disaster::OfTheRelay, 98) => {
                self.world.wipe_relay();
                report.relay_faults += 1;
            }
            _ => {}
        }
    }

    /// Lets time pass until every promise holds, or until it should have.
    pub(super) fn until_all_agree(&mut self) -> Result<(), Broken> {
        let began = self.world.now();
        loop {
            self.keep_awake();
            self.world.run(LOOK_MS, 20_000);
            let verdict = self.check();
            if verdict.is_ok() || self.world.now() > began + CALM_MS {
                return verdict;
            }
        }
    }

    /// The people are there and look at their screens.
    pub(super) fn keep_awake(&mut self) {
        for index in 0..self.world.len() {
            give(&mut self.world, index, Request::Command(Command::KeepAwake));
        }
        self.let_go();
    }

    /// The participants that a device shows.
    pub(super) fn people(&mut self, index: usize) -> Option<Vec<String>> {
        let query = Query::People {
            search: String::new(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: 200,
        };
        match ask(&mut self.world, index, query) {
            Some(Ok(Reply::People(view))) => {
                Some(view.rows.into_iter().map(|row| row.participant).collect())
            }
            _ => None,
        }
    }

    /// One participant as a device shows it.
    pub(super) fn person(&mut self, index: usize, participant: &str) -> Option<PersonView> {
        let query = Query::Person {
            participant: participant.to_owned(),
            timeline_limit: 5_000,
        };
        match ask(&mut self.world, index, query) {
            Some(Ok(Reply::Person(view))) => Some(*view),
            _ => None,
        }
    }

    /// Somebody does something on a screen. True when it was acknowledged.
    fn work(&mut self, index: usize, rng: &mut ChaCha20Rng) -> bool {
        let people = self.people(index).unwrap_or_default();
        let chosen = pick(rng, &people).cloned();
        let command = match chosen {
            Some(participant) if !chance(rng, 150) => self.order_for(index, participant, rng),
            _ => {
                let name = format!("{CANARY} {}", self.next_word());
                let details = vec![(DetailField::Name, name)];
                Some(Command::AddParticipant { details })
            }
        };
        let Some(command) = command else { return false };
        let is_contact = matches!(command, Command::LogEncounter { .. });
        let answer = give(&mut self.world, index, Request::Command(command));
        let Some(Ok(Reply::Record(RecordRef {
            participant,
            record,
        }))) = answer
        else {
            return false;
        };
        if is_contact {
            self.twists.contacts.extend(record.clone());
        }
        self.acknowledge(index, participant, record);
        true
    }

    pub(super) fn acknowledge(
        &mut self,
        index: usize,
        participant: String,
        record: Option<String>,
    ) {
        let of = self.acknowledged.entry(index).or_default();
        of.insert((participant, record));
    }

    fn order_for(
        &mut self,
        index: usize,
        participant: String,
        rng: &mut ChaCha20Rng,
    ) -> Option<Command> {
        let view = self.person(index, &participant)?;
        let encounter = pick(rng, &view.timeline).map(|row| row.id.clone());
        let word = self.next_word();
        Some(match below(rng, 14) {
            0..=4 => Command::LogEncounter {
                participant,
                encounter: encounter_input(&word),
                draft: None,
            },
            5 => Command::EditEncounter {
                participant,
                encounter: encounter?,
                patch: EncounterPatch {
                    note: Some(format!("{CANARY} edited {word}")),
                    ..EncounterPatch::default()
                },
            },
            6 => Command::VoidEncounter {
                participant,
                encounter: encounter?,
                reason: format!("{CANARY} {word}"),
            },
            7 => Command::RecordMilestone {
                participant,
                milestone: MilestoneInput::Discharged {
                    on: "2026-04-28".to_owned(),
                },
            },
            8 => Command::RecordMilestone {
                participant,
                milestone: MilestoneInput::Intake {
                    status: IntakeStatus::Asked,
                    on: None,
                },
            },
            9 => {
                let conflict = pick(rng, &view.conflicts)?;
                let version = pick(rng, &conflict.versions)?;
                Command::ResolveConflict {
                    participant,
                    record: conflict.record.clone(),
                    field: conflict.field.clone(),
                    value: version.value.clone(),
                }
            }
            // Only a supervisor's device offers anybody.
            10 | 11 => Command::HandOver {
                participant,
                to: pick(rng, &view.hand_over_to)?.member.clone(),
                reason: format!("{CANARY} {word}"),
            },
            _ => Command::SetDetail {
                participant,
                field: DetailField::Phone,
                value: format!("608-555-{:04}", below(rng, 10_000)),
            },
        })
    }

    fn next_word(&mut self) -> String {
        self.said += 1;
        format!("word{}", self.said)
    }

    fn back_up(&mut self, index: usize) {
        let Some(node) = self.world.node(index) else {
            return;
        };
        let Ok(folder) = super::template::scratch() else {
            return;
        };
        // A copy of the files of a running program, as backup programs make.
        if copy_files(node.folder(), folder.path()).is_ok() {
            let acknowledged = self.acknowledged.get(&index).cloned().unwrap_or_default();
            let forgotten = self.twists.forgotten.clone();
            self.backups
                .insert(index, (folder, acknowledged, forgotten));
        }
    }

    /// Somebody restores a device: what it acknowledged since the backup may be
    /// lost, unless it was sent.
    fn restore(&mut self, index: usize) {
        let Some((folder, acknowledged, forgotten)) = self.backups.get(&index) else {
            return;
        };
        if index == DESK {
            self.twists.forgotten.clone_from(forgotten);
        }
        let (from, kept) = (folder.path().to_path_buf(), acknowledged.clone());
        self.world.with_node(index, |node, _, _| {
            node.end_process(|place| {
                // Without its files the device would say so at its next start.
                let _ = copy_files(&from, place);
            });
        });
        self.acknowledged.insert(index, kept);
        self.world.crash(index);
    }
}

pub(super) fn encounter_input(word: &str) -> EncounterInput {
    EncounterInput {
        kind: EncounterKind::Bedside,
        outcome: Outcome::Reached,
        at: None,
        minutes: 30,
        activities: Vec::new(),
        circumstances: Vec::new(),
        naloxone_kits: 1,
        miles_tenths: 25,
        note: format!("{CANARY} {word}"),
    }
}

/// A clock wrong by up to ten years, ms.
fn below_either_way(rng: &mut ChaCha20Rng) -> i64 {
    const TEN_YEARS_MS: u64 = 10 * 365 * 86_400_000;
    let by = i64::try_from(below(rng, TEN_YEARS_MS)).unwrap_or(0);
    if chance(rng, 500) { by } else { -by }
}
