//! The addresses of the first screens: those that a coach needs before the second part of the web bundle is
//! there, and those that stand beside a list. Every other screen has its address in [`LaterRoute`].
//!
//! **A new screen** gets its address in `routes/later.rs`, unless it stands beside a list. Nothing else has to
//! be told of it, if its address begins like one that is there: the frame sees by the first word which of the
//! five places it belongs to (`screens/shell/places.rs`). Its code is listed in `assets/later.txt`.

mod address;
mod elsewhere;
mod later;

use dioxus::prelude::*;

pub use address::Address;
use later::Later;
pub use later::LaterRoute;

use crate::screens::{
    crisis::Crisis,
    log::{EditLog, Log, LogChoose},
    more::{HelpCode, More, Resources, Settings, SyncDetails},
    people::{AddPerson, People},
    person::{Person, TodayPerson},
    shell::{Shell, Split},
    today::Today,
};

/// Places of the app; the same on phone and desktop.
#[derive(Routable, Clone, PartialEq, Debug)]
#[rustfmt::skip]
pub enum Route {
    #[layout(Shell)]
        #[layout(Split)]
            /// Who is owed a contact.
            #[route("/")]
            Today {},
            /// A participant beside Today.
            #[route("/today/:participant")]
            TodayPerson {
                /// Hex.
                participant: String,
            },
            /// Everybody.
            #[route("/people")]
            People {},
            /// One participant.
            #[route("/people/:participant")]
            Person {
                /// Hex.
                participant: String,
            },
            /// Everything else.
            #[route("/more")]
            More {},
            /// Settings of this device.
            #[route("/more/settings")]
            Settings {},
            /// What helps nearby.
            #[route("/more/resources")]
            Resources {},
            /// What was sent, what waits.
            #[route("/more/sync")]
            SyncDetails {},
            /// A code for somebody who forgot their passphrase.
            #[route("/more/help")]
            HelpCode {},
            /// Crisis numbers.
            #[route("/crisis")]
            Crisis {},
        #[end_layout]
        /// A new participant.
        #[route("/people/new")]
        AddPerson {},
        /// Whom the contact was with.
        #[route("/log")]
        LogChoose {},
        /// The log sheet.
        #[route("/log/:participant")]
        Log {
            /// Hex.
            participant: String,
        },
        /// The log sheet for an earlier contact.
        #[route("/log/:participant/:encounter")]
        EditLog {
            /// Hex.
            participant: String,
            /// ULID.
            encounter: String,
        },
        /// Any other address; `LaterRoute` reads it.
        #[route("/:..address")]
        Later {
            /// Its words.
            address: Vec<String>,
        },
}

impl Route {
    /// Its code may come after that of the first screens. `assets/later.txt` lists the code.
    pub fn comes_later(&self) -> bool {
        matches!(
            self,
            Self::Settings {} | Self::Resources {} | Self::HelpCode {} | Self::Later { .. }
        )
    }

    /// A form with its own button at the bottom is open. Of a later screen its own part tells.
    pub fn has_form(&self) -> bool {
        matches!(
            self,
            Self::Log { .. } | Self::EditLog { .. } | Self::AddPerson {}
        )
    }
}
