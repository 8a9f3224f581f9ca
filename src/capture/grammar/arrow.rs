use super::name::TypedName;
use super::scrap::Scrap;
use super::sentence::{ArrowDirection, Sentence};
use super::shelter::Sheltered;
use super::tail;

/// An arrow, with its bytes in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TypedArrow {
    start: usize,
    end: usize,
    link: ArrowDirection,
}

/// Whether the text holds an arrow outside of brackets.
pub(crate) fn any(text: &str) -> bool {
    first(text).is_some()
}

/// Reads names with arrows between them; `None` if there is no arrow.
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
        groups.push(TypedName::list(head.get(start..mark.start).unwrap_or_default())?);
        start = mark.end;
    }
    groups.push(TypedName::list(head.get(start..).unwrap_or_default())?);
    let tail = tail.unwrap_or_default();
    Ok(Some(Sentence::by_arrows(groups, marks.iter().map(|mark| mark.link).collect(), tail)))
}

fn first(text: &str) -> Option<TypedArrow> {
    marks(text).into_iter().next()
}

/// Returns every arrow outside of brackets: `->`, `<-`, `<->`, with any number of dashes.
fn marks(text: &str) -> Vec<TypedArrow> {
    let sheltered = Sheltered::new(text);
    let mut found: Vec<TypedArrow> = Vec::new();
    for (at, run) in dashes(text) {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + run..).unwrap_or_default();
        let link = match (before.ends_with('<'), after.starts_with('>')) {
            (true, true) => ArrowDirection::Both,
            (true, false) => ArrowDirection::Left,
            (false, true) => ArrowDirection::Right,
            (false, false) => continue,
        };
        let start = if link == ArrowDirection::Right { at } else { at - 1 };
        let end = if link == ArrowDirection::Left { at + run } else { at + run + 1 };
        if sheltered.is_open(at) {
            found.push(TypedArrow { start, end, link });
        }
    }
    found
}

/// Returns the start and the length of every run of dashes.
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

    fn shape(text: &str) -> (Vec<Vec<String>>, Vec<ArrowDirection>) {
        let sentence = sentence(text).unwrap().unwrap();
        let labels = |group: &Vec<TypedName>| group.iter().map(|name| name.label.clone()).collect();
        (sentence.groups.iter().map(labels).collect(), sentence.links)
    }

    #[test]
    fn arrows_are_found_in_every_shape() {
        for (typed, links) in [
            ("A->B", vec![ArrowDirection::Right]),
            ("A --> B", vec![ArrowDirection::Right]),
            ("A <- B", vec![ArrowDirection::Left]),
            ("A <-> B -> C", vec![ArrowDirection::Both, ArrowDirection::Right]),
            ("A-B -> C-D", vec![ArrowDirection::Right]),
            ("A -> B : --", vec![ArrowDirection::Right]),
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
