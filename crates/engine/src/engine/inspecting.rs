//! The device in other hands: into the limits of an inspection and out of them.

use super::{Engine, State, Turn};
use crate::api::{EngineError, Reply};
use crate::inspection::{Inspection, Tried};

impl Engine {
    /// Whether only what an inspection may see is shown.
    pub(super) fn is_inspected(&self) -> bool {
        matches!(&self.state, State::Open(open) if open.inspection.is_some())
    }

    /// Limits the device; everybody who shows something is told.
    pub(super) fn start_inspection(
        &mut self,
        participant: Option<&str>,
        code: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        if open.unfinished.is_some() {
            return Err(EngineError::NotAllowed);
        }
        open.touched_at = turn.clock.monotonic;
        open.inspection = Some(Inspection::begin(open, participant, code)?);
        self.tell_session(turn);
        Ok(Reply::Session(self.session(turn.clock)))
    }

    /// Shows everything again when the code is right; locks after the last wrong one.
    pub(super) fn end_inspection(
        &mut self,
        code: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Reply, EngineError> {
        let open = self.opened()?;
        open.touched_at = turn.clock.monotonic;
        let inspection = open.inspection.as_mut().ok_or(EngineError::NotFound)?;
        match inspection.try_code(code) {
            Tried::Wrong(tries_left) => return Err(EngineError::WrongCode { tries_left }),
            Tried::Exhausted => self.lock_now(turn),
            Tried::Ended => {
                open.inspection = None;
                self.tell_session(turn);
                self.tell_pill(turn);
            }
        }
        Ok(Reply::Session(self.session(turn.clock)))
    }
}
