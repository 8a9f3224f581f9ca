use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::rc::Rc;

use clap::Args;

use super::call::Call;
use super::command::{CliCommand, CommandEntry};
use super::failure::{CommandResult, DONE};
use super::{COMMANDS, Streams, run_with};

/// Say something back.
#[derive(Debug, Args)]
struct EchoArgs {
    /// What is said.
    words: Vec<String>,
    /// As loud as it goes.
    #[arg(long)]
    loud: bool,
}

impl CliCommand for EchoArgs {
    const NAME: &'static str = "echo";
    const EXAMPLES: &[&str] = &["echo hello"];

    fn run(self, call: &Call) -> CommandResult {
        let words = self.words.join(" ");
        writeln!(call.out(), "{}", if self.loud { words.to_uppercase() } else { words })?;
        DONE
    }
}

/// What was printed, and what was said about it.
#[derive(Clone, Default)]
struct Taken(Rc<RefCell<Vec<u8>>>);

impl Write for Taken {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs a command line of the program with one more command.
fn said(arguments: &[&str]) -> (u8, String) {
    let commands: Vec<CommandEntry> = COMMANDS.iter().copied().chain([CommandEntry::of::<EchoArgs>()]).collect();
    let arguments = ["adjacent"].iter().chain(arguments).map(OsString::from);
    let printed = Taken::default();
    let code = run_with(&commands, arguments, Streams::to(printed.clone(), printed.clone()));
    let text = String::from_utf8(printed.0.take()).unwrap();
    (code, text)
}

#[test]
fn a_command_that_is_entered_in_the_list_is_in_the_help_and_runs() {
    let (code, help) = said(&["--help"]);
    assert_eq!(code, 0);
    let line_of = |name: &str| help.lines().find_map(|line| line.trim_start().strip_prefix(name)).unwrap().trim();
    assert_eq!(line_of("echo "), "Say something back");
    assert_eq!(line_of("themes "), "List the themes");

    let (code, help) = said(&["echo", "--help"]);
    assert_eq!(code, 0);
    assert!(help.starts_with("Say something back\n\nUsage: adjacent echo"), "{help}");
    assert!(help.contains("As loud as it goes"), "{help}");

    assert_eq!(said(&["echo", "--loud", "less", "work"]), (0, "LESS WORK\n".to_owned()));
    let (code, wrong) = said(&["echo", "--quiet"]);
    assert_eq!(code, 2);
    assert!(wrong.contains("unexpected argument '--quiet'"), "{wrong}");
}

#[test]
fn every_command_has_a_name_of_its_own_and_arguments_that_hold_together() {
    let mut names: Vec<&str> = COMMANDS.iter().map(|entry| entry.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), COMMANDS.len());
    super::command_line().debug_assert();
}

/// The words of an example, as a shell would hand them over.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        1 => vec![part.to_owned()],
        _ => part.split_whitespace().map(str::to_owned).collect(),
    };
    parts.flat_map(quoted).take_while(|word| word != "<").collect()
}

#[test]
fn every_command_has_examples_in_its_help_and_each_is_a_command_line_that_it_takes() {
    for entry in COMMANDS {
        assert!(!entry.examples.is_empty(), "{}", entry.name);
        let (_, help) = said(&[entry.name, "--help"]);
        for example in entry.examples {
            assert!(help.contains(&format!("  adjacent {example}\n")), "{example}: {help}");
            let line = ["adjacent".to_owned()].into_iter().chain(words(example));
            let matches = super::command_line().try_get_matches_from(line);
            let matches = matches.unwrap_or_else(|error| panic!("{example}: {error}"));
            assert_eq!(matches.subcommand_name(), Some(entry.name), "{example}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command() {
    let folder = tempfile::TempDir::new().unwrap();
    assert_eq!(said(&["man", "-o", folder.path().to_str().unwrap()]).0, 0);
    for entry in COMMANDS {
        let page = std::fs::read_to_string(folder.path().join(format!("adjacent-{}.1", entry.name))).unwrap();
        assert!(page.contains("Examples:") && page.contains(".TH"), "{}", entry.name);
    }
    let (code, page) = said(&["man"]);
    assert!(code == 0 && page.contains(".TH adjacent 1") && page.contains("adjacent\\-room(1)"), "{page}");
}

#[test]
fn an_answer_for_another_program_comes_without_progress() {
    for (line, quiet) in [
        ("map", false),
        ("map --json", true),
        ("hub status --json", true),
        ("replay spring --plain", true),
        ("check", false),
    ] {
        let matches = super::command_line().try_get_matches_from(["adjacent"].into_iter().chain(line.split(' ')));
        assert_eq!(super::is_for_a_program(&matches.unwrap()), quiet, "{line}");
    }
}
