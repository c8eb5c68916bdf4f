//! The agency that is measured: a relay, a supervisor's device, and a coach's, which wrote a
//! caseload.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use handrail_engine::api::{Command, Reply, Role, SettingChange};
use handrail_engine::io::Input;

use crate::caseload::{self, Size};
use crate::device::{Device, PASSPHRASE};
use crate::figures::{Figures, milliseconds, number};
use crate::relay::Relay;

/// How many contacts more are logged to measure one.
const FURTHER: usize = 200;

/// Rounds of news until each device knows what the other has.
const ROUNDS_OF_NEWS: usize = 3;

/// One agency with one caseload.
pub struct World {
    pub relay: Relay,
    /// The founder's.
    pub supervisor: Device,
    /// A coach's, with the caseload.
    pub writer: Device,
    pub participants: Vec<String>,
    pub size: Size,
}

impl World {
    /// Logs the caseload without a connection.
    pub fn write(size: Size, app: Option<PathBuf>, figures: &mut Figures) -> Result<Self> {
        let relay = Relay::start(app)?;
        let (supervisor, mut writer) = agency(&relay)?;
        writer.network.cut = true;
        let start = Instant::now();
        let (participants, logged) = caseload::write(&mut writer, size, |_| Ok(()))?;
        let name = size.name();
        figures.add(
            &format!("write_{name}_native"),
            milliseconds(start.elapsed()),
            "ms",
            1,
        );
        let late: Vec<Duration> = logged.iter().rev().take(1_000).copied().collect();
        figures.add_durations(&format!("log_while_writing_{name}_native"), &late, None);
        Ok(Self {
            relay,
            supervisor,
            writer,
            participants,
            size,
        })
    }

    /// Logs with anybody, still without a connection.
    pub fn log_offline(&mut self, figures: &mut Figures) -> Result<()> {
        let name = format!("log_offline_{}_native", self.size.name());
        let more = caseload::log_more(&mut self.writer, &self.participants, FURTHER, |_| Ok(()))?;
        figures.add_durations(&name, &more, Some(30.0));
        Ok(())
    }

    /// Sends everything; then the supervisor's device has read it and given its word on the
    /// snapshots, without which they leave nothing out for a newcomer.
    pub fn send(&mut self, figures: &mut Figures) -> Result<()> {
        let (name, writer) = (self.size.name(), &mut self.writer);
        writer.network.cut = false;
        let (start, before) = (Instant::now(), writer.network.traffic);
        writer.send_all()?;
        let sent = writer.network.traffic.sent - before.sent;
        let took = milliseconds(start.elapsed());
        figures.add(&format!("send_{name}_native"), took, "ms", 1);
        figures.add(&format!("send_{name}_bytes"), number(sent), "bytes", 1);
        let bytes = number(self.relay.bytes_on_disk()?);
        figures.add(&format!("relay_disk_{name}"), bytes, "bytes", 1);
        tell_each_other(&mut self.supervisor, &mut self.writer)
    }

    /// Logs with anybody and sends each contact.
    pub fn log_online(&mut self, figures: &mut Figures) -> Result<()> {
        let name = format!("log_online_{}_native", self.size.name());
        let more = caseload::log_more(
            &mut self.writer,
            &self.participants,
            FURTHER,
            Device::send_now,
        )?;
        figures.add_durations(&name, &more, Some(30.0));
        Ok(())
    }

    /// A link for one more supervisor, who reads everything.
    pub fn invite(&mut self) -> Result<String> {
        invite(&mut self.supervisor, Role::Supervisor)
    }
}

/// The devices of a supervisor, who founded an agency on this relay, and of a coach.
pub fn agency(relay: &Relay) -> Result<(Device, Device)> {
    let mut supervisor = founder(relay)?;
    supervisor.settle()?;
    let link = invite(&mut supervisor, Role::Coach)?;
    let coach = join(relay, 3, "Casey Coach", link)?;
    Ok((supervisor, coach))
}

/// Each fetches what the other wrote, receipts included.
pub fn tell_each_other(one: &mut Device, other: &mut Device) -> Result<()> {
    for _ in 0..ROUNDS_OF_NEWS {
        for device in [&mut *one, &mut *other] {
            device.input(Input::Wake)?;
            device.settle()?;
        }
    }
    Ok(())
}

/// Another person joins, on a device of their own.
pub fn join(relay: &Relay, seed: u64, name: &str, link: String) -> Result<Device> {
    let mut device = Device::new(seed, relay.address)?;
    device.order(Command::AcceptInvitation {
        link,
        own_name: name.to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    })?;
    stay_open(&mut device)?;
    device.settle()?;
    Ok(device)
}

/// Some scenarios take longer than a device stays open by itself.
fn stay_open(device: &mut Device) -> Result<()> {
    device.order(Command::SetSetting(SettingChange::AutoLockMinutes(60)))?;
    Ok(())
}

/// A device that founded an agency on this relay.
pub fn founder(relay: &Relay) -> Result<Device> {
    let mut device = Device::new(1, relay.address)?;
    device.order(Command::FoundAgency {
        agency_name: "Lakeside Peers (bench)".to_owned(),
        own_name: "Sam Supervisor".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        relay: Some(relay.origin()),
    })?;
    stay_open(&mut device)?;
    Ok(device)
}

/// A link for one more person, made by this supervisor's device.
pub fn invite(supervisor: &mut Device, role: Role) -> Result<String> {
    let invitation = supervisor.order(Command::Invite {
        role,
        valid_hours: 24,
    })?;
    let Reply::Invitation(invitation) = invitation else {
        bail!("no invitation");
    };
    supervisor.settle()?;
    Ok(invitation.link)
}
