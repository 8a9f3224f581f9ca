//! The help: the purpose of a screen, and every key that works on it.

use super::effect::Effect;
use super::key::{Code, KeyPress};
use super::model::{CommandRow, Model, Popup, Then};
use super::screen::Screen;
use super::sheet::{Overflow, Sheet, SheetPart};
use crate::theme::Role;

/// Shows the help.
pub(super) const HELP: CommandRow = CommandRow::new(10, "help", "help for this screen", Screen::ALL, show)
    .key(KeyPress::plain(Code::F(1)))
    .bare('?')
    .in_footer("help")
    .while_collecting();

/// The commands of the help.
pub(super) const COMMANDS: &[CommandRow] = &[HELP];

/// The number of lines that the page keys scroll by.
pub(super) const PAGE: u16 = 12;

/// The width of the help, in cells.
pub(super) const WIDTH: u16 = 74;

/// The help for a screen.
#[derive(Debug, Default)]
pub(super) struct Help {
    /// The index of the first line shown.
    scroll: u16,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(Help::default());
    Vec::new()
}

impl Popup for Help {
    /// Runs the command of a key that the help lists, and closes the help; page keys scroll the help.
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let pages = matches!(key.code, Code::PageUp | Code::PageDown);
        if !pages && model.commands.for_key(model.screen, key).is_some_and(|row| row.name != HELP.name) {
            return Then::PassKey;
        }
        self.scroll = match key.code {
            Code::Down => self.scroll.saturating_add(1),
            Code::PageDown => self.scroll.saturating_add(PAGE),
            Code::Up => self.scroll.saturating_sub(1),
            Code::PageUp => self.scroll.saturating_sub(PAGE),
            Code::Home => 0,
            Code::End => u16::MAX,
            _ => return Then::close(),
        };
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let mut body: Vec<SheetPart> =
            about(model.screen).iter().map(|line| SheetPart::line(model.with_own_keys(line), Role::Text)).collect();
        body.push(SheetPart::blank());
        body.extend(how_commands_run(model).map(|line| SheetPart::line(model.with_own_keys(line), Role::Quiet)));
        body.extend(model.commands.on(model.screen).map(|row| row_of_help(row, model)));
        Some(Sheet {
            title_of_part: Some("help: arrows show more, Esc goes back".to_owned()),
            width: Some(WIDTH),
            overflow: Overflow::Scrolled(self.scroll),
            body,
            ..Sheet::titled("help: Esc goes back")
        })
    }
}

/// Returns how the rows below are read: what is pressed, and where a name is typed.
fn how_commands_run(model: &Model) -> [&'static str; 2] {
    let extra = "Keys in brackets stay with some terminals (adjacent doctor --keys).";
    match (model.is_typing(), model.takes_names()) {
        (_, true) => ["Press the key, or type the name on an empty line and press Enter.", extra],
        (true, false) => ["Press the key, or press Ctrl-P and type the name there.", extra],
        (false, false) => ["Press the key, or press / and type the name.", extra],
    }
}

/// Returns what to press, what to type, and what it does; last the keys that do the same where the terminal sends them.
fn row_of_help(row: &CommandRow, model: &Model) -> SheetPart {
    let (pressed, name) = (row.pressed(model), format!("/{}", row.name));
    let head = if pressed == name {
        vec![(format!("{name:<width$}", width = KEYS + NAMES), Role::Accent)]
    } else {
        vec![(format!("{pressed:<KEYS$}"), Role::Accent), (format!("{name:<NAMES$}"), Role::Quiet)]
    };
    let elsewhere = row.pressed_elsewhere(model).map(|key| format!(" ({key})")).unwrap_or_default();
    SheetPart::Hanging(head, format!("{}{elsewhere}", row.words))
}

/// The widths of the columns with the keys and with the names, in cells.
const KEYS: usize = 11;
const NAMES: usize = 19;

const fn about(screen: Screen) -> &'static [&'static str] {
    match screen {
        Screen::Home => &[
            "Type an AI change and press Enter: three lines, then a question.",
            "Or choose below with the arrows and Enter.",
        ],
        Screen::Run => &[
            "A line was wrong? Ctrl-6 (or Up on an empty line) goes into what was said,",
            "Ctrl-7 finds a line; Enter lists what can be done: fix, take back, split.",
            "Say it as you would; arrows are faster. Before Enter, the row under the",
            "line says what it becomes: facts, text, or text that could be more.",
            "  bot -> less handle time, more calls    arrows, more or less",
            "  the bot cuts handle time by 30%        the same, said",
            "  when waiting rises, trust falls        and this",
            "  Tom to ask Legal by Friday             a promise, offered",
            "  bot needs data     @Claims owns bot    needs, owns",
            "  ... : seen 2w \"their words\"            seen, two weeks on; ++ clearly",
            "  yes   no   unsure                      about the last arrow",
            "  tom> bot -> ...                        who says it",
            "  do write the guide : tom due fri       who does what by when",
            "  who tells Retention?   park decks      a question; for later",
            "  saw trust down   want calls down       seen; which direction is good",
            "  same Service bot = bot                 one thing, called by the first",
            "  rename bot = Service bot               another name; the old one counts",
            "  3 5 0   right   done   guard: ...       an answer to what is asked",
            "Tab completes, Up and Down choose. Ctrl-S: who speaks (Alt-1 to Alt-9, or",
            "Esc and then the digit).",
            "Ctrl-O takes what a line could be; nothing is taken by itself. Ctrl-V",
            "looks at every line that waits. / and a name is a command, as /offers.",
        ],
        Screen::Assess => &[
            "Choose the sentence that comes nearest; a digit is only its key.",
            "Where there is a line to type in, every plain character is text.",
            "PgUp and PgDn walk back and forth; Esc leaves: everything is on disk.",
        ],
        Screen::Replay => &[
            "One moment of a session: everything on the screen is as it stood then.",
            "n goes from one moment worth stopping at to the next. On the bar:",
            "↻ a circle closed   ≠ seen in opposite ways   ⇄ a view changed",
            "✓ judged   ◆ decided   ▸ promised   ◎ shown together   ↶ taken back",
            "· shows for the first time. Long silences are short on the bar.",
        ],
        Screen::Map => &[
            "One thing is looked at in six ways, and the whole map in three: matrix,",
            "groups, health. Enter looks at the one under the cursor, Backspace at the",
            "one before. Left and Right: the other side, the next wave or column; in",
            "the drawing the next box (< > PgUp PgDn move the picture, Alt and the arrows",
            "too). Esc shows everything again, F3 or /map goes back.",
            "A filter is made of words, kind: team: status: said: after: before:",
            "sign: arrow: no:owner in:loop path:A..B is:disputed (stale confirmed",
            "delayed guess told seen scarce outside orphan); a - turns one round.",
            "Ctrl-K names the thing anew, or sets its kind, status, owner, direction.",
            "While a session is being written, typing is a line of it.",
        ],
    }
}
