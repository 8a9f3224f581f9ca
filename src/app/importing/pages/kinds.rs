//! The sorts of things that the files name with the kind that each is taken for, and what groups and namesakes are.

use crate::app::effect::Effect;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::counts::number;
use crate::app::importing::page::{PageSpace, changed, moved, row, window};
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::import::{GroupsAre, SameNames, UndirectedAre};
use crate::record::Kind;
use crate::record::text::clean;
use crate::theme::Role;

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KindRow {
    /// A sort of things, by its index.
    Sort(usize),
    /// What things of one name are.
    SameNames,
    /// What groups around things are.
    Groups,
    /// What links without a direction are.
    Undirected,
}

/// Returns the kinds, as rows to choose from.
pub(in crate::app::importing) fn choices() -> Vec<String> {
    Kind::SORTED.iter().map(|kind| format!("{:<10} {}", kind.word(), kind.question())).collect()
}

/// Returns the rows of the page. Only maps have groups and links; the columns of a table say what its rows are.
fn rows(importing: &Importing, preview: &ImportPreview) -> Vec<KindRow> {
    let sorts = (0..importing.counts.sorts.len()).map(KindRow::Sort);
    let of_map = [KindRow::Groups, KindRow::Undirected].into_iter().filter(|_| preview.table.is_none());
    sorts.chain([KindRow::SameNames]).chain(of_map).collect()
}

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let rows = rows(importing, preview);
    let mapping = &mut importing.mapping;
    match (key.code, rows.get(importing.looks.kind_row)) {
        (Code::Char(' '), Some(KindRow::Sort(at))) => {
            let now = importing.counts.sorts.get(*at).map(|sort| sort.kind);
            let place = Kind::SORTED.iter().position(|kind| Some(*kind) == now);
            importing.looks.choosing = Some(place.unwrap_or_default());
        }
        (Code::Char(' '), Some(KindRow::SameNames)) => {
            mapping.same_names = match mapping.same_names {
                None => Some(SameNames::OneThing),
                Some(SameNames::OneThing) => Some(SameNames::Several),
                Some(SameNames::Several) => None,
            };
            return changed(importing);
        }
        (Code::Char(' '), Some(KindRow::Groups)) => {
            mapping.groups = match mapping.groups {
                GroupsAre::Tags => GroupsAre::Units,
                GroupsAre::Units => GroupsAre::Tags,
            };
            return changed(importing);
        }
        (Code::Char(' '), Some(KindRow::Undirected)) => {
            mapping.undirected = match mapping.undirected {
                UndirectedAre::Asked => UndirectedAre::Arrows,
                UndirectedAre::Arrows => UndirectedAre::Asked,
            };
            return changed(importing);
        }
        _ => importing.looks.kind_row = moved(importing.looks.kind_row, rows.len(), key),
    }
    Vec::new()
}

/// Takes the sort under the cursor for a kind.
pub(in crate::app::importing) fn choose(importing: &mut Importing, chosen: usize) -> Vec<Effect> {
    let sort = importing.counts.sorts.get(importing.looks.kind_row);
    let (Some(sort), Some(kind)) = (sort, Kind::SORTED.get(chosen)) else { return Vec::new() };
    importing.mapping.kinds.insert(sort.word.to_lowercase(), *kind);
    changed(importing)
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let rows = rows(importing, preview);
    let selected = importing.looks.kind_row;
    let word = (space.width / 3).min(44);
    let columns = [word, 8, space.width.saturating_sub(word + 10)];
    let cells = |texts: [String; 3], role| row(texts.into_iter().zip(columns), role);
    let heading = ["the file says", "how many", "taken for"].map(str::to_owned);
    let part = |(at, kind_row): (usize, &KindRow)| {
        let role = if at == selected { Role::Selected } else { Role::Text };
        cells(texts(importing, *kind_row), role)
    };
    let list = window(rows.len(), selected, space.lines.saturating_sub(1), rows.iter().enumerate().map(part));
    std::iter::once(cells(heading, Role::Quiet)).chain(list).collect()
}

fn texts(importing: &Importing, kind_row: KindRow) -> [String; 3] {
    match kind_row {
        KindRow::Sort(at) => {
            let Some(sort) = importing.counts.sorts.get(at) else { return Default::default() };
            let word =
                if sort.word.is_empty() { "(no word for it)".to_owned() } else { clean(&sort.word).into_owned() };
            let kind = importing.mapping.kinds.get(&sort.word.to_lowercase()).copied().unwrap_or(sort.kind);
            let taken = if kind == Kind::Unknown {
                "nobody has said; it will be asked".to_owned()
            } else {
                format!("{:<8} {}", kind.word(), kind.question())
            };
            [word, number(sort.things), taken]
        }
        KindRow::SameNames => {
            let says = match importing.mapping.same_names {
                None => "one thing or several, as such files mean it",
                Some(SameNames::OneThing) => "one thing",
                Some(SameNames::Several) => "several things; each name but the first says which",
            };
            ["one name twice".to_owned(), String::new(), says.to_owned()]
        }
        KindRow::Groups => {
            let says = match importing.mapping.groups {
                GroupsAre::Tags => "a word that marks what is in it",
                GroupsAre::Units => "the unit that answers for what is in it",
            };
            ["a group around things".to_owned(), String::new(), says.to_owned()]
        }
        KindRow::Undirected => {
            let says = match importing.mapping.undirected {
                UndirectedAre::Asked => "asked about: which way does it go?",
                UndirectedAre::Arrows => "an arrow, from the first thing to the second",
            };
            ["a link without a head".to_owned(), String::new(), says.to_owned()]
        }
    }
}
