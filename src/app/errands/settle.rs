use super::chore::{ErrandChore, OpenMatter, OpenMatterSort};
use super::page::is_for_the_room;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Run, Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::graph::Owner;
use crate::record::{Due, Fact, Matter, MatterKind, Outcome};
use crate::replay::watched::crossed;
use crate::theme::Role;

/// The command that walks what is open.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    164,
    "settle",
    "settle: what became of promises, questions and watches",
    &[Screen::Home, Screen::Run],
    show,
)];

/// What can have become of a matter: in words, the outcome, and the days by which it is moved.
const BECAME: [(&str, Outcome, Option<i32>); 5] = [
    ("done", Outcome::Done, None),
    ("answered", Outcome::Answered, None),
    ("not yet: a week more", Outcome::Moved, Some(7)),
    ("not yet: two weeks more", Outcome::Moved, Some(14)),
    ("dropped", Outcome::Dropped, None),
];

/// What can have become of a watched level that was crossed.
const BECAME_OF_WATCH: [(&str, Outcome, Option<i32>); 3] =
    [("acted upon", Outcome::Done, None), ("not yet", Outcome::Moved, None), ("let go", Outcome::Dropped, None)];

/// Returns what can have become of a matter.
const fn became(matter: &OpenMatter) -> &'static [(&'static str, Outcome, Option<i32>)] {
    match matter.sort {
        OpenMatterSort::Watch => &BECAME_OF_WATCH,
        OpenMatterSort::Task | OpenMatterSort::Question => &BECAME,
    }
}

/// The popup that walks the open matters.
#[derive(Debug, Default)]
struct SettleView {
    /// What is open in the workspace; `None` until it was listed. In a session its own list is used.
    open: Option<Vec<OpenMatter>>,
    selected: usize,
    /// The matter of which is asked what became of it, with the row under the cursor.
    asked: Option<(OpenMatter, usize)>,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    let open = model.run.is_none().then(|| model.home.open.clone());
    model.show(SettleView { open, ..SettleView::default() });
    if model.run.is_none() { vec![Effect::Errand(ErrandChore::Open)] } else { Vec::new() }
}

/// Asks what became of one matter, from the home screen.
pub(in crate::app) fn settle(model: &mut Model, matter: OpenMatter) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    let open = Some(model.home.open.clone());
    model.show(SettleView { open, selected: 0, asked: Some((matter, 0)) });
    Vec::new()
}

/// Returns what is open as the popup lists it.
fn listed(view: &SettleView, model: &Model) -> Vec<OpenMatter> {
    match (&view.open, &model.run) {
        (Some(open), None) => open.clone(),
        (_, Some(run)) => of_run(run, model),
        (None, None) => Vec::new(),
    }
}

/// Returns what is open in the session and those before it.
fn of_run(run: &Run, model: &Model) -> Vec<OpenMatter> {
    let today = run.recording.day(model.session_time());
    let open = run.recording.matters().into_iter().filter(Matter::is_open);
    let mut rows: Vec<OpenMatter> = open.map(|matter| row(run, &matter, today)).collect();
    let crossed = crossed(&[run.recording.session()], run.recording.ledger()).into_iter();
    rows.extend(crossed.map(|crossed| OpenMatter {
        says: crossed.says,
        place: (crossed.watch.session, crossed.watch.seq),
        sort: OpenMatterSort::Watch,
        is_due: true,
    }));
    rows.sort_by_key(|row| !row.is_due);
    rows
}

fn row(run: &Run, matter: &Matter, today: jiff::civil::Date) -> OpenMatter {
    let session = run.recording.session();
    let who = matter.who.as_deref().map(|who| Owner::of(session, run.recording.ledger(), who));
    let who = who.map(|who| who.called().unwrap_or_else(|| "somebody".to_owned()));
    // A phrase such as "within two weeks" counts from the day of its own session, which is not known here.
    let due = match matter.due {
        Some(Due::On(day)) => Some(day),
        Some(due @ Due::In(_)) if matter.session == session.header().id => Some(due.day(session.day())),
        _ => None,
    };
    let about: Vec<String> = who.into_iter().chain(due.map(|day| format!("by {day}"))).collect();
    let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join(", ")) };
    OpenMatter {
        says: format!("{}: {}{about}", matter.called(), matter.text),
        place: (matter.session.clone(), matter.seq),
        sort: if matter.kind == MatterKind::Question { OpenMatterSort::Question } else { OpenMatterSort::Task },
        is_due: due.is_some_and(|day| day < today),
    }
}

impl Popup for SettleView {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some((matter, row)) = self.asked.take() {
            return match key.chosen_row(row).and_then(|row| became(&matter).get(row)) {
                Some((words, outcome, days)) => Then::Stay(self.record(model, &matter, words, (*outcome, *days))),
                None => {
                    let row = key.moved(row, became(&matter).len()).unwrap_or(row);
                    self.asked = Some((matter, row));
                    Then::stay()
                }
            };
        }
        let open = listed(self, model);
        match key.chosen_row(self.selected) {
            Some(row) => {
                self.asked = open.into_iter().nth(row).map(|matter| {
                    // A question is answered rather than done.
                    let row = usize::from(matter.sort == OpenMatterSort::Question);
                    (matter, row)
                });
            }
            None => self.selected = key.moved(self.selected, open.len()).unwrap_or(self.selected),
        }
        Then::stay()
    }

    fn about(&self) -> &'static [&'static str] {
        &["What is open, what is due first. Choose one and say what became of it; the list goes on", "with the next."]
    }

    /// Goes back from a matter to the list; otherwise closes the popup.
    fn escape(&mut self, _model: &mut Model) -> Then {
        if self.asked.take().is_some() { Then::stay() } else { Then::close() }
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        if let Some((matter, row)) = &self.asked {
            let words = became(matter).iter().map(|(words, ..)| *words);
            let mut sheet = Sheet::numbered("what became of it?", words, *row, "a number or Enter; Esc goes back");
            sheet.body.insert(0, SheetPart::Hint(matter.says.clone(), Role::Title));
            return Some(sheet);
        }
        let open = listed(self, model);
        let hint = if open.is_empty() {
            "Nothing is open: no promise, no question, nothing put aside."
        } else {
            "a number or Enter says what became of it; Esc leaves the list"
        };
        let says =
            |matter: &OpenMatter| if matter.is_due { format!("due  {}", matter.says) } else { matter.says.clone() };
        let list = Sheet::numbered("what is open", open.iter().map(says), self.selected, hint);
        Some(Sheet { tall: true, ..list })
    }

    fn listed_open(&mut self, open: &[OpenMatter]) {
        if let Some(known) = &mut self.open {
            *known = open.to_vec();
        }
    }
}

impl SettleView {
    /// Records what became of a matter: in the open session, else in today's Desk session.
    fn record(
        &mut self,
        model: &mut Model,
        matter: &OpenMatter,
        words: &str,
        (outcome, days): (Outcome, Option<i32>),
    ) -> Vec<Effect> {
        let (session, seq) = matter.place.clone();
        let today =
            model.run.as_ref().map_or_else(|| model.zone.day(model.now), |run| run.recording.day(model.session_time()));
        let due = days.and_then(|days| today.checked_add(jiff::Span::new().days(days)).ok()).map(Due::On);
        let here = model.run.as_ref().is_some_and(|run| run.recording.session().header().id == session);
        let fact = Fact::Settled { session: (!here).then_some(session), seq, outcome, due, words: None };
        let says = if matter.sort == OpenMatterSort::Watch { words } else { outcome.name() };
        let says = format!("{says}: {}", matter.says);
        if model.run.is_some() {
            return queue(model, [Todo::Told(vec![fact], says)]);
        }
        let gone = |known: &OpenMatter| known.place == matter.place;
        self.open.iter_mut().for_each(|open| open.retain(|known| !gone(known)));
        model.home.open.retain(|known| !gone(known));
        model.tell(Tone::Good, says);
        vec![Effect::Desk { said: None, facts: vec![fact] }, Effect::Errand(ErrandChore::Open)]
    }
}
