//! The product as people use it, in real browsers with the real relay.
//! `cargo xtask test --only system` builds what this needs and says where it is.

mod system {
    mod accessibility;
    mod around;
    mod calendar;
    mod call_outs;
    mod check_in;
    mod conflict;
    mod desktop;
    mod dialogs;
    mod discreet;
    mod drafts;
    mod elsewhere;
    mod groups;
    mod hand_over;
    mod history;
    mod import;
    mod journeys;
    mod kit;
    mod later;
    mod lock;
    mod lost_phone;
    mod narrow;
    mod obligations;
    mod opened;
    mod passkey;
    mod passphrase;
    mod plan;
    mod programs;
    mod resources;
    mod safety;
    mod second_device;
    mod shared_phone;
    mod sharing;
    mod store;
    mod story;
    mod update;
    mod work;
}
