use super::name::Name;
use super::scrap::Scrap;
use super::sentence::{Link, Sentence};
use super::shelter::Sheltered;
use super::tail::{self, Tail};

/// An arrow and where it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    start: usize,
    end: usize,
    link: Link,
}

/// Whether an arrow stands outside of brackets.
pub(crate) fn any(text: &str) -> bool {
    first(text).is_some()
}

/// Reads names with arrows between them; none when there is no arrow.
pub(crate) fn sentence(core: &str) -> Result<Option<Sentence>, Scrap> {
    let Some(first) = first(core) else { return Ok(None) };
    let (_, after) = core.split_at_checked(first.end).unwrap_or((core, ""));
    let (rest, tail) = tail::split(after);
    let head_end = first.end + after.find(rest).unwrap_or_default() + rest.len();
    let head = core.get(..head_end).unwrap_or(core);
    let marks = marks(head);
    let mut groups = Vec::new();
    let mut start = 0;
    for mark in &marks {
        groups.push(Name::list(head.get(start..mark.start).unwrap_or_default())?);
        start = mark.end;
    }
    groups.push(Name::list(head.get(start..).unwrap_or_default())?);
    let tail = tail.unwrap_or_default();
    Ok(Some(with_tail(groups, marks.iter().map(|mark| mark.link).collect(), tail)))
}

fn with_tail(groups: Vec<Vec<Name>>, links: Vec<Link>, tail: Tail) -> Sentence {
    let relation = tail.relation.unwrap_or_default();
    Sentence { groups, links, relation, verb_sign: tail.verb_sign, tail }
}

fn first(text: &str) -> Option<Mark> {
    marks(text).into_iter().next()
}

/// Every arrow outside of brackets: `->`, `<-`, `<->`, with any number of dashes.
fn marks(text: &str) -> Vec<Mark> {
    let sheltered = Sheltered::new(text);
    let mut found: Vec<Mark> = Vec::new();
    for (at, run) in dashes(text) {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + run..).unwrap_or_default();
        let link = match (before.ends_with('<'), after.starts_with('>')) {
            (true, true) => Link::Both,
            (true, false) => Link::Left,
            (false, true) => Link::Right,
            (false, false) => continue,
        };
        let start = if link == Link::Right { at } else { at - 1 };
        let end = if link == Link::Left { at + run } else { at + run + 1 };
        if sheltered.is_open(at) {
            found.push(Mark { start, end, link });
        }
    }
    found
}

/// Every run of dashes and its length.
fn dashes(text: &str) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.match_indices('-') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> (Vec<Vec<String>>, Vec<Link>) {
        let sentence = sentence(text).unwrap().unwrap();
        let labels = |group: &Vec<Name>| group.iter().map(|name| name.label.clone()).collect();
        (sentence.groups.iter().map(labels).collect(), sentence.links)
    }

    #[test]
    fn arrows_are_found_in_every_shape() {
        for (typed, links) in [
            ("A->B", vec![Link::Right]),
            ("A --> B", vec![Link::Right]),
            ("A <- B", vec![Link::Left]),
            ("A <-> B -> C", vec![Link::Both, Link::Right]),
            ("A-B -> C-D", vec![Link::Right]),
            ("A -> B : --", vec![Link::Right]),
        ] {
            assert_eq!(shape(typed).1, links, "{typed}");
        }
        assert!(!any("[A -> B]") && !any("A - B") && !any("x > y - z < w"));
    }

    #[test]
    fn a_colon_before_the_arrow_belongs_to_the_label() {
        assert_eq!(shape("Price : new -> Renewals : - 1q").0, [["Price : new"], ["Renewals"]]);
    }

    #[test]
    fn labels_keep_their_inner_dashes() {
        assert_eq!(
            shape("First-contact resolution->Handle-time bonus").0,
            [["First-contact resolution"], ["Handle-time bonus"]]
        );
    }
}
