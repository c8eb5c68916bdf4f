//! The suite on memory and on native files.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]
#![cfg(feature = "conformance")]

use handrail_store::{
    StoreLocation,
    conformance::{CaseResult, Host, run},
};

fn assert_all_pass(results: &[CaseResult], least: usize) {
    let failed: Vec<_> = results
        .iter()
        .filter(|case| case.outcome.is_err())
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(results.len() >= least, "only {} cases ran", results.len());
}

#[test]
fn the_store_conforms_in_memory() {
    let results = run(&Host {
        fresh: &|_| StoreLocation::memory(),
        discard: &|_| {},
        reopens: false,
    });
    assert_all_pass(&results, 35);
}

#[test]
fn the_store_conforms_on_files() {
    let folder = tempfile::tempdir().unwrap();
    let results = run(&Host {
        fresh: &|name| StoreLocation::file(folder.path().join(name)),
        discard: &|_| {},
        reopens: true,
    });
    assert_all_pass(&results, 41);
}
