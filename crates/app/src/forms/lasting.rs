//! Orders that outlive their page.

use dioxus::prelude::*;
use handrail_engine::api::Command;

use super::PageOrder;
use crate::giving::use_giving;

/// Takes orders that go on though their page closes, each with the key of what is said once it was taken,
/// and says what came of them.
pub fn use_lasting_orders() -> Callback<(Command, &'static str)> {
    let giving = use_giving();
    use_callback(move |(command, said): (Command, &'static str)| {
        giving.send(PageOrder {
            said,
            ..command.into()
        });
    })
}
