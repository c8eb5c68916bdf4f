//! People: search as you type, and the forms that add and change somebody.

mod departures;
mod details_form;
mod edit;
mod filters;
mod list;
mod resembling;

pub use details_form::{DetailsForm, DetailsFormContent};
pub use edit::{AddPerson, AddPersonForm, EditPerson};
pub use list::{People, PeopleContent, PeopleList};
pub use resembling::{Resembling, ResemblingContent};
