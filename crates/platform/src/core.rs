//! What this crate drives.

use handrail_engine::{
    Engine,
    io::{Clock, Input, Output},
};
use rand_core::CryptoRng;

/// An engine: it never reads a clock, never waits and reaches nothing by
/// itself. One is open at a time.
pub trait EngineCore {
    /// Takes one input; returns what is to be done, in order.
    fn handle(&mut self, input: Input, clock: Clock, rng: &mut dyn CryptoRng) -> Vec<Output>;

    /// Closes its files, so that another program or tab can open them.
    fn close(&mut self);
}

impl EngineCore for Engine {
    fn handle(&mut self, input: Input, clock: Clock, rng: &mut dyn CryptoRng) -> Vec<Output> {
        Engine::handle(self, input, clock, rng)
    }

    fn close(&mut self) {
        Engine::close(self);
    }
}
