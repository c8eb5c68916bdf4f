//! Who answers while the engine is not there.

use handrail_engine::api::{EngineError, Query, Reply, Request, SessionView, StorageProblem};

use crate::registry::Outcome;

/// How far the engine of this program or page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only tabs of a browser come to this")
)]
pub(crate) enum Standing {
    /// Its files are being opened; ends with one of the others.
    Starting,
    /// It answers for itself; ends when it is taken over, stops or breaks.
    Running,
    /// Another tab or program has the files; ends when a screen takes over.
    OpenElsewhere {
        /// The other one was asked and did not answer.
        unanswered: bool,
    },
    /// There is no storage to run on; ends with a new start of the program.
    Blocked(StorageProblem),
}

impl Standing {
    /// What a screen is shown, unless the engine has to say it.
    pub(crate) fn session(self) -> Option<SessionView> {
        match self {
            Self::Starting => Some(SessionView::Starting),
            Self::Running => None,
            Self::OpenElsewhere { unanswered } => Some(SessionView::OpenElsewhere { unanswered }),
            Self::Blocked(problem) => Some(SessionView::Blocked(problem)),
        }
    }

    /// The answer that needs no engine; `None` when the request is for the
    /// engine, now or as soon as it runs.
    pub(crate) fn answer(self, request: &Request) -> Option<Outcome> {
        let session = self.session()?;
        if *request == Request::Query(Query::Session) {
            return Some(Ok(Reply::Session(session)));
        }
        match self {
            Self::Starting | Self::Running => None,
            Self::OpenElsewhere { .. } => Some(Err(EngineError::Interrupted)),
            Self::Blocked(problem) => Some(Err(EngineError::Storage(problem))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: Request = Request::Query(Query::Session);
    const TODAY: Request = Request::Query(Query::Today);

    #[test]
    fn the_session_is_told_at_once_in_every_state_without_an_engine() {
        let problem = StorageProblem::Unavailable;
        for (standing, view) in [
            (Standing::Starting, SessionView::Starting),
            (
                Standing::OpenElsewhere { unanswered: true },
                SessionView::OpenElsewhere { unanswered: true },
            ),
            (Standing::Blocked(problem), SessionView::Blocked(problem)),
        ] {
            assert_eq!(standing.answer(&SESSION), Some(Ok(Reply::Session(view))));
        }
    }

    #[test]
    fn a_running_engine_answers_for_itself() {
        assert_eq!(Standing::Running.answer(&SESSION), None);
        assert_eq!(Standing::Running.answer(&TODAY), None);
    }

    #[test]
    fn other_requests_wait_for_the_start_and_are_refused_when_none_will_come() {
        assert_eq!(Standing::Starting.answer(&TODAY), None);
        assert_eq!(
            Standing::OpenElsewhere { unanswered: false }.answer(&TODAY),
            Some(Err(EngineError::Interrupted))
        );
        assert_eq!(
            Standing::Blocked(StorageProblem::Full).answer(&TODAY),
            Some(Err(EngineError::Storage(StorageProblem::Full)))
        );
    }
}
