//! Native files: what opening a wrong, broken or busy one does, what a kill leaves, what older
//! versions become.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking"
)]

mod damage;
mod forgetting;
mod kills;
mod opening;
mod place;
mod upgrades;
