//! Whom somebody resembles who is just being typed in, former participants too.

use handrail_domain::LocalDate;
use handrail_domain::resemblance::Traits;
use handrail_store::{ParticipantRow, PersonHit};

use crate::api::{DetailField, EngineError, PeopleRow};
use crate::open::Open;

/// Rows at most: more say nothing.
const MOST: usize = 5;

/// Participants of this device who may be the person of these details; none for who adds nobody.
pub fn resembling(
    open: &Open,
    details: &[(DetailField, String)],
) -> Result<Vec<PeopleRow>, EngineError> {
    let said = |field| {
        let found = details.iter().find(|(known, _)| *known == field);
        found
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    };
    let typed = traits(
        [said(DetailField::Name), said(DetailField::PreferredName)],
        said(DetailField::Phone),
        &said(DetailField::BirthDate),
    );
    if open.may_only_look() {
        return Ok(Vec::new());
    }
    let mut rows = open.store.read().active_participants()?;
    rows.retain(|row| open.serves(row.caseload_group.as_ref()) && of(row).resemble(&typed));
    rows.truncate(MOST);
    let hit = |row| PersonHit {
        row,
        snippet: String::new(),
        conflicts: 0,
    };
    Ok(rows
        .into_iter()
        .map(|found| super::people::row(open, &hit(found), false))
        .collect())
}

fn of(row: &ParticipantRow) -> Traits {
    traits(
        [row.display_name.clone(), row.preferred_name.clone()],
        row.phone.clone(),
        row.birth_date.as_deref().unwrap_or_default(),
    )
}

fn traits(names: [String; 2], phone: String, birth_date: &str) -> Traits {
    Traits {
        names: names.into_iter().filter(|name| !name.is_empty()).collect(),
        phone,
        birth_date: LocalDate::parse(birth_date).ok(),
    }
}
