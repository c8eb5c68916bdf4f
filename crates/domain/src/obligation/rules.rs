//! The rules that hold for one participant: those for everybody, and those of the program.

use crate::program::{DutyRule, ProgramError, ProgramPack};
use serde::{Deserialize, Serialize};
use std::mem::discriminant;

/// The rules that hold for a participant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// One after the other.
    pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id in its pack.
    pub id: String,
    /// The program that it is from; `None`: it is for everybody.
    pub program: Option<String>,
    /// What it says.
    pub says: DutyRule,
}

impl Rules {
    /// The rules for everybody, and those of a program, which stand over them: a program that says
    /// how often contact is owed after a release, say, says it instead of the general rule.
    ///
    /// # Errors
    /// [`ProgramError`] when a pack has a duty that is not whole; packs that were read have none.
    pub fn new(
        everyone: &ProgramPack,
        program: Option<(&str, &ProgramPack)>,
    ) -> Result<Self, ProgramError> {
        let mut rules = Vec::new();
        if let Some((name, pack)) = program {
            for (id, says) in pack.rules()? {
                rules.push(Rule {
                    id,
                    program: Some(name.to_owned()),
                    says,
                });
            }
        }
        let own = rules.len();
        for (id, says) in everyone.rules()? {
            let mut of_program = rules.iter().take(own);
            if !of_program.any(|rule| is_about_the_same(&rule.says, &says)) {
                rules.push(Rule {
                    id,
                    program: None,
                    says,
                });
            }
        }
        Ok(Self { rules })
    }
}

fn is_about_the_same(one: &DutyRule, two: &DutyRule) -> bool {
    match (one, two) {
        (DutyRule::Watch { after: one, .. }, DutyRule::Watch { after: two, .. })
        | (DutyRule::FirstContact { after: one, .. }, DutyRule::FirstContact { after: two, .. }) => {
            one == two
        }
        _ => discriminant(one) == discriminant(two),
    }
}
