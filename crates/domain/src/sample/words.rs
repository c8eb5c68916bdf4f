//! Sentences for fictional notes: person first, plain, kind.

use super::dice::Dice;
use crate::quantity::Note;

const REACHED: [&str; 26] = [
    "Checked in; sounds rested and steady today.",
    "We talked about sleep and about getting out for a walk each morning.",
    "Still waiting to hear from the clinic about a date.",
    "Went over what the intake visit will ask for and which papers to bring.",
    "Has a ride to the appointment with a cousin.",
    "Feels unsure about going alone, so I offered to come along.",
    "Told me what helped last time: music, cold water, calling someone.",
    "Went to a meeting on Tuesday and liked the people there.",
    "Looking for a room; we made a list of three places to call.",
    "The landlord called back and the viewing is on Friday.",
    "Talked with the case worker together on speaker.",
    "Has naloxone at home and showed a roommate how to use it.",
    "Was proud of ten days of daily walks.",
    "A hard week: an old friend passed through town. We talked through the evening plan.",
    "Asked for more time between calls; we agreed on twice a week.",
    "Wants to see the children on Sunday and is getting ready for that.",
    "We wrote down the questions for the doctor.",
    "Applied for two jobs and has one interview.",
    "Shared a return to use on Saturday, called me the next morning, and wants to go on.",
    "We sat together until the nurse came back.",
    "Had coffee by the lake. Good talk about the sister and about trust.",
    "Bus pass is sorted out; the license takes longer.",
    "Cooked for the first time in months and sent me a picture.",
    "The hearing went well. Next date is in four weeks.",
    "We practiced what to say to the pharmacy.",
    "Asked about the group on Monday evening; may come along next time.",
];

const MISSED: [&str; 6] = [
    "Will try again this evening.",
    "Phone went straight to voicemail.",
    "Left my number with the front desk.",
    "Nobody home; left a card without details.",
    "Texted that I will call tomorrow at ten.",
    "The number rings but nobody picks up.",
];

const SPANISH: [&str; 12] = [
    "Hablamos un rato; hoy se oye más tranquilo.",
    "Sigue esperando la fecha de ingreso de la clínica.",
    "Repasamos los papeles que pide la cita.",
    "Su hermana la puede llevar el jueves.",
    "Le preocupa ir sola y le ofrecí acompañarla.",
    "Fue a la reunión del martes y le gustó la gente.",
    "Busca cuarto; hicimos una lista de tres lugares.",
    "Tiene naloxona en casa y sabe usarla.",
    "Fue una semana difícil y aun así me llamó.",
    "Quiere ver a los niños el domingo.",
    "Practicamos qué decir en la farmacia.",
    "Preguntó por el grupo de los lunes.",
];

/// A note of so many sentences; empty for none.
pub(super) fn note(sentences: i64, reached: bool, spanish: bool, dice: &mut Dice) -> Note {
    let from: &[&str] = match (reached, spanish) {
        (true, true) => &SPANISH,
        (true, false) => &REACHED,
        (false, _) => &MISSED,
    };
    let mut words = Vec::new();
    for _ in 0..sentences {
        if let Some(sentence) = dice.one_of(from)
            && words.last() != Some(sentence)
        {
            words.push(*sentence);
        }
    }
    Note::new(words.join(" ")).unwrap_or_default()
}

/// A note of 200 to 600 characters.
pub(super) fn long_note(dice: &mut Dice) -> Note {
    let wanted = usize::try_from(dice.between(200, 520)).unwrap_or(200);
    let mut text = String::new();
    while text.chars().count() < wanted {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(dice.one_of(&REACHED).copied().unwrap_or_default());
    }
    Note::new(text.chars().take(600).collect::<String>()).unwrap_or_default()
}
