//! Real files in real folders.

use std::fs;

use adjacent::record::{Event, Fact, Names, SessionKind, SessionTime, line};
use adjacent::store::{Follower, StoreError, Workspace, check, repair};
use tempfile::TempDir;

use crate::store::talk::{event, header, opening};

fn workspace() -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

#[test]
fn a_session_is_a_whole_document_after_every_line() {
    let (_folder, workspace) = workspace();
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    for seq in 2..20 {
        file.append(&event(seq)).unwrap();
        let bytes = fs::read(workspace.session_path(&header().id)).unwrap();
        assert_eq!(line::read(&bytes).faults, []);
        assert!(bytes.ends_with(b"\n])\n"));
    }
}

#[test]
fn a_second_writer_is_told_who_holds_the_session() {
    let (_folder, workspace) = workspace();
    let first = workspace.create(&header(), &[opening()]).unwrap();
    let error = workspace.go_on(&header().id).unwrap_err();
    assert!(error.held_by().is_some());
    assert!(error.to_string().contains("Noor"), "{error}");
    drop(first);
    workspace.go_on(&header().id).unwrap();
}

#[test]
fn what_was_left_unfinished_is_set_aside_byte_for_byte_and_the_session_goes_on() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path(&header().id);
    drop(workspace.create(&header(), &[opening(), event(2)]).unwrap());
    let text = fs::read_to_string(&path).unwrap();
    let torn = "(seq: 3, at: 9000, said: \"half a li";
    fs::write(&path, text.replace("])\n", torn)).unwrap();
    let mut file = workspace.go_on(&header().id).unwrap();
    file.append(&event(3)).unwrap();
    assert_eq!(fs::read_to_string(path.with_extension("torn")).unwrap(), torn);
    assert_eq!(check(&path).unwrap(), []);
    assert_eq!(workspace.load(&header().id).unwrap().session.events().len(), 3);
}

#[test]
fn whoever_reads_along_hears_every_line_once_and_never_half_a_line() {
    let (_folder, workspace) = workspace();
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    let mut follower = Follower::new(workspace.session_path(&header().id), 1);
    let reader = std::thread::spawn(move || {
        let mut heard: Vec<u64> = Vec::new();
        while heard.last() != Some(&1001) {
            for event in follower.news() {
                assert_eq!(event, crate::store::talk::event(event.seq));
                heard.push(event.seq);
            }
        }
        heard
    });
    for seq in 2..=1001 {
        file.append(&event(seq)).unwrap();
    }
    assert_eq!(reader.join().unwrap(), (2..=1001).collect::<Vec<u64>>());
}

#[test]
fn a_line_changed_by_hand_is_used_and_flagged_until_it_is_accepted() {
    let (_folder, workspace) = workspace();
    let path = workspace.session_path(&header().id);
    drop(workspace.create(&header(), &[opening(), event(2), event(3)]).unwrap());
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("they said so in line 2", "they said something else")).unwrap();
    assert_eq!(check(&path).unwrap().len(), 1);
    assert_eq!(workspace.load(&header().id).unwrap().session.events().len(), 3);
    assert_eq!(repair(&path, false).unwrap().left.len(), 1);
    assert_eq!(repair(&path, true).unwrap().left, []);
    assert_eq!(check(&path).unwrap(), []);
    assert!(fs::read_to_string(&path).unwrap().contains("they said something else"));
}

#[test]
fn when_the_folder_goes_while_a_session_is_written_nothing_claims_to_be_saved() {
    let (folder, workspace) = workspace();
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    let elsewhere = folder.path().join("elsewhere");
    fs::rename(folder.path().join("sessions"), &elsewhere).unwrap();
    let error = file.append(&event(2)).unwrap_err();
    assert!(matches!(error, StoreError::Gone { .. }), "{error}");
    fs::rename(&elsewhere, folder.path().join("sessions")).unwrap();
    file.append(&event(2)).unwrap();
    assert_eq!(check(&workspace.session_path(&header().id)).unwrap(), []);
    assert_eq!(workspace.load(&header().id).unwrap().session.events().len(), 2);
}

#[cfg(target_os = "linux")]
#[test]
fn when_the_disk_is_full_the_line_is_refused_with_the_reason() {
    use adjacent::store::SessionFile;

    let full = std::path::Path::new("/dev/full");
    let device = fs::File::options().read(true).write(true).open(full).unwrap();
    let error = SessionFile::begin(device, full, &header(), &[opening()]).unwrap_err();
    assert!(error.to_string().contains("No space left"), "{error}");
}

#[test]
fn a_new_session_never_takes_the_place_of_another() {
    let (_folder, workspace) = workspace();
    drop(workspace.create(&header(), &[opening(), event(2)]).unwrap());
    assert!(workspace.create(&header(), &[opening()]).is_err());
    assert_eq!(workspace.load(&header().id).unwrap().session.events().len(), 2);
}

#[cfg(unix)]
#[test]
fn names_lie_where_only_their_owner_can_read_them() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, workspace) = workspace();
    let names = Names { names: [("mei".into(), "Mei, claims lead".to_owned())].into(), ..Names::default() };
    workspace.keep_names("x", &names).unwrap();
    assert_eq!(workspace.names("x"), names);
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("private"), mode("private/x.names.ron")), (0o700, 0o600));
    assert_eq!(fs::read_to_string(folder.path().join("private/.gitignore")).unwrap(), "*\n");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_no_session() {
    let (folder, workspace) = workspace();
    let outside = TempDir::new().unwrap();
    let elsewhere = Workspace::open(outside.path()).unwrap();
    drop(elsewhere.create(&header(), &[opening()]).unwrap());
    fs::create_dir(folder.path().join("sessions")).unwrap();
    let link = folder.path().join("sessions/link.ron");
    std::os::unix::fs::symlink(elsewhere.session_path(&header().id), link).unwrap();
    assert_eq!(workspace.list().unwrap(), []);
}

#[test]
fn a_session_is_found_by_id_its_beginning_and_its_title_and_doubt_is_said() {
    let (_folder, workspace) = workspace();
    let opened = header().opened;
    for (title, digits) in [("Spring", 1), ("Spring two", 2)] {
        let header = workspace.new_header(title, SessionKind::Workshop, opened, digits);
        drop(workspace.create(&header, &[opening()]).unwrap());
    }
    assert_eq!(workspace.find("spring").unwrap(), "2026-11-20-spring-0001");
    assert_eq!(workspace.find("2026-11-20-spring-t").unwrap(), "2026-11-20-spring-two-0002");
    assert!(matches!(workspace.find("2026").unwrap_err(), StoreError::Several { .. }));
    assert!(matches!(workspace.find("../x").unwrap_err(), StoreError::NotFound(_)));
}

#[test]
fn a_session_is_found_by_any_part_of_its_title_and_two_that_fit_are_both_named() {
    let (_folder, workspace) = workspace();
    for (title, digits) in [("Spring review", 1), ("Autumn review", 2), ("Review of both", 3)] {
        let header = workspace.new_header(title, SessionKind::Workshop, header().opened, digits);
        drop(workspace.create(&header, &[opening()]).unwrap());
    }
    assert_eq!(workspace.find("autumn").unwrap(), "2026-11-20-autumn-review-0002");
    assert_eq!(workspace.find("OF BOTH").unwrap(), "2026-11-20-review-of-both-0003");
    assert_eq!(workspace.find("review").unwrap(), "2026-11-20-review-of-both-0003", "its beginning comes first");
    let doubt = workspace.find(" r").unwrap_err().to_string();
    assert!(doubt.contains("autumn-review") && doubt.contains("spring-review"), "{doubt}");
    assert!(matches!(workspace.find("").unwrap_err(), StoreError::Several { .. }));
}

#[test]
fn a_session_is_ended_or_renamed_by_what_is_done_and_never_by_what_is_typed() {
    let (_folder, workspace) = workspace();
    let act =
        |seq, fact| Event { seq, at: SessionTime::from_millis(seq * 1000), facts: vec![fact], ..Event::default() };
    let typed = |seq, text: &str| Event {
        seq,
        at: SessionTime::from_millis(seq * 1000),
        said: Some(format!("park they wrote {text}")),
        facts: vec![Fact::Parked { text: format!("they wrote {text}") }],
        ..Event::default()
    };
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    let listed = || workspace.list().unwrap().remove(0);
    file.append(&typed(2, "facts: [Closed]) Titled(title: \"Other\") on the board")).unwrap();
    assert_eq!((listed().closed, listed().header.title.as_str()), (false, "Talk"));
    file.append(&act(3, Fact::Titled { title: "Autumn".into() })).unwrap();
    file.append(&act(4, Fact::Closed)).unwrap();
    file.append(&typed(5, "facts: [Resumed(who: \"x\")])")).unwrap();
    assert_eq!((listed().closed, listed().header.title.as_str()), (true, "Autumn"));
    file.append(&act(6, Fact::Resumed { who: None })).unwrap();
    file.append(&typed(7, "facts: [Closed])")).unwrap();
    assert!(!listed().closed);
}

#[test]
fn settings_are_remembered_and_damaged_ones_are_the_usual_ones() {
    let (folder, workspace) = workspace();
    let mut settings = workspace.settings();
    settings.theme = Some("projector".into());
    workspace.keep_settings(&settings).unwrap();
    assert_eq!(workspace.settings(), settings);
    fs::write(folder.path().join("settings.ron"), "(theme: \"light\", later: 3)").unwrap();
    assert_eq!(workspace.settings().theme.as_deref(), Some("light"));
    fs::write(folder.path().join("settings.ron"), "\u{0}\u{0}").unwrap();
    assert_eq!(workspace.settings().theme, None);
}
