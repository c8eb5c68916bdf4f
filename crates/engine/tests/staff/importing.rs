//! What an import was not sure of is told, row by row.

use crate::support::Device;
use handrail_engine::api::{Command, ImportWarningReason, Reply};

#[test]
fn rows_that_came_in_with_something_unclear_are_named_with_their_line() {
    let mut device = Device::new(1);
    device.found();
    let file = "Name,Phone\nRay Example,608-555-0142\nAna Example,ask her mother\n";
    let opened = device
        .order(Command::ImportOpen {
            name: "caseload.csv".to_owned(),
            bytes: file.as_bytes().to_vec(),
        })
        .unwrap();
    let Reply::ImportPreview(preview) = opened else {
        panic!("{opened:?}")
    };
    let mapping = preview.mapping;
    let ended = device.order(Command::ImportRun { mapping }).unwrap();
    let Reply::ImportReport(report) = ended else {
        panic!("{ended:?}")
    };
    assert_eq!((report.added, report.problems.len()), (2, 0));
    let told: Vec<_> = report
        .warnings
        .iter()
        .map(|warning| (warning.line, warning.reason, warning.name.as_str()))
        .collect();
    assert_eq!(
        told,
        vec![(3, ImportWarningReason::PhoneUnclear, "Ana Example")]
    );
}
