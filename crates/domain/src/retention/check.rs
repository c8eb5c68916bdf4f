//! What rules must keep to before anybody relies on them.

use super::{FORMAT, RULE_ID_LIMIT, RetentionPack, RetentionPackError, RetentionRule};

/// Longer than any law asks for.
const MOST_YEARS: u32 = 100;

pub(super) fn pack(pack: &RetentionPack) -> Result<(), RetentionPackError> {
    if pack.format != FORMAT {
        return Err(RetentionPackError::OtherFormat(pack.format));
    }
    if pack.rules.is_empty() {
        return Err(RetentionPackError::NoRules);
    }
    for (place, rule) in pack.rules.iter().enumerate() {
        let same =
            |other: &RetentionRule| other.id == rule.id && other.valid_from == rule.valid_from;
        if pack.rules.iter().take(place).any(same) {
            return Err(RetentionPackError::Twice(rule.id.clone()));
        }
        check_rule(rule)?;
    }
    Ok(())
}

fn check_rule(rule: &RetentionRule) -> Result<(), RetentionPackError> {
    let id = || rule.id.clone();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if rule.id.is_empty() || rule.id.len() > RULE_ID_LIMIT || !rule.id.bytes().all(plain) {
        return Err(RetentionPackError::BadId(id()));
    }
    let texts = [&rule.text.en, &rule.text.es, &rule.source];
    if texts.iter().any(|text| text.trim().is_empty()) {
        return Err(RetentionPackError::TextMissing(id()));
    }
    let nothing = rule.years == 0 && rule.days == 0;
    let far = |years: u32| years > MOST_YEARS;
    if nothing || far(rule.years) || far(rule.days / 366) || rule.until_age.is_some_and(far) {
        return Err(RetentionPackError::Time(id()));
    }
    if rule.verified && rule.checked_on.is_none() {
        return Err(RetentionPackError::CheckedOnMissing(id()));
    }
    Ok(())
}
