//! Fictional people. Every last name is a plant, a bird or a stone, and every phone number lies in
//! the range that is kept for stories (555-0100 to 555-0199).

use super::dice::Dice;
use crate::details::{ParticipantDetails, SafeContact};
use crate::time::{LocalDate, TimeOfDay};

pub(super) const PROGRAMS: [&str; 3] = [
    "Hospital response",
    "Pregnancy and parenting",
    "Coming home",
];

const FIRST: [&str; 40] = [
    "Marisol", "Theo", "José", "Amina", "Walter", "Inés", "Tasha", "Björn", "Lupe", "Darnell",
    "Renée", "Kai", "Xiomara", "Otis", "Mei", "Raúl", "Joanne", "Zoë", "Emeka", "Sigrid", "Iván",
    "Pauline", "Tomás", "Leilani", "Grant", "Yesenia", "Noor", "Vernon", "Chloé", "Mateo", "Rita",
    "Anselm", "Belén", "Duane", "Freya", "Íñigo", "Hollis", "Nayeli", "Percy", "Soledad",
];

/// What some of them like to be called.
const NICKNAMES: [(&str, &str); 14] = [
    ("Marisol", "Mari"),
    ("Theo", "Teddy"),
    ("Walter", "Walt"),
    ("Tasha", "Tash"),
    ("Björn", "Bear"),
    ("Lupe", "Lupita"),
    ("Joanne", "Jo"),
    ("Pauline", "Polly"),
    ("Leilani", "Lani"),
    ("Mateo", "Teo"),
    ("Belén", "Bel"),
    ("Freya", "Frey"),
    ("Nayeli", "Yeli"),
    ("Soledad", "Sole"),
];

const LAST: [&str; 40] = [
    "Juniper",
    "Sparrow",
    "Álamo",
    "Quartz",
    "Larkspur",
    "Olmo",
    "Basalt",
    "Björk",
    "Jacaranda",
    "Heron",
    "Bruyère",
    "Tamarack",
    "Ceiba",
    "Flint",
    "Plum",
    "Roble",
    "Sedge",
    "Finch",
    "Iroko",
    "Rowan",
    "Encina",
    "Thrush",
    "Peñasco",
    "Koa",
    "Granite",
    "Saúco",
    "Saffron",
    "Plover",
    "Églantine",
    "Ébano",
    "Willow",
    "Larch",
    "Zarzamora",
    "Slate",
    "Aspen",
    "Ñandú",
    "Fern",
    "Nopal",
    "Wren",
    "Golondrina",
];

const RULES: [&str; 5] = [
    "Text first, then call.",
    "Ask for them by first name only. Say it is about the car.",
    "No calls while at work, 7 am to 3 pm.",
    "Their sister may pick up; say nothing to her.",
    "Call the house phone only if the cell is off.",
];

const TAGS: [&str; 7] = [
    "needs a ride",
    "housing",
    "parenting",
    "night shift",
    "court",
    "new phone",
    "works weekends",
];

/// The details of the participant with this number.
pub(super) fn details(
    number: usize,
    program: &str,
    phase: &str,
    born_about: i32,
    dice: &mut Dice,
) -> ParticipantDetails {
    let name = |from: &[&str]| {
        from.get(number % from.len().max(1))
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    let first = name(&FIRST);
    let spanish = speaks_spanish(number);
    let day =
        LocalDate::new(born_about, 1, 1).map(|first_day| first_day.plus_days(dice.between(0, 364)));
    let mut details = ParticipantDetails {
        name: format!("{first} {}", name(&LAST)),
        phone: Some(format!("202-555-{:04}", 100 + number % 100)),
        birth_date: day,
        program: Some(program.to_owned()),
        phase: Some(phase.to_owned()),
        language: Some(if spanish { "Español" } else { "English" }.to_owned()),
        ..ParticipantDetails::default()
    };
    if dice.percent(35) {
        details.preferred_name = NICKNAMES
            .iter()
            .find(|(called, _)| *called == first)
            .map(|(_, short)| (*short).to_owned());
    }
    if dice.percent(60) {
        details.pronouns = dice
            .one_of(&["she/her", "he/him", "they/them"])
            .map(|words| (*words).to_owned());
    }
    details.safe_contact = SafeContact {
        rule: Some(dice.percent(40))
            .filter(|has| *has)
            .and_then(|_| dice.one_of(&RULES))
            .map(|rule| (*rule).to_owned()),
        no_voicemail: dice.percent(30),
        not_after: if dice.percent(30) {
            TimeOfDay::from_minutes(18 * 60)
        } else {
            None
        },
    };
    for tag in TAGS {
        if dice.percent(18) {
            details.tags.insert(tag.to_owned());
        }
    }
    details
}

/// About one in five; their notes are in Spanish.
pub(super) const fn speaks_spanish(number: usize) -> bool {
    matches!(number, 2 | 5 | 12 | 20 | 22 | 32 | 37 | 39)
}
