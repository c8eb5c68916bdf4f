use serde::{Deserialize, Serialize};

/// A contact that came from a device after it was taken out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LateView {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name, or the name.
    pub name: String,
    /// How.
    pub kind: super::EncounterKind,
    /// Reached or not.
    pub outcome: super::Outcome,
    /// Whatever else taking it in writes into the record.
    pub figures: super::ContactFigures,
    /// When it is said to have been, unix ms.
    pub at: i64,
    /// When it was first written down, by the lost device's clock, unix ms.
    pub written_at: i64,
    /// Note.
    pub note: String,
    /// When it came here, unix ms.
    pub arrived_at: i64,
    /// What it corrects is in the record already.
    pub corrects: bool,
    /// Fields of which the record says something else meanwhile, while it may be taken in.
    pub disputed: Vec<super::ConflictView>,
    /// Its writer, or somebody since, took it back.
    pub withdrawn: bool,
    /// Who took it in; several when two did so without knowing of each other.
    pub taken_in: Vec<TakenInView>,
    /// Given by who may take it in, and needs to be.
    pub take_in: Option<TakeInLate>,
}

/// A record other than a contact that came from a device after it was taken out, and that can be
/// taken in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LateRecordView {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name, or the name.
    pub name: String,
    /// What it is.
    pub kind: LateKind,
    /// What it says, or what it would change in the record: fields by their names in the document
    /// with their values as there, and `tag_added` and `tag_removed` with a tag.
    pub said: Vec<(String, String)>,
    /// When something of it was last written, by the lost device's clock, unix ms.
    pub written_at: i64,
    /// When it came here, unix ms.
    pub arrived_at: i64,
    /// What it corrects is in the record already.
    pub corrects: bool,
    /// Fields of which the record says something else meanwhile, while it may be taken in.
    pub disputed: Vec<super::ConflictView>,
    /// Its writer, or somebody since, took it back.
    pub withdrawn: bool,
    /// It leads to a goal that has to be taken in first.
    pub needs_goal: bool,
    /// Who took it in; several when two did so without knowing of each other.
    pub taken_in: Vec<TakenInView>,
    /// Given by who may take it in, and needs to be.
    pub take_in: Option<TakeInLate>,
}

/// Records of other kinds that came from a device after it was taken out. They are
/// counted by what they are, and not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LateRestView {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name, or the name.
    pub name: String,
    /// What they are.
    pub kind: LateKind,
    /// How many.
    pub count: u32,
}

/// What a late record is that is no contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LateKind {
    /// Name, phone and the like, the referral, tags.
    Details,
    /// An intake, a discharge and the like.
    Milestone,
    /// An entry of the plan.
    Plan,
    /// An appointment.
    Appointment,
    /// Somebody around the participant.
    Around,
    /// Answers to the BARC-10.
    Barc10,
    /// Something that was put off, or muted.
    PutOff,
    /// That the record was opened.
    Opened,
    /// Who may read the record, or to whom it goes.
    Readers,
    /// Anything else, of a later version for instance.
    Other,
}

/// Takes one late record in: it is written into the record by who does so, and says where it
/// comes from. The item that brought it stays set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeInLate {
    /// The device that wrote it, hex.
    pub device: String,
    /// Participant, hex.
    pub participant: String,
    /// Its ULID in the items of that device; `details` for those.
    pub entry: String,
    /// The item as it was shown, hex: what came since is not taken in unseen.
    pub item: String,
}

/// That a late record was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenInView {
    /// Whose device wrote it.
    pub from: String,
    /// When, by that device's clock, unix ms.
    pub written_at: i64,
    /// Who took it in.
    pub by: String,
    /// When, unix ms.
    pub at: i64,
}
