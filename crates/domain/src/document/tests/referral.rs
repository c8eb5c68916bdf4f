//! The referral among a participant's details.

use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use crate::program::Referrer;
use crate::referral::{LegalBasis, ReferralChange as Change};
use crate::time::LocalDate;

fn say(document: &mut ParticipantDocument, change: Change) {
    let command = ParticipantCommand::SetReferral(change);
    document.command(&command, now(1)).unwrap();
}

#[test]
fn s0_13_each_way_to_qualify_stands_for_itself_and_s0_25_a_wish_has_its_day() {
    let mut document = document::<ParticipantKind>(1);
    for route in ["mat", "illicit-opioids", "prescribed-opioids"] {
        say(&mut document, Change::Route(route.into(), true));
        assert!(document.referral().routes.contains(route));
    }
    say(&mut document, Change::Route("mat".into(), false));
    let routes: Vec<String> = document.referral().routes.into_iter().collect();
    assert_eq!(routes, ["illicit-opioids", "prescribed-opioids"]);
    let day = LocalDate::new(2026, 5, 4);
    say(&mut document, Change::MedicationWish(day));
    assert_eq!(document.referral().medication_wish, day);
    let again = ParticipantCommand::SetReferral(Change::MedicationWish(day));
    assert_eq!(document.command(&again, now(2)), Ok(None), "said already");
}

#[test]
fn s1_12_two_devices_that_disagree_on_the_legal_basis_show_both_and_lose_nothing_else() {
    let (mut one, mut two) = (
        document::<ParticipantKind>(1),
        document::<ParticipantKind>(2),
    );
    say(&mut one, Change::LegalBasis(Some(LegalBasis::Diversion)));
    say(&mut one, Change::Source(Some(Referrer::TreatmentCourt)));
    say(&mut two, Change::LegalBasis(Some(LegalBasis::Sentence)));
    say(&mut two, Change::Funder(" County ".into()));
    exchange(&mut one, &mut two);
    assert_eq!(one.referral(), two.referral());
    assert_eq!(one.referral().source, Some(Referrer::TreatmentCourt));
    assert_eq!(one.referral().funder, "County");
    let conflicts = one.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].field, "legal_basis");
    assert_eq!(conflicts[0].versions.len(), 2);
}
