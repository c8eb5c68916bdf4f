//! What was said in one document about the people who work here, with whose word counts.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::statement::Statement;
use handrail_domain::workforce::card::{self, Card};
use handrail_domain::workforce::growth::{
    self, Availability, Goal, LeadRole, Pairing, Ready, Seen, Stage, Talk,
};
use handrail_domain::workforce::ledger::{Entry, Told};
use handrail_domain::workforce::mileage::{self, Claim, OwnRate};
use handrail_domain::workforce::money::{self, Decision, Stipend};
use handrail_domain::workforce::requirement::{self, Exception, Requirement};
use handrail_domain::workforce::training::{self, Offer, Training};
use handrail_domain::workforce::{ListedPerson, Person, rights};
use handrail_domain::{DeviceId, LocalDate, MemberId, RecordId, Role};
use serde::de::DeserializeOwned;

use super::member_of;
use crate::api::{AsideView, EngineError};
use crate::convert::{domain_member, protocol_member, role_to_domain};
use crate::open::Open;
use crate::statements::{self, Place};

/// Versions of requests that were paid, by the first of each.
pub type Paid = BTreeMap<RecordId, BTreeSet<RecordId>>;

/// All statements of one document, with their authors.
pub struct Heard {
    pub statements: Vec<Statement>,
    /// Who wrote from a device, and every role that they had since.
    authors: BTreeMap<DeviceId, (MemberId, Vec<Role>)>,
    /// Whom it was not to say.
    aside: RefCell<BTreeSet<RecordId>>,
}

impl Heard {
    /// What the agency's document says.
    pub fn agency(open: &mut Open) -> Result<Self, EngineError> {
        Self::of(open, Place::Agency)
    }

    /// What the document of a member's caseload says; `None` where this device does not read it.
    pub fn caseload(open: &mut Open, member: MemberId) -> Result<Option<Self>, EngineError> {
        let group = open.roster.caseload_group(&protocol_member(member));
        match group.filter(|group| open.reads(group)) {
            Some(group) => Self::of(open, Place::Caseload(group)).map(Some),
            None => Ok(None),
        }
    }

    fn of(open: &mut Open, place: Place) -> Result<Self, EngineError> {
        let mut statements = Vec::new();
        let mut authors = BTreeMap::new();
        for said in statements::said(open, place)? {
            if let Some(member) = said.member {
                let device = said.statement.device;
                let author = || (domain_member(member), roles(open, device));
                authors.entry(device).or_insert_with(author);
            }
            statements.push(said.statement);
        }
        Ok(Self {
            statements,
            authors,
            aside: RefCell::default(),
        })
    }

    /// Who wrote from a device.
    pub fn author(&self, device: DeviceId) -> Option<MemberId> {
        self.authors.get(&device).map(|(author, _)| *author)
    }

    /// Whether whoever wrote from a device has, or had, a role of which this is so: a supervisor who
    /// became a coach said what they said.
    fn is_or_was(&self, device: DeviceId, so: impl Fn(Role) -> bool) -> bool {
        let author = self.authors.get(&device);
        author.is_some_and(|(_, roles)| roles.iter().any(|role| so(*role)))
    }

    /// Whether the author of a statement may make it about somebody's work.
    pub fn may(&self, statement: &Statement, of: Option<MemberId>) -> bool {
        let may = self.author(statement.device).is_some_and(|author| {
            let may = |role| rights::may_say(&statement.code, role, author, of);
            self.is_or_was(statement.device, may)
        });
        if !may {
            self.aside.borrow_mut().insert(statement.id);
        }
        may
    }

    /// Whom the statement with which a matter began is about.
    pub fn first<T: DeserializeOwned>(&self, statement: &Statement) -> Option<T> {
        let first = statement.about?;
        let first = self.statements.iter().find(|one| one.id == first)?;
        first.says::<Told<T>>()?.said
    }

    /// As [`Self::may`] for matters that begin with a statement of their own: also whoever takes one
    /// back or corrects it may do so for whom it was about before.
    pub fn may_own<T: DeserializeOwned>(
        &self,
        statement: &Statement,
        said: Option<&T>,
        whom: impl Fn(&T) -> Option<MemberId>,
    ) -> bool {
        let before = self.first::<T>(statement);
        let now = said.or(before.as_ref());
        let Some(now) = now else {
            return false;
        };
        self.may(statement, whom(now))
            && before.is_none_or(|before| self.may(statement, whom(&before)))
    }

    /// Trainings, by their entry.
    pub fn trainings(&self) -> BTreeMap<RecordId, Entry<Training>> {
        training::trainings(&self.statements, |statement, said| {
            self.may_own(statement, said, |one: &Training| member_of(one.person))
        })
    }

    /// Whether a training is on file by the word of somebody whose word counts for others.
    pub fn is_checked(&self, entry: &Entry<Training>) -> bool {
        let holds = entry.holds();
        holds.is_some_and(|version| self.is_or_was(version.device, rights::runs))
    }

    /// People without a device, by their entry.
    pub fn listed(&self) -> BTreeMap<RecordId, Entry<ListedPerson>> {
        training::listed(&self.statements, |statement| self.may(statement, None))
    }

    /// Trainings on offer, by their entry.
    pub fn offers(&self) -> BTreeMap<RecordId, Entry<Offer>> {
        training::offers(&self.statements, |statement| self.may(statement, None))
    }

    /// What programs require.
    pub fn requirements(&self) -> BTreeMap<String, Entry<Requirement>> {
        requirement::requirements(&self.statements, |statement| self.may(statement, None))
    }

    /// Exceptions, by their entry.
    pub fn exceptions(&self) -> BTreeMap<RecordId, Entry<Exception>> {
        requirement::exceptions(&self.statements, |statement| {
            let said = statement.says::<Told<Exception>>();
            let said = said.and_then(|told| told.said);
            self.may_own(statement, said.as_ref(), |one: &Exception| Some(one.coach))
        })
    }

    /// Who can be asked to work.
    pub fn availabilities(&self) -> BTreeMap<MemberId, Entry<Availability>> {
        growth::availabilities(&self.statements, |statement, said| {
            self.may(statement, Some(said.member))
        })
    }

    /// Mentors and coaches, by their entry.
    pub fn pairings(&self) -> BTreeMap<RecordId, Entry<Pairing>> {
        growth::pairings(&self.statements, |statement| self.may(statement, None))
    }

    /// Whether somebody guides a coach, on a day or ever.
    pub fn guides(&self, mentor: MemberId, coach: MemberId, on: Option<LocalDate>) -> bool {
        let all = self.pairings();
        let mut all = all.values().filter_map(Entry::said);
        all.any(|pair| {
            pair.mentor == mentor && pair.coach == coach && on.is_none_or(|day| pair.is_on(day))
        })
    }

    /// Talks of mentors and coaches, by their entry. Whoever takes one back or corrects it may do so for the
    /// pair that it was of before.
    pub fn talks(&self) -> BTreeMap<RecordId, Entry<Talk>> {
        let pairings = self.pairings();
        let may = |statement: &Statement, talk: &Talk| {
            let pair = pairings.get(&talk.pair).and_then(Entry::said);
            pair.is_some_and(|pair| {
                let author = self.author(statement.device);
                let mut two = [pair.mentor, pair.coach].into_iter();
                let one = two.find(|one| Some(*one) == author);
                self.may(statement, Some(one.unwrap_or(pair.coach)))
            })
        };
        growth::talks(&self.statements, |statement, talk| {
            let before = self.first::<Talk>(statement);
            let now = talk.or(before.as_ref());
            now.is_some_and(|talk| may(statement, talk))
                && before.as_ref().is_none_or(|talk| may(statement, talk))
        })
    }

    /// What people were seen to be able to do. A mentor's word counts about whom they guide.
    pub fn competencies(&self) -> BTreeMap<(Person, String), Entry<Seen>> {
        growth::competencies(&self.statements, |statement, seen| {
            let of = member_of(seen.person);
            let author = self.author(statement.device);
            let guides = author
                .zip(of)
                .is_some_and(|(mentor, coach)| mentor != coach && self.guides(mentor, coach, None));
            guides || self.may(statement, of)
        })
    }

    /// Lead roles, by their entry.
    pub fn lead_roles(&self) -> BTreeMap<RecordId, Entry<LeadRole>> {
        growth::lead_roles(&self.statements, |statement| self.may(statement, None))
    }

    /// Where people are on the way to certificates.
    pub fn stages(&self) -> BTreeMap<(Person, String), Entry<Stage>> {
        growth::stages(&self.statements, |statement, stage| {
            self.may(statement, member_of(stage.person))
        })
    }

    /// What was found of what to look for in new coaches.
    pub fn readiness(&self) -> BTreeMap<(MemberId, String), Entry<Ready>> {
        growth::readiness(&self.statements, |statement| {
            let said = statement.says::<Told<Ready>>().and_then(|told| told.said);
            said.is_some_and(|said| self.may(statement, Some(said.member)))
        })
    }

    /// Goals of people's growth, by their entry.
    pub fn goals(&self) -> BTreeMap<RecordId, Entry<Goal>> {
        growth::goals(&self.statements, |statement, said| {
            self.may_own(statement, said, |one: &Goal| Some(one.member))
        })
    }

    /// Cards under a code, by whose they are.
    pub fn cards(&self, code: &str) -> BTreeMap<MemberId, Entry<Card>> {
        card::cards(&self.statements, code, |statement, card| {
            self.may(statement, Some(card.member))
        })
    }

    /// The agency's own rates for miles, by their entry.
    pub fn own_rates(&self) -> BTreeMap<RecordId, Entry<OwnRate>> {
        mileage::own_rates(&self.statements, |statement| self.may(statement, None))
    }

    /// Claims of miles, by their entry, beside what was paid of them.
    pub fn claims(&self, payments: &Paid) -> BTreeMap<RecordId, Entry<Claim>> {
        mileage::claims(&self.statements, |statement, said| {
            self.may_own(statement, said, |one: &Claim| Some(one.member))
                && money::counts_beside(statement, &self.statements, payments)
        })
    }

    /// Stipends, by their entry, beside what was paid of them.
    pub fn stipends(&self, payments: &Paid) -> BTreeMap<RecordId, Entry<Stipend>> {
        money::stipends(&self.statements, |statement, said| {
            self.may_own(statement, said, |one: &Stipend| Some(one.member))
                && money::counts_beside(statement, &self.statements, payments)
        })
    }

    /// What was decided about what a member asked for, by what it is about.
    pub fn decisions(&self, member: MemberId) -> BTreeMap<RecordId, Entry<Decision>> {
        money::decisions(&self.statements, |statement| {
            self.may(statement, Some(member))
        })
    }

    /// The trainings that stand, each by the person as whom they count.
    pub fn standing(&self, all: &BTreeMap<RecordId, Entry<Training>>) -> Vec<Training> {
        let listed = self.listed();
        let each = all.values().filter_map(Entry::said).cloned();
        each.map(|training| Training {
            person: training::counted_as(training.person, &listed),
            ..training
        })
        .collect()
    }

    /// What somebody said whom it was not to say, among what was looked at so far.
    pub fn aside(&self, open: &Open) -> Vec<AsideView> {
        let aside = self.aside.borrow();
        let found = self.statements.iter().filter(|one| aside.contains(&one.id));
        found
            .map(|statement| AsideView {
                by: self.name_of(open, statement.device),
                at: statement.at.millis(),
            })
            .collect()
    }

    /// The name of whoever wrote from a device.
    pub fn name_of(&self, open: &Open, device: DeviceId) -> String {
        let author = self.author(device);
        author
            .map(|member| open.member_name(&protocol_member(member)))
            .unwrap_or_default()
    }

    /// The name of somebody.
    pub fn person_name(&self, open: &Open, person: Person) -> String {
        match person {
            Person::Member(member) => open.member_name(&protocol_member(member)),
            Person::Listed(id) => {
                let listed = self.listed();
                let said = listed.get(&id).and_then(Entry::said);
                said.map(|said| said.name.clone()).unwrap_or_default()
            }
        }
    }
}

/// Every role that whoever writes from a device had since it was added.
fn roles(open: &Open, device: DeviceId) -> Vec<Role> {
    let device = handrail_protocol::DeviceId::from_bytes(*device.as_bytes());
    let Some(added) = open.roster.device(&device).map(|record| record.added) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for n in added..=open.roster.head().n {
        let role = open.roster.office_at(&device, n);
        if let Some(role) = role.map(|office| role_to_domain(office.role))
            && !found.contains(&role)
        {
            found.push(role);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use handrail_domain::Timestamp;
    use serde::Serialize;

    use super::*;

    const SUPERVISOR: u8 = 1;
    const MENTOR: u8 = 2;
    const COACH: u8 = 3;
    const OTHER: u8 = 4;

    fn id(number: u8) -> RecordId {
        RecordId::from_bytes([number; 16])
    }

    fn member(number: u8) -> MemberId {
        MemberId::from_bytes([number; 16])
    }

    /// Somebody says something; `over` is what it is about and takes the place of.
    fn says<T: Serialize>(
        number: u8,
        by: u8,
        code: &str,
        over: Option<u8>,
        said: Option<T>,
    ) -> Statement {
        let told = Told {
            over: over.map(id).into_iter().collect(),
            said,
            reason: "because".to_owned(),
        };
        Statement {
            id: id(number),
            code: code.to_owned(),
            about: over.map(id),
            device: DeviceId::from_bytes([by; 16]),
            at: Timestamp::from_millis(0),
            step: u64::from(number),
            body: serde_json::to_string(&told).unwrap(),
        }
    }

    fn heard(statements: Vec<Statement>) -> Heard {
        let author = |number: u8| {
            let role = if number == SUPERVISOR {
                Role::Supervisor
            } else {
                Role::Coach
            };
            let device = DeviceId::from_bytes([number; 16]);
            (device, (member(number), vec![role]))
        };
        Heard {
            statements,
            authors: [SUPERVISOR, MENTOR, COACH, OTHER].map(author).into(),
            aside: RefCell::default(),
        }
    }

    #[test]
    fn s3_16_only_the_two_of_a_pair_and_supervisors_take_a_talk_back_or_write_over_it() {
        let day = LocalDate::parse("2026-05-04").unwrap();
        let pair = |coach| Pairing {
            mentor: member(MENTOR),
            coach: member(coach),
            from: day,
            until: None,
            every_days: 14,
        };
        let talk = |pair| Talk {
            pair: id(pair),
            on: day,
            minutes: 40,
        };
        let counts = |by: u8, said: Option<Talk>| {
            let heard = heard(vec![
                says(10, SUPERVISOR, growth::MENTOR, None, Some(pair(COACH))),
                says(11, SUPERVISOR, growth::MENTOR, None, Some(pair(OTHER))),
                says(12, MENTOR, growth::MENTOR_TALK, None, Some(talk(10))),
                says(13, by, growth::MENTOR_TALK, Some(12), said),
            ]);
            let all = heard.talks();
            let stands = all.get(&id(12)).unwrap().said() == Some(&talk(10));
            (stands, heard.aside.borrow().len())
        };
        assert_eq!(counts(OTHER, None), (true, 1), "another takes it back");
        let moved = Some(talk(11));
        assert_eq!(counts(OTHER, moved), (true, 1), "another writes over it");
        for by in [SUPERVISOR, MENTOR, COACH] {
            assert_eq!(counts(by, None), (false, 0));
        }
    }

    #[test]
    fn s2_5_nobody_takes_back_or_writes_over_anothers_training() {
        let training = |of: u8| Training {
            person: Person::Member(member(of)),
            kind: "cpr".to_owned(),
            name: String::new(),
            on: LocalDate::parse("2026-05-04").unwrap(),
            minutes: 0,
            topics: Vec::new(),
            until: None,
            number: String::new(),
            cents: 0,
            funder: String::new(),
            cohort: String::new(),
            program: String::new(),
        };
        for said in [None, Some(training(OTHER))] {
            let heard = heard(vec![
                says(10, COACH, training::TRAINING, None, Some(training(COACH))),
                says(11, OTHER, training::TRAINING, Some(10), said),
            ]);
            let all = heard.trainings();
            assert_eq!(all.get(&id(10)).unwrap().said(), Some(&training(COACH)));
            assert_eq!(heard.aside.borrow().len(), 1);
        }
    }
}
