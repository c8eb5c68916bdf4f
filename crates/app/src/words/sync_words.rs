//! The quiet pill and delivery, each word backed by evidence.

use handrail_engine::api::{Delivery, ReachedBy, SyncState, SyncView};

use super::{Words, dates, dates::Moment, labels};

/// How much attention the pill asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PillTone {
    /// All is well.
    Quiet,
    /// Something waits or moves.
    Busy,
    /// A person should look.
    Attention,
}

/// The pill: "All on this phone", "3 waiting to send", "Sent 2:02 pm,
/// reached your supervisor 2:03 pm".
pub fn pill(words: &Words, moment: &Moment, view: &SyncView) -> (PillTone, String) {
    match &view.state {
        SyncState::Trouble(trouble) => {
            (PillTone::Attention, words.say(labels::trouble(*trouble).0))
        }
        SyncState::LocalOnly => (PillTone::Quiet, words.say("pill-local-only")),
        SyncState::Working if view.first_fetch.is_some() => {
            (PillTone::Busy, words.say("pill-first-fetch"))
        }
        _ if view.waiting > 0 => (
            PillTone::Busy,
            words.say_with("pill-waiting", [("count", view.waiting.into())]),
        ),
        SyncState::Working => (PillTone::Busy, words.say("pill-working")),
        _ => (PillTone::Quiet, settled(words, moment, view)),
    }
}

fn settled(words: &Words, moment: &Moment, view: &SyncView) -> String {
    let Some(sent_at) = view.last_sent_at else {
        return words.say(if matches!(view.state, SyncState::Offline { .. }) {
            "pill-offline"
        } else {
            "pill-nothing"
        });
    };
    let sent = stamp(words, moment, sent_at);
    let reached = view.last_reached_at.zip(view.last_reached_by);
    match reached.filter(|_| view.all_reached) {
        Some((reached_at, by)) => words.say_with(
            match by {
                ReachedBy::Coach => "pill-reached-coach",
                ReachedBy::Supervisor => "pill-reached-supervisor",
            },
            [
                ("sent", sent.into()),
                ("reached", stamp(words, moment, reached_at).into()),
            ],
        ),
        None => words.say_with("pill-sent", [("sent", sent.into())]),
    }
}

/// How far one record got.
pub fn delivery(words: &Words, moment: &Moment, delivery: Delivery) -> String {
    match delivery {
        Delivery::OnThisDevice => words.say("delivery-here"),
        Delivery::Received => words.say("delivery-received"),
        Delivery::Sent(at) => {
            words.say_with("delivery-sent", [("sent", stamp(words, moment, at).into())])
        }
        Delivery::Reached {
            sent_at,
            reached_at,
            by,
        } => words.say_with(
            match by {
                ReachedBy::Coach => "delivery-reached-coach",
                ReachedBy::Supervisor => "delivery-reached-supervisor",
            },
            [
                ("sent", stamp(words, moment, sent_at).into()),
                ("reached", stamp(words, moment, reached_at).into()),
            ],
        ),
    }
}

/// The time alone when it was today, else the day with it.
fn stamp(words: &Words, moment: &Moment, at: i64) -> String {
    if moment.local(at).0 == moment.today() {
        dates::time(words, moment, at)
    } else {
        dates::day_and_time(words, moment, at)
    }
}

#[cfg(test)]
mod tests {
    use handrail_engine::api::Language;

    use super::*;

    fn view() -> SyncView {
        SyncView {
            state: SyncState::Idle,
            waiting: 0,
            carried: 0,
            last_sent_at: Some(50_520_000),
            last_reached_at: Some(50_580_000),
            last_reached_by: Some(ReachedBy::Supervisor),
            all_reached: true,
            quarantined: 0,
            incomplete: Vec::new(),
            first_fetch: None,
        }
    }

    fn say(view: &SyncView) -> String {
        let moment = Moment {
            at: 60_000_000,
            offset_at: |_| 0,
        };
        pill(&Words::of(Language::English), &moment, view).1
    }

    #[test]
    fn the_pill_says_sent_and_reached_only_from_evidence() {
        assert_eq!(
            say(&view()),
            "Sent 2:02 pm, reached your supervisor 2:03 pm"
        );
        assert_eq!(
            say(&SyncView {
                last_reached_by: Some(ReachedBy::Coach),
                ..view()
            }),
            "Sent 2:02 pm, reached the coach 2:03 pm"
        );
        assert_eq!(
            say(&SyncView {
                all_reached: false,
                ..view()
            }),
            "Sent 2:02 pm"
        );
        assert_eq!(
            say(&SyncView {
                last_sent_at: None,
                ..view()
            }),
            "All on this phone"
        );
    }

    #[test]
    fn what_waits_is_counted_also_without_a_connection() {
        let offline = SyncView {
            state: SyncState::Offline { retry_at: 0 },
            waiting: 3,
            ..view()
        };
        assert_eq!(say(&offline), "3 waiting to send");
        assert_eq!(
            say(&SyncView {
                waiting: 1,
                ..offline
            }),
            "1 waiting to send"
        );
    }
}
