//! What cannot be read or used is said, whatever was asked for.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::app::{Effect, Msg};
use adjacent::cli::command_line;
use adjacent::shell::EffectRunner;
use adjacent::store::Workspace;
use serde_json::Value;
use tempfile::TempDir;

use crate::call::call;
use crate::pipe::session_files;
use crate::program::{harbourline, run, run_with};
#[cfg(unix)]
use crate::pty::Pty;

/// A workspace with the worked example, and its file.
fn told() -> (TempDir, PathBuf) {
    let workspace = TempDir::new().unwrap();
    let _ = call(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let file = session_files(workspace.path()).remove(0);
    (workspace, file)
}

/// The bytes of the first line that says this.
fn line_with(bytes: &[u8], words: &str) -> std::ops::Range<usize> {
    let mut start = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if String::from_utf8_lossy(line).contains(words) {
            return start..start + line.len() - 1;
        }
        start += line.len();
    }
    panic!("no line says {words}");
}

/// Zeroes the line of the first promise, as a disk does that never wrote it.
fn damage(file: &Path) {
    let mut bytes = fs::read(file).unwrap();
    let promise = line_with(&bytes, "Committed(");
    bytes[promise].fill(0);
    fs::write(file, bytes).unwrap();
}

/// How a command is asked for what a session holds; nothing for one that reads no session. Every command has to be
/// entered here.
fn asked(command: &str, id: &str) -> Option<Vec<String>> {
    let line = match command {
        "sessions" | "alike" | "map" | "plots" | "findings" | "ask" | "brief" | "settle" => command.to_owned(),
        "open" => format!("open {id} --plain"),
        "strike" | "minutes" => format!("{command} {id}"),
        "replay" => format!("replay {id} --plain"),
        "saw" => "saw Repeat_calls_up".to_owned(),
        "note" => "note bot->calls".to_owned(),
        "compare" => format!("compare {id}@10 {id}"),
        "search" => "search calls".to_owned(),
        "run-sheet" => format!("run-sheet {id}"),
        "what-if" => format!("what-if {id}@10 Branch"),
        "export" => "export --to dot".to_owned(),
        "new" => "new Another --plain".to_owned(),
        // `room` needs a terminal, and is tried in one below; of `assess` only what is asked of the map reads sessions, as
        // `map` does; `check` and `repair` find damage, and say so on standard output; `notes` reads a private file alone.
        // `plans` lists files of plans. `import` reads no session but an earlier edition of its own files.
        // `doctor` tells of files that cannot be read in its own words; `tour` reads its own copy of the sample alone.
        // Of `survey`, `answer` and `hub` none asks what sessions hold; `tables` reads those of a gathering alone.
        "import" | "survey" | "answer" | "hub" | "tables" | "room" | "assess" | "check" | "repair" | "notes"
        | "doctor" | "tour" | "config" | "plans" | "transcribe" | "practise" | "read" | "exercises" | "themes"
        | "completions" | "man" | "help" => {
            return None;
        }
        command => panic!("say in this table whether `{command}` reads sessions, and how it is asked"),
    };
    Some(line.split(' ').map(|word| word.replace('_', " ").replace("->", " -> ")).collect())
}

fn commands() -> Vec<String> {
    command_line().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

#[test]
fn every_command_that_reads_sessions_says_which_line_of_which_file_it_could_not_use() {
    for command in commands() {
        let (workspace, file) = told();
        let id = file.file_stem().unwrap().to_string_lossy().into_owned();
        let Some(line) = asked(&command, &id) else { continue };
        damage(&file);
        let arguments: Vec<&str> = line.iter().map(String::as_str).collect();
        let said = run_with(workspace.path(), &arguments, "");
        assert_eq!(said.code, 0, "{command}: {}{}", said.out, said.err);
        let sentences: Vec<&str> = said.err.lines().filter(|line| line.contains(file.to_str().unwrap())).collect();
        assert_eq!(sentences.len(), 1, "{command} says it once: {}", said.err);
        assert!(sentences[0].contains("1 line cannot be used"), "{command}: {}", said.err);
        assert!(sentences[0].contains(&format!("{}:", file.display())), "{command} says the line: {}", said.err);
    }
}

#[test]
fn where_no_session_can_be_read_no_command_answers_as_if_there_were_none() {
    let workspace = TempDir::new().unwrap();
    fs::create_dir_all(workspace.path().join("sessions/a-folder.ron")).unwrap();
    fs::write(workspace.path().join("sessions/zeros.ron"), [0; 300]).unwrap();
    for arguments in [
        &["map"][..],
        &["map", "--json"],
        &["findings", "--json"],
        &["ask"],
        &["brief"],
        &["brief", "--json"],
        &["alike"],
        &["search", "calls"],
        &["settle"],
        &["sessions"],
        &["export", "--to", "svg"],
        &["compare", "2026-11-20", "2026-11-21"],
    ] {
        let said = call(workspace.path(), arguments);
        assert_eq!((said.code, said.out.as_str()), (3, ""), "{arguments:?}");
        for words in ["a-folder.ron: cannot be read", "zeros.ron: holds no session", "none of the sessions"] {
            assert!(said.err.contains(words), "{arguments:?}: {}", said.err);
        }
    }
    let kept = call(workspace.path(), &["note", "bot -> calls"]);
    assert_eq!(kept.code, 0, "what is kept is kept: {}", kept.err);
    assert!(kept.err.contains("zeros.ron"), "{}", kept.err);
}

#[test]
fn a_map_for_programs_says_in_a_field_what_could_not_be_read() {
    let (workspace, file) = told();
    let whole: Value = serde_json::from_str(&call(workspace.path(), &["map", "--json"]).out).unwrap();
    assert_eq!(whole.get("unread"), None);
    damage(&file);
    let map: Value = serde_json::from_str(&call(workspace.path(), &["map", "--json"]).out).unwrap();
    let unread = map["unread"].as_array().unwrap();
    assert_eq!(unread.len(), 1);
    assert_eq!(unread[0]["file"], file.to_str().unwrap());
    assert!(unread[0]["line"].as_u64().unwrap() > 2 && unread[0]["says"].as_str().unwrap().contains("1 line"));
}

#[test]
fn of_many_files_that_cannot_be_read_some_are_told_and_the_others_are_counted() {
    let (workspace, _) = told();
    for number in 0..12 {
        fs::write(workspace.path().join(format!("sessions/no-{number:02}.ron")), "nothing").unwrap();
    }
    let said = call(workspace.path(), &["map"]);
    assert_eq!(said.code, 0);
    assert_eq!(said.err.lines().count(), 6, "{}", said.err);
    assert!(said.err.ends_with("and 7 more; adjacent check lists them\n"), "{}", said.err);
}

#[test]
fn damage_is_told_again_though_the_shared_map_is_cached() {
    let (workspace, file) = told();
    let text = fs::read_to_string(&file).unwrap();
    for number in 0..24 {
        let id = file.file_stem().unwrap().to_string_lossy();
        let copy = text.replacen(&*id, &format!("2026-01-{:02}-copy", number + 1), 1);
        fs::write(workspace.path().join(format!("sessions/2026-01-{:02}-copy.ron", number + 1)), copy).unwrap();
    }
    let old = workspace.path().join("sessions/2026-01-01-copy.ron");
    damage(&old);
    for file in session_files(workspace.path()).iter().filter(|path| **path != old) {
        fs::write(file, fs::read(file).unwrap()).unwrap();
    }
    for _ in 0..3 {
        let said = call(workspace.path(), &["map"]);
        assert!(
            said.err.contains("2026-01-01-copy.ron:") && said.err.contains("1 line cannot be used"),
            "{}",
            said.err
        );
    }
}

#[test]
fn a_line_above_the_header_costs_itself_and_neither_the_day_nor_the_map() {
    for stray in ["what is this\n", "title: \"not a header\"\n", "(id: \"x\", title: \"y\")\n\n// remark\n"] {
        let (workspace, file) = told();
        let before = call(workspace.path(), &["map"]);
        let listed = call(workspace.path(), &["sessions"]).out;
        fs::write(&file, format!("{stray}{}", fs::read_to_string(&file).unwrap())).unwrap();
        let after = call(workspace.path(), &["map"]);
        assert_eq!(after.out, before.out, "above the header: {stray:?}");
        assert_eq!(call(workspace.path(), &["sessions"]).out, listed, "above the header: {stray:?}");
        let found = call(workspace.path(), &["check"]);
        assert_eq!(found.code, 1, "{}", found.out);
        assert_eq!(call(workspace.path(), &["repair", file.to_str().unwrap()]).code, 0);
        assert_eq!(call(workspace.path(), &["check"]).code, 0);
        assert_eq!(call(workspace.path(), &["map"]).out, before.out, "mended: {stray:?}");
    }
}

#[test]
fn a_header_below_the_first_line_is_found_and_the_fault_is_told() {
    let (workspace, file) = told();
    let before = call(workspace.path(), &["map"]);
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines.swap(1, 2);
    fs::write(&file, lines.concat()).unwrap();
    let after = call(workspace.path(), &["map"]);
    assert_eq!(after.out, before.out);
    assert!(after.err.contains("the header is not where it belongs"), "{}", after.err);
    assert!(!call(workspace.path(), &["sessions"]).out.contains("1970"));
}

#[test]
fn check_goes_on_after_a_file_that_it_may_not_read() {
    let (workspace, file) = told();
    damage(&file);
    fs::create_dir(workspace.path().join("sessions/0-first.ron")).unwrap();
    let gone = workspace.path().join("gone.ron");
    for arguments in [vec!["check"], vec!["check", gone.to_str().unwrap(), file.to_str().unwrap()]] {
        let said = call(workspace.path(), &arguments);
        assert_eq!(said.code, 3, "{arguments:?}: {}", said.out);
        assert!(said.out.contains("cannot be read"), "{arguments:?}: {}", said.out);
        assert!(said.out.contains(&format!("{}:", file.display())), "{arguments:?}: {}", said.out);
    }
}

#[test]
fn damaged_names_cost_the_names_of_one_session_are_said_once_and_are_mended() {
    let (workspace, file) = told();
    let names = workspace.path().join("private").join(file.with_extension("names.ron").file_name().unwrap());
    let whole = fs::read_to_string(&names).unwrap();
    assert!(whole.contains("Priya"), "{whole}");
    let before = call(workspace.path(), &["map", "--json"]).out;
    let second_name = whole.lines().nth(3).unwrap();
    let broken = second_name.trim_end().trim_end_matches("\",");
    for damaged in [whole.replace(second_name, broken), String::new(), "\0\0\0\0".to_owned()] {
        fs::write(&names, &damaged).unwrap();
        for command in ["map", "findings", "ask", "brief", "alike", "settle"] {
            let said = call(workspace.path(), &[command]);
            assert_eq!(said.code, 0, "{command}: {}", said.err);
            assert_eq!(said.err.matches(names.to_str().unwrap()).count(), 1, "{command} says it once: {}", said.err);
            assert!(!said.err.contains("Priya") && !said.err.contains("Mei"), "{command}: {}", said.err);
        }
        assert_eq!(call(workspace.path(), &["check"]).code, 1);
        assert_eq!(call(workspace.path(), &["repair", file.to_str().unwrap()]).code, 0);
        assert_eq!(call(workspace.path(), &["check"]).code, 0);
        assert_eq!(call(workspace.path(), &["map"]).err, "");
        let again = call(workspace.path(), &["repair", names.to_str().unwrap()]);
        assert!(again.code == 3 && !names.exists() || again.out.contains("nothing to mend"), "{}", again.out);
    }
    let _ = before;
}

#[cfg(unix)]
#[test]
fn what_repair_sets_aside_of_names_only_their_owner_can_read() {
    use std::os::unix::fs::PermissionsExt;

    let (workspace, file) = told();
    let names = workspace.path().join("private").join(file.with_extension("names.ron").file_name().unwrap());
    let whole = fs::read_to_string(&names).unwrap();
    let lost = whole.lines().nth(3).unwrap();
    fs::write(&names, whole.replace(lost, &lost.replace(": ", "; "))).unwrap();
    let said = call(workspace.path(), &["repair", names.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let torn = names.with_extension("torn");
    assert!(fs::read_to_string(&torn).unwrap().contains(&lost.replace(": ", "; ")));
    for path in [&torn, &names] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
    let kept = fs::read_to_string(&names).unwrap();
    let left: Vec<&str> = whole.lines().filter(|line| *line != lost).collect();
    assert_eq!(kept.lines().collect::<Vec<_>>(), left, "the other names are kept");
}

#[test]
fn damaged_hidden_answers_and_settings_and_assessments_block_nothing_else() {
    let (workspace, file) = told();
    let id = file.file_stem().unwrap().to_string_lossy().into_owned();
    let private = workspace.path().join("private");
    fs::write(private.join(format!("{id}.hidden.ron")), "(step: None, entries: [\"secret answer\"").unwrap();
    fs::create_dir_all(private.join("assessments")).unwrap();
    fs::write(private.join("assessments/2026-11-01.ron"), "(format: 1, secret answer").unwrap();
    fs::write(workspace.path().join("settings.ron"), "\0\0").unwrap();
    fs::create_dir_all(workspace.path().join("exercises")).unwrap();
    fs::write(workspace.path().join("exercises/bad.ron"), "(").unwrap();
    let opened = run_with(workspace.path(), &["open", &id, "--plain"], "bot -> calls\n/quit\n");
    assert_eq!(opened.code, 0, "{}", opened.err);
    assert!(opened.err.contains(".hidden.ron") && opened.err.contains("bad.ron"), "{}", opened.err);
    let mirror = run(workspace.path(), &["assess", "--history"]);
    assert!(mirror.err.contains("2026-11-01.ron"), "{}", mirror.err);
    for said in [&opened, &mirror] {
        assert!(!format!("{}{}", said.out, said.err).contains("secret"), "{}{}", said.out, said.err);
    }
    let found = call(workspace.path(), &["check"]);
    for name in [".hidden.ron:1:", "2026-11-01.ron:1:", "settings.ron:1:", "bad.ron:1:"] {
        assert!(found.out.contains(name), "{name}: {}", found.out);
    }
    assert!(!found.out.contains("secret"), "{}", found.out);
    let strike = run(workspace.path(), &["strike", &id, "3", "--yes"]);
    assert_eq!(strike.code, 0, "{}{}", strike.out, strike.err);
}

#[test]
fn a_session_whose_header_was_lost_is_told_by_every_list_that_leaves_it_out() {
    let (workspace, file) = told();
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("kind: Workshop", "kind: Wrkshop", 1)).unwrap();
    for arguments in [&["search", "calls"][..], &["map"], &["sessions"], &["brief"], &["findings", "--json"]] {
        let said = call(workspace.path(), arguments);
        assert!(said.err.contains("the header is damaged"), "{arguments:?}: {}", said.err);
    }
}

#[test]
fn the_console_says_once_what_it_could_not_read() {
    let (workspace, file) = told();
    let names = workspace.path().join("private").join(file.with_extension("names.ron").file_name().unwrap());
    fs::write(&names, "(names: {\"mei\": \"Mei").unwrap();
    fs::write(workspace.path().join("sessions/zeros.ron"), [0; 300]).unwrap();
    let mut effects = EffectRunner::new(Workspace::open(workspace.path()).unwrap());
    let mut told = Vec::new();
    for effect in [Effect::List, Effect::Survey, Effect::List, Effect::Survey] {
        told.extend(effects.perform(effect).into_iter().filter_map(|msg| match msg {
            Msg::Failed(says) => Some(says),
            _ => None,
        }));
    }
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("zeros.ron: holds no session"), "{told:?}");
    assert!(told[1].contains("names.ron: cannot be read") && !told[1].contains("Mei"), "{told:?}");
}

#[cfg(unix)]
#[test]
fn whoever_leaves_the_audience_screen_is_told_what_it_could_not_show() {
    let (workspace, file) = told();
    damage(&file);
    let mut room = Pty::start(workspace.path(), &["room", file.file_stem().unwrap().to_str().unwrap()]);
    room.sees("Four AI").keys("q").sees("1 line cannot be used");
    assert!(room.ends().success());
}
