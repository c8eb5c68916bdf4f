use handrail_domain::LocalDate;
use handrail_domain::document::AgencyDocument;
use handrail_domain::obligation::Rules;
use handrail_domain::program::{EVERYONE, ProgramInUse, ProgramPack};
use handrail_domain::workforce::requirement::REQUIREMENT;

use crate::api::{EngineError, LocalText, StorageProblem};

/// The id of the pack of what is owed to everybody. An agency that uses one of its own under this
/// id has that instead of the one of the app.
const EVERYONE_ID: &str = "everyone";

/// The programs that the agency uses: out of the agency's document.
#[derive(Default)]
pub struct Programs {
    in_use: Vec<ProgramInUse>,
    requires_training: bool,
}

impl Programs {
    /// As the document stands.
    pub fn of(document: &AgencyDocument) -> Self {
        Self {
            in_use: document.programs_in_use(),
            requires_training: document
                .all_stated()
                .iter()
                .any(|statement| statement.code == REQUIREMENT),
        }
    }

    /// Whether anybody ever said that a program requires a training of its coaches (S2-2).
    pub fn requires_training(&self) -> bool {
        self.requires_training
    }

    /// In the order in which they were added.
    pub fn in_use(&self) -> &[ProgramInUse] {
        &self.in_use
    }

    /// What those in use are called on a day: by their pack, or as the agency calls them in either language.
    pub fn names(&self, day: LocalDate) -> Vec<LocalText> {
        let name = |program: &ProgramInUse| {
            let of_pack = program.on(day).0.name;
            if program.name.is_empty() || program.name == of_pack.en {
                return of_pack;
            }
            LocalText {
                en: program.name.clone(),
                es: program.name.clone(),
            }
        };
        self.in_use.iter().map(name).collect()
    }

    /// The same with this one in place of the one of its pack's id, or beside the others.
    pub fn with(&self, program: ProgramInUse) -> Self {
        let mut in_use = self.in_use.clone();
        match in_use
            .iter_mut()
            .find(|known| known.pack.id == program.pack.id)
        {
            Some(known) => *known = program,
            None => in_use.push(program),
        }
        Self {
            in_use,
            requires_training: self.requires_training,
        }
    }

    /// The rules on a day for somebody whose program is called so. A name that no program has, or
    /// none, leaves what is owed to everybody.
    pub fn rules(&self, program: &str, day: LocalDate) -> Result<Rules, EngineError> {
        let damaged = |_| EngineError::Storage(StorageProblem::Damaged);
        let own = self.in_use.iter().find(|one| one.pack.id == EVERYONE_ID);
        let everyone = match own {
            Some(own) => own.on(day).0,
            None => ProgramPack::parse(EVERYONE).map_err(damaged)?,
        };
        let named = self.in_use.iter().find(|one| is_called(one, program));
        let pack = named.map(|one| (one.name.as_str(), one.on(day).0));
        let program = pack.as_ref().map(|(name, pack)| (*name, pack));
        Rules::new(&everyone, program).map_err(damaged)
    }
}

/// The rules of each program, worked out once.
#[derive(Default)]
pub struct RulesByProgram(Vec<(String, Rules)>);

impl RulesByProgram {
    /// The rules on a day for somebody whose program is called so.
    pub fn of(
        &mut self,
        programs: &Programs,
        program: &str,
        day: LocalDate,
    ) -> Result<&Rules, EngineError> {
        if !self.0.iter().any(|(known, _)| known == program) {
            let rules = programs.rules(program, day)?;
            self.0.push((program.to_owned(), rules));
        }
        let found = self.0.iter().find(|(known, _)| known == program);
        found.map(|(_, rules)| rules).ok_or(EngineError::NotFound)
    }
}

/// Whether somebody whose program is called so is in it.
pub fn is_called(program: &ProgramInUse, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let pack = &program.pack;
    let names = [&program.name, &pack.name.en, &pack.name.es];
    !name.is_empty()
        && pack.id != EVERYONE_ID
        && names
            .iter()
            .any(|known| known.trim().to_lowercase() == name)
}
