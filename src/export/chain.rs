use super::markdown::{bold, foreign};
use crate::graph::Link;
use crate::record::spoken::about;
use crate::record::{Delay, Sign, Want};

/// A chain of effects in words, from its first thing to its last: "**Scan reader to report quality**: more scans, then
/// more reporting backlog, and in the end less report quality, within about a month. What is wanted is
/// more of it."
///
/// `None` for arrows that are no chain of effects with known signs.
pub(super) fn chain(links: &[Link<'_>]) -> Option<String> {
    let (first, last) = (links.first()?, links.last()?);
    if links.windows(2).any(|pair| matches!(pair, [one, next] if one.to.key != next.from.key)) {
        return None;
    }
    let (mut less, mut days, mut steps) = (false, 0_u32, Vec::new());
    for link in links {
        match link.arrow.effect() {
            Sign::Plus => {}
            Sign::Minus => less = !less,
            Sign::Unknown | Sign::NoEffect => return None,
        }
        days = days.saturating_add(link.arrow.delay.map_or(0, Delay::days));
        steps.push(format!("{} {}", if less { "less" } else { "more" }, foreign(&link.to.label)));
    }
    let within = if days == 0 { String::new() } else { format!(", within {}", about(days)) };
    let title = bold(&format!("{} to {}", first.from.label, last.to.label));
    let wanted = wanted(last.to.want, less).unwrap_or_default();
    Some(format!("{title}: {}{within}.{wanted}", in_turn(&steps)))
}

/// Steps one after the other: "more scans, then more backlog, and in the end less quality".
fn in_turn(steps: &[String]) -> String {
    match steps {
        [] => String::new(),
        [only] => only.clone(),
        [first, last] => format!("{first}, and with that {last}"),
        [first, between @ .., last] => {
            format!("{first}, then {}, and in the end {last}", between.join(", then "))
        }
    }
}

/// What is wanted of the end of a chain, as a sentence; `None` where nobody said it.
fn wanted(want: Option<Want>, less: bool) -> Option<&'static str> {
    Some(match (want?, less) {
        (Want::Up, false) | (Want::Down, true) => " That is what is wanted.",
        (Want::Up, true) => " What is wanted is more of it.",
        (Want::Down, false) => " What is wanted is less of it.",
        (Want::Steady, _) => " What is wanted is that it stays as it is.",
    })
}
