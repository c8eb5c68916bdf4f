//! An agency that every world begins with: founded, joined and in agreement.
//! Made once, because passphrases are slow on purpose.

use std::path::{Path, PathBuf};

use handrail_engine::api::{Command, EngineError, Query, Reply, Request, Role, SettingChange};
use handrail_protocol::AgencyId;
use handrail_relay::storage::MemoryStorage;
use handrail_vault::InvitationLink;
use tempfile::TempDir;

use super::device::{EngineDevice, PASSPHRASE, RELAY};
use crate::world::World;

/// The template cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// Files.
    #[error("files of a simulated device: {0}")]
    Files(#[from] std::io::Error),
    /// The engine says no.
    #[error("the engine refused to set the agency up: {0:?}")]
    Engine(EngineError),
    /// No answer, or not the one expected.
    #[error("the engine did not answer while the agency was set up: {0}")]
    NoAnswer(&'static str),
}

/// A supervisor's device and coaches' devices, as folders, and the relay.
pub struct Template {
    folder: TempDir,
    devices: usize,
    pub(super) storage: MemoryStorage,
    pub(super) agency: AgencyId,
}

impl Template {
    /// Founds the agency and lets so many coaches join.
    pub fn with_coaches(coaches: usize) -> Result<Self, TemplateError> {
        Self::with(&vec![Role::Coach; coaches])
    }

    /// As above, and with a clinical provider, who comes last. No device locks by itself for
    /// having been away.
    pub fn with_guest(coaches: usize) -> Result<Self, TemplateError> {
        let mut roles = vec![Role::Coach; coaches];
        roles.push(Role::ClinicalProvider);
        Self::with(&roles)
    }

    fn with(roles: &[Role]) -> Result<Self, TemplateError> {
        let folder = scratch()?;
        let mut world: World<EngineDevice> = World::new(1, AgencyId::from_bytes([0; 16]));
        let place = |index: usize| device_folder(folder.path(), index);
        std::fs::create_dir_all(place(0))?;
        world.add(EngineDevice::new(&place(0)));
        order(
            &mut world,
            0,
            Command::FoundAgency {
                agency_name: "Simulated Peers".to_owned(),
                own_name: "Sam Supervisor".to_owned(),
                passphrase: PASSPHRASE.to_owned(),
                relay: Some(RELAY.to_owned()),
            },
        )?;
        confirm_the_kit(&mut world)?;
        for (index, role) in (1..).zip(roles) {
            world.run(30_000, 5_000);
            let invite = Command::Invite {
                role: *role,
                valid_hours: 300,
            };
            let Reply::Invitation(invitation) = order(&mut world, 0, invite)? else {
                return Err(TemplateError::NoAnswer("invitation"));
            };
            let link = InvitationLink::parse(&invitation.link)
                .map_err(|_| TemplateError::NoAnswer("link"))?;
            world.set_agency(link.agency());
            std::fs::create_dir_all(place(index))?;
            world.add(EngineDevice::new(&place(index)));
            order(
                &mut world,
                index,
                Command::AcceptInvitation {
                    link: invitation.link.clone(),
                    own_name: format!("Coach {index}"),
                    passphrase: PASSPHRASE.to_owned(),
                },
            )?;
        }
        if roles.contains(&Role::ClinicalProvider) {
            order(&mut world, 0, Command::SetLease { days: 0 })?;
        }
        for index in 0..=roles.len() {
            let longest = Command::SetSetting(SettingChange::AutoLockMinutes(60));
            order(&mut world, index, longest)?;
        }
        world.run(120_000, 20_000);
        let agency = world.agency();
        let storage = world
            .relay_storage()
            .cloned()
            .ok_or(TemplateError::NoAnswer("relay"))?;
        // The processes end, and with them their hold on the files.
        drop(world);
        Ok(Self {
            folder,
            devices: roles.len() + 1,
            storage,
            agency,
        })
    }

    /// Copies the devices' files into a new folder, which is deleted when the
    /// answer is dropped.
    pub(super) fn copy(&self) -> Result<(TempDir, Vec<PathBuf>), TemplateError> {
        let folder = scratch()?;
        let mut places = Vec::new();
        for index in 0..self.devices {
            let place = device_folder(folder.path(), index);
            copy_files(&device_folder(self.folder.path(), index), &place)?;
            places.push(place);
        }
        Ok((folder, places))
    }
}

/// The founder types back what was asked for: the keys can be renewed from then on.
fn confirm_the_kit(world: &mut World<EngineDevice>) -> Result<(), TemplateError> {
    let Reply::RecoveryKit(kit) = order(world, 0, Command::ShowRecoveryKit)? else {
        return Err(TemplateError::NoAnswer("kit"));
    };
    let type_back = |position: &u8| {
        let typed = kit.words.get(usize::from(position.checked_sub(1)?))?;
        Some((*position, typed.clone()))
    };
    let words = kit.ask.iter().filter_map(type_back).collect();
    order(world, 0, Command::ConfirmRecoveryKit { words }).map(|_| ())
}

/// Gives a command and lets the world go on until it is answered.
fn order(
    world: &mut World<EngineDevice>,
    index: usize,
    command: Command,
) -> Result<Reply, TemplateError> {
    let request = Request::Command(command);
    let id = world
        .act(index, |node, clock, rng| node.begin(request, clock, rng))
        .ok_or(TemplateError::NoAnswer("no such device"))?;
    for _ in 0..200 {
        if let Some(answer) = world
            .with_node(index, |node, _, _| node.answer(id))
            .flatten()
        {
            return answer.map_err(TemplateError::Engine);
        }
        world.run(1_000, 2_000);
    }
    Err(TemplateError::NoAnswer("command"))
}

/// Asks and expects the answer at once.
pub(super) fn ask(
    world: &mut World<EngineDevice>,
    index: usize,
    query: Query,
) -> Option<Result<Reply, EngineError>> {
    give(world, index, Request::Query(query))
}

/// Gives a request that is answered at once, if the device is open.
pub(super) fn give(
    world: &mut World<EngineDevice>,
    index: usize,
    request: Request,
) -> Option<Result<Reply, EngineError>> {
    let id = world.act(index, |node, clock, rng| node.begin(request, clock, rng))?;
    world
        .with_node(index, |node, _, _| node.answer(id))
        .flatten()
}

/// Copies a device's files.
pub(super) fn copy_files(from: &Path, to: &Path) -> Result<(), std::io::Error> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(to)? {
        std::fs::remove_file(entry?.path())?;
    }
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn device_folder(folder: &Path, index: usize) -> PathBuf {
    folder.join(format!("device-{index}"))
}

/// A folder in memory where there is one: these databases are written durably,
/// thousands of times.
pub(super) fn scratch() -> Result<TempDir, std::io::Error> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    }
}
