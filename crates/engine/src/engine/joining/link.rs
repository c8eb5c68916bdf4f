//! By an invitation link.

use handrail_protocol::{KeyId, RosterState};
use handrail_sync::JoinMachine;
use handrail_vault::{
    DeviceSecret, InvitationLink, JoinError, Joined, LinkError, redeem_invitation,
};
use zeroize::Zeroizing;

use super::super::founding::{fingerprint_text, name, relay_origin};
use super::{Joining, Next, Way};
use crate::api::{EngineError, InvalidField, InvitationFoundView, InvitationState};
use crate::convert::invalid;
use crate::engine::{Engine, Turn};
use crate::io::RequestId;

/// What a link says, without using it.
pub fn read_link(text: &str) -> Result<InvitationFoundView, EngineError> {
    let (relay, link) = parse(text)?;
    Ok(InvitationFoundView {
        relay,
        fingerprint: fingerprint_text(&link.fingerprint()),
    })
}

/// The relay's origin and what the link carries.
pub fn parse(text: &str) -> Result<(String, InvitationLink), EngineError> {
    let text = text.trim();
    let link =
        InvitationLink::parse(text).map_err(|_: LinkError| EngineError::InvitationMalformed)?;
    let origin = text
        .split("/join")
        .next()
        .ok_or(EngineError::InvitationMalformed)?;
    let relay = relay_origin(origin).map_err(|_| EngineError::InvitationMalformed)?;
    Ok((relay, link))
}

impl Engine {
    /// Begins to join; the reply comes when it is done or has failed.
    pub(in crate::engine) fn accept_invitation(
        &mut self,
        request: RequestId,
        link: &str,
        own_name: &str,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) {
        match self.begin_joining(request, link, own_name, passphrase, turn) {
            Ok(joining) => {
                self.joining = Some(Box::new(joining));
                self.join_step(Next::Start, turn);
            }
            Err(error) => turn.reply(request, Err(error)),
        }
    }

    fn begin_joining(
        &self,
        request: RequestId,
        link: &str,
        own_name: &str,
        passphrase: &str,
        turn: &mut Turn<'_>,
    ) -> Result<Joining, EngineError> {
        self.nobody_is_here()?;
        let (relay, link) = parse(link)?;
        let own_name = match own_name.trim() {
            // Whether one is needed is known with the roster.
            "" => String::new(),
            own_name => name(own_name, InvalidField::OwnName)?,
        };
        self.new_passphrase(passphrase)?;
        Ok(Joining {
            request: Some(request),
            relay,
            machine: JoinMachine::new(link.agency(), KeyId::from(link.keys().id())),
            way: Way::Link(link),
            own_name,
            passphrase: Zeroizing::new(passphrase.to_owned()),
            device: DeviceSecret::generate(&mut turn.rng),
            posted: None,
            timer_at: None,
        })
    }
}

/// Checks the roster against the link and makes the entry that redeems it. Who is new in the agency
/// needs a name; another device of a member does not.
pub fn redeem(
    link: &InvitationLink,
    own_name: &str,
    entries: &[Vec<u8>],
    device: &DeviceSecret,
    turn: &mut Turn<'_>,
) -> Result<Joined, EngineError> {
    let state = RosterState::replay(entries.iter().map(Vec::as_slice))
        .map_err(|_| EngineError::RosterMismatch)?;
    let now_seconds = u64::try_from(turn.clock.at / 1000).unwrap_or(0);
    let joined = redeem_invitation(&state, link, device, now_seconds, &mut turn.rng)
        .map_err(|error| unusable(&error))?;
    if own_name.is_empty() && state.member(&joined.member).is_none() {
        return Err(invalid(InvalidField::OwnName));
    }
    Ok(joined)
}

fn unusable(error: &JoinError) -> EngineError {
    match error {
        JoinError::Used => EngineError::InvitationUnusable(InvitationState::Used),
        JoinError::Withdrawn => EngineError::InvitationUnusable(InvitationState::Withdrawn),
        JoinError::Expired => EngineError::InvitationUnusable(InvitationState::Expired),
        _ => EngineError::RosterMismatch,
    }
}
