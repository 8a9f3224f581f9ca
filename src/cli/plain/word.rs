//! The commands of `--plain`: words with a leading slash.

/// The text for `/help`.
pub(super) const HELP: &str = "\
Type what is said; every line is answered once it is on disk.
  bot -> less handle time, more calls   arrows; more or less
  bot needs data, @Claims owns bot      needs, owns
  who tells Retention?                  a question for later
  3 5 0 1, right, done, guard: ...      an answer to what is asked
/next /back /go 3 /steps /prompt        walk through the exercise
/undo /redo /yes                        take back, bring back, accept what is offered
/speaker tom, /speaker none             who speaks from now on
/skip                                   the next one on the list
/plan, /plan next=20, close=6           what is planned, for how many minutes
/pause                                  stop the clocks, or let them run
/map, /map Handle time                  what it adds up to
/minutes                                the minutes as they stand
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
    Speaker(&'a str),
    Map(&'a str),
    Skip,
    Agenda(&'a str),
    Pause,
    Minutes,
    Private,
    Help,
    End,
    Quit,
}

/// Parses a command. `None` for a line that only looks like one, such as `/map making -> Speed`.
pub(super) fn parse(line: &str) -> Option<PlainWord<'_>> {
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
        "speaker" => with(PlainWord::Speaker(rest)),
        "map" => with(PlainWord::Map(rest)),
        "skip" => alone(PlainWord::Skip),
        "plan" => with(PlainWord::Agenda(rest)),
        "pause" => alone(PlainWord::Pause),
        "minutes" => alone(PlainWord::Minutes),
        "private" => alone(PlainWord::Private),
        "help" => alone(PlainWord::Help),
        "end" => alone(PlainWord::End),
        "quit" => alone(PlainWord::Quit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_not_mistaken_for_a_command() {
        assert_eq!(parse("/next"), Some(PlainWord::Next));
        assert_eq!(parse("/map Handle time"), Some(PlainWord::Map("Handle time")));
        for line in
            ["/Nightly customer match -> $Customer history : feeds +", "/next best offer", "/map -> Speed", "next"]
        {
            assert_eq!(parse(line), None, "{line}");
        }
    }

    #[test]
    fn every_command_of_the_help_is_one() {
        let named = HELP.split_whitespace().filter(|word| word.starts_with('/'));
        for word in named.map(|word| word.trim_end_matches(',')) {
            assert!(parse(word).is_some(), "{word}");
        }
    }
}
