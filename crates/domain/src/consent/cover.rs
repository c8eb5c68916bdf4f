//! Whether what somebody wants to tell is covered by a consent, and if not, why.

use super::check::Element;
use super::fold::{Consent, ConsentState, Consents};
use super::{ConsentForm, ConsentKind, Information, Purpose, Recipient, Side};
use crate::id::RecordId;
use crate::time::{LocalDate, Now, Timestamp, local_date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What somebody wants to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// Whom, by name.
    pub recipient: String,
    /// On which side they stand.
    pub side: Side,
    /// For what.
    pub purpose: Purpose,
    /// What.
    pub information: BTreeSet<Information>,
}

/// Why nothing may be told. The order is from the farthest to the nearest; the nearest is said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Refusal {
    /// It is not said to whom, or what.
    NotSaid,
    /// There is no consent.
    NoConsent,
    /// Whoever prosecutes, and proceedings, need a consent of their own (S1-18).
    NeedsProceedings,
    /// Counseling notes need a consent of their own.
    NeedsNotes,
    /// None names who would be told.
    WrongRecipient,
    /// It is for something else.
    WrongPurpose,
    /// It is about something else.
    WrongInformation,
    /// It was taken back on this day.
    Revoked(LocalDate),
    /// It ended after this day.
    Expired(LocalDate),
    /// Its event or condition came on this day.
    Ended(LocalDate),
    /// It is not whole.
    Incomplete(Vec<Element>),
}

/// The consent that covers it: the one that was given last.
///
/// # Errors
/// The nearest reason why none does.
pub fn covering(consents: &Consents, ask: &Ask, today: LocalDate) -> Result<RecordId, Refusal> {
    search(consents, ask, Consent::is_replaced, |one| one.state(today))
}

/// As [`covering`], for what was told on an earlier day and is written down only now: what was taken
/// back after that day held on it, and so did what was signed anew after it.
///
/// # Errors
/// As there.
pub fn covered_on(consents: &Consents, ask: &Ask, day: LocalDate) -> Result<RecordId, Refusal> {
    let is_replaced = |one: &Consent| is_replaced_on(consents, one, day, 0);
    search(consents, ask, is_replaced, |one| one.state_on(day))
}

/// As [`covered_on`], for what was told at a known moment of a day and is written down now: what was taken
/// back later on that day held still, for what was done in reliance on it stays done (42 CFR 2.31(a)(6)).
///
/// # Errors
/// As there.
pub fn covered_at(
    consents: &Consents,
    ask: &Ask,
    (day, at): (LocalDate, Timestamp),
    now: Now,
) -> Result<RecordId, Refusal> {
    let is_replaced = |one: &Consent| is_replaced_on(consents, one, day, now.offset_minutes);
    search(consents, ask, is_replaced, |one| {
        one.state_at((day, at), now)
    })
}

fn is_replaced_on(consents: &Consents, one: &Consent, day: LocalDate, offset_minutes: i32) -> bool {
    let mut next = one
        .replaced_by
        .iter()
        .filter_map(|id| consents.consent(*id));
    next.any(|next| replaces_from(next, offset_minutes) <= day)
}

/// The day from which a consent stands in the place of another: that of its signature, or on which it was
/// written down where it has none.
fn replaces_from(one: &Consent, offset_minutes: i32) -> LocalDate {
    let signed = one.form.signed_on;
    signed.unwrap_or_else(|| local_date(one.made.at, offset_minutes))
}

fn search(
    consents: &Consents,
    ask: &Ask,
    is_replaced: impl Fn(&Consent) -> bool,
    state: impl Fn(&Consent) -> ConsentState,
) -> Result<RecordId, Refusal> {
    if ask.recipient.trim().is_empty() || ask.information.is_empty() {
        return Err(Refusal::NotSaid);
    }
    let mut nearest = match ask.own_kind() {
        Some(ConsentKind::Proceedings) => Refusal::NeedsProceedings,
        Some(_) => Refusal::NeedsNotes,
        None => Refusal::NoConsent,
    };
    for consent in consents.consents.iter().rev() {
        if is_replaced(consent) {
            continue;
        }
        match consent.covers(ask, state(consent)) {
            Ok(()) => return Ok(consent.id),
            Err(refusal) => nearest = nearest.max(refusal),
        }
    }
    Err(nearest)
}

impl Ask {
    /// The kind that it needs a consent of its own of.
    fn own_kind(&self) -> Option<ConsentKind> {
        if self.side == Side::Prosecution || self.purpose == Purpose::Proceedings {
            Some(ConsentKind::Proceedings)
        } else if self.information.contains(&Information::Notes) {
            Some(ConsentKind::Notes)
        } else {
            None
        }
    }
}

impl Consent {
    fn covers(&self, ask: &Ask, state: ConsentState) -> Result<(), Refusal> {
        let form = &self.form;
        match ask.own_kind() {
            Some(own) if form.kind != Some(own) && own == ConsentKind::Proceedings => {
                return Err(Refusal::NeedsProceedings);
            }
            Some(own) if form.kind != Some(own) => return Err(Refusal::NeedsNotes),
            _ => {}
        }
        if !form
            .recipients
            .iter()
            .any(|one| names(form, one, &ask.recipient, ask.side))
        {
            return Err(Refusal::WrongRecipient);
        }
        if !is_for(form, ask.purpose) {
            return Err(Refusal::WrongPurpose);
        }
        if !ask.information.iter().all(|what| is_about(form, *what)) {
            return Err(Refusal::WrongInformation);
        }
        match state {
            ConsentState::Valid => Ok(()),
            ConsentState::Incomplete(missing) => Err(Refusal::Incomplete(missing)),
            ConsentState::Expired(day) => Err(Refusal::Expired(day)),
            ConsentState::Ended(day) => Err(Refusal::Ended(day)),
            ConsentState::Revoked(day) => Err(Refusal::Revoked(day)),
        }
    }
}

impl Consents {
    /// Whether a consent that is valid on a day names somebody, and until when: the longest; no end where
    /// one has none by day.
    pub fn names(&self, name: &str, side: Side, today: LocalDate) -> Option<Option<LocalDate>> {
        let valid = self.consents.iter().filter(|one| {
            let is_meant = |to: &Recipient| names(&one.form, to, name, side);
            !one.is_replaced()
                && one.form.recipients.iter().any(is_meant)
                && one.state(today) == ConsentState::Valid
        });
        let ends: Vec<Option<LocalDate>> = valid.map(Consent::last_day).collect();
        let has_no_end = ends.contains(&None);
        let last = ends.into_iter().max()?;
        Some(last.filter(|_| !has_no_end))
    }
}

/// One by name is meant by that name alone, whatever the case and the spaces; a class by its side.
/// A class never reaches whoever prosecutes, nor an intermediary: that one is named (42 CFR 2.31(a)(4)).
fn names(form: &ConsentForm, recipient: &Recipient, name: &str, side: Side) -> bool {
    let is_same = |other: &str| plain(other) == plain(name);
    if recipient.side == Side::Intermediary && recipient.members.iter().any(|one| is_same(one)) {
        return true;
    }
    if recipient.side == Side::Intermediary && recipient.treating_members {
        return side == Side::Provider || is_same(&recipient.name);
    }
    if recipient.side != side {
        return false;
    }
    let is_of_class = recipient.is_class
        && !matches!(side, Side::Prosecution | Side::Intermediary)
        && form.kind != Some(ConsentKind::Proceedings);
    is_of_class || is_same(&recipient.name)
}

fn plain(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

fn is_for(form: &ConsentForm, purpose: Purpose) -> bool {
    let at_request = form.purposes.contains(&Purpose::Request) && purpose != Purpose::Proceedings;
    at_request || form.purposes.contains(&purpose)
}

/// The whole record has everything in it but counseling notes.
fn is_about(form: &ConsentForm, what: Information) -> bool {
    let is_in_record = !matches!(
        what,
        Information::Notes | Information::Report | Information::Other
    );
    form.information.contains(&what)
        || is_in_record && form.information.contains(&Information::Record)
}
