//! Files and rows that cannot be read, and what is said about them.

use super::*;
use ImportField as F;
use std::fmt::Write;

#[test]
fn files_that_cannot_be_read_at_all_say_why() {
    let error = |bytes: &[u8]| sniff(bytes).unwrap_err();
    assert_eq!(error(b""), ImportError::Empty);
    assert_eq!(error(b"\xEF\xBB\xBF \r\n\r\n"), ImportError::Empty);
    assert_eq!(error(b"Name,Phone\r\n"), ImportError::HeaderOnly);
    assert_eq!(error(b"Name,Phone\r\n,\r\n"), ImportError::HeaderOnly);
    assert_eq!(error(b"PK\x03\x04 a workbook"), ImportError::Spreadsheet);
    assert_eq!(
        error(&[0xD0, 0xCF, 0x11, 0xE0, 1, 2]),
        ImportError::Spreadsheet
    );
    assert_eq!(
        error(b"\x89PNG\x0d\x0a\x1a\x0a\0\0\0\x0d"),
        ImportError::NotText
    );
    assert_eq!(error(b"Name\n\x01\x02\x03\n"), ImportError::NotText);
    assert_eq!(error(b"\xFF\xFEN\0a"), ImportError::NotText);
    let wide = vec!["x"; IMPORT_MAX_COLUMNS + 1].join(",");
    assert_eq!(
        error(wide.as_bytes()),
        ImportError::TooManyColumns {
            limit: 200,
            found: 201
        }
    );
}

#[test]
fn five_thousand_rows_are_read_and_one_more_is_refused() {
    let file = |rows: usize| {
        let mut file = String::from("Name,Phone\n");
        for number in 0..rows {
            writeln!(file, "Person {number},").unwrap();
        }
        file.into_bytes()
    };
    let mut reading = rows(
        &file(5_000),
        &sniff(&file(5_000)).unwrap().suggested,
        today(),
    )
    .unwrap();
    assert_eq!(reading.left(), 5_000);
    assert!(reading.next().unwrap().is_ok());
    assert_eq!(reading.left(), 4_999);
    assert_eq!(reading.flatten().count(), 4_999);
    let too_many = ImportError::TooManyRows {
        limit: 5_000,
        found: 5_001,
    };
    assert_eq!(sniff(&file(5_001)).unwrap_err(), too_many);
    let mapping = ColumnMapping::suggest(&["Name".into(), "Phone".into()]);
    assert_eq!(rows(&file(5_001), &mapping, today()).err(), Some(too_many));
    let large = vec![b'x'; IMPORT_MAX_BYTES + 1];
    let too_large = ImportError::TooLarge {
        limit: IMPORT_MAX_BYTES,
        found: IMPORT_MAX_BYTES + 1,
    };
    assert_eq!(sniff(&large).unwrap_err(), too_large);
}

#[test]
fn a_mapping_must_fit_the_file() {
    let file = b"a,b\nAna Olmo,x\n";
    let open = |columns: &[Option<F>]| {
        rows(
            file,
            &ColumnMapping {
                columns: columns.to_vec(),
                day_first: false,
            },
            today(),
        )
        .err()
    };
    assert_eq!(open(&[Some(F::Name)]), Some(ImportError::MappingDoesNotFit));
    assert_eq!(
        open(&[None, Some(F::Phone)]),
        Some(ImportError::NameNotMapped)
    );
    assert_eq!(
        open(&[Some(F::Name), Some(F::Name)]),
        Some(ImportError::FieldTwice(F::Name))
    );
    assert_eq!(open(&[Some(F::LastName), None]), None);
}

#[test]
fn bad_rows_are_reported_with_line_and_reason_and_good_ones_come_in() {
    let file = b"Name,DOB,No voicemail,Not after\n\
        Ana Olmo,1990-05-31,yes,6 pm\n\
        ,1990-05-31,,\n\
        Bo Koa,31.31.1990,,\n\
        Cy Fern,2030-01-01,,\n\
        Di Wren,,perhaps,\n\
        Ed Slate,,,evening\n\
        Flo Reed,,,,more,\n\
        Ana Olmo,5/31/1990,no,\n\
        Gus Finch,\n";
    let rows = read(file);
    let column = |name: &str| name.to_owned();
    let errors: Vec<_> = rows
        .iter()
        .filter_map(|row| row.as_ref().err().cloned())
        .collect();
    let expected = [
        (3, RowReason::NameMissing),
        (
            4,
            RowReason::DateUnclear {
                column: column("DOB"),
                value: "31.31.1990".into(),
            },
        ),
        (5, RowReason::BirthInFuture(day("2030-01-01"))),
        (
            6,
            RowReason::YesOrNo {
                column: column("No voicemail"),
                value: "perhaps".into(),
            },
        ),
        (
            7,
            RowReason::TimeUnclear {
                column: column("Not after"),
                value: "evening".into(),
            },
        ),
        (
            8,
            RowReason::TooManyCells {
                expected: 4,
                found: 5,
            },
        ),
        (9, RowReason::SameAsLine(2)),
    ];
    assert_eq!(
        errors,
        expected.map(|(line, reason)| RowError { line, reason })
    );
    assert_eq!(errors[1].to_string().split(':').next(), Some("line 4"));
    let good: Vec<_> = rows.into_iter().filter_map(Result::ok).collect();
    assert_eq!(
        good.iter()
            .map(|row| row.details.name.as_str())
            .collect::<Vec<_>>(),
        ["Ana Olmo", "Gus Finch"]
    );
    assert_eq!(good[1].warnings, [RowWarning::ShortRow]);
}

#[test]
fn a_quote_that_is_never_closed_is_named_where_it_opens() {
    let mut file = String::from("Name,Notes\nAna Olmo,ok\nBo Koa,\"opened\n");
    for number in 0..200 {
        writeln!(file, "Person {number},words").unwrap();
    }
    let rows = read(file.as_bytes());
    assert_eq!(rows.len(), 2);
    let reason = RowReason::QuoteNotClosed {
        column: "Notes".into(),
    };
    assert_eq!(rows[1], Err(RowError { line: 3, reason }));
    let long = format!("Name,Notes\nAna Olmo,{}\n", "x".repeat(1_001));
    assert_eq!(
        read(long.as_bytes())[0].as_ref().unwrap_err().reason,
        RowReason::TooLong {
            column: "Notes".into()
        }
    );
}

#[test]
fn a_few_rows_behind_a_quote_that_is_never_closed_are_not_lost_in_silence() {
    let file = "Name,Phone,DOB,Tags\nAna Olmo,202-555-0101,,\nBo Koa,\"202-555-0102,,\nCai Fern,202-555-0103,,\nDee Wren,202-555-0104,,\n";
    let rows = read(file.as_bytes());
    let reason = RowReason::QuoteNotClosed {
        column: "Phone".into(),
    };
    assert_eq!(rows[1], Err(RowError { line: 3, reason }));
    // A note of several lines with commas in it is no row.
    let note =
        "Name,Phone,DOB,Tags\nAna Olmo,202-555-0101,,\"rides, court\nhousing, night shift\"\n";
    assert!(read(note.as_bytes())[0].is_ok());
}

#[test]
fn importing_the_same_file_twice_gives_the_same_keys_whatever_its_form() {
    let first = good("ID,Name,DOB,Phone\nA-7,José Álamo,1990-05-31,(202) 555-0101\n,Ana Olmo,1985-01-02,202.555.0102\n".as_bytes());
    let again = good("Phone;Name;DOB;ID\n2025550101;JOSE  ALAMO;5/31/1990;a-7\n+1 202 555 0102;ana olmo;1/2/85;\n".as_bytes());
    let keys =
        |rows: &[ImportedParticipant]| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&first), keys(&again));
    assert_eq!(first[0].key.as_str(), "id:a-7");
    assert_ne!(first[0].key, first[1].key);
    let other = good(b"Name,DOB\nAna Olmo,1985-01-03\n");
    assert_ne!(
        other[0].key, first[1].key,
        "another date of birth is another person"
    );
}

proptest::proptest! {
    #[test]
    fn any_bytes_give_rows_or_an_error(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        if let Ok(preview) = sniff(&bytes) {
            let mut mapping = preview.suggested;
            mapping.columns[0] = Some(ImportField::Name);
            if let Ok(rows) = rows(&bytes, &mapping, today()) {
                let lines: Vec<u32> = rows.map(|row| row.map_or_else(|error| error.line, |row| row.line)).collect();
                assert_eq!(lines.len(), preview.rows as usize);
                assert!(lines.is_sorted());
            }
        }
    }

    #[test]
    fn whatever_is_written_as_csv_is_read_back(cells in proptest::collection::vec("[ -~\n\r\u{e1}]{0,12}", 1..40)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["Name", "Phase"]).unwrap();
        for (number, cell) in cells.iter().enumerate() {
            writer.write_record([format!("Person {number}").as_str(), cell]).unwrap();
        }
        let rows = good(&writer.into_inner().unwrap());
        for (row, cell) in rows.iter().zip(&cells) {
            let expected = Some(cell.trim()).filter(|text| !text.is_empty());
            assert_eq!(row.details.phase.as_deref(), expected);
        }
        assert_eq!(rows.len(), cells.len());
    }
}
