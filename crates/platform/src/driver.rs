//! The loop that feeds the engine and carries its outputs out.

use futures_channel::mpsc::UnboundedReceiver;
use futures_util::StreamExt as _;
use getrandom::SysRng;
use handrail_engine::{
    api::{EngineError, Query, Reply, Request, StorageProblem},
    io::{Input, Output, RequestId},
};
use rand_core::UnwrapErr;

use crate::{core::EngineCore, errands::Errands, host, message::Message, registry::Outcome};

/// Where commits become durable, if SQLite has not seen to it already.
pub(crate) trait Durability {
    /// Returns when everything written so far survives a crash.
    async fn settle(&mut self) -> Result<(), StorageProblem>;
}

/// Why the loop ended. The engine is closed in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Somebody elsewhere wants the files.
    SteppedBack,
    /// Nobody listens any more.
    Stopped,
    /// What the engine wrote last could not be made durable: what it holds in
    /// memory must not be used any further.
    NotDurable(StorageProblem),
}

/// Asks for the session on the driver's own account; screens count from 1.
const OWN_REQUEST: RequestId = 0;

/// Runs an engine until something ends it.
///
/// Nothing of an input leaves before all it wrote is durable: no reply, no
/// event, no request to the relay.
pub(crate) async fn drive(
    engine: &mut dyn EngineCore,
    durability: &mut impl Durability,
    errands: &mut Errands,
    inbox: &mut UnboundedReceiver<Message>,
) -> Ending {
    let mut rng = UnwrapErr(SysRng);
    let mut next = Some(Message::Input(Input::Request {
        id: OWN_REQUEST,
        request: Request::Query(Query::Session),
    }));
    let ending = loop {
        let input = match next.take() {
            Some(Message::Input(input)) => input,
            Some(Message::TakeOver) => {
                next = inbox.next().await;
                continue;
            }
            Some(Message::StepBack) => break Ending::SteppedBack,
            Some(Message::Stop) | None => break Ending::Stopped,
        };
        let resumed = matches!(input, Input::Resumed);
        let outputs = engine.handle(input, host::now(), &mut rng);
        if let Err(problem) = durability.settle().await {
            refuse(outputs, problem, errands);
            break Ending::NotDurable(problem);
        }
        // Who waits for an answer sees it before everybody else is told.
        let (replies, others): (Vec<_>, Vec<_>) = outputs
            .into_iter()
            .partition(|output| matches!(output, Output::Reply { .. }));
        for output in replies.into_iter().chain(others) {
            carry_out(output, errands);
        }
        if resumed {
            errands.renew_wake_stream();
        }
        next = inbox.next().await;
    };
    errands.give_up();
    engine.close();
    ending
}

fn carry_out(output: Output, errands: &mut Errands) {
    match output {
        Output::Reply {
            id: OWN_REQUEST,
            result,
        } => {
            if let Ok(Reply::Session(session)) = result {
                errands.announce(handrail_engine::api::Event::Session(session));
            }
        }
        Output::Reply { id, result } => errands.reply(id, result),
        Output::Event(event) => errands.announce(event),
        Output::Http(request) => errands.send(request),
        Output::WakeStream(stream) => errands.listen_for_wakes(stream),
        Output::TickAfter(milliseconds) => errands.tick_after(milliseconds),
    }
}

/// Answers what was asked, and lets nothing else out.
fn refuse(outputs: Vec<Output>, problem: StorageProblem, errands: &mut Errands) {
    let error = match problem {
        StorageProblem::Full => EngineError::StorageFull,
        other => EngineError::Storage(other),
    };
    for output in outputs {
        if let Output::Reply { id, result } = output {
            let outcome: Outcome = result.and(Err(error.clone()));
            errands.reply(id, outcome);
        }
    }
}
