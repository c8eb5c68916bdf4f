//! Records that a lost device handed over afterwards.

use handrail_engine::api::{
    ConflictVersion, ConflictView, LateKind, LateRecordView, TakeInLate, TakenInView,
};

use super::HOUR;
use crate::stage::NOW;

/// A milestone that may be taken in, a step whose goal is not there, and details that were.
pub fn records() -> Vec<LateRecordView> {
    let record = |kind, said: &[(&str, &str)]| LateRecordView {
        participant: "01".repeat(16),
        name: "Jo Park".to_owned(),
        kind,
        said: said
            .iter()
            .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
            .collect(),
        written_at: NOW - 25 * HOUR,
        arrived_at: NOW - HOUR,
        corrects: false,
        disputed: Vec::new(),
        withdrawn: false,
        needs_goal: false,
        taken_in: Vec::new(),
        take_in: None,
    };
    let version = |value: &str, author: &str, hours| ConflictVersion {
        value: value.to_owned(),
        author: author.to_owned(),
        at: NOW - hours * HOUR,
    };
    vec![
        LateRecordView {
            corrects: true,
            disputed: vec![ConflictView {
                record: "01J00000000000000000000001".to_owned(),
                field: "on".to_owned(),
                versions: vec![
                    version("2026-12-01", "Devon Blake", 25),
                    version("2026-12-03", "Ana Whitfield", 2),
                ],
            }],
            take_in: Some(TakeInLate {
                device: "0d".repeat(16),
                participant: "01".repeat(16),
                entry: "01J00000000000000000000001".to_owned(),
                item: "ee".repeat(32),
            }),
            ..record(
                LateKind::Milestone,
                &[("kind", "court_date"), ("on", "2026-12-01")],
            )
        },
        LateRecordView {
            needs_goal: true,
            ..record(
                LateKind::Plan,
                &[("kind", "step"), ("words", "Fill in the form")],
            )
        },
        LateRecordView {
            corrects: true,
            taken_in: vec![TakenInView {
                from: "Devon Blake".to_owned(),
                written_at: NOW - 25 * HOUR,
                by: "Ana Whitfield".to_owned(),
                at: NOW - HOUR,
            }],
            ..record(
                LateKind::Details,
                &[("phone", "608-555-0188"), ("tag_added", "court")],
            )
        },
    ]
}
