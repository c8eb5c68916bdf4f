use super::shared::*;
use super::*;
use crate::document::write::Write;
use crate::document::{AgencyCommand, AgencyDocument, CaseloadCommand, CaseloadDocument};
use crate::statement::{BODY_LIMIT, NewStatement, in_order};
use proptest::prelude::*;

fn new(number: u8, about: Option<u8>, body: &str) -> NewStatement {
    NewStatement::new(record(number), "concern", about.map(record), &body)
}

fn says<K: Kind>(document: &Document<K>) -> Vec<(DeviceId, String)> {
    let all = document.all_stated().into_iter();
    all.map(|one| (one.device, one.says().unwrap())).collect()
}

/// States something in a participant's record.
fn state(document: &mut ParticipantDocument, new: NewStatement, minute: i64) {
    let done = document.command(&ParticipantCommand::State(new), now(minute));
    assert!(done.unwrap().is_some());
}

#[test]
fn a_statement_reads_back_with_its_writer_and_what_it_is_about() {
    let mut document: ParticipantDocument = document(1);
    state(&mut document, new(1, None, "worried"), 3);
    state(&mut document, new(2, Some(1), "seen"), 4);
    let all = document.all_stated();
    let [first, second] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!((first.code.as_str(), first.about), ("concern", None));
    assert_eq!((first.device, first.at), (writer(2).device, now(3).at));
    assert_eq!(second.about, Some(record(1)));
    assert!(second.step > first.step);
    assert_eq!(document.stated(record(2)).as_ref(), Some(second));
    assert_eq!(first.says::<u32>(), None);
    assert!(document.milestones().is_empty() && document.conflicts().is_empty());
}

#[test]
fn documents_of_every_kind_hold_statements() {
    let mut caseload: CaseloadDocument = document(1);
    caseload
        .command(&CaseloadCommand::State(new(1, None, "held")), now(1))
        .unwrap();
    let mut agency: AgencyDocument = document(1);
    agency
        .command(&AgencyCommand::State(new(1, None, "trained")), now(1))
        .unwrap();
    let device = writer(2).device;
    assert_eq!(says(&caseload), [(device, "held".to_owned())]);
    assert_eq!(says(&agency), [(device, "trained".to_owned())]);
    assert!(caseload.conflicts().is_empty() && agency.read().programs.is_empty());
}

#[test]
fn an_empty_one_a_long_one_and_the_same_one_again_are_refused() {
    let mut document: ParticipantDocument = document(1);
    state(&mut document, new(1, None, "worried"), 1);
    let mut refused = |new: NewStatement| {
        let done = document.command(&ParticipantCommand::State(new), now(2));
        done.unwrap_err()
    };
    assert_eq!(
        refused(new(1, None, "again")),
        CommandError::AlreadyRecorded
    );
    let long = new(2, None, &"a".repeat(BODY_LIMIT));
    assert!(matches!(refused(long), CommandError::TooLong(_)));
    let nothing = NewStatement {
        body: String::new(),
        ..new(3, None, "")
    };
    assert_eq!(refused(nothing), CommandError::WordsMissing);
}

#[test]
fn what_somebody_writes_over_a_statement_changes_nothing_that_it_says() {
    let mut coach: ParticipantDocument = document(1);
    state(&mut coach, new(1, None, "worried"), 1);
    let mut other: ParticipantDocument = document(2);
    exchange(&mut coach, &mut other);
    let before = coach.all_stated();
    let object = other.object(&RecordRef::Milestone(record(1))).unwrap();
    for (field, value) in [("says", "\"fine\""), ("code", "consent"), ("about", "x")] {
        let put = Write::Put {
            object: object.clone(),
            key: field.to_owned(),
            value: FieldValue::Text(value.to_owned()),
        };
        other.commit(&[put], Touched::default(), now(2)).unwrap();
    }
    exchange(&mut coach, &mut other);
    assert_eq!(coach.all_stated(), before);
    assert_eq!(other.all_stated(), before);
}

proptest! {
    #[test]
    fn whoever_meets_whom_first_all_have_the_same_statements_in_the_same_order(
        said in prop::collection::vec((0..3_usize, any::<bool>()), 1..12),
    ) {
        let mut devices: Vec<ParticipantDocument> = (1..4).map(document).collect();
        for (number, (who, meets)) in (1_u8..).zip(&said) {
            state(&mut devices[*who], new(number, None, "x"), i64::from(number % 3));
            if *meets {
                let changes = changes(&devices[*who], &devices[(who + 1) % 3]);
                devices[(who + 1) % 3].apply_changes(&changes).unwrap();
            }
        }
        for (one, two) in [(0, 1), (1, 2), (2, 0), (0, 1)] {
            let (there, back) = (changes(&devices[one], &devices[two]), changes(&devices[two], &devices[one]));
            devices[two].apply_changes(&there).unwrap();
            devices[one].apply_changes(&back).unwrap();
        }
        let first = devices[0].all_stated();
        prop_assert_eq!(first.len(), said.len());
        prop_assert_eq!(&devices[1].all_stated(), &first);
        prop_assert_eq!(&devices[2].all_stated(), &first);
        let mut again: Vec<_> = first.iter().rev().cloned().collect();
        in_order(&mut again);
        prop_assert_eq!(again, first);
    }
}
