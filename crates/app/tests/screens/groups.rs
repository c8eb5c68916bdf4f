//! Groups made up.

use handrail_domain::group::{Every, Known, Mark, Off, Part, Rhythm, Slot, Zone};
use handrail_domain::{LocalDate, TimeOfDay};
use handrail_engine::api::{
    GroupConflict, GroupDue, GroupFailed, GroupPerson, GroupRow, GroupVersion, GroupView,
    GroupsView, MeetingView, MemberChoice, RhythmView, SeenView, SheetOfMeeting, SheetPerson,
    StaffView, Stays,
};

use crate::stage::NOW;

const HOUR: i64 = 3_600_000;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn rhythm() -> Rhythm {
    Rhythm {
        every: Every::Weeks { weeks: 1, days: 33 },
        at: TimeOfDay::from_minutes(18 * 60).unwrap_or(TimeOfDay::NOON),
        minutes: 90,
        zone: Some(Zone::Central),
    }
}

fn meeting(on: &str, heads: Option<u32>) -> MeetingView {
    MeetingView {
        key: day(on),
        slot: Slot {
            on: day(on),
            at: rhythm().at,
            minutes: 90,
        },
        // 2026-11-21 18:00 in Chicago.
        begins_at: 1_795_305_600_000,
        ends_at: 1_795_311_000_000,
        offset_minutes: -360,
        moved: false,
        planned: true,
        off: None,
        holiday: false,
        heads,
        done: heads.is_some(),
    }
}

fn choice(number: u8, name: &str) -> MemberChoice {
    MemberChoice {
        member: format!("{number:02x}").repeat(16),
        name: name.to_owned(),
    }
}

fn staff(number: u8, name: &str, part: Part, stays: Option<Stays>) -> StaffView {
    let MemberChoice { member, name } = choice(number, name);
    StaffView {
        member,
        name,
        part,
        stays,
    }
}

/// Tonight, and one whose sheet is still empty.
pub fn due() -> Vec<GroupDue> {
    let one = |group: &str, name: &str, part, write_down, on| GroupDue {
        group: group.to_owned(),
        name: name.to_owned(),
        place: "Room 2".to_owned(),
        meeting: meeting(on, None),
        part,
        write_down,
    };
    vec![
        one(
            "e1",
            "Women's group (sample)",
            Part::Leads,
            true,
            "2026-11-16",
        ),
        one(
            "e2",
            "Evening at the clinic (sample)",
            Part::Peer,
            false,
            "2026-11-21",
        ),
    ]
}

/// Two groups, one that waits, and one that is over.
pub fn list() -> GroupsView {
    let row = |group: &str, name: &str, ended, next: Option<MeetingView>| GroupRow {
        group: group.to_owned(),
        name: name.to_owned(),
        place: String::new(),
        rhythm: Some(RhythmView {
            from: day("2026-05-04"),
            known: Known::Meets(rhythm()),
        }),
        ended,
        next,
        part: Some(Part::Leads),
        leads: vec!["Marisol Reyes".to_owned(), "Dana Okafor".to_owned()],
    };
    GroupsView {
        may_make: true,
        waiting: vec!["New parents (sample)".to_owned()],
        failed: vec![GroupFailed {
            id: "f1".repeat(16),
            name: "Fathers (sample)".to_owned(),
            member: None,
        }],
        groups: vec![
            row(
                "e1",
                "Women's group (sample)",
                false,
                Some(meeting("2026-11-21", None)),
            ),
            row("e2", "Spring walk (sample)", true, None),
        ],
        choices: vec![choice(1, "Marisol Reyes"), choice(2, "Dana Okafor")],
    }
}

/// A group with a past, a holiday ahead and a rhythm on which two disagree.
pub fn view() -> GroupView {
    let off = |mut meeting: MeetingView, why| {
        meeting.off = Some(why);
        meeting
    };
    let mut holiday = meeting("2026-12-25", None);
    holiday.holiday = true;
    let heads = [9, 7, 12, 8, 4, 6, 0, 5, 11];
    let mut past: Vec<MeetingView> = heads
        .into_iter()
        .zip(0_i64..)
        .map(|(heads, week)| {
            let on = day("2026-11-16").plus_days(-7 * week).to_string();
            match heads {
                0 => off(meeting(&on, None), Off::Weather),
                heads => meeting(&on, Some(heads)),
            }
        })
        .collect();
    if let Some(last) = past.first_mut() {
        last.done = false;
    }
    let version = |author: &str, days, at| GroupVersion {
        value: Rhythm {
            every: Every::Weeks { weeks: 1, days },
            ..rhythm()
        }
        .to_string(),
        author: author.to_owned(),
        at,
    };
    GroupView {
        group: "e1".to_owned(),
        name: "Women's group (sample)".to_owned(),
        place: "SSM Health St. Mary's (sample), room 2".to_owned(),
        whom: "Women who had a child while taking opioids, or want to".to_owned(),
        ends: None,
        may_make: true,
        part: Some(Part::Leads),
        rhythms: vec![
            RhythmView {
                from: day("2026-05-04"),
                known: Known::Meets(rhythm()),
            },
            RhythmView {
                from: day("2027-01-04"),
                known: Known::Rests,
            },
        ],
        next: vec![
            meeting("2026-11-21", None),
            off(meeting("2026-11-23", None), Off::NobodyLeads),
            holiday,
        ],
        past,
        staff: vec![
            staff(1, "Marisol Reyes", Part::Leads, Some(Stays::BeganIt)),
            staff(2, "Dana Okafor", Part::Peer, None),
        ],
        choices: vec![choice(3, "Theo Lindqvist")],
        waits: true,
        regulars: vec![GroupPerson {
            participant: "01".to_owned(),
            name: "Ray Delgado".to_owned(),
        }],
        regulars_elsewhere: 2,
        conflicts: vec![GroupConflict {
            field: "group_rhythm:2027-02-01".to_owned(),
            versions: vec![
                version("Marisol Reyes", 2, NOW - 3 * HOUR),
                version("Dana Okafor", 4, NOW - 2 * HOUR),
            ],
        }],
    }
}

/// Tonight's sheet, half-written.
pub fn sheet(key: LocalDate) -> SheetOfMeeting {
    let person = |number: u8, name: &str, mark, regular| SheetPerson {
        participant: format!("{number:02}"),
        name: name.to_owned(),
        mark,
        regular,
        lately: false,
        twice: number == 2,
        differs: number == 3,
    };
    SheetOfMeeting {
        group: "e1".to_owned(),
        name: "Women's group (sample)".to_owned(),
        place: "Room 2".to_owned(),
        meeting: meeting(&key.to_string(), Some(7)),
        too_early: false,
        people: vec![
            person(1, "Ray Delgado", Some(Mark::Here), true),
            person(2, "June Park", Some(Mark::Here), true),
            person(3, "Sol Vega", Some(Mark::Missed), true),
            person(4, "Ada Brook", None, true),
            person(5, "Ines Moreau", None, false),
        ],
        elsewhere: 2,
        names: vec![("n1".to_owned(), "Jo".to_owned())],
        more: 2,
        heads: 7,
        staff: vec![
            staff(1, "Marisol Reyes", Part::Leads, Some(Stays::BeganIt)),
            staff(2, "Dana Okafor", Part::Peer, None),
        ],
        seen: vec![SeenView {
            id: "s1".to_owned(),
            author: "Dana Okafor".to_owned(),
            at: NOW - HOUR,
            words: "Two newcomers. It was easy to talk.".to_owned(),
        }],
        done: None,
        conflicts: vec![GroupConflict {
            field: format!("group_session:{key}:more"),
            versions: vec![
                GroupVersion {
                    value: "2".to_owned(),
                    author: "Marisol Reyes".to_owned(),
                    at: NOW - HOUR,
                },
                GroupVersion {
                    value: "3".to_owned(),
                    author: "Dana Okafor".to_owned(),
                    at: NOW - HOUR,
                },
            ],
        }],
    }
}
