//! Which rules of retention hold: those that ship with the app, or the agency's own. Own ones are
//! put in force by an event in the agency's document, which nothing that is written later takes
//! back; so the access log says who did it and when.

use handrail_domain::document::{Event, Logged};
use handrail_domain::retention::{Judgement, Kept, RecordFacts, RetentionPack, RetentionRule};
use handrail_domain::{LocalDate, Now};
use handrail_protocol::DeviceId;
use rand_core::CryptoRng;

use super::retention::facts;
use super::{may_forget, was_in_charge};
use crate::api::{
    EngineError, InvalidField, MOST_RULE_CHANGES, RuleChangeView, RuleView, RulesPreviewView,
    RulesView,
};
use crate::audit;
use crate::convert::invalid;
use crate::open::Open;
use crate::views::shown_name;

const BUILT_IN: &str = include_str!("../../../../assets/retention/us-wi-2026.json");

/// The rules that hold on a day.
pub(super) struct InForce {
    /// `None` where this version cannot read them.
    pub pack: Option<RetentionPack>,
    /// What put them in force; `None` for those of the app.
    set: Option<Logged>,
    /// Others that begin to hold later.
    next: Option<LocalDate>,
}

impl InForce {
    pub fn view(&self, open: &Open) -> RulesView {
        let pack = self.pack.as_ref();
        let set = self.set.as_ref().map(|logged| {
            let device = DeviceId::from_bytes(*logged.device.as_bytes());
            let member = open.member_of_device(&device);
            let name = member.map(|member| open.member_name(&member));
            (name.unwrap_or_default(), logged.at.millis())
        });
        RulesView {
            id: pack.map(|pack| pack.id.clone()).unwrap_or_default(),
            version: pack.map(|pack| pack.version.clone()).unwrap_or_default(),
            review_by: pack
                .map(|pack| pack.review_by.to_string())
                .unwrap_or_default(),
            set,
            next: self.next.map(|day| day.to_string()),
            may_change: may_forget(open),
        }
    }
}

/// The rules that hold today: of those that somebody in charge put in force, the newest whose time
/// has begun.
pub(super) fn in_force(open: &mut Open, now: Now) -> Result<InForce, EngineError> {
    let said = match open.agency_document()? {
        Some(id) => open.documents.agency(&open.store, &id)?.retention_rules(),
        None => Vec::new(),
    };
    let mut next = None;
    for logged in said {
        let device = DeviceId::from_bytes(*logged.device.as_bytes());
        // Rules stay when who set them takes another role.
        if !was_in_charge(&open.roster, &device) {
            continue;
        }
        let Event::RetentionRules(Some(text)) = &logged.event else {
            break;
        };
        let pack = RetentionPack::parse(text).ok();
        // The newest of those that are to come counts when its day has.
        match pack.as_ref().map(|pack| pack.valid_from) {
            Some(from) if from > now.local_date() => next = next.or(Some(from)),
            _ => {
                let set = Some(logged);
                return Ok(InForce { pack, set, next });
            }
        }
    }
    Ok(InForce {
        pack: RetentionPack::parse(BUILT_IN).ok(),
        set: None,
        next,
    })
}

/// Rules for a screen, and whether they are to be looked at again.
pub(super) fn rules_of(pack: Option<RetentionPack>, now: Now) -> (Vec<RuleView>, bool) {
    let Some(pack) = pack else {
        return (Vec::new(), true);
    };
    let stale = pack.is_stale(now.local_date());
    let view = |rule: RetentionRule| RuleView {
        id: rule.id,
        en: rule.text.en,
        es: rule.text.es,
        source: rule.source,
        verified: rule.verified,
    };
    (pack.rules.into_iter().map(view).collect(), stale)
}

/// What a pack is called; empty where this version cannot read it.
pub fn title(pack: &str) -> String {
    RetentionPack::parse(pack)
        .map(|pack| format!("{} {}", pack.id, pack.version))
        .unwrap_or_default()
}

/// Puts rules in force for the whole agency; `None`: those of the app.
///
/// # Errors
/// `NotAllowed` for who is neither supervisor nor administrator; `Invalid` where [`preview`] names
/// faults.
pub fn use_rules(
    open: &mut Open,
    pack: Option<&str>,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    if pack.is_some_and(|pack| RetentionPack::parse(pack).is_err()) {
        return Err(invalid(InvalidField::Detail));
    }
    let event = Event::RetentionRules(pack.map(str::to_owned));
    audit::note(open, event, now, rng)
}

/// What would change for whom, if these rules were put in force; nothing is written.
///
/// # Errors
/// `NotAllowed` for who is neither supervisor nor administrator.
pub fn preview(
    open: &mut Open,
    pack: Option<&str>,
    now: Now,
) -> Result<RulesPreviewView, EngineError> {
    if !may_forget(open) {
        return Err(EngineError::NotAllowed);
    }
    let mut view = RulesPreviewView {
        faults: Vec::new(),
        id: String::new(),
        version: String::new(),
        valid_from: String::new(),
        stale: false,
        rules: Vec::new(),
        earlier: 0,
        later: 0,
        same: 0,
        due: 0,
        changes: Vec::new(),
    };
    let new = match RetentionPack::parse(pack.unwrap_or(BUILT_IN)) {
        Ok(new) => new,
        Err(faults) => {
            view.faults = faults;
            return Ok(view);
        }
    };
    let old = in_force(open, now)?.pack;
    // Rules that are to come are compared on their first day.
    let day = now.local_date().max(new.valid_from);
    let kept_until = |pack: &RetentionPack, facts: &RecordFacts| match pack.judge(facts, day) {
        Judgement::Keep(Kept::Through(day)) => Some(day),
        Judgement::Forget { kept_through, .. } => Some(kept_through),
        Judgement::Keep(Kept::NoRule | Kept::OnHold) => None,
    };
    let is_due = |until: Option<LocalDate>| until.is_some_and(|until| until < day);
    for row in open.store.read().active_participants()? {
        if !open.serves(row.caseload_group.as_ref()) {
            continue;
        }
        let facts = facts(&open.store.read(), &row, false, now)?;
        let before = old.as_ref().and_then(|old| kept_until(old, &facts));
        let after = kept_until(&new, &facts);
        view.due += u32::from(is_due(after) && !is_due(before));
        // Who is kept without an end is kept longest.
        let last = |day: Option<LocalDate>| day.unwrap_or(LocalDate::LAST);
        match last(after).cmp(&last(before)) {
            std::cmp::Ordering::Less => view.earlier += 1,
            std::cmp::Ordering::Greater => view.later += 1,
            std::cmp::Ordering::Equal => {
                view.same += 1;
                continue;
            }
        }
        view.changes.push(RuleChangeView {
            participant: row.participant.to_string(),
            name: shown_name(&row),
            coach: open.coach_name(row.caseload_group.as_ref()),
            before: before.map(|day| day.to_string()),
            after: after.map(|day| day.to_string()),
        });
    }
    let first = |change: &RuleChangeView| (change.after.is_none(), change.after.clone());
    view.changes
        .sort_by(|one, other| (first(one), &one.name).cmp(&(first(other), &other.name)));
    view.changes.truncate(MOST_RULE_CHANGES);
    view.id.clone_from(&new.id);
    view.version.clone_from(&new.version);
    view.valid_from = new.valid_from.to_string();
    (view.rules, view.stale) = rules_of(Some(new), now);
    Ok(view)
}
