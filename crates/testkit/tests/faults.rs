//! `docs/faults.md` names what there is (issue 3.10).

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test ends where it fails"
)]

use std::collections::BTreeSet;
use std::path::Path;

use handrail_testkit::hostile_simulation::Scenario;

/// Everything between backticks in the tables.
fn names() -> Vec<String> {
    let table = root().join("docs/faults.md");
    let text = std::fs::read_to_string(table).unwrap();
    let rows = text.lines().filter(|line| line.starts_with('|'));
    rows.flat_map(|row| {
        row.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    })
    .collect()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn every_attack_is_a_row_of_the_fault_list() {
    let named: BTreeSet<String> = names().into_iter().collect();
    for scenario in Scenario::ALL {
        let name = scenario.name();
        assert!(named.contains(&name), "{name} is not in docs/faults.md");
    }
}

#[test]
fn every_name_in_the_fault_list_is_a_scenario_or_a_test() {
    let scenarios: BTreeSet<String> = Scenario::ALL.into_iter().map(Scenario::name).collect();
    let mut tests = 0;
    for name in names() {
        if let Some((file, test)) = name.split_once("::") {
            let text = std::fs::read_to_string(root().join(file));
            let text = text.unwrap_or_else(|_| panic!("docs/faults.md names {file}"));
            assert!(
                text.contains(&format!("fn {test}(")),
                "{test} is not in {file}"
            );
            tests += 1;
        } else if Path::new(&name).extension().is_none_or(|of| of != "md") {
            assert!(scenarios.contains(&name), "{name} is no scenario");
        }
    }
    assert!(tests > 10);
}
