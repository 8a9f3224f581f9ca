//! The main loop of the console: handles an input, performs the effects of it, and draws the screen.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use jiff::Timestamp;

use super::effects::EffectRunner;
use super::input::{self, Input, MouseAct, Signal};
use super::keyboard;
use super::question::BackgroundQuestion;
use super::terminal::{self, TerminalScreen};
use super::theme_choice::ThemeChoice;
use crate::app::tables::TablesChore;
use crate::app::{Effect, Model, Msg, Pointer, update};
use crate::theme::{Depth, HouseStyle};
use crate::ui::{self, Paint, Regions};

/// The maximum time that the loop waits for an input: one second, because the clocks on the screen show seconds.
const TICK: Duration = Duration::from_secs(1);

/// The maximum time that the loop waits for an input while a session is replayed.
const BEAT: Duration = Duration::from_millis(250);

/// The time after a key within which another key postpones the effects.
const PAUSE: Duration = Duration::from_millis(15);

/// The maximum time between two frames.
const FRAME: Duration = Duration::from_millis(40);

/// The maximum number of inputs handled between two frames while effects are waiting.
const KEYS_A_FRAME: usize = 64;

/// The maximum time for saving unsaved input when the program is told to end.
const WRITING_OUT: Duration = Duration::from_secs(5);

/// The next step of the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LoopStep {
    GoOn,
    Suspend,
    Leave,
    /// End without a question to the user: the program was told to end, or the terminal is gone.
    End,
}

/// The values with which a console starts.
pub struct ConsoleStart {
    /// The state of the console.
    pub model: Model,
    /// The runner that performs the effects.
    pub effects: EffectRunner,
    /// The themes that can be chosen, and what is known of the terminal.
    pub themes: ThemeChoice,
    /// The house style, for what the room sees.
    pub house: Option<HouseStyle>,
    /// The number of colours that the terminal can show.
    pub depth: Depth,
    /// The effects to perform after the first frame.
    pub chores: Vec<Effect>,
    /// The command that does the same without a screen, for a terminal that cannot be drawn on.
    pub line_by_line: &'static str,
}

struct Console {
    start: ConsoleStart,
    waiting: VecDeque<Effect>,
    /// Whether the size of the window has changed since the last frame, so that all of the screen must be drawn again.
    resized: bool,
    /// The setting of the theme, and its colours for this terminal; `None` where they have to be worked out.
    paint: Option<(String, Paint)>,
    /// The question to the terminal whether it is light or dark.
    question: BackgroundQuestion,
    /// The regions of the last frame that answer to the mouse.
    regions: Regions,
}

/// Runs the console until the user leaves.
///
/// # Errors
/// When the terminal cannot be used, and when the program was ended before all typed lines were on disk.
pub fn run(mut start: ConsoleStart) -> Result<()> {
    let mut screen = TerminalScreen::take()
        .with_context(|| format!("this terminal cannot be drawn on; try {}", start.line_by_line))?;
    start.model.keyboard = keyboard::of_this_terminal();
    if start.model.keyboard.protocol {
        screen.use_keyboard_protocol().context("the keyboard protocol could not be turned on")?;
    }
    let (sender, inputs) = channel();
    input::watch_signals(sender.clone()).context("signals cannot be watched")?;
    start.effects.report_to(sender.clone());
    start.model.size = screen.size();
    let waiting = VecDeque::from(std::mem::take(&mut start.chores));
    let (regions, question) = (Regions::default(), BackgroundQuestion::default());
    let mut console = Console { start, waiting, resized: false, paint: None, regions, question };
    // The terminal is asked once the first frame is on it, so that nobody waits for its answer.
    console.draw(&mut screen)?;
    if console.start.depth != Depth::Mono && console.start.themes.is_auto(&console.start.model.settings.theme) {
        console.question = BackgroundQuestion::ask(&mut screen).context("the terminal cannot be asked")?;
    }
    input::watch_terminal(sender, console.question.until());
    let ran = console.run(&mut screen, &inputs);
    console.question.wait_out(&inputs);
    if !matches!(ran, Ok(LoopStep::Leave)) {
        console.write_out();
    }
    // The terminal is given back first, so that the messages below are printed on the normal screen.
    drop(screen);
    let missing = if matches!(ran, Ok(LoopStep::Leave)) { Vec::new() } else { console.start.model.not_on_disk() };
    ran?;
    if missing.is_empty() { Ok(()) } else { Err(anyhow!("the program was ended: {}", missing.join(" "))) }
}

impl Console {
    fn run(&mut self, screen: &mut TerminalScreen, inputs: &Receiver<Input>) -> Result<LoopStep> {
        loop {
            self.draw(screen)?;
            if terminal::is_gone() {
                return Ok(LoopStep::End);
            }
            let next = if self.waiting.is_empty() && self.start.model.is_unsettled() {
                // The key is on the screen already. Effects are performed only when no other key follows.
                match inputs.recv_timeout(PAUSE) {
                    Ok(input) => self.take_in(input),
                    Err(_) => self.happen(Msg::Idle),
                }
            } else {
                self.turn(inputs)
            };
            match next {
                LoopStep::GoOn => {}
                LoopStep::Suspend => suspend(screen)?,
                LoopStep::Leave | LoopStep::End => return Ok(next),
            }
        }
    }

    /// Handles inputs and effects until the next frame is due.
    fn turn(&mut self, inputs: &Receiver<Input>) -> LoopStep {
        if self.waiting.is_empty() {
            let tick = if self.start.model.is_playing() { BEAT } else { TICK };
            let input = match inputs.recv_timeout(tick) {
                Ok(input) => input,
                Err(RecvTimeoutError::Timeout) => match terminal::size_unless(self.start.model.size) {
                    Some((columns, rows)) => return self.take_in(Input::Resize(columns, rows)),
                    None => return self.happen(Msg::Tick),
                },
                Err(RecvTimeoutError::Disconnected) => return LoopStep::End,
            };
            let next = self.take_in(input);
            if next != LoopStep::GoOn {
                return next;
            }
        }
        let due = Instant::now() + FRAME;
        while Instant::now() < due {
            let next = match self.waiting.pop_front() {
                Some(effect) => self.perform(effect),
                None => match inputs.try_recv() {
                    Ok(input) => self.take_in(input),
                    Err(_) => return LoopStep::GoOn,
                },
            };
            if next != LoopStep::GoOn {
                return next;
            }
        }
        // Keys are handled while a long paste is being saved, so that the user can stop it.
        for input in inputs.try_iter().take(KEYS_A_FRAME) {
            let next = self.take_in(input);
            if next != LoopStep::GoOn {
                return next;
            }
        }
        LoopStep::GoOn
    }

    /// Saves the typed input that is not on disk yet, within a maximum time.
    fn write_out(&mut self) {
        let until = Instant::now() + WRITING_OUT;
        while let Some(effect) = self.waiting.pop_front() {
            if Instant::now() >= until {
                return;
            }
            if writes(&effect) {
                self.perform(effect);
            }
        }
    }

    fn take_in(&mut self, input: Input) -> LoopStep {
        match input {
            Input::Key(key) => self.happen(Msg::Key(key)),
            Input::Paste(text) => self.happen(Msg::Paste(text)),
            Input::Mouse(act, cell) => self.point(act, cell),
            Input::Resize(columns, rows) => {
                self.resized = true;
                self.happen(Msg::Resize(columns, rows))
            }
            Input::Report(msg) => self.happen(*msg),
            Input::Background(background) => {
                self.start.themes.learn(background);
                self.paint = None;
                LoopStep::GoOn
            }
            Input::Answered => {
                self.question.close();
                LoopStep::GoOn
            }
            Input::Signal(Signal::Stop) => LoopStep::Suspend,
            Input::Signal(Signal::GoOn) => LoopStep::GoOn,
            Input::Signal(Signal::End) | Input::Gone => LoopStep::End,
        }
    }

    /// Handles the mouse; the last frame tells what stands at a cell.
    fn point(&mut self, act: MouseAct, cell: (u16, u16)) -> LoopStep {
        let pointer = match act {
            MouseAct::WheelUp | MouseAct::WheelDown => {
                let down = act == MouseAct::WheelDown;
                self.regions.scrolled_at(cell).map(|over| Pointer::Wheel { over, down })
            }
            MouseAct::Press => self.regions.target_at(cell).cloned().map(Pointer::Press),
        };
        pointer.map_or(LoopStep::GoOn, |pointer| self.happen(Msg::Pointed(pointer)))
    }

    fn happen(&mut self, msg: Msg) -> LoopStep {
        self.waiting.extend(update(&mut self.start.model, msg, Timestamp::now()));
        LoopStep::GoOn
    }

    fn perform(&mut self, effect: Effect) -> LoopStep {
        match effect {
            Effect::Leave => return LoopStep::Leave,
            Effect::Suspend => return LoopStep::Suspend,
            effect => {
                for msg in self.start.effects.perform(effect) {
                    self.happen(msg);
                }
            }
        }
        LoopStep::GoOn
    }

    fn draw(&mut self, screen: &mut TerminalScreen) -> Result<()> {
        let ConsoleStart { model, themes, depth, house, .. } = &self.start;
        if self.paint.as_ref().is_none_or(|(setting, _)| *setting != model.settings.theme) {
            let Some(theme) = themes.theme(&model.settings.theme) else { return Ok(()) };
            let plain = Paint::new(theme, *depth);
            let paint = house.iter().fold(plain, |paint, house| paint.with_band(house, *depth));
            self.paint = Some((model.settings.theme.clone(), paint));
        }
        let Some((_, paint)) = &self.paint else { return Ok(()) };
        screen.use_mouse(model.uses_mouse()).context("the mouse could not be turned on or off")?;
        if std::mem::take(&mut self.resized) {
            screen.start_afresh().context("the screen could not be drawn")?;
        }
        let regions = &mut self.regions;
        let drawn = screen.draw(|frame| *regions = ui::draw_with_regions(model, paint, frame));
        drawn.context("the screen could not be drawn")?;
        Ok(())
    }
}

/// Whether an effect saves input or a decision of the user.
const fn writes(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Append(_)
            | Effect::Create(_)
            | Effect::Tables(TablesChore::Begin(_))
            | Effect::Desk { .. }
            | Effect::TakeBackAtDesk(_)
            | Effect::KeepNames(_)
            | Effect::KeepOwnNote(_)
            | Effect::KeepHidden(_)
            | Effect::DropHidden
            | Effect::Strike
            | Effect::Assess(_)
            | Effect::KeepSettings(_)
    )
}

fn suspend(screen: &mut TerminalScreen) -> Result<()> {
    super::terminal::give_back();
    input::stop_here();
    screen.retake().context("the terminal could not be taken again")
}
