//! What a whole day's screens cost once a caseload is two years old, and for a supervisor of many
//! coaches: what is owed is worked out anew after every change.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use handrail_engine::api::{PeopleFilter, Query, Reply, Request, Role};

use crate::caseload::{self, Size};
use crate::device::Device;
use crate::figures::{Figures, milliseconds};
use crate::first_sync::is_whole;
use crate::relay::Relay;
use crate::world::{agency, founder, invite, join, tell_each_other};

/// A coach's caseload, and for how many years.
const CASELOAD: Size = Size {
    participants: 60,
    encounters: 400,
};
const YEARS: u32 = 2;
/// Coaches of one supervisor, and the people of each.
const COACHES: u64 = 12;
const PEOPLE: u32 = 40;
/// Changes after which the screens are asked again.
const CHANGES: usize = 60;
/// What is owed to one participant, and the list of all, worked out after one change, at most, in ms.
const OWED_AFTER_ONE_CHANGE: f64 = 5.0;
const TODAY_AFTER_ONE_CHANGE: f64 = 5.0;

/// Today and People of a coach with a caseload of two years.
pub fn two_years(figures: &mut Figures) -> Result<()> {
    let relay = Relay::start(None)?;
    let (_supervisor, mut coach) = agency(&relay)?;
    coach.network.cut = true;
    let start = Instant::now();
    let participants = caseload::add_people(&mut coach, CASELOAD.participants)?;
    caseload::write_years(&mut coach, &participants, CASELOAD.encounters, 0..YEARS)?;
    let name = format!("{}x{YEARS}years", CASELOAD.participants);
    let took = milliseconds(start.elapsed());
    figures.add(&format!("write_{name}_native"), took, "ms", 1);
    let whole = Size {
        encounters: CASELOAD.encounters * YEARS,
        ..CASELOAD
    };
    ensure!(
        is_whole(&mut coach, whole)?,
        "not every contact of two years is shown"
    );
    after_each_change(
        &mut coach,
        &participants,
        &name,
        Some(TODAY_AFTER_ONE_CHANGE),
        figures,
    )
}

/// The same and the team's page of a supervisor of twelve coaches.
pub fn twelve_coaches(quick: bool, figures: &mut Figures) -> Result<()> {
    let size = Size {
        participants: PEOPLE,
        encounters: if quick { 10 } else { 60 },
    };
    let relay = Relay::start(None)?;
    let mut supervisor = founder(&relay)?;
    supervisor.settle()?;
    let mut people = Vec::new();
    for number in 0..COACHES {
        let link = invite(&mut supervisor, Role::Coach)?;
        let name = format!("Coach {}", number + 1);
        let mut coach = join(&relay, 10 + number, &name, link)?;
        coach.network.cut = true;
        people.extend(caseload::write(&mut coach, size, |_| Ok(()))?.0);
        coach.network.cut = false;
        coach.send_all()?;
        tell_each_other(&mut coach, &mut supervisor)?;
    }
    let view = supervisor.query(Query::Team)?;
    let Reply::Team(view) = view else {
        bail!("no team");
    };
    let caseloads: u32 = view.coaches.iter().map(|coach| coach.caseload).sum();
    ensure!(
        usize::try_from(caseloads)? == people.len(),
        "{caseloads} people arrived, of {}",
        people.len()
    );
    let name = format!("{COACHES}x{PEOPLE}");
    after_each_change(&mut supervisor, &people, &name, None, figures)?;
    let mut team = Vec::new();
    for _ in 0..CHANGES {
        team.push(supervisor.timed(Request::Query(Query::Team))?.0);
    }
    figures.add_durations(&format!("team_{name}_native"), &team, None);
    Ok(())
}

/// One contact after another; after each what is owed to whoever it was with, the day's list, the
/// list of people, and their page.
fn after_each_change(
    device: &mut Device,
    participants: &[String],
    name: &str,
    target: Option<f64>,
    figures: &mut Figures,
) -> Result<()> {
    let (mut owed, mut today): (Vec<Duration>, Vec<_>) = Default::default();
    let (mut people, mut person): (Vec<_>, Vec<_>) = Default::default();
    for participant in participants.iter().cycle().step_by(17).take(CHANGES) {
        caseload::log_one(device, participant)?;
        owed.push(device.timed_owed(participant)?);
        let (took, reply) = device.timed(Request::Query(Query::Today))?;
        ensure!(
            matches!(&reply, Reply::Today(view) if view.owed.len() + view.settled.len() > 0),
            "Today is empty"
        );
        today.push(took);
        let list = Query::People {
            search: String::new(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: 50,
        };
        people.push(device.timed(Request::Query(list))?.0);
        let page = Query::Person {
            participant: participant.clone(),
            timeline_limit: 30,
        };
        person.push(device.timed(Request::Query(page))?.0);
    }
    let mut add = |what: &str, durations: &[Duration], target| {
        figures.add_durations(&format!("{what}_{name}_native"), durations, target);
    };
    add("owed_after_one_change", &owed, Some(OWED_AFTER_ONE_CHANGE));
    add("today_after_one_change", &today, target);
    add("people_after_one_change", &people, None);
    add("person_after_one_change", &person, None);
    Ok(())
}
