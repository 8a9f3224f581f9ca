//! The neighbours of a thing as lines, for the run screen and the map.

use ratatui::text::{Line, Span};

use super::Paint;
use super::words::{cells, cut};
use crate::app::map::{NeighbourRow, NeighbourSide, Shows, asides, phrase};
use crate::graph::Neighbour;
use crate::record::Kind;
use crate::record::english::Agreement;
use crate::theme::Role;

/// Returns the causes and effects of a thing as lines, one for each row.
pub(super) fn lines<'a>(rows: &[NeighbourRow], width: u16, paint: &Paint) -> Vec<Line<'a>> {
    if rows.is_empty() {
        return vec![Line::styled("nothing named so far", paint.role(Role::Quiet))];
    }
    let line = |row: &NeighbourRow| match row {
        NeighbourRow::Heading(NeighbourSide::Out) => Line::styled("it leads to", paint.role(Role::Quiet)),
        NeighbourRow::Heading(NeighbourSide::Into) => Line::styled("what leads into it", paint.role(Role::Quiet)),
        NeighbourRow::Neighbour(side, neighbour) => line(*side, neighbour, width, paint),
    };
    rows.iter().map(line).collect()
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
