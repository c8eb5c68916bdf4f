mod builtin;
mod curve;
mod recount;
mod staff;
mod words;

use super::*;
use crate::duty::DutyFacts;
use crate::id::ParticipantId;
use crate::time::LocalDate;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn year(number: i32) -> Period {
    Period::parse(&number.to_string()).unwrap()
}

fn person(number: u8, program: &str) -> PersonFacts {
    PersonFacts {
        id: ParticipantId::from_bytes([number; 16]),
        tags: Tags {
            program: program.to_owned(),
            ..Tags::default()
        },
        duty: DutyFacts::default(),
        events: Vec::new(),
        contacts: Vec::new(),
    }
}

fn of_people(people: Vec<PersonFacts>) -> Facts {
    Facts {
        people: Some(people),
        ..Facts::default()
    }
}

fn tally(measure: Builtin, facts: &Facts, period: &str, today: &str) -> Tally {
    let period = Period::parse(period).unwrap();
    Tally::of(&cases(measure, facts, period, day(today)).unwrap())
}
