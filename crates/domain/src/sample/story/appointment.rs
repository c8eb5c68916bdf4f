//! Appointments of some of the sample's people.

use super::writer::Writer;
use crate::appointment::{Along, AppointmentField as Field, AppointmentKind, Ride, Slot};
use crate::document::ParticipantCommand as Command;
use crate::id::RecordId;
use crate::time::TimeOfDay;

const DAY: i64 = 1440;

/// Days from today, minutes after midnight, and the rest.
const EACH: [(i64, u16, AppointmentKind, Along, Ride, &str); 6] = [
    (
        -1,
        570,
        AppointmentKind::Dental,
        Along::Coach,
        Ride::Coach,
        "Sample Dental, 12 Example Street",
    ),
    (
        0,
        1080,
        AppointmentKind::SelfHelp,
        Along::Coach,
        Ride::Bus,
        "Sample Church, side entrance",
    ),
    (
        1,
        870,
        AppointmentKind::Court,
        Along::Coach,
        Ride::Missing,
        "Sample County Courthouse",
    ),
    (
        3,
        600,
        AppointmentKind::Treatment,
        Along::Nobody,
        Ride::Booked,
        "Sample Treatment Center",
    ),
    (
        6,
        780,
        AppointmentKind::Office,
        Along::Coach,
        Ride::Coach,
        "Sample Housing Office",
    ),
    (
        9,
        540,
        AppointmentKind::ResourceCenter,
        Along::Other,
        Ride::Friends,
        "Sample Family Resource Center",
    ),
];

impl Writer {
    /// One appointment for each third of the first participants.
    pub(super) fn appointment(&mut self, number: usize) {
        let of = EACH.get(number / 3).filter(|_| number.is_multiple_of(3));
        let Some((days, minute, kind, along, ride, place)) = of.copied() else {
            return;
        };
        let when = Slot {
            day: self.now.local_date().plus_days(days),
            time: TimeOfDay::from_minutes(minute),
        };
        let id = RecordId::new(self.ago(2 * DAY).at, self.dice.rng());
        let fields = vec![
            Field::Kind(kind),
            Field::When(when),
            Field::Place(place.to_owned()),
            Field::Along(along),
            Field::Ride(Some(ride)),
        ];
        let by = self.coach;
        self.write(2 * DAY, Command::AddAppointment { id, fields, by });
    }
}
