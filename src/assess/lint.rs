use std::collections::BTreeMap;
use std::fmt;

use super::height::Height;
use super::instrument::Instrument;
use super::level::Level;
use super::thresholds::ENOUGH_ITEMS;
use crate::record::text::acts;

/// The maximum number of characters of an anchor or a statement: two lines of a narrow screen.
const LONGEST: usize = 120;

/// Characters that Markdown gives a meaning. They are not allowed, because the words of the instrument are printed
/// without escapes.
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '{', '}', '#', '|', '~', '<', '>'];

/// A flaw of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentFlaw {
    /// The place of the flaw: an id, or the name of a field.
    pub place: String,
    /// What is wrong, and what to do about it.
    pub what: String,
}

impl fmt::Display for InstrumentFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Checks an instrument, and returns its flaws in the order of its parts.
pub fn lint(instrument: &Instrument) -> Vec<InstrumentFlaw> {
    let mut check = InstrumentLint { instrument, flaws: Vec::new() };
    check.levels();
    check.ids();
    check.texts();
    check.items();
    check.practices();
    check.flaws
}

struct InstrumentLint<'a> {
    instrument: &'a Instrument,
    flaws: Vec<InstrumentFlaw>,
}

impl<'a> InstrumentLint<'a> {
    fn flaw(&mut self, place: &str, what: impl Into<String>) {
        self.flaws.push(InstrumentFlaw { place: place.to_owned(), what: what.into() });
    }

    fn levels(&mut self) {
        if self.instrument.version == 0 {
            self.flaw("version", "versions count from 1; give it the next number");
        }
        let levels: Vec<Level> = self.instrument.levels.iter().map(|part| part.level).collect();
        if levels != Level::ALL {
            self.flaw("levels", "there are three, in this order: Oneself, Teams, Systems");
        }
        for part in &self.instrument.levels {
            if !(ENOUGH_ITEMS..=Height::MOST_RATINGS).contains(&part.items.len()) {
                self.flaw(&part.title, "a level has four to six items, so that its mean is exact");
            }
            if part.flags.is_empty() {
                self.flaw(&part.title, "nothing holds this level down; add a red flag");
            }
        }
    }

    fn ids(&mut self) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for part in &self.instrument.levels {
            let items = part.items.iter().map(|item| item.id.as_str());
            for id in items.chain(part.flags.iter().map(|flag| flag.id.as_str())) {
                *seen.entry(id).or_default() += 1;
                if !id.starts_with(part.level.letter()) {
                    self.flaw(id, format!("ids of this level begin with {}", part.level.letter()));
                }
            }
        }
        for (id, _) in seen.into_iter().filter(|(_, times)| *times > 1) {
            self.flaw(id, "this id is there twice; give one of the two another");
        }
    }

    fn texts(&mut self) {
        for (place, text) in self.all_texts() {
            if text.trim().is_empty() {
                self.flaw(place, "nothing is written here; write a sentence");
            } else if text.chars().any(|c| acts(c) || MARKS.contains(&c)) {
                self.flaw(place, "there is a character in it that does something; use letters and plain signs");
            } else if text.chars().count() > LONGEST {
                self.flaw(place, format!("it does not fit two lines; shorten it to {LONGEST} characters"));
            }
        }
    }

    /// Returns every text that is shown, with the id or field that it belongs to.
    fn all_texts(&self) -> Vec<(&'a str, &'a str)> {
        let instrument = self.instrument;
        let mut texts: Vec<(&str, &str)> = instrument.scale.iter().map(|words| ("scale", words.as_str())).collect();
        texts.extend(instrument.levels.iter().map(|part| ("levels", part.title.as_str())));
        for item in instrument.items() {
            let own = [&item.title, &item.one, &item.three, &item.five, &item.ask];
            texts.extend(own.map(|text| (item.id.as_str(), text.as_str())));
        }
        for flag in instrument.flags() {
            texts.extend([&flag.says, &flag.short].map(|text| (flag.id.as_str(), text.as_str())));
        }
        texts.extend(instrument.practices.iter().map(|practice| ("practices", practice.does.as_str())));
        texts.extend(instrument.reading.iter().map(|reader| ("reading", reader.source.as_str())));
        texts
    }

    fn items(&mut self) {
        for item in self.instrument.items() {
            let anchors = [&item.one, &item.three, &item.five];
            if anchors.iter().any(|one| anchors.iter().filter(|other| *other == one).count() > 1) {
                self.flaw(&item.id, "two anchors read the same; say what tells them apart");
            }
            if !item.ask.ends_with('?') {
                self.flaw(&item.id, "what asks for an example is a question; end it with one");
            }
        }
        for flag in self.instrument.flags().filter(|flag| !flag.says.ends_with('.')) {
            self.flaw(&flag.id, "a red flag is a statement; end it with a full stop");
        }
    }

    fn practices(&mut self) {
        let instrument = self.instrument;
        let ids = instrument.items().map(|item| &item.id).chain(instrument.flags().map(|flag| &flag.id));
        for id in ids {
            let practices = instrument.practices.iter().filter(|practice| practice.gaps.contains(id)).count();
            if practices != 1 {
                self.flaw(id, format!("it has {practices} practices; give it one"));
            }
        }
        let known = |id: &str| instrument.item(id).is_some() || instrument.flag(id).is_some();
        let named = instrument.practices.iter().flat_map(|practice| &practice.gaps);
        for id in named.chain(instrument.reading.iter().flat_map(|reader| &reader.items)).filter(|id| !known(id)) {
            self.flaw(id, "there is no item and no red flag with this id; name one that is there");
        }
        for practice in &instrument.practices {
            let place = practice.gaps.first().map_or("practices", String::as_str);
            if practice.trains.is_empty() {
                self.flaw(place, "no exercise trains this practice; name one");
            }
            if !practice.does.ends_with('.') {
                self.flaw(place, "a practice is a sentence; end it with a full stop");
            }
        }
    }
}
