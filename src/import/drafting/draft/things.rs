use super::map_draft::MapDraft;
use super::texts::one_line;
use crate::graph::Key;
use crate::import::imported::{ImportedThing, ONLY_NAMED, RemarkSort};
use crate::import::input::limits;
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::import::words::kind_words::kind_of;
use crate::record::Kind;
use crate::record::text::{LABEL_LIMIT, clip};

impl MapDraft<'_> {
    /// Sets the title of the map, if it has none yet.
    pub(in crate::import) fn title(&mut self, title: &str) {
        let title = one_line(title, LABEL_LIMIT);
        if self.map.title.is_none() && !title.is_empty() {
            self.map.title = Some(title);
        }
    }

    /// Adds a thing with an id; returns its index. An id that was added before is the same thing, and said so.
    pub(in crate::import) fn thing(&mut self, id: &str, place: SourcePlace, label: &str) -> usize {
        self.thing_of(id, place, label, None)
    }

    /// Adds a thing like [`Self::thing`]. Where another thing has its name, and both are several things, `which` is what
    /// is added to the name: `Triage (Claims)`.
    pub(in crate::import) fn thing_of(
        &mut self,
        id: &str,
        place: SourcePlace,
        label: &str,
        which: Option<&str>,
    ) -> usize {
        if let Some(known) = self.by_id.get(id).copied() {
            let says = format!("the id {} stands here again; the first counts", one_line(id, LABEL_LIMIT));
            self.remark_like(&place, RemarkSort::LeftOut, "id again", says);
            return known;
        }
        let label = self.label(label, &place);
        let namesake = Key::of(&label).and_then(|key| self.by_name.get(&key).copied());
        let thing = match namesake {
            Some(known) if self.same_names == SameNames::OneThing => known,
            Some(_) => {
                let told = self.told_apart(&label, which);
                let says = format!("another {label} is here: this one is {told}");
                self.remark_like(&place, RemarkSort::Noted, "name again", says);
                self.add(id, place, told)
            }
            None => self.add(id, place, label),
        };
        self.by_id.insert(id.to_owned(), thing);
        thing
    }

    /// Returns the thing with this id.
    pub(in crate::import) fn known(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Returns the thing with this name; adds it, if the file names it nowhere else.
    pub(in crate::import) fn named(&mut self, label: &str, place: &SourcePlace) -> usize {
        let label = self.label(label, place);
        let known = Key::of(&label).and_then(|key| self.by_name.get(&key).copied());
        known.unwrap_or_else(|| {
            let id = format!("{ONLY_NAMED}{}", label.to_lowercase());
            let thing = self.add(&id, place.clone(), label);
            self.by_id.entry(id).or_insert(thing);
            thing
        })
    }

    /// Returns the thing that is called so, if there is one.
    pub(in crate::import) fn called(&self, label: &str) -> Option<usize> {
        let label = one_line(label, LABEL_LIMIT);
        let label = opposite(&label).unwrap_or(label);
        Key::of(&label).and_then(|key| self.by_name.get(&key).copied())
    }

    /// Changes a thing.
    pub(in crate::import) fn edit(&mut self, thing: usize, change: impl FnOnce(&mut ImportedThing)) {
        if let Some(thing) = self.map.things.get_mut(thing) {
            change(thing);
        }
    }

    /// Returns a thing.
    pub(in crate::import) fn at(&self, thing: usize) -> Option<&ImportedThing> {
        self.map.things.get(thing)
    }

    /// Returns the label of a thing.
    pub(in crate::import) fn label_of(&self, thing: usize) -> String {
        self.at(thing).map(|thing| thing.label.clone()).unwrap_or_default()
    }

    /// Sets the sort of a thing by the file's own word. Its kind is what the mapping says, else the kind of the format,
    /// else what the word usually means.
    pub(in crate::import) fn sort(&mut self, thing: usize, word: &str, of_format: Option<Kind>) {
        let word = one_line(word, LABEL_LIMIT);
        if word.is_empty() {
            return self.edit(thing, |thing| thing.kind = of_format.unwrap_or(thing.kind));
        }
        let mapped = self.context.mapping.kinds.get(&word.to_lowercase()).copied();
        let kind = mapped.or(of_format).or_else(|| kind_of(&word));
        self.edit(thing, |thing| {
            thing.kind = kind.unwrap_or(thing.kind);
            thing.sort = Some(word);
        });
    }

    fn add(&mut self, id: &str, place: SourcePlace, label: String) -> usize {
        if self.map.things.len() >= limits::THINGS {
            self.overflow::<usize>(&place, format!("there are more than {} things", limits::THINGS));
            return 0;
        }
        let thing = self.map.things.len();
        self.by_name.extend(Key::of(&label).map(|key| (key, thing)));
        self.map.things.push(ImportedThing::new(id, place, label));
        thing
    }

    /// Returns a text as a label; a text that is no name gets one.
    fn label(&mut self, text: &str, place: &SourcePlace) -> String {
        let whole = one_line(text, usize::MAX);
        let whole = match opposite(&whole) {
            Some(opposite) => {
                let says = format!("~ in front of a name means its opposite: this is {}", clip(&opposite, LABEL_LIMIT));
                self.remark_like(place, RemarkSort::Noted, "opposite", says);
                opposite
            }
            None => whole,
        };
        let label = clip(&whole, LABEL_LIMIT).trim_end().to_owned();
        if Key::of(&label).is_none() {
            self.nameless += 1;
            let made = format!("(no name {})", self.nameless);
            self.remark(place.clone(), RemarkSort::Noted, format!("this has no name; it is called {made}"));
            return made;
        }
        if label.len() < whole.len() {
            let says = format!("the name is longer than {LABEL_LIMIT} characters, and cut");
            self.remark(place.clone(), RemarkSort::Noted, says);
        }
        label
    }

    /// Returns a name for a thing whose own name another thing has.
    fn told_apart(&mut self, label: &str, which: Option<&str>) -> String {
        let which = which.map(|which| one_line(which, LABEL_LIMIT)).filter(|which| Key::of(which).is_some());
        let key = Key::of(label);
        let last = key.as_ref().and_then(|key| self.namesakes.get(key)).copied().unwrap_or(1);
        let numbered = (last.saturating_add(1)..).map(|number| (number, number.to_string()));
        let made = which.into_iter().map(|which| (last, which)).chain(numbered).map(|(number, which)| {
            let begins = clip(label, LABEL_LIMIT.saturating_sub(which.len() + 3));
            (number, format!("{begins} ({})", clip(&which, LABEL_LIMIT / 2)))
        });
        let mut free = made.filter(|(_, made)| Key::of(made).is_some_and(|key| !self.by_name.contains_key(&key)));
        let (number, made) = free.next().unwrap_or_else(|| (last, label.to_owned()));
        self.namesakes.extend(key.map(|key| (key, number)));
        made
    }
}

/// Returns the name of the opposite of something, as coders of interviews mark it: `~Income` is "not Income". As a name the
/// two would be one, since a name is compared by its letters and digits alone, and each arrow to the one would count for
/// the other.
fn opposite(label: &str) -> Option<String> {
    let of = label.strip_prefix('~')?.trim_start();
    of.starts_with(char::is_alphabetic).then(|| format!("not {of}"))
}
