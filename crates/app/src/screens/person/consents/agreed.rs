use std::collections::{BTreeMap, BTreeSet};

use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, EngineError, LocalDate, Telling, TellingGround,
    consent::{Information, Purpose, Side, Way},
};

use super::scope::{covering, notice_of, scope_words};
use crate::{engine_link::EngineLink, words::Words};

/// Who agreed that this is told of them in a file: each is written down as told before the file is
/// made, and whoever did not agree is left out of it. With each stands what goes along in the file: the
/// notice, and what the consent covers.
///
/// # Errors
/// Anything but that nothing may be told.
pub async fn agreed(
    (link, words): (EngineLink, Words),
    people: BTreeSet<String>,
    telling: Telling,
) -> Result<BTreeMap<String, String>, EngineError> {
    let mut agreed = BTreeMap::new();
    if people.is_empty() {
        return Ok(agreed);
    }
    let notice = notice_of(&link, &words, telling.on).await;
    for participant in people {
        let command = ConsentCommand::Disclose {
            participant: participant.clone(),
            telling: Box::new(telling.clone()),
        };
        let order = link.order(Command::Coaching(CoachingCommand::Consent(command)));
        match order.await {
            Ok(told) => {
                let form = covering(&link, &participant, &told).await;
                let scope = form.map(|form| scope_words(&words, &form));
                let along = [notice.clone(), scope.unwrap_or_default()].join(" ");
                agreed.insert(participant, along.trim().to_owned());
            }
            Err(EngineError::NotTold(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(agreed)
}

/// What a file tells somebody.
pub fn of_file(
    name: &str,
    (to, side): (&str, Side),
    (purpose, information): (Purpose, Information),
    on: LocalDate,
) -> Telling {
    Telling {
        ground: TellingGround::Consent,
        recipient: to.to_owned(),
        side,
        purpose,
        information: BTreeSet::from([information]),
        words: name.to_owned(),
        way: Way::File,
        on,
        at: None,
    }
}
