//! A caseload from the first log to another device's empty database.

use std::time::Instant;

use anyhow::{Result, bail, ensure};
use handrail_engine::api::{Command, Query, Reply, Role, SyncState};
use handrail_engine::io::Input;
use handrail_protocol::message::{self, FeedPage};
use handrail_protocol::{ItemKind, UnverifiedItem};

use crate::caseload::{self, Size};
use crate::device::{Device, PASSPHRASE};
use crate::figures::{Figures, milliseconds, number};
use crate::relay::Relay;
use crate::world::{World, agency, invite, tell_each_other};

/// `sync.md` 5.4, for 50 participants with 400 contacts each.
const MOST_BYTES: f64 = 4_000_000.0;
const MOST_MS: f64 = 1_500.0;

/// Brings the caseload to an empty device, then one more contact to the same.
pub fn measure(world: &mut World, figures: &mut Figures) -> Result<()> {
    let name = format!("first_sync_{}", world.size.name());
    let link = world.invite()?;
    let mut reader = bring(link, world.size, &world.relay, &name, figures)?;
    match world.participants.first() {
        Some(participant) => catch_up(&mut world.writer, &mut reader, participant, figures),
        None => Ok(()),
    }
}

/// The same when each contact was sent as it was logged, which is how a
/// caseload grows on a phone with signal.
pub fn measure_as_logged(quick: bool, figures: &mut Figures) -> Result<()> {
    let size = Size {
        participants: if quick { 5 } else { 50 },
        encounters: 400,
    };
    let relay = Relay::start(None)?;
    let (mut supervisor, mut writer) = agency(&relay)?;
    caseload::write(&mut writer, size, Device::send_now)?;
    tell_each_other(&mut writer, &mut supervisor)?;
    let name = format!("first_sync_{}_sent_one_by_one", size.name());
    let link = invite(&mut supervisor, Role::Supervisor)?;
    bring(link, size, &relay, &name, figures)?;
    Ok(())
}

/// Another supervisor joins on an empty device and fetches everything.
fn bring(
    link: String,
    size: Size,
    relay: &Relay,
    name: &str,
    figures: &mut Figures,
) -> Result<Device> {
    let mut reader = Device::new(2, relay.address)?;
    let start = Instant::now();
    reader.order(Command::AcceptInvitation {
        link,
        own_name: "Robin Reader".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    })?;
    figures.add(
        &format!("{name}_join"),
        milliseconds(start.elapsed()),
        "ms",
        1,
    );
    reader.heard = Some(Vec::new());
    let (start, before) = (Instant::now(), reader.network.traffic);
    reader.run_until(|device| {
        let Reply::Sync(view) = device.query(Query::Sync)? else {
            bail!("no state of sending");
        };
        Ok(view.first_fetch.is_none() && is_whole(device, size)?)
    })?;
    let (took, after) = (start.elapsed(), reader.network.traffic);
    let heard = reader.heard.take().unwrap_or_default();
    let is_target = size.participants == 50;
    let received = number(after.received - before.received);
    if is_target {
        figures.add_with_target(
            &format!("{name}_time"),
            milliseconds(took),
            "ms",
            1,
            MOST_MS,
        );
        figures.add_with_target(
            &format!("{name}_received"),
            received,
            "bytes",
            1,
            MOST_BYTES,
        );
    } else {
        figures.add(&format!("{name}_time"), milliseconds(took), "ms", 1);
        figures.add(&format!("{name}_received"), received, "bytes", 1);
    }
    let sent = number(after.sent - before.sent);
    figures.add(&format!("{name}_sent"), sent, "bytes", 1);
    let requests = number(after.requests - before.requests);
    figures.add(&format!("{name}_requests"), requests, "requests", 1);
    tell_kinds(&heard, name, figures);
    reader.settle()?;
    Ok(reader)
}

/// Every participant with at least the contacts that were generated.
pub fn is_whole(device: &mut Device, size: Size) -> Result<bool> {
    let Reply::People(view) = device.query(Query::People {
        search: String::new(),
        filter: handrail_engine::api::PeopleFilter::default(),
        offset: 0,
        limit: 200,
    })?
    else {
        bail!("no people");
    };
    if view.total < size.participants {
        return Ok(false);
    }
    for row in view.rows {
        let person = device.query(Query::Person {
            participant: row.participant,
            timeline_limit: 1,
        })?;
        let Reply::Person(person) = person else {
            bail!("no person");
        };
        if person.timeline_total < size.encounters {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many items of each kind the feed held, and their bytes.
fn tell_kinds(heard: &[(String, Vec<u8>)], name: &str, figures: &mut Figures) {
    let mut changes = (0_usize, 0_u64);
    let mut snapshots = (0_usize, 0_u64);
    let pages = heard
        .iter()
        .filter(|(path, _)| path.starts_with("/v1/feed") || path.starts_with("/v1/documents"))
        .filter_map(|(_, body)| message::decode::<FeedPage>(body).ok());
    for item in pages.flat_map(|page| page.items) {
        let Ok(parsed) = UnverifiedItem::parse(&item.item) else {
            continue;
        };
        let count = match parsed.header().kind {
            ItemKind::Change => &mut changes,
            ItemKind::Snapshot => &mut snapshots,
            _ => continue,
        };
        count.0 += 1;
        count.1 += item.item.len() as u64;
    }
    figures.add(
        &format!("{name}_change_items"),
        number(changes.0 as u64),
        "items",
        1,
    );
    figures.add(
        &format!("{name}_snapshot_items"),
        number(snapshots.0 as u64),
        "items",
        1,
    );
    figures.add(
        &format!("{name}_snapshot_bytes"),
        number(snapshots.1),
        "bytes",
        1,
    );
}

/// What one more contact costs a device that is connected and up to date.
fn catch_up(
    writer: &mut Device,
    reader: &mut Device,
    participant: &str,
    figures: &mut Figures,
) -> Result<()> {
    // What they still had to tell each other of the first fetch is no part of it.
    tell_each_other(reader, writer)?;
    reader.input(Input::Wake)?;
    reader.settle()?;
    caseload::log_one(writer, participant)?;
    writer.send_now()?;
    let total = |device: &mut Device| -> Result<u32> {
        let person = device.query(Query::Person {
            participant: participant.to_owned(),
            timeline_limit: 1,
        })?;
        match person {
            Reply::Person(person) => Ok(person.timeline_total),
            _ => bail!("no person"),
        }
    };
    let wanted = total(writer)?;
    ensure!(
        total(reader)? < wanted,
        "it was there before it was fetched"
    );
    let (start, before) = (Instant::now(), reader.network.traffic);
    reader.input(Input::Wake)?;
    reader.run_until(|device| Ok(total(device)? == wanted))?;
    let (took, after) = (start.elapsed(), reader.network.traffic);
    let bytes = number(after.received + after.sent - before.received - before.sent);
    figures.add("catch_up_one_change_time", milliseconds(took), "ms", 1);
    figures.add_with_target("catch_up_one_change_bytes", bytes, "bytes", 1, 2_000.0);
    let requests = number(after.requests - before.requests);
    figures.add_with_target("catch_up_one_change_requests", requests, "requests", 1, 2.0);
    reader.settle()?;
    let after = reader.network.traffic;
    let bytes = number(after.received + after.sent - before.received - before.sent);
    figures.add("catch_up_with_receipt_bytes", bytes, "bytes", 1);
    let requests = number(after.requests - before.requests);
    figures.add("catch_up_with_receipt_requests", requests, "requests", 1);
    let Reply::Sync(view) = reader.query(Query::Sync)? else {
        bail!("no state of sending");
    };
    ensure!(view.state == SyncState::Idle, "not idle: {:?}", view.state);
    Ok(())
}
