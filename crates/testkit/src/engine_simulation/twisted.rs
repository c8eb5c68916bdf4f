//! The promises in an agency that shares, covers, forgets and loses phones.

use std::collections::{BTreeMap, BTreeSet};

use handrail_engine::api::{
    DevicePageView, DeviceState, IncompleteWhy, PersonView, Query, Reply, SessionView, SyncView,
};

use super::check::{Broken, holds};
use super::template::ask;
use super::twists::DESK;
use super::workload::Story;

impl Story {
    /// The device that was taken out, once that counts.
    pub(super) fn lost(&mut self) -> Option<usize> {
        let (index, _) = self.twists.lost.clone()?;
        let page = self.lost_page()?;
        (page.device.state == DeviceState::Removed).then_some(index)
    }

    fn lost_page(&mut self) -> Option<DevicePageView> {
        let (_, device) = self.twists.lost.clone()?;
        match ask(&mut self.world, DESK, Query::Device { device }) {
            Some(Ok(Reply::Device(page))) => Some(*page),
            _ => None,
        }
    }

    /// What a lost phone handed over lies aside, and that is said.
    pub(super) fn is_only_late(&self, pill: &SyncView) -> bool {
        let is_aside = |why: IncompleteWhy| why == IncompleteWhy::Aside;
        self.twists.lost.is_some() && pill.incomplete.iter().all(|view| is_aside(view.why))
    }

    pub(super) fn check_twisted(&mut self, lost: Option<usize>) -> Result<(), Broken> {
        let guest = self.world.len() - 1;
        let supervised = self.people(DESK).ok_or(Broken::Silent { device: DESK })?;
        self.check_nobody_unforgotten(DESK, &supervised)?;
        let mut shown: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut lent = BTreeSet::new();
        for device in (1..self.world.len()).filter(|device| Some(*device) != lost) {
            let people = self.people(device).ok_or(Broken::Silent { device })?;
            self.check_nobody_unforgotten(device, &people)?;
            for participant in people {
                if device == guest {
                    self.check_guest(guest, &participant)?;
                    lent.insert(participant);
                } else {
                    self.check_agreement(device, &participant)?;
                    shown.entry(participant).or_default().insert(device);
                }
            }
        }
        for participant in &supervised {
            let is_lent = self.is_lent(participant);
            if is_lent && !lent.contains(participant) {
                return Err(Broken::Guest {
                    participant: participant.clone(),
                    shown: false,
                });
            }
        }
        self.check_one_coach(&shown)?;
        self.check_wiped(lost)?;
        self.check_all_acknowledged(lost, &shown)
    }

    fn check_nobody_unforgotten(&self, device: usize, people: &[String]) -> Result<(), Broken> {
        let forgotten = &self.twists.forgotten;
        match people.iter().find(|shown| forgotten.contains(*shown)) {
            Some(participant) => Err(Broken::Unforgotten {
                device,
                participant: participant.clone(),
            }),
            None => Ok(()),
        }
    }

    fn is_lent(&mut self, participant: &str) -> bool {
        let view = self.person(DESK, participant);
        view.is_some_and(|view| !view.guests.is_empty() && !view.share_waits)
    }

    /// A guest sees what the others see, and only while they are one.
    fn check_guest(&mut self, guest: usize, participant: &str) -> Result<(), Broken> {
        if !self.is_lent(participant) {
            return Err(Broken::Guest {
                participant: participant.to_owned(),
                shown: true,
            });
        }
        let notes = |view: Option<PersonView>| {
            let rows = view.map(|view| view.timeline).unwrap_or_default();
            rows.into_iter()
                .map(|row| (row.id, row.note, row.voided))
                .collect::<Vec<_>>()
        };
        let here = notes(self.person(guest, participant));
        let there = notes(self.person(DESK, participant));
        if here == there {
            return Ok(());
        }
        Err(Broken::Convergence {
            device: guest,
            participant: participant.to_owned(),
            difference: format!("{} and {} rows", here.len(), there.len()),
        })
    }

    /// Two only while one covers for the other.
    fn check_one_coach(&mut self, shown: &BTreeMap<String, BTreeSet<usize>>) -> Result<(), Broken> {
        let pages = self.member_pages();
        if pages.iter().any(|page| !page.covers.is_empty()) {
            return Ok(());
        }
        for (participant, devices) in shown {
            if let (Some(device), Some(other)) = (devices.first(), devices.iter().nth(1)) {
                return Err(Broken::TwoCoaches {
                    device: *device,
                    other: *other,
                    participant: participant.clone(),
                });
            }
        }
        Ok(())
    }

    fn check_wiped(&mut self, lost: Option<usize>) -> Result<(), Broken> {
        let Some(device) = lost else { return Ok(()) };
        // Words about somebody who is forgotten are taken by nobody, and that is counted.
        let wrote_of = |(participant, _): &(String, _)| self.twists.ordered.contains(participant);
        let wrote = self.acknowledged.get(&device);
        let may_leave = wrote.is_some_and(|wrote| wrote.iter().any(wrote_of))
            || self.twists.parcels.were_made_by(device);
        match ask(&mut self.world, device, Query::Session) {
            Some(Ok(Reply::Session(SessionView::Removed(view))))
                if view.left_behind == 0 || may_leave =>
            {
                Ok(())
            }
            other => Err(Broken::NotWiped {
                device,
                shows: format!("{other:?}"),
            }),
        }
    }

    /// Whoever shows a participant has all that anybody acknowledged of them. What a lost phone
    /// had lies in the record or aside.
    fn check_all_acknowledged(
        &mut self,
        lost: Option<usize>,
        shown: &BTreeMap<String, BTreeSet<usize>>,
    ) -> Result<(), Broken> {
        for (device, acknowledged) in self.acknowledged.clone() {
            for (participant, record) in acknowledged {
                let there = self.person(DESK, &participant);
                if there.is_none() && self.twists.ordered.contains(&participant) {
                    continue;
                }
                let is_held = there.is_some_and(|view| holds(&view, record.as_deref()));
                if !is_held
                    && lost == Some(device)
                    && self.is_set_aside(&participant, record.as_deref())
                {
                    continue;
                }
                // It was given away under a key that nobody else heard of, and is told as lost.
                if !is_held && lost == Some(device) && self.leaves_what_it_gave(device) {
                    continue;
                }
                let holders = shown.get(&participant).cloned().unwrap_or_default();
                for holder in holders.into_iter().chain([DESK]) {
                    let view = self.person(holder, &participant);
                    if !view.is_some_and(|view| holds(&view, record.as_deref())) {
                        return Err(Broken::Durability {
                            device,
                            participant,
                            record,
                            missing_on: holder,
                        });
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether a lost phone that gave parcels away says that it could not hand everything over.
    fn leaves_what_it_gave(&mut self, device: usize) -> bool {
        if !self.twists.parcels.were_made_by(device) {
            return false;
        }
        let session = ask(&mut self.world, device, Query::Session);
        matches!(session, Some(Ok(Reply::Session(SessionView::Removed(view)))) if view.left_behind > 0)
    }

    fn is_set_aside(&mut self, participant: &str, record: Option<&str>) -> bool {
        let Some(page) = self.lost_page() else {
            return false;
        };
        let is_contact = record.is_some_and(|record| self.twists.contacts.contains(record));
        if !is_contact || self.person(DESK, participant).is_none() {
            let others = page.late_others > 0 || !page.late_rest.is_empty();
            return others || !page.late.is_empty() || !page.late_records.is_empty();
        }
        page.late.iter().any(|late| {
            let order = late.take_in.as_ref();
            late.withdrawn || order.is_some_and(|order| record == Some(order.entry.as_str()))
        })
    }
}
