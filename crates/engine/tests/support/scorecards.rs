//! A team whose measures are counted, told and written about.

use handrail_engine::api::measure::{
    Block, Definition, Dimension, Grain, Level, MeasureWord, Period, Question, StoryWord, Unit,
    Value,
};
use handrail_engine::api::{
    CasesView, Command, EngineError, MeasureView, MilestoneEvent, MilestoneInput, Query, Reply,
    Request, Role, ScorecardCommand, ScorecardQuery, ScorecardReply, ScorecardsView,
};

use super::Device;
use super::two::{World, add, invite, join, log, pair};

pub const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

pub struct Team {
    pub world: World,
    pub sam: Device,
    pub cory: Device,
    /// Program manager.
    pub pat: Device,
}

impl Team {
    pub fn new() -> Self {
        let mut world = World::new();
        let (mut sam, mut cory) = pair(&mut world);
        let link = invite(&mut world, &mut sam, Role::ProgramManager);
        let pat = join(&mut world, 3, &link, "Pat Manager").unwrap();
        world.sync(&mut cory);
        Self {
            world,
            sam,
            cory,
            pat,
        }
    }

    /// So many people who left the hospital on 10 April, of whom so many went to treatment on the 15th.
    pub fn people(&mut self, count: u8, connected: u8) {
        self.cory.clock.at -= 14 * DAY_MS;
        for number in 0..count {
            let id = add(&mut self.cory, &format!("Person {number}"));
            log(&mut self.cory, &id, "in April");
            let discharged = MilestoneInput::Discharged {
                on: "2026-04-10".to_owned(),
            };
            record(&mut self.cory, &id, discharged);
            if number < connected {
                record(
                    &mut self.cory,
                    &id,
                    dated(MilestoneEvent::FirstAppointment, "2026-04-15"),
                );
            }
        }
        self.cory.clock.at += 14 * DAY_MS;
        self.settle();
    }

    pub fn settle(&mut self) {
        for _ in 0..3 {
            for device in [&mut self.cory, &mut self.sam, &mut self.pat] {
                self.world.sync(device);
            }
        }
    }
}

pub fn dated(event: MilestoneEvent, on: &str) -> MilestoneInput {
    MilestoneInput::Dated {
        event,
        on: on.to_owned(),
    }
}

pub fn record(device: &mut Device, participant: &str, milestone: MilestoneInput) {
    let participant = participant.to_owned();
    device
        .order(Command::RecordMilestone {
            participant,
            milestone,
        })
        .unwrap();
}

pub fn list(device: &mut Device) -> ScorecardsView {
    match device.query(Query::Scorecard(ScorecardQuery::List)) {
        Reply::Scorecard(ScorecardReply::List(view)) => view,
        other => panic!("{other:?}"),
    }
}

pub fn measure_by(
    device: &mut Device,
    measure: &str,
    grain: Option<Grain>,
    by: Option<Dimension>,
) -> MeasureView {
    let measure = measure.to_owned();
    match device.query(Query::Scorecard(ScorecardQuery::Measure {
        measure,
        grain,
        by,
    })) {
        Reply::Scorecard(ScorecardReply::Measure(view)) => *view,
        other => panic!("{other:?}"),
    }
}

pub fn measure(device: &mut Device, measure: &str) -> MeasureView {
    measure_by(device, measure, None, None)
}

pub fn rows(device: &mut Device, measure: &str, period: &str) -> Result<CasesView, EngineError> {
    let query = ScorecardQuery::Rows {
        measure: measure.to_owned(),
        period: Period::parse(period).unwrap(),
        slice: None,
    };
    match device.ask(Request::Query(Query::Scorecard(query)))? {
        Reply::Scorecard(ScorecardReply::Rows(view)) => Ok(view),
        other => panic!("{other:?}"),
    }
}

pub fn order(device: &mut Device, command: ScorecardCommand) -> Result<String, EngineError> {
    match device.order(Command::Scorecard(command))? {
        Reply::Measure(measure) => Ok(measure),
        other => panic!("{other:?}"),
    }
}

pub fn tell(device: &mut Device, measure: &str) -> Result<String, EngineError> {
    order(
        device,
        ScorecardCommand::Tell {
            measure: measure.to_owned(),
        },
    )
}

pub fn say(
    device: &mut Device,
    measure: Option<&str>,
    word: MeasureWord,
) -> Result<String, EngineError> {
    let measure = measure.map(str::to_owned);
    order(device, ScorecardCommand::Say { measure, word })
}

pub fn story(words: &str) -> MeasureWord {
    MeasureWord::Story(StoryWord {
        block: Block::Story,
        period: Period::parse("2026-04"),
        words: words.to_owned(),
    })
}

pub fn definition(name: &str, words: &str) -> MeasureWord {
    MeasureWord::Defined(Definition {
        name: name.to_owned(),
        words: words.to_owned(),
        question: Question::HowMuch,
        level: Level::Population,
        unit: Unit::Number,
        grain: Grain::Year,
        target: None,
        retired: false,
    })
}

pub fn value_of(view: &MeasureView, period: &str) -> Value {
    let period = Period::parse(period).unwrap();
    view.points
        .iter()
        .find(|point| point.period == period)
        .unwrap()
        .value
}

pub const fn share(yes: u32, of: u32) -> Value {
    Value::Share {
        yes,
        of,
        not_said: 0,
    }
}
