//! The referral of a participant: fields among their details, each for itself.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::DETAILS;
use crate::program::Referrer;
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::referral::{LegalBasis, ReferralChange, ReferralFacts};
use crate::time::{LocalDate, Now};

const SOURCE: &str = "referral_source";
const ON: &str = "referral_on";
const DECLINED_ON: &str = "referral_declined_on";
const LEGAL_BASIS: &str = "legal_basis";
const FUNDER: &str = "funder";
/// The id of a way to qualify follows.
const ROUTE: &str = "qualifies:";
const MEDICATION_WISH: &str = "medication_wish_on";

impl ParticipantDocument {
    /// What is known about the referral.
    pub fn referral(&self) -> ReferralFacts {
        let Some(object) = self.root_map(DETAILS) else {
            return ReferralFacts::default();
        };
        let fields = Fields::read(&self.automerge, &object);
        let text = |field| fields.get(field).as_text();
        let day = |field| text(field).and_then(|text| LocalDate::parse(text).ok());
        let routes = fields.entries().filter_map(|(field, value)| {
            let route = field.strip_prefix(ROUTE)?;
            (value.flag() == Some(true)).then(|| route.to_owned())
        });
        ReferralFacts {
            source: text(SOURCE).and_then(Referrer::from_code),
            on: day(ON),
            declined_on: day(DECLINED_ON),
            legal_basis: text(LEGAL_BASIS).and_then(LegalBasis::from_code),
            funder: text(FUNDER).unwrap_or_default().to_owned(),
            routes: routes.collect(),
            medication_wish: day(MEDICATION_WISH),
        }
    }

    pub(super) fn set_referral(
        &mut self,
        change: &ReferralChange,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.root_map(DETAILS).ok_or(CommandError::Refused)?;
        let day = |day: &Option<LocalDate>| {
            let text = day.map(|day| day.to_string());
            FieldValue::optional_text(text.as_deref())
        };
        let code = FieldValue::optional_text;
        let (field, value) = match change {
            ReferralChange::Source(source) => (SOURCE.into(), code(source.map(Referrer::code))),
            ReferralChange::On(on) => (ON.into(), day(on)),
            ReferralChange::DeclinedOn(on) => (DECLINED_ON.into(), day(on)),
            ReferralChange::LegalBasis(basis) => {
                (LEGAL_BASIS.into(), code(basis.map(LegalBasis::code)))
            }
            ReferralChange::Funder(funder) => {
                let funder = Some(funder.trim()).filter(|funder| !funder.is_empty());
                check_length(funder.unwrap_or_default(), TEXT_LIMIT)?;
                (FUNDER.into(), FieldValue::optional_text(funder))
            }
            ReferralChange::Route(route, met) => {
                check_length(route, TEXT_LIMIT)?;
                (format!("{ROUTE}{route}"), FieldValue::Flag(*met))
            }
            ReferralChange::MedicationWish(on) => (MEDICATION_WISH.into(), day(on)),
        };
        let writes = self.puts(&object, [(field, value)]);
        self.commit(&writes, Touched::one(RecordRef::Details), now)
    }
}
