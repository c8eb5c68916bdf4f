//! The relay from outside: its storage, its answers, its program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "tests"
)]

mod agency;
mod carriers;
mod client;
mod pen;

mod blind;
mod crash;
mod hostile;
mod items;
mod opening;
mod rosters;
mod routes;
mod storage;
mod tls;
mod wake;
mod web;
