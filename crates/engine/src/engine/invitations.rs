//! Making invitations, which waits for the relay.

use handrail_sync::SyncInput;

use super::{Engine, Turn};
use crate::api::{EngineError, InvalidField};
use crate::convert::invalid;
use crate::inviting::InvitedPerson;
use crate::io::RequestId;

impl Engine {
    /// Makes an invitation; the answer comes when the relay has taken it.
    pub(super) fn invite(
        &mut self,
        id: RequestId,
        person: InvitedPerson,
        valid_hours: u32,
        turn: &mut Turn<'_>,
    ) {
        if let Err(error) = self.begin_invite(id, person, valid_hours, turn) {
            return turn.reply(id, Err(error));
        }
        // Somebody waits for it: a pause after an earlier failure ends here.
        self.sync(SyncInput::Resumed, turn);
        self.sync(SyncInput::LocalChange, turn);
    }

    fn begin_invite(
        &mut self,
        id: RequestId,
        person: InvitedPerson,
        valid_hours: u32,
        turn: &Turn<'_>,
    ) -> Result<(), EngineError> {
        let open = self.opened()?;
        if !open.roster.is_administrator(&open.identity.device) {
            return Err(EngineError::NotAllowed);
        }
        if let InvitedPerson::Device(member) = &person
            && !open
                .roster
                .member(member)
                .is_some_and(|record| record.active)
        {
            return Err(EngineError::NotFound);
        }
        if open.conversation.is_none() {
            return Err(EngineError::NoConnection);
        }
        if !(1..=336).contains(&valid_hours) {
            return Err(invalid(InvalidField::Hours));
        }
        let now_seconds = u64::try_from(turn.clock.at / 1000).unwrap_or(0);
        open.invitations.want(
            id,
            person,
            now_seconds.saturating_add(u64::from(valid_hours) * 3600),
        );
        Ok(())
    }
}
