//! Consents and disclosures out of the statements of a participant's document, the same in whatever
//! order they arrived.

use super::body;
use super::check::Element;
use super::{ConsentForm, Ground, Information, Purpose, Side, Way};
use crate::id::{DeviceId, RecordId};
use crate::statement::{Statement, in_order};
use crate::time::{LocalDate, Now, Timestamp, local_date};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A consent was written down; about an earlier one that it takes the place of.
pub const GIVEN: &str = "consent_given";
/// A consent was taken back.
pub const REVOKED: &str = "consent_revoked";
/// The event or condition of a consent has come.
pub const ENDED: &str = "consent_ended";
/// Something was told to somebody.
pub const DISCLOSED: &str = "disclosed";

/// Whether the agency is no program under 42 CFR part 2, in its document: `true` or `false`.
pub const NO_PART2: &str = "no_part2_program";

/// The codes of the statements that this reads.
pub const fn codes() -> [&'static str; 4] {
    [GIVEN, REVOKED, ENDED, DISCLOSED]
}

/// Who wrote something down, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Made {
    /// When, by that device's clock.
    pub at: Timestamp,
    /// Its place in the history: greater than that of everything its writer had seen.
    pub step: u64,
    /// On which device.
    pub device: DeviceId,
}

/// A consent was taken back, or its event came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct End {
    /// The day on which the participant said so, or it came.
    pub on: LocalDate,
    /// Written down.
    pub made: Made,
    /// In words; may be empty.
    pub words: String,
    /// The moment at which they said so, or it came, where somebody wrote it down.
    pub at: Option<Timestamp>,
}

/// One consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its statement.
    pub id: RecordId,
    /// What it says.
    pub form: ConsentForm,
    /// Written down.
    pub made: Made,
    /// The consent in whose place it stands.
    pub replaces: Option<RecordId>,
    /// What stands in its place; two where two devices wrote at once.
    pub replaced_by: Vec<RecordId>,
    /// Taken back: this one, one before it or one in its place.
    pub revoked: Option<End>,
    /// Its event or condition came.
    pub ended: Option<End>,
}

/// How a consent stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsentState {
    /// It holds.
    Valid,
    /// Something is missing.
    Incomplete(Vec<Element>),
    /// It ended after this day.
    Expired(LocalDate),
    /// Its event or condition came on this day.
    Ended(LocalDate),
    /// It was taken back on this day.
    Revoked(LocalDate),
}

/// Something that was told to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Its statement.
    pub id: RecordId,
    /// Written down.
    pub made: Made,
    /// The day on which it was told.
    pub on: LocalDate,
    /// The moment at which it was told, where somebody wrote it down.
    pub at: Option<Timestamp>,
    /// Why it could be.
    pub ground: Ground,
    /// Whom.
    pub recipient: String,
    /// On which side they stand; `None` for one of a newer version.
    pub side: Option<Side>,
    /// For what; `None` for one of a newer version.
    pub purpose: Option<Purpose>,
    /// What.
    pub information: BTreeSet<Information>,
    /// The same in words.
    pub words: String,
    /// In which way.
    pub way: Option<Way>,
    /// The member who reads the record, hex, where somebody was let in.
    pub member: String,
}

/// What a document says of consents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consents {
    /// Every consent, the first first; replaced ones too.
    pub consents: Vec<Consent>,
    /// Everything that was told, the first first.
    pub disclosures: Vec<Disclosure>,
    /// Statements that cannot be read, such as those of a newer version.
    pub unread: usize,
}

impl Consent {
    /// How it stands on a day. That it was taken back goes before everything else.
    pub fn state(&self, today: LocalDate) -> ConsentState {
        if let Some(end) = &self.revoked {
            return ConsentState::Revoked(end.on);
        }
        if let Some(end) = &self.ended {
            return ConsentState::Ended(end.on);
        }
        if let Some(super::Expiry::On(day)) = &self.form.expiry
            && *day < today
        {
            return ConsentState::Expired(*day);
        }
        let missing = self.form.missing(today);
        if missing.is_empty() {
            ConsentState::Valid
        } else {
            ConsentState::Incomplete(missing)
        }
    }

    /// How it stood on an earlier day: what ended after that day had not ended.
    pub fn state_on(&self, day: LocalDate) -> ConsentState {
        self.before(day, |end| day < end.on)
    }

    /// How it stood at an earlier moment of a day, seen from now: what ended after it had not ended.
    pub fn state_at(&self, (on, at): (LocalDate, Timestamp), now: Now) -> ConsentState {
        self.before(on, |end| end.comes_after((on, at), now))
    }

    fn before(&self, day: LocalDate, is_later: impl Fn(&End) -> bool) -> ConsentState {
        let until = |end: &Option<End>| end.clone().filter(|end| !is_later(end));
        let then = Self {
            revoked: until(&self.revoked),
            ended: until(&self.ended),
            ..self.clone()
        };
        then.state(day)
    }

    /// The last day on which it holds; `None` where no day ends it.
    pub fn last_day(&self) -> Option<LocalDate> {
        match self.form.expiry {
            Some(super::Expiry::On(day)) => Some(day),
            _ => None,
        }
    }

    /// Whether another stands in its place.
    pub fn is_replaced(&self) -> bool {
        !self.replaced_by.is_empty()
    }
}

impl End {
    /// The moment from which it counts: the one that somebody wrote down, and never one after the
    /// writing. Without one it is that of the writing, if that was on its day.
    fn moment(&self, offset_minutes: i32) -> Option<Timestamp> {
        moment((self.on, self.at), self.made, offset_minutes)
    }

    /// Whether it came only after something that was told at a moment of a day, seen from now. That it is
    /// known here goes before what clocks say: where the clock that wrote it is ahead of this one, nobody
    /// can tell what was before it on that day or since, and only earlier days were.
    fn comes_after(&self, (on, at): (LocalDate, Timestamp), now: Now) -> bool {
        let is_believed = self.made.at <= now.at;
        match self.moment(now.offset_minutes).filter(|_| is_believed) {
            Some(moment) => on <= self.on && at < moment,
            None => on < self.on.min(now.local_date()),
        }
    }
}

/// The last moment at which it can have been: not after it was written down.
fn latest(at: Option<Timestamp>, made: Made) -> Timestamp {
    at.map_or(made.at, |at| at.min(made.at))
}

fn moment(
    (on, at): (LocalDate, Option<Timestamp>),
    made: Made,
    offset_minutes: i32,
) -> Option<Timestamp> {
    let is_known = at.is_some() || local_date(made.at, offset_minutes) == on;
    is_known.then(|| latest(at, made))
}

impl Disclosure {
    /// Whether it was told after a consent ended, or was taken back, where local time is `offset_minutes`
    /// ahead of UTC. On one day the moments say so, and of one moment the places in the history.
    pub fn is_after(&self, end: &End, offset_minutes: i32) -> bool {
        if self.on != end.on {
            return end.on < self.on;
        }
        let told = moment((self.on, self.at), self.made, offset_minutes);
        match (end.moment(offset_minutes), told) {
            (Some(ended), Some(told)) => (ended, end.made.step) < (told, self.made.step),
            _ => (end.made.at, end.made.step) < (self.made.at, self.made.step),
        }
    }

    /// The same, for a purpose, of this information.
    #[must_use]
    pub fn about(self, purpose: Purpose, information: BTreeSet<Information>) -> Self {
        Self {
            purpose: Some(purpose),
            information,
            ..self
        }
    }
}

impl Consents {
    /// Out of statements in any order. Those with other codes are passed over.
    pub fn fold(statements: impl IntoIterator<Item = Statement>) -> Self {
        let mut said: Vec<Statement> = statements.into_iter().collect();
        in_order(&mut said);
        said.dedup_by_key(|one| one.id);
        let mut all = Self::default();
        let mut ends: Vec<(bool, RecordId, End)> = Vec::new();
        for one in &said {
            match one.code.as_str() {
                GIVEN => match body::form(&one.body) {
                    Some(form) => all.consents.push(consent(one, form)),
                    None => all.unread += 1,
                },
                REVOKED | ENDED => {
                    let Some(of) = one.about else {
                        all.unread += 1;
                        continue;
                    };
                    // Taken back is taken back, also where the rest cannot be read.
                    ends.push((one.code == REVOKED, of, body::end(one)));
                }
                DISCLOSED => match body::disclosure(one) {
                    Some(disclosure) => all.disclosures.push(disclosure),
                    None => all.unread += 1,
                },
                _ => {}
            }
        }
        all.tie();
        for (is_revocation, of, end) in ends {
            all.end(of, is_revocation, &end);
        }
        all
    }

    /// One consent.
    pub fn consent(&self, id: RecordId) -> Option<&Consent> {
        self.consents.iter().find(|one| one.id == id)
    }

    /// A consent with all that it took the place of and all that stand in its place.
    pub fn line_of(&self, id: RecordId) -> BTreeSet<RecordId> {
        let mut line = BTreeSet::from([id]);
        let mut waiting = vec![id];
        while let Some(id) = waiting.pop() {
            let Some(one) = self.consent(id) else {
                continue;
            };
            for next in one.replaces.iter().chain(&one.replaced_by) {
                if line.insert(*next) {
                    waiting.push(*next);
                }
            }
        }
        line
    }

    /// What was told on the ground of a consent, or of what stands in its line.
    pub fn relied_on(&self, id: RecordId) -> impl Iterator<Item = &Disclosure> {
        let line = self.line_of(id);
        self.disclosures.iter().filter(move |one| match one.ground {
            Ground::Consent(of) => line.contains(&of),
            Ground::Emergency(_) | Ground::ChildReport | Ground::Outside => false,
        })
    }

    fn tie(&mut self) {
        let mut next: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for one in &self.consents {
            if let Some(before) = one.replaces {
                next.entry(before).or_default().push(one.id);
            }
        }
        for one in &mut self.consents {
            one.replaced_by = next.remove(&one.id).unwrap_or_default();
        }
    }

    /// What was taken back is taken back as a whole: whoever wrote another form meanwhile did not know.
    /// An event ends the form that names it. Of two ends it is the first.
    fn end(&mut self, of: RecordId, is_revocation: bool, end: &End) {
        let line = if is_revocation {
            self.line_of(of)
        } else {
            BTreeSet::from([of])
        };
        for one in self
            .consents
            .iter_mut()
            .filter(|one| line.contains(&one.id))
        {
            let place = if is_revocation {
                &mut one.revoked
            } else {
                &mut one.ended
            };
            let first = |end: &End| (end.on, latest(end.at, end.made), end.clone());
            let is_first = place.as_ref().is_none_or(|known| first(end) < first(known));
            if is_first {
                *place = Some(end.clone());
            }
        }
    }
}

impl Made {
    pub(super) fn of(one: &Statement) -> Self {
        Self {
            at: one.at,
            step: one.step,
            device: one.device,
        }
    }
}

fn consent(one: &Statement, form: ConsentForm) -> Consent {
    Consent {
        id: one.id,
        form,
        made: Made::of(one),
        replaces: one.about.filter(|of| *of != one.id),
        replaced_by: Vec::new(),
        revoked: None,
        ended: None,
    }
}
