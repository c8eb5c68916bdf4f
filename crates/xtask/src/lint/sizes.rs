//! Files small enough to be read in one sitting.

use super::sources::Source;

const MOST_LINES: usize = 500;

/// One line per file that should be split.
pub fn faults(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !source.is_test())
        .map(|source| (source, source.text.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(source, lines)| {
            format!(
                "{}: {lines} lines, more than {MOST_LINES}; split it",
                source.path
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, lines: usize) -> Source {
        Source {
            path: path.to_owned(),
            text: "x\n".repeat(lines),
        }
    }

    #[test]
    fn five_hundred_lines_pass_and_one_more_does_not() {
        assert!(faults(&[source("crates/a/src/lib.rs", 500)]).is_empty());
        assert_eq!(faults(&[source("crates/a/src/lib.rs", 501)]).len(), 1);
    }

    #[test]
    fn test_files_may_be_long() {
        assert!(faults(&[source("crates/a/tests/story.rs", 900)]).is_empty());
    }
}
