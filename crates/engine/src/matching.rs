//! Who fits a participant, without anybody's history (S0-4, S0-15, S2-4, S2-7, S3-10, S4-1, S4-4).
//!
//! What a coach has lived stands in this device's database and in no document: nothing of it is ever
//! packed, sent or shown to anybody else. A question goes to every coach alike, in the document of
//! their caseload, which they and supervisors read; it names no participant. The coach's own device
//! tells them alone whether it may be for them. Only a yes goes back, and any coach may say it,
//! whatever they have lived: a name in the answer says that they would like to.

use std::collections::BTreeMap;

use handrail_domain::document::{CaseloadCommand, CaseloadKind};
use handrail_domain::lived::{Lived, Question, QuestionChange, Wishes};
use handrail_domain::{Now, RecordId};
use handrail_protocol::{DocumentId, GroupId, MemberId, Role};
use handrail_store::{Read, StoreError};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::api::{
    EngineError, InvalidField, MOST_QUESTIONS, MatchingCommand, MatchingView, QuestionAsked,
    QuestionToMe,
};
use crate::call_outs::{Save, load};
use crate::caseload::write::refused;
use crate::convert::{domain_member, invalid, protocol_member, record_id};
use crate::kept;
use crate::open::{Loaded, Open};
use crate::statements;

/// Where this device keeps what its member has lived, and which questions they put aside.
const LIVED: &str = "lived";
const ASIDE: &str = "questions_aside";
/// The version of what is kept.
const FORMAT: u8 = 1;
/// Most questions that stay put aside; older ones are asked no more.
const MOST_ASIDE: usize = 100;

#[derive(Serialize, Deserialize)]
struct Kept {
    format: u8,
    lived: Vec<Lived>,
}

/// What this member has lived, what is asked of them, and what they asked.
///
/// # Errors
/// `Storage` where what is kept here cannot be read.
pub fn view(open: &mut Open, now: Now) -> Result<MatchingView, EngineError> {
    let lived = lived(&open.store.read())?;
    let to_me = to_me(open, &lived, now)?;
    let may_ask = may_ask(open);
    let own = open.identity.member;
    let places = if may_ask {
        asked_everywhere(open)?
    } else {
        Vec::new()
    };
    let others = places.iter().filter(|place| place.coach != own).count();
    Ok(MatchingView {
        coaches: u32::try_from(others).unwrap_or(u32::MAX),
        to_me,
        asked: asked(open, &places),
        may_ask,
        programs: programs(open, now),
        lived,
    })
}

/// Does an order.
///
/// # Errors
/// `NotAllowed` for a question of who does not read all caseloads, and for an answer without a
/// caseload of one's own; `Invalid` with `Words` for a question that asks nothing or too much, with
/// `Step` for one that is asked no more; `NotFound` for one that is not here.
pub fn order(
    open: &mut Open,
    command: &MatchingCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    match command {
        MatchingCommand::Keep(lived) => keep(open, lived),
        MatchingCommand::Ask(wishes) => ask(open, wishes, now, rng),
        MatchingCommand::Answer { question, yes } => {
            let group = open.own_caseload()?;
            let id = record_id(question)?;
            let own = asked_in(open, vec![group])?;
            let is_known = own.iter().any(|place| place.question(id).is_some());
            is_known.then_some(()).ok_or(EngineError::NotFound)?;
            write(open, own, id, &QuestionChange::Yes(*yes), now)
        }
        MatchingCommand::Aside { question } => put_aside(open, record_id(question)?),
        MatchingCommand::Over { question } => {
            let id = record_id(question)?;
            let mut all = asked_everywhere(open)?;
            all.retain(|place| place.question(id).is_some());
            if all.is_empty() {
                return Err(EngineError::NotFound);
            }
            write(open, all, id, &QuestionChange::Over, now)
        }
    }
}

/// The document of one coach's caseload.
struct Place {
    coach: MemberId,
    group: GroupId,
    document: DocumentId,
    loaded: Loaded<CaseloadKind>,
}

impl Place {
    fn question(&self, id: RecordId) -> Option<Question> {
        let mut all = self.loaded.document.questions().into_iter();
        all.find(|question| question.id == id)
    }
}

fn ask(
    open: &mut Open,
    wishes: &Wishes,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if !wishes.is_whole() {
        return Err(invalid(InvalidField::Words));
    }
    let own = open.identity.member;
    let mut all = asked_everywhere(open)?;
    // Every coach alike, whatever may be known of them.
    all.retain(|place| place.coach != own);
    if all.is_empty() {
        return Err(EngineError::NotFound);
    }
    let change = QuestionChange::Ask {
        by: domain_member(own),
        wishes: wishes.clone(),
    };
    write(open, all, RecordId::new(now.at, rng), &change, now)
}

/// Says the same in all of them, in one transaction.
fn write(
    open: &mut Open,
    mut places: Vec<Place>,
    id: RecordId,
    change: &QuestionChange,
    now: Now,
) -> Result<(), EngineError> {
    let command = CaseloadCommand::ChangeQuestion {
        id,
        change: change.clone(),
    };
    let mut written = Vec::new();
    for place in &mut places {
        let done = place.loaded.document.command(&command, now);
        written.push(done.map_err(|error| refused(&error))?);
    }
    Ok(open.store.transaction(|tx| {
        for (place, written) in places.iter().zip(&written) {
            let save = Save {
                id: place.document,
                group: place.group,
                loaded: &place.loaded,
                written: written.as_slice(),
                forgets: Vec::new(),
                at: now.at.millis(),
            };
            save.write(tx)?;
        }
        Ok::<(), StoreError>(())
    })?)
}

fn may_ask(open: &Open) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    role.is_some_and(Role::reads_all_caseloads)
}

/// The documents of all coaches' caseloads.
fn asked_everywhere(open: &mut Open) -> Result<Vec<Place>, EngineError> {
    if !may_ask(open) {
        return Err(EngineError::NotAllowed);
    }
    let caseloads = statements::caseloads(open).into_iter();
    let groups = caseloads.map(|(_, group)| group).collect();
    asked_in(open, groups)
}

fn asked_in(open: &mut Open, groups: Vec<GroupId>) -> Result<Vec<Place>, EngineError> {
    let mut found = Vec::new();
    for group in groups {
        let owner = open.roster.group(&group).and_then(|record| record.owner);
        // A caseload that has just begun may not have arrived.
        let (Some(coach), Some(document)) = (owner, open.caseload_document(&group)?) else {
            continue;
        };
        let loaded = load(open, &document)?;
        found.push(Place {
            coach,
            group,
            document,
            loaded,
        });
    }
    Ok(found)
}

fn to_me(open: &mut Open, lived: &[Lived], now: Now) -> Result<Vec<QuestionToMe>, EngineError> {
    let Ok(group) = open.own_caseload() else {
        return Ok(Vec::new());
    };
    let aside = aside(&open.store.read())?;
    let mut found = Vec::new();
    for place in asked_in(open, vec![group])? {
        for question in place.loaded.document.questions() {
            let id = question.id.to_string();
            if !question.is_open(now) || aside.contains(&id) && !question.yes {
                continue;
            }
            found.push(QuestionToMe {
                id,
                by: open.member_name(&protocol_member(question.by)),
                at: question.asked_at.millis(),
                fits: question.wishes.fitting(lived).copied().collect(),
                yes: question.yes,
                wishes: question.wishes,
            });
        }
    }
    Ok(found)
}

fn asked(open: &Open, places: &[Place]) -> Vec<QuestionAsked> {
    let mut found: BTreeMap<RecordId, QuestionAsked> = BTreeMap::new();
    for place in places {
        for question in place.loaded.document.questions() {
            let by = open.member_name(&protocol_member(question.by));
            let asked = found.entry(question.id).or_insert_with(|| QuestionAsked {
                id: question.id.to_string(),
                by,
                at: question.asked_at.millis(),
                wishes: question.wishes.clone(),
                coaches: 0,
                yes: Vec::new(),
                over: false,
            });
            asked.coaches += 1;
            asked.over |= question.over;
            if question.yes {
                asked.yes.push(open.member_name(&place.coach));
            }
        }
    }
    let newest_first = found.into_values().rev();
    let mut all: Vec<QuestionAsked> = newest_first.take(MOST_QUESTIONS).collect();
    for one in &mut all {
        one.yes.sort_by_key(|name| name.to_lowercase());
    }
    all
}

/// By what programs match on a day.
fn programs(open: &Open, now: Now) -> Vec<(String, Wishes, bool)> {
    let day = now.local_date();
    let each = open.programs.in_use().iter();
    each.filter_map(|program| {
        let pack = program.on(day).0;
        let rule = pack.matching_on(day)?;
        let wishes = Wishes {
            experience: rule.experience.clone(),
            of: rule.of,
        };
        Some((program.name.clone(), wishes, rule.required))
    })
    .collect()
}

/// What this device keeps of its member's life.
fn lived(read: &Read<'_>) -> Result<Vec<Lived>, EngineError> {
    let kept = kept::kept(read, LIVED, |kept: &Kept| kept.format == FORMAT)?;
    Ok(kept.map(|kept| kept.lived).unwrap_or_default())
}

fn keep(open: &mut Open, lived: &[Lived]) -> Result<(), EngineError> {
    // What a newer version kept is not written over.
    self::lived(&open.store.read())?;
    let mut all: Vec<Lived> = Vec::new();
    for one in lived {
        if !all.iter().any(|known| known.what == one.what) {
            all.push(*one);
        }
    }
    let kept = Kept {
        format: FORMAT,
        lived: all,
    };
    kept::keep(open, LIVED, &kept)
}

fn aside(read: &Read<'_>) -> Result<Vec<String>, EngineError> {
    let bytes = read.meta(ASIDE)?;
    Ok(bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}

fn put_aside(open: &mut Open, id: RecordId) -> Result<(), EngineError> {
    let mut all = aside(&open.store.read())?;
    all.retain(|known| *known != id.to_string());
    all.push(id.to_string());
    let first = all.len().saturating_sub(MOST_ASIDE);
    let last = all.get(first..).unwrap_or_default();
    let bytes = serde_json::to_vec(last).map_err(|_| StoreError::row("meta"))?;
    Ok(open.store.transaction(|tx| tx.set_meta(ASIDE, &bytes))?)
}
