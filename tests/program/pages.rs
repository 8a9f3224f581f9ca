//! Every command line of the README and of the pages does what it says: it is run as it stands there.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::call::call;

/// The pages, from the top of the repository. The page about sharing has a test of its own, which follows its story.
const PAGES: [&str; 10] = [
    "README.md",
    "docs/facilitating.md",
    "docs/writing.md",
    "docs/alone.md",
    "docs/looking-back.md",
    "docs/importing.md",
    "docs/looks.md",
    "docs/commands.md",
    "docs/configuring.md",
    "docs/file-format.md",
];

/// The command lines of a page.
fn lines(page: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let blocks = text.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A home with the samples of the repository, and a workspace with a session.
fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::create_dir(home.path().join("sessions")).unwrap();
    for file in fs::read_dir(samples).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, home.path().join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    let notes = home.path().join("spring.txt");
    fs::write(&notes, "# title: Spring review\nService bot -> less handle time, more repeat calls\n").unwrap();
    assert_eq!(call(&home.path().join("work"), &["transcribe", notes.to_str().unwrap()]).code, 0);
    home
}

/// The line as it can be run without a terminal; `None` for what only the machine of a reader can do.
fn without_a_terminal(line: &str) -> Option<String> {
    let (command, _) = line.split_once(" #").unwrap_or((line, ""));
    let command = command.trim();
    let verb = command.strip_prefix("adjacent ").and_then(|rest| rest.split(' ').next());
    match verb {
        None if command.starts_with("cargo ") => None,
        // What it does is proven beside a database; here, that there is such a command.
        Some("hub") => {
            let verb = command.split(' ').nth(2)?;
            Some(format!("adjacent hub {verb} --help"))
        }
        // The address of this machine may be one on which no page may stand.
        Some("survey") if command.ends_with("--phones") => Some(format!("echo | {command}=127.0.0.1")),
        // A window for a projector: that it can be asked for so is told by its help.
        Some("room") => Some(format!("{command} --help")),
        Some("new" | "open") if !command.contains("--plain") => Some(format!("{command} --plain")),
        _ => Some(command.to_owned()),
    }
}

#[cfg(all(unix, feature = "hub", feature = "phones"))]
#[test]
fn every_command_line_of_the_pages_runs_as_it_stands_there() {
    let program = Path::new(env!("CARGO_BIN_EXE_adjacent")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", program.display());
    let mut tried = 0;
    for page in PAGES {
        let home = home();
        for line in lines(page) {
            let Some(command) = without_a_terminal(&line) else { continue };
            let mut shell = Command::new("bash");
            shell.args(["-e", "-o", "pipefail", "-c", &command]).current_dir(home.path()).stdin(Stdio::null());
            shell.env_clear().env("PATH", &path).env("HOME", home.path()).env("TZ", "UTC");
            // A folder of the page is the folder it names, everything else is done in the workspace.
            if !command.contains("--dir") && page != "docs/looking-back.md" && page != "docs/file-format.md" {
                shell.env("ADJACENT_DIR", home.path().join("work"));
            } else {
                shell.env("ADJACENT_DIR", home.path());
            }
            let output = shell.output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{page}: {command}\n{said}\n{}", String::from_utf8_lossy(&output.stdout));
            tried += 1;
        }
    }
    assert!(tried > 30, "{tried}");
}

#[test]
fn every_page_is_named_in_the_readme_and_every_link_between_pages_leads_somewhere() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(top.join("README.md")).unwrap();
    for file in fs::read_dir(top.join("docs")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "md") {
            assert!(readme.contains(&format!("(docs/{name})")), "{name}");
        }
    }
    for page in PAGES.into_iter().chain(["docs/sharing.md", "docs/keys.md", "docs/developers.md"]) {
        let text = fs::read_to_string(top.join(page)).unwrap();
        let folder = top.join(page).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            assert!(link.contains("://") || folder.join(file).exists(), "{page}: {link}");
        }
    }
}

#[test]
fn every_picture_of_the_readme_is_there_light_and_dark_is_small_and_is_shown() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(top.join("README.md")).unwrap();
    let mut shown: Vec<&str> = ["srcset=\"", "<img src=\""]
        .iter()
        .flat_map(|before| readme.split(before).skip(1).filter_map(|rest| rest.split('"').next()))
        .collect();
    let mut made: Vec<String> = fs::read_dir(top.join("docs/pictures"))
        .unwrap()
        .map(|file| file.unwrap())
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "svg" || extension == "png"))
        .inspect(|file| assert!(file.metadata().unwrap().len() < 150_000, "{}", file.path().display()))
        .map(|file| format!("docs/pictures/{}", file.file_name().to_string_lossy()))
        .collect();
    shown.sort_unstable();
    made.sort_unstable();
    assert_eq!(shown, made);
    assert_eq!(made.iter().filter(|name| name.contains("-dark.")).count() * 2, made.len());
}
