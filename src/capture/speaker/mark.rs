use super::clock::ClockTime;
use crate::capture::grammar::split_tag;
use crate::record::lexicon::{ARROWS, Keyword};
use crate::record::{Names, SeatTag, Session, persons};

/// The maximum number of words in the name of a speaker.
const LONGEST: usize = 4;

/// A text before a line that may name its speaker, and the line without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerMark<'a> {
    /// The text that may be a name, initials or a tag.
    pub name: &'a str,
    /// What was said.
    pub said: &'a str,
    /// Whether the text can be nothing else, as in `mei> ...`.
    pub tagged: bool,
}

impl<'a> SpeakerMark<'a> {
    /// Finds the text that may name the speaker of a line; a clock time or a list bullet may stand before it.
    pub fn of(line: &'a str) -> Option<Self> {
        let line = line.trim();
        let timed = ClockTime::before(line).map(|(_, rest)| rest);
        let (line, timed) = (timed.unwrap_or(line), timed.is_some());
        if let (Some(name), said) = split_tag(line) {
            return Some(Self { name, said, tagged: true });
        }
        let line = if timed { line } else { without_bullet(line) };
        in_brackets(line).or_else(|| before_colon(line)).or_else(|| before_mark(line))
    }
}

/// Splits a line into its speaker and what was said. `known` returns the seat for a tag, a name or initials.
///
/// A tag with `>` names the speaker whether it is known or not; any other form does so only for a known person.
pub fn split_speaker<'a>(line: &'a str, known: &dyn Fn(&str) -> Option<SeatTag>) -> (Option<SeatTag>, &'a str) {
    let found = SpeakerMark::of(line).and_then(|mark| {
        let seat = if mark.tagged { Some(mark.name.into()) } else { known(mark.name) };
        Some((seat?, mark.said))
    });
    match found {
        Some((seat, said)) => (Some(seat), said),
        None => (None, without_clock(line)),
    }
}

/// Splits a line into the seat of its speaker and what was said; people are known by their tags, and by the names that
/// they want on record.
pub(in crate::capture) fn speaker_of<'a>(line: &'a str, session: &Session) -> (Option<SeatTag>, &'a str) {
    split_speaker(line, &|name| persons::seat_called(name, session, &Names::default()))
}

/// Returns an arrow without the clock time before it. Before other words a time may be part of what was said.
fn without_clock(line: &str) -> &str {
    let draws = |rest: &str| {
        let begins = rest.chars().next().is_some_and(|c| c.is_alphanumeric() || "!@#$^&*~[\"".contains(c));
        begins && ARROWS.iter().any(|arrow| rest.contains(arrow))
    };
    ClockTime::before(line).map(|(_, rest)| rest).filter(|rest| draws(rest)).unwrap_or(line)
}

impl<'a> SpeakerMark<'a> {
    /// Finds the text behind a box to tick that may name whose task it is: `- [ ] Noor: ask the vendor`.
    pub fn behind_box(line: &'a str) -> Option<Self> {
        let line = line.trim();
        let line = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim_start();
        BOXES.iter().find_map(|tick| line.strip_prefix(tick)).and_then(|task| before_colon(task.trim_start()))
    }

    /// Whether a clock time stands before the speaker and the words draw no arrow, as where talk was written down.
    pub fn is_talk(line: &str) -> bool {
        ClockTime::before(line).is_some() && !ARROWS.iter().any(|arrow| line.contains(arrow))
    }
}

/// The bullets of lists.
const BULLETS: [&str; 4] = ["- ", "* ", "• ", "– "];

/// Boxes to tick.
const BOXES: [&str; 3] = ["[ ]", "[x]", "[X]"];

/// Returns a line without its list bullet, but not without a box to tick, behind which promises stand.
fn without_bullet(line: &str) -> &str {
    let rest = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim_start();
    if BOXES.iter().any(|tick| rest.starts_with(tick)) { line } else { rest }
}

fn in_brackets(line: &str) -> Option<SpeakerMark<'_>> {
    let (name, rest) = line.strip_prefix('[')?.split_once(']')?;
    let said = rest.strip_prefix(':').unwrap_or(rest).trim();
    let begins = said.chars().next().is_some_and(|c| !"-<=→←↔,;:.)".contains(c));
    (begins && rest.starts_with([' ', ':']) && is_name(name)).then_some(SpeakerMark { name, said, tagged: false })
}

fn before_colon(line: &str) -> Option<SpeakerMark<'_>> {
    let (name, rest) = line.split_once(':')?;
    let rest = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")).unwrap_or(rest);
    let said = rest.trim();
    let spaced = rest.starts_with(char::is_whitespace) && !said.is_empty();
    let name = name.trim_matches(['*', '_', ' ']);
    let is_command = Keyword::of(name).is_some() || name.eq_ignore_ascii_case("me");
    (spaced && is_name(name) && !is_command).then_some(SpeakerMark { name, said, tagged: false })
}

/// Finds a capitalised name that touches its mark: `GR> ...`. Between two names with spaces, the mark is an arrow.
fn before_mark(line: &str) -> Option<SpeakerMark<'_>> {
    let (name, rest) = line.split_once('>')?;
    let said = rest.trim();
    let spaced = rest.starts_with(char::is_whitespace)
        && !said.is_empty()
        && name.ends_with(|c: char| c.is_alphanumeric() || c == ')');
    (spaced && name.starts_with(char::is_uppercase) && is_name(name)).then_some(SpeakerMark {
        name,
        said,
        tagged: false,
    })
}

/// Whether a text could be the name, the initials or the tag of a person.
fn is_name(text: &str) -> bool {
    let lawful = |c: char| c.is_alphanumeric() || c.is_whitespace() || "'’.-,()".contains(c);
    let words = text.split_whitespace().count();
    text.starts_with(char::is_alphabetic) && (1..=LONGEST).contains(&words) && text.chars().all(lawful)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_speaker_stands_before_the_words_in_many_forms() {
        for (line, name, said) in [
            ("mei> bot -> less trust", "mei", "bot -> less trust"),
            ("Mei: bot -> less trust : +", "Mei", "bot -> less trust : +"),
            ("MEI: yes", "MEI", "yes"),
            ("GR: no", "GR", "no"),
            ("GR> network outage -> more support calls", "GR", "network outage -> more support calls"),
            ("[Mei] bot -> less trust", "Mei", "bot -> less trust"),
            ("[Mei Ling]: yes", "Mei Ling", "yes"),
            ("- Noor: portal chat -> duplicate files up", "Noor", "portal chat -> duplicate files up"),
            ("**Mei:** yes", "Mei", "yes"),
            ("00:12:07 Rosa: slot planner -> fewer empty bays", "Rosa", "slot planner -> fewer empty bays"),
            ("[09:41] Ines: it sends people in circles", "Ines", "it sends people in circles"),
            ("[00:12:31] mei> bot -> less trust", "mei", "bot -> less trust"),
            ("10:32 AM Mei: who tells Retention?", "Mei", "who tells Retention?"),
        ] {
            let found = SpeakerMark::of(line).map(|mark| (mark.name, mark.said));
            assert_eq!(found, Some((name, said)), "{line}");
        }
        for line in [
            "[bot] -> less trust",
            "Speed > quality",
            "Bot-> less trust",
            "A->B : +",
            "[bot]: -> less trust",
            "bot -> calls : +",
            "do: x",
            "me: buy milk",
            "Mei:",
            "12:30",
            "at 12:30 we eat",
            "- [ ] Noor: ask the vendor",
            "what we want to say about this : nothing",
        ] {
            assert_eq!(SpeakerMark::of(line), None, "{line}");
        }
    }

    #[test]
    fn only_somebody_known_speaks_before_a_colon() {
        let known = |name: &str| (name == "Mei" || name == "mei").then(|| "claims1".into());
        let split = |line| split_speaker(line, &known);
        assert_eq!(split("Mei: yes"), (Some("claims1".into()), "yes"));
        assert_eq!(split("Tom: yes"), (None, "Tom: yes"));
        assert_eq!(split("tom> yes"), (Some("tom".into()), "yes"));
        assert_eq!(split("09:41 bot -> less trust"), (None, "bot -> less trust"));
        assert_eq!(split("09:41 coffee"), (None, "09:41 coffee"));
        assert_eq!(split("9:00 -> 10:00"), (None, "9:00 -> 10:00"));
    }
}
