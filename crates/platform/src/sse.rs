//! Counts the events of a stream of server-sent events.
//!
//! The text of an event is not looked at: a wake-up is a hint, the answer is
//! always a pull with the cursor.

/// State between two pieces of the stream.
#[derive(Debug, Default)]
pub(crate) struct EventCounter {
    line: LineSoFar,
    has_data: bool,
    after_return: bool,
}

/// What is known of the line that is being read.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum LineSoFar {
    /// Nothing yet.
    #[default]
    Empty,
    /// This many letters of the field name `data`.
    Data(u8),
    /// A whole field name `data`, or one that starts so.
    MaybeData,
    /// Another field or a comment.
    Other,
}

const NAME: [u8; 4] = *b"data";

impl EventCounter {
    /// Takes the next piece; returns how many events it completes.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> usize {
        let mut events = 0;
        for &byte in piece {
            let second_half = std::mem::take(&mut self.after_return) && byte == b'\n';
            if second_half {
                continue;
            }
            self.after_return = byte == b'\r';
            if byte == b'\n' || byte == b'\r' {
                events += usize::from(self.end_line());
            } else {
                self.line = self.line.with(byte);
            }
        }
        events
    }

    /// An empty line after data is an event.
    fn end_line(&mut self) -> bool {
        match std::mem::take(&mut self.line) {
            LineSoFar::Empty => std::mem::take(&mut self.has_data),
            LineSoFar::Data(4) | LineSoFar::MaybeData => {
                self.has_data = true;
                false
            }
            LineSoFar::Data(_) | LineSoFar::Other => false,
        }
    }
}

impl LineSoFar {
    fn with(self, byte: u8) -> Self {
        let known = match self {
            Self::Empty => 0,
            Self::Data(known) => known,
            Self::MaybeData => return Self::MaybeData,
            Self::Other => return Self::Other,
        };
        match NAME.get(usize::from(known)) {
            Some(&expected) if expected == byte => Self::Data(known + 1),
            None if byte == b':' => Self::MaybeData,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(pieces: &[&str]) -> usize {
        let mut counter = EventCounter::default();
        pieces
            .iter()
            .map(|piece| counter.feed(piece.as_bytes()))
            .sum()
    }

    #[test]
    fn each_event_with_data_counts_once() {
        assert_eq!(
            count(&["event: advanced\ndata: 7\n\nevent: advanced\ndata: 9\n\n"]),
            2
        );
        assert_eq!(count(&["data\n\n"]), 1);
    }

    #[test]
    fn comments_and_events_without_data_are_no_hints() {
        assert_eq!(count(&[": still here\n\n: still here\n\n"]), 0);
        assert_eq!(
            count(&["event: advanced\n\n", "database: 3\n\n", "dat: 3\n\n"]),
            0
        );
    }

    #[test]
    fn an_event_that_is_not_ended_does_not_count_yet() {
        assert_eq!(count(&["data: 7\n"]), 0);
    }

    #[test]
    fn all_three_line_ends_are_understood_wherever_the_stream_is_cut() {
        for text in ["data: 7\n\n", "data: 7\r\n\r\n", "data: 7\r\r"] {
            for cut in 0..text.len() {
                let (head, tail) = text.split_at(cut);
                assert_eq!(count(&[head, tail]), 1, "{text:?} cut at {cut}");
            }
        }
    }
}
