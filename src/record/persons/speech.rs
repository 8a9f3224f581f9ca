//! Words that show whether the word next to them is a person.

/// Verbs of which only people are the subject.
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

/// Auxiliary verbs, between a person and the verb.
const HELPS: [&str; 22] = [
    "is", "was", "has", "had", "does", "did", "can", "could", "will", "would", "should", "must", "might", "needs",
    "isn", "wasn", "hasn", "doesn", "didn", "can't", "won", "wouldn",
];

/// Verbs of which people are the object.
const ASKS: [&str; 20] = [
    "ask", "asks", "asked", "tell", "tells", "told", "thank", "thanks", "invite", "invites", "invited", "rang", "ring",
    "rings", "met", "meet", "meets", "remind", "reminds", "promise",
];

/// Participles before "by" and a person, besides those of speaking.
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

/// Participles that only a person can follow after "by", even where the name is also a month.
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

/// Words before a noun that is not a name.
const DETERMINERS: [&str; 30] = [
    "the", "a", "an", "this", "that", "these", "those", "our", "my", "your", "their", "its", "his", "her", "no",
    "every", "each", "some", "any", "another", "which", "what", "one", "of", "first", "last", "next", "own", "much",
    "more",
];

/// Pronouns.
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

/// Words that follow a noun or a verb, but not a name; besides pronouns.
const GOES_ON: [&str; 28] = [
    "the", "a", "an", "this", "that", "these", "those", "our", "my", "your", "their", "its", "his", "her", "in", "of",
    "to", "on", "at", "for", "with", "from", "up", "down", "out", "over", "be", "have",
];

/// Words that join sentences or names.
const JOINS: [&str; 16] = [
    "and", "or", "but", "so", "then", "because", "that", "if", "when", "while", "as", "since", "though", "although",
    "whether", "plus",
];

/// Words before a month.
const TIMES: [&str; 22] = [
    "in", "since", "until", "till", "from", "before", "after", "during", "through", "early", "late", "mid", "last",
    "next", "this", "every", "of", "end", "between", "around", "to", "by",
];

/// Words that connect a thing to the name of another.
const RELATES: [&str; 22] = [
    "needs", "need", "owns", "own", "builds", "build", "feeds", "feed", "raises", "lowers", "cuts", "drives", "covers",
    "changes", "gives", "gets", "uses", "runs", "rewards", "becomes", "means", "blocks",
];

/// Verbs with a person as their first object, who gets what is named behind: "send grace the list".
const GIVES: [&str; 16] = [
    "send", "give", "show", "email", "mail", "call", "ring", "phone", "text", "invite", "remind", "brief", "warn",
    "inform", "thank", "write",
];

/// Verbs that are followed by "to" or "with" and a person: "talk to grace".
const SPEAKS: [&str; 18] = [
    "talk", "speak", "meet", "check", "write", "listen", "go", "talked", "spoke", "met", "checked", "wrote",
    "listened", "went", "sit", "agree", "agreed", "work",
];

/// Words by which somebody who was just called is asked for something: "mark, please".
const PLEADS: [&str; 8] = ["please", "pls", "can", "could", "would", "you", "thanks", "thank"];

pub(super) fn gives(word: &str) -> bool {
    GIVES.contains(&word)
}

pub(super) fn speaks_to(word: &str) -> bool {
    SPEAKS.contains(&word)
}

pub(super) fn pleads(word: &str) -> bool {
    PLEADS.contains(&word)
}

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

/// Whether a word is a function word, which is nobody's name.
pub(super) fn is_small(word: &str) -> bool {
    determines(word) || joins(word) || goes_on(word)
}
