use dioxus::prelude::*;
use handrail_engine::api::{
    ColumnMapping, DetailField, ImportColumn, ImportPreviewView, Query, Reply, Topic,
    WorkforceQuery, WorkforceReply,
};

use crate::{
    ask::{Load, use_view},
    components::{Button, ButtonLook, Notice, NoticeTone, SelectField},
    words::{fields::all, labels, use_words, workforce},
};

/// A field for each column of the file, with what stands in its first rows.
#[component]
pub fn MappingContent(
    view: ImportPreviewView,
    error: Option<String>,
    on_run: EventHandler<ColumnMapping>,
    on_other: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut mapping = use_signal(|| view.mapping.clone());
    // Which program somebody comes into is known by the columns, so it is asked again with each change.
    let lacking = use_view(
        &[Topic::Team, Topic::People],
        move || Query::Workforce(WorkforceQuery::Import { mapping: mapping() }),
        |reply| match reply {
            Reply::Workforce(reply) => match *reply {
                WorkforceReply::Missing(missing) => Some(missing),
                _ => None,
            },
            _ => None,
        },
    );
    let lacking = match lacking() {
        Load::Ready(missing) => missing,
        // Columns that do not fit are said below.
        _ => Vec::new(),
    };
    let choices: Vec<(String, String)> =
        std::iter::once((String::new(), words.say("column-leave-out")))
            .chain(
                all_columns()
                    .into_iter()
                    .enumerate()
                    .map(|(index, column)| (index.to_string(), words.say(labels::column(column)))),
            )
            .collect();
    let named = mapping
        .read()
        .columns
        .iter()
        .flatten()
        .any(|column| names(*column));
    rsx! {
        p { {words.say_with("import-read", [("name", view.name.clone().into()), ("count", view.rows.into())])} }
        p { class: "soft", {words.say("import-map-words")} }
        div { class: "mapping",
            for (index , header) in view.headers.iter().enumerate() {
                div { key: "{index}", class: "card card-stack",
                    SelectField {
                        id: "column-{index}",
                        label: if header.trim().is_empty() { words.say_with("import-column", [("number", (index + 1).into())]) } else { header.clone() },
                        hint: examples(&view.sample, index),
                        choices: choices.clone(),
                        chosen: mapping.read().columns.get(index).copied().flatten().map(place).unwrap_or_default(),
                        testid: "import-column-{index}",
                        on_choose: move |value: String| {
                            let column = value.parse().ok().and_then(|at: usize| all_columns().get(at).copied());
                            if let Some(slot) = mapping.write().columns.get_mut(index) {
                                *slot = column;
                            }
                        },
                    }
                }
            }
        }
        if !named {
            Notice { tone: NoticeTone::Attention, testid: "import-no-name", p { {words.say("import-no-name")} } }
        }
        if !lacking.is_empty() {
            Notice { tone: NoticeTone::Attention, testid: "import-lacking",
                for one in &lacking {
                    p { key: "{one.program}", class: "strong", {workforce::missing(&words, one)} }
                }
                p { {words.say("training-missing-words")} }
            }
        }
        if let Some(error) = error {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
        }
        Button { label: words.say_with("import-run", [("count", view.rows.into())]), look: ButtonLook::Main, wide: true, large: true, busy: !named || !lacking.is_empty(), testid: "import-run", on_press: move |()| on_run.call(mapping.peek().clone()) }
        Button { label: words.say("import-other"), look: ButtonLook::Quiet, wide: true, testid: "import-other", on_press: on_other }
    }
}

fn names(column: ImportColumn) -> bool {
    matches!(
        column,
        ImportColumn::Detail(DetailField::Name | DetailField::PreferredName)
            | ImportColumn::FirstName
            | ImportColumn::LastName
    )
}

fn examples(sample: &[Vec<String>], index: usize) -> Option<String> {
    let cells: Vec<_> = sample
        .iter()
        .filter_map(|row| row.get(index))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(3)
        .collect();
    (!cells.is_empty()).then(|| cells.join(" · "))
}

fn all_columns() -> Vec<ImportColumn> {
    let details = all::DETAILS.into_iter().map(ImportColumn::Detail);
    [ImportColumn::FirstName, ImportColumn::LastName]
        .into_iter()
        .chain(details)
        .chain([
            ImportColumn::ExternalId,
            ImportColumn::DischargedOn,
            ImportColumn::IntakeStatus,
            ImportColumn::IntakeOn,
        ])
        .collect()
}

fn place(column: ImportColumn) -> String {
    all_columns()
        .iter()
        .position(|known| *known == column)
        .map(|at| at.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_kind_can_be_chosen_and_found_again() {
        for column in all_columns() {
            let at: usize = place(column).parse().unwrap();
            assert_eq!(all_columns()[at], column);
        }
        assert_eq!(all_columns().len(), 18);
    }

    #[test]
    fn examples_leave_empty_cells_out() {
        let sample = vec![vec!["Ann".to_owned(), String::new()], vec!["Bo".to_owned()]];
        assert_eq!(examples(&sample, 0), Some("Ann · Bo".to_owned()));
        assert_eq!(examples(&sample, 1), None);
    }
}
