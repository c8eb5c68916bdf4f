//! Asking the engine from a screen, and asking again when something changed.

use dioxus::prelude::*;
use handrail_engine::api::{EngineError, Query, Reply, Topic};

use crate::engine_link::use_link;

/// What a screen knows of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Load<T> {
    /// No answer yet.
    Waiting,
    /// The newest answer.
    Ready(T),
    /// The newest question was refused.
    Failed(EngineError),
}

impl<T> Load<T> {
    /// Why the newest question was refused, if it was.
    pub fn why(self) -> Option<EngineError> {
        match self {
            Self::Failed(error) => Some(error),
            Self::Waiting | Self::Ready(_) => None,
        }
    }
}

/// Counts the changes of each topic since the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Revisions {
    counts: [u64; 4],
}

impl Revisions {
    /// One more change of `topic`.
    pub fn bump(&mut self, topic: Topic) {
        if let Some(count) = self.counts.get_mut(place(topic)) {
            *count = count.wrapping_add(1);
        }
    }

    fn of(self, topics: &[Topic]) -> u64 {
        topics
            .iter()
            .filter_map(|topic| self.counts.get(place(*topic)))
            .fold(0, |sum, count| sum.wrapping_add(*count))
    }
}

fn place(topic: Topic) -> usize {
    match topic {
        Topic::People => 0,
        Topic::Encounters => 1,
        Topic::Team => 2,
        Topic::Settings => 3,
    }
}

/// Asks `query` and keeps the answer current: asks again when a signal read
/// in `query` or one of `topics` changes. An earlier question's late answer
/// is dropped, and the last answer stays on the screen meanwhile.
pub fn use_view<T: Clone + PartialEq + 'static>(
    topics: &'static [Topic],
    query: impl Fn() -> Query + 'static,
    pick: fn(Reply) -> Option<T>,
) -> Signal<Load<T>> {
    let link = use_link();
    let revisions = use_context::<Signal<Revisions>>();
    let mut answer = use_signal(|| Load::Waiting);
    let mut asked = use_hook(|| CopyValue::new(0_u64));
    let revision = use_memo(move || revisions().of(topics));
    use_effect(move || {
        let _asks_again_on_change = revision();
        let question = query();
        let number = asked().wrapping_add(1);
        asked.set(number);
        let asking = link.query(question);
        spawn(async move {
            let result = asking.await;
            if asked() != number {
                return;
            }
            let next = match result.map(pick) {
                Ok(Some(view)) => Load::Ready(view),
                Ok(None) => Load::Failed(EngineError::Interrupted),
                Err(error) => Load::Failed(error),
            };
            if *answer.peek() != next {
                answer.set(next);
            }
        });
    });
    answer
}
