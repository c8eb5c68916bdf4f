//! The agency's own crisis card (S0-29): it stands in the agency's document, and a copy lies beside
//! the lock, where it is read with no passphrase. Whoever is in the agency can write there, so that
//! only a card counts that somebody in charge wrote. The screen shows it only where it can be read:
//! with any other the app's own numbers hold.

use handrail_domain::Now;
use handrail_domain::crisis::CrisisPack;
use handrail_domain::document::{AgencyCommand, AgencyDocument};
use handrail_protocol::{DeviceId, RosterState};

use crate::api::{CrisisCardView, EngineError, InvalidField};
use crate::convert::invalid;
use crate::forgetting::{may_forget, was_in_charge};
use crate::open::Open;

/// A card that counts.
pub struct OwnCard {
    /// The text of a crisis pack.
    pub text: String,
    by: DeviceId,
}

/// The card that holds; `None`: the app's.
pub fn in_force(document: &AgencyDocument, roster: &RosterState) -> Option<OwnCard> {
    document.crisis_cards().into_iter().find_map(|(text, by)| {
        let (text, by) = (text?, DeviceId::from_bytes(*by?.as_bytes()));
        was_in_charge(roster, &by).then_some(OwnCard { text, by })
    })
}

/// The card for whoever has the device open.
pub fn view(open: &Open) -> CrisisCardView {
    let card = open.crisis_card.as_ref();
    let by = card.and_then(|card| open.member_of_device(&card.by));
    CrisisCardView {
        own: card.map(|card| card.text.clone()),
        by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
        may_change: may_forget(open),
    }
}

/// Puts a card in force, or goes back to the app's.
///
/// # Errors
/// `NotAllowed` for who is neither supervisor nor administrator; `Invalid` with `Detail` for a text
/// that is no crisis card.
pub fn put(open: &mut Open, card: Option<&str>, now: Now) -> Result<(), EngineError> {
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    if card.is_some_and(|text| CrisisPack::parse(text).is_err()) {
        return Err(invalid(InvalidField::Detail));
    }
    let command = AgencyCommand::SetCrisisCard(card.map(str::to_owned));
    open.write_agency_names(&[command], now)
}
