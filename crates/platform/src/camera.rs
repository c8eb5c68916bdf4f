//! What a camera that looks for codes tells.

/// What comes of looking through the camera.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// It looks: the picture is on the page.
    Runs,
    /// The text of a code; the same one comes again while it is in the picture.
    Code(String),
    /// The person or the browser does not allow it. Nothing more comes.
    Refused,
    /// There is no camera here, or the browser lends none to this page. Nothing more comes.
    Missing,
    /// The camera is there and does not work: another program has it, for instance. Nothing more comes.
    Broken,
    /// It was put off, by the browser or because the page went out of sight. Nothing more comes.
    Ended,
}

/// Hears what is seen.
pub type Hear = Box<dyn FnMut(Seen)>;

/// Puts the camera off; nothing is told after that.
pub type PutOff = Box<dyn FnOnce()>;
