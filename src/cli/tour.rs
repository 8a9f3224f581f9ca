use std::io::Write;
use std::path::Path;

use clap::Args;
use jiff::Timestamp;
use tempfile::TempDir;

use super::call::Call;
use super::command::CliCommand;
use super::console::console_on_tour;
use super::failure::{CommandResult, Failure};
use super::plain::PlainConsole;
use crate::app::{Recording, Tour};
use crate::exercise::Catalogue;
use crate::shell::{open_sessions, zone};
use crate::store::Workspace;

/// The sample that the tour is made on, among those that can be opened.
pub(super) const SAMPLE: usize = 0;

/// Ten minutes on a sample: the console says what to do next, and waits until it is done.
///
/// It works on a copy in a temporary folder, which is removed at the end; nothing of yours is touched. Every step can be
/// skipped, and left at any time.
#[derive(Debug, Args)]
pub(super) struct TourArgs {
    /// Line by line on standard input and output instead of a screen.
    #[arg(long)]
    plain: bool,
}

impl CliCommand for TourArgs {
    const NAME: &'static str = "tour";
    const EXAMPLES: &[&str] = &["tour", "tour --plain"];

    fn run(self, call: &Call) -> CommandResult {
        if !self.plain && !call.is_interactive() {
            return Err(Failure::usage("the tour needs a terminal; adjacent tour --plain goes line by line"));
        }
        let folder = tempfile::Builder::new().prefix("adjacent-tour-").tempdir()?;
        let workspace = Workspace::open(folder.path())?.in_zone(zone::here());
        let toured = if self.plain { line_by_line(call, workspace) } else { console_on_tour(call, workspace, SAMPLE) };
        let removed = removed(call, folder);
        let code = toured?;
        removed.map(|()| code)
    }
}

fn line_by_line(call: &Call, workspace: Workspace) -> CommandResult {
    let catalogue = Catalogue::embedded();
    let (file, open) = open_sessions::rehearse(&workspace, SAMPLE, Timestamp::now())?;
    let mut recording = Recording::new(open, &catalogue);
    let resumes = recording.take_up_again();
    let console = PlainConsole::new(recording, (file, workspace), &catalogue, call.out());
    console.taken_up_again(resumes, false).with_tour(Tour::line_by_line()).run_on_stdin()
}

/// Removes the folder of the tour, and says so.
fn removed(call: &Call, folder: TempDir) -> Result<(), Failure> {
    let path = folder.path().to_owned();
    folder.close().map_err(|error| not_removed(&path, &error))?;
    writeln!(call.out(), "{GOODBYE}")?;
    Ok(())
}

fn not_removed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::from(anyhow::anyhow!("{}, the folder of the tour, cannot be removed: {error}", path.display()))
}

/// What is said when the tour is over.
const GOODBYE: &str = "\
The tour is over. What you wrote in it is removed with its folder; nothing of yours was touched.
  adjacent                   the console, for a session of your own
  adjacent new TITLE --plain the same line by line
  adjacent doctor            what your terminal and this machine can do";
