//! Nothing private is in any file that is shared, nor in what the commands print about them.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::record::Fact;
use tempfile::TempDir;

use crate::hour::cast::Cast;
use crate::hour::facilitator::run;
use crate::hour::script::play;
use crate::hour::stage::{Stage, Watcher};

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn is_private(folder: &Path, path: &Path) -> bool {
    path.starts_with(folder.join("private"))
}

fn holds(path: &Path, word: &str) -> bool {
    String::from_utf8_lossy(&fs::read(path).unwrap()).to_lowercase().contains(&word.to_lowercase())
}

/// Looks through the workspace at every moment worth keeping.
struct Auditor {
    folder: PathBuf,
}

impl Watcher for Auditor {
    fn keeps(&mut self, name: &str, stage: &Stage) {
        let shared = |word: &str| {
            let shared = files(&self.folder).into_iter().filter(|path| !is_private(&self.folder, path));
            shared.filter(|path| holds(path, word)).collect::<Vec<_>>()
        };
        let mut secrets = stage.cast.never_shared.clone();
        let round = stage.model.run.as_ref().and_then(|run| run.answers.round.clone());
        secrets.extend(round.iter().flat_map(|round| round.entries.iter().chain(&round.aside)).cloned());
        let asked = |fact: &Fact| matches!(fact, Fact::Joined(person) if person.name.is_some());
        if !stage.saved.iter().any(|event| event.facts.iter().any(asked)) {
            secrets.push(stage.cast.asked_later.to_owned());
        }
        for secret in secrets {
            let found = shared(&secret);
            assert!(found.is_empty(), "{name}: {secret:?} is in {found:?}");
        }
        let ordered = |fact: &Fact| matches!(fact, Fact::StrikeOrdered { .. });
        if stage.saved.iter().any(|event| event.facts.iter().any(ordered)) {
            assert!(files(&self.folder).iter().all(|path| !holds(path, stage.cast.struck)), "{name}");
        }
        let hidden = files(&self.folder).into_iter().find(|path| path.to_string_lossy().ends_with(".hidden.ron"));
        assert_eq!(hidden.is_some(), round.is_some(), "{name}");
        for entry in round.iter().flat_map(|round| &round.entries) {
            assert!(holds(hidden.as_ref().unwrap(), entry), "{name}: {entry} is not kept");
        }
        #[cfg(unix)]
        closed_to_others(&self.folder);
    }
}

#[cfg(unix)]
fn closed_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let private = folder.join("private");
    if !private.exists() {
        return;
    }
    assert_eq!(mode(&private), 0o700);
    for path in files(&private) {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn nothing_private_is_in_any_file_that_is_shared_nor_in_what_is_printed() {
    let folder = TempDir::new().unwrap();
    let auditor = Auditor { folder: folder.path().to_owned() };
    let mut stage = Stage::in_folder(folder.path(), Cast::marked(), Some(Box::new(auditor)));
    play(&mut stage);
    let cast = &stage.cast;
    let kept = files(folder.path());
    for path in &kept {
        assert!(!holds(path, cast.struck), "{} holds what was removed", path.display());
    }
    let shared: Vec<_> = kept.iter().filter(|path| !is_private(folder.path(), path)).collect();
    let told = |part: &str| shared.iter().any(|path| holds(path, part));
    assert!(told("slipmarkø") && told(cast.asked_later) && told("## "), "too little was kept to prove anything");
    let names = kept.iter().find(|path| path.to_string_lossy().ends_with(".names.ron")).unwrap();
    assert!(cast.people.iter().all(|person| holds(names, person.split(['=', ',']).nth(1).unwrap().trim())));
    for (arguments, input) in [
        (&["map"][..], ""),
        (&["map", "--json"], ""),
        (&["minutes", "Four AI"], ""),
        (&["sessions"], ""),
        (&["check"], ""),
        (
            &["open", "Four AI", "--plain"],
            "zqtom> Service bot -> less trust : seen\nzqmei> no .\n/undo\n/steps\n/map\n/quit\n",
        ),
    ] {
        let said = run(folder.path(), arguments, input);
        assert!(said.code == 0 && !said.out.is_empty(), "{arguments:?}: {}", said.err);
        let page = format!("{}{}", said.out, said.err).to_lowercase();
        let secrets = cast.never_shown.iter().filter(|word| *word != "Pagemarkø").map(String::as_str);
        for secret in secrets.chain([cast.struck]) {
            assert!(!page.contains(&secret.to_lowercase()), "{arguments:?} prints {secret:?}:\n{page}");
        }
    }
}
