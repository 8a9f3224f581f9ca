//! Without a screen nothing of the console is out of reach.

use super::reach::PlainReach::{Program, Typed};
use super::reach::{REACH, reach_of};
use super::word::{PlainWord, parse};
use crate::app::commands;
use crate::cli::command_line;

#[test]
fn every_command_of_the_console_can_be_had_without_a_screen() {
    let mut left_out: Vec<&str> =
        commands().all().iter().map(|row| row.name).filter(|name| reach_of(name).is_none()).collect();
    left_out.sort_unstable();
    assert!(left_out.is_empty(), "say in REACH how these are had in --plain: {left_out:?}");
    let commands = commands();
    let known = |name: &str| commands.all().iter().any(|row| row.name == name);
    let gone: Vec<&str> = REACH.iter().map(|(name, _)| *name).filter(|name| !known(name)).collect();
    assert!(gone.is_empty(), "these are no commands of the console any more: {gone:?}");
}

#[test]
fn what_is_typed_instead_is_a_command_here_or_notation() {
    for (name, reach) in REACH {
        let Typed(typed) = reach else { continue };
        let word = parse(typed);
        let runs = !matches!(word, None | Some(PlainWord::Unknown(_) | PlainWord::Elsewhere(..)));
        assert!(runs || !typed.starts_with('/'), "{name}: {typed}");
        let named = format!("/{name}");
        let said = parse(&named);
        assert!(!matches!(said, None | Some(PlainWord::Unknown(_))), "/{name} is not known here");
    }
}

#[test]
fn a_command_of_the_program_that_is_named_instead_is_there_with_its_options() {
    let program = command_line();
    for (name, reach) in REACH {
        let Program(line) = reach else { continue };
        let mut words = line.split_whitespace().skip(1);
        let command = words.next().and_then(|word| program.find_subcommand(word));
        assert!(command.is_some(), "{name}: {line}");
        for option in words.filter_map(|word| word.strip_prefix("--")) {
            let has = command.unwrap().get_arguments().any(|argument| argument.get_long() == Some(option));
            assert!(has, "{name}: {line} has no --{option}");
        }
    }
}
