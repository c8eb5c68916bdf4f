//! What some of the fictional participants want to reach, what stands in their way and what is
//! required of them.

use super::Writer;
use crate::barc10::{Answers, ITEMS, LEAST, MOST};
use crate::document::ParticipantCommand as Command;
use crate::id::RecordId;
use crate::plan::{Area, Help, Origin, PlanField as F, PlanKind, Scope, Standing};

const DAY: i64 = 1440;
/// When the plan was made, in minutes before now.
const MADE: i64 = 1100;

/// English and Spanish.
type Said = [&'static str; 2];

const WORK: Said = [
    "Work with my hands again",
    "Volver a trabajar con mis manos",
];
const LIST: Said = ["Write down what I can do", "Anotar lo que sé hacer"];
const ASK: Said = [
    "Ask at the job center, together",
    "Preguntar juntos en la oficina de empleo",
];
const CLASS: Said = [
    "Finish the parenting class",
    "Terminar la clase para padres",
];
const BUS: Said = ["No bus after six", "No hay autobús después de las seis"];
const FORM: Said = [
    "Bring the signed form to the front desk",
    "Llevar el formulario firmado a la recepción",
];
const COURT: Said = ["Sample County court", "Tribunal del condado de ejemplo"];

impl Writer {
    /// A plan that was made lately, and statements answered once or, with `often`, over months.
    pub(super) fn plan(&mut self, often: bool) {
        let work = vec![
            self.words(WORK),
            F::Area(Area::Employment),
            F::Origin(Origin::Own),
        ];
        let work = self.entry(MADE, PlanKind::Goal, None, work);
        let list = vec![self.words(LIST)];
        let list = self.entry(MADE - 1, PlanKind::Step, Some(work), list);
        let due = Some(self.now.local_date().plus_days(5));
        let ask = vec![self.words(ASK), F::Help(Some(Help::Advocacy)), F::Due(due)];
        self.entry(MADE - 2, PlanKind::Step, Some(work), ask);
        let class = vec![
            self.words(CLASS),
            F::Area(Area::Family),
            F::Origin(Origin::CourtOrdered),
        ];
        self.entry(MADE - 3, PlanKind::Goal, None, class);
        let bus = vec![self.words(BUS), F::Scope(Scope::Environmental)];
        self.entry(MADE - 4, PlanKind::Barrier, None, bus);
        let due = Some(self.now.local_date().plus_days(3));
        let source = F::Source(self.said(COURT).to_owned());
        let form = vec![self.words(FORM), source, F::Due(due)];
        self.entry(MADE - 5, PlanKind::Requirement, None, form);
        let done = Command::ChangePlanEntry {
            id: list,
            changes: vec![F::Standing(Standing::Done)],
        };
        self.write(MADE / 2, done);
        let times: &[i64] = if often { &[62, 31, 1] } else { &[1] };
        for (least, days_ago) in (2..).zip(times) {
            self.statements(days_ago * DAY, least);
        }
    }

    fn said(&self, said: Said) -> &'static str {
        let [english, spanish] = said;
        if self.spanish { spanish } else { english }
    }

    fn words(&self, said: Said) -> F {
        F::Words(self.said(said).to_owned())
    }

    fn entry(
        &mut self,
        minutes_ago: i64,
        kind: PlanKind,
        goal: Option<RecordId>,
        fields: Vec<F>,
    ) -> RecordId {
        let id = RecordId::new(self.ago(minutes_ago).at, self.dice.rng());
        let by = self.coach;
        self.write(
            minutes_ago,
            Command::AddPlanEntry {
                id,
                kind,
                goal,
                fields,
                by,
            },
        );
        id
    }

    /// Answers between `least` and two more.
    fn statements(&mut self, minutes_ago: i64, least: u8) {
        let mut answers = [None; ITEMS];
        for answer in &mut answers {
            let more = u8::try_from(self.dice.between(0, 2)).unwrap_or(0);
            *answer = Some((least + more).clamp(LEAST, MOST));
        }
        let Ok(answers) = Answers::new(answers) else {
            return;
        };
        let then = self.ago(minutes_ago);
        let id = RecordId::new(then.at, self.dice.rng());
        let language = if self.spanish { "es" } else { "en" };
        self.write(
            minutes_ago,
            Command::RecordBarc10 {
                id,
                on: then.local_date(),
                answers,
                language: language.to_owned(),
                by: self.coach,
            },
        );
    }
}
