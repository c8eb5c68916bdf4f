//! Whether every address of the app has a place.

use std::collections::BTreeSet;

use super::Place;

/// Where the addresses stand.
const ROUTES: [&str; 2] = [
    include_str!("../../../crates/app/src/routes.rs"),
    include_str!("../../../crates/app/src/routes/later.rs"),
];
/// What stands before each.
const BEFORE: &str = "#[route(\"";

/// Addresses, with names in place of what they are about, to which no place belongs.
pub fn without_a_place(places: &[Place]) -> Vec<&'static str> {
    let all = addresses();
    let visited: BTreeSet<&str> = places
        .iter()
        .filter_map(|place| address_of(&all, &place.path))
        .collect();
    all.iter()
        .copied()
        .filter(|address| !visited.contains(address))
        .collect()
}

fn addresses() -> Vec<&'static str> {
    let lines = ROUTES.iter().flat_map(|source| source.lines());
    lines
        .filter_map(|line| line.trim().strip_prefix(BEFORE))
        .filter_map(|rest| rest.split('"').next())
        // Any other address leads to no screen of its own.
        .filter(|address| !address.contains(".."))
        .collect()
}

/// The address that says most words of a path as they are.
fn address_of(all: &[&'static str], path: &str) -> Option<&'static str> {
    let known = all
        .iter()
        .filter_map(|address| Some((words_alike(address, path)?, *address)));
    known.max().map(|(_, address)| address)
}

/// How many words are the same; `None` where the path is not of that address.
fn words_alike(address: &str, path: &str) -> Option<usize> {
    let wanted: Vec<&str> = address.split('/').collect();
    let found: Vec<&str> = path.split('/').collect();
    if wanted.len() != found.len() {
        return None;
    }
    let mut alike = 0;
    for (one, other) in wanted.iter().zip(&found) {
        if one == other {
            alike += 1;
        } else if !one.starts_with(':') {
            return None;
        }
    }
    Some(alike)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::at;

    #[test]
    fn an_address_without_a_place_is_named_and_a_form_for_a_new_one_is_no_page_of_one() {
        let places = [
            at("today", "/", "@today"),
            at("group-new", "/groups/new", "@group-preview"),
            at("claims", "/team/people/me/claims", "@claims"),
        ];
        let missing = without_a_place(&places);
        for address in ["/", "/groups/new", "/team/people/:person/claims"] {
            assert!(!missing.contains(&address), "{address}");
        }
        for address in ["/groups/:group", "/people/:participant", "/team/:member"] {
            assert!(missing.contains(&address), "{address}");
        }
        assert!(!missing.iter().any(|address| address.contains("..")));
    }
}
