//! An agency's own legal texts in the place of those of the app.

use crate::support::Device;
use crate::support::consents::{consent, consents, day, give, specific};
use crate::support::three::team;
use crate::support::two::add;
use handrail_engine::api::consent::{Side, TEXTS};
use handrail_engine::api::{
    Command, ConsentCommand, ConsentQuery, ConsentReply, EngineError, InvalidField, Query, Reply,
    TextsView,
};

const DAY: i64 = 86_400_000;

/// The texts of the app under another name and version, from a day on.
fn own(version: &str, from: &str) -> String {
    TEXTS
        .replace("us-42cfr2", "lakeside")
        .replace(
            "\"version\": \"2026-11\"",
            &format!("\"version\": \"{version}\""),
        )
        .replacen("2024-04-16", from, 1)
        .replace(
            "You can take this consent back",
            &format!("{version}: you can take it back"),
        )
}

fn texts(device: &mut Device) -> TextsView {
    match device.query(Query::Consenting(ConsentQuery::Texts)) {
        Reply::Consenting(reply) => match *reply {
            ConsentReply::Texts(view) => *view,
            ConsentReply::ListsDue(_) => panic!("asked for texts"),
        },
        other => panic!("{other:?}"),
    }
}

fn holds(device: &mut Device) -> (String, String) {
    let pack = texts(device).pack;
    (pack.id, pack.version)
}

fn named(id: &str, version: &str) -> (String, String) {
    (id.to_owned(), version.to_owned())
}

fn put(device: &mut Device, pack: Option<&str>) -> Result<String, EngineError> {
    let pack = pack.map(str::to_owned);
    consent(device, ConsentCommand::UseTexts { pack })
}

#[test]
fn g_7_own_legal_texts_hold_from_their_day_on_on_every_device() {
    let mut team = team();
    let app = named("us-42cfr2", "2026-11");
    assert_eq!(holds(&mut team.cory), app);
    assert!(texts(&mut team.sam).may_change && !texts(&mut team.cory).may_change);
    put(&mut team.sam, Some(&own("first", "2026-05-04"))).unwrap();
    put(&mut team.sam, Some(&own("later", "2026-06-01"))).unwrap();
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        let view = texts(device);
        assert_eq!(
            (view.pack.id.as_str(), view.pack.version.as_str()),
            ("lakeside", "first")
        );
        assert_eq!(view.set.unwrap().0, "Sam Supervisor");
        let next = (day("2026-06-01"), "lakeside".to_owned(), "later".to_owned());
        assert_eq!(view.next, Some(next));
        assert!(!view.stale && !view.unread);
        device.clock.at += 28 * DAY;
        assert_eq!(
            holds(device),
            named("lakeside", "later"),
            "its day has come"
        );
        device.clock.at += 395 * DAY;
        assert!(texts(device).stale, "the warning of the review stays");
    }
    put(&mut team.sam, None).unwrap();
    team.settle();
    for device in [&mut team.sam, &mut team.cory] {
        assert_eq!(holds(device), app);
        let view = texts(device);
        assert_eq!((view.set, view.next), (None, None));
    }
}

#[test]
fn g_7_what_two_put_in_force_at_once_comes_to_the_same_everywhere_and_survives_a_crash() {
    let mut team = team();
    put(&mut team.sam, Some(&own("first", "2026-05-01"))).unwrap();
    put(&mut team.sam, Some(&own("mended", "2026-05-01"))).unwrap();
    put(&mut team.sam, Some(&own("earlier", "2026-04-01"))).unwrap();
    team.settle();
    let now = named("lakeside", "mended");
    assert_eq!(holds(&mut team.sam), now, "the newest whose day has come");
    assert_eq!(holds(&mut team.dana), now);
    team.cory.crash();
    let passphrase = crate::support::PASSPHRASE.to_owned();
    team.cory.order(Command::Unlock { passphrase }).unwrap();
    assert_eq!(holds(&mut team.cory), now);
}

#[test]
fn g_7_texts_that_cannot_be_used_and_whoever_may_not_change_them_are_refused() {
    let mut team = team();
    let refused = put(&mut team.cory, Some(&own("mine", "2026-05-01")));
    assert_eq!(refused, Err(EngineError::NotAllowed));
    assert_eq!(put(&mut team.cory, None), Err(EngineError::NotAllowed));
    let broken = own("mine", "2026-05-01").replace("\"id\": \"notice\"", "\"id\": \"note\"");
    let padded = format!("{}{}", own("mine", "2026-05-01"), "\n\"".repeat(33_000));
    for pack in ["{", broken.as_str(), padded.as_str()] {
        let detail = EngineError::Invalid {
            field: InvalidField::Detail,
            limit: None,
        };
        assert_eq!(put(&mut team.sam, Some(pack)), Err(detail));
    }
    assert_eq!(holds(&mut team.sam).0, "us-42cfr2");
}

#[test]
fn g_7_a_signed_consent_keeps_the_words_that_it_was_signed_with() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    put(&mut device, Some(&own("first", "2026-05-01"))).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.texts.version, "first");
    let mut form = specific("Dr. Lena Moreau", Side::Provider);
    form.read = Some(view.texts.read("en", view.today));
    let signed = form.read.clone();
    give(&mut device, &ray, form);
    put(&mut device, Some(&own("second", "2026-05-02"))).unwrap();
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.texts.version, "second");
    let read = view.consents[0].consent.form.read.clone();
    assert_eq!(read, signed);
    let words = &read.unwrap().texts["revoking"];
    assert!(words.starts_with("first: you can take it back"), "{words}");
}

#[test]
fn g_7_the_longest_texts_fit_into_a_consent_that_is_signed() {
    let mut device = Device::new(1);
    device.found();
    let ray = add(&mut device, "Ray Example");
    let mut form = specific("Dr. Lena Moreau", Side::Provider);
    let mut read = consents(&mut device, &ray)
        .unwrap()
        .texts
        .read("en", day("2026-05-04"));
    for text in read.texts.values_mut() {
        *text = "\"\n".repeat(2000);
    }
    form.read = Some(read.clone());
    give(&mut device, &ray, form);
    let view = consents(&mut device, &ray).unwrap();
    assert_eq!(view.consents[0].consent.form.read, Some(read));
}
