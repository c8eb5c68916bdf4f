//! The product as people use it, in real browsers with the real relay.
//! `cargo xtask test --only system` builds what this needs and says where it is.

mod system {
    mod accessibility;
    mod around;
    mod calendar;
    mod call_outs;
    mod card;
    mod check_in;
    mod coach_space;
    mod conflict;
    mod consents;
    mod desktop;
    mod dialogs;
    mod discreet;
    mod drafts;
    mod elsewhere;
    mod groups;
    mod growing;
    mod hand_over;
    mod handing_on;
    mod history;
    mod import;
    mod journeys;
    mod kit;
    mod later;
    mod lock;
    mod lost_phone;
    mod matching;
    mod narrow;
    mod obligations;
    mod on_call;
    mod opened;
    mod passkey;
    mod passphrase;
    mod plan;
    mod programs;
    mod protection;
    mod resources;
    mod safety;
    mod scorecards;
    mod second_device;
    mod shared_phone;
    mod sharing;
    mod store;
    mod story;
    mod update;
    mod work;
    mod workforce;
}
