//! A supervisor and two coaches.

use handrail_engine::api::Role;

use super::Device;
use super::two::{World, invite, join, pair};

pub struct Team {
    pub world: World,
    pub sam: Device,
    pub cory: Device,
    pub dana: Device,
}

/// A supervisor and two coaches whose devices know each other.
pub fn team() -> Team {
    let mut world = World::new();
    let (mut sam, mut cory) = pair(&mut world);
    let link = invite(&mut world, &mut sam, Role::Coach);
    let mut dana = join(&mut world, 3, &link, "Dana Coach").unwrap();
    for _ in 0..2 {
        for device in [&mut sam, &mut cory, &mut dana] {
            world.sync(device);
        }
    }
    Team {
        world,
        sam,
        cory,
        dana,
    }
}

impl Team {
    /// Everybody syncs until nothing is new to anybody.
    pub fn settle(&mut self) {
        for _ in 0..4 {
            for device in [&mut self.sam, &mut self.cory, &mut self.dana] {
                self.world.sync(device);
            }
        }
    }
}
