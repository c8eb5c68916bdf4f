//! The app over made-up views, with taps and typing, and the orders that come of them.

use std::{any::Any, collections::HashMap, rc::Rc};

use dioxus::{
    dioxus_core::{
        AttributeValue, ElementId, Event, Template, TemplateAttribute, TemplateNode, WriteMutations,
    },
    prelude::*,
};
use dioxus_html::{
    PlatformEventData, SerializedFormData, SerializedHtmlEventConverter, SerializedMouseData,
    set_event_converter,
};
use handrail_engine::api::{Command, EngineError, Language};

use crate::stage::{self, Canned};

/// A screen that can be used.
pub struct Live {
    dom: VirtualDom,
    found: Found,
}

impl Live {
    /// The screen at `path`, on a phone.
    pub fn open(path: &str, canned: Canned) -> Self {
        Self::open_as(path, true, canned)
    }

    /// The screen at `path`, in a window of its own.
    pub fn open_on_desk(path: &str, canned: Canned) -> Self {
        Self::open_as(path, false, canned)
    }

    fn open_as(path: &str, phone: bool, canned: Canned) -> Self {
        set_event_converter(Box::new(SerializedHtmlEventConverter));
        stage::refuse(None);
        stage::let_go();
        stage::orders();
        let mut live = Self {
            dom: stage::built(path, Language::English, phone, canned),
            found: Found::default(),
        };
        live.dom.rebuild(&mut live.found);
        live.settle();
        live
    }

    /// What is on it.
    pub fn html(&self) -> String {
        dioxus_ssr::render(&self.dom)
    }

    /// Types into a field, or chooses in a list.
    pub fn put(&mut self, testid: &str, event: &str, value: &str) {
        let data = SerializedFormData::new(value.to_owned(), Vec::new());
        self.fire(testid, event, PlatformEventData::new(Box::new(data)));
    }

    /// Taps a button.
    pub fn tap(&mut self, testid: &str) {
        let data = PlatformEventData::new(Box::new(SerializedMouseData::default()));
        self.fire(testid, "click", data);
    }

    /// Chooses one of several.
    pub fn choose(&mut self, testid: &str) {
        self.put(testid, "change", "");
    }

    /// Sends the form in which a button stands.
    pub fn submit(&mut self, testid: &str) {
        self.put(testid, "submit", "");
    }

    /// What was held is answered.
    pub fn answered(&mut self) {
        stage::let_go();
        self.settle();
    }

    /// The camera is off once somebody stops it or leaves the page; `again` puts it on in between.
    pub fn looks_until_stopped(mut self, again: &str) {
        self.tap("look-stop");
        assert_eq!(stage::cameras_on(), 0, "the camera is off");
        self.tap(again);
        assert_eq!(stage::cameras_on(), 1);
        drop(self);
        assert_eq!(stage::cameras_on(), 0, "the camera goes off with the page");
    }

    fn fire(&mut self, testid: &str, name: &str, data: PlatformEventData) {
        let element = self.found.by_testid.get(testid).copied();
        assert!(element.is_some(), "{testid} is not on the screen");
        let element = element.unwrap_or(ElementId(0));
        let data: Rc<dyn Any> = Rc::new(data);
        let runtime = self.dom.runtime();
        runtime.handle_event(name, Event::new(data, true), element);
        self.settle();
    }

    fn settle(&mut self) {
        stage::settle(&mut self.dom, &mut self.found);
    }
}

/// What was ordered since, but for what keeps half-written forms.
pub fn orders() -> Vec<Command> {
    let mut all = stage::orders();
    all.retain(|command| {
        let is_draft = matches!(
            command,
            Command::SaveDraft { .. } | Command::DiscardDraft { .. }
        );
        !is_draft && !matches!(command, Command::NoteOpened { .. })
    });
    all
}

/// Every order is refused like this from now on, or none is.
pub fn refuse(error: Option<EngineError>) {
    stage::refuse(error);
}

/// Where what has a name for tests is.
#[derive(Default)]
struct Found {
    by_testid: HashMap<String, ElementId>,
    /// What was made last.
    made: Option<&'static TemplateNode>,
}

impl Found {
    /// A name that is part of the template stands in no attribute that is set.
    fn note(&mut self, node: Option<&'static TemplateNode>, id: ElementId) {
        let Some(TemplateNode::Element { attrs, .. }) = node else {
            return;
        };
        for attribute in *attrs {
            if let TemplateAttribute::Static {
                name: "data-testid",
                value,
                ..
            } = attribute
            {
                self.by_testid.insert((*value).to_owned(), id);
            }
        }
    }
}

fn at(node: &'static TemplateNode, path: &[u8]) -> Option<&'static TemplateNode> {
    path.iter().try_fold(node, |node, place| match node {
        TemplateNode::Element { children, .. } => children.get(usize::from(*place)),
        _ => None,
    })
}

impl WriteMutations for Found {
    fn set_attribute(
        &mut self,
        name: &'static str,
        _ns: Option<&'static str>,
        value: &AttributeValue,
        id: ElementId,
    ) {
        if let ("data-testid", AttributeValue::Text(testid)) = (name, value) {
            self.by_testid.insert(testid.clone(), id);
        }
    }

    fn append_children(&mut self, _: ElementId, _: usize) {}
    fn assign_node_id(&mut self, path: &'static [u8], id: ElementId) {
        let node = self.made.and_then(|made| at(made, path));
        self.note(node, id);
    }

    fn load_template(&mut self, template: Template, index: usize, id: ElementId) {
        self.made = template.roots.get(index);
        self.note(self.made, id);
    }

    fn create_placeholder(&mut self, _: ElementId) {}
    fn create_text_node(&mut self, _: &str, _: ElementId) {}
    fn replace_node_with(&mut self, _: ElementId, _: usize) {}
    fn replace_placeholder_with_nodes(&mut self, _: &'static [u8], _: usize) {}
    fn insert_nodes_after(&mut self, _: ElementId, _: usize) {}
    fn insert_nodes_before(&mut self, _: ElementId, _: usize) {}
    fn set_node_text(&mut self, _: &str, _: ElementId) {}
    fn create_event_listener(&mut self, _: &'static str, _: ElementId) {}
    fn remove_event_listener(&mut self, _: &'static str, _: ElementId) {}
    fn remove_node(&mut self, _: ElementId) {}
    fn push_root(&mut self, _: ElementId) {}
}
