//! The commands: everything the console knows can also be had as text or JSON.
//!
//! A command is one file and one entry of `COMMANDS`.

mod agendas;
mod alike;
mod answer;
mod ask;
mod assess;
mod brief;
mod call;
mod check;
mod command;
mod compare;
mod completions;
mod config;
mod configured;
mod console;
mod desk;
mod desk_writer;
mod doctor;
mod exercises;
mod export;
mod failure;
mod files;
mod findings;
mod home;
mod hub;
mod import;
mod languages;
mod line_in;
mod man;
mod map;
mod map_form;
mod minutes;
mod new;
mod notes;
mod open;
mod page;
mod plain;
mod plots;
mod practise;
mod read;
mod remarks;
mod replay;
mod room;
mod run_sheet;
mod search;
mod sessions;
mod settle;
mod start;
mod streams;
mod strike;
mod survey;
mod tables;
mod themes;
mod tour;
mod transcribe;
mod until;
mod what_if;
mod without_names;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{ArgMatches, CommandFactory, Parser};

use call::Call;
use command::CommandEntry;
use failure::CommandResult;
pub use streams::Streams;

use crate::shell::looks;
use crate::store::user_config_path;

/// Every command, in the order of the help.
const COMMANDS: &[CommandEntry] = &[
    CommandEntry::of::<tour::TourArgs>(),
    CommandEntry::of::<new::NewArgs>(),
    CommandEntry::of::<open::OpenArgs>(),
    CommandEntry::of::<room::RoomArgs>(),
    CommandEntry::of::<tables::TablesArgs>(),
    CommandEntry::of::<sessions::SessionsArgs>(),
    CommandEntry::of::<transcribe::TranscribeArgs>(),
    CommandEntry::of::<import::ImportArgs>(),
    CommandEntry::of::<survey::SurveyArgs>(),
    CommandEntry::of::<answer::AnswerArgs>(),
    CommandEntry::of::<strike::StrikeArgs>(),
    CommandEntry::of::<hub::HubArgs>(),
    CommandEntry::of::<practise::PractiseArgs>(),
    CommandEntry::of::<read::ReadArgs>(),
    CommandEntry::of::<desk::SawArgs>(),
    CommandEntry::of::<desk::NoteArgs>(),
    CommandEntry::of::<notes::NotesArgs>(),
    CommandEntry::of::<settle::SettleArgs>(),
    CommandEntry::of::<alike::AlikeArgs>(),
    CommandEntry::of::<map::MapArgs>(),
    CommandEntry::of::<findings::FindingsArgs>(),
    CommandEntry::of::<plots::PlotsArgs>(),
    CommandEntry::of::<ask::AskArgs>(),
    CommandEntry::of::<minutes::MinutesArgs>(),
    CommandEntry::of::<export::ExportArgs>(),
    CommandEntry::of::<replay::ReplayArgs>(),
    CommandEntry::of::<compare::CompareArgs>(),
    CommandEntry::of::<brief::BriefArgs>(),
    CommandEntry::of::<search::SearchArgs>(),
    CommandEntry::of::<what_if::WhatIfArgs>(),
    CommandEntry::of::<assess::AssessArgs>(),
    CommandEntry::of::<check::CheckArgs>(),
    CommandEntry::of::<check::RepairArgs>(),
    CommandEntry::of::<doctor::DoctorArgs>(),
    CommandEntry::of::<exercises::ExercisesArgs>(),
    CommandEntry::of::<agendas::AgendasArgs>(),
    CommandEntry::of::<run_sheet::RunSheetArgs>(),
    CommandEntry::of::<themes::ThemesArgs>(),
    CommandEntry::of::<config::ConfigArgs>(),
    CommandEntry::of::<completions::CompletionsArgs>(),
    CommandEntry::of::<man::ManArgs>(),
];

/// What will this change in adjacent systems? A console for workshops about AI that is adopted in pieces.
///
/// Without a command it opens the console; without a terminal it prints a summary of the sample workshop.
#[derive(Debug, Parser)]
#[command(name = "adjacent", version, max_term_width = 100)]
struct Global {
    /// The workspace: a folder with sessions/ in it. Without it, the folder of this platform for data.
    #[arg(long, global = true, env = "ADJACENT_DIR", hide_env_values = true, value_name = "DIR")]
    dir: Option<PathBuf>,
    /// Your own file of settings; an empty name for none. Without it, config.ron in the folder of this platform for
    /// configurations.
    #[arg(long, global = true, env = "ADJACENT_CONFIG", hide_env_values = true, value_name = "FILE")]
    config: Option<OsString>,
    /// How the console looks, whatever the settings say; `adjacent themes` lists the themes.
    #[arg(long, env = "ADJACENT_THEME", hide_env_values = true, value_name = "THEME")]
    theme: Option<String>,
}

/// The command line as clap knows it, with every command.
pub fn command_line() -> clap::Command {
    command_line_with(COMMANDS)
}

fn command_line_with(commands: &[CommandEntry]) -> clap::Command {
    Global::command().subcommands(commands.iter().map(CommandEntry::definition))
}

/// Reads a command line, does what it asks, and says with which exit code the program ends.
///
/// A shell that asks what could be typed next gets its answer instead.
///
/// What could not be read on the way is told on standard error, a sentence a file, whatever the command was.
pub fn run(arguments: impl IntoIterator<Item = OsString>, streams: Streams) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if completions::answered(command_line, &arguments) {
        return 0;
    }
    run_with(COMMANDS, arguments, streams)
}

fn run_with(commands: &[CommandEntry], arguments: impl IntoIterator<Item = OsString>, streams: Streams) -> u8 {
    let mut matches = match command_line_with(commands).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return misused(&error, &streams),
    };
    let user_config = matches.remove_one::<OsString>("config").map_or_else(user_config_path, named_file);
    let theme = matches.remove_one("theme");
    let is_quiet = is_for_a_program(&matches);
    let call = Call::new(matches.remove_one("dir"), command_line, streams);
    let call = call.with_user_config(user_config).with_theme(theme).quiet(is_quiet);
    let result = run_matched(commands, &call, &matches);
    // Standard error may be closed; then the exit code alone has to say it.
    let _ = call.tell_unread();
    match result {
        Ok(code) => code,
        Err(failure) => {
            if let Some(sentence) = failure.sentence() {
                let _ = writeln!(call.err(), "adjacent: {sentence}");
            }
            failure.code()
        }
    }
}

/// The file with this name; none for an empty name.
fn named_file(name: OsString) -> Option<PathBuf> {
    (!name.is_empty()).then(|| PathBuf::from(name))
}

/// Whether a command answers in JSON or line by line, so that another program may read what it says.
fn is_for_a_program(matches: &ArgMatches) -> bool {
    let Some((_, matches)) = matches.subcommand() else { return false };
    let is_set = |name| matches.try_get_one::<bool>(name).ok().flatten() == Some(&true);
    is_set("json") || is_set("plain") || is_for_a_program(matches)
}

/// Runs the command that was named, or what the program does without one.
fn run_matched(commands: &[CommandEntry], call: &Call, matches: &ArgMatches) -> CommandResult {
    let named = matches.subcommand();
    let entry = named.and_then(|(name, matches)| Some((commands.iter().find(|entry| entry.name == name)?, matches)));
    match entry {
        Some((entry, matches)) => entry.run(call, matches),
        None => home::run(call),
    }
}

/// Help, or what is wrong with a command line, which may quote anything.
fn misused(error: &clap::Error, streams: &Streams) -> u8 {
    let may_be_coloured = streams.is_terminal() || looks::wants_colours_everywhere();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) && may_be_coloured {
        // It quotes nobody, and is easier to read with its headings set off, where that is wanted.
        let _ = error.print();
    } else {
        let mut to = if error.use_stderr() { streams.err() } else { streams.out() };
        let _ = write!(to, "{}", error.render());
    }
    u8::try_from(error.exit_code()).unwrap_or(2)
}

#[cfg(test)]
mod tests;
