//! The relay on the network.

mod clock;
mod hub;
mod rate;
mod static_files;
