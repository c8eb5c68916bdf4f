//! The promises, as people see them on screens.

use std::collections::{BTreeMap, BTreeSet};

use handrail_engine::api::{Delivery, PersonView, Query, Reply, SyncState, SyncView};

use super::template::ask;
use super::workload::Story;

/// A broken promise.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Broken {
    /// A device cannot be asked.
    #[error("device {device} does not answer")]
    Silent {
        /// Index of the device.
        device: usize,
    },
    /// I1.
    #[error(
        "I1 convergence: device {device} and the supervisor differ about {participant}: {difference}"
    )]
    Convergence {
        /// Index of the device.
        device: usize,
        /// Participant.
        participant: String,
        /// Where.
        difference: String,
    },
    /// I2.
    #[error(
        "I2 durability: device {device} acknowledged {participant} {record:?}, which is not on device {missing_on}"
    )]
    Durability {
        /// Index of the device that acknowledged.
        device: usize,
        /// Participant.
        participant: String,
        /// Record.
        record: Option<String>,
        /// Index of the device without it.
        missing_on: usize,
    },
    /// A participant has one coach.
    #[error("device {device} and device {other} both show {participant}")]
    TwoCoaches {
        /// Index of the device.
        device: usize,
        /// Index of another.
        other: usize,
        /// Participant.
        participant: String,
    },
    /// I4.
    #[error("I4 confidentiality: a guarded word left a device in the clear")]
    Confidentiality,
    /// Forgetting must reach every device.
    #[error("device {device} shows {participant}, who was forgotten")]
    Unforgotten {
        /// Index of the device.
        device: usize,
        /// Participant.
        participant: String,
    },
    /// A guest reads as long as they are one.
    #[error("the guest sees {participant}: {shown}, which should be otherwise")]
    Guest {
        /// Participant.
        participant: String,
        /// Whether it is there.
        shown: bool,
    },
    /// A lost phone hands over what it has and wipes itself.
    #[error("device {device} was taken out and is not wiped, or left something behind: {shows}")]
    NotWiped {
        /// Index of the device.
        device: usize,
        /// What it shows instead.
        shows: String,
    },
    /// A parcel is taken whole, and counts once.
    #[error("device {device} took {what}")]
    Parcel {
        /// Index of the device.
        device: usize,
        /// What it took.
        what: &'static str,
    },
    /// "Reached" must become true once it is true.
    #[error("device {device} does not know that the supervisor has {encounter}: {delivery:?}")]
    NotReached {
        /// Index of the device.
        device: usize,
        /// Contact.
        encounter: String,
        /// What it shows.
        delivery: Delivery,
    },
    /// Rows are a cache of the items.
    #[error(
        "device {device} shows {participant} otherwise when its rows are built anew: {difference}"
    )]
    Rebuilt {
        /// Index of the device.
        device: usize,
        /// Participant.
        participant: String,
        /// Where.
        difference: String,
    },
    /// I5 and I9.
    #[error("I5, I9: device {device} is not done: {pill:?}")]
    NotDone {
        /// Index of the device.
        device: usize,
        /// What it shows.
        pill: Box<SyncView>,
    },
}

impl Story {
    /// Checks every promise as of now.
    pub(super) fn check(&mut self) -> Result<(), Broken> {
        if self.world.leaked() {
            return Err(Broken::Confidentiality);
        }
        self.twists.parcels.check()?;
        let lost = self.lost();
        for device in (0..self.world.len()).filter(|device| Some(*device) != lost) {
            self.check_pill(device)?;
        }
        if self.twists.on {
            return self.check_twisted(lost);
        }
        let supervised = self.people(0).ok_or(Broken::Silent { device: 0 })?;
        let mut shown = BTreeMap::new();
        for device in 1..self.world.len() {
            let people = self.people(device).ok_or(Broken::Silent { device })?;
            for participant in people {
                self.check_agreement(device, &participant)?;
                if let Some(other) = shown.insert(participant.clone(), device) {
                    return Err(Broken::TwoCoaches {
                        device,
                        other,
                        participant,
                    });
                }
            }
        }
        self.check_acknowledged(&supervised.into_iter().collect(), &shown)
    }

    fn check_pill(&mut self, device: usize) -> Result<(), Broken> {
        let Some(Ok(Reply::Sync(pill))) = ask(&mut self.world, device, Query::Sync) else {
            return Err(Broken::Silent { device });
        };
        let done = pill.state == SyncState::Idle
            && pill.waiting == 0
            // What is carried arrives, or its writer is told.
            && (pill.carried == 0 || !self.twists.on)
            && (pill.incomplete.is_empty() && pill.quarantined == 0 || self.is_only_late(&pill));
        if done {
            Ok(())
        } else {
            Err(Broken::NotDone {
                device,
                pill: Box::new(pill),
            })
        }
    }

    pub(super) fn check_agreement(
        &mut self,
        device: usize,
        participant: &str,
    ) -> Result<(), Broken> {
        let here = self.person(device, participant);
        // Whom it is for, and whose only phone is lost, it reaches when they have another.
        let lost = self.lost().map(|index| format!("Coach {index}"));
        let reaches = |view: &&PersonView| lost.as_ref() != Some(&view.coach);
        let unreached = here.iter().filter(reaches).flat_map(|view| &view.timeline);
        let unreached = unreached.into_iter().find(|row| {
            row.own && !matches!(row.delivery, Delivery::Reached { .. } | Delivery::Received)
        });
        if let Some(row) = unreached {
            let (encounter, delivery) = (row.id.clone(), row.delivery);
            return Err(Broken::NotReached {
                device,
                encounter,
                delivery,
            });
        }
        // What a lost phone gave away late lies aside where it was taken, and nowhere else.
        let lost = self.twists.lost.as_ref();
        let gave = lost.is_some_and(|(lost, _)| self.twists.parcels.were_made_by(*lost));
        let seen = |view: PersonView| PersonView {
            incomplete: view.incomplete.filter(|_| !gave),
            ..without_vantage(view)
        };
        let here = here.map(seen);
        let there = self.person(0, participant).map(seen);
        if here.is_some() && here == there {
            return Ok(());
        }
        let difference = difference(here.as_ref(), there.as_ref());
        let participant = participant.to_owned();
        Err(Broken::Convergence {
            device,
            participant,
            difference,
        })
    }

    /// What a device acknowledged, the supervisor's has, and that of whoever coaches the
    /// participant now: the same, unless they were handed over.
    fn check_acknowledged(
        &mut self,
        supervised: &BTreeSet<String>,
        shown: &BTreeMap<String, usize>,
    ) -> Result<(), Broken> {
        for (device, acknowledged) in self.acknowledged.clone() {
            for (participant, record) in acknowledged {
                let moved = self
                    .person(0, &participant)
                    .is_some_and(|view| !view.hand_overs.is_empty());
                let coach = match shown.get(&participant) {
                    Some(coach) if moved => *coach,
                    None if moved => 0,
                    _ => device,
                };
                for holder in BTreeSet::from([0, coach]) {
                    let view = self.person(holder, &participant);
                    let listed = holder != 0 || supervised.contains(&participant);
                    let held = view.is_some_and(|view| listed && holds(&view, record.as_deref()));
                    if !held {
                        let missing_on = holder;
                        return Err(Broken::Durability {
                            device,
                            participant,
                            record,
                            missing_on,
                        });
                    }
                }
            }
        }
        Ok(())
    }
}

pub(super) fn holds(view: &PersonView, record: Option<&str>) -> bool {
    // Of the details, what was chosen may have been changed since.
    record.is_none_or(|record| {
        record == "details"
            || view.timeline.iter().any(|row| row.id == record)
            || view.milestones.iter().any(|row| row.id == record)
            || view.hand_overs.iter().any(|row| row.id == record)
    })
}

/// What does not depend on who looks.
fn without_vantage(mut view: PersonView) -> PersonView {
    view.hand_over_to.clear();
    view.share_with.clear();
    view.accesses.clear();
    for guest in &mut view.guests {
        guest.own = false;
        guest.may_end = false;
    }
    for row in &mut view.timeline {
        row.delivery = Delivery::Received;
        row.own = false;
    }
    view
}

pub(super) fn difference(here: Option<&PersonView>, there: Option<&PersonView>) -> String {
    let (Some(here), Some(there)) = (here, there) else {
        return format!("shown there: {}, here: {}", there.is_some(), here.is_some());
    };
    if here.timeline != there.timeline {
        let other = here
            .timeline
            .iter()
            .zip(&there.timeline)
            .find(|(a, b)| a != b);
        return format!(
            "{} and {} rows; {other:?}",
            here.timeline.len(),
            there.timeline.len()
        );
    }
    let others = |view: &PersonView| {
        let (lent, changes) = (view.guests.clone(), view.hand_overs.clone());
        (
            lent,
            view.share_waits,
            changes,
            view.accesses.clone(),
            view.share_with.clone(),
            view.obligations.clone(),
            (view.incomplete, view.handed_over.clone()),
        )
    };
    if others(here) != others(there) {
        return format!("{:?} and {:?}", others(here), others(there));
    }
    format!(
        "{:?} and {:?}; {:?} and {:?}; {:?} and {:?}; {:?} and {:?}",
        here.details,
        there.details,
        here.conflicts,
        there.conflicts,
        here.milestones,
        there.milestones,
        (&here.duty, &here.coach, &here.name),
        (&there.duty, &there.coach, &there.name),
    )
}
