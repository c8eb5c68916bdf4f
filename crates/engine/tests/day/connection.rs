//! The way into treatment and back, on a participant's page (issue 4.5).

use crate::support::Device;
use crate::support::two::{add, log, person};
use handrail_engine::api::{
    Command, LocalDate, MilestoneEvent, MilestoneInput, ObligationKind,
    TreatmentStanding as Standing,
};

#[test]
fn s4_25_a_return_to_use_asks_for_a_contact_and_the_days_until_they_are_back_are_counted() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let dated = |device: &mut Device, event, on: &str| {
        let milestone = MilestoneInput::Dated {
            event,
            on: on.to_owned(),
        };
        let participant = ray.clone();
        device
            .order(Command::RecordMilestone {
                participant,
                milestone,
            })
            .unwrap();
    };
    dated(&mut device, MilestoneEvent::FirstAppointment, "2026-03-01");
    dated(&mut device, MilestoneEvent::InTreatment, "2026-04-02");
    dated(&mut device, MilestoneEvent::ReturnToUse, "2026-05-01");
    let view = person(&mut device, &ray).unwrap();
    let standings: Vec<_> = view
        .connection
        .looks
        .iter()
        .map(|one| one.standing)
        .collect();
    let on = |text| LocalDate::parse(text).unwrap();
    let expected = [
        Standing::Active(on("2026-04-02")),
        Standing::NotSaid,
        Standing::Ahead,
    ];
    assert_eq!(standings, expected);
    let [away] = view.connection.returns.try_into().unwrap();
    assert_eq!((away.reconnected, away.days), (None, 3));
    let owed = |device: &mut Device| {
        let view = person(device, &ray).unwrap();
        let mut all = view.obligations.into_iter();
        all.any(|one| one.kind == ObligationKind::FirstContact && one.is_owed())
    };
    assert!(owed(&mut device));
    log(&mut device, &ray, "Walked together. They want to go back.");
    assert!(!owed(&mut device));
    dated(&mut device, MilestoneEvent::BackInTreatment, "2026-05-04");
    let [back] = person(&mut device, &ray)
        .unwrap()
        .connection
        .returns
        .try_into()
        .unwrap();
    assert_eq!((back.reconnected, back.days), (Some(on("2026-05-04")), 3));
}
