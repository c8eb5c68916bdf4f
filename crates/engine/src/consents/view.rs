use handrail_domain::around::Relation;
use handrail_domain::consent::{
    Consent, Consents, Disclosure, Ground, Side, first_day, suggested, told_between,
};
use handrail_domain::{LocalDate, Now};
use handrail_protocol::DeviceId;

use super::part2::may_set;
use super::{asked, heard, is_part2, kept, texts};
use crate::api::{AroundConsentView, ConsentView, ConsentsView, EngineError, ToldView};
use crate::open::Open;
use crate::plan::readable;

/// The consents of one participant and what was told of them, for whoever keeps their record.
///
/// # Errors
/// As for the record itself; `NotAllowed` for a guest.
pub fn view(open: &mut Open, participant: &str, now: Now) -> Result<ConsentsView, EngineError> {
    let document = kept(open, participant)?;
    let record = readable(open, participant)?;
    let (details, referral) = (record.details(), record.referral());
    let around = record.around();
    let today = now.local_date();
    let (consents, set_aside) = heard(open, &document)?;
    let part2 = is_part2(open)?;
    let mut views: Vec<ConsentView> = consents
        .consents
        .iter()
        .rev()
        .map(|one| consent_view(open, &consents, one, now))
        .collect();
    views.sort_by_key(|one| one.consent.is_replaced());
    let professionals = around
        .iter()
        .filter(|one| one.void.is_none() && one.relation.is_professional())
        .map(|one| {
            let side = side_of(one.relation);
            AroundConsentView {
                name: one.name.clone(),
                side,
                until: consents.names(&one.name, side, today),
            }
        });
    let mut professionals: Vec<AroundConsentView> = professionals.collect();
    professionals.sort_by(|one, other| one.name.cmp(&other.name));
    let texts = texts::in_force(open, now)?;
    let asked = asked::views(open, &document, now)?;
    // A list that is due holds everything of the three years before it was asked for.
    let due = asked.iter().filter(|one| one.asked.is_open());
    let due = due.map(|one| first_day(one.asked.on));
    let accounting_from = due.fold(first_day(today), LocalDate::min);
    let told = told_between(&consents, accounting_from, today).into_iter();
    let before = accounting_from.plus_days(-1);
    let earlier = told_between(&consents, LocalDate::FIRST, before).into_iter();
    let earlier = earlier.filter(|one| matches!(one.ground, Ground::Consent(_)));
    let is_supervisor = may_set(open);
    Ok(ConsentsView {
        participant: participant.to_owned(),
        name: details.shown_name().to_owned(),
        full_name: details.name.clone(),
        language: details.language.clone().unwrap_or_default(),
        agency: open.names.agency(),
        own_name: open.own_name(),
        read_only: open.may_only_look(),
        part2,
        may_set_part2: is_supervisor,
        today,
        legal_basis: referral.legal_basis,
        suggested: suggested(referral.legal_basis),
        around: professionals,
        accounting_from,
        told: told
            .map(|one| told_view(open, &consents, one, now))
            .collect(),
        told_earlier: earlier
            .map(|one| told_view(open, &consents, one, now))
            .collect(),
        asked,
        texts,
        consents: views,
        unread: u32::try_from(consents.unread).unwrap_or(u32::MAX),
        set_aside: if is_supervisor { set_aside } else { 0 },
    })
}

fn consent_view(open: &Open, all: &Consents, one: &Consent, now: Now) -> ConsentView {
    ConsentView {
        state: one.state(now.local_date()),
        by: name_of(open, one.made.device),
        relied: all.relied_on(one.id).map(|told| told.id).collect(),
        consent: one.clone(),
    }
}

fn told_view(open: &Open, all: &Consents, told: &Disclosure, now: Now) -> ToldView {
    let consent = match told.ground {
        Ground::Consent(id) => all.consent(id),
        _ => None,
    };
    let revoked = consent.and_then(|one| one.revoked.as_ref());
    let after = revoked.is_some_and(|end| told.is_after(end, now.offset_minutes));
    ToldView {
        by: name_of(open, told.made.device),
        after_revocation: after,
        disclosure: told.clone(),
    }
}

pub(super) fn name_of(open: &Open, device: handrail_domain::DeviceId) -> String {
    let member = open.member_of_device(&DeviceId::from_bytes(*device.as_bytes()));
    let name = member.map(|member| open.member_name(&member));
    name.unwrap_or_default()
}

/// On which side a professional stands.
fn side_of(relation: Relation) -> Side {
    match relation {
        Relation::Clinic | Relation::CommunityServices => Side::Provider,
        Relation::ChildWelfare => Side::ChildWelfare,
        Relation::TreatmentCourt | Relation::Probation | Relation::Custody => Side::Justice,
        Relation::Services => Side::Services,
        _ => Side::Other,
    }
}
