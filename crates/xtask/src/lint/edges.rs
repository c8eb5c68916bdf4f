//! Who may depend on whom: the map in ARCHITECTURE.md.

use super::metadata::Package;

/// A crate of ours and all the crates of ours it may use outside its tests.
const MAP: &[(&str, &[&str])] = &[
    ("handrail-domain", &[]),
    ("handrail-protocol", &[]),
    ("handrail-vault", &["handrail-protocol"]),
    (
        "handrail-store",
        &[
            "handrail-domain",
            "handrail-protocol",
            "handrail-vault",
            "sqlite3mc-native",
        ],
    ),
    (
        "handrail-sync",
        &["handrail-domain", "handrail-protocol", "handrail-vault"],
    ),
    (
        "handrail-engine",
        &[
            "handrail-domain",
            "handrail-protocol",
            "handrail-store",
            "handrail-sync",
            "handrail-vault",
        ],
    ),
    ("handrail-platform", &["handrail-engine", "handrail-store"]),
    // The crisis numbers of the domain must be there even when no engine can start.
    (
        "handrail-app",
        &["handrail-domain", "handrail-engine", "handrail-platform"],
    ),
    // SQLite's own code is all that it shares with the devices' store.
    ("handrail-relay", &["handrail-protocol", "sqlite3mc-native"]),
    ("sqlite3mc-native", &[]),
    ("xtask", &[]),
    ("web-bundle", &[]),
];

/// Crates for tests and measurements only; they may use everything and nothing shipped may use them.
const TEST_CRATES: &[&str] = &[
    "handrail-testkit",
    "handrail-system-tests",
    "store-conformance",
];

/// Libraries that only these crates of ours may use.
const KEPT_TO: &[(&str, &[&str])] = &[
    ("rusqlite", &["handrail-store", "handrail-relay"]),
    (
        "automerge",
        &["handrail-domain", "handrail-store", "handrail-engine"],
    ),
    ("dioxus", &["handrail-app"]),
    ("axum", &["handrail-relay"]),
    ("hpke", &["handrail-vault"]),
    ("chacha20poly1305", &["handrail-vault"]),
    ("argon2", &["handrail-vault"]),
    ("reqwest", &["handrail-platform"]),
];

/// One line per edge that the map does not have.
pub fn faults(packages: &[Package]) -> Vec<String> {
    let ours: Vec<&Package> = packages
        .iter()
        .filter(|package| package.ours && !TEST_CRATES.contains(&package.name.as_str()))
        .collect();
    let mut faults = Vec::new();
    for package in &ours {
        let Some(allowed) = allowed(MAP, &package.name) else {
            faults.push(format!(
                "{} is not on the map of crates in crates/xtask/src/lint/edges.rs",
                package.name
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let on_map = allowed_names().any(|name| name == dependency);
            if on_map && !allowed.contains(&dependency.as_str()) {
                faults.push(format!("{} must not depend on {dependency}", package.name));
            }
            if let Some(keepers) = self::allowed(KEPT_TO, dependency)
                && !keepers.contains(&package.name.as_str())
            {
                faults.push(format!(
                    "{} must not depend on {dependency}; only {} may",
                    package.name,
                    keepers.join(", ")
                ));
            }
        }
    }
    faults
}

fn allowed(
    table: &[(&str, &'static [&'static str])],
    name: &str,
) -> Option<&'static [&'static str]> {
    table
        .iter()
        .find(|(key, _)| *key == name)
        .map(|(_, allowed)| *allowed)
}

fn allowed_names() -> impl Iterator<Item = &'static str> {
    MAP.iter()
        .map(|(name, _)| *name)
        .chain(TEST_CRATES.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, dependencies: &[&str]) -> Package {
        Package {
            name: name.to_owned(),
            version: "0.1.0".to_owned(),
            licence: None,
            ours: true,
            dependencies: dependencies.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn the_relay_may_know_the_protocol_and_nothing_that_opens() {
        assert!(faults(&[package("handrail-relay", &["handrail-protocol", "axum"])]).is_empty());
        let found = faults(&[package("handrail-relay", &["handrail-vault"])]);
        assert_eq!(found, ["handrail-relay must not depend on handrail-vault"]);
    }

    #[test]
    fn only_the_store_and_the_relay_know_sqlite() {
        assert!(faults(&[package("handrail-store", &["rusqlite"])]).is_empty());
        assert_eq!(
            faults(&[package("handrail-engine", &["rusqlite"])]).len(),
            1
        );
    }

    #[test]
    fn shipped_crates_do_not_use_test_crates() {
        let found = faults(&[package("handrail-app", &["handrail-testkit"])]);
        assert_eq!(found, ["handrail-app must not depend on handrail-testkit"]);
    }

    #[test]
    fn a_crate_that_is_not_on_the_map_is_named() {
        assert_eq!(faults(&[package("handrail-extra", &[])]).len(), 1);
    }
}
