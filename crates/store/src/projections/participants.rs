use handrail_protocol::{DocumentId, GroupId};
use rusqlite::{Row, named_params};

use super::search;
use crate::{
    Read, StoreError, Tx,
    rows::{id, optional_id},
};

/// A participant as lists and the day's duties need one. Texts are empty when unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParticipantRow {
    /// The participant's document, which is also their id.
    pub participant: DocumentId,
    /// Group of the caseload they are in.
    pub caseload_group: Option<GroupId>,
    /// What to show.
    pub display_name: String,
    /// What to sort by.
    pub sort_name: String,
    /// What they want to be called.
    pub preferred_name: String,
    /// Such as `she/her`.
    pub pronouns: String,
    /// As dialled.
    pub phone: String,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Program.
    pub program: String,
    /// Phase.
    pub phase: String,
    /// Rule for safe contact, in words.
    pub safe_contact: String,
    /// No voicemail may be left.
    pub no_voicemail: bool,
    /// No call after this time of day.
    pub not_after: Option<String>,
    /// Tags, without the character U+001F.
    pub tags: Vec<String>,
    /// Language they speak.
    pub language: String,
    /// The whole record is void.
    pub voided: bool,
    /// Unix ms.
    pub created_at: i64,
    /// Unix ms.
    pub updated_at: i64,
    /// Unix ms somebody last reached them.
    pub last_reached_at: Option<i64>,
    /// Unix ms of the last try.
    pub last_contact_at: Option<i64>,
    /// Last day of discharge.
    pub discharge_date: Option<String>,
    /// How firm the intake date is.
    pub intake_status: Option<String>,
    /// Day of intake.
    pub intake_date: Option<String>,
}

impl Read<'_> {
    /// One participant, voided or not.
    pub fn participant(
        &self,
        participant: &DocumentId,
    ) -> Result<Option<ParticipantRow>, StoreError> {
        let sql = "SELECT * FROM participants WHERE participant = ?1";
        self.first(sql, [participant.as_bytes()], participant_row)
    }

    /// All participants whose record is not void, by name.
    pub fn active_participants(&self) -> Result<Vec<ParticipantRow>, StoreError> {
        let sql = "SELECT * FROM participants WHERE voided = 0 ORDER BY sort_name, row";
        self.all(sql, (), participant_row)
    }

    /// Programs in use, by name.
    pub fn programs(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT program FROM participants
            WHERE voided = 0 AND program <> '' ORDER BY program";
        self.all(sql, (), |row| row.get(0))
    }

    /// Phases in use, by name.
    pub fn phases(&self) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT phase FROM participants
            WHERE voided = 0 AND phase <> '' ORDER BY phase";
        self.all(sql, (), |row| row.get(0))
    }
}

impl Tx<'_> {
    /// Writes a participant's row, over what was there, and what search finds them by.
    pub fn put_participant(&self, row: &ParticipantRow) -> Result<(), StoreError> {
        let before = self.participant(&row.participant)?;
        if before.as_ref() == Some(row) {
            return Ok(());
        }
        self.write(
            "INSERT INTO participants (participant, caseload_group, display_name, sort_name,
                preferred_name, pronouns, phone, birth_date, program, phase, safe_contact,
                no_voicemail, not_after, tags, language, voided, created_at, updated_at,
                last_reached_at, last_contact_at, discharge_date, intake_status, intake_date)
            VALUES (:participant, :caseload_group, :display_name, :sort_name,
                :preferred_name, :pronouns, :phone, :birth_date, :program, :phase, :safe_contact,
                :no_voicemail, :not_after, :tags, :language, :voided, :created_at, :updated_at,
                :last_reached_at, :last_contact_at, :discharge_date, :intake_status, :intake_date)
            ON CONFLICT (participant) DO UPDATE SET caseload_group = excluded.caseload_group,
                display_name = excluded.display_name, sort_name = excluded.sort_name,
                preferred_name = excluded.preferred_name, pronouns = excluded.pronouns,
                phone = excluded.phone, birth_date = excluded.birth_date,
                program = excluded.program, phase = excluded.phase,
                safe_contact = excluded.safe_contact, no_voicemail = excluded.no_voicemail,
                not_after = excluded.not_after, tags = excluded.tags,
                language = excluded.language, voided = excluded.voided,
                created_at = excluded.created_at, updated_at = excluded.updated_at,
                last_reached_at = excluded.last_reached_at,
                last_contact_at = excluded.last_contact_at,
                discharge_date = excluded.discharge_date,
                intake_status = excluded.intake_status, intake_date = excluded.intake_date",
            named_params! {
                ":participant": row.participant.as_bytes(),
                ":caseload_group": row.caseload_group.as_ref().map(GroupId::as_bytes),
                ":display_name": row.display_name,
                ":sort_name": row.sort_name,
                ":preferred_name": row.preferred_name,
                ":pronouns": row.pronouns,
                ":phone": row.phone,
                ":birth_date": row.birth_date,
                ":program": row.program,
                ":phase": row.phase,
                ":safe_contact": row.safe_contact,
                ":no_voicemail": row.no_voicemail,
                ":not_after": row.not_after,
                ":tags": join(&row.tags),
                ":language": row.language,
                ":voided": row.voided,
                ":created_at": row.created_at,
                ":updated_at": row.updated_at,
                ":last_reached_at": row.last_reached_at,
                ":last_contact_at": row.last_contact_at,
                ":discharge_date": row.discharge_date,
                ":intake_status": row.intake_status,
                ":intake_date": row.intake_date,
            },
        )?;
        match before {
            Some(before) if search::is_found_alike(&before, row) => Ok(()),
            _ => search::index(self, row),
        }
    }
}

pub(crate) fn participant_row(row: &Row<'_>) -> rusqlite::Result<ParticipantRow> {
    Ok(ParticipantRow {
        participant: id(row, "participant", DocumentId::from_bytes)?,
        caseload_group: optional_id(row, "caseload_group", GroupId::from_bytes)?,
        display_name: row.get("display_name")?,
        sort_name: row.get("sort_name")?,
        preferred_name: row.get("preferred_name")?,
        pronouns: row.get("pronouns")?,
        phone: row.get("phone")?,
        birth_date: row.get("birth_date")?,
        program: row.get("program")?,
        phase: row.get("phase")?,
        safe_contact: row.get("safe_contact")?,
        no_voicemail: row.get("no_voicemail")?,
        not_after: row.get("not_after")?,
        tags: split(&row.get::<_, String>("tags")?),
        language: row.get("language")?,
        voided: row.get("voided")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        last_reached_at: row.get("last_reached_at")?,
        last_contact_at: row.get("last_contact_at")?,
        discharge_date: row.get("discharge_date")?,
        intake_status: row.get("intake_status")?,
        intake_date: row.get("intake_date")?,
    })
}

/// Several texts in one column; the unit separator stands in none of them.
pub(crate) fn join(texts: &[String]) -> String {
    texts.join("\u{1f}")
}

pub(crate) fn split(joined: &str) -> Vec<String> {
    if joined.is_empty() {
        return Vec::new();
    }
    joined.split('\u{1f}').map(str::to_owned).collect()
}
