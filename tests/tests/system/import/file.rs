//! The list: with a byte-order mark, semicolons, CRLF, quoted line breaks, and rows that are wrong.

/// Rows below the heads.
pub const ROWS: usize = 5_000;

/// A row that cannot come in.
#[derive(Clone, Copy)]
pub struct Bad {
    /// Counted from 1, heads not counted.
    row: usize,
    text: &'static str,
    /// What the report says about it, and what it quotes.
    reason: &'static str,
    quoted: &'static str,
}

/// All of them, in order. Rows before them may have two lines.
pub const BAD: [Bad; 6] = [
    Bad {
        row: 3,
        text: ";555-0103;1990-03-03;R3;",
        reason: "There is no name",
        quoted: "",
    },
    Bad {
        row: 8,
        text: "Wren 8;555-0108;sometime in May;R8;",
        reason: "Not a date",
        quoted: "sometime in May",
    },
    Bad {
        row: 12,
        text: "Wren 12;555-0112;1990-03-12;R12;;more;cells",
        reason: "More cells than columns",
        quoted: "7",
    },
    Bad {
        row: 2_500,
        text: "Wren 2500;555-0100;2190-03-12;R2500;",
        reason: "The date of birth is in the future",
        quoted: "2190-03-12",
    },
    Bad {
        row: 4_000,
        text: "Heron 5;555-0005;1990-01-05;R5;",
        reason: "The same person is in an earlier row",
        quoted: "6",
    },
    Bad {
        row: ROWS,
        text: "Wren 5000;555-0100;1990-03-12;R5000;\"call first",
        reason: "A quote mark is never closed; rows after it may be missing",
        quoted: "Safe contact",
    },
];

impl Bad {
    /// Line, reason and text as the report shows them.
    pub fn told(&self) -> [String; 3] {
        [
            line_of(self.row).to_string(),
            self.reason.to_owned(),
            self.quoted.to_owned(),
        ]
    }
}

/// The bytes of the file.
pub fn list() -> Vec<u8> {
    let mut text =
        String::from("\u{feff}Client name;Cell phone;Date of birth;Ref;Safe contact\r\n");
    for row in 1..=ROWS {
        match BAD.iter().find(|bad| bad.row == row) {
            Some(bad) => text.push_str(bad.text),
            None if has_two_lines(row) => {
                text.push_str(&good(row, "\"Evenings only;\r\nask for \"\"Bo\"\"\""));
            }
            None => text.push_str(&good(row, "")),
        }
        text.push_str("\r\n");
    }
    // The last quote swallows all that follows.
    text.push_str(&"evenings, and only by text message\r\n".repeat(40));
    text.into_bytes()
}

fn good(row: usize, contact: &str) -> String {
    let (month, day) = (row % 12 + 1, row % 28 + 1);
    format!("Heron {row};555-{row:04};1990-{month:02}-{day:02};R{row};{contact}")
}

fn has_two_lines(row: usize) -> bool {
    row % 10 == 5 && BAD.iter().all(|bad| bad.row != row)
}

/// The line on which a row begins; the heads are line 1.
fn line_of(row: usize) -> usize {
    1 + row + (1..row).filter(|row| has_two_lines(*row)).count()
}
