//! Files as spreadsheets on different systems write them.

use super::*;
use ImportField as F;

const FILE: &str = "Name,Phone,Notes\r\nJosé Álamo,202-555-0101,\"first line\r\nsecond line\"\r\nAna Olmo,202-555-0102,\r\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn the_same_file_is_read_in_every_encoding() {
    let windows: Vec<u8> = FILE
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let with = |mark: &[u8], body: Vec<u8>| [mark, &body].concat();
    let cases = [
        (FILE.as_bytes().to_vec(), TextEncoding::Utf8),
        (
            with(b"\xEF\xBB\xBF", FILE.as_bytes().to_vec()),
            TextEncoding::Utf8,
        ),
        (
            with(b"\xFF\xFE", utf16(FILE, u16::to_le_bytes)),
            TextEncoding::Utf16LittleEndian,
        ),
        (
            with(b"\xFE\xFF", utf16(FILE, u16::to_be_bytes)),
            TextEncoding::Utf16BigEndian,
        ),
        (
            utf16(FILE, u16::to_le_bytes),
            TextEncoding::Utf16LittleEndian,
        ),
        (utf16(FILE, u16::to_be_bytes), TextEncoding::Utf16BigEndian),
        (windows, TextEncoding::Windows1252),
    ];
    for (bytes, encoding) in cases {
        let preview = sniff(&bytes).unwrap();
        assert_eq!((preview.encoding, preview.rows), (encoding, 2));
        assert_eq!(preview.headers, ["Name", "Phone", "Notes"]);
        let rows = good(&bytes);
        assert_eq!(rows[0].details.name, "José Álamo", "{encoding:?}");
        assert_eq!(
            (rows[0].line, rows[1].line),
            (2, 4),
            "the note has two lines"
        );
    }
}

#[test]
fn windows_quotes_and_dashes_are_read() {
    let rows = good(b"Name\nSe\xF1or \x93Pep\xE9\x94 \x96 Olmo\n");
    assert_eq!(rows[0].details.name, "Señor “Pepé” – Olmo");
}

#[test]
fn every_usual_delimiter_is_found() {
    for (delimiter, mark) in [
        (Delimiter::Comma, ','),
        (Delimiter::Semicolon, ';'),
        (Delimiter::Tab, '\t'),
        (Delimiter::Bar, '|'),
    ] {
        let file =
            format!("Name{mark}Phone{mark}Tags\nAna Olmo{mark}202-555-0101{mark}\"a, b; c\"\n");
        let preview = sniff(file.as_bytes()).unwrap();
        assert_eq!(preview.delimiter, delimiter);
        assert_eq!(preview.sample, [["Ana Olmo", "202-555-0101", "a, b; c"]]);
    }
    let commas_inside = "Last name;First name\nOlmo, widow;Ana, also Anita\n";
    assert_eq!(
        sniff(commas_inside.as_bytes()).unwrap().delimiter,
        Delimiter::Semicolon
    );
    assert_eq!(
        sniff(b"Name\nAna Olmo\n").unwrap().delimiter,
        Delimiter::Comma
    );
}

#[test]
fn a_first_line_that_states_the_delimiter_is_obeyed_and_counted() {
    let file = b"sep=;\r\nName;Phone\r\nAna, Olmo;202-555-0101\r\n";
    let preview = sniff(file).unwrap();
    assert_eq!(
        (preview.delimiter, preview.headers),
        (
            Delimiter::Semicolon,
            vec!["Name".to_owned(), "Phone".to_owned()]
        )
    );
    let rows = good(file);
    assert_eq!(
        (rows[0].line, rows[0].details.name.as_str()),
        (3, "Olmo Ana")
    );
}

#[test]
fn line_numbers_are_those_of_a_text_editor() {
    for end in ["\n", "\r\n", "\r"] {
        let file = [
            "",
            "Name,Notes",
            "",
            "Ana Olmo,\"a",
            "b",
            "",
            "c\"",
            ",",
            "",
            "Bo Koa,x",
            "Cy Fern,y",
        ]
        .join(end);
        let lines: Vec<u32> = good(file.as_bytes()).iter().map(|row| row.line).collect();
        assert_eq!(lines, [4, 10, 11], "{end:?}");
    }
}

#[test]
fn rows_without_anything_in_them_do_not_count() {
    let preview = sniff(b"Name,Phone\n,\n  ,  \nAna Olmo,\n,,,,\n\n").unwrap();
    assert_eq!((preview.rows, preview.sample.len()), (1, 1));
}

#[test]
fn columns_are_suggested_from_their_names_in_two_languages() {
    let suggest = |headers: &str| {
        sniff(format!("{headers}\nx\n").as_bytes())
            .unwrap()
            .suggested
            .columns
    };
    assert_eq!(
        suggest("Client ID,First Name,LAST_NAME,D.O.B.,Cell Phone,Shoe size,Safe contact"),
        [
            Some(F::ExternalId),
            Some(F::FirstName),
            Some(F::LastName),
            Some(F::BirthDate),
            Some(F::Phone),
            None,
            Some(F::ContactRule)
        ]
    );
    assert_eq!(
        suggest("Nombre;Teléfono;Fecha de nacimiento;Idioma;Etiquetas"),
        [F::Name, F::Phone, F::BirthDate, F::Language, F::Tags].map(Some)
    );
    assert_eq!(
        suggest("Phone,Mobile,Name"),
        [Some(F::Phone), None, Some(F::Name)],
        "each field once"
    );
}

#[test]
fn repeated_and_blank_column_names_are_told_apart() {
    let headers = sniff(b"Phone,Phone,,Phone , \nx,x,x,x,x\n")
        .unwrap()
        .headers;
    assert_eq!(
        headers,
        ["Phone", "Phone (2)", "Column 3", "Phone (3)", "Column 5"]
    );
}

#[test]
fn dates_that_can_only_be_day_first_are_noticed() {
    let order = |dates: &str| {
        sniff(format!("Name,DOB\n{dates}").as_bytes())
            .unwrap()
            .suggested
            .day_first
    };
    assert!(order("A,05/01/1990\nB,25/12/1990\n"));
    assert!(!order("A,05/01/1990\nB,12/25/1990\n"));
    assert!(!order("A,05/01/1990\n"));
    assert!(!order("A,1990-12-25\nB,\n"));
}

#[test]
fn the_shipped_sample_file_comes_in_whole() {
    let file = include_bytes!("../../../../../assets/sample/caseload.csv");
    let preview = sniff(file).unwrap();
    assert_eq!(preview.rows, 40);
    assert!(
        preview.suggested.columns.iter().all(Option::is_some),
        "{:?}",
        preview.headers
    );
    let rows = good(file);
    assert!(rows.iter().all(|row| row.warnings.is_empty()));
    assert!(rows.iter().any(|row| row.details.name.contains('ñ')));
    assert!(rows.iter().all(|row| {
        row.details
            .phone
            .as_ref()
            .is_none_or(|phone| phone.contains("-555-01"))
    }));
    assert!(rows.iter().filter(|row| !row.milestones.is_empty()).count() >= 8);
}
