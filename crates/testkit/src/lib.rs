//! What tests are made of: seeded randomness, fake clocks, a fictional agency,
//! and a simulated world of devices, a bad network and the real relay.
//!
//! Everything follows from one seed. Not published, and part of no program that
//! people use.

pub mod access;
pub mod agency;
pub mod clock;
pub mod engine_simulation;
pub mod forge;
pub mod fuzz;
pub mod hostile_simulation;
pub mod item_simulation;
pub mod random;
pub mod world;
