//! One folder or file for each screen.
//!
//! A screen is a component that asks the engine, and a plain one beside it
//! that renders the answer; tests render the plain ones.

pub mod billing;
pub mod calendar;
pub mod call_outs;
pub mod card;
pub mod coach_space;
pub mod concerns;
pub mod crisis;
pub mod desk;
pub mod discreet;
pub mod groups;
pub mod hand_on;
pub mod import;
pub mod log;
pub mod matching;
pub mod more;
pub mod numbers;
pub mod on_call;
pub mod people;
pub mod person;
pub mod scorecards;
pub mod shell;
pub mod start;
pub mod supervision;
pub mod team;
pub mod today;
pub mod workforce;
