//! Units for payers, and reports for federal funders (S3-19).

mod bill;
mod payers;
mod reports;

pub use bill::{Bill, BillContent};
pub use reports::{ClientReports, ReportsContent};
