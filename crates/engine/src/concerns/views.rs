use std::cmp::Reverse;

use handrail_domain::concern::{Chain, Concern, ConcernKind, Decision, OwnReport, Stage, turn};
use handrail_domain::rights::Deed;
use handrail_domain::{MemberId, Now, Timestamp};
use handrail_protocol::{DeviceId, DocumentId, GroupId};

use super::{chain, lines, places, standing};
use crate::api::{
    ConcernKnown, ConcernView, ConcernsView, DecisionView, EngineError, OwnReportView,
    SafeContactView, SetAsideView, WordsView,
};
use crate::convert::{document_id, domain_member, protocol_member};
use crate::on_call;
use crate::open::Open;
use crate::rights;
use crate::statements::Place;
use crate::views::{safe_contact, shown_name};

/// Most concerns that are shown.
const MOST: usize = 200;

/// The concerns of one participant, or all that this member may read.
///
/// # Errors
/// `NotAllowed` for the record of somebody whom this member does not keep.
pub fn view(
    open: &mut Open,
    participant: Option<&str>,
    now: Now,
) -> Result<ConcernsView, EngineError> {
    let places = match participant {
        Some(participant) => vec![super::kept(open, participant)?],
        None => places(open)?,
    };
    let set = chain(open)?;
    let chain = with_on_call(open, &set, now)?;
    let decides = rights::has(open, Deed::Decide);
    let (mut concerns, mut reports, mut aside) = (Vec::new(), Vec::new(), Vec::new());
    for place in places {
        let Some(about) = About::of(open, place)? else {
            continue;
        };
        let standing = standing(open, place)?;
        for one in &standing.concerns {
            // In a caseload stands what is about its coach, in a record what is about a participant.
            concerns.push(about.concern(open, one, &chain, now)?);
        }
        for one in &standing.reports {
            reports.extend(about.report(open, one)?);
        }
        if decides {
            let views = standing.aside.iter();
            aside.extend(views.map(|one| rights::aside_view(open, &about.name, one)));
        }
    }
    concerns.sort_by_key(|one| {
        let is_open = one.stage < Stage::Done;
        let at = if is_open {
            one.at
        } else {
            one.at.saturating_neg()
        };
        (!is_open, at)
    });
    concerns.truncate(MOST);
    reports.sort_by_key(|one: &OwnReportView| Reverse(one.at));
    reports.truncate(MOST);
    aside.sort_by_key(|one: &SetAsideView| Reverse(one.at));
    aside.truncate(MOST);
    let own = domain_member(open.identity.member);
    let supervisors = rights::supervisors(open).map(domain_member).collect();
    let nobody = MemberId::from_bytes([0; 16]);
    let order = set.of(supervisors, nobody);
    let name = match participant {
        Some(participant) => name_of(open, &document_id(participant)?)?,
        None => String::new(),
    };
    Ok(ConcernsView {
        name,
        may_raise: rights::has(open, Deed::Raise) && !open.may_only_look(),
        decides,
        concerns,
        reports,
        aside,
        minutes: set.minutes,
        chain: order
            .into_iter()
            .map(|member| {
                let member = protocol_member(member);
                (member.to_string(), open.member_name(&member))
            })
            .collect(),
        lines: lines(open)?,
        may_set: rights::has(open, Deed::SetConcerns) && own != nobody,
    })
}

/// As the agency said it, with the supervisors who are on call now before all others, and then those who
/// stand in for them.
fn with_on_call(open: &mut Open, set: &Chain, now: Now) -> Result<Chain, EngineError> {
    let on_call = on_call::view(open, now)?;
    let (first, then) = on_call.supervisors();
    let on_call = first.into_iter().chain(then);
    let mut order: Vec<String> = on_call
        .filter_map(|person| Some(person.member?.to_string()))
        .collect();
    order.extend(set.order.iter().cloned());
    Ok(Chain {
        minutes: set.minutes,
        order,
    })
}

fn name_of(open: &Open, document: &DocumentId) -> Result<String, EngineError> {
    let row = open.store.read().participant(document)?;
    row.map(|row| shown_name(&row)).ok_or(EngineError::NotFound)
}

/// What concerns of one place are about.
struct About {
    document: DocumentId,
    home: GroupId,
    participant: Option<String>,
    name: String,
    safe_contact: SafeContactView,
}

impl About {
    /// `None` for what is no longer here.
    fn of(open: &Open, place: Place) -> Result<Option<Self>, EngineError> {
        let found = match place {
            Place::Record(document) => {
                let row = open.store.read().participant(&document)?;
                let home = open.home_of(&document)?;
                row.zip(home).map(|(row, home)| Self {
                    document,
                    home,
                    participant: Some(document.to_string()),
                    name: shown_name(&row),
                    safe_contact: safe_contact(&row),
                })
            }
            Place::Caseload(group) => open.caseload_document(&group)?.map(|document| Self {
                document,
                home: group,
                participant: None,
                name: open.coach_name(Some(&group)),
                safe_contact: SafeContactView::default(),
            }),
            Place::Agency => None,
        };
        Ok(found)
    }

    fn concern(
        &self,
        open: &Open,
        concern: &Concern,
        chain: &Chain,
        now: Now,
    ) -> Result<ConcernView, EngineError> {
        let own = domain_member(open.identity.member);
        let name = |member: MemberId| open.member_name(&protocol_member(member));
        let order = self.asked(open, chain, concern.by);
        let turn = turn(order.len(), chain.minutes, concern.at, now.at);
        let waits = concern.stage() == Stage::Raised;
        let asked: Vec<MemberId> = order.iter().copied().take(turn.asked).collect();
        let asked = if waits { asked } else { Vec::new() };
        let next = turn.next_at.filter(|_| waits);
        let next = next.zip(order.get(turn.asked));
        Ok(ConcernView {
            id: concern.id.to_string(),
            participant: self.participant.clone(),
            name: self.name.clone(),
            safe_contact: self.safe_contact.clone(),
            kind: match &self.participant {
                Some(_) => concern.kind,
                None => Some(ConcernKind::Work),
            },
            words: concern
                .words
                .iter()
                .map(|words| WordsView {
                    words: words.words.clone(),
                    by: name(words.by),
                    at: words.at.millis(),
                })
                .collect(),
            by: name(concern.by),
            own: concern.by == own,
            at: concern.at.millis(),
            stage: concern.stage(),
            seen: seen_by(&concern.seen, name),
            seen_by_me: concern.seen.iter().any(|(who, _)| *who == own),
            decisions: concern
                .decisions
                .iter()
                .map(|one| decision(one, name))
                .collect(),
            back: concern.back.as_ref().map(|one| one.words.clone()),
            known: self.known(open, concern.device)?,
            my_turn: asked.contains(&own),
            asked: asked.into_iter().map(name).collect(),
            next: next.map(|(at, member)| (name(*member), at.millis())),
        })
    }

    /// `None` for a caseload: an own report is about a participant.
    fn report(
        &self,
        open: &Open,
        report: &OwnReport,
    ) -> Result<Option<OwnReportView>, EngineError> {
        let name = |member: MemberId| open.member_name(&protocol_member(member));
        let Some(participant) = self.participant.clone() else {
            return Ok(None);
        };
        Ok(Some(OwnReportView {
            id: report.id.to_string(),
            participant,
            name: self.name.clone(),
            by: name(report.by),
            at: report.at.millis(),
            line: report.line.clone(),
            seen: seen_by(&report.seen, name),
            known: self.known(open, report.device)?,
        }))
    }

    /// Supervisors who read it, in the order in which they are asked.
    fn asked(&self, open: &Open, chain: &Chain, raised_by: MemberId) -> Vec<MemberId> {
        let reads =
            |member: &handrail_protocol::MemberId| open.roster.is_member_of(member, &self.home);
        let all = rights::supervisors(open).filter(reads);
        chain.of(all.map(domain_member).collect(), raised_by)
    }

    /// Only what this device wrote is looked for: of another's words it has what arrived.
    fn known(
        &self,
        open: &Open,
        writer: handrail_domain::DeviceId,
    ) -> Result<ConcernKnown, EngineError> {
        let own = &open.identity;
        if writer.as_bytes() != own.device.as_bytes() {
            return Ok(ConcernKnown::Arrived);
        }
        let reads = |member: &handrail_protocol::MemberId| {
            *member != own.member && open.roster.is_member_of(member, &self.home)
        };
        let others: Vec<DeviceId> = rights::supervisors(open)
            .filter(reads)
            .flat_map(|member| open.roster.devices_of(member))
            .filter(|device| device.revoked.is_none())
            .map(|device| device.id)
            .collect();
        let read = open.store.read();
        let waits = |others| read.is_needed_here(&self.document, &own.device, "", others);
        Ok(if open.conversation.is_none() || waits(None)? {
            ConcernKnown::HereOnly
        } else if others.is_empty() || waits(Some(&others))? {
            ConcernKnown::Sent
        } else {
            ConcernKnown::Reached
        })
    }
}

fn seen_by(
    seen: &[(MemberId, Timestamp)],
    name: impl Fn(MemberId) -> String,
) -> Vec<(String, i64)> {
    let each = seen.iter();
    each.map(|(who, at)| (name(*who), at.millis())).collect()
}

fn decision(decision: &Decision, name: impl Fn(MemberId) -> String) -> DecisionView {
    DecisionView {
        id: decision.id.to_string(),
        action: decision.action,
        teller: decision.teller,
        words: decision.words.clone(),
        by: name(decision.by),
        at: decision.at.millis(),
        told: decision
            .told
            .as_ref()
            .map(|(by, at, _)| (by.clone(), at.millis())),
    }
}
