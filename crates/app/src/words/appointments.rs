//! The key of the words for what is said of an appointment.

use handrail_engine::api::{Along, AppointmentKind, Ride, Upshot};

/// What kind of appointment it is.
pub fn appointment(kind: AppointmentKind) -> &'static str {
    match kind {
        AppointmentKind::Court => "appointment-court",
        AppointmentKind::Treatment => "appointment-treatment",
        AppointmentKind::Medical => "appointment-medical",
        AppointmentKind::Dental => "appointment-dental",
        AppointmentKind::SelfHelp => "appointment-self-help",
        AppointmentKind::ParentingClass => "appointment-parenting-class",
        AppointmentKind::ResourceCenter => "appointment-resource-center",
        AppointmentKind::Office => "appointment-office",
        AppointmentKind::ChildWelfare => "appointment-child-welfare",
        AppointmentKind::Probation => "appointment-probation",
        AppointmentKind::Coffee => "appointment-coffee",
        AppointmentKind::Other => "appointment-other",
    }
}

/// Who goes along.
pub fn along(along: Along) -> &'static str {
    match along {
        Along::Coach => "along-coach",
        Along::Other => "along-other",
        Along::Nobody => "along-nobody",
    }
}

/// How the participant gets there.
pub fn ride(ride: Ride) -> &'static str {
    match ride {
        Ride::Coach => "ride-coach",
        Ride::Booked => "ride-booked",
        Ride::Friends => "ride-friends",
        Ride::Bus => "ride-bus",
        Ride::Own => "ride-own",
        Ride::Remote => "ride-remote",
        Ride::Missing => "ride-missing",
    }
}

/// What became of an appointment.
pub fn upshot(upshot: Upshot) -> &'static str {
    match upshot {
        Upshot::WentAlong => "upshot-went-along",
        Upshot::WasThere => "upshot-was-there",
        Upshot::Missed => "upshot-missed",
        Upshot::CalledOff => "upshot-called-off",
    }
}
