//! Devices that were taken out.

use handrail_engine::api::{Command, EngineError, MemberPageView, Query, Reply, SessionView};

use super::Device;
use super::two::World;

pub fn session(device: &mut Device) -> SessionView {
    match device.query(Query::Session) {
        Reply::Session(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Nothing of the first person is left on the device, and it says so.
pub fn wiped(device: &mut Device, left_behind: u32) {
    wiped_with(device, left_behind, 0);
}

/// The same, of a device that carried so many entries of others and could not hand them over.
pub fn wiped_with(device: &mut Device, left_behind: u32, carried: u32) {
    match session(device) {
        SessionView::Removed(view) => assert_eq!(
            (view.profile, view.left_behind, view.carried, view.others),
            (1, left_behind, carried, false)
        ),
        other => panic!("{other:?}"),
    }
    let files = std::fs::read_dir(device.folder.path()).unwrap();
    let names: Vec<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("caseload"))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

/// The member of this name, as `device` sees them.
pub fn member(device: &mut Device, name: &str) -> MemberPageView {
    let Reply::Settings(settings) = device.query(Query::Settings) else {
        panic!()
    };
    let member = settings
        .members
        .iter()
        .find(|member| member.name == name)
        .expect("a member of this name")
        .member
        .clone();
    match device.query(Query::Member { member }) {
        Reply::Member(view) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn remove(device: &mut Device, id: &str) -> Result<Reply, EngineError> {
    device.order(Command::RemoveDevice {
        device: id.to_owned(),
    })
}

/// The first device of the member is taken out.
pub fn take_out(world: &mut World, by: &mut Device, name: &str) {
    let lost = member(by, name).devices.remove(0).device;
    remove(by, &lost).unwrap();
    world.sync(by);
}
