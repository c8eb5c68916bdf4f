//! Groups that meet: the list, one group, tonight's sheet, and when it meets (issue 4.7).

mod changes;
mod extra;
mod form;
pub mod group_words;
mod list;
mod page;
mod sheet;
mod staff;
mod today;
mod trend;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, GroupCommand, GroupConflict, GroupView, GroupsView, LocalDate, Query, Reply,
    SheetOfMeeting, Topic,
};

pub use form::{GroupEdit, GroupNew};
pub use list::Groups;
pub use page::Group;
pub use sheet::Meeting;
pub use today::{GroupsToday, due_row};

use crate::{
    ask::{Load, use_view},
    components::{Button, Notice, NoticeTone, Page, Skeleton},
    forms::PageOrder,
    giving::use_giving,
    words::{
        Words,
        dates::{self, Moment},
        errors,
    },
};

/// Everything that changes a group.
const TOPICS: &[Topic] = &[Topic::Team, Topic::People, Topic::Encounters];

fn use_groups() -> Signal<Load<GroupsView>> {
    use_view(
        TOPICS,
        || Query::Groups,
        |reply| match reply {
            Reply::Groups(view) => Some(*view),
            _ => None,
        },
    )
}

fn use_group(group: &str) -> Signal<Load<GroupView>> {
    let group = group.to_owned();
    use_view(
        TOPICS,
        move || Query::Group {
            group: group.clone(),
        },
        |reply| match reply {
            Reply::Group(view) => Some(*view),
            _ => None,
        },
    )
}

fn use_meeting(group: &str, key: LocalDate) -> Signal<Load<SheetOfMeeting>> {
    let group = group.to_owned();
    use_view(
        TOPICS,
        move || Query::Meeting {
            group: group.clone(),
            key,
        },
        |reply| match reply {
            Reply::Meeting(view) => Some(*view),
            _ => None,
        },
    )
}

/// Gives orders; what is refused is said, and `done` follows what was taken.
fn use_order(done: Option<Callback<()>>) -> Callback<GroupCommand> {
    let giving = use_giving();
    use_callback(move |command: GroupCommand| {
        let Some(given) = giving.give(PageOrder {
            said: "",
            ..Command::Group(command).into()
        }) else {
            return;
        };
        spawn(async move {
            if given.await.is_ok()
                && let Some(done) = done
            {
                done.call(());
            }
        });
    })
}

/// What stands while there is no answer, or why there is none.
fn without<T>(words: &Words, load: &Load<T>, back: EventHandler<()>) -> Element {
    let title = words.say("groups-title");
    match load {
        Load::Failed(error) => rsx! {
            Page { title, testid: "group-failed", back,
                Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(words, error)} } }
            }
        },
        _ => rsx! {
            Page { title, testid: "group-loading", take_focus: false, back,
                Skeleton { words: words.say("loading") }
            }
        },
    }
}

/// What two wrote at once: both, until one is chosen.
fn disagreements(
    words: &Words,
    moment: &Moment,
    group: &str,
    conflicts: &[GroupConflict],
    on_order: Callback<GroupCommand>,
) -> Element {
    rsx! {
        for conflict in conflicts {
            Notice { key: "{conflict.field}", tone: NoticeTone::Attention, testid: "conflict",
                p { class: "strong", {words.say_with("conflict-title", [("field", group_words::field(words, moment, &conflict.field).into())])} }
                p { {words.say("conflict-words")} }
                ul { class: "versions",
                    for version in &conflict.versions {
                        li { key: "{version.value}", class: "version", "data-testid": "conflict-version",
                            span { class: "version-value", {group_words::version(words, moment, &conflict.field, &version.value)} }
                            span { class: "small soft",
                                {words.say_with("conflict-by", [
                                    ("author", version.author.clone().into()),
                                    ("when", dates::day_and_time(words, moment, version.at).into()),
                                ])}
                            }
                            Button {
                                label: words.say("conflict-choose"),
                                spoken: words.say_with("conflict-choose-value", [("value", group_words::version(words, moment, &conflict.field, &version.value).into())]),
                                testid: "conflict-choose",
                                on_press: {
                                    let command = GroupCommand::Resolve { group: group.to_owned(), field: conflict.field.clone(), value: version.value.clone() };
                                    move |()| on_order.call(command.clone())
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
