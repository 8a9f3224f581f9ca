//! What the file of every language holds.

use std::collections::{BTreeMap, BTreeSet};

use adjacent::capture::lexicon::{ComparedMeasure, LANGUAGES, LexiconFile, VerbMeaning};
use adjacent::record::{Basis, Sign, Verdict};

/// Every meaning of a verb.
const MEANINGS: [VerbMeaning; 19] = [
    VerbMeaning::Affects,
    VerbMeaning::Needs,
    VerbMeaning::Feeds,
    VerbMeaning::Gives,
    VerbMeaning::Owns,
    VerbMeaning::In,
    VerbMeaning::Rewards,
    VerbMeaning::Aims,
    VerbMeaning::Covers,
    VerbMeaning::Builds,
    VerbMeaning::Voices,
    VerbMeaning::MeasuredOn,
    VerbMeaning::Shares,
    VerbMeaning::Rises,
    VerbMeaning::Falls,
    VerbMeaning::Stays,
    VerbMeaning::Multiplies,
    VerbMeaning::Makes,
    VerbMeaning::GoesLive,
];

fn files() -> Vec<LexiconFile> {
    LANGUAGES
        .iter()
        .map(|language| {
            let file = LexiconFile::parse(language.text).unwrap_or_else(|error| panic!("{}: {error}", language.code));
            assert_eq!(file.language, language.code);
            assert!(!file.name.is_empty());
            file
        })
        .collect()
}

/// The lists that a language cannot do without, by their names.
fn lists(file: &LexiconFile) -> Vec<(&'static str, &[String])> {
    vec![
        ("articles", &file.articles),
        ("pronouns", &file.pronouns),
        ("nobody", &file.nobody),
        ("negations", &file.negations),
        ("absence", &file.absence),
        ("finite", &file.finite),
        ("auxiliaries", &file.auxiliaries),
        ("guessing", &file.guessing),
        ("aiming", &file.aiming),
        ("prepositions", &file.prepositions),
        ("and", &file.and),
        ("or", &file.or),
        ("but", &file.but),
        ("both", &file.both),
        ("adverbs", &file.adverbs),
        ("subordinators", &file.subordinators),
        ("talk", &file.talk),
        ("more", &file.more),
        ("less", &file.less),
        ("more_behind", &file.more_behind),
        ("less_behind", &file.less_behind),
        ("intensifiers", &file.intensifiers),
        ("clearly", &file.clearly),
        ("multiples", &file.multiples),
        ("fractions", &file.fractions),
        ("by", &file.by),
        ("compounds", &file.compounds),
        ("states", &file.states),
        ("durations", &file.durations),
        ("quantities", &file.quantities),
        ("waits", &file.waits),
        ("no_change", &file.no_change),
        ("when", &file.when),
        ("then", &file.then),
        ("because_of", &file.because_of),
        ("because", &file.because),
        ("so", &file.so),
        ("with", &file.with),
        ("since", &file.since),
        ("about", &file.about),
        ("delays", &file.delays),
        ("today", &file.today),
        ("tomorrow", &file.tomorrow),
        ("next_week", &file.next_week),
        ("until", &file.until),
        ("early", &file.early),
        ("middle", &file.middle),
        ("end", &file.end),
        ("promise_labels", &file.promise_labels),
        ("decision_labels", &file.decision_labels),
        ("decided", &file.decided),
        ("promising", &file.promising),
        ("i_will", &file.i_will),
        ("questions", &file.questions),
        ("question_labels", &file.question_labels),
        ("yes", &file.yes),
        ("no", &file.no),
        ("unsure", &file.unsure),
        ("labels", &file.labels),
    ]
}

#[test]
fn every_language_has_every_sort_of_word() {
    for file in files() {
        let code = &file.language;
        for (name, list) in lists(&file) {
            assert!(!list.is_empty(), "{code}: {name} is empty");
            let once: BTreeSet<_> = list.iter().collect();
            assert_eq!(once.len(), list.len(), "{code}: {name} says something twice");
        }
        assert_eq!(file.months.len(), 12, "{code}");
        assert_eq!(file.weekdays.len(), 7, "{code}");
        assert!(file.months.iter().chain(&file.weekdays).all(|spellings| !spellings.is_empty()), "{code}");
        assert!(!file.the_more.is_empty() && !file.spans.is_empty() && !file.kinds.is_empty(), "{code}");
        for days in [1, 7, 30, 91, 365] {
            assert!(file.units.iter().any(|unit| unit.is == days), "{code}: no unit of {days} days");
        }
        for number in 1..=10 {
            assert!(file.numbers.iter().any(|word| word.is == number), "{code}: no word for {number}");
        }
    }
}

#[test]
fn every_language_has_a_verb_for_each_meaning_and_words_for_every_verdict_basis_and_measure() {
    for file in files() {
        let code = &file.language;
        for meaning in MEANINGS {
            assert!(file.verbs.iter().any(|verb| verb.means == meaning), "{code}: no verb for {meaning:?}");
        }
        for sign in [Some(Sign::Plus), Some(Sign::Minus), None] {
            let found = file.verbs.iter().any(|verb| verb.means == VerbMeaning::Affects && verb.sign == sign);
            assert!(found, "{code}: no verb for an effect of the sign {sign:?}");
        }
        for verdict in [Verdict::Proceed, Verdict::Guard, Verdict::Wait, Verdict::Stop, Verdict::WillNot] {
            assert!(file.verdicts.iter().any(|words| words.verdict == verdict), "{code}: no words for {verdict:?}");
        }
        for basis in [Basis::Guess, Basis::Seen, Basis::Told] {
            assert!(file.hedges.iter().any(|hedge| hedge.basis == basis), "{code}: no hedge of {basis:?}");
        }
        for measure in [
            ComparedMeasure::Speed,
            ComparedMeasure::Quality,
            ComparedMeasure::Cost,
            ComparedMeasure::Effort,
            ComparedMeasure::Risk,
            ComparedMeasure::Lateness,
            ComparedMeasure::Length,
        ] {
            assert!(file.comparatives.iter().any(|pair| pair.measure == measure), "{code}: no {measure:?}");
        }
    }
}

#[test]
fn no_phrase_says_more_and_less_or_yes_and_no() {
    for file in files() {
        let code = &file.language;
        for (one, other) in [
            (&file.more, &file.less),
            (&file.more_behind, &file.less_behind),
            (&file.more, &file.less_behind),
            (&file.less, &file.more_behind),
            (&file.comparing, &file.comparing_less),
            (&file.yes, &file.no),
            (&file.today, &file.tomorrow),
        ] {
            let both: Vec<_> = one.iter().filter(|phrase| other.contains(phrase)).collect();
            assert!(both.is_empty(), "{code}: {both:?}");
        }
        let mut signs: BTreeMap<&str, Sign> = BTreeMap::new();
        for pair in &file.comparatives {
            let plus = pair.plus.iter().chain(&pair.plus_adjectives).map(|word| (word, Sign::Plus));
            let minus = pair.minus.iter().chain(&pair.minus_adjectives).map(|word| (word, Sign::Minus));
            for (word, sign) in plus.chain(minus) {
                let before = signs.insert(word, sign);
                assert!(before.is_none_or(|before| before == sign), "{code}: {word} compares both ways");
            }
        }
    }
}

#[test]
fn no_form_of_a_verb_has_two_signs_for_one_meaning_or_is_an_article() {
    for file in files() {
        let code = &file.language;
        for (place, verb) in file.verbs.iter().enumerate() {
            for form in &verb.forms {
                assert!(!file.articles.contains(form), "{code}: {form} is an article");
                let other =
                    file.verbs.iter().skip(place + 1).find(|other| {
                        other.means == verb.means && other.forms.contains(form) && other.sign != verb.sign
                    });
                assert!(other.is_none(), "{code}: {form} is {:?} and {other:?}", verb.sign);
            }
        }
    }
}

#[test]
fn phrases_are_lower_case_and_have_one_place_for_an_object() {
    for file in files() {
        let code = &file.language;
        let verbs = file.verbs.iter().flat_map(|verb| &verb.forms);
        let other = lists(&file).into_iter().flat_map(|(_, list)| list);
        for phrase in verbs.chain(other) {
            assert_eq!(*phrase, phrase.to_lowercase(), "{code}");
            assert!(!phrase.trim().is_empty(), "{code}: an empty phrase");
            assert!(phrase.matches('_').count() <= 1, "{code}: {phrase} has two places for an object");
        }
        for frame in &file.delays {
            assert_eq!(frame.matches('_').count(), 1, "{code}: {frame}");
        }
        for (_, template) in &file.measures {
            assert!(template.contains("{}"), "{code}: {template}");
        }
    }
}
