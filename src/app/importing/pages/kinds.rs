//! What the files leave to be said: unknown words for a status, days, links without a direction; the sorts of things with the
//! kind that each is taken for; and what groups and namesakes are.

use std::borrow::Cow;

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::page::{PageSpace, changed, row, window};
use crate::app::importing::state::Importing;
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::SheetPart;
use crate::import::{GroupsAre, RemarkTopic, SameNames, StatusMeaning, UndirectedAre};
use crate::record::spoken::in_digits;
use crate::record::text::clean;
use crate::record::{DateOrder, Kind};
use crate::theme::Role;

/// A row of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KindRow {
    /// A word that stands as a status and is not known, by its index.
    Status(usize),
    /// Days of which either number may be the month.
    Days,
    /// A sort of things, by its index.
    Sort(usize),
    /// What things of one name are.
    SameNames,
    /// What groups around things are.
    Groups,
    /// What links without a direction are.
    Undirected,
}

/// What a word for a status can mean; the last takes an answer back.
const STATUSES: [(Option<StatusMeaning>, &str); 7] = [
    (Some(StatusMeaning::Idea), "idea       nothing of it is there yet"),
    (Some(StatusMeaning::Pilot), "pilot      it is being tried or built"),
    (Some(StatusMeaning::Live), "live       it is in use"),
    (Some(StatusMeaning::Fading), "fading     it is on its way out"),
    (Some(StatusMeaning::Stopped), "stopped    it is not used any more, or given up"),
    (Some(StatusMeaning::NoStatus), "none       the word is no status"),
    (None, "not said   it stays a question"),
];

/// What can come first in a date; the last takes an answer back.
const DAYS: [(Option<DateOrder>, &str); 3] = [
    (Some(DateOrder::DayFirst), "the day    3/4/2026 is 3 April"),
    (Some(DateOrder::MonthFirst), "the month  3/4/2026 is March 4"),
    (None, "not said   such days are not used"),
];

/// Returns what the row under the cursor can mean, as rows to choose from.
pub(in crate::app::importing) fn choices(importing: &Importing, preview: &ImportPreview) -> Vec<String> {
    match rows(importing, preview).get(importing.looks.kind_row) {
        Some(KindRow::Status(_)) => STATUSES.iter().map(|(_, says)| (*says).to_owned()).collect(),
        Some(KindRow::Days) => DAYS.iter().map(|(_, says)| (*says).to_owned()).collect(),
        _ => Kind::SORTED.iter().map(|kind| format!("{:<10} {}", kind.word(), kind.question())).collect(),
    }
}

/// Returns the question over the choices: what the row under the cursor means.
pub(in crate::app::importing) fn asked(importing: &Importing, preview: &ImportPreview) -> String {
    let Some(row) = rows(importing, preview).get(importing.looks.kind_row).copied() else { return String::new() };
    let [says, _, _] = texts(importing, preview, row);
    match row {
        KindRow::Status(_) => format!("What does the {says} mean?"),
        KindRow::Days => format!("In {says}, what comes first?"),
        _ => format!("What is {says}?"),
    }
}

/// Returns the rows of the page: first what is open. Only maps have groups and links; the columns of a table say what its
/// rows are.
fn rows(importing: &Importing, preview: &ImportPreview) -> Vec<KindRow> {
    let questions = &preview.map.questions;
    let days = questions.days.iter().map(|_| KindRow::Days);
    let asks = (0..questions.statuses.len()).map(KindRow::Status).chain(days);
    let links = || std::iter::once(KindRow::Undirected);
    let links_first = links().filter(|_| questions.links > 0);
    let sorts = (0..importing.counts.sorts.len()).map(KindRow::Sort);
    let of_map = std::iter::once(KindRow::Groups).chain(links().filter(|_| questions.links == 0));
    let of_map = of_map.filter(|_| preview.table.is_none());
    asks.chain(links_first).chain(sorts).chain([KindRow::SameNames]).chain(of_map).collect()
}

/// Puts the cursor on the row that answers a remark; `false` where no row does.
pub(in crate::app::importing) fn stand_at(
    importing: &mut Importing,
    preview: &ImportPreview,
    topic: &RemarkTopic,
) -> bool {
    let wanted = match topic {
        RemarkTopic::Status(word) => {
            preview.map.questions.statuses.keys().position(|known| known == word).map(KindRow::Status)
        }
        RemarkTopic::Days => Some(KindRow::Days),
        RemarkTopic::Links => Some(KindRow::Undirected),
        RemarkTopic::Like(_) | RemarkTopic::Other => None,
    };
    let place = wanted.and_then(|wanted| rows(importing, preview).iter().position(|row| *row == wanted));
    importing.looks.kind_row = place.unwrap_or(importing.looks.kind_row);
    place.is_some()
}

/// Returns the answer to a word for a status.
fn meaning(importing: &Importing, preview: &ImportPreview, at: usize) -> Option<StatusMeaning> {
    let word = preview.map.questions.statuses.keys().nth(at)?;
    importing.mapping.statuses.get(word).copied()
}

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let rows = rows(importing, preview);
    let mapping = &mut importing.mapping;
    match (key.code, rows.get(importing.looks.kind_row)) {
        (Code::Char(' '), Some(KindRow::Status(at))) => {
            let now = meaning(importing, preview, *at);
            importing.looks.choosing = Some(now.map_or(0, |now| place_of(&STATUSES, &Some(now))));
        }
        (Code::Char(' '), Some(KindRow::Days)) => {
            let now = mapping.dates;
            importing.looks.choosing = Some(now.map_or(0, |now| place_of(&DAYS, &Some(now))));
        }
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
        _ => {
            let row = importing.looks.kind_row;
            importing.looks.kind_row = key.paged(row, rows.len()).unwrap_or(row);
        }
    }
    Vec::new()
}

fn place_of<T: PartialEq>(choices: &[(T, &str)], wanted: &T) -> usize {
    choices.iter().position(|(choice, _)| choice == wanted).unwrap_or_default()
}

/// Takes the row under the cursor for what was chosen.
pub(in crate::app::importing) fn choose(
    importing: &mut Importing,
    preview: &ImportPreview,
    chosen: usize,
) -> Vec<Effect> {
    match rows(importing, preview).get(importing.looks.kind_row) {
        Some(KindRow::Status(at)) => {
            let word = preview.map.questions.statuses.keys().nth(*at);
            let (Some(word), Some((meaning, _))) = (word, STATUSES.get(chosen)) else { return Vec::new() };
            match meaning {
                Some(meaning) => importing.mapping.statuses.insert(word.clone(), *meaning),
                None => importing.mapping.statuses.remove(word),
            };
        }
        Some(KindRow::Days) => {
            let Some((order, _)) = DAYS.get(chosen) else { return Vec::new() };
            importing.mapping.dates = *order;
        }
        Some(KindRow::Sort(at)) => {
            let (Some(sort), Some(kind)) = (importing.counts.sorts.get(*at), Kind::SORTED.get(chosen)) else {
                return Vec::new();
            };
            importing.mapping.kinds.insert(sort.word.to_lowercase(), *kind);
        }
        _ => return Vec::new(),
    }
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
        cells(texts(importing, preview, *kind_row), role)
    };
    let list = window(rows.len(), selected, space.lines.saturating_sub(1), rows.iter().enumerate().map(part));
    std::iter::once(cells(heading, Role::Quiet)).chain(list).collect()
}

/// What stands in place of an answer that nobody has given.
const NOT_SAID: &str = "not said yet; Space says it";

fn texts(importing: &Importing, preview: &ImportPreview, kind_row: KindRow) -> [String; 3] {
    let questions = &preview.map.questions;
    match kind_row {
        KindRow::Status(at) => {
            let Some(asked) = questions.statuses.values().nth(at) else { return Default::default() };
            let taken = match meaning(importing, preview, at) {
                None => Cow::Borrowed(NOT_SAID),
                Some(meaning) => meaning
                    .status()
                    .map_or(Cow::Borrowed("no status"), |status| Cow::Owned(format!("status {}", status.name()))),
            };
            [
                format!("status “{}”", without_addresses(&clean(&asked.word))),
                in_digits(asked.things),
                taken.into_owned(),
            ]
        }
        KindRow::Days => {
            let Some(days) = &questions.days else { return Default::default() };
            let taken = match importing.mapping.dates {
                None => NOT_SAID,
                Some(DateOrder::DayFirst) => "the day comes first: 3/4/2026 is 3 April",
                Some(DateOrder::MonthFirst) => "the month comes first: 3/4/2026 is March 4",
            };
            [format!("days such as {}", clean(&days.sample)), in_digits(days.cells), taken.to_owned()]
        }
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
            [word, in_digits(sort.things), taken]
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
                UndirectedAre::Arrows => "an arrow as it is drawn, from the first to the second",
            };
            let links = Some(questions.links).filter(|links| *links > 0).map(in_digits).unwrap_or_default();
            ["links with no direction".to_owned(), links, says.to_owned()]
        }
    }
}
