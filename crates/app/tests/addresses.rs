//! Addresses are read in two steps, those of later screens in the second part of the web bundle. They are
//! what they were in one: each belongs to one screen, and each screen to one of the five places.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use dioxus::router::{Routable, SegmentType};
use handrail_app::{
    routes::{LaterRoute, Route},
    screens::shell::PlaceName,
};

/// An address of each screen, with something in place of its names.
fn addresses<R: Routable>() -> Vec<String> {
    let part = |segment: SegmentType| match segment {
        SegmentType::Static(word) => Some(format!("/{word}")),
        SegmentType::Dynamic(name) => Some(format!("/a {name}")),
        _ => None,
    };
    let address = |segments: Vec<SegmentType>| segments.into_iter().map(part).collect();
    R::flatten_site_map().filter_map(address).collect()
}

fn later(address: &str) -> Option<LaterRoute> {
    match address.parse().unwrap() {
        route @ Route::Later { .. } => route.to_string().parse().ok(),
        _ => None,
    }
}

/// The name of the variant.
fn name(route: &LaterRoute) -> String {
    let text = format!("{route:?}");
    let end = text.find(' ').unwrap_or(text.len());
    text.chars().take(end).collect()
}

#[test]
fn every_address_of_a_later_screen_is_read_as_that_screen_alone() {
    let addresses = addresses::<LaterRoute>();
    assert!(addresses.len() > 60, "{} addresses", addresses.len());
    let mut screens = std::collections::BTreeSet::new();
    for address in &addresses {
        let route = later(address).unwrap_or_else(|| panic!("{address} leads elsewhere"));
        let written = address.replace(' ', "%20");
        assert_eq!(route.to_string(), written);
        assert_eq!(later(&written), Some(route.clone()));
        assert!(screens.insert(name(&route)), "two addresses of {route:?}");
    }
}

#[test]
fn no_address_of_a_first_screen_waits_for_the_second_part() {
    let addresses = addresses::<Route>();
    assert!(addresses.len() > 12, "{} addresses", addresses.len());
    for address in addresses {
        let route: Route = address.parse().unwrap();
        assert!(!matches!(route, Route::Later { .. }), "{address}");
        let word = |text: &str| text.trim_start_matches('/').replace(' ', "%20");
        assert_eq!(word(&route.to_string()), word(&address));
    }
}

#[test]
fn a_word_of_an_address_keeps_its_letters_on_the_way_through_both_parts() {
    for part in ["Café, 100 % \u{1f331}", "a?b#c", "me"] {
        let route = LaterRoute::ScorecardPart {
            measure: "contacts".to_owned(),
            period: "2026-10".to_owned(),
            by: "place".to_owned(),
            part: part.to_owned(),
        };
        assert_eq!(later(&route.to_string()), Some(route));
    }
}

#[test]
fn an_unknown_address_is_no_screen_and_stands_at_today() {
    for address in [
        "/join",
        "/restore",
        "/people/a/b/c/d",
        "/nowhere",
        "/team/a/b/c",
    ] {
        assert_eq!(later(address), None, "{address}");
    }
    let place = |address: &str| PlaceName::of(&address.parse().unwrap());
    assert_eq!(place("/nowhere"), PlaceName::Today);
}

#[test]
fn each_screen_belongs_to_one_of_the_five_places() {
    let place = |address: &str| PlaceName::of(&address.parse().unwrap());
    for (addresses, expected) in [
        (
            &[
                "/",
                "/today/a",
                "/calendar",
                "/off",
                "/concerns/a",
                "/call-outs/a/new",
            ][..],
            PlaceName::Today,
        ),
        (
            &[
                "/people",
                "/people/new",
                "/people/a",
                "/people/a/plan",
                "/import",
            ],
            PlaceName::People,
        ),
        (&["/log", "/log/a", "/log/a/b"], PlaceName::Log),
        (
            &[
                "/team",
                "/team/a/b",
                "/team/people/a",
                "/team/payroll",
                "/on-call/new",
            ],
            PlaceName::Team,
        ),
        (
            &[
                "/more",
                "/more/settings",
                "/more/card",
                "/groups/a",
                "/crisis",
                "/crisis/change",
            ],
            PlaceName::More,
        ),
        (
            &["/team/people/me", "/team/people/me/claims"],
            PlaceName::More,
        ),
    ] {
        for address in addresses {
            assert_eq!(place(address), expected, "{address}");
        }
    }
    for address in addresses::<LaterRoute>() {
        let first = address.split('/').nth(1).unwrap();
        let at_today = ["calendar", "off", "concerns", "call-outs"].contains(&first);
        assert_eq!(place(&address) == PlaceName::Today, at_today, "{address}");
    }
}
