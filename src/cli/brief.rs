use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::until::Until;
use crate::export::sections_text;
use crate::record::text::plain;
use crate::record::{ListedName, Names, Session};
use crate::replay::brief::{Brief, check_in, newcomers};
use crate::replay::outlook::Outlook;
use crate::replay::promise::TrackedPromise;
use crate::shell::open_sessions::{self, PastSessions};

/// Print one page before a follow-up: promises, predictions that are due, open worries and questions, what changed.
#[derive(Debug, Args)]
pub(super) struct BriefArgs {
    /// As on this day, like 2027-02-19; today without it.
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// A short text to check in with somebody about what they promised: a tag, a name, or a unit.
    #[arg(long = "for", value_name = "WHO", conflicts_with = "json")]
    who: Option<String>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

impl CliCommand for BriefArgs {
    const NAME: &'static str = "brief";
    const EXAMPLES: &[&str] = &["brief", "brief --for ana"];

    fn run(self, call: &Call) -> CommandResult {
        call.works("reading sessions");
        let workspace = call.workspace()?;
        let today = self.as_of.unwrap_or_else(|| workspace.zone().day(Timestamp::now()));
        let mut past = open_sessions::in_order(&workspace)?;
        past.retain(|(session, _)| session.day() <= today);
        let past = past.into_iter().map(|(session, names)| (Until::Day(today).cut(&session), names)).collect();
        let past = PastSessions::of(past, today);
        if let Some(who) = &self.who {
            return call.answer(&check_ins(who, &past.outlook, &past.named)?);
        }
        let text = page(&past, self.json, call.read_everything());
        if self.json { call.answer_json(&text) } else { call.answer(&text) }
    }
}

fn page(past: &PastSessions, json: bool, whole: bool) -> String {
    let changes = past.since_the_last();
    let since = changes.as_ref().map(|(last, changes)| (*last, changes));
    let outlook = &past.outlook;
    let brief = Brief { outlook, since, newcomers: newcomers(&past.sessions) };
    if json {
        return brief.json();
    }
    let title = format!("Before the next session, {}", outlook.today.strftime("%-d %B %Y"));
    let sections = brief.sections();
    if sections.is_empty() {
        let nothing = "Nothing was left over: no promise, no prediction, no question so far";
        let read = if whole { "." } else { ", in what could be read." };
        return format!("{title}\n\n{nothing}{read}\n");
    }
    sections_text(&title, &sections)
}

/// The open promises of one person, as a text to send to them. It uses names from the private files, because it is
/// printed only at the terminal of the facilitator.
fn check_ins(who: &str, outlook: &Outlook, past: &[(Session, Names)]) -> Result<String, Failure> {
    let same = |one: &str| one.to_lowercase() == who.to_lowercase();
    let name_of = |promise: &TrackedPromise| {
        let names = past.iter().find(|(session, _)| session.header().id == promise.session);
        let name = names.and_then(|(_, names)| names.of(&promise.who))?;
        Some(ListedName::new(name).called().to_owned())
    };
    let is_meant = |promise: &&TrackedPromise| {
        same(&promise.who) || same(&promise.called) || name_of(promise).is_some_and(|name| same(&name))
    };
    let open: Vec<&TrackedPromise> =
        outlook.promises.iter().filter(|promise| promise.is_open()).filter(is_meant).collect();
    let Some(first) = open.first() else {
        let mut whose: Vec<&str> = Vec::new();
        for promise in outlook.promises.iter().filter(|promise| promise.is_open()) {
            if !whose.contains(&promise.called.as_str()) {
                whose.push(&promise.called);
            }
        }
        let there = if whose.is_empty() {
            "none is open".to_owned()
        } else {
            format!("those open are of {}", whose.join(", "))
        };
        return Err(Failure::usage(format!("no open promise of {who:?}; {there}")));
    };
    let name = name_of(first).unwrap_or_else(|| first.called.clone());
    Ok(plain(&check_in(&name, &open, outlook.today)))
}
