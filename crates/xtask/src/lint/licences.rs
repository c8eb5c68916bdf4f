//! Licences of everything we link or build with.

use super::metadata::Package;

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BlueOak-1.0.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// One line per package whose licence does not let us ship it under ours.
pub fn faults(packages: &[Package]) -> Vec<String> {
    packages
        .iter()
        .filter(|package| !package.ours)
        .filter_map(|package| {
            let named = format!("{} {}", package.name, package.version);
            match &package.licence {
                None => Some(format!("{named} states no licence")),
                Some(licence) if allowed(licence) => None,
                Some(licence) => Some(format!(
                    "{named} is under {licence}, which is not on the list"
                )),
            }
        })
        .collect()
}

/// Whether an SPDX expression can be fulfilled with allowed licences. `/` is the old way to write OR.
fn allowed(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words = spaced.split_whitespace().peekable();
    let answer = any(&mut words);
    answer && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words) -> bool {
    let mut answer = all(words);
    while words.next_if_eq(&"OR").is_some() {
        let next = all(words);
        answer = answer || next;
    }
    answer
}

fn all(words: &mut Words) -> bool {
    let mut answer = one(words);
    while words.next_if_eq(&"AND").is_some() {
        let next = one(words);
        answer = answer && next;
    }
    answer
}

fn one(words: &mut Words) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let answer = any(words);
        return words.next() == Some(")") && answer;
    }
    let Some(licence) = words.next() else {
        return false;
    };
    if words.next_if_eq(&"WITH").is_some() {
        let exception = words.next().unwrap_or_default();
        return ALLOWED.contains(&format!("{licence} WITH {exception}").as_str());
    }
    ALLOWED.contains(&licence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_allowed_choice_is_enough() {
        assert!(allowed("MIT OR GPL-3.0-only"));
        assert!(allowed("MIT/GPL-2.0"));
        assert!(!allowed("GPL-3.0-only OR AGPL-3.0-only"));
    }

    #[test]
    fn every_part_of_an_and_must_be_allowed() {
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
    }

    #[test]
    fn exceptions_belong_to_their_licence() {
        assert!(allowed("Apache-2.0 WITH LLVM-exception OR MIT"));
        assert!(!allowed("GPL-2.0-only WITH Classpath-exception-2.0"));
    }

    #[test]
    fn a_broken_expression_is_refused() {
        for broken in ["", "(MIT", "MIT Apache-2.0"] {
            assert!(!allowed(broken), "{broken}");
        }
    }
}
