//! Marks of unfinished work.

use super::sources::Source;

const MARKS: &[&str] = &[
    "TODO",
    "FIXME",
    "HACK:",
    "todo!(",
    "unimplemented!(",
    "not implemented",
];

/// This folder names the marks it looks for.
const MARKS_ARE_HERE: &str = "crates/xtask/";

/// One line per mark, comments included.
pub fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources
        .iter()
        .filter(|source| !source.path.starts_with(MARKS_ARE_HERE))
    {
        for (index, line) in source.text.lines().enumerate() {
            for mark in MARKS.iter().filter(|mark| line.contains(**mark)) {
                faults.push(format!(
                    "{}:{}: `{mark}`: finish it or leave it out",
                    source.path,
                    index + 1
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_in_a_comment() {
        let source = Source {
            path: "crates/a/src/lib.rs".to_owned(),
            text: "fn f() {}\n// TODO later\n".to_owned(),
        };
        assert_eq!(
            faults(&[source]),
            ["crates/a/src/lib.rs:2: `TODO`: finish it or leave it out"]
        );
    }
}
