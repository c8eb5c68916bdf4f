//! Calls that belong to one place, or to none.

use super::sources::Source;

struct Rule {
    /// Text that must not stand in a line of code.
    text: &'static str,
    /// Path beginnings where it may.
    except: &'static [&'static str],
    reason: &'static str,
}

const TARGETS: &[&str] = &[
    "crates/platform/",
    "crates/sqlite3mc-native/",
    "crates/store-conformance/",
];
const CLOCKS: &[&str] = &[
    "crates/platform/",
    "crates/testkit/",
    "crates/store-conformance/tests/",
    "sync-server/",
    "tests/",
];

const RULES: &[Rule] = &[
    Rule {
        text: "target_arch",
        except: TARGETS,
        reason: "only crates/platform tells targets apart",
    },
    Rule {
        text: "target_family",
        except: TARGETS,
        reason: "only crates/platform tells targets apart",
    },
    Rule {
        text: "SystemTime::now",
        except: CLOCKS,
        reason: "time comes in as an argument",
    },
    Rule {
        text: "Instant::now",
        except: CLOCKS,
        reason: "time comes in as an argument",
    },
    Rule {
        text: "Utc::now",
        except: CLOCKS,
        reason: "time comes in as an argument",
    },
    Rule {
        text: "Local::now",
        except: CLOCKS,
        reason: "time comes in as an argument",
    },
    Rule {
        text: "dangerous_inner_html",
        except: &[],
        reason: "a note could become a script; the desktop's page can read files",
    },
    Rule {
        text: "asset!(",
        except: &[],
        reason: "works only under dx; use include_str! or a file of assets/web",
    },
    Rule {
        text: "#[ignore",
        except: &[],
        reason: "a test that is not run proves nothing",
    },
];

/// This folder names the texts it looks for.
const RULES_ARE_HERE: &str = "crates/xtask/";

/// One line per forbidden call.
pub fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources
        .iter()
        .filter(|source| !source.path.starts_with(RULES_ARE_HERE))
    {
        for (number, line) in source.code_lines() {
            for rule in RULES.iter().filter(|rule| line.contains(rule.text)) {
                if !rule
                    .except
                    .iter()
                    .any(|start| source.path.starts_with(start))
                {
                    faults.push(format!(
                        "{}:{number}: `{}`: {}",
                        source.path, rule.text, rule.reason
                    ));
                }
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        faults(&[Source {
            path: path.to_owned(),
            text: text.to_owned(),
        }])
        .len()
    }

    #[test]
    fn the_clock_is_read_in_platform_only() {
        assert_eq!(
            found("crates/engine/src/lib.rs", "let t = Instant::now();"),
            1
        );
        assert_eq!(
            found("crates/platform/src/clock.rs", "let t = Instant::now();"),
            0
        );
    }

    #[test]
    fn a_comment_may_name_what_is_forbidden() {
        assert_eq!(
            found("crates/app/src/lib.rs", "// never dangerous_inner_html"),
            0
        );
        assert_eq!(
            found(
                "crates/app/src/lib.rs",
                "p { dangerous_inner_html: \"{x}\" }"
            ),
            1
        );
    }
}
