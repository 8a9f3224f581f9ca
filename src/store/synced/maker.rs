//! Recognises the programs that make conflict copies, by what they add to the name of a file.

/// What a program adds to the name of a file when it makes a copy of it.
struct CopyName {
    /// The program, as it is named to people.
    by: &'static str,
    /// Whether the addition, between the name and its extension, is that of this program.
    fits: fn(&str) -> bool,
    /// Whether no other name looks like that, so that it tells a copy wherever it stands.
    sure: bool,
}

/// The programs, those with the most telling additions first.
const COPY_NAMES: &[CopyName] = &[
    CopyName { by: "Syncthing", fits: |added| added.starts_with(".sync-conflict-"), sure: true },
    CopyName {
        by: "Seafile",
        fits: |added| in_brackets(added).is_some_and(|word| word.starts_with("SFConflict")),
        sure: true,
    },
    CopyName { by: "Nextcloud", fits: is_nextcloud, sure: true },
    CopyName { by: "Dropbox", fits: is_dropbox, sure: true },
    CopyName { by: "Nextcloud", fits: |added| added.starts_with("_conflict-"), sure: true },
    CopyName { by: "Synology Drive", fits: |added| added.starts_with('_') && added.ends_with("_Conflict"), sure: true },
    CopyName { by: "rclone", fits: |added| numbered(added, ".conflict") || numbered(added, "..path"), sure: true },
    CopyName { by: "Resilio Sync", fits: |added| added == ".Conflict", sure: true },
    CopyName { by: "pCloud", fits: |added| added == " [conflicted]", sure: true },
    CopyName {
        by: "Unison",
        fits: |added| in_brackets(added).is_some_and(|word| word.starts_with("conflict")),
        sure: true,
    },
    CopyName { by: "git", fits: is_git, sure: true },
    CopyName { by: "Google Drive or a browser", fits: |added| in_brackets(added).is_some_and(is_number), sure: false },
    CopyName { by: "iCloud or the Finder", fits: |added| added.strip_prefix(' ').is_some_and(is_number), sure: false },
    CopyName { by: "a file manager", fits: is_file_manager, sure: false },
    CopyName { by: "OneDrive", fits: |added| added.len() > 1 && added.starts_with('-'), sure: false },
];

/// The program that made the copy `name` of the file `of`; `None` when the names do not tell. With `sure`, only an
/// addition that no other name has counts.
pub(in crate::store) fn maker_beside(of: &str, name: &str, sure: bool) -> Option<&'static str> {
    let (stem, extension) = of.rsplit_once('.').unwrap_or((of, ""));
    let rest = name.strip_prefix(stem)?;
    let dotted = format!(".{extension}");
    // rclone and git add behind the extension, all others before it.
    let added = rest.strip_suffix(dotted.as_str()).or_else(|| rest.strip_prefix(dotted.as_str()))?;
    COPY_NAMES.iter().find(|copy| (copy.sure || !sure) && (copy.fits)(added)).map(|copy| copy.by)
}

/// What stands in brackets behind a space: ` (conflicted copy)`.
fn in_brackets(added: &str) -> Option<&str> {
    added.strip_prefix(" (")?.strip_suffix(')')
}

/// The words of conflict copies in the languages of this program.
fn says_conflict(words: &str) -> bool {
    let words = words.to_lowercase();
    ["conflicted copy", "case conflict", "in konflikt", "copie en conflit", "copia en conflicto", "em conflito"]
        .iter()
        .chain(&["conflicterende kopie", "selective sync conflict", "unicode encoding conflict"])
        .any(|conflict| words.contains(conflict))
}

/// Nextcloud writes day and time: ` (conflicted copy 2026-11-20 101500)`.
fn is_nextcloud(added: &str) -> bool {
    let timed = |words: &str| words.rsplit_once(' ').is_some_and(|(_, time)| time.len() == 6 && is_number(time));
    in_brackets(added).is_some_and(|words| says_conflict(words) && timed(words))
}

/// Dropbox writes whose copy it is, and the day: ` (Ana's conflicted copy 2026-11-20)`, perhaps with a number behind it.
fn is_dropbox(added: &str) -> bool {
    added.starts_with(" (") && added.ends_with(')') && says_conflict(added)
}

/// git keeps both sides as `~HEAD` and `~name`; its merge tools write `_LOCAL_123`, `_REMOTE_123` and `.orig`.
fn is_git(added: &str) -> bool {
    let tool = ["_LOCAL_", "_REMOTE_", "_BASE_", "_BACKUP_"].iter().any(|side| numbered(added, side));
    tool || added == ".orig" || (added.len() > 1 && added.starts_with('~'))
}

fn is_file_manager(added: &str) -> bool {
    let copied = [" - Copy", " - Kopie", " - Copie", " copy", " - copia", " - cópia", " - kopie"];
    copied.iter().any(|word| added.starts_with(word))
}

/// Whether this is a word with a number behind it.
fn numbered(added: &str, word: &str) -> bool {
    added.strip_prefix(word).is_some_and(is_number)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: &str = "2026-11-20-talk-9f3c.ron";

    #[test]
    fn every_common_maker_is_told_by_the_name_it_gives() {
        for (name, by) in [
            ("2026-11-20-talk-9f3c (conflicted copy).ron", "Dropbox"),
            ("2026-11-20-talk-9f3c (Ana's conflicted copy 2026-11-20).ron", "Dropbox"),
            ("2026-11-20-talk-9f3c (In Konflikt stehende Kopie von Ana 2026-11-20).ron", "Dropbox"),
            ("2026-11-20-talk-9f3c (Ana's conflicted copy 2026-11-20) (1).ron", "Dropbox"),
            ("2026-11-20-talk-9f3c (conflicted copy 2026-11-20 101500).ron", "Nextcloud"),
            ("2026-11-20-talk-9f3c (conflicted copy ana 2026-11-20 101500).ron", "Nextcloud"),
            ("2026-11-20-talk-9f3c_conflict-20261120-101500.ron", "Nextcloud"),
            ("2026-11-20-talk-9f3c.sync-conflict-20261120-101500-ABCDEFG.ron", "Syncthing"),
            ("2026-11-20-talk-9f3c-LAPTOP-7QX.ron", "OneDrive"),
            ("2026-11-20-talk-9f3c-Ana's MacBook.ron", "OneDrive"),
            ("2026-11-20-talk-9f3c 2.ron", "iCloud or the Finder"),
            ("2026-11-20-talk-9f3c (1).ron", "Google Drive or a browser"),
            ("2026-11-20-talk-9f3c (SFConflict ana@example.org 2026-11-20-10-15-00).ron", "Seafile"),
            ("2026-11-20-talk-9f3c_DiskStation_Nov-20-101500-2026_Conflict.ron", "Synology Drive"),
            ("2026-11-20-talk-9f3c.ron.conflict1", "rclone"),
            ("2026-11-20-talk-9f3c.conflict2.ron", "rclone"),
            ("2026-11-20-talk-9f3c.Conflict.ron", "Resilio Sync"),
            ("2026-11-20-talk-9f3c [conflicted].ron", "pCloud"),
            ("2026-11-20-talk-9f3c.ron~HEAD", "git"),
            ("2026-11-20-talk-9f3c~feature.ron", "git"),
            ("2026-11-20-talk-9f3c_REMOTE_4711.ron", "git"),
            ("2026-11-20-talk-9f3c.ron.orig", "git"),
            ("2026-11-20-talk-9f3c - Copy.ron", "a file manager"),
            ("2026-11-20-talk-9f3c copy 2.ron", "a file manager"),
        ] {
            assert_eq!(maker_beside(OF, name, false), Some(by), "{name}");
        }
    }

    #[test]
    fn a_name_that_is_no_copy_has_no_maker() {
        for name in [OF, "2026-11-20-talk.ron", "2026-11-21-talk-9f3c.ron", "2026-11-20-talk-9f3cé.ron", "", "x"] {
            assert_eq!(maker_beside(OF, name, false), None, "{name}");
        }
        assert_eq!(maker_beside("retro.ron", "retro-short.ron", true), None, "another exercise");
        assert_eq!(maker_beside("retro.ron", "retro (conflicted copy).ron", true), Some("Dropbox"));
        assert_eq!(maker_beside("person.key", "person (conflicted copy).key", true), Some("Dropbox"));
    }
}
