//! `docs/mission.md`: every demand has one row, and what a row claims is shown by tests that exist.

use super::sources::Source;

/// The table, from the project's folder.
pub const PATH: &str = "docs/mission.md";

/// Each series of ids with how many there are: `S0-1` to `S0-32`, and so on.
const SERIES: [(&str, usize); 6] = [
    ("S0", 32),
    ("S1", 24),
    ("S2", 25),
    ("S3", 24),
    ("S4", 25),
    ("G", 11),
];

/// One row: id, words, state, place, tests.
struct Row<'a> {
    line: usize,
    id: &'a str,
    words: &'a str,
    state: &'a str,
    place: &'a str,
    tests: &'a str,
}

/// One line per row that is missing, doubled, incomplete or names a test that is not there.
pub fn faults(table: &str, sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expected: Vec<String> = Vec::new();
    for (series, count) in SERIES {
        expected.extend((1..=count).map(|number| format!("{series}-{number}")));
    }
    let mut seen: Vec<&str> = Vec::new();
    for row in rows(table, &mut faults) {
        let mut say = |fault: &str| {
            faults.push(format!("{PATH}:{}: {}: {fault}", row.line, row.id));
        };
        if !expected.iter().any(|id| id == row.id) {
            say("no such id");
        }
        if seen.contains(&row.id) {
            say("stands twice");
        }
        seen.push(row.id);
        if row.words.is_empty() {
            say("say in short what it asks for");
        }
        for fault in claim_faults(&row) {
            say(fault);
        }
        for fault in test_faults(row.tests, sources) {
            say(&fault);
        }
    }
    for id in expected.iter().filter(|id| !seen.contains(&id.as_str())) {
        faults.push(format!("{PATH}: {id} is missing"));
    }
    faults
}

/// The rows that begin with an id; anything else in a table is its head.
fn rows<'a>(table: &'a str, faults: &mut Vec<String>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (index, text) in table.lines().enumerate() {
        let line = index + 1;
        let Some(inner) = text.trim().strip_prefix('|') else {
            continue;
        };
        let cells: Vec<&str> = inner
            .trim_end_matches('|')
            .split('|')
            .map(str::trim)
            .collect();
        if cells
            .first()
            .is_some_and(|id| *id == "id" || id.starts_with("---"))
        {
            continue;
        }
        // An empty last cell loses its edge above.
        match cells.as_slice() {
            [id, words, state, place, tests] => rows.push(Row {
                line,
                id,
                words,
                state,
                place,
                tests,
            }),
            [id, words, state, place] => rows.push(Row {
                line,
                id,
                words,
                state,
                place,
                tests: "",
            }),
            [id, words, state] => rows.push(Row {
                line,
                id,
                words,
                state,
                place: "",
                tests: "",
            }),
            _ => faults.push(format!(
                "{PATH}:{line}: a row has five cells: id, in short, state, place, tests"
            )),
        }
    }
    rows
}

/// What is wrong between the state of a row and what stands beside it.
fn claim_faults(row: &Row<'_>) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let (has_place, has_tests) = (!row.place.is_empty(), !row.tests.is_empty());
    let claims = row.state == "done" || row.state.starts_with("part: ");
    if claims && !(has_place && has_tests) {
        faults.push("what is there needs its place and its tests");
    }
    let open = row.state.starts_with("part: ") || row.state.starts_with("not yet ");
    if open && !names_an_issue(row.state) {
        faults.push("what is missing needs its issue, such as (issue 4.3)");
    }
    if !claims && (has_place || has_tests) {
        faults.push("a row with a place or tests says `done` or `part: ...`");
    }
    if !claims && !open && row.state != "nothing asked" {
        faults.push("the state is `done`, `part: ...`, `not yet (issue ...)` or `nothing asked`");
    }
    faults
}

fn names_an_issue(state: &str) -> bool {
    state
        .split("(issue ")
        .nth(1)
        .and_then(|rest| rest.chars().next())
        .is_some_and(|first| first.is_ascii_digit())
}

/// What is wrong with the tests of a row: `file::function` in backticks, with spaces between.
fn test_faults(tests: &str, sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for test in tests.split_whitespace() {
        let named = test
            .strip_prefix('`')
            .and_then(|rest| rest.strip_suffix('`'))
            .and_then(|name| name.split_once("::"));
        let Some((path, function)) = named else {
            faults.push(format!("{test}: write tests as `file::function`"));
            continue;
        };
        match sources.iter().find(|source| source.path == path) {
            None => faults.push(format!("there is no file {path}")),
            Some(source) if !has_test(source, function) => {
                faults.push(format!("there is no test {function} in {path}"));
            }
            Some(_) => {}
        }
    }
    faults
}

/// Whether a file has a test with that name that runs.
fn has_test(source: &Source, function: &str) -> bool {
    let head = format!("fn {function}(");
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let declared = lines.iter().position(|line| {
        line.strip_prefix("async ")
            .unwrap_or(line)
            .starts_with(&head)
    });
    let Some(declared) = declared else {
        return false;
    };
    let above = lines.iter().take(declared).rev();
    let attributes: Vec<_> = above
        .take_while(|line| line.starts_with("#[") || line.starts_with("//"))
        .collect();
    let is = |end: &str| {
        attributes
            .iter()
            .any(|line| line.starts_with("#[") && line.contains(end))
    };
    is("test]") && !is("[ignore")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::sources;
    use crate::project;

    fn source() -> Source {
        Source {
            path: "crates/a/src/tests.rs".to_owned(),
            text:
                "#[test]\nfn it_holds() {}\n\nfn helper() {}\n\n#[test]\n#[ignore]\nfn waits() {}\n"
                    .to_owned(),
        }
    }

    fn whole() -> String {
        let mut lines = vec!["| id | in short | state | where | tests |".to_owned()];
        lines.push("|---|---|---|---|---|".to_owned());
        for (series, count) in SERIES {
            let row = |number| format!("| {series}-{number} | words | not yet (issue 4.1) | | |");
            lines.extend((1..=count).map(row));
        }
        lines.join("\n") + "\n"
    }

    fn with(row: &str) -> Vec<String> {
        let id = row.split('|').nth(1).unwrap();
        let start = format!("|{id}| words |");
        let rows: Vec<String> = whole()
            .lines()
            .map(|line| {
                if line.starts_with(&start) {
                    row.to_owned()
                } else {
                    line.to_owned()
                }
            })
            .collect();
        faults(&rows.join("\n"), &[source()])
    }

    #[test]
    fn every_demand_has_its_row_and_every_test_that_is_named_exists() {
        let table = std::fs::read_to_string(project::root().join(PATH)).unwrap();
        assert_eq!(faults(&table, &sources::read().unwrap()), [""; 0]);
    }

    #[test]
    fn a_missing_a_doubled_and_an_unknown_id_are_told() {
        assert_eq!(faults(&whole(), &[]), [""; 0]);
        let less = whole().replace("| S2-7 | words | not yet (issue 4.1) | | |\n", "");
        assert_eq!(faults(&less, &[]), ["docs/mission.md: S2-7 is missing"]);
        let more = whole() + "| S2-7 | words | not yet (issue 4.1) | | |\n";
        assert_eq!(
            faults(&more, &[]),
            ["docs/mission.md:144: S2-7: stands twice"]
        );
        let other = whole() + "| S9-1 | words | not yet (issue 4.1) | | |\n";
        assert_eq!(
            faults(&other, &[]),
            ["docs/mission.md:144: S9-1: no such id"]
        );
    }

    #[test]
    fn only_a_test_that_exists_and_runs_shows_anything() {
        let row = |tests: &str| with(&format!("| S0-6 | words | done | Today | {tests} |"));
        assert_eq!(row("`crates/a/src/tests.rs::it_holds`"), [""; 0]);
        for absent in ["it_hold", "it_holds_not", "helper", "waits"] {
            let found = row(&format!("`crates/a/src/tests.rs::{absent}`"));
            assert_eq!(
                found,
                [format!(
                    "docs/mission.md:8: S0-6: there is no test {absent} in crates/a/src/tests.rs"
                )]
            );
        }
        assert_eq!(
            row("`crates/b.rs::it_holds`"),
            ["docs/mission.md:8: S0-6: there is no file crates/b.rs"]
        );
        assert_eq!(row("it_holds").len(), 1, "without its file");
    }

    #[test]
    fn a_row_claims_nothing_that_it_does_not_show() {
        for (row, say) in [
            ("| S0-6 | words | done | Today | |", "needs its place"),
            (
                "| S0-6 | words | done | | `crates/a/src/tests.rs::it_holds` |",
                "needs its place",
            ),
            (
                "| S0-6 | words | part: a bit | Today | `crates/a/src/tests.rs::it_holds` |",
                "needs its issue",
            ),
            ("| S0-6 | words | not yet | | |", "the state is"),
            ("| S0-6 | words | not yet (later) | | |", "needs its issue"),
            (
                "| S0-6 | words | not yet (issue 4.3) | Today | |",
                "says `done`",
            ),
            ("| S0-6 | words | surely | | |", "the state is"),
            ("| S0-6 | | not yet (issue 4.3) | | |", "say in short"),
            ("| S0-6 | words |", "five cells"),
        ] {
            let found = with(row);
            assert!(
                found.iter().any(|fault| fault.contains(say)),
                "{row}: {found:?}"
            );
        }
    }
}
