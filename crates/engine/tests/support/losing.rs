//! Two supervisors, and a coach whose phone is lost.

use handrail_engine::api::Role;

use super::Device;
use super::lost::{member, take_out, wiped};
use super::two::{World, add, invite, invite_device, join, supervisor};

pub struct Team {
    pub world: World,
    pub sam: Device,
    pub sue: Device,
    pub cory: Device,
    /// The coach's participant.
    pub ray: String,
    /// The coach's device.
    pub phone: String,
}

/// Two supervisors and a coach with one participant.
pub fn team() -> Team {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let link = invite(&mut world, &mut sam, Role::Supervisor);
    let mut sue = join(&mut world, 7, &link, "Sue Second").unwrap();
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut cory = join(&mut world, 2, &link, "Cory Coach").unwrap();
    let ray = add(&mut cory, "Ray Example");
    for device in [&mut cory, &mut sam, &mut sue] {
        world.sync(device);
    }
    let devices = member(&mut sam, "Cory Coach").devices;
    let phone = devices.first().expect("a device").device.clone();
    Team {
        world,
        sam,
        sue,
        cory,
        ray,
        phone,
    }
}

impl Team {
    /// The phone is taken out, and hands over what it has when it calls in.
    pub fn lose_the_phone(&mut self) {
        take_out(&mut self.world, &mut self.sam, "Cory Coach");
        self.world.sync(&mut self.cory);
        wiped(&mut self.cory, 0);
        self.meet();
    }

    /// Another phone of the coach, which has joined.
    pub fn another_phone(&mut self) -> Device {
        let coach = member(&mut self.sam, "Cory Coach").member;
        let link = invite_device(&mut self.world, &mut self.sam, &coach);
        let mut phone = join(&mut self.world, 9, &link, "Cory Coach").unwrap();
        self.world.sync(&mut phone);
        phone
    }

    pub fn meet(&mut self) {
        for _ in 0..2 {
            self.world.sync(&mut self.sam);
            self.world.sync(&mut self.sue);
        }
    }

    /// Everybody has what the coach wrote.
    pub fn meet_all(&mut self) {
        self.world.sync(&mut self.cory);
        self.meet();
    }
}
