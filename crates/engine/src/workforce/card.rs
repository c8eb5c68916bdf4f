//! A card about a coach for participants, in words that the coach approved (S2-25).

use handrail_domain::Now;
use handrail_domain::workforce::Person;
use handrail_domain::workforce::card::{CARD, CARD_DRAFT, Card, waiting};
use handrail_domain::workforce::ledger::Entry;
use handrail_domain::workforce::rights;
use rand_core::CryptoRng;

use super::read::Heard;
use super::training::{allowed, own, say_over};
use super::{member_of, person};
use crate::api::{CoachCardView, EngineError, InvalidField};
use crate::convert::invalid;
use crate::open::Open;
use crate::statements::Place;

/// The card of a member, for everybody in the agency; a suggestion only for its coach and supervisors.
///
/// # Errors
/// `NotFound` for who is no member.
pub fn view(open: &mut Open, whom: &str) -> Result<CoachCardView, EngineError> {
    let member = member_of(person(open, whom)?).ok_or(EngineError::NotFound)?;
    let (me, role) = own(open)?;
    let is_own = member == me;
    let heard = Heard::agency(open)?;
    let (cards, drafts) = (heard.cards(CARD), heard.cards(CARD_DRAFT));
    let (card, draft) = (cards.get(&member), drafts.get(&member));
    let may_suggest = rights::supervises(role) && !is_own;
    let waits = waiting(card, draft).filter(|_| is_own || may_suggest);
    let holds = card.and_then(Entry::holds);
    Ok(CoachCardView {
        member: member.to_string(),
        name: heard.person_name(open, Person::Member(member)),
        own: is_own,
        may_suggest,
        card: holds.and_then(|version| version.said.clone()),
        approved_at: holds.map(|version| version.at.millis()),
        waits: waits.map(|(_, card)| card.clone()),
        blank: Card {
            member,
            name: String::new(),
            english: String::new(),
            spanish: String::new(),
            languages: String::new(),
            seen: Vec::new(),
        },
    })
}

/// Says what the card says: by its coach it is the card, by a supervisor a suggestion.
///
/// # Errors
/// `NotAllowed` for anybody else; `Invalid` for one without a name or words.
pub fn order(
    open: &mut Open,
    card: &Card,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let (me, _) = own(open)?;
    let code = if card.member == me { CARD } else { CARD_DRAFT };
    allowed(open, code, Some(card.member))?;
    if !card.is_whole() {
        return Err(invalid(InvalidField::Words));
    }
    let heard = Heard::agency(open)?;
    let drafts = heard.cards(CARD_DRAFT);
    let known = heard.cards(code);
    let heads = known
        .get(&card.member)
        .map(Entry::heads)
        .unwrap_or_default();
    let seen = drafts
        .get(&card.member)
        .map(Entry::heads)
        .unwrap_or_default();
    let said = Card {
        seen,
        ..card.clone()
    };
    say_over(open, (Place::Agency, code), (None, heads), &said, now, rng)
}
