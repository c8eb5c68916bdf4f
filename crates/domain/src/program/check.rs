//! What a pack must keep to before anybody relies on it.

use super::rule::{Begins, DutyRule, within};
use super::{ProgramError, ProgramPack, Referral, Work};
use crate::crisis::LocalText;
use crate::time::LocalDate;

/// The longest time in days that supervision or a referral may take.
const MOST_DAYS: u16 = 366;
/// The longest supervision in minutes, and the most hours of service for one.
const MOST: u16 = 1440;

pub(super) fn pack(pack: &ProgramPack) -> Result<(), ProgramError> {
    id(&pack.id)?;
    written(&pack.id, &pack.name)?;
    written(&pack.id, &pack.about)?;
    filled(&pack.id, &[&pack.version, &pack.source])?;
    if let Some(started) = &pack.started
        && !is_day(started)
    {
        return Err(ProgramError::NotADay(started.clone()));
    }
    let ids: Vec<&String> = pack.phases.iter().map(|phase| &phase.id).collect();
    distinct("phase", &ids)?;
    for phase in &pack.phases {
        written(&phase.id, &phase.name)?;
        if let Some(code) = &phase.begins
            && Begins::from_code(code).is_none()
        {
            return Err(unknown(&phase.id, code));
        }
    }
    let ids: Vec<&String> = pack.duties.iter().map(|duty| &duty.id).collect();
    distinct("duty", &ids)?;
    for duty in &pack.duties {
        DutyRule::of(duty)?;
    }
    versions(pack)?;
    if let Some(work) = &pack.work {
        check_work(work)?;
    }
    places(pack)
}

/// The parts that come in versions by date.
fn versions(pack: &ProgramPack) -> Result<(), ProgramError> {
    let days: Vec<LocalDate> = pack.eligibility.iter().map(|one| one.from).collect();
    one_a_day("eligibility", &days)?;
    for version in &pack.eligibility {
        if version.routes.is_empty() {
            return Err(ProgramError::Nobody("eligibility".to_owned()));
        }
        let ids: Vec<&String> = version.routes.iter().map(|route| &route.id).collect();
        distinct("route", &ids)?;
        for route in &version.routes {
            written(&route.id, &route.words)?;
        }
    }
    let days: Vec<LocalDate> = pack.referral.iter().map(|one| one.from).collect();
    one_a_day("referral", &days)?;
    for version in &pack.referral {
        check_referral(version)?;
    }
    let days: Vec<LocalDate> = pack.matching.iter().map(|one| one.from).collect();
    one_a_day("matching", &days)?;
    if pack
        .matching
        .iter()
        .any(|version| version.experience.is_empty())
    {
        return Err(ProgramError::Nobody("matching".to_owned()));
    }
    Ok(())
}

fn check_referral(referral: &Referral) -> Result<(), ProgramError> {
    if referral.who.is_empty() {
        return Err(ProgramError::Nobody("referral".to_owned()));
    }
    if let Some(others) = &referral.others {
        written("referral", others)?;
    }
    if let Some(days) = referral.unless_declined_within_days {
        within("referral", "unless_declined_within_days", days, MOST_DAYS)?;
    }
    Ok(())
}

fn check_work(work: &Work) -> Result<(), ProgramError> {
    if work.coaches.is_empty() {
        return Err(ProgramError::Nobody("work".to_owned()));
    }
    let supervision = &work.supervision;
    within(
        "supervision",
        "every_days",
        supervision.every_days,
        MOST_DAYS,
    )?;
    for (field, number) in [
        ("minutes", supervision.minutes),
        ("per_service_hours", supervision.per_service_hours),
    ] {
        if let Some(number) = number {
            within("supervision", field, number, MOST)?;
        }
    }
    Ok(())
}

fn places(pack: &ProgramPack) -> Result<(), ProgramError> {
    let ids: Vec<&String> = pack.sites.iter().map(|site| &site.id).collect();
    distinct("site", &ids)?;
    for site in &pack.sites {
        filled(&site.id, &[&site.name])?;
        in_order(&site.id, site.opens_on, site.closes_on)?;
        if let Some(other) = &site.until_open
            && (*other == site.id || !ids.contains(&other))
        {
            return Err(unknown(&site.id, other));
        }
    }
    for (kind, partners) in [("partner", &pack.partners), ("funder", &pack.funders)] {
        let ids: Vec<&String> = partners.iter().map(|partner| &partner.id).collect();
        distinct(kind, &ids)?;
        for partner in partners {
            filled(&partner.id, &[&partner.name])?;
            in_order(&partner.id, partner.from, partner.until)?;
        }
    }
    Ok(())
}

fn unknown(part: &str, names: &str) -> ProgramError {
    ProgramError::Unknown {
        part: part.to_owned(),
        names: names.to_owned(),
    }
}

pub(super) fn id(text: &str) -> Result<(), ProgramError> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if text.is_empty() || text.len() > 40 || !text.bytes().all(fits) {
        return Err(ProgramError::NotAnId(text.to_owned()));
    }
    Ok(())
}

fn distinct(kind: &str, ids: &[&String]) -> Result<(), ProgramError> {
    for (place, one) in ids.iter().enumerate() {
        id(one)?;
        if ids.iter().take(place).any(|earlier| earlier == one) {
            return Err(ProgramError::Twice(format!("{kind} {one}")));
        }
    }
    Ok(())
}

fn one_a_day(kind: &str, days: &[LocalDate]) -> Result<(), ProgramError> {
    for (place, day) in days.iter().enumerate() {
        if days.iter().take(place).any(|earlier| earlier == day) {
            return Err(ProgramError::Twice(format!("{kind} from {day}")));
        }
    }
    Ok(())
}

fn written(part: &str, text: &LocalText) -> Result<(), ProgramError> {
    filled(part, &[&text.en, &text.es])
}

fn filled(part: &str, texts: &[&String]) -> Result<(), ProgramError> {
    if texts.iter().any(|text| text.trim().is_empty()) {
        return Err(ProgramError::TextMissing(part.to_owned()));
    }
    Ok(())
}

fn in_order(
    part: &str,
    first: Option<LocalDate>,
    last: Option<LocalDate>,
) -> Result<(), ProgramError> {
    match (first, last) {
        (Some(first), Some(last)) if last < first => {
            Err(ProgramError::EndsBeforeItBegins(part.to_owned()))
        }
        _ => Ok(()),
    }
}

/// A year, a month or a day.
fn is_day(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    whole.len() == 10 && LocalDate::parse(&whole).is_ok()
}
