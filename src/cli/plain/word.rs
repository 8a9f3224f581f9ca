//! The commands of `--plain`: words with a leading slash, and a few words alone on a line.

use super::insight::WholeForm;
use super::reach::{PlainReach, reach_of};

/// A typed command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlainWord<'a> {
    Next,
    Back,
    Go(&'a str),
    Steps,
    Prompt,
    Undo,
    Redo,
    Yes,
    Take(&'a str),
    Offers,
    Text,
    Why,
    Languages(&'a str),
    Speaker(&'a str),
    Map(&'a str),
    Skip {
        forward: bool,
    },
    Said,
    Find(&'a str),
    Fix(&'a str),
    Split(&'a str),
    TakeBack(&'a str),
    Before(&'a str),
    Strike(&'a str),
    WhoSaid(&'a str),
    LineKind(&'a str),
    SetKind(&'a str),
    Title(&'a str),
    SaveAgenda(&'a str),
    Start,
    Time,
    MoreTime,
    Ripple(&'a str),
    Whole(WholeForm),
    Findings(&'a str),
    Ask,
    Show(&'a str, &'a str),
    Curtain,
    Page,
    Agenda(&'a str),
    Pause,
    Minutes,
    Plots,
    Replay,
    TourOn,
    TourBack,
    Private,
    Help,
    End,
    Quit,
    /// A command of the console that is had in another way here.
    Elsewhere(&'a str, PlainReach),
    /// A name that no command has.
    Unknown(&'a str),
}

/// The names of the commands, in the order of the alphabet.
const NAMES: &[&str] = &[
    "agenda",
    "ask",
    "back",
    "before",
    "curtain",
    "end",
    "find",
    "findings",
    "fix",
    "go",
    "groups",
    "health",
    "help",
    "languages",
    "line-kind",
    "map",
    "matrix",
    "minutes",
    "more-time",
    "next",
    "offers",
    "page",
    "pause",
    "plan",
    "plots",
    "private",
    "prompt",
    "quit",
    "redo",
    "replay",
    "ripple",
    "said",
    "save-plan",
    "set-kind",
    "show",
    "skip",
    "speaker",
    "split",
    "start",
    "steps",
    "strike",
    "subject-back",
    "take",
    "take-back",
    "text",
    "time",
    "title",
    "undo",
    "who-said",
    "why",
    "yes",
];

/// The maximum number of slips in a name that comes close.
const SLIPS: usize = 2;

/// Returns the commands whose names come close to a typed one.
pub(super) fn close(typed: &str) -> Vec<&'static str> {
    let typed = typed.to_lowercase();
    let near = |name: &&str| {
        let slips = strsim::damerau_levenshtein(&typed, name);
        name.starts_with(typed.as_str()) || typed.starts_with(*name) || (slips <= SLIPS && slips < name.len())
    };
    NAMES.iter().copied().filter(near).collect()
}

/// Parses a command. `None` for a line that only looks like one, such as `/map making -> Speed`.
pub(super) fn parse(line: &str) -> Option<PlainWord<'_>> {
    match line.to_lowercase().as_str() {
        "?" | "help" => return Some(PlainWord::Help),
        "quit" => return Some(PlainWord::Quit),
        "undo" => return Some(PlainWord::Undo),
        "redo" => return Some(PlainWord::Redo),
        _ => {}
    }
    let (word, rest) = line.strip_prefix('/')?.split_once(' ').unwrap_or((line.strip_prefix('/')?, ""));
    let rest = rest.trim();
    let alone = |command| rest.is_empty().then_some(command);
    let with = |command| (!rest.contains("->") && !rest.contains("<-")).then_some(command);
    if let Some(what) = word.strip_prefix("show-") {
        return with(PlainWord::Show(what, rest));
    }
    match word {
        "next" | "next-step" => alone(PlainWord::Next),
        "back" | "step-back" => alone(PlainWord::Back),
        "go" => with(PlainWord::Go(rest)),
        "steps" => alone(PlainWord::Steps),
        "prompt" | "copy-message" => alone(PlainWord::Prompt),
        "undo" => alone(PlainWord::Undo),
        "redo" => alone(PlainWord::Redo),
        "yes" => alone(PlainWord::Yes),
        "take" | "take-offer" | "other-reading" => {
            with(PlainWord::Take(rest)).filter(|_| rest.bytes().all(|byte| byte.is_ascii_digit()))
        }
        "offers" => alone(PlainWord::Offers),
        "text" => alone(PlainWord::Text),
        "why" => alone(PlainWord::Why),
        "languages" => with(PlainWord::Languages(rest)),
        "speaker" => with(PlainWord::Speaker(rest)),
        "map" | "neighbours" => with(PlainWord::Map(rest)),
        "skip" | "next-subject" => alone(PlainWord::Skip { forward: true }),
        "subject-back" => alone(PlainWord::Skip { forward: false }),
        "plan" | "agenda" | "other-plan" => with(PlainWord::Agenda(rest)),
        "start" => alone(PlainWord::Start),
        "time" => alone(PlainWord::Time),
        "more-time" => alone(PlainWord::MoreTime),
        "pause" | "pause-clock" => alone(PlainWord::Pause),
        "minutes" | "read-minutes" => alone(PlainWord::Minutes),
        "page" => alone(PlainWord::Page),
        "plots" | "levers" | "portfolio" | "agreement" | "heard" => alone(PlainWord::Plots),
        "replay" => alone(PlainWord::Replay),
        "tour-on" => alone(PlainWord::TourOn),
        "tour-back" => alone(PlainWord::TourBack),
        "private" => alone(PlainWord::Private),
        "help" | "palette" => alone(PlainWord::Help),
        "end" | "end-session" => alone(PlainWord::End),
        "quit" | "leave" | "home" => alone(PlainWord::Quit),
        _ => about_lines(word, rest).or_else(|| about_the_map(word, rest)).or_else(|| other(word, rest)),
    }
}

/// Parses a command about lines said or things named; their words may hold arrows.
fn about_lines<'a>(word: &str, rest: &'a str) -> Option<PlainWord<'a>> {
    let numbered = rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit());
    match word {
        "said" => rest.is_empty().then_some(PlainWord::Said),
        "find" => (!rest.contains("->")).then_some(PlainWord::Find(rest)),
        "fix" => numbered.then_some(PlainWord::Fix(rest)),
        "split" => numbered.then_some(PlainWord::Split(rest)),
        "take-back" => numbered.then_some(PlainWord::TakeBack(rest)),
        "before" => numbered.then_some(PlainWord::Before(rest)),
        "strike" => numbered.then_some(PlainWord::Strike(rest)),
        "who-said" => numbered.then_some(PlainWord::WhoSaid(rest)),
        "line-kind" => numbered.then_some(PlainWord::LineKind(rest)),
        "set-kind" => (!rest.contains("->")).then_some(PlainWord::SetKind(rest)),
        "save-plan" => (!rest.is_empty()).then_some(PlainWord::SaveAgenda(rest)),
        "title" => (!rest.contains("->")).then_some(PlainWord::Title(rest)),
        _ => None,
    }
}

/// Parses a command about the map, or about what the room sees of it.
fn about_the_map<'a>(word: &str, rest: &'a str) -> Option<PlainWord<'a>> {
    let alone = |command| rest.is_empty().then_some(command);
    let with = |command| (!rest.contains("->") && !rest.contains("<-")).then_some(command);
    match word {
        "ripple" => with(PlainWord::Ripple(rest)),
        "matrix" => alone(PlainWord::Whole(WholeForm::Matrix)),
        "groups" => alone(PlainWord::Whole(WholeForm::Groups)),
        "health" => alone(PlainWord::Whole(WholeForm::Health)),
        "findings" => with(PlainWord::Findings(rest)),
        "ask" => alone(PlainWord::Ask),
        "curtain" => alone(PlainWord::Curtain),
        "show" => {
            let (what, of) = rest.split_once(' ').unwrap_or((rest, ""));
            with(PlainWord::Show(what, of))
        }
        _ => None,
    }
}

/// Returns what another name is: a command of the console that is had in another way, or the name of no command. A
/// process of several words, or one in brackets, is notation.
fn other<'a>(word: &'a str, rest: &str) -> Option<PlainWord<'a>> {
    if !rest.is_empty() || word.is_empty() {
        return None;
    }
    if let Some(reach) = reach_of(word) {
        return Some(PlainWord::Elsewhere(word, reach));
    }
    (!word.contains(['[', '-', '>'])).then_some(PlainWord::Unknown(word))
}

#[cfg(test)]
mod tests {
    use super::super::help::HELP;
    use super::*;

    #[test]
    fn a_process_is_not_mistaken_for_a_command() {
        assert_eq!(parse("/next"), Some(PlainWord::Next));
        assert_eq!(parse("/map Handle time"), Some(PlainWord::Map("Handle time")));
        for line in [
            "/Nightly customer match -> $Customer history : feeds +",
            "/next best offer",
            "/map -> Speed",
            "next",
            "/[Invoicing]",
            "/Night->Day",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn a_name_that_no_command_has_is_no_process_either() {
        assert_eq!(parse("/ofers"), Some(PlainWord::Unknown("ofers")));
        assert_eq!(close("ofers"), ["offers"]);
        assert_eq!(close("minutess"), ["minutes"]);
        assert!(close("Invoicing").is_empty());
        assert!(NAMES.iter().all(|name| !matches!(parse(&format!("/{name}")), None | Some(PlainWord::Unknown(_)))));
    }

    #[test]
    fn a_few_words_alone_are_commands() {
        for (line, word) in [
            ("?", PlainWord::Help),
            ("Help", PlainWord::Help),
            ("quit", PlainWord::Quit),
            ("undo", PlainWord::Undo),
            ("/take 2", PlainWord::Take("2")),
            ("/languages de, fr", PlainWord::Languages("de, fr")),
        ] {
            assert_eq!(parse(line), Some(word), "{line}");
        }
        assert_eq!(parse("? who tells Retention"), None);
        assert_eq!(parse("help desk -> calls"), None);
        assert_eq!(parse("/take over"), None);
    }

    #[test]
    fn every_command_of_the_help_is_one() {
        let named = HELP.split_whitespace().filter(|word| word.starts_with('/'));
        for word in named.map(|word| word.trim_end_matches([',', ';'])) {
            assert!(!matches!(parse(word), None | Some(PlainWord::Unknown(_))), "{word}");
        }
    }
}
