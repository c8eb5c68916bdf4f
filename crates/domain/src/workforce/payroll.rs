//! Approved miles as a table for the payroll, one row for each trip.

use super::mileage::{Payee, Trip};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who drove.
    pub name: String,
    /// The claim, by its id.
    pub claim: String,
    /// As what.
    pub payee: Payee,
    /// The trip with its rate.
    pub trip: Trip,
    /// Who pays; may be empty.
    pub funder: String,
    /// It was paid already.
    pub is_paid: bool,
}

const HEAD: [&str; 10] = [
    "name",
    "claim",
    "trip_date",
    "miles",
    "cents_per_mile",
    "amount_usd",
    "payee",
    "rate_source",
    "funder",
    "state",
];

/// The table as CSV with its head. A text that a spreadsheet would take for a formula begins with an
/// apostrophe.
pub fn csv(lines: &[Line]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let mut write = |cells: [String; 10]| drop(writer.write_record(cells));
    write(HEAD.map(str::to_owned));
    for line in lines {
        let (trip, cents) = (&line.trip, line.trip.cents());
        write([
            plain(&line.name),
            line.claim.clone(),
            trip.on.to_string(),
            format!("{}.{}", trip.miles_tenths / 10, trip.miles_tenths % 10),
            format!("{}.{}", trip.rate.tenths / 10, trip.rate.tenths % 10),
            format!("{}.{:02}", cents / 100, cents % 100),
            line.payee.code().to_owned(),
            plain(&trip.rate.source),
            plain(&line.funder),
            if line.is_paid { "paid" } else { "approved" }.to_owned(),
        ]);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;
    use crate::id::RecordId;
    use crate::time::LocalDate;
    use crate::workforce::mileage::RateUsed;

    fn line(name: &str, source: &str) -> Line {
        Line {
            name: name.to_owned(),
            claim: "01ARZ3NDEKTSV4RRFFQ69G5FAV".to_owned(),
            payee: Payee::Staff,
            trip: Trip {
                contact: RecordId::from_bytes([1; 16]),
                on: LocalDate::parse("2022-06-30").unwrap(),
                miles_tenths: 124,
                rate: RateUsed {
                    tenths: 585,
                    source: source.to_owned(),
                },
            },
            funder: String::new(),
            is_paid: false,
        }
    }

    #[test]
    fn s3_18_the_table_has_the_trips_day_its_rate_and_its_amount() {
        let text = csv(&[line("Jo Park", "IRS, \"business\"")]);
        assert_eq!(
            text,
            "name,claim,trip_date,miles,cents_per_mile,amount_usd,payee,rate_source,funder,state\n\
             Jo Park,01ARZ3NDEKTSV4RRFFQ69G5FAV,2022-06-30,12.4,58.5,7.25,staff,\"IRS, \"\"business\"\"\",,approved\n"
        );
    }

    #[test]
    fn s3_18_no_cell_is_a_formula() {
        for evil in ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"] {
            let text = csv(&[line(evil, evil)]);
            let row = text.split_once('\n').unwrap().1;
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(row.as_bytes());
            let cells = reader.records().next().unwrap().unwrap();
            assert!(
                cells
                    .iter()
                    .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']))
            );
        }
    }
}
