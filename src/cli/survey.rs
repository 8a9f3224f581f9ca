//! The command that asks everybody the same few questions before a session.

mod arguments;
mod making;
mod on_phones;
mod telling;

pub(super) use arguments::SurveyArgs;

use jiff::Timestamp;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use crate::shell::surveys::{FormPlaces, gather, standing};

impl CliCommand for SurveyArgs {
    const NAME: &'static str = "survey";
    const EXAMPLES: &[&str] = &["survey \"Spring review\" --for \"Ana @ Risk; Bo @ IT\"", "survey --gather"];

    fn run(self, call: &Call) -> CommandResult {
        if let Some(places) = &self.gather {
            let places = if places.is_empty() { FormPlaces::Folders } else { FormPlaces::Named(places) };
            call.works("reading forms");
            let gathering = gather(&call.workspace()?, &call.catalogue()?, places, Timestamp::now())?;
            return telling::gathered(call, &gathering, self.json);
        }
        let Some(title) = &self.title else {
            if let Some(address) = &self.phones {
                return on_phones::serve_last(call, address);
            }
            return telling::surveys(call, &standing(&call.workspace()?)?, self.json);
        };
        if title.trim().is_empty() {
            return Err(Failure::usage("it needs a title; people will know by it what they are asked for"));
        }
        let record = making::make(call, title, &self)?;
        match &self.phones {
            Some(address) => on_phones::serve(call, &record, address),
            None => making::tell(call, &record, self.json),
        }
    }
}
