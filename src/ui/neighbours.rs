//! The neighbours of a thing as lines, for the run screen and the map.

use ratatui::text::{Line, Span};

use super::Paint;
use super::words::{cells, cut};
use crate::app::map::{NeighbourSide, Shows, asides, phrase};
use crate::graph::{Neighbour, Neighbourhood};
use crate::record::Kind;
use crate::record::english::Agreement;
use crate::theme::Role;

/// Returns the causes and effects of a thing, two arrows deep.
pub(super) fn lines<'a>(around: &Neighbourhood, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for (side, neighbours, heading) in
        [(NeighbourSide::Out, &around.out, "it leads to"), (NeighbourSide::Into, &around.into, "what leads into it")]
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

fn line<'a>(side: NeighbourSide, neighbour: &Neighbour, width: u16, paint: &Paint) -> Line<'a> {
    let indent = "  ".repeat(neighbour.depth);
    let shows = Shows::of(&neighbour.arrow);
    let near = neighbour.via.as_deref().map(|via| Agreement::of(via, Kind::Unknown)).unwrap_or_default();
    let far = Agreement::of(&neighbour.label, neighbour.kind);
    let words = phrase(side, neighbour.arrow.relation, near, &neighbour.label, far);
    // What only a file states is marked before the text, where no width cuts it off.
    let imported = neighbour.arrow.is_imported();
    let words = if imported { format!("imported: {words}") } else { words };
    let room = width.saturating_sub(cells(&indent) + 2);
    let asides: Vec<String> =
        asides(&neighbour.arrow).into_iter().filter(|aside| !imported || aside != "imported").collect();
    let tail = tail(&asides, room.saturating_sub(cells(&words)));
    let room = room.saturating_sub(cells(&tail));
    Line::from(vec![
        Span::raw(indent),
        Span::styled(format!("{} ", shows.glyph()), paint.role(role_of(shows))),
        Span::styled(cut(&words, room), paint.role(Role::Text)),
        Span::styled(tail, paint.role(Role::Quiet)),
    ])
}

/// Returns the role of a sign's colour.
pub(super) const fn role_of(shows: Shows) -> Role {
    match shows {
        Shows::More => Role::More,
        Shows::Less => Role::Less,
        Shows::Disputed | Shows::Open | Shows::Both => Role::Amber,
        Shows::Carries | Shows::Bare => Role::Quiet,
    }
}

/// Returns the details of an arrow that fit into the remaining cells.
pub(super) fn tail<S: AsRef<str>>(asides: &[S], room: u16) -> String {
    let mut tail = String::new();
    for word in asides {
        let word = word.as_ref();
        let longer = if tail.is_empty() { format!("  {word}") } else { format!("{tail}, {word}") };
        if cells(&longer) > room {
            break;
        }
        tail = longer;
    }
    tail
}
