//! One folder or file for each screen.
//!
//! A screen is a component that asks the engine, and a plain one beside it
//! that renders the answer; tests render the plain ones.

pub mod calendar;
pub mod call_outs;
pub mod crisis;
pub mod discreet;
pub mod groups;
pub mod import;
pub mod log;
pub mod matching;
pub mod more;
pub mod numbers;
pub mod people;
pub mod person;
pub mod shell;
pub mod start;
pub mod team;
pub mod today;
