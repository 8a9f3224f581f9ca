use jiff::Timestamp;

/// What a phone shows and asks: the same as the room's screen, and never more than it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhonePage {
    /// The number of the question; an answer to another number comes too late.
    pub number: u64,
    /// The title of the session.
    pub title: String,
    /// The question as the room reads it.
    pub question: String,
    /// What everybody is asked to do, or is promised, in one sentence; empty when there is nothing to say.
    pub how: String,
    /// When the time of the step is over; `None` when no clock runs.
    pub until: Option<Timestamp>,
    /// The last line that the room saw; empty when there is none.
    pub last_line: String,
    /// How many answers are in, as the room reads it: "11 of 14 are in"; empty when nothing is counted.
    pub count: String,
    /// What a phone can answer now.
    pub asks: PhoneAsk,
    /// The counted answers, once they are shown to the room.
    pub bars: Vec<Bar>,
    /// Unnamed answers after they were shown together, or numbered options to read; empty while something is asked.
    pub texts: Vec<String>,
}

/// An option with the number of its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The option.
    pub option: String,
    /// The number of answers.
    pub count: u16,
}

/// What a phone can answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PhoneAsk {
    /// Nothing now; a question for the list can be asked at any time.
    #[default]
    Nothing,
    /// A slip: one text without a name.
    Slip,
    /// One of these options.
    Hand(Vec<String>),
    /// This number of dots, spread on these options.
    Dots(u8, Vec<String>),
    /// One to five for each of these options.
    Scale(Vec<String>),
    /// Whether what was said is right, nearly right or wrong.
    Verdict,
}

impl PhoneAsk {
    /// Returns the options, if there are any.
    pub fn options(&self) -> &[String] {
        match self {
            PhoneAsk::Hand(options) | PhoneAsk::Dots(_, options) | PhoneAsk::Scale(options) => options,
            PhoneAsk::Nothing | PhoneAsk::Slip | PhoneAsk::Verdict => &[],
        }
    }
}
