//! Appointments of a participant, and who goes along (S1-23, S2-16, S4-8).
//!
//! An appointment has the day and the hour on the wall where it takes place. It is no moment: it
//! stays at half past two when the clocks change, and on a device that is in another zone.

use crate::coded::coded;
use crate::encounter::{Circumstance, EncounterKind};
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Now, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;

coded! {
    /// What kind of appointment it is.
    AppointmentKind {
        /// At court (S2-16).
        Court = "court",
        /// At a treatment provider.
        Treatment = "treatment",
        /// At a doctor's or in a clinic (S2-16).
        Medical = "medical",
        /// At a dentist's (S4-8).
        Dental = "dental",
        /// A meeting of a 12-step or other self-help group (S2-16, S4-8).
        SelfHelp = "self_help",
        /// A parenting class (S2-16).
        ParentingClass = "parenting_class",
        /// A family resource center (S4-8).
        ResourceCenter = "resource_center",
        /// An office for housing, work or benefits (S2-17).
        Office = "office",
        /// Child welfare (S2-13).
        ChildWelfare = "child_welfare",
        /// Probation or parole.
        Probation = "probation",
        /// Coffee or a walk with the coach (S4-8).
        Coffee = "coffee",
        /// Anything else.
        Other = "other",
    }
}

impl AppointmentKind {
    /// How a contact is made by going along.
    pub const fn contact(self) -> EncounterKind {
        match self {
            Self::Court => EncounterKind::Court,
            Self::SelfHelp | Self::ResourceCenter | Self::Coffee => EncounterKind::Community,
            _ => EncounterKind::Appointment,
        }
    }

    /// What is then known of that contact.
    pub const fn circumstance(self) -> Option<Circumstance> {
        Some(match self {
            Self::Court => Circumstance::AlongCourt,
            Self::Treatment => Circumstance::AlongTreatment,
            Self::Medical => Circumstance::AlongMedical,
            Self::Dental => Circumstance::AlongDental,
            Self::SelfHelp => Circumstance::AlongSelfHelp,
            Self::ParentingClass => Circumstance::AlongParentingClass,
            Self::ResourceCenter => Circumstance::AlongResourceCenter,
            Self::Office => Circumstance::AlongOffice,
            Self::ChildWelfare => Circumstance::AboutChildWelfare,
            Self::Probation => Circumstance::AboutProbation,
            Self::Coffee => Circumstance::AlongCoffee,
            Self::Other => return None,
        })
    }
}

coded! {
    /// Who goes along.
    Along {
        /// The coach.
        Coach = "coach",
        /// Somebody else.
        Other = "other",
        /// Nobody.
        Nobody = "nobody",
    }
}

coded! {
    /// How the participant gets there.
    Ride {
        /// The coach drives.
        Coach = "coach",
        /// A ride was booked.
        Booked = "booked",
        /// Family or friends drive.
        Friends = "friends",
        /// By bus.
        Bus = "bus",
        /// On their own: by car, by bicycle, on foot.
        Own = "own",
        /// By phone or video: there is nowhere to go.
        Remote = "remote",
        /// There is no way yet.
        Missing = "missing",
    }
}

coded! {
    /// What became of it.
    Upshot {
        /// The coach went along.
        WentAlong = "went_along",
        /// The participant was there, without the coach.
        WasThere = "was_there",
        /// It did not happen.
        Missed = "missed",
        /// It was called off before.
        CalledOff = "called_off",
    }
}

/// A day and, where it is known, an hour, on the wall where it takes place. Written as
/// `2026-05-01T14:30` or `2026-05-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub day: LocalDate,
    /// The hour; `None`: not known yet, or the whole day.
    pub time: Option<TimeOfDay>,
}

impl Slot {
    /// Reads what [`Slot`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = match text.split_once('T') {
            Some((day, time)) => (day, Some(TimeOfDay::parse(time).ok()?)),
            None => (text, None),
        };
        let day = LocalDate::parse(day).ok()?;
        Some(Self { day, time })
    }

    /// Whether it has begun where local time is as `now` says; without an hour, once its day is
    /// over.
    pub fn has_begun(self, now: Now) -> bool {
        let today = now.local_date();
        self.day < today
            || self.day == today
                && self
                    .time
                    .is_some_and(|time| time.minutes() <= now.minute_of_day())
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        match self.time.map(TimeOfDay::minutes) {
            Some(minutes) => write!(f, "T{:02}:{:02}", minutes / 60, minutes % 60),
            None => Ok(()),
        }
    }
}

/// One field of an appointment, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppointmentField {
    /// What kind it is.
    Kind(AppointmentKind),
    /// When. Another one moves the appointment.
    When(Slot),
    /// Where; may be empty.
    Place(String),
    /// What is good to know; may be empty.
    Words(String),
    /// Who goes along.
    Along(Along),
    /// How the participant gets there; `None`: not said.
    Ride(Option<Ride>),
    /// What became of it; `None`: nothing yet.
    Upshot(Option<Upshot>),
}

/// What is said of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentFacts {
    /// What kind it is.
    pub kind: AppointmentKind,
    /// When; several while people who moved it do not agree, the one that is shown first.
    pub slots: Vec<Slot>,
    /// Where; may be empty.
    pub place: String,
    /// What is good to know; may be empty.
    pub words: String,
    /// Who goes along.
    pub along: Along,
    /// How the participant gets there.
    pub ride: Option<Ride>,
    /// What became of it.
    pub upshot: Option<Upshot>,
}

/// An appointment as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Id of the record.
    pub id: RecordId,
    /// What it says now.
    pub facts: AppointmentFacts,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}

/// Between the parts of [`AppointmentFacts::to_line`].
const MARK: char = '\u{1f}';

impl AppointmentFacts {
    /// All of it in one text, for a row of a list.
    pub fn to_line(&self) -> String {
        let slots: Vec<String> = self.slots.iter().map(Slot::to_string).collect();
        let plain = |text: &str| text.replace(MARK, " ");
        [
            slots.join(","),
            self.kind.code().to_owned(),
            self.along.code().to_owned(),
            self.ride.map_or("", Ride::code).to_owned(),
            self.upshot.map_or("", Upshot::code).to_owned(),
            plain(&self.place),
            plain(&self.words),
        ]
        .join(&MARK.to_string())
    }

    /// Reads what [`Self::to_line`] wrote.
    pub fn of_line(line: &str) -> Option<Self> {
        let mut parts = line.split(MARK);
        let slots = parts.next()?.split(',').filter_map(Slot::parse).collect();
        Some(Self {
            slots,
            kind: AppointmentKind::from_code(parts.next()?)?,
            along: Along::from_code(parts.next()?)?,
            ride: Ride::from_code(parts.next()?),
            upshot: Upshot::from_code(parts.next()?),
            place: parts.next()?.to_owned(),
            words: parts.next()?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot() -> impl Strategy<Value = Slot> {
        let time = proptest::option::of(0_u16..1440);
        (0_i64..200_000, time).prop_map(|(days, time)| Slot {
            day: LocalDate::new(1900, 1, 1).unwrap().plus_days(days),
            time: time.and_then(TimeOfDay::from_minutes),
        })
    }

    fn at(offset_minutes: i32, millis: i64) -> Now {
        Now {
            at: Timestamp::from_millis(millis),
            offset_minutes,
        }
    }

    proptest! {
        #[test]
        fn a_day_and_an_hour_are_read_back(slot in slot()) {
            prop_assert_eq!(Slot::parse(&slot.to_string()), Some(slot));
        }

        #[test]
        fn a_line_says_all_of_an_appointment(
            slots in proptest::collection::vec(slot(), 1..4),
            (kind, along) in (0..AppointmentKind::ALL.len(), 0..Along::ALL.len()),
            (ride, upshot) in (0..=Ride::ALL.len(), 0..=Upshot::ALL.len()),
            (place, words) in ("[^\u{1f}]{0,40}", "[^\u{1f}]{0,40}"),
        ) {
            let facts = AppointmentFacts {
                kind: AppointmentKind::ALL[kind],
                slots,
                place,
                words,
                along: Along::ALL[along],
                ride: Ride::ALL.get(ride).copied(),
                upshot: Upshot::ALL.get(upshot).copied(),
            };
            prop_assert_eq!(AppointmentFacts::of_line(&facts.to_line()), Some(facts));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
            if let Some(slot) = Slot::parse(&text) {
                prop_assert_eq!(Slot::parse(&slot.to_string()), Some(slot));
            }
            let _ = AppointmentFacts::of_line(&text);
        }
    }

    #[test]
    fn s2_16_each_kind_says_how_the_contact_is_logged() {
        for kind in AppointmentKind::ALL.iter().copied() {
            let fits = kind.circumstance().is_none_or(|one| one.fits(true));
            assert!(fits, "{kind:?}");
        }
        assert_eq!(AppointmentKind::Court.contact(), EncounterKind::Court);
        let dentist = AppointmentKind::Dental;
        assert_eq!(dentist.contact(), EncounterKind::Appointment);
        assert_eq!(dentist.circumstance(), Some(Circumstance::AlongDental));
    }

    #[test]
    fn an_hour_on_the_wall_stays_where_the_clocks_change() {
        // Half past two on the day after the clocks of Wisconsin went forward, seen from before
        // (-360) and after (-300): the same hour on the wall, two different moments.
        let slot = Slot::parse("2026-03-09T14:30").unwrap();
        let winter = 1_773_088_200_000; // 2026-03-09T20:30Z
        assert!(slot.has_begun(at(-360, winter)));
        assert!(!slot.has_begun(at(-360, winter - 60_000)));
        assert!(slot.has_begun(at(-300, winter - 3_600_000)));
        assert!(!slot.has_begun(at(-300, winter - 3_660_000)));
        let whole_day = Slot::parse("2026-03-09").unwrap();
        assert!(!whole_day.has_begun(at(-300, winter)));
        assert!(whole_day.has_begun(at(-300, winter + 86_400_000)));
    }
}
