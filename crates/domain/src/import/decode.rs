//! From bytes to text, whatever program wrote them.

use super::{IMPORT_MAX_BYTES, ImportError};
use serde::{Deserialize, Serialize};

/// How the text of a file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first ("Unicode text" of spreadsheets on Windows).
    Utf16LittleEndian,
    /// UTF-16, high byte first.
    Utf16BigEndian,
    /// Windows-1252, the usual one of older spreadsheets in Western languages.
    Windows1252,
}

/// The file as text, without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, TextEncoding), ImportError> {
    if bytes.len() > IMPORT_MAX_BYTES {
        return Err(ImportError::TooLarge {
            limit: IMPORT_MAX_BYTES,
            found: bytes.len(),
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(ImportError::Spreadsheet);
    }
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest)?, TextEncoding::Utf8),
        [0xFF, 0xFE, rest @ ..] => (
            utf16(rest, u16::from_le_bytes)?,
            TextEncoding::Utf16LittleEndian,
        ),
        [0xFE, 0xFF, rest @ ..] => (
            utf16(rest, u16::from_be_bytes)?,
            TextEncoding::Utf16BigEndian,
        ),
        _ => without_mark(bytes)?,
    };
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let is_binary =
        |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\x1a');
    if text.contains(is_binary) {
        return Err(ImportError::NotText);
    }
    Ok((text, encoding))
}

fn without_mark(bytes: &[u8]) -> Result<(String, TextEncoding), ImportError> {
    if bytes.contains(&0) {
        // Western text in UTF-16 has a zero in nearly every second place.
        let zeros = |offset: usize| {
            bytes
                .iter()
                .skip(offset)
                .step_by(2)
                .filter(|byte| **byte == 0)
                .count()
        };
        let quarter = bytes.len() / 4;
        return match (zeros(0), zeros(1)) {
            (high, low) if low > quarter && low > high => Ok((
                utf16(bytes, u16::from_le_bytes)?,
                TextEncoding::Utf16LittleEndian,
            )),
            (high, _) if high > quarter => Ok((
                utf16(bytes, u16::from_be_bytes)?,
                TextEncoding::Utf16BigEndian,
            )),
            _ => Err(ImportError::NotText),
        };
    }
    match utf8(bytes) {
        Ok(text) => Ok((text, TextEncoding::Utf8)),
        Err(_) => Ok((
            bytes.iter().copied().map(windows_1252).collect(),
            TextEncoding::Windows1252,
        )),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, ImportError> {
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| ImportError::NotText)
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportError::NotText);
    }
    let units = pairs.iter().map(|pair| read(*pair));
    char::decode_utf16(units)
        .collect::<Result<_, _>>()
        .map_err(|_| ImportError::NotText)
}

fn windows_1252(byte: u8) -> char {
    /// 0x80 to 0x9F; the five unused places keep their number.
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let high = usize::from(byte)
        .checked_sub(0x80)
        .and_then(|place| HIGH.get(place));
    high.copied().unwrap_or(char::from(byte))
}
