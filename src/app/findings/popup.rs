//! The findings as a popup, one at a time: read, judge, or defer each.

use jiff::Timestamp;

use super::workspace::order;
use super::{FindingFilter, Insight};
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::export::rests_on;
use crate::lens::{Finding, Pattern, State, left_out_briefly};
use crate::record::{Fact, Judgement, RoomView};
use crate::theme::Role;

/// The command that shows the findings.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(180, "findings", "what shows on the map: one at a time, to be judged", WHERE, show)
        .key(KeyPress::plain(Code::F(10)))];

/// The screens on which findings are shown.
const WHERE: &[Screen] = &[Screen::Run, Screen::Home, Screen::Map];

/// The maximum width of the text of a finding, in cells.
const WIDEST: u16 = 90;

/// The state of the findings popup.
#[derive(Debug, Default)]
pub struct FindingsView {
    /// The index of the shown finding among those that the filter lets through.
    pub at: usize,
    /// Which findings are shown.
    pub filter: FindingFilter,
    /// The name of a thing, while it is being typed.
    asking: Option<Entry>,
    /// Whether the evidence of the finding is shown.
    why: bool,
    /// Whether the name of its pattern is shown.
    called: bool,
    /// The room's judgement, while its reason is being typed.
    judging: Option<(Judgement, Entry)>,
}

/// Shows the finding that is to be offered first.
fn show(model: &mut Model) -> Vec<Effect> {
    if model.looks_at_past_map() {
        model.tell(Tone::Plain, "This is the map of another moment; what shows now is on the map of now.");
        return Vec::new();
    }
    let effects = if model.run.is_none() { order(model) } else { Vec::new() };
    if reading(model).is_none() && model.offers().is_empty() {
        model.tell(Tone::Plain, "Nothing shows so far. That says little about a map on which little was said.");
    } else {
        model.show(FindingsView::default());
    }
    effects
}

/// Returns since when the lenses read, while nothing of theirs is there yet.
fn reading(model: &Model) -> Option<Timestamp> {
    match &model.run {
        Some(run) => run.worked_out.reading_since.or_else(|| run.coach.is_none().then_some(model.now)),
        None => model.workspace_reading.since,
    }
    .filter(|_| model.insight().is_none())
}

impl Popup for FindingsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What the map shows, one at a time: the question first. Left and Right go to",
            "another one; w says what it rests on, c what the pattern is called. t: the room",
            "says it is so, n: it is not, l: later; a reason may be typed after n and l.",
            "s: one sort after the other, a: about a thing, j: about what was said just now,",
            "x: all of them again.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some((judgement, mut reason)) = self.judging.take() {
            if key.code == Code::Enter {
                return Then::Close(self.judge(model, judgement, reason.text()));
            }
            reason.press(key);
            self.judging = Some((judgement, reason));
            return Then::stay();
        }
        if let Some(mut name) = self.asking.take() {
            if key.code == Code::Enter {
                self.filter.about(name.text());
                self.first_look(0);
            } else {
                name.press(key);
                self.asking = Some(name);
            }
            return Then::stay();
        }
        let last = self.filter.places(model).len().saturating_sub(1);
        match (key.code, key.typed()) {
            (Code::Down | Code::Right | Code::PageDown, _) => self.first_look((self.at + 1).min(last)),
            (Code::Up | Code::Left | Code::PageUp, _) => self.first_look(self.at.saturating_sub(1)),
            (Code::Home, _) => self.first_look(0),
            (Code::End, _) => self.first_look(last),
            (Code::Tab, _) | (_, Some('s')) => {
                self.filter.next_sort(model, false);
                self.first_look(0);
            }
            (Code::BackTab, _) => {
                self.filter.next_sort(model, true);
                self.first_look(0);
            }
            (_, Some('a')) => self.asking = Some(Entry::default()),
            (_, Some('j')) => {
                self.filter.switch_just_now();
                self.first_look(0);
            }
            (_, Some('x')) => {
                self.filter = FindingFilter::default();
                self.first_look(0);
            }
            (_, Some('w')) => self.why = !self.why,
            (_, Some('c')) => self.called = !self.called,
            (_, Some('t')) => return Then::Close(self.judge(model, Judgement::True, "")),
            (_, Some('n')) if self.selected(model).is_some() => {
                self.judging = Some((Judgement::NotTrue, Entry::default()));
            }
            (_, Some('l')) if self.selected(model).is_some() => {
                self.judging = Some((Judgement::Later, Entry::default()));
            }
            _ => {}
        }
        Then::stay()
    }

    fn for_the_room(&self, model: &Model) -> Option<RoomView> {
        self.selected(model).map(|finding| RoomView::Finding(model.shown_to_the_room(finding)))
    }

    /// Returns the question of the finding first, then its description; evidence and pattern name only when asked for.
    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let Some(insight) = model.insight() else { return Some(still_reading(model)) };
        let (all, shown) = (model.offers().len(), self.filter.places(model).len());
        let Some(finding) = self.selected(model) else { return Some(self.nothing(model, all)) };
        let title = format!("what shows, {} of {shown}{}", self.at + 1, age(model, insight));
        let mut body = Vec::new();
        if !self.filter.is_open() {
            body.push(SheetPart::text(&format!("{shown} of {all}: {}", self.filter.says(model)), Role::Quiet));
            body.push(SheetPart::blank());
        }
        body.extend(self.told(finding, insight));
        let left_out = left_out_briefly(&insight.readings.left_out);
        body.extend(left_out.map(|says| SheetPart::text(&says, Role::Quiet)));
        Some(Sheet { widest: Some(WIDEST), body, foot: self.keys(), ..Sheet::titled(title) })
    }
}

impl FindingsView {
    /// Goes to another finding, of which only the question and the sentence are shown at first.
    fn first_look(&mut self, at: usize) {
        let (filter, asking) = (std::mem::take(&mut self.filter), self.asking.take());
        *self = Self { at, filter, asking, ..Self::default() };
    }

    /// Returns the finding that is shown; `None` where the filter lets none through.
    pub fn selected<'a>(&self, model: &'a Model) -> Option<&'a Finding> {
        let place = *self.filter.places(model).get(self.at)?;
        model.offers().get(place).copied()
    }

    fn judge(&self, model: &mut Model, judgement: Judgement, reason: &str) -> Vec<Effect> {
        let Some(fact) = self.selected(model).map(|finding| judged(model, finding, judgement, reason)) else {
            return Vec::new();
        };
        if model.run.is_none() {
            return vec![Effect::Desk { said: None, facts: vec![fact] }];
        }
        queue(model, [Todo::Act(vec![fact])])
    }

    /// Says that the filter lets nothing through.
    fn nothing(&self, model: &Model, all: usize) -> Sheet {
        let says = match all {
            0 => "Nothing shows so far. That says little about a map on which little was said.".to_owned(),
            _ => format!("None of {all}: {}. x shows all of them.", self.filter.says(model)),
        };
        let body = vec![SheetPart::text(&says, Role::Text), SheetPart::blank()];
        Sheet { widest: Some(WIDEST), body, foot: self.keys(), ..Sheet::titled("what shows") }
    }

    fn told(&self, finding: &Finding, insight: &Insight) -> Vec<SheetPart> {
        let mut parts = vec![
            SheetPart::text(&finding.ask, Role::Title),
            SheetPart::blank(),
            SheetPart::text(&finding.says, Role::Text),
        ];
        parts.extend(standing(finding.state).map(|says| SheetPart::text(says, Role::Quiet)));
        if self.called {
            parts.push(SheetPart::blank());
            let lesson = finding.lesson();
            let sentences = [lesson.called, lesson.source, lesson.matters];
            parts.extend(sentences.into_iter().map(|sentence| SheetPart::text(sentence, Role::Quiet)));
        }
        if self.why {
            parts.push(SheetPart::blank());
            let rows = rests_on(&insight.graph, finding).into_iter();
            parts.extend(rows.map(|row| SheetPart::text(&format!("· {row}"), Role::Quiet)));
            let left_out = insight.readings.left_out.iter().filter(|left| left.lens == finding.lens);
            parts.extend(left_out.map(|left| SheetPart::text(&left.says(), Role::Quiet)));
        }
        parts.push(SheetPart::blank());
        parts
    }

    fn keys(&self) -> Vec<SheetPart> {
        if let Some((judgement, reason)) = &self.judging {
            let asked =
                format!("{}, because (Enter keeps it, with or without a reason): {}_", judgement.name(), reason.text());
            return vec![SheetPart::text(&asked, Role::Accent)];
        }
        if let Some(name) = &self.asking {
            let asked = format!("about which thing (Enter shows it, empty shows all): {}_", name.text());
            return vec![SheetPart::text(&asked, Role::Accent)];
        }
        let keys = [
            "t it is so   n it is not   l not now   w why   c its name   ↓ next   Esc",
            "s one sort   a about a thing   j just now   x all   Ctrl-5 to the room",
            "outside this box /show-finding shows the room what is offered first",
        ];
        keys.map(|keys| SheetPart::text(keys, Role::Quiet)).into()
    }
}

/// Says since when the lenses have been reading.
fn still_reading(model: &Model) -> Sheet {
    let since = reading(model).unwrap_or(model.now);
    let seconds = model.now.duration_since(since).as_secs().max(0);
    let body = vec![SheetPart::line(format!("reading, {seconds} s"), Role::Quiet)];
    Sheet { widest: Some(WIDEST), body, ..Sheet::titled("what shows") }
}

/// Returns the status of a finding that is not open; `None` for an open one.
const fn standing(state: State) -> Option<&'static str> {
    Some(match state {
        State::Open => return None,
        State::Gone => "",
        State::Held => "Somebody has it: a promise, a decision or a place where it is sorted out.",
        State::Judged(Judgement::True) => "The room says that it is so.",
        State::Judged(Judgement::NotTrue) => "The room says that it is not so.",
        State::Judged(Judgement::Later) => "Left open for now.",
    })
}

/// Returns a note when more was said since the lenses read; otherwise an empty text.
fn age(model: &Model, insight: &Insight) -> &'static str {
    let now = model.run.as_ref().map_or(insight.upto, |run| run.recording.session().next_seq());
    if insight.upto < now { ", as of a moment ago" } else { "" }
}

fn judged(model: &Model, finding: &Finding, judgement: Judgement, reason: &str) -> Fact {
    Fact::Judged {
        lens: finding.lens.name().to_owned(),
        pattern: finding.pattern.map(Pattern::name).map(str::to_owned),
        about: model.labels_of(&finding.about),
        judgement,
        reason: Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
    }
}
