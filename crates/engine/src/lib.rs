//! The one actor that owns the store and the synchronisation.
//!
//! Screens talk to it only with the messages in [`api`]; it never reads a
//! clock, never touches the network and never waits: whoever drives it passes
//! time and randomness in and carries its outputs out.

mod accesses;
mod agenda;
pub mod api;
mod around;
mod attesting;
mod audit;
mod billing;
mod call_outs;
mod card;
mod caseload;
mod check_ins;
mod chosen;
mod client_reports;
mod coach_space;
mod concerns;
mod consents;
mod conversation;
mod convert;
mod crisis;
mod desk;
mod emergencies;
mod engine;
mod exit;
mod forgetting;
mod groups;
mod handing_over;
mod inspection;
mod inviting;
pub mod io;
mod jobs;
mod kept;
mod last_words;
mod late;
mod lease;
mod letting_go;
mod matching;
mod membership;
pub mod memory;
mod numbers;
mod on_call;
mod open;
mod outreach;
mod parcels;
mod plan;
mod programs;
mod rebuild;
mod referrals;
mod removing;
mod renewing;
mod resource_links;
mod resources;
mod rights;
mod rooms;
mod roster;
mod sayings;
mod scorecards;
mod sharing;
mod statements;
mod supervision;
mod ties;
mod views;
mod workforce;

pub use engine::{Engine, EngineConfig, Erase, Stopwatch, kit_words};
pub use handrail_store::StoreLocation;
#[cfg(feature = "nfc")]
pub use handrail_vault::nfc;
