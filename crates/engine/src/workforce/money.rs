//! Miles and stipends: asked for by a coach, decided by a supervisor, as a table for the payroll
//! (S3-14, S3-18, G-4). They stand in the document of the coach's caseload.

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::workforce::ledger::Entry;
use handrail_domain::workforce::mileage::{
    self, Claim, OwnRate, Payee, Trip, claimed, own_trips, rate_on,
};
use handrail_domain::workforce::money::{self, Decision, MoneyState, MoneyStep, Stipend, state};
use handrail_domain::workforce::{Person, WorkforcePack, payroll, rights};
use handrail_domain::{LocalDate, MemberId, Now, RecordId};
use rand_core::CryptoRng;

use super::gate::pack;
use super::read::Heard;
use super::training::{allowed, known, needs_reason, over, own, place_of, say, say_over};
use super::trips::{payee_of, trips, unmatched};
use super::{member_of, people, person};
use crate::api::{
    ClaimView, ClaimsView, DecidedView, EngineError, InvalidField, MoneyCommand, PayrollView,
    StipendView,
};
use crate::convert::{domain_member, invalid, record_id};
use crate::open::Open;
use crate::statements::{self, Place};

/// What one person asked for.
///
/// # Errors
/// `NotFound` for who is no member; `NotAllowed` where their caseload is not for this member.
pub fn view(open: &mut Open, whom: &str, now: Now) -> Result<ClaimsView, EngineError> {
    let member = member_of(person(open, whom)?).ok_or(EngineError::NotFound)?;
    let today = now.local_date();
    let (me, role) = own(open)?;
    let is_own = member == me;
    if !is_own && !rights::supervises(role) {
        return Err(EngineError::NotAllowed);
    }
    let agency = Heard::agency(open)?;
    let heard = Heard::caseload(open, member)?.ok_or(EngineError::NotAllowed)?;
    let asked = Asked::of(&heard, member);
    let trips = if is_own {
        trips(open, &agency, &asked.claimed, today)?
    } else {
        Vec::new()
    };
    let mut claims: Vec<ClaimView> = asked
        .claims
        .iter()
        .filter_map(|(id, entry)| claim_view(open, &heard, &asked, *id, entry))
        .collect();
    claims.reverse();
    let may_decide = rights::supervises(role) && !is_own;
    let is_open = |one: &&mut ClaimView| {
        let settled = [MoneyState::Paid, MoneyState::Declined];
        !settled.contains(&one.decided.state)
    };
    let own_role = open.roster.role_of(&open.identity.member);
    // Who reads every record compares what was claimed with it, before it is paid.
    if may_decide && own_role.is_some_and(handrail_protocol::Role::reads_all_caseloads) {
        for one in claims.iter_mut().filter(is_open) {
            one.unmatched = unmatched(open, &one.claim)?;
        }
    }
    let mut stipends: Vec<StipendView> = asked
        .stipends
        .iter()
        .filter_map(|(id, entry)| {
            Some(StipendView {
                id: id.to_string(),
                stipend: entry.said()?.clone(),
                at: entry.begun_at.millis(),
                decided: decided(open, &heard, entry, asked.decisions.get(id)),
            })
        })
        .collect();
    stipends.reverse();
    let funders = asked.decisions.values().filter_map(Entry::said);
    let funders = funders.map(|one| one.funder.clone());
    let trained = agency.trainings();
    let trained = agency.standing(&trained).into_iter().map(|one| one.funder);
    let funders: BTreeSet<String> = funders.chain(trained).collect();
    Ok(ClaimsView {
        name: agency.person_name(open, Person::Member(member)),
        member: member.to_string(),
        own: is_own,
        may_decide,
        aside: if may_decide {
            heard.aside(open)
        } else {
            Vec::new()
        },
        payee: payee_of(open, member),
        offers: people::offers(&agency),
        funders: funders
            .into_iter()
            .filter(|name| !name.is_empty())
            .collect(),
        today,
        trips,
        claims,
        stipends,
    })
}

/// What one person asked for, and what was decided.
struct Asked {
    claims: BTreeMap<RecordId, Entry<Claim>>,
    stipends: BTreeMap<RecordId, Entry<Stipend>>,
    decisions: BTreeMap<RecordId, Entry<Decision>>,
    claimed: BTreeMap<RecordId, RecordId>,
}

impl Asked {
    fn of(heard: &Heard, member: MemberId) -> Self {
        let decisions = heard.decisions(member);
        let paid = money::paid(&decisions);
        let mut claims = heard.claims(&paid);
        claims.retain(|_, entry| entry.said().is_none_or(|claim| claim.member == member));
        let mut stipends = heard.stipends(&paid);
        stipends.retain(|_, entry| entry.said().is_none_or(|one| one.member == member));
        Self {
            claimed: belonging(&claims, &decisions, None),
            claims,
            stipends,
            decisions,
        }
    }

    /// Whether another claim has every trip of this one, were it approved.
    fn has_no_trip(&self, id: RecordId) -> bool {
        let said = self.claims.get(&id).and_then(Entry::said);
        said.is_some_and(|claim| {
            let belonging = belonging(&self.claims, &self.decisions, Some(id));
            own_trips(id, claim, &belonging).trips.is_empty()
        })
    }
}

/// The claim that each contact's miles belong to: one that was paid, then one that was approved, then the
/// first. What was declined has none, but for the one that is looked at.
fn belonging(
    claims: &BTreeMap<RecordId, Entry<Claim>>,
    decisions: &BTreeMap<RecordId, Entry<Decision>>,
    looked_at: Option<RecordId>,
) -> BTreeMap<RecordId, RecordId> {
    let states: BTreeMap<RecordId, MoneyState> = claims
        .iter()
        .map(|(id, entry)| (*id, state(entry, decisions.get(id))))
        .collect();
    let declined = states.iter().filter(|(id, state)| {
        looked_at != Some(**id) && matches!(state, MoneyState::Declined | MoneyState::TakenBack)
    });
    let declined: BTreeSet<RecordId> = declined.map(|(id, _)| *id).collect();
    claimed(claims, &declined, |id| match states.get(id) {
        Some(MoneyState::Paid) => 0,
        Some(MoneyState::Approved) => 1,
        _ => 2,
    })
}

fn claim_view(
    open: &Open,
    heard: &Heard,
    asked: &Asked,
    id: RecordId,
    entry: &Entry<Claim>,
) -> Option<ClaimView> {
    let said = entry.said()?;
    let decided = decided(open, heard, entry, asked.decisions.get(&id));
    let claim = match decided.state {
        // What was declined keeps what was asked for.
        MoneyState::Declined => said.clone(),
        _ => own_trips(id, said, &asked.claimed),
    };
    let doubled = said.trips.len().saturating_sub(claim.trips.len());
    Some(ClaimView {
        id: id.to_string(),
        doubled: u32::try_from(doubled).unwrap_or(u32::MAX),
        unmatched: 0,
        cents: claim.cents(),
        at: entry.begun_at.millis(),
        claim,
        decided,
    })
}

fn decided<T: PartialEq>(
    open: &Open,
    heard: &Heard,
    asked: &Entry<T>,
    decision: Option<&Entry<Decision>>,
) -> DecidedView {
    let of = asked.holds().map(|version| version.id);
    let now = state(asked, decision);
    // Of what was paid it is the payment that is told, whatever another decided at the same time.
    let fits = |one: &Decision| {
        let is_payment = one.step == MoneyStep::Paid.code();
        Some(one.of) == of && (is_payment || now != MoneyState::Paid)
    };
    let mut versions = decision.into_iter().flat_map(|entry| &entry.versions);
    let last = versions.rfind(|version| version.said.as_ref().is_some_and(fits));
    let said = last.and_then(|version| version.said.as_ref());
    DecidedView {
        state: now,
        by: last
            .map(|version| heard.name_of(open, version.device))
            .unwrap_or_default(),
        funder: said.map(|one| one.funder.clone()).unwrap_or_default(),
        reason: last
            .map(|version| version.reason.clone())
            .unwrap_or_default(),
    }
}

/// Does an order.
pub fn order(
    open: &mut Open,
    command: &MoneyCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let (me, _) = own(open)?;
    match command {
        MoneyCommand::Claim { payee, contacts } => {
            let agency = Heard::agency(open)?;
            let heard = Heard::caseload(open, me)?.ok_or(EngineError::NotAllowed)?;
            let asked = Asked::of(&heard, me);
            let free = trips(open, &agency, &asked.claimed, now.local_date())?;
            let trip = |contact: &String| {
                let found = free.iter().find(|trip| trip.contact == *contact);
                let found = found.ok_or(EngineError::NotFound)?;
                let rate = match payee {
                    Payee::Staff => &found.staff,
                    Payee::Volunteer => &found.volunteer,
                };
                Ok(Trip {
                    contact: record_id(contact)?,
                    on: found.on,
                    miles_tenths: found.miles_tenths,
                    rate: rate.clone().ok_or_else(|| invalid(InvalidField::Miles))?,
                })
            };
            let claim = Claim {
                member: me,
                payee: *payee,
                trips: contacts
                    .iter()
                    .map(trip)
                    .collect::<Result<_, EngineError>>()?,
            };
            if !claim.is_whole() {
                return Err(invalid(InvalidField::Miles));
            }
            let place = place_of(open, me)?;
            say_over(
                open,
                (place, mileage::CLAIM),
                (None, Vec::new()),
                &claim,
                now,
                rng,
            )
        }
        MoneyCommand::Stipend {
            entry,
            what,
            cents,
            offer,
        } => {
            let heard = Heard::caseload(open, me)?.ok_or(EngineError::NotAllowed)?;
            let asked = Asked::of(&heard, me);
            let (about, heads) = known(entry.as_deref(), &asked.stipends)?;
            if let Some(id) = about {
                is_open(asked.stipends.get(&id), asked.decisions.get(&id))?;
            }
            let stipend = Stipend {
                member: me,
                what: what.trim().to_owned(),
                cents: *cents,
                offer: offer.as_deref().map(record_id).transpose()?,
            };
            if !stipend.is_whole() {
                return Err(invalid(InvalidField::Words));
            }
            let place = place_of(open, me)?;
            say_over(
                open,
                (place, money::STIPEND),
                (about, heads),
                &stipend,
                now,
                rng,
            )
        }
        MoneyCommand::TakeBack { entry, reason } => {
            needs_reason(reason)?;
            let id = record_id(entry)?;
            let heard = Heard::caseload(open, me)?.ok_or(EngineError::NotAllowed)?;
            let asked = Asked::of(&heard, me);
            let decision = asked.decisions.get(&id);
            let (code, heads) = if let Some(entry) = asked.claims.get(&id) {
                is_open(Some(entry), decision)?;
                (mileage::CLAIM, entry.heads())
            } else {
                let entry = asked.stipends.get(&id).ok_or(EngineError::NotFound)?;
                is_open(Some(entry), decision)?;
                (money::STIPEND, entry.heads())
            };
            let told = over::<()>(heads, None, reason);
            let place = place_of(open, me)?;
            say(open, place, (code, Some(id)), &told, now, rng)
        }
        MoneyCommand::Decide {
            member,
            entry,
            step,
            funder,
            reason,
        } => {
            let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
            allowed(open, money::DECISION, Some(member))?;
            if *step == MoneyStep::Declined {
                needs_reason(reason)?;
            }
            let id = record_id(entry)?;
            let heard = Heard::caseload(open, member)?.ok_or(EngineError::NotAllowed)?;
            let asked = Asked::of(&heard, member);
            let decision = asked.decisions.get(&id);
            let (of, now_at) = if let Some(claim) = asked.claims.get(&id) {
                (
                    claim.holds().map(|version| version.id),
                    state(claim, decision),
                )
            } else {
                let stipend = asked.stipends.get(&id).ok_or(EngineError::NotFound)?;
                (
                    stipend.holds().map(|version| version.id),
                    state(stipend, decision),
                )
            };
            if !now_at.allows(*step) || funder.len() > 200 || reason.len() > 500 {
                return Err(invalid(InvalidField::Step));
            }
            // Its miles belong to another claim by now.
            if *step == MoneyStep::Approved && asked.has_no_trip(id) {
                return Err(invalid(InvalidField::Step));
            }
            let said = Decision {
                of: of.ok_or(EngineError::NotFound)?,
                step: step.code().to_owned(),
                funder: funder.trim().to_owned(),
            };
            let heads = decision.map(Entry::heads).unwrap_or_default();
            let told = over(heads, Some(&said), reason);
            let place = place_of(open, member)?;
            say(open, place, (money::DECISION, Some(id)), &told, now, rng)
        }
        MoneyCommand::OwnRate(rate) => {
            allowed(open, mileage::OWN_RATE, None)?;
            if !rate.is_whole() {
                return Err(invalid(InvalidField::Miles));
            }
            // A correction of a rate from the same day takes its place, whatever the clocks said.
            let rates = Heard::agency(open)?.own_rates();
            let is_same = |one: &OwnRate| one.payee == rate.payee && one.from == rate.from;
            let mut same = rates.iter().rev();
            let same = same.find(|(_, entry)| entry.said().is_some_and(is_same));
            let meant = same.map(|(id, entry)| (Some(*id), entry.heads()));
            say_over(
                open,
                (Place::Agency, mileage::OWN_RATE),
                meant.unwrap_or_default(),
                rate,
                now,
                rng,
            )
        }
    }
}

/// Refuses to change what was decided already.
fn is_open<T: PartialEq>(
    asked: Option<&Entry<T>>,
    decision: Option<&Entry<Decision>>,
) -> Result<(), EngineError> {
    let is_open = asked.is_some_and(|asked| state(asked, decision).is_open());
    is_open
        .then_some(())
        .ok_or_else(|| invalid(InvalidField::Step))
}

/// What waits, what is paid for miles, and the table for the payroll.
///
/// # Errors
/// `NotAllowed` for who does not supervise.
pub fn payroll_view(open: &mut Open, now: Now) -> Result<PayrollView, EngineError> {
    let (_, role) = own(open)?;
    if !rights::supervises(role) {
        return Err(EngineError::NotAllowed);
    }
    let agency = Heard::agency(open)?;
    let mut waiting = Vec::new();
    let mut rows = Vec::new();
    // Who has left is paid what they drove.
    let mut coaches: Vec<(String, handrail_protocol::MemberId)> = statements::caseloads_ever(open)
        .into_iter()
        .map(|(member, _)| (open.member_name(&member), member))
        .collect();
    coaches.sort();
    for (name, coach) in coaches {
        let member = domain_member(coach);
        let Some(heard) = Heard::caseload(open, member)? else {
            continue;
        };
        let asked = Asked::of(&heard, member);
        let (mut count, mut cents) = (0_u32, 0_u64);
        for (id, entry) in &asked.claims {
            let Some(one) = claim_view(open, &heard, &asked, *id, entry) else {
                continue;
            };
            match one.decided.state {
                MoneyState::Requested | MoneyState::Disputed => {
                    (count, cents) = (count + 1, cents + one.cents);
                }
                MoneyState::Approved | MoneyState::Paid => {
                    count += u32::from(one.decided.state == MoneyState::Approved);
                    cents += if one.decided.state == MoneyState::Approved {
                        one.cents
                    } else {
                        0
                    };
                    rows.extend(lines(&name, &one));
                }
                MoneyState::Declined | MoneyState::TakenBack => {}
            }
        }
        for (id, entry) in &asked.stipends {
            let found = state(entry, asked.decisions.get(id));
            let waits = [
                MoneyState::Requested,
                MoneyState::Disputed,
                MoneyState::Approved,
            ];
            if let Some(said) = entry.said().filter(|_| waits.contains(&found)) {
                (count, cents) = (count + 1, cents + u64::from(said.cents));
            }
        }
        if count > 0 {
            waiting.push((member.to_string(), name, count, cents));
        }
    }
    let pack = pack()?;
    let own = agency.own_rates();
    let rates = own.values().filter_map(Entry::said).cloned();
    let mut own_rates: Vec<OwnRate> = rates.collect();
    own_rates.sort_by_key(|rate| std::cmp::Reverse(rate.from));
    Ok(PayrollView {
        today: today_rates(&pack, &own, now.local_date()),
        csv: payroll::csv(&rows),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        own_rates,
        waiting,
    })
}

fn today_rates(
    pack: &WorkforcePack,
    own: &BTreeMap<RecordId, Entry<OwnRate>>,
    today: LocalDate,
) -> Vec<(Payee, mileage::RateUsed)> {
    let all = Payee::ALL.iter().copied();
    all.filter_map(|payee| Some((payee, rate_on(pack, own, payee, today)?)))
        .collect()
}

fn lines(name: &str, one: &ClaimView) -> Vec<payroll::Line> {
    let line = |trip: &Trip| payroll::Line {
        name: name.to_owned(),
        claim: one.id.clone(),
        payee: one.claim.payee,
        trip: trip.clone(),
        funder: one.decided.funder.clone(),
        is_paid: one.decided.state == MoneyState::Paid,
    };
    one.claim.trips.iter().map(line).collect()
}
