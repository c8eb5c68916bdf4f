#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use super::*;
use crate::id::DeviceId;
use crate::time::Timestamp;
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn dated(payee: Payee, trip: &str) -> Option<u32> {
    let pack = WorkforcePack::shipped().unwrap();
    let rate = rate_on(&pack, &BTreeMap::new(), payee, day(trip));
    rate.map(|rate| rate.tenths)
}

fn own(number: u8, payee: Payee, from: &str, tenths: Option<u32>) -> (RecordId, Entry<OwnRate>) {
    let statement = Statement {
        id: id(number),
        code: OWN_RATE.to_owned(),
        about: None,
        device: DeviceId::from_bytes([1; 16]),
        at: Timestamp::from_millis(0),
        step: u64::from(number),
        body: serde_json::to_string(&Told::first(OwnRate {
            payee,
            from: day(from),
            tenths,
            source: "Board, minutes of March".to_owned(),
        }))
        .unwrap(),
    };
    own_rates(&[statement], |_| true).pop_first().unwrap()
}

fn trip(number: u8, on: &str, miles_tenths: u32) -> Trip {
    let pack = WorkforcePack::shipped().unwrap();
    Trip {
        contact: id(number),
        on: day(on),
        miles_tenths,
        rate: rate_on(&pack, &BTreeMap::new(), Payee::Staff, day(on)).unwrap(),
    }
}

#[test]
fn g_4_a_trip_on_30_june_2022_and_one_on_1_july_are_paid_at_different_rates() {
    assert_eq!(dated(Payee::Staff, "2022-06-30"), Some(585));
    assert_eq!(dated(Payee::Staff, "2022-07-01"), Some(625));
    // 12.4 miles: 7.254 and 7.75 dollars.
    assert_eq!(trip(1, "2022-06-30", 124).cents(), 725);
    assert_eq!(trip(1, "2022-07-01", 124).cents(), 775);
    // One claim over both days keeps both.
    let claim = Claim {
        member: MemberId::from_bytes([1; 16]),
        payee: Payee::Staff,
        trips: vec![trip(1, "2022-06-30", 124), trip(2, "2022-07-01", 124)],
    };
    assert_eq!((claim.cents(), claim.miles_tenths()), (1500, 248));
}

#[test]
fn g_4_every_year_has_its_rate_and_volunteers_are_paid_fourteen_cents() {
    let years = [
        ("2018-12-31", 545),
        ("2019-01-01", 580),
        ("2020-06-15", 575),
        ("2021-12-31", 560),
        ("2022-01-01", 585),
        ("2022-12-31", 625),
        ("2023-01-01", 655),
        ("2024-02-29", 670),
        ("2025-12-31", 700),
        ("2026-01-01", 725),
    ];
    for (trip, tenths) in years {
        assert_eq!(dated(Payee::Staff, trip), Some(tenths), "{trip}");
        assert_eq!(dated(Payee::Volunteer, trip), Some(140), "{trip}");
    }
    assert_eq!(dated(Payee::Staff, "2017-12-31"), None, "never guessed");
}

#[test]
fn s3_18_an_agency_may_pay_another_rate_from_a_day_on_and_go_back() {
    let pack = WorkforcePack::shipped().unwrap();
    let all: BTreeMap<_, _> = [
        own(1, Payee::Staff, "2026-03-01", Some(600)),
        own(2, Payee::Staff, "2026-09-01", None),
    ]
    .into();
    let rate = |payee, trip| rate_on(&pack, &all, payee, day(trip)).unwrap();
    assert_eq!(rate(Payee::Staff, "2026-02-28").tenths, 725);
    assert_eq!(rate(Payee::Staff, "2026-03-01").tenths, 600);
    assert_eq!(
        rate(Payee::Staff, "2026-08-31").source,
        "Board, minutes of March"
    );
    assert_eq!(rate(Payee::Staff, "2026-09-01").tenths, 725);
    assert_eq!(rate(Payee::Volunteer, "2026-04-01").tenths, 140);
}

#[test]
fn s3_18_miles_that_two_devices_claimed_are_paid_once() {
    let claim = |number: u8, contacts: &[u8]| Statement {
        id: id(number),
        code: CLAIM.to_owned(),
        about: None,
        device: DeviceId::from_bytes([number; 16]),
        at: Timestamp::from_millis(0),
        step: 1,
        body: serde_json::to_string(&Told::first(Claim {
            member: MemberId::from_bytes([1; 16]),
            payee: Payee::Staff,
            trips: contacts
                .iter()
                .map(|one| trip(*one, "2026-05-01", 100))
                .collect(),
        }))
        .unwrap(),
    };
    let all = claims(&[claim(101, &[1, 2]), claim(102, &[2, 3])], |_, _| true);
    let all_claimed = claimed(&all, &BTreeSet::new(), |_| 2);
    let paid = |number, claimed: &BTreeMap<_, _>| {
        own_trips(id(number), all[&id(number)].said().unwrap(), claimed).cents()
    };
    assert_eq!(
        (paid(101, &all_claimed), paid(102, &all_claimed)),
        (1450, 725)
    );
    // Once the first is declined its miles are free again.
    let free = claimed(&all, &BTreeSet::from([id(101)]), |_| 2);
    assert_eq!((paid(101, &free), paid(102, &free)), (0, 1450));
    // The second was paid meanwhile: approved after all, the first has the rest alone.
    let rank = |one: &RecordId| u8::from(*one != id(102));
    let again = claimed(&all, &BTreeSet::new(), rank);
    assert_eq!((paid(101, &again), paid(102, &again)), (725, 1450));
}

#[test]
fn s3_18_a_claim_that_only_a_changed_app_makes_is_none_and_adds_up_to_nothing() {
    let read = |trips: Vec<Trip>| {
        let statement = Statement {
            id: id(101),
            code: CLAIM.to_owned(),
            about: None,
            device: DeviceId::from_bytes([1; 16]),
            at: Timestamp::from_millis(0),
            step: 1,
            body: serde_json::to_string(&Told::first(Claim {
                member: MemberId::from_bytes([1; 16]),
                payee: Payee::Staff,
                trips,
            }))
            .unwrap(),
        };
        claims(&[statement], |_, _| true).len()
    };
    let one = trip(1, "2026-05-01", 100);
    assert_eq!(read(vec![one.clone(), trip(2, "2026-05-01", 100)]), 1);
    assert_eq!(read(vec![one.clone(), one.clone()]), 0, "one trip twice");
    assert_eq!(read(Vec::new()), 0);
    let mut dear = one.clone();
    dear.rate.tenths = u32::MAX;
    let mut far = one.clone();
    far.miles_tenths = u32::MAX;
    assert_eq!(read(vec![dear]) + read(vec![far]), 0);
    let many = (0..=u8::try_from(MOST_TRIPS).unwrap()).map(|number| trip(number, "2026-05-01", 1));
    assert_eq!(read(many.collect()), 0);
}

proptest! {
    /// Cents are what the miles and the rate come to, to half a cent for each trip.
    #[test]
    fn s3_18_no_trip_is_off_by_more_than_half_a_cent(miles in 0..99_999_u32, rate in 0..MOST_RATE) {
        let mut one = trip(1, "2026-05-01", miles);
        one.rate.tenths = rate;
        let exact = f64::from(miles) / 10.0 * f64::from(rate) / 10.0;
        #[allow(clippy::cast_precision_loss, reason = "far below 2^53")]
        let off = (one.cents() as f64 - exact).abs();
        prop_assert!(off <= 0.5 + 1e-6);
    }
}
