//! What can be done to a participant's document. Each command is one small change.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::void;
use crate::access::Guest;
use crate::appointment::AppointmentField;
use crate::around::AroundField;
use crate::barc10::Answers;
use crate::details::{Detail, ParticipantDetails};
use crate::encounter::{EncounterChange, EncounterFacts, Late};
use crate::id::{MemberId, RecordId};
use crate::milestone::{IntakeStatus, MilestoneFacts};
use crate::obligation::ObligationKind;
use crate::plan::{PlanField, PlanKind};
use crate::record::ImportKey;
use crate::referral::ReferralChange;
use crate::resource_link::ResourceLinkField;
use crate::saying::SayingField;
use crate::statement::NewStatement;
use crate::tie::TieKind;
use crate::time::{LocalDate, Now};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Something to do to a participant's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParticipantCommand {
    /// Begins the document.
    Create {
        /// Who the participant is.
        details: ParticipantDetails,
        /// Who begins it.
        by: MemberId,
        /// The row it was imported from.
        import_key: Option<ImportKey>,
    },
    /// Sets one detail.
    SetDetail(Detail),
    /// Says something about the referral.
    SetReferral(ReferralChange),
    /// Adds a tag.
    AddTag(String),
    /// Removes a tag.
    RemoveTag(String),
    /// Writes down a contact. The caller makes the id, so that a repeated command is noticed.
    LogEncounter {
        /// A fresh id.
        id: RecordId,
        /// What happened.
        facts: EncounterFacts,
    },
    /// Corrects fields of a contact; only what differs is written.
    EditEncounter {
        /// The contact.
        id: RecordId,
        /// The corrected fields.
        changes: Vec<EncounterChange>,
    },
    /// Takes in a contact that arrived late: writes it down, or corrects the one of this id.
    TakeIn {
        /// A fresh id, or the contact that it corrects.
        id: RecordId,
        /// What happened.
        facts: EncounterFacts,
        /// Where it comes from.
        late: Late,
    },
    /// Takes in a record that arrived late and stands among the milestones: writes it down, or
    /// corrects the one of this id.
    TakeInRecord {
        /// A fresh id, or the record that it corrects.
        id: RecordId,
        /// What it says, as `late_fields` gives it.
        said: Vec<(String, FieldValue)>,
        /// Whose device wrote it.
        by: MemberId,
        /// Where it comes from.
        late: Late,
    },
    /// Takes in details and tags that arrived late.
    TakeInDetails {
        /// What they say, as `late_fields` gives it.
        said: Vec<(String, FieldValue)>,
        /// Tags that are added, and removed ones.
        tags: BTreeMap<String, bool>,
        /// Where they come from; the entry says nothing.
        late: Late,
    },
    /// Takes a contact back.
    VoidEncounter {
        /// The contact.
        id: RecordId,
        /// Who takes it back.
        by: MemberId,
        /// Why; needed.
        reason: String,
    },
    /// Restores a contact that was taken back.
    RestoreEncounter {
        /// The contact.
        id: RecordId,
    },
    /// Writes down a milestone.
    RecordMilestone {
        /// A fresh id.
        id: RecordId,
        /// What it says.
        facts: MilestoneFacts,
        /// Who writes it down.
        by: MemberId,
    },
    /// Says how firm an intake date is, and the date.
    SetMilestoneStatus {
        /// The intake.
        id: RecordId,
        /// How firm it is now.
        status: IntakeStatus,
        /// The day of the intake; needed when confirmed.
        on: Option<LocalDate>,
    },
    /// Moves a milestone to another day.
    SetMilestoneDate {
        /// The milestone.
        id: RecordId,
        /// The day.
        on: LocalDate,
    },
    /// Takes a milestone back.
    VoidMilestone {
        /// The milestone.
        id: RecordId,
        /// Who takes it back.
        by: MemberId,
        /// Why; needed.
        reason: String,
    },
    /// Restores a milestone that was taken back.
    RestoreMilestone {
        /// The milestone.
        id: RecordId,
    },
    /// Puts an obligation off, or mutes the participant. Nothing is closed by it. Taken back as a
    /// milestone is.
    Hush {
        /// A fresh id.
        id: RecordId,
        /// The obligation, by kind and anchor; `None`: the participant.
        of: Option<(ObligationKind, LocalDate)>,
        /// Shown again from this day on; needed for an obligation, within 14 days.
        until: Option<LocalDate>,
        /// Who does so.
        by: MemberId,
        /// Why; needed.
        reason: String,
    },
    /// Writes down an entry of the plan. Taken back as a milestone is.
    AddPlanEntry {
        /// A fresh id.
        id: RecordId,
        /// What it is.
        kind: PlanKind,
        /// The goal of a step, and of nothing else.
        goal: Option<RecordId>,
        /// What it says; words are needed, and what only entries of its kind say.
        fields: Vec<PlanField>,
        /// Who writes it down.
        by: MemberId,
    },
    /// Changes fields of an entry of the plan; only what differs is written.
    ChangePlanEntry {
        /// The entry.
        id: RecordId,
        /// The changed fields.
        changes: Vec<PlanField>,
    },
    /// Writes down what a participant answered to the BARC-10. Taken back as a milestone is.
    RecordBarc10 {
        /// A fresh id.
        id: RecordId,
        /// The day on which they answered; not after today.
        on: LocalDate,
        /// What they answered.
        answers: Answers,
        /// The language that they read or heard it in, such as `es`.
        language: String,
        /// Who writes it down.
        by: MemberId,
    },
    /// Writes down somebody around the participant. Taken back as a milestone is.
    AddAround {
        /// A fresh id.
        id: RecordId,
        /// What is known of them; a name and a relation are needed.
        fields: Vec<AroundField>,
        /// Who writes it down.
        by: MemberId,
    },
    /// Changes what is known of somebody around the participant; only what differs is written.
    ChangeAround {
        /// The record.
        id: RecordId,
        /// The changed fields.
        changes: Vec<AroundField>,
    },
    /// Writes down an appointment. Taken back as a milestone is.
    AddAppointment {
        /// A fresh id.
        id: RecordId,
        /// What is known of it; a kind and a day are needed.
        fields: Vec<AppointmentField>,
        /// Who writes it down.
        by: MemberId,
    },
    /// Changes an appointment, moves it, or says what became of it; only what differs is written.
    ChangeAppointment {
        /// The record.
        id: RecordId,
        /// The changed fields.
        changes: Vec<AppointmentField>,
    },
    /// Writes down one end of a tie to another participant. Taken away as a milestone is taken back.
    AddTie {
        /// A fresh id.
        id: RecordId,
        /// The mark of the tie, which the other record holds too.
        mark: RecordId,
        /// What the other is to this participant.
        kind: TieKind,
        /// Who writes it down.
        by: MemberId,
    },
    /// Writes down what the participant wants to say to a provider. Taken back as a milestone is.
    AddSaying {
        /// A fresh id.
        id: RecordId,
        /// What it says; to whom and words are needed.
        fields: Vec<SayingField>,
        /// Who writes it down.
        by: MemberId,
    },
    /// Changes what the participant wants to say; only what differs is written.
    ChangeSaying {
        /// The record.
        id: RecordId,
        /// The changed fields.
        changes: Vec<SayingField>,
    },
    /// Writes down to what the participant was linked. Taken back as a milestone is.
    AddResourceLink {
        /// A fresh id.
        id: RecordId,
        /// What is known of it; a name is needed.
        fields: Vec<ResourceLinkField>,
        /// Who writes it down.
        by: MemberId,
    },
    /// Changes a link, or says what came of it; only what differs is written.
    ChangeResourceLink {
        /// The record.
        id: RecordId,
        /// The changed fields.
        changes: Vec<ResourceLinkField>,
    },
    /// Writes down that somebody opened the record.
    NoteAccess {
        /// A fresh id.
        id: RecordId,
    },
    /// Writes down that somebody may read the record until an end, or that their reading ended.
    /// Who reads it is a matter of its keys.
    LetIn {
        /// A fresh id.
        id: RecordId,
        /// Who, until when and why.
        guest: Guest,
    },
    /// Writes down that the participant goes to another coach. Who reads the document from then
    /// on is a matter of its keys.
    HandOver {
        /// A fresh id.
        id: RecordId,
        /// The coach.
        to: MemberId,
        /// Who hands over.
        by: MemberId,
        /// Why; may be empty.
        reason: String,
    },
    /// Writes down that the record must be kept, whatever the rules say.
    SetHold {
        /// A fresh id.
        id: RecordId,
        /// Who says so.
        by: MemberId,
        /// Why; needed.
        reason: String,
    },
    /// Writes down that a hold ended.
    LiftHold {
        /// A fresh id.
        id: RecordId,
        /// The hold.
        hold: RecordId,
        /// Who says so.
        by: MemberId,
        /// Why; needed.
        reason: String,
    },
    /// Says something once and for good.
    State(NewStatement),
    /// Chooses one of the values on which devices disagree.
    ResolveConflict {
        /// The record.
        record: RecordRef,
        /// The field, as the conflict names it.
        field: String,
        /// One of the conflict's values.
        chosen: FieldValue,
    },
}

impl ParticipantDocument {
    /// Does a command. `None`: the document already says so, nothing was written.
    ///
    /// After this returns, the change is in the document. If it then cannot be stored, drop the
    /// document and load it again in a fresh session.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn command(
        &mut self,
        command: &ParticipantCommand,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        use ParticipantCommand as C;
        match command {
            C::Create {
                details,
                by,
                import_key,
            } => self.create(details, *by, import_key.as_ref(), now),
            C::SetDetail(detail) => self.set_detail(detail, now),
            C::SetReferral(change) => self.set_referral(change, now),
            C::AddTag(tag) => self.set_tag(tag, true, now),
            C::RemoveTag(tag) => self.set_tag(tag, false, now),
            C::LogEncounter { id, facts } => self.log_encounter(*id, facts, now),
            C::EditEncounter { id, changes } => self.edit_encounter(*id, changes, now),
            C::TakeIn { id, facts, late } => self.take_in(*id, facts, late, now),
            C::TakeInRecord { id, said, by, late } => {
                self.take_in_record(*id, said, *by, late, now)
            }
            C::TakeInDetails { said, tags, late } => self.take_in_details(said, tags, late, now),
            C::VoidEncounter { id, by, reason } => {
                self.take_back(RecordRef::Encounter(*id), *by, reason, now)
            }
            C::RestoreEncounter { id } => self.restore(RecordRef::Encounter(*id), now),
            C::RecordMilestone { id, facts, by } => self.record_milestone(*id, facts, *by, now),
            C::SetMilestoneStatus { id, status, on } => {
                self.set_milestone_status(*id, *status, *on, now)
            }
            C::SetMilestoneDate { id, on } => self.set_milestone_date(*id, *on, now),
            C::VoidMilestone { id, by, reason } => {
                self.take_back(RecordRef::Milestone(*id), *by, reason, now)
            }
            C::Hush {
                id,
                of,
                until,
                by,
                reason,
            } => self.hush(*id, *of, *until, (*by, reason), now),
            C::AddPlanEntry {
                id,
                kind,
                goal,
                fields,
                by,
            } => self.add_plan_entry(*id, (*kind, *goal), fields, *by, now),
            C::ChangePlanEntry { id, changes } => self.change_plan_entry(*id, changes, now),
            C::RecordBarc10 {
                id,
                on,
                answers,
                language,
                by,
            } => self.record_barc10(*id, (*on, *answers), language, *by, now),
            C::AddAround { id, fields, by } => self.add_around(*id, fields, *by, now),
            C::ChangeAround { id, changes } => self.change_around(*id, changes, now),
            C::AddAppointment { id, fields, by } => self.add_appointment(*id, fields, *by, now),
            C::ChangeAppointment { id, changes } => self.change_appointment(*id, changes, now),
            C::AddTie { id, mark, kind, by } => self.add_tie(*id, *mark, *kind, *by, now),
            C::AddSaying { id, fields, by } => self.add_saying(*id, fields, *by, now),
            C::ChangeSaying { id, changes } => self.change_saying(*id, changes, now),
            C::AddResourceLink { id, fields, by } => self.add_resource_link(*id, fields, *by, now),
            C::ChangeResourceLink { id, changes } => self.change_resource_link(*id, changes, now),
            C::NoteAccess { id } => self.note_access(*id, now),
            C::LetIn { id, guest } => self.let_in(*id, guest, now),
            C::HandOver { id, to, by, reason } => self.hand_over(*id, *to, *by, reason, now),
            C::SetHold { id, by, reason } => self.hold(*id, None, *by, reason, now),
            C::LiftHold {
                id,
                hold,
                by,
                reason,
            } => self.hold(*id, Some(*hold), *by, reason, now),
            C::RestoreMilestone { id } => self.restore(RecordRef::Milestone(*id), now),
            C::State(new) => {
                let touched = Touched::one(RecordRef::Milestone(new.id));
                self.commit(&self.state(new, now)?, touched, now)
            }
            C::ResolveConflict {
                record,
                field,
                chosen,
            } => {
                let writes = self.resolution(*record, field, chosen)?;
                self.commit(&writes, Touched::one(*record), now)
            }
        }
    }

    /// The first reason stands: taking back again changes nothing.
    fn take_back(
        &mut self,
        record: RecordRef,
        by: MemberId,
        reason: &str,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.object(&record).ok_or(CommandError::NoSuchRecord)?;
        // What else stands among the milestones cannot be taken back.
        if let RecordRef::Milestone(id) = record {
            let stands = self.milestone(id).is_some()
                || self.quiet_record(id).is_some()
                || self.plan_entry(id).is_some()
                || self.barc10_record(id).is_some()
                || self.around_person(id).is_some()
                || self.appointment(id).is_some()
                || self.tie(id).is_some()
                || self.saying(id).is_some()
                || self.resource_link(id).is_some();
            stands.then_some(()).ok_or(CommandError::NoSuchRecord)?;
        }
        let fields = void::taken_back(now.at, by, reason)?;
        if void::read(&Fields::read(&self.automerge, &object)).is_some() {
            return Ok(None);
        }
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(record), now)
    }

    fn restore(&mut self, record: RecordRef, now: Now) -> Result<Option<Written>, CommandError> {
        let object = self.object(&record).ok_or(CommandError::NoSuchRecord)?;
        let writes = self.puts(&object, void::restored());
        self.commit(&writes, Touched::one(record), now)
    }
}
