//! What a pack must keep to before anybody relies on it.

use super::{CrisisEntry, CrisisPack, CrisisPackError, LocalText};

pub(super) fn pack(pack: &CrisisPack) -> Result<(), CrisisPackError> {
    if pack.entries.is_empty() {
        return Err(CrisisPackError::NoEntries);
    }
    written("scope", &[&pack.scope])?;
    for (place, entry) in pack.entries.iter().enumerate() {
        if pack
            .entries
            .iter()
            .take(place)
            .any(|earlier| earlier.id == entry.id)
        {
            return Err(CrisisPackError::Twice(entry.id.clone()));
        }
        check_entry(entry)?;
    }
    Ok(())
}

fn check_entry(entry: &CrisisEntry) -> Result<(), CrisisPackError> {
    let id = || entry.id.clone();
    let mut texts = vec![&entry.name, &entry.about];
    texts.extend(&entry.prompts);
    texts.extend(entry.text.iter().filter_map(|line| line.body.as_ref()));
    written(&entry.id, &texts)?;
    if entry.id.is_empty() || entry.source.trim().is_empty() {
        return Err(CrisisPackError::TextMissing(id()));
    }
    let text_to = entry.text.as_ref().map(|line| &line.to);
    let numbers: Vec<&String> = entry.call.iter().chain(text_to).collect();
    if numbers.is_empty() {
        return Err(CrisisPackError::NoWayToReach(id()));
    }
    let can_be_dialed = |number: &str| {
        (3..=15).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !numbers.into_iter().all(|number| can_be_dialed(number)) {
        return Err(CrisisPackError::NotANumber(id()));
    }
    if entry
        .chat
        .as_ref()
        .is_some_and(|address| !address.starts_with("https://"))
    {
        return Err(CrisisPackError::ChatAddress(id()));
    }
    if entry.verified && entry.checked_on.is_none() {
        return Err(CrisisPackError::CheckedOnMissing(id()));
    }
    Ok(())
}

fn written(place: &str, texts: &[&LocalText]) -> Result<(), CrisisPackError> {
    if texts
        .iter()
        .any(|text| text.en.trim().is_empty() || text.es.trim().is_empty())
    {
        return Err(CrisisPackError::TextMissing(place.to_owned()));
    }
    Ok(())
}
