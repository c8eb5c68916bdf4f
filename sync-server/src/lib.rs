//! Handrail's relay: stores sealed items and a signed roster, orders and forwards them.
//!
//! It is blind: it depends on `handrail-protocol` only, and nothing it links can open an
//! item. [`core`] decides, without clock or IO besides [`storage`]; [`in_process`] is the
//! whole relay without sockets, for the simulator; [`shell`] puts it on the network.

pub mod core;
pub mod in_process;
mod limits;
pub mod shell;
pub mod storage;

pub use limits::Limits;
