//! Issue 4.6: the card that a participant carries is read with the camera or pasted, and opened.

use handrail_app::engine_link::Seen;
use handrail_engine::api::{CardCommand, CoachingCommand, Command, EngineError, Language};

use crate::live::{Live, orders, refuse};
use crate::sample::cards;
use crate::shown;
use crate::stage::{BLIND, cameras_on, canned, look_at, open};

const PATH: &str = "/more/card";
const CARD: &str = "HANDRAIL:AEBAGBAFAYDQQCIK";
const ANOTHER: &str = "HANDRAIL:AEMRCAIJBIFQ";
const WORD: &str = "blue kitchen door";

/// The page while the camera sees this.
fn looking(seen: Vec<Seen>) -> Live {
    look_at(seen);
    let mut page = Live::open(PATH, canned());
    page.tap("card-camera");
    page
}

fn sees(texts: &[&str]) -> Vec<Seen> {
    let each = texts.iter().map(|text| Seen::Code((*text).to_owned()));
    [Seen::Runs].into_iter().chain(each).collect()
}

/// Texts and words by which cards were opened.
fn opened() -> Vec<(String, String)> {
    let all = orders().into_iter();
    all.filter_map(|command| match command {
        Command::Coaching(CoachingCommand::Card(CardCommand::Open { text, word })) => {
            Some((text, word))
        }
        _ => None,
    })
    .collect()
}

fn one(text: &str, word: &str) -> Vec<(String, String)> {
    vec![(text.to_owned(), word.to_owned())]
}

#[test]
fn the_camera_fills_in_a_card_so_that_only_the_word_is_left() {
    let mut page = looking(sees(&["https://relay.example.org/join#1-abc", CARD]));
    assert_eq!(cameras_on(), 0, "the camera is off");
    let html = page.html();
    assert!(html.contains(CARD) && !html.contains("data-testid=\"look\""));
    assert!(shown(
        &html,
        "The card is read. Only their word is missing."
    ));
    page.put("card-open-word", "input", WORD);
    refuse(Some(EngineError::WrongPassphrase { retry_after_ms: 0 }));
    page.submit("card-open-go");
    assert!(shown(&page.html(), "That is not the word of this card"));
    refuse(None);
    assert_eq!(opened(), one(CARD, WORD));
    page.submit("card-open-go");
    assert_eq!(opened(), one(CARD, WORD), "it is still there");
    assert!(shown(&page.html(), cards::LINE));
}

#[test]
fn nothing_of_one_card_stays_when_another_is_read_or_it_is_closed() {
    let mut page = looking(sees(&[CARD]));
    page.put("card-open-word", "input", WORD);
    page.submit("card-open-go");
    assert_eq!(opened(), one(CARD, WORD));
    look_at(sees(&[ANOTHER]));
    page.tap("card-camera");
    assert!(page.html().contains(ANOTHER) && !page.html().contains(CARD));
    assert!(!shown(&page.html(), cards::LINE));
    page.submit("card-open-go");
    assert_eq!(opened(), one(ANOTHER, ""));
    page.tap("card-close");
    assert!(!page.html().contains(ANOTHER) && !shown(&page.html(), cards::LINE));
    page.submit("card-open-go");
    assert_eq!(opened(), one("", ""));
}

#[test]
fn a_code_that_is_no_card_is_said_and_looked_past_until_somebody_stops() {
    let page = looking(sees(&["HP1:ABCDEFGH:1/3:AEBAG"]));
    assert!(shown(&page.html(), "That is not the code of a card."));
    assert_eq!(cameras_on(), 1, "it goes on looking");
    assert!(page.html().contains("data-testid=\"card-paste\""));
    page.looks_until_stopped("card-camera");
}

#[test]
fn why_the_camera_sees_no_card_is_said_in_words_and_pasting_stays() {
    let paste = "You can also paste the text of the card.";
    for (seen, text, again) in BLIND {
        let lasts = seen != Seen::Ended;
        let mut page = looking(vec![seen]);
        assert!(shown(&page.html(), text), "{text}");
        assert_eq!(shown(&page.html(), paste), lasts, "{text}");
        assert_eq!(page.html().contains("look-again"), again, "{text}");
        assert_eq!(cameras_on(), 0);
        page.put("card-paste", "input", CARD);
        page.put("card-open-word", "input", WORD);
        page.submit("card-open-go");
        assert_eq!(opened(), one(CARD, WORD), "{text}");
    }
    let mut page = looking(vec![Seen::Broken]);
    look_at(sees(&[CARD]));
    page.tap("look-again");
    assert!(page.html().contains(CARD));
}

#[test]
fn without_a_camera_a_card_is_pasted_and_no_button_is_there() {
    let mut page = Live::open_on_desk(PATH, canned());
    assert!(!page.html().contains("data-testid=\"card-camera\""));
    assert!(shown(
        &page.html(),
        "copy what it shows, and paste it here."
    ));
    page.put("card-paste", "input", CARD);
    page.put("card-open-word", "input", WORD);
    page.submit("card-open-go");
    assert_eq!(opened(), one(CARD, WORD));
    let spanish = open(PATH, Language::Spanish);
    for text in [
        "Leerla con la cámara",
        "La cámara lo llena. También puede pegarlo.",
    ] {
        assert!(shown(&spanish, text), "{text}");
    }
}
