//! Programs as those who run them see them: looked at before they hold, changed from a day on
//! (issue 4.1).

use crate::support::Device;
use handrail_engine::api::{
    Command, DetailField, EngineError, MilestoneEvent, MilestoneInput, ObligationKind,
    ProgramDraft, ProgramPreviewView, ProgramsView, Query, Reply,
};

fn founded(seed: u64) -> Device {
    let mut device = Device::new(seed);
    device.found();
    device
}

fn programs(device: &mut Device) -> ProgramsView {
    match device.query(Query::Programs) {
        Reply::Programs(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn preview(device: &mut Device, draft: &ProgramDraft) -> ProgramPreviewView {
    match device.query(Query::PreviewProgram(draft.clone())) {
        Reply::ProgramPreview(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn add(device: &mut Device, name: &str, program: &str) -> String {
    let details = vec![
        (DetailField::Name, name.to_owned()),
        (DetailField::Program, program.to_owned()),
    ];
    match device.order(Command::AddParticipant { details }) {
        Ok(Reply::Record(record)) => record.participant,
        other => panic!("{other:?}"),
    }
}

fn put(device: &mut Device, draft: ProgramDraft) {
    assert_eq!(device.order(Command::UseProgram(draft)), Ok(Reply::Done));
}

#[test]
fn s0_18_a_sample_shows_what_it_would_change_for_whom_and_then_does_just_that() {
    let mut device = founded(1);
    let ana = add(&mut device, "Ana Example", "Pregnancy2recovery");
    add(&mut device, "Ben Example", "");
    let due = MilestoneInput::Dated {
        event: MilestoneEvent::DueDate,
        on: "2030-01-01".into(),
    };
    let recorded = device.order(Command::RecordMilestone {
        participant: ana.clone(),
        milestone: due,
    });
    assert!(recorded.is_ok(), "{recorded:?}");
    let before = programs(&mut device);
    assert_eq!((before.in_use.len(), before.samples.len()), (0, 5));

    let sample = ProgramDraft::Sample("pregnancy".into());
    let shown = preview(&mut device, &sample);
    assert_eq!((shown.people, shown.changed, shown.replaces), (1, 1, false));
    assert_eq!(shown.changes[0].participant, ana);
    assert!(shown.changes[0].newly.contains(&ObligationKind::Perinatal));
    assert_eq!(programs(&mut device), before, "looking changes nothing");

    put(&mut device, sample.clone());
    let after = programs(&mut device);
    assert_eq!((after.in_use.len(), after.samples.len()), (1, 4));
    assert_eq!(after.in_use[0].people, 1);
    let again = preview(&mut device, &sample);
    assert_eq!((again.changed, again.replaces), (0, true));
}

#[test]
fn s0_7_other_numbers_for_a_duty_hold_from_their_day_on() {
    let mut device = founded(2);
    put(&mut device, ProgramDraft::Sample("family".into()));
    let duty = programs(&mut device).in_use[0].pack.duties[0].clone();
    let field = "every_days".to_owned();
    let old = duty.every_days.unwrap();
    let draft = |from: &str, number| ProgramDraft::Duty {
        program: "family".into(),
        from: from.into(),
        duty: duty.id.clone(),
        numbers: vec![(field.clone(), number)],
    };
    let future = draft("2999-01-01", old + 1);
    let shown = preview(&mut device, &future).pack.unwrap();
    assert_eq!(shown.duties[0].every_days, Some(old + 1));
    put(&mut device, future);
    let kept = programs(&mut device);
    assert_eq!(kept.in_use[0].pack.duties[0].every_days, Some(old));
    assert_eq!(kept.in_use[0].changes.len(), 1);

    put(&mut device, draft("2020-01-01", old + 2));
    let kept = programs(&mut device);
    assert_eq!(kept.in_use[0].pack.duties[0].every_days, Some(old + 2));

    let none = preview(&mut device, &draft("2020-01-01", 0)).fault.unwrap();
    assert_eq!(
        (none.what.as_str(), none.detail.as_str()),
        ("bounds", "every_days")
    );
    let refused = device.order(Command::UseProgram(draft("2020-01-01", 0)));
    assert!(
        matches!(refused, Err(EngineError::Invalid { .. })),
        "{refused:?}"
    );
    let foreign = ProgramDraft::Duty {
        program: "family".into(),
        from: "2020-01-01".into(),
        duty: duty.id.clone(),
        numbers: vec![("months".into(), 3)],
    };
    let refused = device.order(Command::UseProgram(foreign));
    assert_eq!(refused, Err(EngineError::NotFound));
    assert_eq!(programs(&mut device), kept);
}

#[test]
fn a_text_that_is_no_program_says_where_it_is_wrong_and_changes_nothing() {
    let mut device = founded(3);
    for (text, what) in [
        ("{", "json"),
        ("{\"format\": 9}", "format"),
        (&"x".repeat(10 * 1024 * 1024), "large"),
    ] {
        let draft = ProgramDraft::Text(text.to_owned());
        let shown = preview(&mut device, &draft);
        assert_eq!(shown.fault.unwrap().what, what);
        assert_eq!(shown.pack, None);
        let refused = device.order(Command::UseProgram(draft));
        assert!(
            matches!(refused, Err(EngineError::Invalid { .. })),
            "{refused:?}"
        );
    }
    assert!(programs(&mut device).in_use.is_empty());
}
