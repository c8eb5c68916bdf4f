use super::*;
use crate::time::Now;

#[test]
fn s1_18_whoever_prosecutes_is_told_nothing_without_a_consent_of_its_own_kind() {
    let mut asked = ask(ConsentKind::Proceedings);
    assert_eq!(
        covering(&Consents::default(), &asked, today()),
        Err(Refusal::NeedsProceedings)
    );
    // Not by care for everybody, not by a court's consent, and not by naming them in another one.
    let mut care = whole(ConsentKind::Care);
    care.recipients = vec![Recipient {
        is_class: true,
        ..named("All", Side::Provider)
    }];
    let mut court = whole(ConsentKind::Court);
    court.recipients = vec![named(&asked.recipient, Side::Justice)];
    let mut named_in = whole(ConsentKind::Specific);
    named_in.recipients = vec![named(&asked.recipient, Side::Prosecution)];
    named_in.purposes = BTreeSet::from([Purpose::Request]);
    for form in [&care, &court, &named_in] {
        let consents = said(&[given(1, None, form)]);
        assert_eq!(
            covering(&consents, &asked, today()),
            Err(Refusal::NeedsProceedings)
        );
    }
    let consents = said(&[
        given(1, None, &care),
        given(2, None, &whole(ConsentKind::Proceedings)),
    ]);
    assert_eq!(covering(&consents, &asked, today()), Ok(id(2)));
    asked.recipient = "Another unit".to_owned();
    assert_eq!(
        covering(&consents, &asked, today()),
        Err(Refusal::WrongRecipient)
    );
}

#[test]
fn s1_12_a_court_hears_what_it_needs_to_monitor_and_nothing_else() {
    let consents = said(&[given(1, None, &whole(ConsentKind::Court))]);
    let asked = ask(ConsentKind::Court);
    assert_eq!(covering(&consents, &asked, today()), Ok(id(1)));
    let more = Ask {
        information: BTreeSet::from([Information::Contacts]),
        ..asked.clone()
    };
    assert_eq!(
        covering(&consents, &more, today()),
        Err(Refusal::WrongInformation)
    );
    let other = Ask {
        purpose: Purpose::Services,
        ..asked
    };
    assert_eq!(
        covering(&consents, &other, today()),
        Err(Refusal::WrongPurpose)
    );
    assert_eq!(suggested(Some(LegalBasis::Diversion)), ConsentKind::Court);
    assert_eq!(suggested(Some(LegalBasis::Sentence)), ConsentKind::Court);
    assert_eq!(suggested(Some(LegalBasis::Supervision)), ConsentKind::Court);
    assert_eq!(
        suggested(Some(LegalBasis::ChildWelfare)),
        ConsentKind::Specific
    );
    assert_eq!(suggested(Some(LegalBasis::Voluntary)), ConsentKind::Care);
    assert_eq!(suggested(None), ConsentKind::Care);
}

#[test]
fn s2_11_the_nearest_reason_is_said_why_nothing_may_be_told() {
    let kind = ConsentKind::Specific;
    let asked = ask(kind);
    let now = today();
    let why = |all: &[Statement], ask: &Ask, on| covering(&said(all), ask, on);
    assert_eq!(why(&[], &asked, now), Err(Refusal::NoConsent));
    let form = whole(kind);
    let one = given(1, None, &form);
    let nobody = Ask {
        recipient: " ".to_owned(),
        ..asked.clone()
    };
    assert_eq!(
        why(std::slice::from_ref(&one), &nobody, now),
        Err(Refusal::NotSaid)
    );
    let other = Ask {
        recipient: "Somebody".to_owned(),
        ..asked.clone()
    };
    assert_eq!(
        why(std::slice::from_ref(&one), &other, now),
        Err(Refusal::WrongRecipient)
    );
    let spelled = Ask {
        recipient: " dr. lena  MOREAU".to_owned(),
        ..asked.clone()
    };
    assert_eq!(why(std::slice::from_ref(&one), &spelled, now), Ok(id(1)));
    assert_eq!(
        why(std::slice::from_ref(&one), &asked, day("2027-05-31")),
        Ok(id(1)),
        "the last day"
    );
    let after = day("2027-06-01");
    assert_eq!(
        why(std::slice::from_ref(&one), &asked, after),
        Err(Refusal::Expired(day("2027-05-31")))
    );
    let revoked = ended(REVOKED, 2, 1, "2026-11-20");
    assert_eq!(
        why(&[one.clone(), revoked.clone()], &asked, now),
        Err(Refusal::Revoked(day("2026-11-20")))
    );
    let event = ended(ENDED, 2, 1, "2026-11-21");
    assert_eq!(
        why(&[one.clone(), event], &asked, now),
        Err(Refusal::Ended(day("2026-11-21")))
    );
    let gap = ConsentForm {
        signature: None,
        ..form.clone()
    };
    let incomplete = Err(Refusal::Incomplete(vec![Element::Signature]));
    assert_eq!(why(&[given(1, None, &gap)], &asked, now), incomplete);
    // A new consent after one was taken back holds.
    assert_eq!(
        why(&[one, revoked, given(3, None, &form)], &asked, now),
        Ok(id(3))
    );
}

#[test]
fn s2_11_an_intermediary_passes_on_to_its_members_or_to_those_who_treat_them() {
    let mut form = whole(ConsentKind::Care);
    let exchange = Recipient {
        members: vec!["Lakeside Clinic".to_owned()],
        ..named("The exchange", Side::Intermediary)
    };
    form.recipients = vec![exchange];
    let to = |recipient: &str, side| Ask {
        recipient: recipient.to_owned(),
        side,
        ..ask(ConsentKind::Care)
    };
    let consents = said(&[given(1, None, &form)]);
    assert_eq!(
        covering(&consents, &to("lakeside clinic", Side::Provider), today()),
        Ok(id(1))
    );
    assert_eq!(
        covering(&consents, &to("The exchange", Side::Intermediary), today()),
        Ok(id(1))
    );
    let refused = Err(Refusal::WrongRecipient);
    assert_eq!(
        covering(&consents, &to("Another clinic", Side::Provider), today()),
        refused
    );
    let treating = Recipient {
        members: Vec::new(),
        treating_members: true,
        ..form.recipients[0].clone()
    };
    form.recipients = vec![treating];
    let consents = said(&[given(1, None, &form)]);
    assert_eq!(
        covering(&consents, &to("Another clinic", Side::Provider), today()),
        Ok(id(1))
    );
    let payer = to("A health plan", Side::Payer);
    assert_eq!(
        covering(&consents, &payer, today()),
        Err(Refusal::WrongRecipient)
    );
}

#[test]
fn s2_11_an_intermediary_is_named_and_no_other_one_is_meant() {
    let mut form = whole(ConsentKind::Care);
    form.recipients = vec![Recipient {
        is_class: true,
        treating_members: true,
        ..named("Any exchange", Side::Intermediary)
    }];
    assert_eq!(form.missing(today()), [Element::Recipient]);
    form.recipients[0].treating_members = false;
    form.recipients[0].members = vec!["Lakeside Clinic".to_owned()];
    let consents = said(&[given(1, None, &form)]);
    let other = Ask {
        recipient: "Another exchange".to_owned(),
        side: Side::Intermediary,
        ..ask(ConsentKind::Care)
    };
    assert_eq!(
        covering(&consents, &other, today()),
        Err(Refusal::WrongRecipient)
    );
}

#[test]
fn counseling_notes_are_never_part_of_another_consent() {
    let consents = said(&[given(1, None, &whole(ConsentKind::Care))]);
    let notes = ask(ConsentKind::Notes);
    assert_eq!(
        covering(&consents, &notes, today()),
        Err(Refusal::NeedsNotes)
    );
    let with = said(&[given(1, None, &whole(ConsentKind::Notes))]);
    assert_eq!(covering(&with, &notes, today()), Ok(id(1)));
    assert_eq!(
        covering(&with, &ask(ConsentKind::Care), today()),
        Err(Refusal::WrongInformation)
    );
}

#[test]
fn what_was_taken_back_ends_whatever_was_written_in_its_place_meanwhile() {
    let form = whole(ConsentKind::Care);
    let all = [
        given(1, None, &form),
        given(2, Some(1), &form),
        given(3, Some(1), &form),
        ended(REVOKED, 4, 1, "2026-11-20"),
    ];
    let consents = said(&all);
    let revoked = ConsentState::Revoked(day("2026-11-20"));
    assert!(
        consents
            .consents
            .iter()
            .all(|one| one.state(today()) == revoked)
    );
    let first = consents.consent(id(1)).unwrap();
    assert_eq!(first.replaced_by, [id(2), id(3)]);
    // Two forms in the place of one both stand, until one is taken back.
    let consents = said(&all[..3]);
    let standing: Vec<RecordId> = consents
        .consents
        .iter()
        .filter(|one| !one.is_replaced())
        .map(|one| one.id)
        .collect();
    assert_eq!(standing, [id(2), id(3)]);
}

#[test]
fn what_was_relied_on_stays_known_after_a_consent_is_taken_back() {
    let form = whole(ConsentKind::Care);
    let consents = said(&[
        given(1, None, &form),
        told(5, Some(1), "2026-11-10", Ground::Consent(id(1))),
        given(2, Some(1), &form),
        told(6, Some(2), "2026-11-12", Ground::Consent(id(2))),
        told(7, None, "2026-11-13", Ground::ChildReport),
        ended(REVOKED, 8, 2, "2026-11-20"),
    ]);
    let relied: Vec<RecordId> = consents.relied_on(id(2)).map(|one| one.id).collect();
    assert_eq!(relied, [id(5), id(6)]);
}

#[test]
fn g_8_a_medical_emergency_has_four_fields_and_each_is_missed_by_itself() {
    let emergency = Emergency {
        personnel: "Dr. Ito, Lakeside Hospital".to_owned(),
        discloser: "Casey Coach".to_owned(),
        at: Some(Timestamp::from_millis(1)),
        nature: "Found down".to_owned(),
    };
    assert_eq!(emergency.missing(), []);
    for field in EmergencyField::ALL.iter().copied() {
        let mut one = emergency.clone();
        match field {
            EmergencyField::Personnel => one.personnel = " ".to_owned(),
            EmergencyField::Discloser => one.discloser.clear(),
            EmergencyField::At => one.at = None,
            EmergencyField::Nature => one.nature.clear(),
        }
        assert_eq!(one.missing(), [field]);
    }
    let written = told(1, None, "2026-11-10", Ground::Emergency(emergency.clone()));
    assert_eq!(
        said(&[written]).disclosures[0].ground,
        Ground::Emergency(emergency)
    );
}

#[test]
fn g_9_an_accounting_reaches_back_three_years_to_the_day() {
    let each = [
        "2023-11-28",
        "2023-11-29",
        "2024-02-29",
        "2026-11-29",
        "2026-11-30",
    ];
    let all: Vec<Statement> = (1..)
        .zip(each)
        .map(|(number, on)| told(number, Some(1), on, Ground::Consent(id(1))))
        .collect();
    let consents = said(&all);
    let days = |asked: &str| -> Vec<String> {
        accounting(&consents, day(asked))
            .iter()
            .map(|one| one.on.to_string())
            .collect()
    };
    assert_eq!(
        days("2026-11-29"),
        ["2026-11-29", "2024-02-29", "2023-11-29"]
    );
    assert_eq!(
        days("2026-11-30"),
        ["2026-11-30", "2026-11-29", "2024-02-29"]
    );
    assert_eq!(
        days("2027-02-28"),
        ["2026-11-30", "2026-11-29", "2024-02-29"]
    );
    assert_eq!(days("2027-03-01"), ["2026-11-30", "2026-11-29"]);
    assert_eq!(first_day(day("2028-02-29")), day("2025-02-28"));
}

#[test]
fn s2_11_a_professional_is_named_until_the_longest_consent_ends() {
    let form = whole(ConsentKind::Specific);
    let longer = ConsentForm {
        expiry: Some(Expiry::On(day("2028-01-01"))),
        ..form.clone()
    };
    let named = |all: &[Statement], side| said(all).names("dr. lena moreau", side, today());
    assert_eq!(named(&[], Side::Services), None);
    let both = [given(1, None, &form), given(2, None, &longer)];
    assert_eq!(named(&both, Side::Services), Some(Some(day("2028-01-01"))));
    assert_eq!(
        named(&both, Side::Provider),
        None,
        "somebody of that name elsewhere"
    );
    let event = ConsentForm {
        expiry: Some(Expiry::Event("They move".to_owned())),
        ..form
    };
    let open_end = [both[0].clone(), given(3, None, &event)];
    assert_eq!(named(&open_end, Side::Services), Some(None));
    let back = [both[0].clone(), ended(REVOKED, 4, 1, "2026-11-20")];
    assert_eq!(named(&back, Side::Services), None);
}

#[test]
fn what_was_told_before_a_consent_was_taken_back_can_be_written_down_afterwards() {
    let kind = ConsentKind::Specific;
    let consents = said(&[
        given(1, None, &whole(kind)),
        ended(REVOKED, 2, 1, "2026-11-20"),
    ]);
    let on = |text| covered_on(&consents, &ask(kind), day(text));
    assert_eq!(on("2026-11-19"), Ok(id(1)));
    assert_eq!(on("2026-11-20"), Err(Refusal::Revoked(day("2026-11-20"))));
    let unsigned = on("2026-10-31");
    assert_eq!(
        unsigned,
        Err(Refusal::Incomplete(vec![Element::SignedOn])),
        "before it was signed"
    );
    let refused = Err(Refusal::Revoked(day("2026-11-20")));
    assert_eq!(covering(&consents, &ask(kind), today()), refused);
}

#[test]
fn what_was_told_before_a_consent_was_renewed_can_be_written_down_afterwards() {
    let kind = ConsentKind::Specific;
    let renewed = ConsentForm {
        signed_on: Some(day("2026-11-20")),
        ..whole(kind)
    };
    let consents = said(&[given(1, None, &whole(kind)), given(2, Some(1), &renewed)]);
    let on = |text| covered_on(&consents, &ask(kind), day(text));
    assert_eq!(on("2026-11-19"), Ok(id(1)));
    assert_eq!(on("2026-11-20"), Ok(id(2)));
    // What stands in its place names somebody else.
    let other = ConsentForm {
        recipients: vec![named("The landlord", Side::Services)],
        ..renewed
    };
    let consents = said(&[given(1, None, &whole(kind)), given(2, Some(1), &other)]);
    let on = |text| covered_on(&consents, &ask(kind), day(text));
    assert_eq!(on("2026-11-19"), Ok(id(1)));
    assert_eq!(on("2026-11-20"), Err(Refusal::WrongRecipient));
    assert!(covering(&consents, &ask(kind), today()).is_err());
}

/// An hour of a day in Wisconsin in winter.
fn hour(on: &str, hour: i64) -> Timestamp {
    let days = day(on).days_since(day("1970-01-01"));
    Timestamp::from_millis((days * 24 + hour + 6) * 3_600_000)
}

fn now(on: &str, at: i64) -> Now {
    Now {
        at: hour(on, at),
        offset_minutes: -360,
    }
}

const DAY: &str = "2026-11-20";

/// Taken back on [`DAY`]: said at an hour, where it is known, and written down at another.
fn taken_back(number: u8, said_at: Option<i64>, written: (&str, i64)) -> Statement {
    let said_at = said_at.map(|at| hour(DAY, at));
    Statement {
        at: hour(written.0, written.1),
        ..stated(
            number,
            REVOKED,
            Some(1),
            end_body((day(DAY), said_at), "They called"),
        )
    }
}

/// Whether it may be written down at six in the evening of [`DAY`] that something was told at an hour.
fn holds(ends: &[Statement], on: &str, at: i64) -> bool {
    holds_seen(ends, (on, at), now(DAY, 18))
}

fn holds_seen(ends: &[Statement], (on, at): (&str, i64), now: Now) -> bool {
    let kind = ConsentKind::Specific;
    let mut all = vec![given(1, None, &whole(kind))];
    all.extend(ends.iter().cloned());
    let consents = said(&all);
    let told = (day(on), hour(on, at));
    match covered_at(&consents, &ask(kind), told, now) {
        Ok(covered) => covered == id(1),
        Err(refusal) => {
            assert_eq!(refusal, Refusal::Revoked(day(DAY)));
            false
        }
    }
}

#[test]
fn g_7_what_was_told_earlier_on_the_day_of_a_revocation_is_covered_and_nothing_after_it() {
    let back = [taken_back(2, Some(14), (DAY, 15))];
    assert!(holds(&back, DAY, 13), "done in reliance on it");
    for at in [14, 15, 17] {
        assert!(!holds(&back, DAY, at), "{at}");
    }
    assert!(holds(&back, "2026-11-19", 23));
    // Without its hour nobody can tell, and what is told now is told after it.
    let kind = ConsentKind::Specific;
    let consents = said(&[given(1, None, &whole(kind)), back[0].clone()]);
    let refused = Err(Refusal::Revoked(day(DAY)));
    assert_eq!(covered_on(&consents, &ask(kind), day(DAY)), refused);
    assert_eq!(covering(&consents, &ask(kind), day(DAY)), refused);
}

#[test]
fn g_7_a_revocation_without_its_hour_counts_from_when_it_was_written_or_from_the_start_of_its_day()
{
    let at_once = [taken_back(2, None, (DAY, 15))];
    assert!(holds(&at_once, DAY, 14) && !holds(&at_once, DAY, 15));
    let afterwards = [taken_back(2, None, ("2026-11-21", 9))];
    let seen = |told| holds_seen(&afterwards, told, now("2026-11-22", 9));
    assert!(!seen((DAY, 0)) && !seen((DAY, 23)) && seen(("2026-11-19", 23)));
    // What was said with its hour is told apart on later days, too.
    let known = [taken_back(2, Some(14), ("2026-11-21", 9))];
    let seen = |told| holds_seen(&known, told, now("2026-11-22", 9));
    assert!(seen((DAY, 13)) && !seen((DAY, 14)));
    // Nobody took it back later than it was written down that they did.
    let ahead = [taken_back(2, Some(17), (DAY, 15))];
    assert!(holds(&ahead, DAY, 14) && !holds(&ahead, DAY, 16));
    // Of two the first counts.
    let twice = [
        taken_back(2, None, (DAY, 16)),
        taken_back(3, Some(10), (DAY, 17)),
    ];
    assert!(holds(&twice, DAY, 9) && !holds(&twice, DAY, 11));
}

#[test]
fn g_7_what_is_known_here_came_before_whatever_the_clocks_say() {
    // Written by a clock that is ahead of this one by hours, or by days.
    for written in [(DAY, 20), ("2026-11-23", 9)] {
        for said_at in [None, Some(19)] {
            let back = [taken_back(2, said_at, written)];
            assert!(!holds(&back, DAY, 9), "{written:?} {said_at:?}");
            assert!(holds(&back, "2026-11-19", 9), "{written:?} {said_at:?}");
        }
    }
}

#[test]
fn g_7_what_was_told_is_after_a_revocation_by_its_hours_and_by_history_where_they_are_the_same() {
    let is_after = |told_at: Option<i64>, written: i64, step: u64| {
        let mut one = told(5, Some(1), DAY, Ground::Consent(id(1)));
        one.at = hour(DAY, written);
        one.step = step;
        let mut disclosure = body::disclosure(&one).unwrap();
        disclosure.at = told_at.map(|at| hour(DAY, at));
        one.body = disclosure.to_body();
        let kind = ConsentKind::Specific;
        let back = taken_back(9, Some(14), (DAY, 15));
        let consents = said(&[given(1, None, &whole(kind)), one, back]);
        let end = consents.consents[0].revoked.clone().unwrap();
        consents.disclosures[0].is_after(&end, -360)
    };
    assert!(!is_after(None, 13, 5), "written down when it was told");
    assert!(is_after(None, 16, 5), "by somebody who did not know");
    assert!(
        !is_after(Some(13), 17, 12),
        "told before, written down afterwards"
    );
    assert!(is_after(Some(15), 17, 12));
    assert!(!is_after(Some(14), 17, 5) && is_after(Some(14), 17, 12));
}
