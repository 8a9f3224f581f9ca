use super::check::{DoctorLine, DoctorSubject};
use crate::shell::looks::depth;
use crate::theme::Depth;

/// The size from which everything has its place, and the size below which a screen shows little.
const ROOMY: (u16, u16) = (80, 24);
const LEAST: (u16, u16) = (40, 10);

/// Characters of the drawings: boxes, arrows, marks, dots and blocks.
const CHARACTERS: &str = "┌─┬╌┐ │└┴┘ →▲▼◂▸ ●◆◎·× ≠⇄↻↶✓ ▏▌█░ ⡇⣿";

/// Which terminal it is, as far as it says so.
pub(super) fn terminal(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "terminal";
    if !around.call.is_interactive() {
        return DoctorLine::note(
            NAME,
            "this is no terminal",
            "run adjacent doctor in the terminal in which you use adjacent; without one, adjacent new TITLE --plain",
        );
    }
    let term = around.variable("TERM").unwrap_or_default();
    if term.is_empty() || term == "dumb" {
        let says = format!("TERM is {term:?}, a terminal that cannot be drawn on");
        return DoctorLine::fault(NAME, says, "adjacent new TITLE --plain goes line by line");
    }
    let within = [("TMUX", ", inside tmux"), ("STY", ", inside screen"), ("SSH_CONNECTION", ", over ssh")];
    let within: String = within.iter().filter(|(name, _)| around.is_set(name)).map(|(_, says)| *says).collect();
    let program = around.variable("TERM_PROGRAM").map(|program| format!(", {program}")).unwrap_or_default();
    DoctorLine::fine(NAME, format!("{term}{program}{within}"))
}

/// Whether the screens have room.
pub(super) fn size(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "size";
    let Some((columns, rows)) = around.size else {
        return DoctorLine::note(NAME, "unknown without a terminal", "80 columns and 24 rows are enough");
    };
    let says = format!("{columns} columns, {rows} rows");
    if columns < LEAST.0 || rows < LEAST.1 {
        return DoctorLine::fault(NAME, says, "make the window larger: 80 columns and 24 rows are enough");
    }
    if columns < ROOMY.0 || rows < ROOMY.1 {
        return DoctorLine::note(NAME, says, "everything works; from 80 columns and 24 rows it has more room");
    }
    DoctorLine::fine(NAME, says)
}

/// How many colours there are.
pub(super) fn colours(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "colours";
    let wanted = "colour never carries meaning alone, so nothing is missing";
    if around.is_set("NO_COLOR") {
        return DoctorLine::note(NAME, "none, because NO_COLOR is set", wanted);
    }
    match depth() {
        Depth::True => DoctorLine::fine(NAME, "16 million"),
        Depth::Indexed => DoctorLine::fine(NAME, "256"),
        Depth::Sixteen => DoctorLine::note(NAME, "16", "if your terminal has more: export COLORTERM=truecolor"),
        Depth::Mono => DoctorLine::note(NAME, "none that this terminal tells of", wanted),
    }
}

/// Whether the characters of the drawings can be shown. Only eyes can tell what a font has.
pub(super) fn characters(around: &DoctorSubject<'_>) -> DoctorLine {
    const NAME: &str = "characters";
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| around.variable(name)).unwrap_or_default();
    let encoding = locale.to_lowercase();
    let is_utf8 = encoding.contains("utf-8") || encoding.contains("utf8");
    let look =
        format!("look: {CHARACTERS} - each is one cell wide, and none is an empty box; else choose another font");
    if is_utf8 || cfg!(any(windows, target_os = "macos")) {
        return DoctorLine { advice: Some(look), ..DoctorLine::fine(NAME, "the terminal is told to use UTF-8") };
    }
    let says = if locale.is_empty() { "no locale is set".to_owned() } else { format!("the locale is {locale:?}") };
    DoctorLine::note(NAME, format!("{says}, without UTF-8"), format!("export LANG=C.UTF-8; then {look}"))
}
