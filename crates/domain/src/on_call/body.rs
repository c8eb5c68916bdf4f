//! The bodies of the statements: JSON with codes.

use super::fold::{ChangeKind, ShiftChange};
use super::swap::Seat;
use super::{Discipline, Hours, Person, Rota, RotaKind, Rotate, Turn};
use crate::group::Zone;
use crate::id::RecordId;
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct RotaBody {
    name: String,
    kind: String,
    zone: String,
    from: String,
    until: String,
    people: Vec<PersonBody>,
    turns: Vec<TurnBody>,
    meant: Vec<HoursBody>,
    needs: Vec<(String, u8)>,
    fallback: Vec<u8>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct PersonBody {
    member: String,
    name: String,
    phone: String,
    discipline: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct HoursBody {
    days: u8,
    at: u16,
    minutes: u16,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct TurnBody {
    hours: HoursBody,
    rotate: String,
    groups: Vec<Vec<u8>>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ChangeBody {
    on: String,
    at: u16,
    who: String,
    by: Option<PersonBody>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SwapBody {
    first: SeatBody,
    second: SeatBody,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct OfferBody {
    shift: SeatBody,
    to: PersonBody,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SeatBody {
    /// Empty: the rota that the statement is about.
    rota: String,
    on: String,
    at: u16,
    start: i64,
    end: i64,
    person: PersonBody,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SoughtBody {
    who: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct AnswerBody {
    at: Option<i64>,
}

fn json(body: &impl Serialize) -> String {
    serde_json::to_string(body).unwrap_or_default()
}

/// The body of a rota.
pub fn rota_body(rota: &Rota) -> String {
    json(&RotaBody {
        name: rota.name.trim().to_owned(),
        kind: rota.kind.code().to_owned(),
        zone: rota.zone.code().to_owned(),
        from: rota.from.to_string(),
        until: rota.until.map(|day| day.to_string()).unwrap_or_default(),
        people: rota.people.iter().map(of_person).collect(),
        turns: rota
            .turns
            .iter()
            .map(|turn| TurnBody {
                hours: of_hours(turn.hours),
                rotate: turn.rotate.code().to_owned(),
                groups: turn.groups.clone(),
            })
            .collect(),
        meant: rota.meant.iter().copied().map(of_hours).collect(),
        needs: rota
            .needs
            .iter()
            .map(|(of, count)| (of.code().to_owned(), *count))
            .collect(),
        fallback: rota.fallback.clone(),
    })
}

fn of_person(person: &Person) -> PersonBody {
    PersonBody {
        member: person
            .member
            .map(|member| member.to_string())
            .unwrap_or_default(),
        name: person.name.trim().to_owned(),
        phone: person.phone.trim().to_owned(),
        discipline: person.discipline.code().to_owned(),
    }
}

fn of_hours(hours: Hours) -> HoursBody {
    HoursBody {
        days: hours.days,
        at: hours.at.minutes(),
        minutes: hours.minutes,
    }
}

/// `None` where it cannot be read or used: somebody who is left out would be on call without being
/// shown, so a rota is whole or not there.
pub(super) fn rota(text: &str) -> Option<Rota> {
    let body: RotaBody = serde_json::from_str(text).ok()?;
    let turn = |turn: &TurnBody| {
        Some(Turn {
            hours: hours(&turn.hours)?,
            rotate: Rotate::from_code(&turn.rotate)?,
            groups: turn.groups.clone(),
        })
    };
    let need = |(code, count): &(String, u8)| Some((Discipline::from_code(code)?, *count));
    let rota = Rota {
        name: body.name,
        kind: RotaKind::from_code(&body.kind)?,
        zone: Zone::from_code(&body.zone)?,
        from: LocalDate::parse(&body.from).ok()?,
        until: LocalDate::parse(&body.until).ok(),
        people: body.people.into_iter().map(person).collect(),
        turns: body.turns.iter().map(turn).collect::<Option<_>>()?,
        meant: body.meant.iter().map(hours).collect::<Option<_>>()?,
        needs: body.needs.iter().filter_map(need).collect(),
        fallback: body.fallback,
    };
    rota.fault().is_none().then_some(rota)
}

fn person(body: PersonBody) -> Person {
    Person {
        member: body.member.parse().ok(),
        name: body.name,
        phone: body.phone,
        discipline: Discipline::from_code(&body.discipline).unwrap_or(Discipline::Other),
    }
}

fn hours(body: &HoursBody) -> Option<Hours> {
    Some(Hours {
        days: body.days,
        at: TimeOfDay::from_minutes(body.at)?,
        minutes: body.minutes,
    })
}

/// The body of a change of one shift.
pub fn change_body(on: LocalDate, at: TimeOfDay, who: &str, by: Option<&Person>) -> String {
    json(&ChangeBody {
        on: on.to_string(),
        at: at.minutes(),
        who: who.to_owned(),
        by: by.map(of_person),
    })
}

pub(super) fn change(id: RecordId, rota: RecordId, text: &str) -> Option<ShiftChange> {
    let body: ChangeBody = serde_json::from_str(text).ok()?;
    Some(ShiftChange {
        id,
        rota,
        on: LocalDate::parse(&body.on).ok()?,
        at: TimeOfDay::from_minutes(body.at)?,
        who: body.who,
        kind: match body.by {
            Some(by) => ChangeKind::Taken(person(by)),
            None => ChangeKind::Away,
        },
    })
}

/// The body of a swap: whoever asks, and whom.
pub fn swap_body(first: &Seat, second: &Seat) -> String {
    json(&SwapBody {
        first: of_seat(first),
        second: of_seat(second),
    })
}

/// The body of the question whether somebody takes a shift.
pub fn offer_body(shift: &Seat, to: &Person) -> String {
    json(&OfferBody {
        shift: of_seat(shift),
        to: of_person(to),
    })
}

fn of_seat(seat: &Seat) -> SeatBody {
    SeatBody {
        rota: seat.rota.to_string(),
        on: seat.on.to_string(),
        at: seat.at.minutes(),
        start: seat.start.millis(),
        end: seat.end.millis(),
        person: of_person(&seat.person),
    }
}

fn seat(about: RecordId, body: SeatBody) -> Option<Seat> {
    Some(Seat {
        rota: body.rota.parse().unwrap_or(about),
        on: LocalDate::parse(&body.on).ok()?,
        at: TimeOfDay::from_minutes(body.at)?,
        start: Timestamp::from_millis(body.start),
        end: Timestamp::from_millis(body.end),
        person: person(body.person),
    })
}

/// A swap of a shift of the rota that the statement is about.
pub(super) fn swap(about: RecordId, text: &str) -> Option<(Seat, Seat)> {
    let body: SwapBody = serde_json::from_str(text).ok()?;
    let first = seat(about, body.first)?;
    let first = Seat {
        rota: about,
        ..first
    };
    Some((first, seat(about, body.second)?))
}

/// A shift of the rota that the statement is about, and who is asked to take it.
pub(super) fn offer(about: RecordId, text: &str) -> Option<(Seat, Person)> {
    let body: OfferBody = serde_json::from_str(text).ok()?;
    let shift = seat(about, body.shift)?;
    let shift = Seat {
        rota: about,
        ..shift
    };
    Some((shift, person(body.to)))
}

/// The body of a search for somebody on call.
pub fn sought_body(who: &str) -> String {
    json(&SoughtBody {
        who: who.trim().to_owned(),
    })
}

pub(super) fn sought(text: &str) -> String {
    let body: SoughtBody = serde_json::from_str(text).unwrap_or_default();
    body.who
}

/// The body of an answer.
pub fn answer_body(at: Timestamp) -> String {
    json(&AnswerBody {
        at: Some(at.millis()),
    })
}

pub(super) fn answered_at(text: &str) -> Option<Timestamp> {
    let body: AnswerBody = serde_json::from_str(text).ok()?;
    body.at.map(Timestamp::from_millis)
}
