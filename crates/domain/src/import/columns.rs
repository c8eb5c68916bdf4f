//! What the columns of a file mean.

use super::ImportError;
use super::values::fold;
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ImportField {
    /// The number or id that another system gave the person.
    ExternalId,
    /// The whole name.
    Name,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The name they go by.
    PreferredName,
    /// Their pronouns.
    Pronouns,
    /// Their phone number.
    Phone,
    /// Their date of birth.
    BirthDate,
    /// The program they are in.
    Program,
    /// The phase they are in.
    Phase,
    /// The safe-contact rule in words.
    ContactRule,
    /// No voicemail: yes or no.
    NoVoicemail,
    /// No contact after this time.
    NotAfter,
    /// The language they prefer.
    Language,
    /// Tags.
    Tags,
    /// The day of discharge.
    DischargedOn,
    /// The day of intake.
    IntakeDate,
    /// How firm the intake date is.
    IntakeStatus,
}

impl ImportField {
    /// Every field, in the order in which it is offered.
    pub const ALL: [Self; 18] = [
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::PreferredName,
        Self::Pronouns,
        Self::Phone,
        Self::BirthDate,
        Self::Program,
        Self::Phase,
        Self::ContactRule,
        Self::NoVoicemail,
        Self::NotAfter,
        Self::Language,
        Self::Tags,
        Self::DischargedOn,
        Self::IntakeDate,
        Self::IntakeStatus,
        Self::ExternalId,
    ];

    /// Whether the column holds a date.
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::BirthDate | Self::DischargedOn | Self::IntakeDate
        )
    }

    /// Names that such columns have in English and Spanish files, folded.
    const fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::ExternalId => &[
                "id",
                "clientid",
                "participantid",
                "externalid",
                "recordid",
                "mrn",
                "casenumber",
                "caseid",
                "expediente",
            ],
            Self::Name => &[
                "name",
                "fullname",
                "participant",
                "participantname",
                "client",
                "clientname",
                "legalname",
                "nombre",
                "nombrecompleto",
            ],
            Self::FirstName => &[
                "firstname",
                "first",
                "givenname",
                "legalfirstname",
                "primernombre",
                "nombres",
            ],
            Self::LastName => &[
                "lastname",
                "last",
                "surname",
                "familyname",
                "apellido",
                "apellidos",
            ],
            Self::PreferredName => &[
                "preferredname",
                "preferred",
                "nickname",
                "goesby",
                "nombrepreferido",
            ],
            Self::Pronouns => &["pronouns", "pronoun", "pronombres"],
            Self::Phone => &[
                "phone",
                "phonenumber",
                "cell",
                "cellphone",
                "mobile",
                "mobilephone",
                "telephone",
                "tel",
                "telefono",
                "celular",
            ],
            Self::BirthDate => &[
                "birthdate",
                "dateofbirth",
                "dob",
                "birthday",
                "born",
                "fechadenacimiento",
                "nacimiento",
            ],
            Self::Program => &["program", "programname", "programa"],
            Self::Phase => &["phase", "stage", "fase", "etapa"],
            Self::ContactRule => &[
                "safecontact",
                "contactrule",
                "safecontactrule",
                "contactnotes",
                "contactinstructions",
                "contactoseguro",
            ],
            Self::NoVoicemail => &[
                "novoicemail",
                "donotleavevoicemail",
                "sinbuzondevoz",
                "nodejarmensaje",
            ],
            Self::NotAfter => &[
                "notafter",
                "nocallsafter",
                "donotcallafter",
                "nodespuesde",
                "nollamardespuesde",
            ],
            Self::Language => &["language", "preferredlanguage", "idioma", "lengua"],
            Self::Tags => &["tags", "tag", "labels", "etiquetas"],
            Self::DischargedOn => &[
                "discharged",
                "dischargedon",
                "dischargedate",
                "dateofdischarge",
                "alta",
                "fechadealta",
            ],
            Self::IntakeDate => &[
                "intake",
                "intakedate",
                "treatmentintake",
                "dateofintake",
                "ingreso",
                "fechadeingreso",
            ],
            Self::IntakeStatus => &[
                "intakestatus",
                "statusofintake",
                "estadodelingreso",
                "estadodeingreso",
            ],
        }
    }
}

/// What each column of a file means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// One entry per column; `None`: the column is left out.
    pub columns: Vec<Option<ImportField>>,
    /// Dates are written day first (25/12/1990); otherwise month first (12/25/1990).
    pub day_first: bool,
}

impl ColumnMapping {
    /// What columns with these names probably mean; each field is given to the first that fits.
    pub fn suggest(headers: &[String]) -> Self {
        let mut columns: Vec<Option<ImportField>> = Vec::new();
        for header in headers {
            let folded = fold(header);
            let fits = |field: &ImportField| field.usual_names().contains(&folded.as_str());
            let field = ImportField::ALL.into_iter().find(fits);
            columns.push(field.filter(|field| !columns.contains(&Some(*field))));
        }
        Self {
            columns,
            day_first: false,
        }
    }

    pub(super) fn check(&self, columns: usize) -> Result<(), ImportError> {
        if self.columns.len() != columns {
            return Err(ImportError::MappingDoesNotFit);
        }
        let mut fields: Vec<ImportField> = self.columns.iter().flatten().copied().collect();
        fields.sort_unstable();
        if let Some(twice) = fields
            .windows(2)
            .find_map(|pair| pair.first().filter(|one| pair.last() == Some(one)))
        {
            return Err(ImportError::FieldTwice(*twice));
        }
        let has_name = [
            ImportField::Name,
            ImportField::FirstName,
            ImportField::LastName,
        ];
        if !has_name.iter().any(|field| fields.contains(field)) {
            return Err(ImportError::NameNotMapped);
        }
        Ok(())
    }
}
