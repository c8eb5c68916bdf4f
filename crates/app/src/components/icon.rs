use dioxus::prelude::*;

/// Our own line drawings on a grid of 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconName {
    /// A sun over a line: today.
    Today,
    /// Two people.
    People,
    /// A plus.
    Plus,
    /// Three people.
    Team,
    /// Three lines.
    More,
    /// A handset.
    Phone,
    /// A speech bubble.
    Message,
    /// A pencil on paper.
    Log,
    /// A tick.
    Check,
    /// A cross.
    Close,
    /// Points right.
    Right,
    /// Points left.
    Left,
    /// A magnifying glass.
    Search,
    /// A lock.
    Lock,
    /// An exclamation mark in a triangle.
    Attention,
    /// A letter i in a circle.
    Info,
    /// A lifebuoy.
    Help,
    /// A gear.
    Settings,
    /// A cloud with an arrow.
    Send,
    /// A cloud with a tick.
    Reached,
    /// A minus.
    Minus,
    /// A bed.
    Bed,
    /// A camera.
    Video,
    /// A cup.
    Cup,
    /// A house with bars.
    Custody,
    /// Scales.
    Court,
    /// A calendar.
    Calendar,
    /// A ring of people.
    Group,
    /// Three dots.
    Dots,
    /// A pencil.
    Edit,
    /// A clock.
    Clock,
    /// A file with an arrow.
    Import,
    /// An envelope.
    Invite,
    /// A seedling.
    Seedling,
    /// A phone standing.
    Device,
    /// A door.
    Door,
    /// Two squares.
    Copy,
    /// A printer.
    Print,
    /// A bin.
    Erase,
    /// An eye, crossed out.
    Hide,
    /// An eye.
    Eye,
    /// Three bars.
    Chart,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Today => {
                "M3 18h18M6.5 18a5.5 5.5 0 0 1 11 0M12 5.5v3M4.6 9.6l2 1.6M19.4 9.6l-2 1.6M9 21h6"
            }
            Self::People => {
                "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.100 1.900 6.500 5.500M15.500 4.900a3.500 3.500 0 0 1 0 6.300M18 14.900c2 .8 3.200 2.500 3.500 5.100"
            }
            Self::Eye => {
                "M2.500 12c1.500-3.500 5-6.500 9.500-6.500s8 3 9.500 6.500c-1.500 3.500-5 6.500-9.500 6.500s-8-3-9.500-6.500zM12 14.800a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600z"
            }
            Self::Hide => {
                "M4 4l16 16M9.900 5.700A9.500 9.500 0 0 1 12 5.500c4.500 0 8 3 9.500 6.500a11 11 0 0 1-2.600 3.700M6.300 7.400A11.500 11.500 0 0 0 2.500 12c1.500 3.500 5 6.500 9.500 6.500 1.500 0 2.900-.3 4.100-.9M10 10a2.800 2.800 0 0 0 4 4"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Chart => "M5 19v-6M12 19V5M19 19V9",
            Self::Team => {
                "M12 10.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.500 19.500c.3-3.400 2.500-5.200 5.500-5.200s5.200 1.800 5.500 5.200M5.300 11.500a2.200 2.200 0 1 1 .8-4.200M18.700 11.500a2.200 2.200 0 1 0-.8-4.200M2 17.500c.2-1.900 1.200-3.100 2.800-3.500M22 17.500c-.2-1.900-1.200-3.100-2.800-3.500"
            }
            Self::More => "M4 6.500h16M4 12h16M4 17.500h16",
            Self::Phone => {
                "M6.200 3.500h2.600l1.700 4.300-2.200 1.700a12 12 0 0 0 6.200 6.200l1.700-2.200 4.300 1.700v2.600c0 1.500-1.200 2.700-2.700 2.700C10.300 20.500 3.500 13.700 3.500 6.200c0-1.500 1.200-2.700 2.700-2.700z"
            }
            Self::Message => {
                "M4 5.500h16a1 1 0 0 1 1 1v9.500a1 1 0 0 1-1 1h-8.500L7 20.500V17H4a1 1 0 0 1-1-1V6.500a1 1 0 0 1 1-1zM8 10h8M8 13h5"
            }
            Self::Log => {
                "M13 4H6a1.500 1.500 0 0 0-1.500 1.500v13A1.500 1.500 0 0 0 6 20h11a1.500 1.500 0 0 0 1.500-1.500V12M10 14l.6-2.800L18 3.800a1.500 1.500 0 0 1 2.200 2.200l-7.400 7.400z"
            }
            Self::Check => "M5 12.500l4.500 4.500L19 7.500",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Right => "M9.500 5.500L16 12l-6.500 6.500",
            Self::Left => "M14.500 5.500L8 12l6.500 6.500",
            Self::Search => {
                "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.300 15.300L20.500 20.500"
            }
            Self::Lock => {
                "M6.500 10.500h11a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8.500 10.500V7.500a3.500 3.500 0 0 1 7 0v3M12 14.500v2"
            }
            Self::Attention => "M12 4.500l8.500 15h-17zM12 10v4.500M12 17v.1",
            Self::Info => {
                "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 11v5.500M12 7.800v.1"
            }
            Self::Help => {
                "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM6 6l3.500 3.500M18 6l-3.500 3.500M6 18l3.500-3.500M18 18l-3.500-3.500"
            }
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z"
            }
            Self::Send => {
                "M7 18.500a4 4 0 0 1-.6-7.900 5.500 5.500 0 0 1 10.700-.9A4.300 4.300 0 0 1 17 18.500M12 20v-7M9 15.500l3-3 3 3"
            }
            Self::Reached => {
                "M7.500 18.500H7a4 4 0 0 1-.6-7.900 5.500 5.500 0 0 1 10.700-.9 4.300 4.300 0 0 1 1.600 7.900M9.500 17l2.500 2.500 4.500-4.500"
            }
            Self::Minus => "M5 12h14",
            Self::Bed => {
                "M3.500 5.500v14M3.500 16.500h17M20.500 19.500v-6a3 3 0 0 0-3-3h-7v6M7 13a1.700 1.700 0 1 0 0-3.400A1.700 1.700 0 0 0 7 13z"
            }
            Self::Video => {
                "M4 6.500h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM15 10.500l6-3.500v10l-6-3.500"
            }
            Self::Cup => {
                "M5 9h11.500v6a4.500 4.500 0 0 1-4.500 4.500H9.500A4.500 4.500 0 0 1 5 15zM16.500 10.500h1.200a2.300 2.300 0 0 1 0 4.600h-1.200M8.500 3.500c-.8 1 .8 1.800 0 2.800M12.500 3.500c-.8 1 .8 1.800 0 2.800"
            }
            Self::Custody => "M4 20V9.500L12 4l8 5.500V20zM8.500 20v-8M12 20v-8M15.500 20v-8",
            Self::Court => {
                "M12 4v16M8 20h8M5 7.500l7-1.500 7 1.500M5 7.500L2.500 14h5zM19 7.500L16.500 14h5z"
            }
            Self::Calendar => {
                "M5 5.500h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM4 10h16M8 3.500v4M16 3.500v4M9 15l2 2 4-4"
            }
            Self::Group => {
                "M12 7.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM19 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 20.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM16 20.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Dots => {
                "M6 11.400a.600.600 0 1 0 .1 0M12 11.400a.600.600 0 1 0 .1 0M18 11.400a.600.600 0 1 0 .1 0"
            }
            Self::Edit => {
                "M4.500 19.500l.9-4.200L16 4.700a1.700 1.700 0 0 1 2.400 0l.9.9a1.700 1.700 0 0 1 0 2.400L8.700 18.600zM14 6.700l3.300 3.300"
            }
            Self::Clock => {
                "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7.500V12l3 2"
            }
            Self::Import => {
                "M13 3.500H7A1.500 1.500 0 0 0 5.500 5v14A1.500 1.500 0 0 0 7 20.500h10a1.500 1.500 0 0 0 1.500-1.500V9zM13 3.500V9h5.500M12 11.500V17M9.500 14.500L12 17l2.500-2.500"
            }
            Self::Invite => {
                "M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM3.500 7l8.500 6.500L20.500 7"
            }
            Self::Seedling => {
                "M12 20.500v-9M12 14c0-4.500-2.700-7-8-7 0 4.500 2.700 7 8 7zM12 11.500c0-4.300 2.700-7 8-7 0 4.800-2.700 7-8 7zM8 20.500h8"
            }
            Self::Device => {
                "M8 3.500h8A1.500 1.500 0 0 1 17.500 5v14a1.500 1.500 0 0 1-1.500 1.500H8A1.500 1.500 0 0 1 6.500 19V5A1.500 1.500 0 0 1 8 3.500zM11 17.500h2"
            }
            Self::Door => {
                "M6 20.500V5a1.500 1.500 0 0 1 1.500-1.500h9A1.500 1.500 0 0 1 18 5v15.500M4 20.500h16M14.500 12v.1"
            }
            Self::Print => {
                "M7 9V4h10v5M7 17.500H5a1.500 1.500 0 0 1-1.500-1.500v-5.500A1.500 1.500 0 0 1 5 9h14a1.500 1.500 0 0 1 1.500 1.500V16a1.500 1.500 0 0 1-1.500 1.500h-2M7 14h10v6H7z"
            }
            Self::Copy => {
                "M9 8.500h9.500a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.500a1 1 0 0 1 1-1zM8 15.500H5.500a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1H15a1 1 0 0 1 1 1v3.500"
            }
            Self::Erase => {
                "M5 7h14M10 7V4.500h4V7M7 7l.8 13h8.400L17 7M10.500 11v5.500M13.500 11v5.500"
            }
        }
    }
}

/// A drawing beside words; hidden from screen readers.
#[component]
pub fn Icon(name: IconName) -> Element {
    rsx! {
        svg { class: "icon", view_box: "0 0 24 24", "aria-hidden": "true", "focusable": "false",
            path { d: name.path() }
        }
    }
}

/// The mark of the app: a rail that goes up, step by step.
#[component]
pub fn Logo() -> Element {
    rsx! {
        svg { class: "logo", view_box: "0 0 64 64", "aria-hidden": "true", "focusable": "false",
            rect { width: "64", height: "64", rx: "15", fill: "#0d5c57" }
            path {
                d: "M12 46h11v-9h11v-9h11v-9h7",
                fill: "none", stroke: "#7ed6c8", stroke_width: "4", stroke_linejoin: "round", stroke_linecap: "round",
            }
            path {
                d: "M12 32L44 8.500",
                fill: "none", stroke: "#f7f4ee", stroke_width: "6", stroke_linecap: "round",
            }
            path {
                d: "M18 29v12M30 20v12M41 12v11",
                fill: "none", stroke: "#f7f4ee", stroke_width: "4", stroke_linecap: "round",
            }
        }
    }
}
