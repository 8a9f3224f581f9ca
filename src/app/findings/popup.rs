//! The findings as a popup, one at a time: read, judge, or defer each.

use super::Insight;
use crate::app::effect::Effect;
use crate::app::entry::Entry;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::{Sheet, SheetPart};
use crate::export::rests_on;
use crate::lens::{Finding, Pattern, State};
use crate::record::{Fact, Judgement, RoomView};
use crate::theme::Role;

/// The command that shows the findings.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(180, "findings", "what shows on the map: one at a time, to be judged", &[Screen::Run], show)
        .key(KeyPress::plain(Code::F(10)))];

/// The maximum width of the text of a finding, in cells.
const WIDEST: u16 = 90;

/// The state of the findings popup.
#[derive(Debug, Default)]
pub struct FindingsView {
    /// The index of the shown finding among those offered.
    pub at: usize,
    /// Whether the evidence of the finding is shown.
    why: bool,
    /// Whether the name of its pattern is shown.
    called: bool,
    /// The room's judgement, while its reason is being typed.
    judging: Option<(Judgement, Entry)>,
}

/// Shows the finding that is to be offered first.
fn show(model: &mut Model) -> Vec<Effect> {
    if model.offers().is_empty() {
        model.tell(Tone::Plain, "Nothing shows so far. That says little about a map on which little was said.");
    } else {
        model.show(FindingsView::default());
    }
    Vec::new()
}

impl Popup for FindingsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "What the map shows, one at a time: the question first. Left and Right go to",
            "another one; w says what it rests on, c what the pattern is called. t: the room",
            "says it is so, n: it is not, l: later; a reason may be typed after n and l.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if let Some((judgement, mut reason)) = self.judging.take() {
            if key.code == Code::Enter {
                return Then::Close(judge(model, self.at, judgement, reason.text()));
            }
            reason.press(key);
            self.judging = Some((judgement, reason));
            return Then::stay();
        }
        let last = model.offers().len().saturating_sub(1);
        match (key.code, key.typed()) {
            (Code::Down | Code::Right | Code::PageDown, _) => *self = Self::first_look((self.at + 1).min(last)),
            (Code::Up | Code::Left | Code::PageUp, _) => *self = Self::first_look(self.at.saturating_sub(1)),
            (_, Some('w')) => self.why = !self.why,
            (_, Some('c')) => self.called = !self.called,
            (_, Some('t')) => return Then::Close(judge(model, self.at, Judgement::True, "")),
            (_, Some('n')) => self.judging = Some((Judgement::NotTrue, Entry::default())),
            (_, Some('l')) => self.judging = Some((Judgement::Later, Entry::default())),
            _ => {}
        }
        Then::stay()
    }

    fn for_the_room(&self, model: &Model) -> Option<RoomView> {
        model.offers().get(self.at).map(|finding| RoomView::Finding(model.shown_to_the_room(finding)))
    }

    /// Returns the question of the finding first, then its description; evidence and pattern name only when asked for.
    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let (offers, insight) = (model.offers(), model.insight()?);
        let finding = offers.get(self.at)?;
        let cut = if insight.readings.cut { "; of the circles the shortest" } else { "" };
        let title = format!("what shows, {} of {}{}{cut}", self.at + 1, offers.len(), age(model, insight));
        let body = self.told(finding, insight);
        Some(Sheet { widest: Some(WIDEST), body, foot: vec![self.keys()], ..Sheet::titled(title) })
    }
}

impl FindingsView {
    fn first_look(at: usize) -> Self {
        Self { at, ..Self::default() }
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
        }
        parts.push(SheetPart::blank());
        parts
    }

    fn keys(&self) -> SheetPart {
        if let Some((judgement, reason)) = &self.judging {
            let asked =
                format!("{}, because (Enter keeps it, with or without a reason): {}_", judgement.name(), reason.text());
            return SheetPart::text(&asked, Role::Accent);
        }
        let keys = "t it is so   n it is not   l not now   w why   c what it is called   ↓ the next   Esc";
        SheetPart::text(keys, Role::Quiet)
    }
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

fn judge(model: &mut Model, at: usize, judgement: Judgement, reason: &str) -> Vec<Effect> {
    let Some(fact) = model.offers().get(at).map(|finding| judged(model, finding, judgement, reason)) else {
        return Vec::new();
    };
    queue(model, [Todo::Act(vec![fact])])
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
