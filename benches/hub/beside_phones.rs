//! From a key to its letter on the screen while a room full of phones answers.

use std::fs;
use std::path::Path;
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::client::Phone;
use crate::pairs::{percentile, row};
use crate::terminal::{PATIENCE, Program, console};

/// The time in which every phone answers once.
const ROUND: Duration = Duration::from_secs(10);

/// The time between two keys.
const BETWEEN_KEYS: Duration = Duration::from_millis(8);

/// The line is emptied after so many keys, so that it stays as long as a spoken thought.
const KEYS: usize = 40;

/// The time from a key to its letter in a console whose page so many phones have open and answer on, beside a console
/// without a page. Keys are pressed in turns, so that the phones cost both the same share of the machine.
pub(crate) fn measure(phones: usize) {
    let folders = [TempDir::new().unwrap(), TempDir::new().unwrap()];
    let [mut ours, mut anchor] = folders.each_ref().map(|folder| begun(folder.path()));
    ours.press("/phones\r");
    ours.waits_for("Off. Everybody with a phone", PATIENCE);
    ours.press("127.0.0.1:0\r");
    let address = address(folders[0].path());
    ours.press("\u{1b}");
    let there = Barrier::new(phones + 1);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    thread::scope(|scope| {
        let asking: Vec<_> = (0..phones)
            .map(|number| {
                let (address, there) = (&address, &there);
                let asks = move || asks(address, ROUND * number as u32 / phones as u32, number, there);
                thread::Builder::new().stack_size(256 * 1024).spawn_scoped(scope, asks).unwrap()
            })
            .collect();
        there.wait();
        let began = Instant::now();
        for turn in 0.. {
            if turn % KEYS == 0 {
                for console in [&mut ours, &mut anchor] {
                    console.press("\u{15}");
                }
                thread::sleep(Duration::from_millis(60));
            }
            if began.elapsed() > ROUND {
                break;
            }
            let key = char::from(b'a' + (turn % 26) as u8);
            with.push(ours.key(key));
            without.push(anchor.key(key));
            thread::sleep(BETWEEN_KEYS);
        }
        let answered = asking.into_iter().map(|one| one.join().unwrap()).filter(|sent| *sent).count();
        println!("{answered} of {phones} phones were answered meanwhile, {} keys on each side", with.len());
    });
    for percent in [50, 99] {
        let (ours, anchor) = (percentile(&mut with, percent), percentile(&mut without, percent));
        let goal = if percent == 50 { "<= 1.1" } else { "-" };
        row(&format!("key to paint, {phones} phones, p{percent}"), ours, anchor, goal);
    }
}

/// A console with a new session.
fn begun(workspace: &Path) -> Program {
    crate::measured::works(workspace, &["new", "Table", "--plain"]);
    let mut console = Program::start(&console(workspace, &["open", "Table"]));
    console.waits_for("0 lines", PATIENCE);
    console
}

/// The address of the page, once there is one.
fn address(workspace: &Path) -> String {
    let began = Instant::now();
    loop {
        let notes = fs::read_dir(workspace.join("private")).into_iter().flatten().flatten();
        let texts = notes.filter_map(|note| fs::read_to_string(note.path()).ok());
        let found =
            texts.filter_map(|text| text.split('"').find(|part| part.starts_with("http://")).map(str::to_owned));
        if let Some(address) = found.into_iter().next() {
            return address;
        }
        assert!(began.elapsed() < PATIENCE, "there is no page");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Opens the page, waits for everybody, and asks a question at its moment; returns whether that was taken.
fn asks(address: &str, moment: Duration, number: usize, there: &Barrier) -> bool {
    let phone = Phone::joined(address);
    let _live = phone.live();
    there.wait();
    thread::sleep(moment);
    let page = phone.get("").body;
    let shown = page.split(r#"name="number" value=""#).nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let question = format!("What of thing {number}?");
    phone.send(&[("kind", "question"), ("number", shown), ("question", &question)]).status == 303
}
