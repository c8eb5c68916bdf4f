//! Drives the whole product as people do: real relay, real browsers, over WebDriver.
//!
//! `cargo xtask test --only system` builds what the tests need and tells where
//! it is by environment variables; see [`program::place`].

pub mod axe;
pub mod browser;
pub mod code;
pub mod consent;
pub mod dialogs;
pub mod fit;
pub mod person;
pub mod places;
pub mod program;
pub mod relay;
pub mod residue;
pub mod site;
pub mod team;
pub mod wait;
