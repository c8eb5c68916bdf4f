//! One suite for every place a database can live in: memory, a native file, the browser's
//! storage. Synchronous, without files, threads or panics of its own, so that a worker page can
//! run it.

mod assignments;
mod caches;
mod check;
mod full;
mod groups;
mod items;
mod keys;
mod lock;
mod opening;
mod parcels;
mod rows;
mod samples;
mod search;
mod sending;
mod small;
mod timeline;
mod transactions;

use check::Outcome;

use crate::{OpenError, Store, StoreLocation};

/// The place under test.
pub struct Host<'a> {
    /// A location that nobody used before; the text tells cases apart and is a fit file name.
    pub fresh: &'a dyn Fn(&str) -> StoreLocation,
    /// Deletes what stands at a location, its journal too. Called after each case, with nothing
    /// open.
    pub discard: &'a dyn Fn(&StoreLocation),
    /// Content survives closing.
    pub reopens: bool,
}

/// How one case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseResult {
    /// What holds if it passed.
    pub name: &'static str,
    /// Why it did not.
    pub outcome: Result<(), String>,
}

/// The key of every database in the suite.
pub const KEY: [u8; 32] = [0x5a; 32];

/// Runs every case; those about reopening only where content survives closing.
pub fn run(host: &Host<'_>) -> Vec<CaseResult> {
    let lasting: &[Case] = if host.reopens { opening::CASES } else { &[] };
    let suites = [
        small::CASES,
        keys::CASES,
        groups::CASES,
        assignments::CASES,
        items::CASES,
        sending::CASES,
        parcels::CASES,
        rows::CASES,
        timeline::CASES,
        search::CASES,
        caches::CASES,
        transactions::CASES,
        full::CASES,
    ];
    let with_store = suites.into_iter().flatten().map(|(name, case)| {
        let location = (host.fresh)(name);
        let outcome = create(&location)
            .map_err(check::Failure::from)
            .and_then(|mut store| {
                case(&mut store)?;
                store.check()?;
                store.close()?;
                Ok(())
            });
        (host.discard)(&location);
        result(name, outcome)
    });
    let with_place = lasting.iter().chain(lock::CASES).map(|(name, case)| {
        let location = (host.fresh)(name);
        let outcome = case(&location);
        (host.discard)(&location);
        result(name, outcome)
    });
    with_store
        .collect::<Vec<_>>()
        .into_iter()
        .chain(with_place)
        .collect()
}

/// A case about a place, and its name.
type Case = (&'static str, fn(&StoreLocation) -> Outcome);
/// A case about an empty store, and its name.
type StoreCase = (&'static str, fn(&mut Store) -> Outcome);

fn create(location: &StoreLocation) -> Result<Store, OpenError> {
    Store::create(location, &KEY)
}

fn result(name: &'static str, outcome: Outcome) -> CaseResult {
    CaseResult {
        name,
        outcome: outcome.map_err(|failure| failure.0),
    }
}
