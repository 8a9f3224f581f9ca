//! Nouns that German and Dutch write as one word: `Kundenrückfragen` for `Rückfragen von Kunden`.

use std::collections::BTreeMap;

use super::form::NameForm;

/// What may stand between the parts of a joined noun.
const LINKS: [&str; 8] = ["", "s", "n", "en", "e", "er", "es", "ns"];

/// The minimum length of a part, in bytes.
const SHORTEST: usize = 4;

/// The stem of every word and of every stem.
type StemByPart = BTreeMap<String, String>;

/// Replaces every joined stem by the stems of its parts where both parts are words of other names.
pub(super) fn part(forms: &mut [NameForm]) {
    let mut known = StemByPart::new();
    for form in forms.iter().filter(|form| form.tongue.joins_nouns()) {
        for (word, stem) in form.words.iter().zip(&form.stems).filter(|(_, stem)| form.content.contains(stem)) {
            known.insert(word.clone(), stem.clone());
            known.insert(stem.clone(), stem.clone());
        }
    }
    for form in forms.iter_mut().filter(|form| form.tongue.joins_nouns()) {
        let parts = |stem: &String| parts(stem, &known).map_or_else(|| vec![stem.clone()], Vec::from);
        form.content = form.content.iter().flat_map(parts).collect();
    }
}

fn parts(stem: &str, known: &StemByPart) -> Option<[String; 2]> {
    let places = stem.char_indices().map(|(at, _)| at);
    places.filter(|at| *at >= SHORTEST && stem.len() - at >= SHORTEST).find_map(|at| {
        let (first, last) = stem.split_at(at);
        let last = known.get(last)?;
        let linked = |link: &str| first.strip_suffix(link).filter(|first| first.len() >= SHORTEST);
        let first = LINKS.iter().find_map(|link| known.get(linked(link)?))?;
        Some([first.clone(), last.clone()])
    })
}

#[cfg(test)]
mod tests {
    use super::super::tongue::Tongue;
    use super::*;

    #[test]
    fn a_joined_noun_is_its_parts_where_other_names_hold_both() {
        let mut forms: Vec<NameForm> = ["Rückfragen von Kunden", "Kundenrückfragen", "Kundenbindung"]
            .map(|label| NameForm::of(label, Tongue::German))
            .into();
        part(&mut forms);
        let content: Vec<usize> = forms.iter().map(|form| form.content.len()).collect();
        assert_eq!(content, [2, 2, 1], "{forms:?}");
    }
}
