use super::begin::begin;
use super::entry::cover;
use super::queue::QueueView;
use super::rules::{counted_before, least, only_counts};
use super::stray::StrayView;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model, Popup, Then};
use crate::app::screen::{Screen, Tone};
use crate::app::settings::save;
use crate::app::sheet::{Sheet, SheetPart};
use crate::record::{CollectBy, Collecting};
use crate::theme::Role;

const RUN: &[Screen] = &[Screen::Run];

/// The commands about answers without names.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(130, "unnamed", "collect unnamed answers, then show them", RUN, unnamed)
        .key(KeyPress::plain(Code::F(6)))
        .while_collecting(),
    CommandRow::new(760, "shown-from", "show unnamed answers from 3, 4 or 5 on", RUN, shown_from),
];

/// The maximum number of people for whom passing the keyboard is faster than slips.
const PASSING_UP_TO: usize = 4;

/// The maximum number of digits of the number of awaited answers.
const MOST_DIGITS: usize = 3;

/// The popup that asks how to collect answers.
#[derive(Debug)]
struct CollectView {
    by: CollectBy,
    /// The number of awaited answers, as typed.
    awaited: String,
}

fn shown_from(model: &mut Model) -> Vec<Effect> {
    save(model, |settings| {
        settings.shown_from = if settings.shown_from >= 5 { 3 } else { settings.shown_from + 1 };
    })
}

/// Begins a round; while one is on, shows the collected answers to the facilitator.
fn unnamed(model: &mut Model) -> Vec<Effect> {
    match model.run.as_ref().map(|run| run.answers.round.is_some()) {
        Some(true) => look_through(model),
        Some(false) => ask_how(model),
        None => {}
    }
    Vec::new()
}

/// Asks how to collect answers, unless something has to be done first.
fn ask_how(model: &mut Model) {
    let Some(run) = &model.run else { return };
    if run.collects().is_some() || run.is_closing() {
        return;
    }
    if run.answers.stray.is_some() {
        model.show(StrayView::default());
        return;
    }
    let slip = run.asked.frame.is_open_slip(model.entry.text());
    if !model.entry.is_empty() && !run.typing.covered && !slip {
        model.tell(Tone::Plain, "A line is still typed: Enter reads it, Ctrl-U drops it; then F6 collects.");
        return;
    }
    if only_counts(model) && counted_before(run) {
        model.tell(Tone::Plain, "They were counted once; a second count that differs by one slip would give it away.");
        return;
    }
    let people = run.recording.session().people().len();
    let by = if people > PASSING_UP_TO || model.phones.is_open() { CollectBy::Slips } else { CollectBy::Passing };
    // A slip that was typed before the round began is its first answer.
    cover(model);
    model.show(CollectView { by, awaited: String::new() });
}

/// Shows the facilitator the collected answers and their number.
fn look_through(model: &mut Model) {
    let least = usize::from(least(model));
    // While the answers are being shown to the room or dropped, they are not reviewed.
    let Some(run) = model.run.as_ref().filter(|run| run.collects().is_some()) else { return };
    let Some(round) = &run.answers.round else { return };
    let (collected, awaited) = (round.count(), round.collecting.awaited.map_or(0, usize::from));
    if collected < least {
        let says = format!("{collected} in; they are shown from {least} on, so that nobody can be told by theirs.");
        model.tell(Tone::Plain, says);
    } else if collected < awaited {
        model.tell(Tone::Plain, format!("{collected} of {awaited} are in."));
    }
    model.show(QueueView::default());
}

impl Popup for CollectView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "A round of answers without names: nobody sees one before all are shown together.",
            "Up and Down choose how they come in, digits say how many are awaited.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let announced: Option<u16> = self.awaited.parse().ok().filter(|awaited| *awaited > 0);
        let least = least(model);
        match key.code {
            Code::Up | Code::Down | Code::Tab => {
                self.by = match self.by {
                    CollectBy::Passing => CollectBy::Slips,
                    CollectBy::Slips | CollectBy::Count => CollectBy::Passing,
                };
            }
            Code::Enter if announced.is_some_and(|awaited| awaited < least) => {
                let says = format!("They are shown from {least} on; await {least} or more, or no number.");
                model.tell(Tone::Plain, says);
            }
            Code::Enter => return Then::Close(begin(model, Collecting { by: self.by, awaited: announced })),
            Code::Backspace => {
                self.awaited.pop();
            }
            _ => {
                let digit = key.typed().filter(char::is_ascii_digit);
                self.awaited.extend(digit.filter(|_| self.awaited.len() < MOST_DIGITS));
            }
        }
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let slips = if model.phones.is_open() {
            "slips on phones, or of paper and typed here by the scribe"
        } else {
            "slips of paper, typed here by the scribe"
        };
        let rows = ["the keyboard goes round; what is typed shows as a bar", slips];
        let rows = rows.map(str::to_owned).to_vec();
        let selected = usize::from(self.by != CollectBy::Passing);
        let hint = "Enter begins; nobody's name, time or order is kept";
        let mut sheet = Sheet::list("unnamed answers", rows, selected, hint);
        let awaited = if self.awaited.is_empty() { "not announced (type a number)" } else { &self.awaited };
        sheet.body.push(SheetPart::line(format!("how many are awaited: {awaited}"), Role::Accent));
        Some(sheet)
    }
}
