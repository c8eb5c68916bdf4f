//! From a participant's document to the rows that lists and search read.

use handrail_domain::document::{Conflict, FieldValue, ParticipantDocument, RecordRef};
use handrail_domain::obligation::Quiet;
use handrail_domain::plan::{PlanEntry, PlanFacts, PlanKind};
use handrail_domain::record::Void;
use handrail_domain::resource_link::ResourceLink;
use handrail_domain::statement::Statement;
use handrail_domain::tie::Tie;
use handrail_domain::{
    Access, Appointment, Encounter, HandOver, Milestone, Outcome, RecordId, Step,
};
use handrail_protocol::{DeviceId, DocumentId, GroupId, ItemId, MemberId};
use handrail_store::{
    AccessRow, ConflictRow, EncounterRow, GuestRow, MilestoneRow, NewestContact, ParticipantRecord,
    ParticipantRow, StatementRow,
};

use super::words::words_rows;
use crate::convert::protocol_member;
use crate::late;

/// What is known of a participant's document besides its content.
#[derive(Clone, Copy)]
pub struct Origin {
    /// The document.
    pub document: DocumentId,
    /// The caseload that it belongs to.
    pub group: Option<GroupId>,
    /// The device that wrote what is being projected.
    pub device: DeviceId,
    /// The item that carried it here, or none while it waits to be sent.
    pub item: Option<ItemId>,
}

/// All rows of a participant.
pub fn whole(document: &ParticipantDocument, origin: &Origin) -> ParticipantRecord {
    let participant = document.read();
    let encounters = participant
        .encounters
        .iter()
        .map(|e| encounter_row(e, origin))
        .collect();
    let milestones = participant
        .milestones
        .iter()
        .map(|m| milestone_row(m, origin))
        .chain(participant.quiet.iter().map(|q| quiet_row(q, origin)))
        .chain(
            participant
                .appointments
                .iter()
                .map(|one| appointment_row(one, origin)),
        )
        .chain(participant.plan.iter().filter_map(|e| due_row(e, origin)))
        .chain(participant.ties.iter().map(|tie| tie_row(tie, origin)))
        .chain(
            participant
                .resource_links
                .iter()
                .map(|link| resource_link_row(link, origin)),
        )
        .collect();
    let mut accesses: Vec<AccessRow> = participant
        .accesses
        .iter()
        .map(|access| access_row(access, origin.document))
        .collect();
    for hand_over in &participant.hand_overs {
        accesses.push(hand_over_row(hand_over, origin.document));
    }
    ParticipantRecord {
        accesses,
        statements: document
            .all_stated()
            .iter()
            .map(|one| statement_row(one, origin.document))
            .collect(),
        participant: participant_row(document, origin, ContactTimes::of(&participant.encounters)),
        encounters,
        milestones,
        conflicts: conflict_rows(&participant.conflicts, origin.document),
        words: words_rows(document, origin.document),
    }
}

/// When a participant was contacted last, in unix ms.
#[derive(Clone, Copy, Default)]
pub struct ContactTimes {
    reached: Option<i64>,
    contact: Option<i64>,
    written: Option<i64>,
}

impl ContactTimes {
    /// From rows, which are many fewer bytes to read than the document.
    pub fn of_rows(newest: &[NewestContact]) -> Self {
        let reached = newest.iter().filter(|row| {
            Outcome::from_code(&row.outcome).is_some_and(Outcome::person_was_reached)
        });
        Self {
            reached: reached.map(|row| row.at).max(),
            contact: newest.iter().map(|row| row.at).max(),
            written: newest.iter().map(|row| row.created_at).max(),
        }
    }

    fn of(encounters: &[Encounter]) -> Self {
        let valid = || {
            encounters
                .iter()
                .filter(|encounter| encounter.void.is_none())
        };
        let reached = valid().filter(|encounter| encounter.facts.outcome.person_was_reached());
        Self {
            reached: reached.map(|encounter| encounter.facts.at.millis()).max(),
            contact: valid().map(|encounter| encounter.facts.at.millis()).max(),
            written: valid().map(|encounter| encounter.logged_at.millis()).max(),
        }
    }
}

/// The row of a participant in lists.
pub fn participant_row(
    document: &ParticipantDocument,
    origin: &Origin,
    times: ContactTimes,
) -> ParticipantRow {
    let details = document.details();
    let milestones = document.milestones();
    let discharge = newest(&milestones, |m| {
        matches!(m.facts.step, Step::Discharge { .. })
    });
    let intake = newest(&milestones, |m| matches!(m.facts.step, Step::Intake { .. }));
    let created = document.created().map_or(0, |c| c.at.millis());
    ParticipantRow {
        participant: origin.document,
        caseload_group: origin.group,
        display_name: details.name.clone(),
        sort_name: details.shown_name().to_lowercase(),
        preferred_name: text(details.preferred_name.as_deref()),
        pronouns: text(details.pronouns.as_deref()),
        phone: text(details.phone.as_deref()),
        birth_date: details.birth_date.map(|d| d.to_string()),
        program: text(details.program.as_deref()),
        phase: text(details.phase.as_deref()),
        safe_contact: text(details.safe_contact.rule.as_deref()),
        no_voicemail: details.safe_contact.no_voicemail,
        not_after: details.safe_contact.not_after.map(|t| t.to_string()),
        tags: details.tags.iter().cloned().collect(),
        language: text(details.language.as_deref()),
        voided: false,
        created_at: created,
        updated_at: created.max(times.written.unwrap_or(0)),
        last_reached_at: times.reached,
        last_contact_at: times.contact,
        discharge_date: discharge
            .and_then(|m| m.facts.step.on())
            .map(|d| d.to_string()),
        intake_status: intake.and_then(status_code),
        intake_date: intake
            .and_then(|m| m.facts.step.on())
            .map(|d| d.to_string()),
    }
}

/// The row of one contact.
pub fn encounter_row(encounter: &Encounter, origin: &Origin) -> EncounterRow {
    let facts = &encounter.facts;
    let void = encounter.void.as_ref();
    EncounterRow {
        id: encounter.id.to_string(),
        participant: origin.document,
        kind: facts.kind.code().to_owned(),
        outcome: facts.outcome.code().to_owned(),
        activities: facts
            .activities
            .iter()
            .map(|a| a.code().to_owned())
            .collect(),
        circumstances: facts
            .circumstances
            .iter()
            .map(|c| c.code().to_owned())
            .chain(encounter.late.as_ref().map(late::for_row))
            .collect(),
        at: facts.at.millis(),
        offset_minutes: facts.offset_minutes,
        local_date: facts.day().to_string(),
        minutes: u32::from(facts.minutes.get()),
        note: facts.note.as_str().to_owned(),
        naloxone: u32::from(facts.kits.get()),
        miles: facts.miles.tenths(),
        author_device: origin.device,
        author_member: protocol_member(facts.made_by),
        created_at: encounter.logged_at.millis(),
        edited_at: encounter.edited.then(|| encounter.logged_at.millis()),
        voided_at: void.map(|v| v.at.millis()),
        voided_by: void.and_then(|v| v.by).map(protocol_member),
        void_reason: void.map(|v| v.reason.clone()).unwrap_or_default(),
        item: origin.item,
    }
}

/// The row of one discharge or intake.
pub fn milestone_row(milestone: &Milestone, origin: &Origin) -> MilestoneRow {
    let void = milestone.void.as_ref();
    MilestoneRow {
        id: milestone.id.to_string(),
        participant: origin.document,
        kind: milestone.facts.step.code().to_owned(),
        on_date: milestone.facts.step.on().map(|d| d.to_string()),
        status: status_code(milestone),
        status_day: Some(milestone.status_day.to_string()),
        reopened_day: milestone.reopened_day.map(|d| d.to_string()),
        statuses_disagree: milestone.statuses.len() > 1,
        place: milestone.facts.place.clone(),
        author_member: milestone
            .recorded_by
            .map_or(MemberId::from_bytes([0; 16]), protocol_member),
        recorded_at: milestone.recorded_at.millis(),
        voided_at: void.map(|v| v.at.millis()),
        voided_by: void.and_then(|v| v.by).map(protocol_member),
        void_reason: void.map(|v| v.reason.clone()).unwrap_or_default(),
    }
}

/// What was put off is kept among the milestones: shown again on `on_date`, the obligation in
/// `status` and `reopened_day`, the reason in `place`.
pub fn quiet_row(quiet: &Quiet, origin: &Origin) -> MilestoneRow {
    let void = quiet.void.as_ref();
    let kind = if quiet.of.is_some() {
        "snoozed"
    } else {
        "muted"
    };
    MilestoneRow {
        id: quiet.id.to_string(),
        participant: origin.document,
        kind: kind.to_owned(),
        on_date: quiet.until.map(|d| d.to_string()),
        status: quiet.of.map(|(kind, _)| kind.code().to_owned()),
        status_day: Some(quiet.said.to_string()),
        reopened_day: quiet.of.map(|(_, anchor)| anchor.to_string()),
        statuses_disagree: false,
        place: quiet.reason.clone(),
        author_member: quiet
            .by
            .map_or(MemberId::from_bytes([0; 16]), protocol_member),
        recorded_at: quiet.recorded_at.millis(),
        voided_at: void.map(|v| v.at.millis()),
        voided_by: void.and_then(|v| v.by).map(protocol_member),
        void_reason: void.map(|v| v.reason.clone()).unwrap_or_default(),
    }
}

/// The kind of the row of an appointment.
pub const APPOINTMENT: &str = "appointment";

/// An appointment is kept among the milestones: in `on_date` the last day on which it may take
/// place, in `place` all that is said of it.
pub fn appointment_row(appointment: &Appointment, origin: &Origin) -> MilestoneRow {
    let facts = &appointment.facts;
    let last = facts.slots.iter().map(|slot| slot.day).max();
    MilestoneRow {
        kind: APPOINTMENT.to_owned(),
        on_date: last.map(|day| day.to_string()),
        place: facts.to_line(),
        ..bare_row(
            (appointment.id, appointment.recorded_at.millis()),
            appointment.recorded_by,
            appointment.void.as_ref(),
            origin,
        )
    }
}

/// What has a day in a plan is kept among the milestones too: how it stands in `status`, its words
/// in `place`. `None` for what never has a day.
pub fn due_row(entry: &PlanEntry, origin: &Origin) -> Option<MilestoneRow> {
    let (PlanFacts::Step { due, .. } | PlanFacts::Requirement { due, .. }) = &entry.facts else {
        return None;
    };
    Some(MilestoneRow {
        kind: format!("{DUE}{}", entry.kind().code()),
        on_date: due.map(|day| day.to_string()),
        status: Some(entry.standing.code().to_owned()),
        place: entry.words.clone(),
        ..bare_row(
            (entry.id, entry.recorded_at.millis()),
            entry.recorded_by,
            entry.void.as_ref(),
            origin,
        )
    })
}

/// Before the code of a plan's entry, in the kind of its row.
const DUE: &str = "due:";

/// What a row is of that [`due_row`] made.
pub fn due_kind(kind: &str) -> Option<PlanKind> {
    PlanKind::from_code(kind.strip_prefix(DUE)?)
}

/// The kinds of the rows of a tie and of a link to a resource.
pub const TIE: &str = "tie";
/// See [`TIE`].
pub const RESOURCE_LINK: &str = "resource_link";

/// A tie is kept among the milestones: its mark in `place`, by which the other end is found, and what
/// the other is in `status`.
pub fn tie_row(tie: &Tie, origin: &Origin) -> MilestoneRow {
    MilestoneRow {
        kind: TIE.to_owned(),
        status: Some(tie.kind.code().to_owned()),
        place: tie.mark.to_string(),
        ..bare_row(
            (tie.id, tie.recorded_at.millis()),
            tie.recorded_by,
            tie.void.as_ref(),
            origin,
        )
    }
}

/// A link is kept among the milestones: what came of it in `status`, to what it led in `place`.
pub fn resource_link_row(link: &ResourceLink, origin: &Origin) -> MilestoneRow {
    MilestoneRow {
        kind: RESOURCE_LINK.to_owned(),
        on_date: Some(link.on.to_string()),
        status: link.outcome.map(|outcome| outcome.code().to_owned()),
        status_day: link.outcome_day.map(|day| day.to_string()),
        place: link.name.clone(),
        ..bare_row(
            (link.id, link.recorded_at.millis()),
            link.recorded_by,
            link.void.as_ref(),
            origin,
        )
    }
}

/// Whether a row among the milestones is there for lists alone: no duty is worked out from it.
pub fn is_for_lists(kind: &str) -> bool {
    [APPOINTMENT, TIE, RESOURCE_LINK].contains(&kind) || kind.starts_with(DUE)
}

fn bare_row(
    (id, recorded_at): (RecordId, i64),
    by: Option<handrail_domain::MemberId>,
    void: Option<&Void>,
    origin: &Origin,
) -> MilestoneRow {
    let nobody = MemberId::from_bytes([0; 16]);
    MilestoneRow {
        id: id.to_string(),
        participant: origin.document,
        kind: String::new(),
        on_date: None,
        status: None,
        status_day: None,
        reopened_day: None,
        statuses_disagree: false,
        place: String::new(),
        author_member: by.map_or(nobody, protocol_member),
        recorded_at,
        voided_at: void.map(|v| v.at.millis()),
        voided_by: void.and_then(|v| v.by).map(protocol_member),
        void_reason: void.map(|v| v.reason.clone()).unwrap_or_default(),
    }
}

/// The row of one access.
pub fn access_row(access: &Access, participant: DocumentId) -> AccessRow {
    AccessRow {
        id: access.id.to_string(),
        participant,
        device: DeviceId::from_bytes(*access.device.as_bytes()),
        at: access.at.millis(),
        guest: access.guest.as_ref().map(|guest| GuestRow {
            member: protocol_member(guest.member),
            until: guest.until.millis(),
            emergency: guest.emergency,
            reason: guest.reason.clone(),
        }),
        handed_to: None,
    }
}

/// The row of a statement.
pub fn statement_row(statement: &Statement, participant: DocumentId) -> StatementRow {
    StatementRow {
        id: statement.id.to_string(),
        participant,
        device: DeviceId::from_bytes(*statement.device.as_bytes()),
        code: statement.code.clone(),
        about: statement.about.map(|id| id.to_string()).unwrap_or_default(),
        at: statement.at.millis(),
        step: i64::try_from(statement.step).unwrap_or(i64::MAX),
        body: statement.body.clone(),
    }
}

/// The row of one hand-over.
pub fn hand_over_row(hand_over: &HandOver, participant: DocumentId) -> AccessRow {
    AccessRow {
        id: hand_over.id.to_string(),
        participant,
        device: DeviceId::from_bytes(*hand_over.device.as_bytes()),
        at: hand_over.at.millis(),
        guest: None,
        handed_to: Some(protocol_member(hand_over.to)),
    }
}

/// The rows of fields with two versions.
pub fn conflict_rows(conflicts: &[Conflict], participant: DocumentId) -> Vec<ConflictRow> {
    conflicts
        .iter()
        .map(|conflict| ConflictRow {
            participant,
            record: record_name(&conflict.record),
            field: conflict.field.clone(),
            versions: String::new(),
        })
        .collect()
}

/// How a record is named in a [`crate::api::ConflictView`].
pub fn record_name(record: &RecordRef) -> String {
    match record {
        RecordRef::Encounter(id) | RecordRef::Milestone(id) | RecordRef::Program(id) => {
            id.to_string()
        }
        _ => "details".to_owned(),
    }
}

/// A field's value in words of the document.
pub fn value_text(value: &FieldValue) -> String {
    match value {
        FieldValue::Nothing => String::new(),
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        FieldValue::Bytes(bytes) => bytes
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}")),
    }
}

fn newest(milestones: &[Milestone], which: impl Fn(&Milestone) -> bool) -> Option<&Milestone> {
    milestones
        .iter()
        .filter(|m| m.void.is_none() && which(m))
        .max_by_key(|m| (m.facts.step.on(), m.recorded_at))
}

fn status_code(milestone: &Milestone) -> Option<String> {
    match milestone.facts.step {
        Step::Intake { status, .. } => Some(status.code().to_owned()),
        Step::Discharge { .. } | Step::Dated { .. } => None,
    }
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}
