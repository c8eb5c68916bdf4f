//! What may stand on a card, in the language that the participant reads.

use handrail_engine::api::{
    AgendaRow, AgendaView, AgendaWhat, AroundView, PersonView, PlanEntryView, PlanFacts, PlanView,
    Standing,
};

use crate::words::{Words, appointments, dates, labels};

/// A line that may be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Names it while the page is open.
    pub id: String,
    /// Key of the heading that it stands under.
    pub under: &'static str,
    /// As it stands on the card.
    pub text: String,
}

/// Everything that may be chosen, in the order of the card.
pub fn lines(
    theirs: &Words,
    person: &PersonView,
    plan: &PlanView,
    agenda: &AgendaView,
    around: &AroundView,
) -> Vec<Line> {
    let mut found = vec![
        line("name", "card-who", person.name.clone()),
        line(
            "coach",
            "card-who",
            theirs.say_with("card-coach", [("coach", person.coach.clone().into())]),
        ),
    ];
    for row in &agenda.coming {
        if let Some(text) = appointment(theirs, row) {
            found.push(line(&row.record, "calendar-title", text));
        }
    }
    let open = |entry: &&PlanEntryView| {
        let stands = matches!(entry.standing, Standing::Open | Standing::Working);
        stands && entry.voided.is_none()
    };
    for entry in plan.goals.iter().map(|goal| &goal.goal).filter(open) {
        found.push(line(&entry.id, "card-goals", entry.words.clone()));
    }
    for entry in plan.requirements.iter().filter(open) {
        let due = match &entry.facts {
            PlanFacts::Requirement { due, .. } => *due,
            _ => None,
        };
        let text = match due {
            Some(day) => {
                let day = dates::full_date(theirs, day.as_naive());
                let with = [("what", entry.words.clone().into()), ("day", day.into())];
                theirs.say_with("card-by-day", with)
            }
            None => entry.words.clone(),
        };
        found.push(line(&entry.id, "card-required", text));
    }
    for person in around.people.iter().filter(|one| one.voided.is_none()) {
        let relation = theirs.say(labels::relation(person.relation));
        let parts = [person.name.clone(), relation, person.phone.clone()];
        let written: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        found.push(line(&person.id, "around-open", written.join(", ")));
    }
    found
}

fn appointment(theirs: &Words, row: &AgendaRow) -> Option<String> {
    let AgendaWhat::Appointment { facts, .. } = &row.what else {
        return None;
    };
    let mut parts = vec![
        theirs.say(appointments::appointment(facts.kind)),
        dates::full_date(theirs, row.slot.day.as_naive()),
    ];
    parts.extend(
        row.slot
            .time
            .map(|time| dates::time_of_rule(theirs, &time.to_string())),
    );
    parts.extend(Some(facts.place.clone()).filter(|place| !place.is_empty()));
    Some(parts.join(", "))
}

fn line(id: &str, under: &'static str, text: String) -> Line {
    Line {
        id: id.to_owned(),
        under,
        text,
    }
}
