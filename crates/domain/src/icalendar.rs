//! A file that other calendars read (RFC 5545). It says what it is given and nothing else: what may
//! leave the app is for the screen to choose.

use crate::time::{LocalDate, Timestamp};
use chrono::{DateTime, Utc};
use std::fmt::Write;

/// When something takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// From this moment on, for an hour.
    At(Timestamp),
    /// Some time on this day.
    On(LocalDate),
}

/// One appointment in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What tells it from every other, always the same for the same appointment.
    pub id: String,
    /// When.
    pub start: Start,
    /// What it is called.
    pub summary: String,
    /// Where; may be empty.
    pub place: String,
    /// It was called off: calendars that have it take it out.
    pub called_off: bool,
}

/// Bytes of a line, without its end.
const LINE: usize = 75;

/// The file. It is newer than every file with an earlier `made_at`. What goes along with what it tells
/// stands in it once, for the whole calendar; empty where it tells nothing of anybody.
pub fn file(entries: &[Entry], notice: &str, made_at: Timestamp) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Handrail//Handrail//EN");
    line(&mut out, "METHOD:PUBLISH");
    if !notice.is_empty() {
        line(&mut out, &format!("X-WR-CALDESC:{}", escaped(notice)));
    }
    let stamp = utc(made_at);
    // Grows with each file, so that what was moved is taken as moved.
    let sequence = made_at.millis().div_euclid(60_000).clamp(0, 0x7fff_ffff);
    for entry in entries {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}@handrail", escaped(&entry.id)));
        line(&mut out, &format!("DTSTAMP:{stamp}"));
        line(&mut out, &format!("SEQUENCE:{sequence}"));
        match entry.start {
            Start::At(at) => {
                line(&mut out, &format!("DTSTART:{}", utc(at)));
                line(&mut out, "DURATION:PT1H");
            }
            Start::On(day) => {
                let day = day.as_naive().format("%Y%m%d");
                line(&mut out, &format!("DTSTART;VALUE=DATE:{day}"));
            }
        }
        line(&mut out, &format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.place.is_empty() {
            line(&mut out, &format!("LOCATION:{}", escaped(&entry.place)));
        }
        let status = if entry.called_off {
            "CANCELLED"
        } else {
            "CONFIRMED"
        };
        line(&mut out, &format!("STATUS:{status}"));
        line(&mut out, "CLASS:PRIVATE");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn utc(at: Timestamp) -> String {
    let at: DateTime<Utc> =
        DateTime::from_timestamp_millis(at.within_years().millis()).unwrap_or_default();
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as values hold it; controls that no value may hold are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line of the file, folded between letters so that no piece has more than [`LINE`] bytes.
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        let _never_fails = out.write_char(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(summary: &str, start: Start) -> Entry {
        Entry {
            id: "01KQ".to_owned(),
            start,
            summary: summary.to_owned(),
            place: String::new(),
            called_off: false,
        }
    }

    /// The value of a property, unfolded, with its escapes undone.
    fn value(file: &str, name: &str) -> Option<String> {
        let whole = file.replace("\r\n ", "");
        let value = whole
            .split("\r\n")
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        let mut out = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next()? {
                    'n' => out.push('\n'),
                    other => out.push(other),
                },
                other => out.push(other),
            }
        }
        Some(out)
    }

    #[test]
    fn a_file_says_when_in_utc_and_which_it_is() {
        let at = Timestamp::from_millis(1_796_329_800_000); // 2026-12-03T20:30Z
        let mut off = entry(
            "Appointment",
            Start::On(LocalDate::new(2026, 12, 4).unwrap()),
        );
        off.called_off = true;
        "Hall A, 2; \"left\"".clone_into(&mut off.place);
        let made = Timestamp::from_millis(1_796_256_000_000); // 2026-12-03T00:00Z
        let text = file(&[entry("Appointment", Start::At(at)), off], "", made);
        let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Handrail//Handrail//EN\r\n\
            METHOD:PUBLISH\r\n\
            BEGIN:VEVENT\r\nUID:01KQ@handrail\r\nDTSTAMP:20261203T000000Z\r\nSEQUENCE:29937600\r\n\
            DTSTART:20261203T203000Z\r\nDURATION:PT1H\r\nSUMMARY:Appointment\r\n\
            STATUS:CONFIRMED\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n\
            BEGIN:VEVENT\r\nUID:01KQ@handrail\r\nDTSTAMP:20261203T000000Z\r\nSEQUENCE:29937600\r\n\
            DTSTART;VALUE=DATE:20261204\r\nSUMMARY:Appointment\r\n\
            LOCATION:Hall A\\, 2\\; \"left\"\r\n\
            STATUS:CANCELLED\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(text, expected);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_no_line_is_too_long(
            summary in any::<String>(),
            place in "[a-zñ😀,;\\\\\n]{1,200}",
        ) {
            let mut one = entry(&summary, Start::At(Timestamp::from_millis(0)));
            one.place.clone_from(&place);
            let text = file(&[one], &place, Timestamp::from_millis(0));
            prop_assert_eq!(value(&text, "X-WR-CALDESC"), Some(place.clone()));
            prop_assert!(text.ends_with("\r\n"));
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= LINE);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            prop_assert_eq!(value(&text, "LOCATION"), Some(place));
            // Nothing that somebody typed begins a line of its own.
            prop_assert_eq!(text.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
            let kept: String = summary.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ")
                .chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
            prop_assert_eq!(value(&text, "SUMMARY"), Some(kept));
        }

        #[test]
        fn any_clock_makes_a_file(at in any::<i64>(), made in any::<i64>()) {
            let one = entry("Appointment", Start::At(Timestamp::from_millis(at)));
            let text = file(&[one], "", Timestamp::from_millis(made));
            prop_assert!(text.contains("\r\nDTSTART:"));
        }
    }
}
