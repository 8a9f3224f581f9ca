use super::fields::NetworkFields;
use crate::import::words::arrow_words::arrow_of;
use crate::import::words::sign_words::sign_of;
use crate::record::{Delay, Relation, Sign, Strength, lexicon};

/// The names of attributes that say what relation an arrow states; of those in the second list any other word is a note.
const RELATION: &[&str] =
    &["relation", "relationship", "relationtype", "interaction", "sharedinteraction", "predicate"];
const TYPE: &[&str] = &["kind", "type", "edgetype", "linktype", "connectiontype", "style"];
const SIGN: &[&str] = &["sign", "polarity", "iseepolarity", "effect", "valence", "causality"];
const LABEL: &[&str] = &["label", "name", "title", "text", "caption"];
const STRENGTH: &[&str] = &["strength"];
const DELAY: &[&str] = &["delay", "delaydays", "delayed"];
const LATER: &[&str] = &["later"];
const NOTE: &[&str] =
    &["note", "notes", "description", "rationale", "reasoning", "reason", "comment", "documentation", "words"];

/// All names of attributes that are read; none of them is said to be left out.
pub(super) const READ: &[&[&str]] = &[RELATION, TYPE, SIGN, LABEL, STRENGTH, DELAY, LATER, NOTE];

/// What the attributes of an arrow state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ArrowMeaning {
    pub(super) relation: Relation,
    pub(super) sign: Sign,
    pub(super) strength: Strength,
    pub(super) delay: Option<Delay>,
    pub(super) notes: Vec<String>,
}

impl ArrowMeaning {
    /// Reads the attributes of an arrow. A sign of its own counts before one in a relation, and that before a label.
    pub(super) fn of(fields: &NetworkFields) -> Self {
        let mut arrow = Self { delay: delay_of(fields), ..Self::default() };
        let (mut relation, mut sign) = (None, None);
        for (names, is_noted) in [(RELATION, true), (TYPE, false), (LABEL, true)] {
            for field in fields.of(names) {
                match arrow_of(&field.value) {
                    Some((Relation::Affects, stated, strength)) if stated != Sign::Unknown => {
                        sign = sign.or(Some((stated, strength)));
                    }
                    Some((stated, with, strength)) => {
                        relation = relation.or(Some(stated));
                        sign = sign.or((with != Sign::Unknown).then_some((with, strength)));
                    }
                    None if is_noted => arrow.notes.push(field.value.clone()),
                    None => {}
                }
            }
        }
        let own = fields.of(SIGN).find_map(|field| sign_value(&field.value));
        (arrow.sign, arrow.strength) = own.or(sign).unwrap_or_default();
        arrow.relation = relation.unwrap_or_default();
        if !arrow.relation.carries_sign() {
            (arrow.sign, arrow.strength) = Default::default();
        }
        if let Some(strength) = fields.first(STRENGTH).and_then(strength_of) {
            arrow.strength = strength;
        }
        arrow.notes.extend(fields.of(NOTE).map(|field| field.value.clone()));
        arrow
    }
}

/// Whether the attributes of an arrow state a sign.
pub(in crate::import) fn states_sign(fields: &NetworkFields) -> bool {
    ArrowMeaning::of(fields).sign != Sign::Unknown
}

/// Returns the sign that the value of an attribute for signs states: a word, marks, or 1 and -1.
fn sign_value(value: &str) -> Option<(Sign, Strength)> {
    if let Some((Relation::Affects, sign, strength)) = arrow_of(value)
        && sign != Sign::Unknown
    {
        return Some((sign, strength));
    }
    match value.parse::<f64>() {
        Ok(number) if number > 0.0 => Some((Sign::Plus, Strength::default())),
        Ok(number) if number < 0.0 => Some((Sign::Minus, Strength::default())),
        _ => sign_of(value),
    }
}

/// Returns the strength that a number from 1 to 3 or a word states; `None` for another scale.
fn strength_of(value: &str) -> Option<Strength> {
    match value.to_lowercase().as_str() {
        "1" | "1.0" | "some" | "weak" => Some(Strength::Some),
        "2" | "2.0" | "clear" | "medium" | "moderate" => Some(Strength::Clear),
        "3" | "3.0" | "dominant" | "strong" => Some(Strength::Dominant),
        _ => None,
    }
}

/// Returns the delay that the attributes state: a number of days, a span such as `2w`, or that there is one.
fn delay_of(fields: &NetworkFields) -> Option<Delay> {
    if fields.first(LATER).is_some_and(|later| later.eq_ignore_ascii_case("true")) {
        return Some(Delay::Later);
    }
    let text = fields.first(DELAY)?.to_lowercase();
    match text.as_str() {
        "true" | "yes" | "delayed" => Some(Delay::Later),
        text => {
            let days = text.strip_suffix(".0").unwrap_or(text).parse::<u32>().ok().map(Delay::Days);
            days.or_else(|| lexicon::delay(text)).or_else(|| spoken(text))
        }
    }
}

/// Returns a span that is written out: `2 weeks`, `1 month`.
fn spoken(text: &str) -> Option<Delay> {
    let (number, unit) = text.split_once(' ')?;
    let letter = unit.trim().chars().next().filter(char::is_ascii_alphabetic)?;
    let known = ["day", "week", "month", "quarter", "year"];
    let is_unit = known.contains(&unit.trim().trim_end_matches('s'));
    is_unit.then(|| lexicon::delay(&format!("{number}{letter}"))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)]) -> ArrowMeaning {
        let mut all = NetworkFields::default();
        for (name, value) in fields {
            all.add(name, value);
        }
        ArrowMeaning::of(&all)
    }

    #[test]
    fn a_sign_of_its_own_counts_before_a_label() {
        let signed = |fields| (of(fields).sign, of(fields).notes);
        assert_eq!(signed(&[("label", "less")]), (Sign::Minus, vec![]));
        assert_eq!(signed(&[("label", "less"), ("polarity", "+")]), (Sign::Plus, vec![]));
        assert_eq!(signed(&[("sign", "-1.0"), ("label", "why")]), (Sign::Minus, vec!["why".to_owned()]));
        assert_eq!(signed(&[("type", "reduces"), ("sign", "?")]), (Sign::Minus, vec![]));
        assert_eq!(signed(&[("effect", "0"), ("note", "none seen")]), (Sign::Unknown, vec!["none seen".to_owned()]));
    }

    #[test]
    fn a_relation_is_a_word_that_is_known_and_another_word_is_a_note() {
        let needs = of(&[("relation", "depends on"), ("sign", "+")]);
        assert_eq!((needs.relation, needs.sign), (Relation::Needs, Sign::Unknown));
        assert_eq!(of(&[("interaction", "pings")]).notes, ["pings"]);
        assert_eq!(of(&[("type", "smoothstep")]), ArrowMeaning::default());
        assert_eq!((of(&[("kind", "feeds"), ("label", "-")]).relation), Relation::Feeds);
    }

    #[test]
    fn a_delay_is_days_a_span_or_the_word_that_there_is_one() {
        for (text, delay) in [
            ("7", Some(Delay::Days(7))),
            ("2w", Some(Delay::Days(14))),
            ("2 weeks", Some(Delay::Days(14))),
            ("0", Some(Delay::Days(0))),
            ("true", Some(Delay::Later)),
            ("later", Some(Delay::Later)),
            ("false", None),
            ("soon", None),
        ] {
            assert_eq!(of(&[("delay", text)]).delay, delay, "{text}");
        }
        assert_eq!(of(&[("strength", "3")]).strength, Strength::Dominant);
        assert_eq!(of(&[("strength", "0.7"), ("label", "--")]).strength, Strength::Clear);
    }
}
