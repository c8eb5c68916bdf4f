//! A supervisor and a coach, and two whom a record can be shared with.

use handrail_engine::api::{Command, Role};

use super::Device;
use super::two::{World, invite, join, supervisor};

pub struct Team {
    pub world: World,
    pub sam: Device,
    pub cory: Device,
    /// Clinical provider.
    pub cleo: Device,
    /// Supervisor on call.
    pub olga: Device,
}

/// A team whose devices know each other.
pub fn team() -> Team {
    let mut world = World::new();
    let mut sam = supervisor(&mut world);
    let mut joined = |sam: &mut Device, seed, role, name| {
        let link = invite(&mut world, sam, role);
        join(&mut world, seed, &link, name).unwrap()
    };
    let cory = joined(&mut sam, 2, Role::Coach, "Cory Coach");
    let cleo = joined(&mut sam, 3, Role::ClinicalProvider, "Cleo Clinic");
    let olga = joined(&mut sam, 4, Role::OnCallSupervisor, "Olga On-call");
    let mut team = Team {
        world,
        sam,
        cory,
        cleo,
        olga,
    };
    team.settle();
    team
}

impl Team {
    /// Sam, Cory, Cleo and Olga.
    pub fn devices(&mut self) -> [&mut Device; 4] {
        [
            &mut self.sam,
            &mut self.cory,
            &mut self.cleo,
            &mut self.olga,
        ]
    }

    /// Everybody syncs until nothing is new to anybody.
    pub fn settle(&mut self) {
        for _ in 0..4 {
            self.sync(|_| true);
        }
    }

    /// Those sync once who are awake, by their place among [`Team::devices`].
    pub fn sync(&mut self, awake: impl Fn(usize) -> bool) {
        let devices = [
            &mut self.sam,
            &mut self.cory,
            &mut self.cleo,
            &mut self.olga,
        ];
        for (place, device) in devices.into_iter().enumerate() {
            if awake(place) {
                let _ = device.order(Command::KeepAwake);
                self.world.sync(device);
            }
        }
    }
}
