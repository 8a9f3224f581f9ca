//! What is adjacent to a thing, as lines: shared by the run screen and the map.

use ratatui::text::{Line, Span};

use super::Paint;
use super::words::{cells, cut};
use crate::graph::{Around, Arrow, Neighbour};
use crate::record::{Basis, Delay, Relation, Sign, Strength};
use crate::theme::Role;

/// The two sides of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Into,
    Out,
}

/// A thing with what leads into it and what it leads to, two steps deep.
pub(super) fn lines<'a>(around: &Around, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (side, neighbours, heading) in
        [(Side::Out, &around.out, "it leads to"), (Side::Into, &around.into, "what leads into it")]
    {
        if neighbours.is_empty() {
            continue;
        }
        lines.push(Line::styled(heading, paint.role(Role::Quiet)));
        for near in neighbours.iter().filter(|neighbour| neighbour.depth == 1) {
            lines.push(line(side, near, width, paint));
            let beyond = neighbours.iter().filter(|far| far.depth == 2 && far.via.as_deref() == Some(&near.label));
            lines.extend(beyond.map(|far| line(side, far, width, paint)));
        }
    }
    if lines.is_empty() {
        lines.push(Line::styled("nothing named so far", paint.role(Role::Quiet)));
    }
    lines
}

fn line<'a>(side: Side, neighbour: &Neighbour, width: u16, paint: &Paint) -> Line<'a> {
    let indent = "  ".repeat(neighbour.depth);
    let (mark, role) = mark(&neighbour.arrow, paint);
    let words = phrase(side, neighbour.arrow.relation, &neighbour.label);
    let room = width.saturating_sub(cells(&indent) + 2);
    let tail = tail(&neighbour.arrow, room.saturating_sub(cells(&words)));
    let room = room.saturating_sub(cells(&tail));
    Line::from(vec![
        Span::raw(indent),
        Span::styled(mark, role),
        Span::styled(cut(&words, room), paint.role(Role::Text)),
        Span::styled(tail, paint.role(Role::Quiet)),
    ])
}

/// The sign as a glyph: more, less, disputed, open; a dot where a sign means nothing.
fn mark(arrow: &Arrow, paint: &Paint) -> (String, ratatui::style::Style) {
    let carries = matches!(arrow.relation, Relation::Affects | Relation::Feeds | Relation::Rewards | Relation::Aims);
    let (glyph, role) = match arrow.sign {
        _ if arrow.is_disputed() => ("≠ ", Role::Amber),
        Sign::Plus => ("+ ", Role::More),
        Sign::Minus => ("- ", Role::Less),
        _ if carries && arrow.relation != Relation::Feeds => ("? ", Role::Amber),
        _ => ("· ", Role::Quiet),
    };
    (glyph.to_owned(), paint.role(role))
}

fn phrase(side: Side, relation: Relation, label: &str) -> String {
    match (side, relation) {
        (_, Relation::Affects) => label.to_owned(),
        (Side::Out, Relation::Feeds) => format!("supplies {label}"),
        (Side::Into, Relation::Feeds) => format!("{label} supplies it"),
        (Side::Out, Relation::Needs) => format!("needs {label}"),
        (Side::Into, Relation::Needs) => format!("{label} needs it"),
        (Side::Out, Relation::Rewards) => format!("pays for {label}"),
        (Side::Into, Relation::Rewards) => format!("{label} pays for it"),
        (Side::Out, Relation::Aims) => format!("meant to move {label}"),
        (Side::Into, Relation::Aims) => format!("{label} is meant to move it"),
        (Side::Out, Relation::Voices) => format!("speaks to {label}"),
        (Side::Into, Relation::Voices) => format!("{label} speaks to it"),
        (Side::Out, Relation::Owns) => format!("answers for {label}"),
        (Side::Into, Relation::Owns) => format!("{label} answers for it"),
        (Side::Out, Relation::In) => format!("part of {label}"),
        (Side::Into, Relation::In) => format!("{label} is part of it"),
        (Side::Out, Relation::Covers) => format!("covers {label}"),
        (Side::Into, Relation::Covers) => format!("{label} covers it"),
        (Side::Out, Relation::Builds) => format!("builds on {label}"),
        (Side::Into, Relation::Builds) => format!("{label} builds on it"),
    }
}

/// What else a scribe wants to know at a glance, as far as there is room: dispute, delay, strength, basis.
fn tail(arrow: &Arrow, room: u16) -> String {
    let strength = match arrow.strength {
        Strength::Some => None,
        Strength::Clear => Some("clearly"),
        Strength::Dominant => Some("above all"),
    };
    let basis = match arrow.basis {
        Basis::Seen => Some("seen"),
        Basis::Guess => Some("guess"),
        Basis::Told => None,
    };
    let dispute = arrow.is_disputed().then_some("they disagree");
    let mut tail = String::new();
    for word in [dispute, arrow.delay.and_then(later), strength, basis].into_iter().flatten() {
        let longer = if tail.is_empty() { format!("  {word}") } else { format!("{tail}, {word}") };
        if cells(&longer) > room {
            break;
        }
        tail = longer;
    }
    tail
}

const fn later(delay: Delay) -> Option<&'static str> {
    match delay.days() {
        0 => None,
        1..=4 => Some("days later"),
        5..=20 => Some("weeks later"),
        21..=60 => Some("a month later"),
        61..=200 => Some("a quarter later"),
        _ => Some("much later"),
    }
}
