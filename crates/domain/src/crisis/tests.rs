use super::*;

const SHIPPED: &str = include_str!("../../../../assets/hotlines/us-2026.json");

fn shipped() -> CrisisPack {
    CrisisPack::parse(SHIPPED).unwrap()
}

fn entry(id: &str) -> CrisisEntry {
    shipped()
        .entries
        .into_iter()
        .find(|entry| entry.id == id)
        .unwrap()
}

#[test]
fn s0_29_the_shipped_card_has_the_numbers_of_2026() {
    let calls: Vec<_> = shipped()
        .entries
        .into_iter()
        .filter_map(|entry| entry.call)
        .collect();
    assert_eq!(
        calls,
        [
            "911",
            "988",
            "18002738255",
            "18002221222",
            "18006624357",
            "16082802600"
        ]
    );
    let lifeline = entry("suicide-crisis");
    assert_eq!(lifeline.text.unwrap().to, "988");
    let prompts: Vec<_> = lifeline
        .prompts
        .iter()
        .map(|prompt| prompt.get(Language::English))
        .collect();
    assert_eq!(
        prompts,
        ["Veterans: press 1", "Spanish: press 2"],
        "the third option ended in 2025"
    );
    assert_eq!(
        lifeline.prompts[1].get(Language::Spanish),
        "En español: oprima el 2"
    );
    assert_eq!(entry("veterans-text").text.unwrap().to, "838255");
    assert!(
        entry("poison")
            .about
            .en
            .contains("America's Poison Centers")
    );
}

#[test]
fn s0_29_emergency_comes_first_and_only_the_sample_county_is_unverified() {
    let pack = shipped();
    assert_eq!(pack.entries[0].call.as_deref(), Some("911"));
    let unverified: Vec<_> = pack
        .entries
        .iter()
        .filter(|entry| !entry.verified)
        .collect();
    assert_eq!(unverified.len(), 1);
    assert_eq!(
        (unverified[0].id.as_str(), unverified[0].area),
        ("sample-county-crisis", Area::Local)
    );
    assert!(unverified[0].name.en.contains("sample"));
    assert!(
        !SHIPPED.contains("7842433") && !SHIPPED.contains("SUICIDE"),
        "left out until an agency confirms it"
    );
}

#[test]
fn s0_32_the_card_says_what_the_app_is_not_in_both_languages() {
    let scope = shipped().scope;
    assert!(
        scope
            .en
            .contains("not a counseling or crisis center and does not provide direct services")
    );
    assert!(
        scope
            .es
            .contains("no es un centro de consejería ni de crisis")
    );
}

#[test]
fn the_card_says_since_when_its_numbers_are_checked() {
    let mut pack = shipped();
    assert_eq!(pack.checked_on(), LocalDate::new(2026, 11, 21));
    pack.entries[3].checked_on = LocalDate::new(2025, 12, 24);
    assert_eq!(
        pack.checked_on(),
        LocalDate::new(2025, 12, 24),
        "the oldest check counts"
    );
}

#[test]
fn an_agency_can_write_its_own_card_and_read_it_back() {
    let mut pack = shipped();
    pack.entries.retain(|entry| entry.area == Area::National);
    pack.version = "ours".into();
    assert_eq!(CrisisPack::parse(&pack.to_json().unwrap()), Ok(pack));
}

#[test]
fn a_card_that_could_mislead_is_refused_with_what_to_mend() {
    let spoiled = |spoil: &dyn Fn(&mut CrisisPack)| {
        let mut pack = shipped();
        spoil(&mut pack);
        let error = pack.to_json().unwrap_err();
        let json = serde_json::to_string(&pack).unwrap();
        assert_eq!(CrisisPack::parse(&json), Err(error.clone()));
        error
    };
    let poison = || "poison".to_owned();
    assert_eq!(
        spoiled(&|pack| pack.entries.clear()),
        CrisisPackError::NoEntries
    );
    assert_eq!(
        spoiled(&|pack| pack.scope.es.clear()),
        CrisisPackError::TextMissing("scope".into())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[4].name.es = " ".into()),
        CrisisPackError::TextMissing(poison())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[4].call = Some("1-800".into())),
        CrisisPackError::NotANumber(poison())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[4].call = Some("tel:911".into())),
        CrisisPackError::NotANumber(poison())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[4].call = None),
        CrisisPackError::NoWayToReach(poison())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[4].checked_on = None),
        CrisisPackError::CheckedOnMissing(poison())
    );
    assert_eq!(
        spoiled(&|pack| pack.entries[3].id = poison()),
        CrisisPackError::Twice(poison())
    );
    let chat = |pack: &mut CrisisPack| pack.entries[4].chat = Some("javascript:alert(1)".into());
    assert_eq!(spoiled(&chat), CrisisPackError::ChatAddress(poison()));
}

#[test]
fn text_that_is_no_card_is_refused() {
    assert_eq!(
        CrisisPack::parse("{\n  \"format\": oops }"),
        Err(CrisisPackError::Malformed {
            line: 2,
            column: 13
        })
    );
    assert_eq!(
        CrisisPack::parse(r#"{"format": 2, "news": true}"#),
        Err(CrisisPackError::OtherFormat(2))
    );
    assert!(matches!(
        CrisisPack::parse(r#"{"format": 1}"#),
        Err(CrisisPackError::Malformed { .. })
    ));
    let long = format!("{}{}", " ".repeat(64 * 1024), SHIPPED);
    assert_eq!(CrisisPack::parse(&long), Err(CrisisPackError::TooLarge));
}

fn agency(lines: &[(&str, &str)]) -> String {
    let mut pack = shipped();
    let line = entry("poison");
    pack.id = "agency".into();
    pack.entries = lines
        .iter()
        .map(|(id, call)| CrisisEntry {
            id: (*id).to_owned(),
            call: Some((*call).to_owned()),
            ..line.clone()
        })
        .collect();
    pack.to_json().unwrap()
}

fn numbers(pack: &CrisisPack) -> Vec<&str> {
    let all = pack.entries.iter();
    all.filter_map(|entry| entry.call.as_deref()).collect()
}

#[test]
fn s0_29_an_agencys_lines_stand_in_place_of_the_apps_and_two_of_these_always_stay() {
    let own = agency(&[("county", "6085550100"), ("night", "6085550199")]);
    let shown = shipped().with_own(Some(&own));
    assert_eq!(numbers(&shown), ["911", "988", "6085550100", "6085550199"]);
    assert_eq!(shown.id, "agency");
    // A line of theirs that dials one of the two stands where they put it.
    let own = agency(&[("county", "6085550100"), ("help", "988")]);
    let shown = shipped().with_own(Some(&own));
    assert_eq!(numbers(&shown), ["911", "6085550100", "988"]);
    // What is kept of the app's is told so in its pack alone.
    assert!(!own.contains(r#""keep":true"#) && SHIPPED.contains("keep"));
}

#[test]
fn s0_29_a_broken_card_never_replaces_the_apps_numbers() {
    let whole = agency(&[("county", "6085550100")]);
    let not_a_number = whole.replace("6085550100", "call us");
    let no_lines = whole.replace(&whole[whole.find("[{").unwrap()..], "[]}");
    for broken in [
        "",
        "{}",
        &whole[..whole.len() - 1],
        &not_a_number,
        &no_lines,
    ] {
        assert!(CrisisPack::parse(broken).is_err(), "{broken}");
        assert_eq!(shipped().with_own(Some(broken)), shipped());
    }
    assert_eq!(shipped().with_own(None), shipped());
}
