//! Which functions are not needed for the first screens, by name.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

/// Paths of Rust modules and items, a line each: `#` begins a remark, `!` keeps what a longer path names,
/// `*` at the end fits every word that begins so.
pub struct List {
    lines: Vec<Line>,
}

struct Line {
    path: String,
    keeps: bool,
}

impl List {
    /// Reads the list.
    pub fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let line = line.split('#').next().unwrap_or_default().trim();
            let path = line.trim_start_matches('!');
            (!path.is_empty()).then(|| Line {
                path: path.to_owned(),
                keeps: line.starts_with('!'),
            })
        };
        Self {
            lines: text.lines().filter_map(line).collect(),
        }
    }

    /// Places of the functions that come later: every name of theirs does.
    ///
    /// A name fits a line if the path stands anywhere in it, also among the types it was made for; the
    /// longest line that fits decides. A line that fits nothing is an error: it tells of code that has
    /// moved.
    pub fn fitting(&self, functions: &[Vec<String>]) -> Result<BTreeSet<usize>> {
        let mut used = BTreeSet::new();
        let mut fitting = BTreeSet::new();
        for (place, names) in functions.iter().enumerate() {
            let later = names
                .iter()
                .filter(|name| self.comes_later(name, &mut used));
            if later.count() == names.len() && !names.is_empty() {
                fitting.insert(place);
            }
        }
        for (number, line) in self.lines.iter().enumerate() {
            if !used.contains(&number) {
                bail!(
                    "no function of the module is in `{}`, which is listed to come later",
                    line.path
                );
            }
        }
        Ok(fitting)
    }

    fn comes_later(&self, name: &str, used: &mut BTreeSet<usize>) -> bool {
        let mut decides: Option<&Line> = None;
        for (number, line) in self.lines.iter().enumerate() {
            if mentions(name, &line.path) {
                used.insert(number);
                if decides.is_none_or(|so_far| so_far.path.len() < line.path.len()) {
                    decides = Some(line);
                }
            }
        }
        decides.is_some_and(|line| !line.keeps)
    }
}

/// Whether the path stands in the name, not as part of other words.
fn mentions(name: &str, path: &str) -> bool {
    let (path, open) = path
        .strip_suffix('*')
        .map_or((path, false), |path| (path, true));
    let part_of_word = |letter: Option<char>| {
        letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    };
    name.match_indices(path).any(|(at, _)| {
        let before = name.get(..at).and_then(|text| text.chars().next_back());
        let after = name
            .get(at + path.len()..)
            .and_then(|text| text.chars().next());
        !part_of_word(before) && (open || !part_of_word(after))
    })
}
