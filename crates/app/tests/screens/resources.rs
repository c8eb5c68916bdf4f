//! A directory of places made up.

use handrail_domain::{LocalDate, RecordId};
use handrail_engine::api::{Resource, ResourceKind, ResourceView, ResourcesView};

fn one(number: u8, name: &str, kind: ResourceKind, phone: &str, words: &str) -> ResourceView {
    ResourceView {
        id: format!("r{number}"),
        entry: Resource {
            id: RecordId::from_bytes([number; 16]),
            name: name.to_owned(),
            kind,
            phone: phone.to_owned(),
            address: String::new(),
            words: words.to_owned(),
            peers: String::new(),
            own_staff: false,
            verified_on: LocalDate::parse("2026-11-03").ok(),
            closed: false,
            disagreements: Vec::new(),
        },
        look_again: false,
    }
}

/// One that is in order, one to look at again, and one that is there no more.
pub fn view() -> ResourcesView {
    let mut clinic = one(
        1,
        "Lakeside Clinic (sample)",
        ResourceKind::Treatment,
        "608-555-0177",
        "Walk in on weekdays from eight to ten. Buprenorphine the same day.",
    );
    "12 Example Street, second floor, ring twice".clone_into(&mut clinic.entry.address);
    "Two coaches on the ward, for anybody after an overdose".clone_into(&mut clinic.entry.peers);
    let mut pantry = one(
        2,
        "Food pantry (sample)",
        ResourceKind::Food,
        "608-555-0178",
        "Until five",
    );
    pantry.look_again = true;
    pantry.entry.verified_on = LocalDate::parse("2026-02-01").ok();
    let said = vec!["Until five".to_owned(), "Until noon".to_owned()];
    pantry.entry.disagreements = vec![("words".to_owned(), said)];
    let mut gone = one(
        3,
        "Old drop-in (sample)",
        ResourceKind::Other,
        "608-555-0179",
        "",
    );
    gone.entry.closed = true;
    ResourcesView {
        read_only: false,
        resources: vec![clinic, pantry, gone],
    }
}
