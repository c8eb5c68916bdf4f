//! What a consent must hold to be valid (42 CFR 2.31), one element after the other.

use super::{
    ConsentForm, ConsentKind, Expiry, Information, Purpose, Recipient, Side, Signature, Signer,
    Told,
};
use crate::coded::coded;
use crate::time::LocalDate;

coded! {
    /// An element of a consent that is missing, or that does not go with its kind.
    Element {
        /// Its kind is not known to this version.
        Kind = "kind",
        /// The participant's name.
        Patient = "patient",
        /// Who tells.
        Discloser = "discloser",
        /// Who may be told; an intermediary by its name.
        Recipient = "recipient",
        /// Members of an intermediary, or that those who treat them are meant.
        Members = "members",
        /// A court's consent is for the court and its agents alone.
        JusticeOnly = "justice_only",
        /// Whoever prosecutes needs a consent of its own kind.
        ProsecutionAlone = "prosecution_alone",
        /// What is told.
        Information = "information",
        /// Counseling notes need a consent of their own, with nothing else.
        NotesAlone = "notes_alone",
        /// For what.
        Purpose = "purpose",
        /// The purposes are not those of this kind.
        PurposeOfKind = "purpose_of_kind",
        /// That they can take it back, and how.
        Revoking = "revoking",
        /// That it may be passed on, but not into proceedings against them.
        PassedOn = "passed_on",
        /// What follows when they do not sign.
        Refusing = "refusing",
        /// When it ends.
        Expiry = "expiry",
        /// Only care may end with treatment, or not at all.
        ExpiryOfKind = "expiry_of_kind",
        /// Who signed in their place, and why.
        Signer = "signer",
        /// A signature.
        Signature = "signature",
        /// The day on which it was signed, not before it came.
        SignedOn = "signed_on",
    }
}

impl ConsentForm {
    /// What is missing, in the order of the form; nothing when it is whole.
    pub fn missing(&self, today: LocalDate) -> Vec<Element> {
        Element::ALL
            .iter()
            .copied()
            .filter(|element| self.lacks(*element, today))
            .collect()
    }

    fn lacks(&self, element: Element, today: LocalDate) -> bool {
        let is_blank = |text: &str| text.trim().is_empty();
        let is = |kind| self.kind == Some(kind);
        // What is wrong for its kind is not known of a kind that is not.
        let is_known = self.kind.is_some();
        match element {
            Element::Kind => !is_known,
            Element::Patient => is_blank(&self.patient),
            Element::Discloser => is_blank(&self.disclosers),
            Element::Recipient => {
                let lacks_name = |one: &Recipient| {
                    is_blank(&one.name) || one.is_class && one.side == Side::Intermediary
                };
                self.recipients.is_empty() || self.recipients.iter().any(lacks_name)
            }
            Element::Members => self.recipients.iter().any(lacks_members),
            Element::JusticeOnly => {
                is(ConsentKind::Court)
                    && self.recipients.iter().any(|one| one.side != Side::Justice)
            }
            Element::ProsecutionAlone => {
                is_known
                    && !is(ConsentKind::Proceedings)
                    && self
                        .recipients
                        .iter()
                        .any(|one| one.side == Side::Prosecution)
            }
            Element::Information => self.lacks_information(),
            Element::NotesAlone => {
                let has_notes = self.information.contains(&Information::Notes);
                let is_more = self.information.len() > 1;
                is_known && (has_notes != is(ConsentKind::Notes) || has_notes && is_more)
            }
            Element::Purpose => {
                self.purposes.is_empty()
                    || self.purposes.contains(&Purpose::Other) && is_blank(&self.purpose_words)
            }
            Element::PurposeOfKind => !self.purposes.iter().all(|purpose| self.allows(*purpose)),
            Element::Revoking => !self.told.contains(&Told::Revoking) || is_blank(&self.revoke_how),
            Element::PassedOn => is(ConsentKind::Care) && !self.told.contains(&Told::PassedOn),
            Element::Refusing => is(ConsentKind::Care) && !self.told.contains(&Told::Refusing),
            Element::Expiry => match &self.expiry {
                None => true,
                Some(Expiry::On(day)) => self.signed_on.is_some_and(|signed| *day < signed),
                Some(Expiry::Event(words) | Expiry::Condition(words)) => is_blank(words),
                Some(Expiry::EndOfTreatment | Expiry::Never) => false,
            },
            Element::ExpiryOfKind => {
                let has_no_end =
                    matches!(self.expiry, Some(Expiry::EndOfTreatment | Expiry::Never));
                has_no_end && is_known && !is(ConsentKind::Care)
            }
            Element::Signer => match &self.signer {
                Signer::Participant => false,
                Signer::Other { name, why } => is_blank(name) || why.is_none(),
            },
            Element::Signature => !self.signature.as_ref().is_some_and(Signature::is_there),
            Element::SignedOn => self.signed_on.is_none_or(|day| day > today),
        }
    }

    fn lacks_information(&self) -> bool {
        let in_words = !self.information_words.trim().is_empty();
        let needs_words = self.information.contains(&Information::Other);
        // A report that the law asks for needs no consent, and none is taken for it.
        self.information.is_empty()
            || self.information.contains(&Information::Report)
            || needs_words && !in_words
    }

    /// Whether a purpose goes with the kind.
    fn allows(&self, purpose: Purpose) -> bool {
        let care = [Purpose::Treatment, Purpose::Payment, Purpose::Operations];
        match self.kind {
            Some(ConsentKind::Care) => care.contains(&purpose),
            Some(ConsentKind::Court) => purpose == Purpose::Monitoring,
            Some(ConsentKind::Proceedings) => purpose == Purpose::Proceedings,
            Some(ConsentKind::Specific | ConsentKind::Notes) => purpose != Purpose::Proceedings,
            None => true,
        }
    }
}

fn lacks_members(recipient: &Recipient) -> bool {
    let is_named = recipient.members.iter().any(|name| !name.trim().is_empty());
    recipient.side == Side::Intermediary && !is_named && !recipient.treating_members
}
