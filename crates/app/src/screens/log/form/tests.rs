use handrail_engine::api::Delivery;

use super::*;

fn moment() -> Moment {
    Moment {
        at: 1_795_304_280_000,
        offset_at: |_| -360,
    }
}

#[test]
fn the_minutes_follow_how_and_outcome_until_set_by_hand() {
    let mut form = LogForm::default();
    form.set_kind(EncounterKind::Bedside);
    assert_eq!(form.minutes, 30);
    form.set_outcome(Outcome::NoAnswer);
    assert_eq!(form.minutes, 5);
    form.set_minutes(7);
    form.set_kind(EncounterKind::Group);
    assert_eq!(form.minutes, 7);
}

#[test]
fn a_draft_comes_back_as_it_was() {
    let mut form = LogForm {
        note: "half a \"word\"\n".to_owned(),
        ..LogForm::default()
    };
    form.set_activity(Activity::Housing, true);
    form.set_activity(Activity::CheckIn, true);
    form.set_activity(Activity::Housing, false);
    let kept: LogForm = serde_json::from_str(&serde_json::to_string(&form).unwrap()).unwrap();
    assert_eq!(kept, form);
    assert_eq!(kept.activities, [Activity::CheckIn]);
}

#[test]
fn s0_6_a_contact_of_last_night_that_is_saved_in_the_morning_is_one_of_last_night() {
    let morning = moment();
    let left = |minutes: i64, earlier: Option<(String, String)>| {
        let mut form = LogForm {
            earlier,
            begun: Some(morning.at - minutes * 60_000),
            ..LogForm::default()
        };
        form.keep_its_time(&morning);
        form
    };
    let kept = left(10 * 60, None);
    assert_eq!(
        kept.earlier,
        Some(("2026-11-21".to_owned(), "07:38".to_owned()))
    );
    let at = kept.input(&morning).map(|input| input.at);
    assert_eq!(at, Ok(Some(morning.at - 10 * 3_600_000)));
    // A sheet that was put down for a moment, or says its time itself, stays as it is.
    assert_eq!(left(10, None).earlier, None);
    let said = Some(("2026-11-20".to_owned(), "21:00".to_owned()));
    assert_eq!(left(600, said.clone()).earlier, said);
    // One of an earlier version does not know.
    let mut old = LogForm::default();
    old.keep_its_time(&morning);
    assert_eq!(old, LogForm::default());
}

#[test]
fn miles_are_read_in_tenths_and_nonsense_is_refused() {
    let miles = |text: &str| {
        LogForm {
            miles: text.to_owned(),
            ..LogForm::default()
        }
        .input(&moment())
        .map(|input| input.miles_tenths)
    };
    assert_eq!(miles(""), Ok(0));
    assert_eq!(miles("12"), Ok(120));
    assert_eq!(miles("12,5"), Ok(125));
    assert_eq!(miles(".5"), Ok(5));
    assert!(miles("far").is_err());
    assert!(miles("1.x").is_err());
    assert!(miles("1000").is_err());
}

#[test]
fn a_time_ahead_is_refused_and_an_earlier_one_is_taken() {
    let at = |day: &str, time: &str| {
        LogForm {
            earlier: Some((day.to_owned(), time.to_owned())),
            ..LogForm::default()
        }
        .input(&moment())
        .map(|input| input.at)
    };
    assert_eq!(at("2026-11-21", "17:38"), Ok(Some(1_795_304_280_000)));
    assert!(at("2026-11-22", "17:38").is_err());
    assert!(at("", "17:38").is_err());
}

#[test]
fn s3_22_what_came_between_is_logged_only_while_nobody_was_reached() {
    let mut form = LogForm::default();
    form.set_outcome(Outcome::NotThere);
    form.set_circumstance(Circumstance::MissedTransport, true);
    form.set_circumstance(Circumstance::AboutProbation, true);
    let logged = |form: &LogForm| form.input(&moment()).unwrap().circumstances;
    let both = [Circumstance::AboutProbation, Circumstance::MissedTransport];
    assert_eq!(logged(&form), both);
    form.set_outcome(Outcome::Reached);
    assert_eq!(logged(&form), [Circumstance::AboutProbation]);
    // A slip of the finger loses nothing.
    form.set_outcome(Outcome::NotThere);
    assert_eq!(logged(&form), both);
    form.set_circumstance(Circumstance::MissedTransport, false);
    assert_eq!(logged(&form), [Circumstance::AboutProbation]);
}

#[test]
fn s1_13_a_contact_has_one_intercept() {
    let mut form = LogForm::default();
    form.set_circumstance(Circumstance::Intercept3, true);
    form.set_circumstance(Circumstance::Intercept4, true);
    assert_eq!(form.circumstances, [Circumstance::Intercept4]);
}

#[test]
fn an_edit_writes_only_what_differs() {
    let view = EncounterView {
        id: String::new(),
        participant: String::new(),
        kind: EncounterKind::Phone,
        outcome: Outcome::Reached,
        at: 1_795_304_285_123,
        local_date: "2026-11-21".to_owned(),
        minutes: 15,
        activities: vec![Activity::CheckIn],
        circumstances: Vec::new(),
        naloxone_kits: 0,
        miles_tenths: 0,
        note: "before".to_owned(),
        author: String::new(),
        own: true,
        created_at: 0,
        edited: false,
        voided: None,
        late: None,
        delivery: Delivery::OnThisDevice,
    };
    let later = Moment {
        at: view.at + 60_000,
        ..moment()
    };
    let mut form = LogForm::of(&view, &later);
    assert_eq!(form.patch(&view, &later), Ok(EncounterPatch::default()));
    form.note = "after".to_owned();
    assert_eq!(
        form.patch(&view, &later),
        Ok(EncounterPatch {
            note: Some("after".to_owned()),
            ..EncounterPatch::default()
        })
    );
}
