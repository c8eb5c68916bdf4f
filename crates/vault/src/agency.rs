//! Writing the roster: founding an agency and changing who is in it. Every
//! entry is checked by the same rules that every reader applies before it is
//! handed out.

mod draft;
mod edit;
mod founding;
mod invite;
mod renew;

pub(crate) use draft::sign_entry;
pub use draft::{Desk, DraftError, DraftedEntry, draft_entry};
pub use edit::{
    add_group_member, change_member, deactivate_member, end_covers, remove_group_member,
    revoke_device, withdraw_expired, withdraw_invitation,
};
pub use founding::{Founded, Founder, found_agency};
pub use invite::{Invite, Invited, Invitee, invite};
pub use renew::{begin_anew, renew_key};
