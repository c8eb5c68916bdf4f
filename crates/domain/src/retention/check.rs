//! What rules must keep to before anybody relies on them.

use super::{FORMAT, RULE_ID_LIMIT, RetentionPack, RetentionPackError, RetentionRule, RuleFault};

/// Longer than any law asks for.
const MOST_YEARS: u32 = 100;

/// Everything that is to be mended; nothing when the pack can be used.
pub(super) fn pack(pack: &RetentionPack) -> Vec<RetentionPackError> {
    if pack.format != FORMAT {
        return vec![RetentionPackError::OtherFormat(pack.format)];
    }
    let mut faults = Vec::new();
    if pack.rules.is_empty() {
        faults.push(RetentionPackError::NoRules);
    }
    if pack.review_by < pack.valid_from {
        faults.push(RetentionPackError::ReviewTooEarly);
    }
    for (place, rule) in pack.rules.iter().enumerate() {
        let same =
            |other: &RetentionRule| other.id == rule.id && other.valid_from == rule.valid_from;
        let is_twice = pack.rules.iter().take(place).any(same);
        let found = check_rule(rule)
            .into_iter()
            .chain(is_twice.then_some(RuleFault::Twice));
        faults.extend(found.map(|fault| RetentionPackError::Rule {
            place: place + 1,
            id: rule.id.clone(),
            fault,
        }));
    }
    faults
}

fn check_rule(rule: &RetentionRule) -> Vec<RuleFault> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let texts = [&rule.text.en, &rule.text.es, &rule.source];
    let nothing = rule.years == 0 && rule.days == 0;
    let far = |years: u32| years > MOST_YEARS;
    let is_faulty = [
        (
            RuleFault::BadId,
            rule.id.is_empty() || rule.id.len() > RULE_ID_LIMIT || !rule.id.bytes().all(plain),
        ),
        (
            RuleFault::TextMissing,
            texts.iter().any(|text| text.trim().is_empty()),
        ),
        (
            RuleFault::Time,
            nothing || far(rule.years) || far(rule.days / 366) || rule.until_age.is_some_and(far),
        ),
        (
            RuleFault::CheckedOnMissing,
            rule.verified && rule.checked_on.is_none(),
        ),
    ];
    let faults = is_faulty.into_iter().filter(|(_, is_faulty)| *is_faulty);
    faults.map(|(fault, _)| fault).collect()
}
