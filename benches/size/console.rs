//! A line typed into the console of a short session and of a long one, in turns: every key and its frame, the line written
//! and taken in, and what is computed while no input waits. What threads of the shell do is not timed, but what it costs to
//! hand it to them is.

use std::time::{Duration, Instant};

use adjacent::app::{Code, Effect, Home, Insight, KeyPress, Model, Msg, OpenSession, Settings, Snapshot, update};
use adjacent::exercise::Catalogue;
use adjacent::record::Session;
use adjacent::store::{SessionFile, Workspace};
use adjacent::theme::{Depth, shipped};
use adjacent::ui::{self, Paint};
use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tempfile::TempDir;

use super::long;
use super::pairs::{percentile, row};

const SHORT: u64 = 100;
const LONG: u64 = 50_000;
const LINES: u64 = 100;

/// A part of a line's work.
#[derive(Clone, Copy)]
enum Part {
    Key,
    Pause,
    Enter,
    Idle,
}

const PARTS: [(Part, &str, &str); 4] = [
    (Part::Key, "a key and its frame", "<= 1.2"),
    (Part::Pause, "a pause between two keys", "-"),
    (Part::Enter, "Enter, saved and on the screen", "<= 1.2"),
    (Part::Idle, "after it, while no input waits", "-"),
];

/// A console with one session open.
struct Desk {
    model: Model,
    file: SessionFile,
    paint: Paint,
    terminal: Terminal<TestBackend>,
    now: Timestamp,
    /// What a thread reads while the next line is typed.
    held: Option<Snapshot>,
    insight: Option<Insight>,
    times: [Vec<Duration>; 4],
}

pub(crate) fn measure() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let (mut short, mut long) = (Desk::open(&workspace, SHORT, 1), Desk::open(&workspace, LONG, 2));
    for turn in 0..LINES {
        let line = format!("Reply quality {turn} -> less Waiting at desk {turn} : seen");
        long.says(&line);
        short.says(&line);
    }
    for (part, name, goal) in PARTS {
        for (percent, suffix) in [(50, "p50"), (95, "p95")] {
            let (many, few) = (&mut long.times[part as usize], &mut short.times[part as usize]);
            let goal = if percent == 50 { goal } else { "-" };
            row(&format!("{name}, {suffix}"), percentile(many, percent), percentile(few, percent), goal);
        }
    }
}

impl Desk {
    fn open(workspace: &Workspace, lines: u64, number: u16) -> Self {
        let events = long::events(lines, &Catalogue::embedded());
        let file = workspace.create(&long::header(number), &events).unwrap();
        let themes = shipped::themes();
        let names = themes.iter().map(|theme| theme.name.clone()).collect();
        let session = Session::fold(long::header(number), events);
        let now = session.header().opened + SignedDuration::from_millis(50_000_000);
        let mut desk = Self {
            model: Model::new(Home::default(), Settings::default(), names, now),
            file,
            paint: Paint::new(&themes[0], Depth::True),
            terminal: Terminal::new(TestBackend::new(120, 40)).unwrap(),
            now,
            held: None,
            insight: None,
            times: [const { Vec::new() }; 4],
        };
        desk.happens(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(session) })));
        while desk.model.is_unsettled() {
            desk.happens(Msg::Idle);
        }
        desk
    }

    /// Types a line and Enter; other work is done before and after, as in a talk.
    fn says(&mut self, line: &str) {
        self.now += SignedDuration::from_secs(5);
        self.happens(Msg::Tick);
        for key in line.chars().map(Code::Char) {
            self.timed(Part::Key, Msg::Key(KeyPress::plain(key)));
            self.timed(Part::Pause, Msg::Idle);
        }
        self.timed(Part::Enter, Msg::Key(KeyPress::plain(Code::Enter)));
        self.timed(Part::Idle, Msg::Idle);
        self.is_read();
    }

    fn timed(&mut self, part: Part, msg: Msg) {
        let began = Instant::now();
        self.happens(msg);
        self.draws();
        self.times[part as usize].push(began.elapsed());
    }

    fn happens(&mut self, msg: Msg) {
        let mut effects = update(&mut self.model, msg, self.now);
        while let Some(effect) = effects.pop() {
            match effect {
                Effect::Append(event) => {
                    self.file.append(&event).unwrap();
                    effects.extend(update(&mut self.model, Msg::Appended(event), self.now));
                }
                Effect::Analyse(snapshot) => self.held = Some(snapshot),
                _ => {}
            }
        }
    }

    /// The thread has read what it held. The findings of the first reading stand for those of every later one.
    fn is_read(&mut self) {
        let Some(snapshot) = self.held.take() else { return };
        let upto = self.model.run.as_ref().unwrap().recording.session().next_seq();
        let insight = self.insight.get_or_insert_with(|| snapshot.read()).clone();
        self.happens(Msg::Read(Box::new(Insight { upto, ..insight })));
        self.held = Some(snapshot);
    }

    fn draws(&mut self) {
        self.terminal.draw(|frame| ui::draw(&self.model, &self.paint, frame)).unwrap();
    }
}
