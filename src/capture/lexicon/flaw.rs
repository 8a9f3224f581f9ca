//! Finds the flaws of a lexicon file, with line, column and how to correct them.

use std::collections::HashSet;
use std::fmt;

use super::file::LexiconFile;
use super::list::LANGUAGES;

/// A flaw of a lexicon file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconFlaw {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The flaw, in a sentence without its full stop.
    pub what: String,
    /// How to correct the flaw.
    pub hint: &'static str,
}

impl fmt::Display for LexiconFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.hint)
    }
}

/// Stands for the object in the forms of a verb, and for the span in a delay.
const GAP: char = '_';

/// The lengths that the code of a language may have.
const CODE: std::ops::RangeInclusive<usize> = 2..=3;

impl LexiconFile {
    /// Reads a file that can be used: it can be parsed and says which language it is of.
    ///
    /// # Errors
    ///
    /// The flaw because of which it cannot be used.
    pub fn usable(text: &str) -> Result<Self, LexiconFlaw> {
        let file = Self::parse(text).map_err(|error| LexiconFlaw {
            line: error.span.start.line,
            column: error.span.start.col,
            what: error.code.to_string(),
            hint: "the fields are those of the files that come with the program",
        })?;
        let lawful = CODE.contains(&file.language.len()) && file.language.bytes().all(|byte| byte.is_ascii_lowercase());
        if lawful {
            return Ok(file);
        }
        let what = match file.language.as_str() {
            "" => "it does not say which language it is of".to_owned(),
            code => format!("{code:?} is no code of a language"),
        };
        let (line, column) = place(text, &file.language).unwrap_or((1, 1));
        Err(LexiconFlaw {
            line,
            column,
            what,
            hint: "write it as two or three small letters, such as language: \"de\"",
        })
    }

    /// Returns the flaws of a file, in the order of the file.
    pub fn flaws(text: &str) -> Vec<LexiconFlaw> {
        let file = match Self::usable(text) {
            Ok(file) => file,
            Err(flaw) => return vec![flaw],
        };
        let mut flaws = file.flawed_phrases(text);
        flaws.extend(file.verbs_that_are_articles(text));
        flaws.extend(file.contradicting_directions(text));
        flaws.extend(file.flawed_measures(text));
        flaws.sort_by_key(|flaw| (flaw.line, flaw.column));
        flaws
    }

    fn flawed_phrases(&self, text: &str) -> Vec<LexiconFlaw> {
        let mut flaws = Vec::new();
        for phrase in self.phrases() {
            let gaps = phrase.chars().filter(|c| *c == GAP).count();
            let flaw = match phrase.trim_matches([GAP, ' ']) {
                "" => ("a phrase is empty", "take it out, or write the words"),
                _ if gaps > 1 => ("a phrase has two gaps", "keep one _, for the object or the span"),
                _ => continue,
            };
            flaws.push(flawed(text, phrase, format!("{}: {phrase:?}", flaw.0), flaw.1));
        }
        flaws
    }

    fn verbs_that_are_articles(&self, text: &str) -> Vec<LexiconFlaw> {
        let shipped = LANGUAGES.iter().find(|language| language.code == self.language);
        let shipped = shipped.and_then(|language| Self::parse(language.text).ok()).map(|file| file.articles);
        let articles: HashSet<&String> = self.articles.iter().chain(shipped.iter().flatten()).collect();
        let forms = self.verbs.iter().flat_map(|verb| &verb.forms).filter(|form| articles.contains(form));
        let what = |form: &String| format!("{form:?} is an article and a form of a verb");
        let hint = "take one of the two out; every name with the article would be a sentence";
        forms.map(|form| flawed(text, form, what(form), hint)).collect()
    }

    fn contradicting_directions(&self, text: &str) -> Vec<LexiconFlaw> {
        let pairs = [(&self.more, &self.less), (&self.more_behind, &self.less_behind)];
        let both = pairs.into_iter().flat_map(|(more, less)| more.iter().filter(|phrase| less.contains(phrase)));
        let hint = "keep it in one of the two lists";
        both.map(|phrase| flawed(text, phrase, format!("{phrase:?} says more and less"), hint)).collect()
    }

    fn flawed_measures(&self, text: &str) -> Vec<LexiconFlaw> {
        let without = self.measures.iter().map(|(_, template)| template).filter(|template| !template.contains("{}"));
        let what = |template: &String| format!("a measure has no place for the noun: {template:?}");
        let hint = "write {} where the noun stands, as in \"speed of {}\"";
        without.map(|template| flawed(text, template, what(template), hint)).collect()
    }

    /// Returns every phrase of the file that is looked up in lines.
    fn phrases(&self) -> impl Iterator<Item = &String> {
        let small = self.small_words().into_iter().flat_map(|(_, phrases)| phrases);
        let verbs = self.verbs.iter().flat_map(|verb| &verb.forms);
        let compared = self.comparatives.iter().flat_map(|comparative| {
            let adjectives = comparative.plus_adjectives.iter().chain(&comparative.minus_adjectives);
            comparative.plus.iter().chain(&comparative.minus).chain(adjectives)
        });
        let kinds = self.kinds.iter().flat_map(|kind| &kind.words);
        let hedges = self.hedges.iter().flat_map(|hedge| &hedge.words);
        let spans = self.units.iter().chain(&self.numbers).chain(&self.spans).flat_map(|span| &span.words);
        let days = self.months.iter().chain(&self.weekdays).flatten();
        let verdicts = self.verdicts.iter().flat_map(|verdict| &verdict.words);
        small
            .chain(verbs)
            .chain(compared)
            .chain(kinds)
            .chain(hedges)
            .chain(spans)
            .chain(days)
            .chain(&self.delays)
            .chain(verdicts)
    }
}

fn flawed(text: &str, phrase: &str, what: String, hint: &'static str) -> LexiconFlaw {
    let (line, column) = place(text, phrase).unwrap_or((1, 1));
    LexiconFlaw { line, column, what, hint }
}

/// Returns the line and column at which a phrase stands in quotes.
fn place(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let before = text.get(..text.find(&format!("\"{phrase}\""))?)?;
    let column = before.rsplit('\n').next().unwrap_or(before).chars().count() + 1;
    Some((before.matches('\n').count() + 1, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        LexiconFile::flaws(text).iter().map(|flaw| format!("{}:{}: {flaw}", flaw.line, flaw.column)).collect()
    }

    #[test]
    fn the_shipped_files_have_no_flaws() {
        for language in LANGUAGES {
            assert_eq!(told(language.text), [""; 0], "{}.ron", language.code);
            assert_eq!(LexiconFile::usable(language.text).unwrap().language, language.code);
        }
    }

    #[test]
    fn every_flaw_is_told_with_its_place_and_what_to_do() {
        for (text, says) in [
            ("(language: \"sv\",\n  wrods: [])", "2:3: Unexpected field named `wrods` in `LexiconFile`"),
            ("(language: \"sv\", more: [\"mer\",\n \"\"])", "2:2: a phrase is empty: \"\"; take it out"),
            ("(language: \"sv\", delays: [\"_\"])", "1:27: a phrase is empty: \"_\"; take it out"),
            ("(language: \"sv\", delays: [\"_ efter _\"])", "1:27: a phrase has two gaps: \"_ efter _\"; keep one _"),
            ("(language: \"Svenska\")", "1:12: \"Svenska\" is no code of a language; write it as two or three"),
            ("(more: [\"mer\"])", "1:1: it does not say which language it is of"),
            (
                "(language: \"sv\", articles: [\"den\"], verbs: [(means: Needs, forms: [\"den\"])])",
                "1:29: \"den\" is an article and a form of a verb; take one of the two out",
            ),
            ("(language: \"sv\", more: [\"x\"], less: [\"x\"])", "\"x\" says more and less; keep it in one"),
            (
                "(language: \"sv\", measures: [(Speed, \"fart\")])",
                "1:37: a measure has no place for the noun: \"fart\"",
            ),
        ] {
            let found = told(text);
            assert!(found.iter().any(|found| found.contains(says)), "{text}: {found:?}");
        }
        assert_eq!(told("(language: \"sv\", name: \"Svenska\", more: [\"mer\"], delays: [\"efter _\"])"), [""; 0]);
    }
}
