//! What is owed to one participant, apart from any screen.

use handrail_domain::{Now, Timestamp};

use super::Engine;
use crate::api::{EngineError, Obligation};
use crate::convert::document_id;
use crate::io::Clock;
use crate::views;

impl Engine {
    /// Everything that is owed to a participant (hex), worked out anew from rows as after each
    /// change, by the rules that hold on the day of this clock.
    ///
    /// # Errors
    /// [`EngineError::Locked`] where this device shows no caseload now; [`EngineError::NotFound`]
    /// where it does not show this participant.
    pub fn owed_to(
        &mut self,
        participant: &str,
        clock: Clock,
    ) -> Result<Vec<Obligation>, EngineError> {
        let now = Now {
            at: Timestamp::from_millis(clock.at),
            offset_minutes: clock.offset_minutes,
        };
        if self.is_inspected() || !self.is_free() {
            return Err(EngineError::Locked);
        }
        let open = self.opened()?;
        let row = open.store.read().participant(&document_id(participant)?)?;
        let row = row.filter(|row| open.serves(row.caseload_group.as_ref()));
        let row = row.ok_or(EngineError::NotFound)?;
        Ok(views::owed_to(open, &row, now)?.0)
    }
}
