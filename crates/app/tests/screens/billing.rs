//! Units for a payer and client reports made up.

use handrail_domain::billing::{DayLine, NotPaid, PAYERS, PayerPack};
use handrail_domain::client_report::{Report, ReportDue, ReportState};
use handrail_domain::{LocalDate, ParticipantId, RecordId};
use handrail_engine::api::{
    BillLine, BillView, BillingQuery, BillingReply, ReportRow, ReportsView,
};

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn line(number: u8, name: &str, minutes: u32, units: u32, why_not: Option<NotPaid>) -> BillLine {
    BillLine {
        participant: format!("{number:02x}").repeat(16),
        name: name.to_owned(),
        born: "1990-04-02".to_owned(),
        program: "PSP (sample)".to_owned(),
        funders: vec!["County (sample)".to_owned()],
        line: DayLine {
            participant: ParticipantId::from_bytes([number; 16]),
            on: day("2026-10-07"),
            group: false,
            code: "H0038".to_owned(),
            modifiers: vec!["HF".to_owned()],
            contacts: vec![RecordId::from_bytes([number; 16])],
            minutes,
            units,
            over_cap: u32::from(number == 2),
            to_authorize: 0,
            why_not,
        },
    }
}

fn bill(payer: &str) -> BillView {
    let payers = PayerPack::parse(PAYERS).map(|pack| pack.payers);
    let payers = payers.unwrap_or_default();
    let first = payers.first().map(|one| one.id.clone());
    BillView {
        payer: if payer.is_empty() {
            first.unwrap_or_default()
        } else {
            payer.to_owned()
        },
        payers,
        own: true,
        pack: PAYERS.to_owned(),
        stale: true,
        programs: vec!["PSP (sample)".to_owned()],
        lines: vec![
            line(1, "Robin Example", 38, 2, None),
            line(2, "Avery Example", 260, 16, None),
            line(3, "Jo Example", 12, 0, Some(NotPaid::AgeNotKnown)),
        ],
        by_funder: vec![("County (sample)".to_owned(), 298, 18)],
        minutes: 298,
        units: 18,
        to_authorize: 0,
    }
}

fn row(number: u8, report: Report, year: u32, state: ReportState) -> ReportRow {
    ReportRow {
        participant: format!("{number:02x}").repeat(16),
        name: format!("Person {number}"),
        coach: "Cory Coach".to_owned(),
        program: "PSP (sample)".to_owned(),
        due: ReportDue {
            report,
            number: year,
            opens: day("2026-10-01"),
            closes: day("2026-10-31"),
            state,
        },
        said: matches!(state, ReportState::Done(_)).then(|| "01D".to_owned()),
    }
}

/// Answers to questions about payers and funders.
pub fn answer(query: &BillingQuery) -> BillingReply {
    match query {
        BillingQuery::Bill { payer, .. } => BillingReply::Bill(Box::new(bill(payer))),
        BillingQuery::Reports => BillingReply::Reports(ReportsView {
            programs: vec![("PSP (sample)".to_owned(), true)],
            may_choose: true,
            source: "The funder's guide (sample)".to_owned(),
            verified: false,
            rows: vec![
                row(1, Report::Baseline, 0, ReportState::Late),
                row(2, Report::Annual, 2, ReportState::Open),
                row(3, Report::Reassessment, 0, ReportState::Ahead),
                row(4, Report::Closeout, 0, ReportState::Done(day("2026-10-09"))),
            ],
            without_start: vec![("05".repeat(16), "Person 5".to_owned())],
            follow_ups: (5, 4),
        }),
    }
}
