//! Words that tell whether the word beside them is somebody.

/// What only people do.
const SAYS: [&str; 96] = [
    "says",
    "said",
    "thinks",
    "thought",
    "wants",
    "wanted",
    "knows",
    "knew",
    "tells",
    "told",
    "asks",
    "asked",
    "promises",
    "promised",
    "agrees",
    "agreed",
    "disagrees",
    "disagreed",
    "feels",
    "felt",
    "believes",
    "believed",
    "reckons",
    "worries",
    "worried",
    "suggests",
    "suggested",
    "reports",
    "mentions",
    "mentioned",
    "explains",
    "explained",
    "offers",
    "offered",
    "insists",
    "hopes",
    "hoped",
    "fears",
    "feared",
    "wonders",
    "wondered",
    "guesses",
    "doubts",
    "doubted",
    "likes",
    "hates",
    "loves",
    "prefers",
    "rings",
    "rang",
    "emails",
    "emailed",
    "phones",
    "phoned",
    "writes",
    "wrote",
    "speaks",
    "spoke",
    "talks",
    "talked",
    "owns",
    "raises",
    "raised",
    "volunteers",
    "volunteered",
    "confirms",
    "confirmed",
    "decides",
    "decided",
    "answers",
    "answered",
    "replies",
    "replied",
    "sees",
    "saw",
    "hears",
    "heard",
    "remembers",
    "remembered",
    "refuses",
    "refused",
    "complains",
    "complained",
    "admits",
    "admitted",
    "warns",
    "warned",
    "argues",
    "argued",
    "objects",
    "objected",
    "disputes",
    "apologises",
    "apologizes",
    "sends",
    "checks",
];

/// What stands between somebody and what they do.
const HELPS: [&str; 22] = [
    "is", "was", "has", "had", "does", "did", "can", "could", "will", "would", "should", "must", "might", "needs",
    "isn", "wasn", "hasn", "doesn", "didn", "can't", "won", "wouldn",
];

/// What is done to somebody.
const ASKS: [&str; 20] = [
    "ask", "asks", "asked", "tell", "tells", "told", "thank", "thanks", "invite", "invites", "invited", "rang", "ring",
    "rings", "met", "meet", "meets", "remind", "reminds", "promise",
];

/// What is done by somebody, besides what is said.
const DONE: [&str; 20] = [
    "written",
    "run",
    "done",
    "made",
    "sent",
    "seen",
    "built",
    "decided",
    "approved",
    "signed",
    "checked",
    "offered",
    "noted",
    "kept",
    "handled",
    "answered",
    "agreed",
    "confirmed",
    "called",
    "drawn",
];

/// What only somebody does, however far a month is away.
const SAID: [&str; 14] = [
    "promised",
    "said",
    "told",
    "asked",
    "owned",
    "led",
    "raised",
    "noticed",
    "reported",
    "suggested",
    "chaired",
    "proposed",
    "mentioned",
    "explained",
];

/// What stands before a word that is no name.
const DETERMINERS: [&str; 30] = [
    "the", "a", "an", "this", "that", "these", "those", "our", "my", "your", "their", "its", "his", "her", "no",
    "every", "each", "some", "any", "another", "which", "what", "one", "of", "first", "last", "next", "own", "much",
    "more",
];

/// What stands for somebody or something, or for nobody.
const STANDS_FOR: [&str; 21] = [
    "it",
    "we",
    "they",
    "you",
    "i",
    "he",
    "she",
    "there",
    "anybody",
    "anyone",
    "somebody",
    "someone",
    "everybody",
    "everyone",
    "nobody",
    "not",
    "me",
    "him",
    "us",
    "them",
    "who",
];

/// What follows somebody's wish or question, or a verb, and not a name; besides what stands for one.
const GOES_ON: [&str; 28] = [
    "the", "a", "an", "this", "that", "these", "those", "our", "my", "your", "their", "its", "his", "her", "in", "of",
    "to", "on", "at", "for", "with", "from", "up", "down", "out", "over", "be", "have",
];

/// What joins sentences, or two in a row.
const JOINS: [&str; 16] = [
    "and", "or", "but", "so", "then", "because", "that", "if", "when", "while", "as", "since", "though", "although",
    "whether", "plus",
];

/// What stands before a month.
const TIMES: [&str; 22] = [
    "in", "since", "until", "till", "from", "before", "after", "during", "through", "early", "late", "mid", "last",
    "next", "this", "every", "of", "end", "between", "around", "to", "by",
];

/// What joins a thing to another by name.
const RELATES: [&str; 22] = [
    "needs", "need", "owns", "own", "builds", "build", "feeds", "feed", "raises", "lowers", "cuts", "drives", "covers",
    "changes", "gives", "gets", "uses", "runs", "rewards", "becomes", "means", "blocks",
];

pub(super) fn says(word: &str) -> bool {
    SAYS.contains(&word)
}

pub(super) fn helps(word: &str) -> bool {
    HELPS.contains(&word)
}

pub(super) fn asks(word: &str) -> bool {
    ASKS.contains(&word)
}

pub(super) fn is_done(word: &str) -> bool {
    is_said(word) || DONE.contains(&word)
}

pub(super) fn is_said(word: &str) -> bool {
    SAID.contains(&word)
}

pub(super) fn determines(word: &str) -> bool {
    DETERMINERS.contains(&word)
}

pub(super) fn stands_for(word: &str) -> bool {
    STANDS_FOR.contains(&word)
}

pub(super) fn goes_on(word: &str) -> bool {
    stands_for(word) || GOES_ON.contains(&word)
}

pub(super) fn joins(word: &str) -> bool {
    JOINS.contains(&word)
}

pub(super) fn is_time(word: &str) -> bool {
    TIMES.contains(&word) || word.chars().all(|c| c.is_ascii_digit())
}

pub(super) fn relates(word: &str) -> bool {
    RELATES.contains(&word)
}

/// Whether it is a word that holds sentences together, and that nobody is called.
pub(super) fn is_small(word: &str) -> bool {
    determines(word) || joins(word) || goes_on(word)
}
