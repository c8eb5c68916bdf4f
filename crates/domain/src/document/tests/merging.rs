use super::shared::*;
use super::*;
use crate::details::Detail;
use crate::document::participant::ParticipantKind;
use crate::encounter::EncounterChange;
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::Note;
use crate::time::LocalDate;
use ParticipantCommand as C;
use proptest::prelude::*;

/// A command on one of a few records, so that devices get in each other's way.
fn command() -> impl Strategy<Value = C> {
    let id = (1..4u8).prop_map(record);
    let on = (1..28u32).prop_map(|day| LocalDate::new(2026, 3, day));
    let status = prop::sample::select(IntakeStatus::ALL.to_vec());
    prop_oneof![
        (id.clone(), "[a-z]{0,6}").prop_map(|(id, note)| C::LogEncounter {
            id,
            facts: facts(&note)
        }),
        (id.clone(), "[a-z]{0,6}").prop_map(|(id, note)| {
            C::EditEncounter {
                id,
                changes: vec![EncounterChange::Note(Note::new(note).unwrap())],
            }
        }),
        id.clone().prop_map(|id| C::VoidEncounter {
            id,
            by: member(1),
            reason: "mistake".into()
        }),
        id.clone().prop_map(|id| C::RestoreEncounter { id }),
        (id.clone(), on.clone()).prop_map(|(id, on)| {
            let step = Step::Discharge { on: on.unwrap() };
            C::RecordMilestone {
                id,
                facts: MilestoneFacts {
                    step,
                    place: String::new(),
                },
                by: member(1),
            }
        }),
        (id.clone(), status.clone(), on.clone()).prop_map(|(id, status, on)| {
            let step = Step::Intake { status, on };
            C::RecordMilestone {
                id,
                facts: MilestoneFacts {
                    step,
                    place: String::new(),
                },
                by: member(1),
            }
        }),
        (id.clone(), status, on).prop_map(|(id, status, on)| C::SetMilestoneStatus {
            id,
            status,
            on
        }),
        id.prop_map(|id| C::VoidMilestone {
            id,
            by: member(2),
            reason: "mistake".into()
        }),
        "[a-z]{1,3}".prop_map(|name| C::SetDetail(Detail::Name(name))),
        "[ab]".prop_map(C::AddTag),
        "[ab]".prop_map(C::RemoveTag),
    ]
}

#[derive(Debug, Clone)]
enum Move {
    Do(usize, Box<C>),
    Meet(usize, usize),
}

fn steps() -> impl Strategy<Value = Vec<Move>> {
    let step = prop_oneof![
        4 => (0..3usize, command()).prop_map(|(device, command)| Move::Do(device, Box::new(command))),
        1 => (0..3usize, 0..3usize).prop_map(|(one, two)| Move::Meet(one, two)),
    ];
    prop::collection::vec(step, 1..40)
}

fn send(devices: &mut [ParticipantDocument], from: usize, to: usize) {
    let Some(changes) = devices
        .get(to)
        .and_then(|to| Some(changes(devices.get(from)?, to)))
    else {
        return;
    };
    devices[to].apply_changes(&changes).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn devices_that_have_met_say_the_same_and_nothing_written_is_lost(steps in steps()) {
        let mut devices: Vec<_> = (1..4).map(document::<ParticipantKind>).collect();
        let mut written = Vec::new();
        for (minute, step) in (0..).zip(steps) {
            match step {
                Move::Do(device, command) => {
                    if let Ok(Some(done)) = devices[device].command(&command, now(minute)) {
                        prop_assert!(devices[device].has(&done.hash));
                        written.push(done);
                    }
                }
                Move::Meet(from, to) => send(&mut devices, from, to),
            }
        }
        for (from, to) in [(1, 0), (2, 0), (0, 1), (0, 2)] {
            send(&mut devices, from, to);
        }
        let all = devices[0].read();
        for device in &devices {
            prop_assert_eq!(device.read(), all.clone());
            prop_assert_eq!(device.heads(), devices[0].heads());
            prop_assert_eq!(device.duty_facts(), devices[0].duty_facts());
            for done in &written {
                prop_assert!(device.has(&done.hash));
            }
        }
        // The changes alone, in any order, give the same document.
        let mut rebuilt = document::<ParticipantKind>(9);
        let reversed: Vec<_> = written.iter().rev().map(|done| done.change.clone()).collect();
        rebuilt.apply_changes(&reversed).unwrap();
        prop_assert_eq!(rebuilt.read(), all.clone());
        let loaded = ParticipantDocument::load(&devices[1].save_verified().unwrap(), session(10)).unwrap();
        prop_assert_eq!(loaded.read(), all);
    }
}
