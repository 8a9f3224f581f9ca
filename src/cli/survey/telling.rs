//! Says what came in, and what was done with it.

use std::fmt::Write as _;
use std::io::Write;

use serde_json::{Value, json};

use crate::cli::call::Call;
use crate::cli::failure::CommandResult;
use crate::exercise::IssuedForm;
use crate::record::spoken::{capitalised, counted};
use crate::shell::surveys::{GatheredForms, SurveyStanding};

/// Prints every survey with what came in.
pub(super) fn surveys(call: &Call, surveys: &[SurveyStanding], as_json: bool) -> CommandResult {
    if as_json {
        return call.answer_value(&Value::Array(surveys.iter().map(survey_json).collect()));
    }
    if surveys.is_empty() {
        return call.answer(
            "No survey was made so far. adjacent survey \"TITLE\" --for \"Ana @ Risk; Bo @ IT\" makes a form for everybody.\n",
        );
    }
    let mut text = String::new();
    for SurveyStanding { record, arrival, missing } in surveys {
        let of = arrival.issued.map(|issued| format!(" of {issued}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "{}  “{}”: {}{of} answered, {} shared, {} to be taken in\n  in {}",
            record.day, record.title, arrival.answered, arrival.shared, arrival.fresh, record.folder
        );
        if arrival.answered > 0 && !missing.is_empty() {
            let names: Vec<String> = missing.iter().map(called).collect();
            let _ = writeln!(text, "  not answered yet: {}", names.join(", "));
        }
    }
    if surveys.iter().any(|survey| survey.arrival.fresh > 0) {
        text.push_str("adjacent survey --gather puts what is shared on the map.\n");
    }
    call.answer(&text)
}

/// The person of a form as they were listed, or else the file.
fn called(form: &IssuedForm) -> String {
    form.name.as_ref().map_or_else(|| form.file.clone(), |name| format!("{name} ({})", form.file))
}

fn survey_json(survey: &SurveyStanding) -> Value {
    let SurveyStanding { record, arrival, missing } = survey;
    json!({
        "survey": record.id,
        "title": record.title,
        "day": record.day.to_string(),
        "folder": record.folder,
        "forms": arrival.issued,
        "answered": arrival.answered,
        "shared": arrival.shared,
        "to_be_taken_in": arrival.fresh,
        "not_answered": missing.iter().map(|form| form.file.as_str()).collect::<Vec<_>>(),
    })
}

/// Prints what was done with the forms. Ends with 1 when a form could not be used.
pub(super) fn gathered(call: &Call, gathering: &GatheredForms, as_json: bool) -> CommandResult {
    let code = u8::from(!gathering.told.is_empty());
    if as_json {
        let GatheredForms { taken, updated, unchanged, withdrawn, unshared, empty, lines, scraps, told } = gathering;
        call.answer_value(&json!({
            "taken_in": taken,
            "brought_up_to_date": updated,
            "as_they_were": unchanged,
            "taken_off": withdrawn,
            "not_shared": unshared,
            "empty": empty,
            "answers": lines,
            "as_typed": scraps,
            "remarks": told,
        }))?;
        return Ok(code);
    }
    for says in &gathering.told {
        writeln!(call.err(), "{says}")?;
    }
    let answers = match gathering.lines {
        0 => String::new(),
        lines => format!(" ({})", counted(lines, "new answer", "new answers")),
    };
    writeln!(call.out(), "{}{answers}.", capitalised(&gathering.in_words()))?;
    Ok(code)
}
