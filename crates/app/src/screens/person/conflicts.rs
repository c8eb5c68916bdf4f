use dioxus::prelude::*;
use handrail_engine::api::{Command, ConflictView};

use super::PersonOrder;
use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone},
    words::{
        dates::{self, Moment},
        fields, use_words,
    },
};

/// Two people wrote the same field: both values, until one is chosen.
#[component]
pub fn Conflicts(
    participant: String,
    conflicts: Vec<ConflictView>,
    moment: Moment,
    /// Words for the record of a conflict, where the field alone does not say which it is.
    #[props(default)]
    records: Vec<(String, String)>,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    rsx! {
        for conflict in conflicts {
            Notice { key: "{conflict.record}-{conflict.field}", tone: NoticeTone::Attention, testid: "conflict",
                p { class: "strong",
                    {words.say_with("conflict-title", [("field", fields::field_name(&words, &conflict.field).into())])}
                }
                for (_ , said) in records.iter().filter(|(record, _)| *record == conflict.record) {
                    p { class: "keep-lines", "{said}" }
                }
                p { {words.say("conflict-words")} }
                ul { class: "versions",
                    for (index , version) in conflict.versions.iter().enumerate() {
                        li { key: "{index}", class: "version", "data-testid": "conflict-version",
                            span { class: "version-value", {fields::field_value(&words, &moment, &conflict.field, &version.value)} }
                            span { class: "small soft",
                                {words.say_with("conflict-by", [("author", version.author.clone().into()), ("when", dates::day_and_time(&words, &moment, version.at).into())])}
                            }
                            Button {
                                label: words.say("conflict-choose"),
                                spoken: words.say_with("conflict-choose-value", [("value", fields::field_value(&words, &moment, &conflict.field, &version.value).into())]),
                                look: ButtonLook::Plain,
                                testid: "conflict-choose",
                                on_press: {
                                    let command = Command::ResolveConflict {
                                        participant: participant.clone(),
                                        record: conflict.record.clone(),
                                        field: conflict.field.clone(),
                                        value: version.value.clone(),
                                    };
                                    move |()| on_order.call(command.clone().into())
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
