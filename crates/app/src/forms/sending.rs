//! What a form in a dialog sends, what is wrong with it, and what puts it aside.

use dioxus::prelude::*;

use super::{Form, Open, PageOrder};
use crate::words::Words;

/// Where the order of a form in a dialog goes, and what is wrong with what was typed.
#[derive(Clone, Copy)]
pub struct Sending {
    wrong: Signal<Option<&'static str>>,
    problem: Signal<Option<String>>,
    on_order: EventHandler<PageOrder>,
}

impl Sending {
    /// Sends what a form says, or shows what is wrong with it, by the key of its words.
    pub fn send(mut self, said: Result<PageOrder, &'static str>) {
        match said {
            Err(key) => self.wrong.set(Some(key)),
            Ok(order) => {
                self.wrong.set(None);
                self.on_order.call(order);
            }
        }
    }

    /// The same for a form that may say nothing new: then it closes.
    pub fn send_changes<A: 'static>(
        self,
        said: Result<Option<PageOrder>, &'static str>,
        open: Open<A>,
    ) {
        match said.transpose() {
            Some(said) => self.send(said),
            None => open.ask(None),
        }
    }

    /// Words for what is wrong, or else for why the order was refused.
    pub fn shown(self, words: &Words) -> Option<String> {
        let wrong = (self.wrong)().map(|key| words.say(key));
        wrong.or_else(|| (self.problem)())
    }
}

/// For a form in a dialog of a page.
pub fn use_sending<A: 'static>(open: Open<A>, on_order: EventHandler<PageOrder>) -> Sending {
    Sending {
        wrong: use_signal(|| None),
        problem: open.problem,
        on_order,
    }
}

/// Closes a form in a dialog; what was typed goes.
pub fn use_put_aside<T: 'static, A: 'static>(form: &Form<T>, open: Open<A>) -> Callback<()> {
    let discard = form.discard;
    use_callback(move |()| {
        discard.call(());
        open.ask(None);
    })
}

/// Those fields that do not say what was said before; `None` where all do.
pub fn changed<F: PartialEq>(mut fields: Vec<F>, before: &[F]) -> Option<Vec<F>> {
    fields.retain(|field| !before.contains(field));
    (!fields.is_empty()).then_some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written_and_nothing_where_all_is_as_it_was() {
        let before = ["a".to_owned(), "b".to_owned()];
        assert_eq!(changed(vec!["b".to_owned(), "a".to_owned()], &before), None);
        let said = changed(vec!["a".to_owned(), "c".to_owned()], &before);
        assert_eq!(said, Some(vec!["c".to_owned()]));
    }
}
