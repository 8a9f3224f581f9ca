//! What Kumu's two forms share: the types of connections with their marks, and the fields of elements.

use std::collections::BTreeMap;

use super::imported::RemarkSort;
use super::place::SourcePlace;
use crate::import::drafting::draft::MapDraft;
use crate::import::drafting::fields::{take_arrow_field, take_field, take_tag};
use crate::import::words::own_words::{take_said, take_state};
use crate::import::words::relation_words::relation_and_turn;
use crate::import::words::sign_words::sign_of;
use crate::record::english::counted;
use crate::record::{Delay, Relation, Sign};

/// The type that our own export writes for a thing whose kind nobody has chosen.
const UNSORTED: &str = "Unknown";

/// A connection of a Kumu project.
pub(super) struct KumuConnection {
    /// Its id; `None` when it has none.
    pub(super) key: Option<String>,
    pub(super) place: SourcePlace,
    /// The things at which it starts and ends.
    pub(super) ends: (usize, usize),
    /// Its type, as the file has it.
    pub(super) sort: String,
    /// `directed`, `mutual` or `undirected`; empty when the file does not say.
    pub(super) direction: String,
    pub(super) delayed: bool,
    /// Its other fields.
    pub(super) fields: Vec<(String, String)>,
}

/// Adds an element; returns its thing, and `None` for an element that stands here again under its id. Without ids, a label
/// of one type is one element, wherever it stands.
pub(super) fn add_element(
    draft: &mut MapDraft<'_>,
    id: Option<String>,
    place: SourcePlace,
    (label, sort): (&str, &str),
) -> Option<usize> {
    let sort = if sort == UNSORTED { "" } else { sort };
    let by_name = || {
        let name = format!("name: {}", label.trim().to_lowercase());
        let first = draft.known(&name).and_then(|thing| draft.at(thing));
        let is_same = first.is_none_or(|first| first.sort.as_deref().unwrap_or_default() == sort);
        if is_same { name } else { format!("{name} ({})", sort.to_lowercase()) }
    };
    let has_id = id.is_some();
    let id = id.unwrap_or_else(by_name);
    match draft.known(&id).filter(|_| !label.trim().is_empty()) {
        Some(_) if has_id => {
            draft.thing(&id, place, label);
            None
        }
        Some(known) => {
            let says = format!("{label} stands here again; it is one thing");
            draft.remark_like(&place, RemarkSort::Noted, "thing again", says);
            Some(known)
        }
        None => {
            let thing = draft.thing_of(&id, place, label, Some(sort));
            draft.sort(thing, sort, None);
            Some(thing)
        }
    }
}

/// Returns the things at the ends of a connection, by their ids or by their names. What is neither is a new thing if
/// `makes`, else it is said.
pub(super) fn ends_of(
    draft: &mut MapDraft<'_>,
    (from, to): (&str, &str),
    makes: bool,
    place: &SourcePlace,
) -> Option<(usize, usize)> {
    let mut end = |text: &str, what: &str| {
        let known = draft.known(text).or_else(|| draft.called(text));
        if known.is_none() && (!makes || text.trim().is_empty()) {
            let says = if text.trim().is_empty() {
                format!("this connection has no {what}")
            } else {
                format!("nothing here has the id {text}, the {what} of this connection")
            };
            draft.remark_like(place, RemarkSort::LeftOut, "end missing", says);
            return None;
        }
        Some(known.unwrap_or_else(|| draft.named(text, place)))
    };
    Some((end(from, "start")?, end(to, "end")?))
}

/// Takes over the fields of an element.
pub(super) fn take_element(draft: &mut MapDraft<'_>, thing: usize, fields: Vec<(String, String)>, place: &SourcePlace) {
    for (name, value) in fields {
        match name.to_lowercase().as_str() {
            "label" => {}
            "description" => {
                let mut rest = String::new();
                draft.edit(thing, |thing| rest = take_state(thing, &value));
                draft.about(thing, &rest);
            }
            "tags" => value.split('|').for_each(|tag| take_tag(draft, thing, tag)),
            _ => take_field(draft, thing, (&name, &value), place),
        }
    }
}

/// The types of connections that are no words known here, with the numbers of their connections and where the first is.
#[derive(Default)]
pub(super) struct UnknownTypes(BTreeMap<String, (usize, SourcePlace)>);

impl UnknownTypes {
    /// Asks what each of them means.
    pub(super) fn ask(self, draft: &mut MapDraft<'_>) {
        for (sort, (connections, place)) in self.0 {
            let come = counted(connections, "connection comes", "connections come");
            let says = format!("what does \u{201c}{sort}\u{201d} mean? {come} in without a sign");
            draft.remark(place, RemarkSort::Asked, says);
        }
    }
}

/// Adds the arrows of a connection: one, two for a mutual one, none for one without a direction, which is asked about.
pub(super) fn take_connection(draft: &mut MapDraft<'_>, connection: &KumuConnection, unknown: &mut UnknownTypes) {
    let (from, to) = connection.ends;
    let direction = connection.direction.trim().to_lowercase();
    let relation = field(connection, "relation").and_then(relation_and_turn);
    let by_field = || ["sign", "polarity"].into_iter().find_map(|name| sign_of_type(field(connection, name)?));
    let meaning = meaning_of(connection, relation, sign_of_type(&connection.sort).or_else(by_field));
    if !meaning.is_known {
        let name = connection.sort.trim().to_owned();
        unknown.0.entry(name).or_insert_with(|| (0, connection.place.clone())).0 += 1;
    }
    add(draft, connection, (from, to), meaning, direction == "undirected");
    if direction == "mutual" {
        let says = format!(
            "{} and {} are connected in both directions; it comes in as two arrows: are both so?",
            draft.label_of(from),
            draft.label_of(to)
        );
        draft.remark(connection.place.clone(), RemarkSort::Asked, says);
        add(draft, connection, (to, from), meaning, false);
    }
}

/// What the arrow of a connection states.
#[derive(Clone, Copy)]
struct ConnectionMeaning {
    relation: Relation,
    /// Whether the arrow starts at the other end.
    turned: bool,
    sign: Sign,
    /// Whether the type of the connection is none or a word known here.
    is_known: bool,
}

fn meaning_of(
    connection: &KumuConnection,
    relation: Option<(Relation, bool)>,
    sign: Option<Sign>,
) -> ConnectionMeaning {
    let by_type = relation_and_turn(&connection.sort);
    let (relation, turned) = relation.or(by_type).unwrap_or_default();
    let is_known = sign.is_some() || by_type.is_some() || connection.sort.trim().is_empty();
    let sign = sign.filter(|_| relation.carries_sign()).unwrap_or_default();
    ConnectionMeaning { relation, turned, sign, is_known }
}

fn add(
    draft: &mut MapDraft<'_>,
    connection: &KumuConnection,
    (from, to): (usize, usize),
    meaning: ConnectionMeaning,
    undirected: bool,
) {
    let ConnectionMeaning { relation, turned, sign, is_known } = meaning;
    let (from, to) = if turned { (to, from) } else { (from, to) };
    let sort = connection.sort.trim();
    let by_ends = || format!("{} -> {} {sort}", draft.label_of(from), draft.label_of(to));
    let key = connection.key.clone().unwrap_or_else(by_ends);
    let arrow = if undirected {
        draft.undirected(&key, &connection.place, (from, to), relation, sign)
    } else {
        draft.arrow(&key, &connection.place, (from, to), relation, sign)
    };
    if !is_known {
        draft.note(arrow, sort);
    }
    if connection.delayed {
        draft.edit_arrow(arrow, |arrow| arrow.delay = Some(Delay::Later));
    }
    let is_ours = field(connection, "relation").is_some();
    for (name, value) in &connection.fields {
        match name.to_lowercase().as_str() {
            "sign" | "polarity" if sign_of_type(value).is_some() => {}
            "relation" | "basis" | "tags" if is_ours => {}
            "description" if is_ours => {
                let to = draft.label_of(to);
                let mut rest = String::new();
                draft.edit_arrow(arrow, |arrow| rest = take_said(arrow, value, &to));
                draft.note(arrow, &rest);
            }
            _ => take_arrow_field(draft, arrow, (name, value)),
        }
    }
}

fn field<'a>(connection: &'a KumuConnection, name: &str) -> Option<&'a str> {
    let found = connection.fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

/// Returns the sign of a type of a connection. Of two marks each stands at one end: equal marks are an effect in the same
/// direction, unequal ones in the opposite one.
pub(super) fn sign_of_type(sort: &str) -> Option<Sign> {
    let marks: Option<Vec<char>> = sort.trim().chars().map(mark).collect();
    match marks.as_deref() {
        Some(['+']) => Some(Sign::Plus),
        Some([one, other]) if one == other => Some(Sign::Plus),
        Some(['-'] | [_, _]) => Some(Sign::Minus),
        _ => sign_of(sort).map(|(sign, _)| sign),
    }
}

/// Returns a mark as it is typed, whichever dash it is.
const fn mark(c: char) -> Option<char> {
    match c {
        '+' | '\u{ff0b}' => Some('+'),
        '-' | '\u{2212}' | '\u{2013}' | '\u{2010}' | '\u{2011}' | '\u{ff0d}' => Some('-'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_marks_are_one_at_each_end() {
        for (sort, sign) in [
            ("+", Some(Sign::Plus)),
            ("-", Some(Sign::Minus)),
            ("\u{2212}", Some(Sign::Minus)),
            ("++", Some(Sign::Plus)),
            ("--", Some(Sign::Plus)),
            ("+-", Some(Sign::Minus)),
            ("-+", Some(Sign::Minus)),
            ("\u{2212}\u{2212}", Some(Sign::Plus)),
            ("+++", None),
            ("same", Some(Sign::Plus)),
            ("Opposite", Some(Sign::Minus)),
            ("Adds to / same direction", Some(Sign::Plus)),
            ("Subtracts from / opposite direction", Some(Sign::Minus)),
            ("Reports to", None),
            ("", None),
        ] {
            assert_eq!(sign_of_type(sort), sign, "{sort}");
        }
    }
}
