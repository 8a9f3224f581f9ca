//! The long form of a bare line: `{}` is the line, `{whose}` the team it belongs to.

use super::phrase::{ends_with_way, in_quotes, is_a_name, items, leads_with_amount, status_first};
use crate::exercise::one_name;
use crate::record::Kind;

/// What people call what they say, when they do not say whose it is.
const NO_SIDES: [&str; 8] = ["hope", "worry", "fear", "rumour", "my hope", "my worry", "my fear", "question"];

/// The most words of somebody that a line can begin with.
const LONGEST_SIDE: usize = 4;

/// The most words of something that is lost; more are a sentence.
const LONGEST_LOSS: usize = 4;

/// The most words about which more or less is asked when nobody said it.
const BRIEF: usize = 2;

/// A long form, filled but for its `{}` and `{whose}`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Template<'a>(pub(super) &'a str);

impl Template<'_> {
    /// Whether it keeps a whole sentence, in which a verb is no grammar: something said, a purpose, a question.
    pub(super) fn takes_sentences(self) -> bool {
        self.0.starts_with("say ") || self.0.starts_with("*{}") || self.0.starts_with("? ")
    }

    /// Whether it says how far something is.
    pub(super) fn sorts(self) -> bool {
        self.0.ends_with(" is {}")
    }

    /// The long form of a line; nothing when the line is not what the form has room for.
    pub(super) fn completed(self, said: &str, unit: Option<&str>) -> Option<String> {
        if self.sorts() {
            let (status, words) = status_first(said)?;
            return Some(self.0.replacen("{}", &format!("{}{}", status.name(), in_quotes(words)), 1));
        }
        if !self.0.contains("{whose}") {
            return self.filled(said);
        }
        let unit = || unit.map(|unit| (format!("@{}", one_name(unit)), said.to_owned()));
        match side(said).or_else(unit) {
            Some((whose, rest)) => Template(&self.0.replacen("{whose}", &whose, 1)).filled(&rest),
            None if self.0.starts_with("say ") => Some(voice(said)),
            None => None,
        }
    }

    /// The long form of a list of labels.
    pub(super) fn listed(self, labels: &[&str]) -> Option<String> {
        let (before, _) = self.0.split_once("{}")?;
        let bare: Vec<String> = labels.iter().map(|label| label.replace(['[', ']'], " ")).collect();
        let list = match before.strip_suffix('[').and_then(|before| before.chars().next_back()) {
            Some(sigil) => bare.join(&format!("], {sigil}[")),
            None => labels.iter().map(|label| one_name(label)).collect::<Vec<_>>().join(", "),
        };
        Some(self.0.replacen("{}", &list, 1))
    }

    fn filled(self, said: &str) -> Option<String> {
        let (before, after) = self.0.split_once("{}")?;
        if before.starts_with("? ") && (said.contains(':') || said.ends_with('?') || !is_a_name(said)) {
            // A question of their own needs no words of ours behind it.
            return Some(format!("{before}{said}"));
        }
        if self.takes_sentences() {
            return Some(format!("{before}{said}{after}"));
        }
        if before.is_empty() {
            // What stands first has to be known: it is chosen, not named.
            return None;
        }
        if before.chars().count() == 1 {
            return items(said).into_iter().all(is_a_name).then(|| format!("{before}{said}{after}"));
        }
        let (core, behind) = core(said);
        let (core, late) = if before.ends_with("-> ") { without_delay(core) } else { (core, None) };
        let list = list(before, core, behind)?;
        let open = before.ends_with("-> ") && behind.is_empty() && !items(core).into_iter().any(moves);
        let behind = if open { " : ?" } else { behind };
        let before = before.strip_suffix("less ").unwrap_or(before);
        let before = before.strip_suffix(|c| is_sigil(c) && before.len() > 1).unwrap_or(before);
        Some(format!("{before}{list}{}", tail(after, late, behind)))
    }
}

/// Names as things of one sort, with all that stands behind them.
pub(super) fn of_kind(sigil: char, said: &str) -> Option<String> {
    let (core, behind) = core(said);
    Some(format!("{}{behind}", list(&format!(" {sigil}"), core, behind)?))
}

/// Whose it is, and what: "Claims handlers: we are tired".
fn side(said: &str) -> Option<(String, String)> {
    let (whose, rest) = said.split_once(':')?;
    let (whose, rest) = (whose.trim(), rest.trim());
    let named = is_a_name(whose) && (1..=LONGEST_SIDE).contains(&whose.split_whitespace().count());
    let is_side = named && !rest.is_empty() && !NO_SIDES.contains(&whose.to_lowercase().as_str());
    is_side.then(|| (whose.to_owned(), rest.to_owned()))
}

/// Something people say, when nobody knows who.
fn voice(said: &str) -> String {
    match said.rsplit_once(" re ") {
        Some((text, about)) => format!("&[{}] covers {about}", text.replace(['[', ']'], " ")),
        None => format!("&{said}"),
    }
}

/// A line without the tail, the note and the quoted words at its end, and these.
fn core(said: &str) -> (&str, &str) {
    let quote = || said.strip_suffix('"')?.rfind(" \"");
    let at = said.find(" : ").or_else(|| said.find(" // ")).or_else(quote).unwrap_or(said.len());
    said.split_at(at)
}

/// "more complaints 1q": how long it takes may stand behind the name.
fn without_delay(core: &str) -> (&str, Option<&str>) {
    match core.trim_end().rsplit_once(' ') {
        Some((name, last)) if is_delay(last) => (name.trim_end(), Some(last)),
        _ => (core, None),
    }
}

fn is_delay(word: &str) -> bool {
    let number = word.strip_suffix(['d', 'w', 'm', 'q', 'y']);
    word == "later"
        || number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The names of a line as the form wants them: each of its kind, each less of something; nothing for a sentence.
fn list(before: &str, core: &str, behind: &str) -> Option<String> {
    if before.ends_with('[') {
        return Some(core.replace(['[', ']'], " "));
    }
    let pieces = items(core);
    if before.ends_with("-> less ") {
        let lost = pieces.into_iter().map(lost);
        return Some(lost.collect::<Option<Vec<_>>>()?.join(", "));
    }
    let signed = behind.split_whitespace().any(|word| word.chars().all(|c| "+-?=".contains(c)));
    let named = signed || pieces.iter().all(|piece| leads_with_amount(piece) || is_a_name(piece));
    let moves = signed || pieces.iter().any(|piece| moves(piece));
    if !named || (before.ends_with("-> ") && !moves && !is_brief(&pieces)) {
        return None;
    }
    let sigil = before.chars().next_back().filter(|c| is_sigil(*c));
    let sorted = pieces.into_iter().map(|piece| match sigil.filter(|_| !piece.starts_with(is_sigil)) {
        Some(sigil) => format!("{sigil}{}", without_the(piece)),
        None => without_the(piece).to_owned(),
    });
    Some(sorted.collect::<Vec<_>>().join(", "))
}

/// Whether a piece says which way something goes.
fn moves(piece: &str) -> bool {
    leads_with_amount(piece) || ends_with_way(piece)
}

/// Whether every piece is a word or two, so that more or less can be asked about it.
fn is_brief(pieces: &[&str]) -> bool {
    pieces.iter().all(|piece| is_a_name(piece) && piece.split_whitespace().count() <= BRIEF)
}

fn without_the(piece: &str) -> &str {
    piece.strip_prefix("the ").unwrap_or(piece)
}

/// Less of something, unless it is said already; nothing for a sentence.
fn lost(piece: &str) -> Option<String> {
    if leads_with_amount(piece) {
        return Some(piece.to_owned());
    }
    let fits = is_a_name(piece) && piece.split_whitespace().count() <= LONGEST_LOSS;
    fits.then(|| format!("less {piece}"))
}

fn is_sigil(c: char) -> bool {
    Kind::from_sigil(c).is_some()
}

/// What stands behind the names: the form's own tail, unless the line has one that says as much.
fn tail(after: &str, late: Option<&str>, behind: &str) -> String {
    let (closing, own) = after.split_once(" : ").unwrap_or((after, ""));
    let (said, words) = match behind.strip_prefix(" : ") {
        Some(tail) => tail.split_at(tail.find(" \"").or_else(|| tail.find(" // ")).unwrap_or(tail.len())),
        None => ("", behind),
    };
    let timed = late.is_some() || said.split_whitespace().any(is_delay);
    let own = Some(own).filter(|own| !own.is_empty() && if is_delay(own) { !timed } else { said.is_empty() });
    let parts: Vec<&str> = own.into_iter().chain(late).chain(Some(said).filter(|said| !said.is_empty())).collect();
    if parts.is_empty() { format!("{closing}{words}") } else { format!("{closing} : {}{words}", parts.join(" ")) }
}
