//! What the form of a rota holds, and what it comes to.

use handrail_engine::api::{
    LocalDate, OnCallView, TimeOfDay, Timestamp, Zone,
    on_call::{Discipline, Hours, Person, Rota, RotaFault, RotaKind, Rotate, Turn},
};
use serde::{Deserialize, Serialize};

use crate::words::dates::Moment;

const EVERY_DAY: u8 = 0b111_1111;

/// Hours as the fields have them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypedHours {
    /// One bit for each day of the week, Monday the lowest.
    pub days: u8,
    pub at: String,
    pub until: String,
    /// Whole days more.
    pub more_days: u16,
}

/// A row of the rota.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TypedTurn {
    pub hours: TypedHours,
    pub rotate: Rotate,
    pub groups: Vec<Vec<u8>>,
}

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    pub name: String,
    pub kind: RotaKind,
    pub zone: Zone,
    pub from: String,
    pub until: String,
    pub people: Vec<Person>,
    pub turns: Vec<TypedTurn>,
    /// Not around the clock.
    pub meant: Option<TypedHours>,
    /// More of such hours, which the form does not show and keeps.
    #[serde(default)]
    pub meant_too: Vec<Hours>,
    /// Which professions, and how many of each.
    #[serde(default)]
    pub needed: Vec<(Discipline, u8)>,
    pub fallback: Vec<u8>,
}

impl TypedHours {
    fn new(at: &str, until: &str) -> Self {
        Self {
            days: EVERY_DAY,
            at: at.to_owned(),
            until: until.to_owned(),
            more_days: 0,
        }
    }

    fn of(hours: Hours) -> Self {
        let end = u32::from(hours.at.minutes()) + u32::from(hours.minutes);
        let until = u16::try_from(end % 1440)
            .ok()
            .and_then(TimeOfDay::from_minutes);
        let until = until.unwrap_or(TimeOfDay::MIDNIGHT);
        // The end is on the day of the beginning or on the next: what is more are whole days.
        let ends_later = until.minutes() <= hours.at.minutes();
        let days = end / 1440 - u32::from(ends_later);
        Self {
            days: hours.days,
            at: hours.at.to_string(),
            until: until.to_string(),
            more_days: u16::try_from(days).unwrap_or(0),
        }
    }

    /// An end that is not after the beginning is on the next day.
    fn hours(&self) -> Option<Hours> {
        let at = TimeOfDay::parse(&self.at).ok()?;
        let until = TimeOfDay::parse(&self.until).ok()?;
        let minutes = if until > at {
            until.minutes() - at.minutes()
        } else {
            1440 - at.minutes() + until.minutes()
        };
        Some(Hours {
            days: self.days,
            at,
            minutes: minutes.saturating_add(self.more_days.saturating_mul(1440)),
        })
    }
}

impl TypedTurn {
    pub fn new(at: &str, until: &str) -> Self {
        Self {
            hours: TypedHours::new(at, until),
            rotate: Rotate::Weekly,
            groups: vec![Vec::new()],
        }
    }
}

impl Typed {
    /// A rota of day and night, with nobody on it yet.
    pub fn new(moment: &Moment) -> Self {
        let zone = Zone::likely(Timestamp::from_millis(moment.at), |at| {
            (moment.offset_at)(at.millis())
        });
        Self {
            name: String::new(),
            kind: RotaKind::Supervisors,
            zone: zone.unwrap_or(Zone::Central),
            from: moment.today().to_string(),
            until: String::new(),
            people: Vec::new(),
            turns: vec![
                TypedTurn::new("07:00", "19:00"),
                TypedTurn::new("19:00", "07:00"),
            ],
            meant: None,
            meant_too: Vec::new(),
            needed: Vec::new(),
            fallback: Vec::new(),
        }
    }

    /// As a rota is known.
    pub fn of(rota: &Rota) -> Self {
        let turn = |turn: &Turn| TypedTurn {
            hours: TypedHours::of(turn.hours),
            rotate: turn.rotate,
            groups: turn.groups.clone(),
        };
        Self {
            name: rota.name.clone(),
            kind: rota.kind,
            zone: rota.zone,
            from: rota.from.to_string(),
            until: rota.until.map(|day| day.to_string()).unwrap_or_default(),
            people: rota.people.clone(),
            turns: rota.turns.iter().map(turn).collect(),
            meant: rota.meant.first().copied().map(TypedHours::of),
            meant_too: rota.meant.get(1..).unwrap_or_default().to_vec(),
            needed: rota.needs.clone(),
            fallback: rota.fallback.clone(),
        }
    }

    /// The rota, or what is to be mended.
    pub fn rota(&self) -> Result<Rota, RotaFault> {
        let turn = |turn: &TypedTurn| {
            Some(Turn {
                hours: turn.hours.hours()?,
                rotate: turn.rotate,
                groups: turn.groups.clone(),
            })
        };
        let turns = self.turns.iter().map(turn).collect::<Option<Vec<Turn>>>();
        let meant = self
            .meant
            .as_ref()
            .map(|one| one.hours().ok_or(RotaFault::Hours));
        let until = match self.until.trim() {
            "" => None,
            text => Some(LocalDate::parse(text).map_err(|_| RotaFault::Until)?),
        };
        let rota = Rota {
            name: self.name.clone(),
            kind: self.kind,
            zone: self.zone,
            from: LocalDate::parse(&self.from).map_err(|_| RotaFault::Until)?,
            until,
            people: self.people.clone(),
            turns: turns.ok_or(RotaFault::Hours)?,
            meant: match meant.transpose()? {
                Some(first) => [vec![first], self.meant_too.clone()].concat(),
                None => Vec::new(),
            },
            needs: self.needed.clone(),
            fallback: self.fallback.clone(),
        };
        match rota.fault() {
            Some(fault) => Err(fault),
            None => Ok(rota),
        }
    }

    /// Somebody of the agency, or somebody without a device of it.
    pub fn add(&mut self, member: &str, view: &OnCallView) {
        let known = view.members.iter().find(|one| one.member == member);
        let own = view.own.member.map(|own| own.to_string());
        let discipline = if self.kind == RotaKind::Supervisors {
            Discipline::Supervisor
        } else {
            Discipline::Peer
        };
        self.people.push(Person {
            member: known.and_then(|one| one.member.parse().ok()),
            name: known.map(|one| one.name.clone()).unwrap_or_default(),
            phone: if own.as_deref() == Some(member) {
                view.own.phone.clone()
            } else {
                String::new()
            },
            discipline,
        });
    }

    /// Takes somebody out, of every turn, too.
    pub fn remove(&mut self, place: usize) {
        if place >= self.people.len() {
            return;
        }
        self.people.remove(place);
        let gone = |one: u8| usize::from(one) == place;
        let moved = |one: u8| {
            if usize::from(one) > place {
                one - 1
            } else {
                one
            }
        };
        let all = self
            .turns
            .iter_mut()
            .flat_map(|turn| turn.groups.iter_mut());
        for group in all.chain(std::iter::once(&mut self.fallback)) {
            group.retain(|one| !gone(*one));
            for one in group.iter_mut() {
                *one = moved(*one);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wisconsin(_at: i64) -> i32 {
        -360
    }

    fn typed() -> Typed {
        let moment = Moment {
            at: 1_795_304_280_000,
            offset_at: wisconsin,
        };
        let mut typed = Typed::new(&moment);
        typed.name = "Supervisors".to_owned();
        for name in ["Sam", "Olga", "Nadia"] {
            typed.people.push(Person {
                member: None,
                name: name.to_owned(),
                phone: "6085550100".to_owned(),
                discipline: Discipline::Supervisor,
            });
        }
        for (turn, place) in typed.turns.iter_mut().zip([0, 2]) {
            turn.groups = vec![vec![place], vec![1]];
        }
        typed.fallback = vec![1, 2];
        typed
    }

    #[test]
    fn s4_16_a_rota_that_is_changed_begins_with_what_it_says() {
        let mut rota = typed().rota().unwrap();
        assert_eq!(
            rota.turns
                .iter()
                .map(|turn| turn.hours.minutes)
                .collect::<Vec<_>>(),
            [720, 720]
        );
        // A week from Monday to Monday, and a day and night.
        let monday = |days, minutes| Hours {
            days,
            at: TimeOfDay::parse("08:00").unwrap(),
            minutes,
        };
        for hours in [
            monday(1, 7 * 1440),
            monday(1, 1440),
            monday(127, 60),
            monday(127, 1441),
        ] {
            rota.turns[0].hours = hours;
            rota.meant = vec![hours];
            assert_eq!(Typed::of(&rota).rota().as_ref(), Ok(&rota));
        }
    }

    #[test]
    fn s1_3_a_change_of_the_plan_keeps_how_many_of_a_profession_are_needed_and_when() {
        let mut rota = typed().rota().unwrap();
        rota.needs = vec![(Discipline::Officer, 1), (Discipline::Peer, 3)];
        let hours = |at: &str| Hours {
            days: EVERY_DAY,
            at: TimeOfDay::parse(at).unwrap(),
            minutes: 60,
        };
        rota.meant = vec![hours("08:00"), hours("18:00")];
        assert_eq!(Typed::of(&rota).rota().as_ref(), Ok(&rota));
        let mut always = Typed::of(&rota);
        always.meant = None;
        assert_eq!(always.rota().unwrap().meant, []);
    }

    #[test]
    fn s4_16_whoever_is_taken_out_stands_in_no_turn_any_more() {
        let mut typed = typed();
        typed.remove(0);
        let groups: Vec<_> = typed.turns.iter().map(|turn| turn.groups.clone()).collect();
        assert_eq!(groups, [vec![vec![], vec![0]], vec![vec![1], vec![0]]]);
        assert_eq!(typed.fallback, [0, 1]);
        typed.people.clear();
        assert_eq!(typed.rota(), Err(RotaFault::People));
    }
}
