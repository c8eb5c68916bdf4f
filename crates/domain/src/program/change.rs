//! An agency's own changes to a program: one part at a time, each from a day on.

use super::check;
use super::{
    DutyForm, Eligibility, Matching, Partner, Phase, ProgramError, ProgramPack, ProgramStatus,
    Referral, Site, Work, read,
};
use crate::coded::coded;
use crate::id::RecordId;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

coded! {
    /// The kind of a part.
    PartKind {
        /// A phase.
        Phase = "phase",
        /// A duty.
        Duty = "duty",
        /// Who is eligible.
        Eligibility = "eligibility",
        /// Who may refer.
        Referral = "referral",
        /// By what a coach is matched.
        Matching = "matching",
        /// How coaches work.
        Work = "work",
        /// Whether the program runs.
        Status = "status",
        /// A site.
        Site = "site",
        /// A partner.
        Partner = "partner",
        /// A funder.
        Funder = "funder",
    }
}

/// A part of a pack with what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A phase.
    Phase(Phase),
    /// A duty.
    Duty(DutyForm),
    /// Who is eligible. Its day is the one of the change.
    Eligibility(Eligibility),
    /// Who may refer. Its day is the one of the change.
    Referral(Referral),
    /// By what a coach is matched. Its day is the one of the change.
    Matching(Matching),
    /// How coaches work.
    Work(Work),
    /// Whether the program runs.
    Status(ProgramStatus),
    /// A site.
    Site(Site),
    /// A partner.
    Partner(Partner),
    /// A funder.
    Funder(Partner),
}

/// One change that an agency makes to a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartChange {
    /// The part says this, whether it was there or not.
    Set(Box<Part>),
    /// The part is gone; only for parts with an id.
    Remove {
        /// Its kind.
        kind: PartKind,
        /// Its id.
        id: String,
    },
    /// The change of that day to this part was a mistake and never counted.
    TakeBack {
        /// The kind of the part.
        kind: PartKind,
        /// The id of the part; empty where its kind has none.
        id: String,
    },
}

/// A change as the agency's document holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The first day.
    pub from: LocalDate,
    /// The part, as `duty:daily` or `eligibility`.
    pub part: String,
    /// What the part says in JSON; `null`: it is gone.
    pub says: String,
    /// Devices disagree about it, and this is the one that is shown.
    pub disagree: bool,
}

/// A change that cannot be used, and why. It changes nothing until it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The first day.
    pub from: LocalDate,
    /// The part.
    pub part: String,
    /// Why.
    pub why: ProgramError,
}

/// A program that an agency uses: a pack and the agency's own changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramInUse {
    /// The program's id in the agency's document.
    pub id: RecordId,
    /// Its name, as the agency says it.
    pub name: String,
    /// No longer offered.
    pub retired: bool,
    /// The pack that it began with.
    pub pack: ProgramPack,
    /// The agency's own changes, by day and part.
    pub changes: Vec<Change>,
}

impl ProgramInUse {
    /// What the program says on a day, and the changes that cannot be used.
    ///
    /// Later changes stand over earlier ones. Two that were made without knowing of each other may
    /// not fit together; then as many as possible count, in the order of day and part, so that
    /// every device comes to the same.
    pub fn on(&self, day: LocalDate) -> (ProgramPack, Vec<Unusable>) {
        let mut pack = self.pack.clone();
        let mut waiting: Vec<&Change> = self
            .changes
            .iter()
            .filter(|change| change.from <= day)
            .collect();
        waiting.sort_by(|one, two| (one.from, &one.part).cmp(&(two.from, &two.part)));
        let mut unusable = Vec::new();
        // A change may need another one that comes after it, so those that did not fit try again.
        loop {
            let before = waiting.len();
            unusable.clear();
            waiting.retain(|change| match with(&pack, change) {
                Ok(changed) => {
                    pack = changed;
                    false
                }
                Err(why) => {
                    unusable.push(Unusable {
                        from: change.from,
                        part: change.part.clone(),
                        why,
                    });
                    true
                }
            });
            if waiting.is_empty() || waiting.len() == before {
                return (pack, unusable);
            }
        }
    }
}

/// The pack with one change in it, if it is then still one.
fn with(pack: &ProgramPack, change: &Change) -> Result<ProgramPack, ProgramError> {
    let mut changed = pack.clone();
    let (kind, id) = kind_and_id(&change.part)?;
    match part_of(kind, &change.says)? {
        Some(part) if part.id() == id => put(&mut changed, part, change.from),
        Some(_) => return Err(ProgramError::NotAnId(id.to_owned())),
        None => remove(&mut changed, kind, id)?,
    }
    check::pack(&changed)?;
    Ok(changed)
}

fn kind_and_id(part: &str) -> Result<(PartKind, &str), ProgramError> {
    let (kind, id) = part.split_once(':').unwrap_or((part, ""));
    let kind = PartKind::from_code(kind).ok_or_else(|| ProgramError::NotAnId(part.to_owned()))?;
    Ok((kind, id))
}

fn part_of(kind: PartKind, says: &str) -> Result<Option<Part>, ProgramError> {
    if says == GONE {
        return Ok(None);
    }
    Ok(Some(match kind {
        PartKind::Phase => Part::Phase(read(says)?),
        PartKind::Duty => Part::Duty(read(says)?),
        PartKind::Eligibility => Part::Eligibility(read(says)?),
        PartKind::Referral => Part::Referral(read(says)?),
        PartKind::Matching => Part::Matching(read(says)?),
        PartKind::Work => Part::Work(read(says)?),
        PartKind::Status => Part::Status(read(says)?),
        PartKind::Site => Part::Site(read(says)?),
        PartKind::Partner => Part::Partner(read(says)?),
        PartKind::Funder => Part::Funder(read(says)?),
    }))
}

/// What a change says when the part is gone.
const GONE: &str = "null";

fn put(pack: &mut ProgramPack, part: Part, from: LocalDate) {
    match part {
        Part::Phase(part) => replace(&mut pack.phases, part, |one, two| one.id == two.id),
        Part::Duty(part) => replace(&mut pack.duties, part, |one, two| one.id == two.id),
        Part::Eligibility(mut part) => {
            part.from = from;
            replace(&mut pack.eligibility, part, |one, two| one.from == two.from);
        }
        Part::Referral(mut part) => {
            part.from = from;
            replace(&mut pack.referral, part, |one, two| one.from == two.from);
        }
        Part::Matching(mut part) => {
            part.from = from;
            replace(&mut pack.matching, part, |one, two| one.from == two.from);
        }
        Part::Work(part) => pack.work = Some(part),
        Part::Status(part) => pack.status = part,
        Part::Site(part) => replace(&mut pack.sites, part, |one, two| one.id == two.id),
        Part::Partner(part) => replace(&mut pack.partners, part, |one, two| one.id == two.id),
        Part::Funder(part) => replace(&mut pack.funders, part, |one, two| one.id == two.id),
    }
}

fn replace<T>(list: &mut Vec<T>, item: T, same: fn(&T, &T) -> bool) {
    match list.iter_mut().find(|other| same(other, &item)) {
        Some(other) => *other = item,
        None => list.push(item),
    }
}

fn remove(pack: &mut ProgramPack, kind: PartKind, id: &str) -> Result<(), ProgramError> {
    match kind {
        PartKind::Phase => pack.phases.retain(|part| part.id != id),
        PartKind::Duty => pack.duties.retain(|part| part.id != id),
        PartKind::Site => pack.sites.retain(|part| part.id != id),
        PartKind::Partner => pack.partners.retain(|part| part.id != id),
        PartKind::Funder => pack.funders.retain(|part| part.id != id),
        PartKind::Eligibility
        | PartKind::Referral
        | PartKind::Matching
        | PartKind::Work
        | PartKind::Status => return Err(ProgramError::Nobody(kind.code().to_owned())),
    }
    Ok(())
}

impl Part {
    fn kind(&self) -> PartKind {
        match self {
            Self::Phase(_) => PartKind::Phase,
            Self::Duty(_) => PartKind::Duty,
            Self::Eligibility(_) => PartKind::Eligibility,
            Self::Referral(_) => PartKind::Referral,
            Self::Matching(_) => PartKind::Matching,
            Self::Work(_) => PartKind::Work,
            Self::Status(_) => PartKind::Status,
            Self::Site(_) => PartKind::Site,
            Self::Partner(_) => PartKind::Partner,
            Self::Funder(_) => PartKind::Funder,
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Phase(part) => &part.id,
            Self::Duty(part) => &part.id,
            Self::Site(part) => &part.id,
            Self::Partner(part) | Self::Funder(part) => &part.id,
            Self::Eligibility(_)
            | Self::Referral(_)
            | Self::Matching(_)
            | Self::Work(_)
            | Self::Status(_) => "",
        }
    }

    fn to_json(&self) -> Result<String, ProgramError> {
        let text = match self {
            Self::Phase(part) => serde_json::to_string(part),
            Self::Duty(part) => serde_json::to_string(part),
            Self::Eligibility(part) => serde_json::to_string(part),
            Self::Referral(part) => serde_json::to_string(part),
            Self::Matching(part) => serde_json::to_string(part),
            Self::Work(part) => serde_json::to_string(part),
            Self::Status(part) => serde_json::to_string(part),
            Self::Site(part) => serde_json::to_string(part),
            Self::Partner(part) | Self::Funder(part) => serde_json::to_string(part),
        };
        text.map_err(|error| ProgramError::at(&error))
    }
}

impl PartChange {
    /// The part that it is about, as a [`Change`] names it, and what it says there; `None`: it was
    /// a mistake.
    ///
    /// # Errors
    /// [`ProgramError`] when the part cannot be what it says, or cannot be gone.
    pub fn written(&self, from: LocalDate) -> Result<(String, Option<String>), ProgramError> {
        let name = |kind: PartKind, id: &str| match id {
            "" => kind.code().to_owned(),
            id => format!("{}:{id}", kind.code()),
        };
        match self {
            Self::Set(part) => {
                let mut part = part.clone();
                match part.as_mut() {
                    Part::Eligibility(version) => version.from = from,
                    Part::Referral(version) => version.from = from,
                    Part::Matching(version) => version.from = from,
                    _ => {}
                }
                Ok((name(part.kind(), part.id()), Some(part.to_json()?)))
            }
            Self::Remove { kind, id } => {
                check::id(id)?;
                Ok((name(*kind, id), Some(GONE.to_owned())))
            }
            Self::TakeBack { kind, id } => Ok((name(*kind, id), None)),
        }
    }
}
