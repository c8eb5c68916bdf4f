//! Trainings of the fictional agency's coaches, so that there is something to look at.

use handrail_domain::statement::NewStatement;
use handrail_domain::workforce::Person;
use handrail_domain::workforce::ledger::Told;
use handrail_domain::workforce::training::{self, Offer, Training, TrainingKind};
use handrail_domain::{MemberId, Now, RecordId};
use rand_core::CryptoRng;

use crate::api::EngineError;
use crate::open::Open;
use crate::statements::{self, Place};

/// Writes down what the coaches completed, and one training on offer. Nothing of it ends soon.
///
/// # Errors
/// Fails only when the database does.
pub fn write(
    open: &mut Open,
    coaches: &[MemberId],
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let mut said = Vec::new();
    for (place, coach) in coaches.iter().enumerate() {
        let academy = completed(*coach, TrainingKind::RecoveryCoachAcademy, 700, 1800, now);
        let id = RecordId::new(now.at, rng);
        said.push(NewStatement::new(
            id,
            training::TRAINING,
            None,
            &Told::first(academy),
        ));
        if place % 2 == 0 {
            let kind = TrainingKind::CertifiedPeerSpecialist;
            let certified = completed(*coach, kind, 200, 0, now);
            let id = RecordId::new(now.at, rng);
            said.push(NewStatement::new(
                id,
                training::TRAINING,
                None,
                &Told::first(certified),
            ));
        }
    }
    let offer = Offer {
        kind: TrainingKind::Ethics.code().to_owned(),
        name: "Ethics for coaches (sample)".to_owned(),
        words: "Two evenings, by video.".to_owned(),
        minutes: 360,
        cents: 12_500,
        funder: "Prevention coalition (sample)".to_owned(),
        topics: vec!["ethics".to_owned()],
    };
    let id = RecordId::new(now.at, rng);
    said.push(NewStatement::new(
        id,
        training::OFFER,
        None,
        &Told::first(offer),
    ));
    statements::say_all(open, Place::Agency, &said, now)
}

fn completed(
    coach: MemberId,
    kind: TrainingKind,
    days_ago: i64,
    minutes: u32,
    now: Now,
) -> Training {
    Training {
        person: Person::Member(coach),
        kind: kind.code().to_owned(),
        name: String::new(),
        on: now.local_date().plus_days(-days_ago),
        minutes,
        topics: Vec::new(),
        until: None,
        number: String::new(),
        cents: 0,
        funder: "Prevention coalition (sample)".to_owned(),
        cohort: String::new(),
        program: String::new(),
    }
}
