use jiff::civil::Date;

use super::look::Came;
use super::outlook::Outlook;
use crate::capture::delay_in_words;
use crate::record::english::{counted_in_words, in_words};
use crate::record::spoken::capitalised;
use crate::record::{Delay, Status};

/// The minimum number of days without a new status after which a change is mentioned.
pub(super) const LONG: i32 = 90;

/// Summarises the outlook in at most three lines: the results of predictions, pilots that have not moved for long,
/// and stale arrows. A line with nothing to report is left out.
pub fn memory(outlook: &Outlook) -> Vec<String> {
    [came(outlook), still(outlook), stale(outlook)].into_iter().flatten().collect()
}

fn came(outlook: &Outlook) -> Option<String> {
    let count = |wanted| outlook.predictions.iter().filter(|prediction| prediction.came == Some(wanted)).count();
    let (seen, not, due) = (count(Came::Seen), count(Came::NotSeen), outlook.due().count());
    if seen + not + due == 0 {
        return None;
    }
    let since = outlook.since?.strftime("%B %Y");
    let came = counted_in_words(seen, "prediction", "predictions");
    let not = if not == 0 { String::new() } else { format!(", {} did not", in_words(not)) };
    let waiting = if due == 0 { String::new() } else { format!(", {} to look up", in_words(due)) };
    Some(format!("Since {since}: {came} came true{not}{waiting}."))
}

fn still(outlook: &Outlook) -> Option<String> {
    let pilots = outlook.standing.iter().filter(|standing| standing.status == Status::Pilot);
    let still: Vec<Date> =
        pilots.map(|standing| standing.since).filter(|since| days(*since, outlook.today) >= LONG).collect();
    let days = days(*still.iter().max()?, outlook.today);
    let span = for_so_long(days);
    Some(match still.len() {
        1 => format!("One pilot has not moved for {span}."),
        many => format!("{} pilots have not moved for {span}.", capitalised(&in_words(many))),
    })
}

fn stale(outlook: &Outlook) -> Option<String> {
    match outlook.stale.len() {
        0 => None,
        1 => Some("One arrow was not said again for half a year.".to_owned()),
        many => Some(format!("{} arrows were not said again for half a year.", capitalised(&in_words(many)))),
    }
}

/// Returns the number of days from one day to another.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Says a number of days in words: "about four months".
pub(super) fn for_so_long(days: i32) -> String {
    let told = delay_in_words(Delay::Days(u32::try_from(days).unwrap_or_default()));
    told.strip_prefix("after ").unwrap_or(&told).to_owned()
}
