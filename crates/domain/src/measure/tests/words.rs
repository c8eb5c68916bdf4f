use super::*;
use crate::id::{DeviceId, RecordId};
use crate::statement::{NewStatement, Statement};
use crate::time::Timestamp;
use proptest::prelude::*;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn said(number: u8, step: u64, over: &[u8], word: MeasureWord) -> Said {
    Said {
        id: id(number),
        measure: "m".to_owned(),
        over: over.iter().map(|one| id(*one)).collect(),
        on: day("2024-12-31"),
        by: DeviceId::from_bytes([1; 16]),
        step,
        word,
    }
}

fn story(block: Block, period: Option<&str>, words: &str) -> MeasureWord {
    MeasureWord::Story(StoryWord {
        block,
        period: period.map(|period| Period::parse(period).unwrap()),
        words: words.to_owned(),
    })
}

fn definition(words: &str) -> MeasureWord {
    MeasureWord::Defined(Definition {
        name: "New recovery coaches trained".to_owned(),
        words: words.to_owned(),
        question: Question::HowMuch,
        level: Level::Performance,
        unit: Unit::Number,
        grain: Grain::Year,
        target: None,
        retired: false,
    })
}

fn words(card: &Card, block: Block) -> Vec<&str> {
    card.stories(block)
        .iter()
        .map(|(_, word)| word.words.as_str())
        .collect()
}

#[test]
fn s3_24_there_are_five_blocks_in_their_order() {
    let codes: Vec<_> = Block::ALL.iter().map(|block| block.code()).collect();
    assert_eq!(codes, ["definition", "story", "partners", "works", "plan"]);
}

#[test]
fn s3_2_s3_5_a_later_word_stands_over_what_its_writer_saw_and_stories_keep_their_periods() {
    let all = [
        said(1, 1, &[], definition("")),
        said(
            2,
            2,
            &[],
            story(Block::Story, Some("2023"), "A pool of volunteers."),
        ),
        said(
            3,
            3,
            &[],
            story(Block::Story, Some("2024"), "Fewer came forward."),
        ),
        said(
            4,
            4,
            &[2],
            story(
                Block::Story,
                Some("2023"),
                "A steady pool of trained volunteers.",
            ),
        ),
        said(5, 5, &[1], definition("People who completed the academy.")),
        // A word of another block stands over nothing of this one.
        said(6, 6, &[3], story(Block::Plan, None, "Pay stipends.")),
    ];
    let card = &cards(&all)[0];
    assert_eq!(card.version, 2);
    assert_eq!(
        card.definition().unwrap().words,
        "People who completed the academy."
    );
    assert_eq!(
        words(card, Block::Story),
        [
            "A steady pool of trained volunteers.",
            "Fewer came forward."
        ]
    );
    assert_eq!(words(card, Block::Plan), ["Pay stipends."]);
    // Two who wrote at once are both shown; taken back is gone.
    let mut all = all.to_vec();
    all.push(said(
        7,
        4,
        &[2],
        story(Block::Story, Some("2023"), "Another view."),
    ));
    assert_eq!(words(&cards(&all)[0], Block::Story).len(), 3);
    all.push(said(8, 9, &[4, 7], story(Block::Story, Some("2023"), "")));
    assert_eq!(
        words(&cards(&all)[0], Block::Story),
        ["Fewer came forward."]
    );
}

#[test]
fn s3_8_s3_9_partners_stand_one_on_each_line_with_what_they_do() {
    let lines = "EMS: calls the team\nCounty Government\n\nOMDT\nArea L AHEC: trains\nSubstance Prevention Coalition: funds\nRC3\nRecovery Coaches\nRC3";
    let card = &cards(&[said(1, 1, &[], story(Block::Partners, None, lines))])[0];
    let partners = card.partners();
    assert_eq!(partners.len(), 7);
    assert_eq!(partners[0], ("EMS".to_owned(), "calls the team".to_owned()));
    assert_eq!(partners[6].1, "");
}

#[test]
fn s3_3_a_given_nought_is_a_value_and_two_at_once_are_both_shown() {
    let given = |value| MeasureWord::Given {
        period: year(2022),
        value,
    };
    let all = [
        said(1, 1, &[], given(Value::Number(0))),
        said(2, 1, &[], given(Value::Number(3))),
        said(
            3,
            2,
            &[],
            MeasureWord::Given {
                period: year(2021),
                value: Value::Missing,
            },
        ),
    ];
    let card = &cards(&all)[0];
    let values: Vec<_> = card
        .given(year(2022))
        .into_iter()
        .map(|(_, value)| value)
        .collect();
    assert_eq!(values, [Value::Number(0), Value::Number(3)]);
    assert_eq!(
        card.given_periods().into_iter().collect::<Vec<_>>(),
        [year(2022)]
    );
}

#[test]
fn words_survive_their_statement_and_those_of_later_versions_are_passed_over() {
    let told = MeasureWord::Told(Told {
        version: 1,
        as_of: day("2024-12-31"),
        points: vec![ToldPoint {
            period: year(2024),
            slice: Some(Slice {
                by: Dimension::Funder,
                name: "County".to_owned(),
            }),
            value: Value::Hidden { of: Some(40) },
        }],
    });
    let statement = |body: String| Statement {
        id: id(9),
        code: "measure".to_owned(),
        about: None,
        device: DeviceId::from_bytes([1; 16]),
        at: Timestamp::from_millis(1_735_603_200_000),
        step: 4,
        body,
    };
    for word in [
        told,
        definition("x"),
        story(Block::Works, None, "y"),
        MeasureWord::Given {
            period: year(2020),
            value: Value::Number(5),
        },
    ] {
        let body = MeasureBody {
            measure: "m".to_owned(),
            over: vec![id(3)],
            word,
        };
        let new = NewStatement::new(id(9), "measure", None, &body);
        let read = Said::of(&statement(new.body.clone()), 0).unwrap();
        let bytes = postcard::to_allocvec(&read).unwrap();
        assert_eq!(postcard::from_bytes::<Said>(&bytes).unwrap(), read);
        assert_eq!(
            (read.word, read.over, read.on),
            (body.word, body.over, day("2024-12-31"))
        );
        let _ = new;
    }
    let later = r#"{"measure":"m","word":{"sung":[1,2]}}"#;
    let read = Said::of(&statement(later.to_owned()), 0).unwrap();
    assert_eq!(read.word, MeasureWord::Unknown);
    assert!(cards(&[read]).is_empty());
    assert_eq!(Said::of(&statement("{}".to_owned()), 0), None);
    let long = MeasureBody {
        measure: "m".to_owned(),
        over: Vec::new(),
        word: story(Block::Plan, None, &"x".repeat(9_000)),
    };
    assert_eq!(
        Said::of(&statement(serde_json::to_string(&long).unwrap()), 0),
        None
    );
}

#[test]
fn s3_20_what_is_told_hides_small_numbers_and_shares_whose_rest_is_small() {
    let tally = |yes, no, not_said| Tally {
        yes,
        no,
        not_said,
        ..Tally::default()
    };
    let share = |yes, no, not_said| told_value(&tally(yes, no, not_said), Unit::Share);
    assert_eq!(
        share(90, 20, 0),
        Value::Share {
            yes: 90,
            of: 110,
            not_said: 0
        }
    );
    assert_eq!(share(95, 5, 0), Value::Hidden { of: Some(100) });
    assert_eq!(share(4, 3, 0), Value::Hidden { of: None });
    assert_eq!(
        share(0, 0, 0),
        Value::Share {
            yes: 0,
            of: 0,
            not_said: 0
        }
    );
    assert_eq!(
        told_value(&tally(5, 0, 0), Unit::Number),
        Value::Hidden { of: None }
    );
    assert_eq!(told_value(&tally(0, 0, 0), Unit::Number), Value::Number(0));
    let timed = |amounts, all| Tally {
        yes: all,
        middle: Some(30),
        amounts,
        ..Tally::default()
    };
    assert_eq!(
        told_value(&timed(10, 50), Unit::Minutes),
        Value::Hidden { of: None }
    );
    assert_eq!(
        told_value(&timed(40, 43), Unit::Minutes),
        Value::Middle {
            amount: Some(30),
            known: 40,
            of: None
        }
    );
}

#[test]
fn s3_20_days_of_few_people_are_not_told_however_many_days_they_are() {
    let days = |people: u8, program: &str| -> Vec<Case> {
        let of = |person: u8, on: u32| Case {
            on: LocalDate::new(2024, 5, on).unwrap(),
            subject: Subject::Participant(ParticipantId::from_bytes([person; 16])),
            found: if on < 20 { Found::Yes } else { Found::No },
            amount: None,
            tags: Tags {
                program: program.to_owned(),
                ..Tags::default()
            },
        };
        let each = 0..people;
        each.flat_map(|person| (1..=31).map(move |on| of(person, on)))
            .collect()
    };
    for few in [1, 10] {
        let hidden = Value::Hidden { of: None };
        assert_eq!(told_cases(&days(few, "A"), Unit::Share), hidden, "{few}");
    }
    let told = told_cases(&days(11, "A"), Unit::Share);
    assert!(matches!(told, Value::Share { of: 341, .. }), "{told:?}");
    // One person in a program of their own is not told apart.
    let period = Period::parse("2024-05").unwrap();
    let parts = |other: u8| {
        let mut all = days(30, "A");
        all.extend(days(other, "B"));
        told_parts(&all, Dimension::Program, Unit::Share, period).len()
    };
    assert_eq!((parts(1), parts(10), parts(11)), (0, 0, 2));
}

#[test]
fn s0_9_s0_24_parts_by_partner_put_nobody_into_two_and_add_up() {
    let case = |number: u8, partners: &[&str], found| Case {
        on: day("2024-05-01"),
        subject: Subject::Participant(ParticipantId::from_bytes([number; 16])),
        found,
        amount: None,
        tags: Tags {
            partners: partners.iter().map(|&one| one.to_owned()).collect(),
            ..Tags::default()
        },
    };
    let mut all = Vec::new();
    for number in 0..20 {
        all.push(case(number, &["Voices", "Health"], Found::Yes));
        all.push(case(number, &["Voices"], Found::No));
        all.push(case(
            number,
            &[],
            if number < 15 { Found::Yes } else { Found::No },
        ));
    }
    let period = Period::parse("2024-05").unwrap();
    let told = told_parts(&all, Dimension::Partner, Unit::Share, period);
    let names: Vec<_> = told
        .iter()
        .map(|point| point.slice.as_ref().unwrap().name.as_str())
        .collect();
    assert_eq!(names, ["", "Health + Voices", "Voices"]);
    // 15 of 20 tells of five, and so would any two of the three rows.
    assert_eq!(told[0].value, Value::Hidden { of: Some(20) });
    let hidden = told
        .iter()
        .filter(|point| matches!(point.value, Value::Hidden { .. }))
        .count();
    assert!(hidden >= 2, "{told:?}");
}

#[test]
fn s3_20_the_table_for_a_spreadsheet_says_why_a_figure_is_not_there_and_lets_nothing_become_a_formula()
 {
    let line = |value| Line {
        measure: "=cmd()".to_owned(),
        version: 2,
        definition: "of \"all\"".to_owned(),
        slice: None,
        period: year(2024),
        as_of: day("2024-12-31"),
        value,
    };
    let lines = [
        line(Value::Number(0)),
        line(Value::Hidden { of: Some(40) }),
        line(Value::Missing),
    ];
    let text = csv(&lines);
    let rows: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        rows[1],
        "\"'=cmd()\",\"2\",\"of \"\"all\"\"\",\"\",\"\",\"2024\",\"2024-12-31\",\"told\",\"0\",\"\",\"\",\"\""
    );
    assert!(rows[2].ends_with("\"small\",\"\",\"40\",\"\",\"\""));
    assert!(rows[3].ends_with("\"missing\",\"\",\"\",\"\",\"\""));
    assert!(json(&lines).unwrap().contains("\"period\": \"2024\""));
}

proptest! {
    #[test]
    fn any_order_of_the_words_gives_the_same_card(
        words in prop::collection::vec((0_u64..6, prop::collection::vec(0_u8..12, 0..3), 0_u8..4), 1..12),
        turn in any::<prop::sample::Index>(),
    ) {
        let all: Vec<Said> = words.iter().zip(0_u8..).map(|((step, over, kind), number)| {
            let word = match kind {
                0 => definition("d"),
                1 => story(Block::Story, Some("2024"), &number.to_string()),
                2 => story(Block::Plan, None, &number.to_string()),
                _ => MeasureWord::Given { period: year(2024), value: Value::Number(u32::from(number)) },
            };
            said(number, *step, over, word)
        }).collect();
        let mut turned = all.clone();
        turned.rotate_left(turn.index(all.len()));
        turned.reverse();
        turned.push(all[0].clone());
        let found = cards(&all);
        prop_assert_eq!(&found, &cards(&turned));
        // What nobody wrote over stands.
        for one in &all {
            let covered = all.iter().any(|other| other.step > one.step && other.over.contains(&one.id));
            if !covered {
                prop_assert!(found[0].standing.contains(one));
            }
        }
    }
}
