//! The chips of the log sheet. The code of a value is what documents hold; it never changes.

use crate::coded::coded;

coded! {
    /// How a contact was made.
    EncounterKind {
        /// At a hospital bed or in an emergency department (S0-5).
        Bedside = "bedside",
        /// By phone.
        Phone = "phone",
        /// By text message.
        Text = "text",
        /// By video (S3-18, S3-22).
        Video = "video",
        /// Somewhere in the community: coffee, a walk, a resource center (S4-8).
        Community = "community",
        /// In a jail or prison (S0-23).
        Custody = "custody",
        /// At court (S2-16).
        Court = "court",
        /// Going along to an appointment (S2-16).
        Appointment = "appointment",
        /// In a group (S0-20, S4-5).
        Group = "group",
        /// Any other way.
        Other = "other",
    }
}

coded! {
    /// Whether the participant was reached.
    Outcome {
        /// They spoke, wrote back or met.
        Reached = "reached",
        /// A message was left.
        LeftMessage = "left_message",
        /// Nobody answered.
        NoAnswer = "no_answer",
        /// They were not there.
        NotThere = "not_there",
        /// They were reached and did not want contact for now.
        DeclinedForNow = "declined_for_now",
    }
}

impl Outcome {
    /// Whether coach and participant were in contact: reached, or reached and declined for now.
    /// This is what settles a day of daily contact (S0-6); an attempt does not.
    pub const fn person_was_reached(self) -> bool {
        matches!(self, Self::Reached | Self::DeclinedForNow)
    }
}

coded! {
    /// What a coach and a participant did together.
    Activity {
        /// Sat with the person and supported (S0-5).
        SatWith = "sat_with",
        /// Checked in.
        CheckIn = "check_in",
        /// Talked about goals and the plan.
        Planning = "planning",
        /// Helped get into treatment (S0-14).
        Treatment = "treatment",
        /// Helped connect to medication (S0-14).
        Medication = "medication",
        /// Helped reach a service or resource (S0-14, S4-7).
        Resources = "resources",
        /// Spoke up for care and respect (S0-14).
        Advocacy = "advocacy",
        /// Linked with the recovery community, a meeting or self-help (S2-3, S2-16).
        RecoveryCommunity = "recovery_community",
        /// Housing (S0-27, S2-17).
        Housing = "housing",
        /// Employment (S0-27, S2-17).
        Employment = "employment",
        /// A ride, or help with transportation (S2-17).
        Transportation = "transportation",
        /// Court and what it asks for (S2-14, S2-16).
        Court = "court",
        /// Parenting and family (S2-10, S2-16).
        Family = "family",
        /// Life skills (S2-19).
        LifeSkills = "life_skills",
        /// Health, exercise, art, nature (S2-20).
        Wellness = "wellness",
        /// Showed how to use naloxone.
        NaloxoneTraining = "naloxone_training",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_back_and_none_is_used_twice() {
        for kind in EncounterKind::ALL {
            assert_eq!(EncounterKind::from_code(kind.code()), Some(*kind));
        }
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_code(outcome.code()), Some(*outcome));
        }
        for activity in Activity::ALL {
            assert_eq!(Activity::from_code(activity.code()), Some(*activity));
        }
        assert_eq!(Outcome::from_code("sent_a_pigeon"), None);
    }

    #[test]
    fn s0_6_only_being_in_contact_counts_as_reached() {
        let reached: Vec<_> = Outcome::ALL
            .iter()
            .filter(|o| o.person_was_reached())
            .collect();
        assert_eq!(reached, [&Outcome::Reached, &Outcome::DeclinedForNow]);
    }
}
