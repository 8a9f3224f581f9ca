//! The main loop of the audience screen, which reads and draws and never writes a file.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use jiff::Timestamp;

use super::board;
use super::follow;
use super::hub_work::HubWork;
use super::input::{self, Input, Signal};
use super::question::BackgroundQuestion;
use super::terminal::{self, TerminalScreen};
use super::working::RoomWork;
use crate::app::Msg;
use crate::app::phones::PhonesReport;
use crate::app::room::{RoomMsg, RoomWindow, Stay};
use crate::record::Header;
use crate::store::{Follower, Workspace};
use crate::theme::{Background, Depth, HouseStyle, Theme};
use crate::ui::{self, Paint};

/// The maximum time between two checks of the size of the window, which can change without an event.
const LOOK: Duration = Duration::from_secs(1);

/// The values with which an audience screen starts.
pub struct Audience {
    /// The state of the window on the projector.
    pub window: RoomWindow,
    /// The follower of the session file; `None` where only the size of the letters is checked.
    pub follower: Option<Follower>,
    /// The workspace whose other sessions a plenary builds on, with the header of the plenary; `None` for any other
    /// session.
    pub plenary: Option<(Workspace, Header)>,
    /// Where the console that writes the session says where phones answer; `None` for a file outside a workspace.
    pub note: Option<PathBuf>,
    /// The workspace of the session, which is followed over its hub if it has joined one; `None` for a file elsewhere.
    pub hub: Option<Workspace>,
    /// The themes to choose from.
    pub themes: Vec<Theme>,
    /// The index of the theme that stands for the one that fits the terminal; `None` where another one was asked for.
    pub auto: Option<usize>,
    /// The house style.
    pub house: Option<HouseStyle>,
    /// The number of colours that the terminal can show.
    pub depth: Depth,
}

/// The next step of the loop.
enum RoomStep {
    Draw,
    DrawAfresh,
    Suspend,
    Leave,
}

/// Shows a session until the user leaves.
///
/// # Errors
/// When the terminal cannot be used.
pub fn run(mut audience: Audience) -> Result<()> {
    let mut screen =
        TerminalScreen::take().context("this terminal cannot be drawn on; open the room in one that can")?;
    let (sender, inputs) = channel();
    input::watch_signals(sender.clone()).context("signals cannot be watched")?;
    // The terminal is asked once the first frame is on it, so that nobody waits for its answer.
    let (columns, rows) = screen.size();
    audience.window.update(RoomMsg::Resize(columns, rows), Timestamp::now());
    audience.draw(&mut screen)?;
    let mut question = BackgroundQuestion::default();
    if audience.auto.is_some() && audience.depth != Depth::Mono {
        question = BackgroundQuestion::ask(&mut screen).context("the terminal cannot be asked")?;
    }
    input::watch_terminal(sender.clone(), question.until());
    let _hub = audience.hub.take().map(|workspace| HubWork::follow(&workspace, &sender));
    let _following = audience.follower.take().map(|follower| follow::watch(follower, sender.clone()));
    let plenary = audience.plenary.take();
    let _growing = plenary.map(|(workspace, header)| follow::watch_base(workspace, header, sender.clone()));
    let _told = audience.note.take().map(|note| board::watch(note, sender.clone()));
    let mut work = RoomWork::default();
    loop {
        if let Some(order) = audience.window.order() {
            work.begin(order, sender.clone());
        }
        audience.draw(&mut screen)?;
        if terminal::is_gone() {
            return Ok(());
        }
        match audience.turn(&inputs) {
            RoomStep::Draw => {}
            RoomStep::DrawAfresh => screen.start_afresh().context("the screen could not be drawn")?,
            RoomStep::Suspend => {
                terminal::give_back();
                input::stop_here();
                screen.retake().context("the terminal could not be taken again")?;
            }
            RoomStep::Leave => {
                question.wait_out(&inputs);
                return Ok(());
            }
        }
    }
}

impl Audience {
    /// Waits for the next input, or until a clock shows the next second.
    fn turn(&mut self, inputs: &Receiver<Input>) -> RoomStep {
        let rest = self.window.rests_for().unsigned_abs().min(LOOK);
        match inputs.recv_timeout(rest) {
            Ok(input) => self.take_in(input),
            Err(RecvTimeoutError::Timeout) => match terminal::size_unless(self.window.size) {
                Some((columns, rows)) => self.take_in(Input::Resize(columns, rows)),
                None => self.happen(RoomMsg::Tick),
            },
            Err(RecvTimeoutError::Disconnected) => RoomStep::Leave,
        }
    }

    fn take_in(&mut self, input: Input) -> RoomStep {
        match input {
            Input::Key(key) => self.happen(RoomMsg::Key(key)),
            Input::Resize(columns, rows) => {
                self.happen(RoomMsg::Resize(columns, rows));
                RoomStep::DrawAfresh
            }
            Input::Report(report) => match *report {
                Msg::Followed(events) => self.happen(RoomMsg::Heard(events)),
                Msg::Surveyed(base) => self.happen(RoomMsg::Base(base)),
                Msg::Phones(PhonesReport::Board(board)) => self.happen(RoomMsg::Phones(board)),
                Msg::WorkedOut(worked) => self.happen(RoomMsg::Worked(worked)),
                _ => RoomStep::Draw,
            },
            Input::Background(background) => self.learn(background),
            Input::Answered | Input::Paste(_) | Input::Mouse(..) | Input::Signal(Signal::GoOn) => RoomStep::Draw,
            Input::Signal(Signal::Stop) => RoomStep::Suspend,
            Input::Signal(Signal::End) | Input::Gone => RoomStep::Leave,
        }
    }

    /// Takes the theme that fits the terminal, unless another one was chosen meanwhile.
    fn learn(&mut self, background: Background) -> RoomStep {
        let fitting = self.themes.iter().position(|theme| theme.name == background.theme());
        if let (Some(auto), Some(fitting)) = (self.auto, fitting)
            && self.window.theme == auto
        {
            (self.auto, self.window.theme) = (Some(fitting), fitting);
        }
        RoomStep::Draw
    }

    fn happen(&mut self, msg: RoomMsg) -> RoomStep {
        match self.window.update(msg, Timestamp::now()) {
            Stay::Here => RoomStep::Draw,
            Stay::Leave => RoomStep::Leave,
        }
    }

    fn draw(&mut self, screen: &mut TerminalScreen) -> Result<()> {
        let Some(theme) = self.themes.get(self.window.theme % self.themes.len().max(1)) else { return Ok(()) };
        let plain = Paint::new(theme, self.depth);
        let in_house = |paint: Paint, house| paint.with_band(house, self.depth).with_accent(house, theme, self.depth);
        let paint = self.house.iter().fold(plain, in_house);
        let window = &self.window;
        screen.draw(|frame| ui::room::draw(window, &paint, frame)).context("the screen could not be drawn")
    }
}
