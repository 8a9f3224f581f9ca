use super::chore::ReplayChore;
use super::search::Search;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::Screen;
use crate::app::sheet::{EntryPlace, Sheet, SheetEntry};
use crate::record::spoken::clock;
use crate::replay::search::{Hit, Query, search};

/// The command that searches what was said.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(700, "search", "find what was said", &[Screen::Home, Screen::Replay], show)
        .key(KeyPress::alt(Code::Char('s')))
        .bare('l')];

/// The maximum width of the search, in cells.
const WIDEST: u16 = 100;

/// Opens the search: in the replayed session, or from the home screen in every session.
fn show(model: &mut Model) -> Vec<Effect> {
    if let Some(view) = &mut model.replay {
        view.playing = None;
    }
    let everywhere = model.screen != Screen::Replay;
    model.show(Search { everywhere, ..Search::default() });
    Vec::new()
}

impl Popup for Search {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Words that were said, or names of things. Enter looks for them, Up and Down choose",
            "a place, and Enter again goes there.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        match (key.code, key.moved(self.selected, self.hits.len())) {
            (Code::Enter, _) => return self.enter(model),
            (_, Some(selected)) => self.selected = selected,
            _ => {
                self.entry.press(key);
            }
        }
        Then::stay()
    }

    fn paste(&mut self, _model: &mut Model, lines: Vec<String>) {
        self.entry.insert(&lines.join(" "));
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let where_said = |hit: &Hit| {
            let of = || format!("{}, {}, ", hit.day.strftime("%-d %b %Y"), hit.title);
            if self.everywhere { of() } else { String::new() }
        };
        let row = |hit: &Hit| format!("{:>6}  {}{}", clock(hit.at), where_said(hit), hit.excerpt);
        let rows: Vec<String> = self.hits.iter().map(row).collect();
        let hint = match (&self.asked, rows.len()) {
            (Some(_), 0) => "Nobody has said that so far, in what was searched.".to_owned(),
            (Some(_), 1) if self.stands() => "said once; Enter goes there".to_owned(),
            (Some(_), many) if self.stands() => format!("{} of {many}; Enter goes there", self.selected + 1),
            _ => "words, names of things; Enter looks for them, Esc leaves it".to_owned(),
        };
        let title = if self.everywhere { "find what was said, in every session" } else { "find what was said here" };
        let entry = SheetEntry { entry: self.entry.clone(), place: EntryPlace::Top, veiled: false };
        let list = Sheet::list(title, rows, self.selected, hint);
        Some(Sheet { widest: Some(WIDEST), width: Some(WIDEST), entry: Some(entry), ..list })
    }

    fn found_everywhere(&mut self, words: &str, hits: &[Hit]) {
        if self.everywhere && self.entry.text().trim() == words {
            self.asked = Some(words.to_owned());
            self.hits = hits.to_vec();
            self.selected = 0;
        }
    }
}

impl Search {
    /// Jumps to the hit under the cursor, or searches for the typed words.
    fn enter(&mut self, model: &mut Model) -> Then {
        if self.stands() {
            return self.hits.get(self.selected).map_or_else(Then::stay, |hit| Then::Close(go(model, hit)));
        }
        let words = self.entry.text().trim().to_owned();
        if words.is_empty() {
            return Then::stay();
        }
        self.selected = 0;
        self.hits = Vec::new();
        if self.everywhere {
            return Then::Stay(vec![Effect::Replay(ReplayChore::Search(words))]);
        }
        self.hits = hits_here(model, &words);
        self.asked = Some(words);
        Then::stay()
    }
}

fn hits_here(model: &Model, words: &str) -> Vec<Hit> {
    let query = Query { words: words.split_whitespace().map(str::to_owned).collect(), ..Query::default() };
    model.replay.as_ref().map(|view| search(view.session(), view.carried(), &query)).unwrap_or_default()
}

/// Jumps to a hit, in its session.
fn go(model: &mut Model, hit: &Hit) -> Vec<Effect> {
    if model.screen == Screen::Home {
        return vec![Effect::Replay(ReplayChore::Open { id: hit.session.clone(), at: Some(hit.seq) })];
    }
    if let Some(view) = &mut model.replay
        && let Some(position) = view.at_event(hit.seq)
    {
        view.go(position, &model.catalogue);
    }
    Vec::new()
}

/// Takes in the hits of a search through every session.
pub(super) fn found(model: &mut Model, words: &str, hits: &[Hit]) {
    if let Some(popup) = &mut model.popup {
        popup.found_everywhere(words, hits);
    }
}
