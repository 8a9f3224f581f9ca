//! The commands of `--plain`: words with a leading slash, and a few words alone on a line.

/// The text for `/help`.
pub(super) const HELP: &str = "\
Type what is said, in sentences or arrows; every line is answered once it is on disk.
  bot -> less handle time, more calls   arrows; more or less
  bot needs data, @Claims owns bot      needs, owns
  who tells Retention?                  a question for later
  3 5 0 1, right, done, guard: ...      an answer to what is asked
/next /back /go 3 /steps /prompt        walk through the exercise
/undo /redo /yes                        take back, bring back, accept what is asked
/take, /take 2                          take what the last line could be
/offers                                 the lines that could be arrows, one after another;
                                        /take takes, /skip or Enter goes on, /text leaves it as text
/why                                    why the last line was read so
/speaker tom, /speaker none             who speaks from now on
/skip                                   the next one on the list
/plan, /plan next=20, close=6           what is planned, for how many minutes
/pause                                  stop the clocks, or let them run
/map, /map Handle time                  what it adds up to
/findings                               what shows on it: loops, conflicts, and what each asks
/plots                                  levers, changes, agreement, who was heard when, in words
/minutes                                the minutes as they stand
/replay                                 the session from its beginning, with times
/languages, /languages de, fr           what is spoken beside English
/private                                keep it out of the shared map, or share it again
/end /quit                              end the session; leave it to go on later";

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
    Skip,
    Agenda(&'a str),
    Pause,
    Minutes,
    Plots,
    Findings,
    Replay,
    TourOn,
    TourBack,
    Private,
    Help,
    End,
    Quit,
    /// A name that no command has.
    Unknown(&'a str),
}

/// The names of the commands, in the order of the alphabet.
const NAMES: [&str; 27] = [
    "back",
    "end",
    "findings",
    "go",
    "help",
    "languages",
    "map",
    "minutes",
    "next",
    "offers",
    "pause",
    "plan",
    "plots",
    "private",
    "prompt",
    "quit",
    "redo",
    "replay",
    "skip",
    "speaker",
    "steps",
    "take",
    "text",
    "undo",
    "why",
    "yes",
    "agenda",
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
    NAMES.into_iter().filter(near).collect()
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
    match word {
        "next" => alone(PlainWord::Next),
        "back" => alone(PlainWord::Back),
        "go" => with(PlainWord::Go(rest)),
        "steps" => alone(PlainWord::Steps),
        "prompt" => alone(PlainWord::Prompt),
        "undo" => alone(PlainWord::Undo),
        "redo" => alone(PlainWord::Redo),
        "yes" => alone(PlainWord::Yes),
        "take" => with(PlainWord::Take(rest)).filter(|_| rest.bytes().all(|byte| byte.is_ascii_digit())),
        "offers" => alone(PlainWord::Offers),
        "text" => alone(PlainWord::Text),
        "why" => alone(PlainWord::Why),
        "languages" => with(PlainWord::Languages(rest)),
        "speaker" => with(PlainWord::Speaker(rest)),
        "map" => with(PlainWord::Map(rest)),
        "skip" => alone(PlainWord::Skip),
        "plan" | "agenda" => with(PlainWord::Agenda(rest)),
        "pause" => alone(PlainWord::Pause),
        "minutes" => alone(PlainWord::Minutes),
        "plots" => alone(PlainWord::Plots),
        "findings" => alone(PlainWord::Findings),
        "replay" => alone(PlainWord::Replay),
        "tour-on" => alone(PlainWord::TourOn),
        "tour-back" => alone(PlainWord::TourBack),
        "private" => alone(PlainWord::Private),
        "help" => alone(PlainWord::Help),
        "end" => alone(PlainWord::End),
        "quit" => alone(PlainWord::Quit),
        // A process of several words, or one in brackets, is notation.
        _ => alone(PlainWord::Unknown(word)).filter(|_| !word.is_empty() && !word.contains(['[', '-', '>'])),
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(close("minu"), ["minutes"]);
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
