//! Cells other than dates: phone numbers, yes and no, and the key that recognises a row again.

use crate::details::ParticipantDetails;
use crate::milestone::IntakeStatus;
use crate::record::ImportKey;

/// A phone number in one form: `608-555-0142`, `+52 55 5555 0142` as digits after the plus, with ` ext. 7`.
/// `Err` holds what is left when it is no number that can be dialed.
pub(super) fn phone(text: &str) -> Result<String, PhoneUnclear> {
    let lower = text.to_lowercase();
    if lower.contains("e+") {
        // 6.08555E+09: the spreadsheet has already thrown digits away.
        return Err(PhoneUnclear::DigitsLost);
    }
    let (main, extension) = match lower.find(['x', 'e']) {
        Some(place) => (
            lower.get(..place).unwrap_or_default(),
            lower.get(place..).unwrap_or_default(),
        ),
        None => (lower.as_str(), ""),
    };
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let (number, extension) = (digits(main), digits(extension));
    let international = main.trim_start().starts_with('+') && !number.starts_with('1');
    let national = number
        .strip_prefix('1')
        .filter(|rest| rest.len() == 10)
        .unwrap_or(&number);
    let parts = |cuts: &[usize]| {
        let mut rest = national;
        let mut parts = Vec::new();
        for cut in cuts {
            let (part, after) = rest.split_at_checked(*cut).unwrap_or((rest, ""));
            parts.push(part);
            rest = after;
        }
        parts.push(rest);
        parts.join("-")
    };
    let mut written = match national.len() {
        8..=15 if international => format!("+{number}"),
        10 => parts(&[3, 3]),
        7 => parts(&[3]),
        _ => return Err(PhoneUnclear::NotANumber),
    };
    if !extension.is_empty() {
        written.push_str(" ext. ");
        written.push_str(&extension);
    }
    Ok(written)
}

/// Why a phone number was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PhoneUnclear {
    /// Too few or too many digits.
    NotANumber,
    /// A spreadsheet turned it into a rounded number.
    DigitsLost,
}

/// Yes or no, in English and Spanish; blank is no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "si" | "s" | "verdadero" => Some(true),
        "" | "no" | "n" | "false" | "0" | "falso" => Some(false),
        _ => None,
    }
}

/// How firm an intake is, in English and Spanish.
pub(super) fn intake_status(text: &str) -> Option<IntakeStatus> {
    match fold(text).as_str() {
        "asked" | "askedfor" | "requested" | "pending" | "solicitado" | "pedido" | "pendiente" => {
            Some(IntakeStatus::Asked)
        }
        "tentative" | "tentativo" | "tentativa" | "provisional" => Some(IntakeStatus::Tentative),
        "confirmed" | "confirmado" | "confirmada" | "scheduled" => Some(IntakeStatus::Confirmed),
        _ => None,
    }
}

/// The key by which a row is recognised when it comes again: the id of the other system where
/// there is one, else name, date of birth and phone, without regard to case, accents and spaces.
pub(super) fn import_key(external_id: Option<&str>, details: &ParticipantDetails) -> ImportKey {
    if let Some(id) = external_id {
        return ImportKey::from_text(format!("id:{}", id.to_lowercase()));
    }
    let birth_date = details
        .birth_date
        .map(|date| date.to_string())
        .unwrap_or_default();
    let phone: String = details
        .phone
        .iter()
        .flat_map(|phone| phone.chars())
        .filter(char::is_ascii_digit)
        .collect();
    ImportKey::from_text(format!("who:{}|{birth_date}|{phone}", fold(&details.name)))
}

/// Letters and digits in lower case without accents.
pub(super) fn fold(text: &str) -> String {
    let letters = text
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric());
    let mut folded = String::with_capacity(text.len());
    for letter in letters {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            other => folded.push(other),
        }
    }
    folded
}
