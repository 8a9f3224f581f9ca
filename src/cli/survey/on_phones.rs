//! Lets people answer a survey on their phones, and says how many have.

#[cfg(feature = "phones")]
use std::io::Write;

use crate::cli::call::Call;
#[cfg(feature = "phones")]
use crate::cli::failure::DONE;
use crate::cli::failure::{CommandResult, Failure};
use crate::exercise::SurveyRecord;
#[cfg(feature = "phones")]
use crate::phones::InCount;
#[cfg(feature = "phones")]
use crate::shell::print_code;
#[cfg(feature = "phones")]
use crate::shell::surveys::{PhoneSurvey, SurveyLink};

/// The maximum number of links whose codes are printed one below the other.
#[cfg(feature = "phones")]
const CODES: usize = 24;

/// Serves the survey that was made last.
pub(super) fn serve_last(call: &Call, address: &str) -> CommandResult {
    let Some(record) = call.workspace()?.surveys()?.into_iter().next() else {
        return Err(Failure::usage(
            "no survey was made so far; name one: adjacent survey \"TITLE\" --for \"Ana @ Risk; Bo @ IT\" --phones",
        ));
    };
    serve(call, &record, address)
}

/// Says how to have the page.
#[cfg(not(feature = "phones"))]
pub(super) fn serve(_call: &Call, _record: &SurveyRecord, _address: &str) -> CommandResult {
    Err(Failure::usage(
        "this program was built without phones; build it with --features phones, or let people answer with adjacent answer",
    ))
}

/// Serves a survey until everybody has answered, Enter is pressed, or the system asks to end.
#[cfg(feature = "phones")]
pub(super) fn serve(call: &Call, record: &SurveyRecord, address: &str) -> CommandResult {
    let address = Some(address.trim()).filter(|address| !address.is_empty());
    let survey = PhoneSurvey::open(record, address, call.catalogue()?).map_err(Failure::usage)?;
    for file in survey.missing() {
        writeln!(call.err(), "{file} is no form in {} any more, so nobody can answer it here", record.folder)?;
    }
    if survey.links().is_empty() {
        return Err(Failure::found(format!("no form of “{}” is in {}", record.title, record.folder)));
    }
    tell_links(call, survey.links())?;
    writeln!(call.err(), "Answers to “{}” are saved in {}. Enter closes the page.", record.title, record.folder)?;
    let mut count = survey.count();
    writeln!(call.err(), "{}", in_words(count))?;
    while !count.is_all() {
        let Some(now) = survey.wait() else { break };
        count = now;
        writeln!(call.err(), "{}", in_words(count))?;
    }
    drop(survey);
    writeln!(call.err(), "The page is closed. adjacent survey --gather puts what is shared on the map.")?;
    DONE
}

/// Prints every link with its code. Only this terminal says whose each is.
#[cfg(feature = "phones")]
fn tell_links(call: &Call, links: &[SurveyLink]) -> CommandResult {
    for link in links {
        match &link.name {
            Some(name) => writeln!(call.out(), "{}  {name}", link.address)?,
            None => writeln!(call.out(), "{}", link.address)?,
        }
        call.out().flush()?;
        if links.len() <= CODES {
            print_code(&link.address)?;
        }
    }
    if links.iter().any(|link| link.name.is_some()) {
        let says = "Each link is for one person: whoever has it sees and changes that person's answers. Hand it to them alone.";
        writeln!(call.err(), "{says}")?;
    } else {
        writeln!(call.err(), "One link for everybody; each phone has a form of its own.")?;
    }
    DONE
}

/// How many are in, in a sentence that says nothing about who.
#[cfg(feature = "phones")]
fn in_words(count: InCount) -> String {
    match count.of {
        Some(all) => format!("{} of {all} are in.", count.sent),
        None if count.sent == 1 => "1 is in.".to_owned(),
        None => format!("{} are in.", count.sent),
    }
}
