//! Reads decisions as people say them: "wait for the audit", "proceed 2 guard 5", "we agreed to stop it".

use crate::capture::grammar::{SpokenWord, phrase_at, spoken_words};
use crate::capture::lexicon::{Lexicon, Sense, Words};
use crate::record::Verdict;

use super::pledge::{labelled, without_bullet};

/// What a line says in a step that asks for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SpokenDecision<'t> {
    /// Hands, counted for verdicts.
    Hands(Vec<(Verdict, u16)>),
    /// A verdict, the text behind it, and who decided.
    Verdict {
        /// The verdict.
        verdict: Verdict,
        /// The text behind it.
        rest: &'t str,
        /// The person who decided, as typed.
        by: Option<&'t str>,
    },
    /// A part that will not be done, which is a condition: "will not run on public holidays".
    Condition(&'t str),
    /// The person who decides, with no verdict.
    Decider(&'t str),
}

/// Words before a verdict that say nothing about it.
const BEFORE: [&str; 7] = ["so", "we'll", "i'll", "let's", "we", "i", "just"];

/// Words that open a condition behind a verdict, in the languages of the lexicon.
const LIMITS: [&str; 22] = [
    "only",
    "if",
    "unless",
    "except",
    "provided",
    "nur",
    "wenn",
    "falls",
    "außer",
    "seulement",
    "uniquement",
    "si",
    "sauf",
    "solo",
    "sólo",
    "salvo",
    "alleen",
    "als",
    "tenzij",
    "mits",
    "só",
    "apenas",
];

/// The phrase behind a person who decides.
const DECIDES: &str = " decides";

/// Reads a line in a step that asks for a decision.
pub(crate) fn spoken_decision<'t>(said: &'t str, lexicon: &Lexicon) -> Option<SpokenDecision<'t>> {
    if let Some(hands) = hands(said, lexicon) {
        return Some(SpokenDecision::Hands(hands));
    }
    let text = without_label(said, lexicon).unwrap_or(said);
    let decider = text.strip_suffix(DECIDES).filter(|who| !who.trim().contains([' ', ',', ';', ':']));
    if let Some(who) = decider {
        return Some(SpokenDecision::Decider(who.trim()));
    }
    let (verdict, rest) = lexicon.languages().iter().find_map(|words| leading_verdict(text, words))?;
    let part = verdict == Verdict::WillNot && rest.starts_with(char::is_whitespace) && goes_on(rest, lexicon);
    if part {
        return Some(SpokenDecision::Condition(text));
    }
    let (rest, by) = decided_by(rest.trim_start_matches([' ', ',', ':', '.', '-', '–']));
    // "We go on but only in the north zone" goes on under a condition.
    let limit = (verdict == Verdict::Proceed).then(|| limit(rest, lexicon)).flatten();
    let (verdict, rest) = limit.map_or((verdict, rest), |limit| (Verdict::Guard, limit));
    Some(SpokenDecision::Verdict { verdict, rest, by })
}

/// Returns the text behind a label such as `Decision:` or the phrase "we agreed to".
pub(crate) fn without_label<'t>(said: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    let text = without_bullet(said);
    lexicon.languages().iter().find_map(|words| labelled(text, words, Sense::DecisionLabel)).or_else(|| {
        lexicon.languages().iter().find_map(|words| {
            let line = spoken_words(text, words);
            let (_, length) = phrase_at(&line, 0, words, |sense| sense == Sense::Decided)?;
            Some(text.get(line.get(length - 1)?.end..)?.trim_start_matches([' ', ':', ',']))
        })
    })
}

/// Returns the verdict that a decision states, wherever the word stands; `None` when no word states one.
pub(crate) fn verdict_within(said: &str, lexicon: &Lexicon) -> Option<Verdict> {
    lexicon.languages().iter().find_map(|words| {
        let line = spoken_words(said, words);
        let mut places = (0..line.len()).filter_map(|at| verdict_at(&line, at, words));
        places.next().map(|(verdict, _)| verdict)
    })
}

/// Returns the text behind the first word of a verdict; the whole text when no word states one.
pub(crate) fn behind_verdict<'t>(said: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    lexicon.languages().iter().find_map(|words| {
        let line = spoken_words(said, words);
        let (at, length) = (0..line.len()).find_map(|at| Some((at, verdict_at(&line, at, words)?.1)))?;
        said.get(line.get(at + length - 1)?.end..)
    })
}

fn verdict_at(line: &[SpokenWord<'_>], at: usize, words: &Words) -> Option<(Verdict, usize)> {
    match phrase_at(line, at, words, |sense| matches!(sense, Sense::VerdictWord(_)))? {
        (Sense::VerdictWord(verdict), length) => Some((verdict, length)),
        _ => None,
    }
}

/// Reads the verdict at the beginning of a text; "proceed, with a guard" means guard.
fn leading_verdict<'t>(text: &'t str, words: &Words) -> Option<(Verdict, &'t str)> {
    let line = spoken_words(text, words);
    let said_before = |at: &usize| {
        let is_small = |sense| matches!(sense, Sense::Pronoun | Sense::Adverb | Sense::So);
        line.get(*at).is_some_and(|word| BEFORE.contains(&&*word.folded))
            || phrase_at(&line, *at, words, is_small).is_some()
    };
    let at = (0..line.len()).find(|at| verdict_at(&line, *at, words).is_some() || !said_before(at))?;
    let (verdict, length) = verdict_at(&line, at, words)?;
    let next = at + length;
    let (verdict, next) = match verdict_at(&line, next, words) {
        Some((Verdict::Guard, length)) if verdict == Verdict::Proceed => (Verdict::Guard, next + length),
        _ => (verdict, next),
    };
    Some((verdict, text.get(line.get(next - 1)?.end..)?))
}

/// Whether the text behind "will not" goes on with a part that is not done. A reason, or a word for going ahead, says no to
/// the whole.
fn goes_on(rest: &str, lexicon: &Lexicon) -> bool {
    let text = rest.trim_start();
    let apart = text.starts_with(['-', '–', '—', '"', '(']) || text.is_empty();
    let whole = |words: &Words| {
        let line = spoken_words(text, words);
        let ends = |sense| matches!(sense, Sense::Because | Sense::BecauseOf | Sense::VerdictWord(Verdict::Proceed));
        phrase_at(&line, 0, words, ends).is_some()
    };
    !apart && !lexicon.languages().iter().any(|words| whole(words))
}

/// Returns the condition that a text behind "go on" states, without the "but" before it; `None` where it states none.
fn limit<'t>(rest: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
    lexicon.languages().iter().find_map(|words| {
        let line = spoken_words(rest, words);
        let but = phrase_at(&line, 0, words, |sense| sense == Sense::But).map_or(0, |(_, length)| length);
        let limits = line.get(but).is_some_and(|word| LIMITS.contains(&&*word.folded));
        (but > 0 || limits).then(|| line.get(but)).flatten().and_then(|first| rest.get(first.start..))
    })
}

/// Splits off the person who decided, if the line names one at its end.
fn decided_by(rest: &str) -> (&str, Option<&str>) {
    let named = rest.rsplit_once("decided by ").map(|(before, who)| (before, who.trim_end_matches(')')));
    let last = || {
        let (before, last) = rest.rsplit_once([',', ';'])?;
        Some((before, last.trim().strip_suffix(DECIDES)?))
    };
    let found = named.or_else(last).map(|(before, who)| (before.trim_end_matches([' ', ',', ';', '(']), who.trim()));
    found.map_or((rest, None), |(before, who)| (before, Some(who)))
}

/// One part of a line with counted hands.
enum CountPart {
    Choice(Verdict),
    Number(u16),
}

/// Reads hands for verdicts, in any order: `guard 7, proceed 2`, `stop: 3`, "4 for guard". `None` when anything else is on
/// the line.
fn hands(said: &str, lexicon: &Lexicon) -> Option<Vec<(Verdict, u16)>> {
    lexicon.languages().iter().find_map(|words| counted(&parts(said, words)?))
}

fn parts(said: &str, words: &Words) -> Option<Vec<CountPart>> {
    let said = said.replace('=', " ");
    let line = spoken_words(&said, words);
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(word) = line.get(at) {
        let small = |sense| matches!(sense, Sense::Preposition | Sense::And);
        if let Ok(number) = word.folded.parse() {
            parts.push(CountPart::Number(number));
            at += 1;
        } else if let Some((verdict, length)) = verdict_at(&line, at, words) {
            parts.push(CountPart::Choice(verdict));
            at += length;
        } else if word.folded == "for" || phrase_at(&line, at, words, small).is_some() {
            at += 1;
        } else {
            return None;
        }
    }
    Some(parts)
}

fn counted(parts: &[CountPart]) -> Option<Vec<(Verdict, u16)>> {
    let pairs = parts.chunks(2).map(|pair| match pair {
        [CountPart::Choice(verdict), CountPart::Number(number)]
        | [CountPart::Number(number), CountPart::Choice(verdict)] => Some((*verdict, *number)),
        _ => None,
    });
    let pairs = pairs.collect::<Option<Vec<_>>>()?;
    let begins = |part: &CountPart| matches!(part, CountPart::Choice(_));
    // "Guard 5" and "5 guard" are never mixed, or the pairs would be anybody's guess.
    let alike = parts.chunks(2).filter_map(<[CountPart]>::first).map(begins).collect::<Vec<_>>();
    let once =
        pairs.iter().enumerate().all(|(at, (verdict, _))| pairs.iter().skip(at + 1).all(|(other, _)| other != verdict));
    (!pairs.is_empty() && once && alike.windows(2).all(|two| two.first() == two.last())).then_some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hands_are_choice_words_and_numbers_and_nothing_else() {
        use Verdict::{Guard, Proceed, Stop, Wait, WillNot};
        for (said, expected) in [
            ("proceed 2 guard 5", Some(vec![(Proceed, 2), (Guard, 5)])),
            ("guard 7, proceed 2", Some(vec![(Guard, 7), (Proceed, 2)])),
            ("stop: 3, guard: 8, wait: 2", Some(vec![(Stop, 3), (Guard, 8), (Wait, 2)])),
            ("guard=6, stop=1", Some(vec![(Guard, 6), (Stop, 1)])),
            ("4 for guard, 2 for wait", Some(vec![(Guard, 4), (Wait, 2)])),
            (
                "proceed 11 guard 4 wait 2 stop 0 will not 1",
                Some(vec![(Proceed, 11), (Guard, 4), (Wait, 2), (Stop, 0), (WillNot, 1)]),
            ),
            ("guard: 5 drivers try it first", None),
            ("guard 5 proceed", None),
            ("guard 5 guard 2", None),
            ("2 5 1 0", None),
            ("guard", None),
        ] {
            assert_eq!(hands(said, Lexicon::english()), expected, "{said}");
        }
    }

    #[test]
    fn a_verdict_keeps_its_whole_text() {
        let verdict = |verdict, rest, by| Some(SpokenDecision::Verdict { verdict, rest, by });
        for (said, expected) in [
            (
                "guard: a clerk signs every refusal until July",
                verdict(Verdict::Guard, "a clerk signs every refusal until July", None),
            ),
            (
                "wait for the numbers Jonas brings on Friday",
                verdict(Verdict::Wait, "for the numbers Jonas brings on Friday", None),
            ),
            ("guard: 5 drivers try it first", verdict(Verdict::Guard, "5 drivers try it first", None)),
            ("Proceed, with a guard: keep the codes", verdict(Verdict::Guard, "keep the codes", None)),
            ("we wait for the audit, ana decides", verdict(Verdict::Wait, "for the audit", Some("ana"))),
            ("we go on but only in the north zone", verdict(Verdict::Guard, "only in the north zone", None)),
            ("go ahead if the audit is clean", verdict(Verdict::Guard, "if the audit is clean", None)),
            ("proceed with the pilot", verdict(Verdict::Proceed, "with the pilot", None)),
            ("stop (decided by Ute)", verdict(Verdict::Stop, "", Some("Ute"))),
            ("decision: we stop the second pilot", verdict(Verdict::Stop, "the second pilot", None)),
            ("will not", verdict(Verdict::WillNot, "", None)),
            ("will not: too early", verdict(Verdict::WillNot, "too early", None)),
            ("we will not proceed", verdict(Verdict::WillNot, "proceed", None)),
            (
                "will not use it for first-year exams",
                Some(SpokenDecision::Condition("will not use it for first-year exams")),
            ),
            ("won't touch loans above 50k", Some(SpokenDecision::Condition("won't touch loans above 50k"))),
            (
                "we will not let it write to minors",
                Some(SpokenDecision::Condition("we will not let it write to minors")),
            ),
            ("Ute decides", Some(SpokenDecision::Decider("Ute"))),
            ("guardrails are good", None),
            ("it depends", None),
            ("put it on record that I said stop", None),
        ] {
            assert_eq!(spoken_decision(said, Lexicon::english()), expected, "{said}");
        }
    }
}
