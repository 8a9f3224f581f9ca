use jiff::civil::Date;
use serde_json::{Value, json};

use super::Brief;
use crate::record::{Outcome, whole_millis};
use crate::replay::look::{Came, Prediction};
use crate::replay::promise::TrackedPromise;
use crate::replay::watched::CrossedWatch;

impl Brief<'_> {
    /// Returns the brief as JSON, without the limits of one page.
    pub fn json(&self) -> String {
        let outlook = self.outlook;
        let hits = outlook
            .hits
            .iter()
            .map(|(basis, hits)| json!({ "basis": basis.name(), "seen": hits.seen, "not_seen": hits.not_seen }));
        let worries = outlook.worries.iter().map(|worry| json!({ "whose": worry.whose, "says": worry.says }));
        let questions = outlook
            .questions
            .iter()
            .map(|asked| json!({ "session": asked.session, "seq": asked.seq, "says": asked.text }));
        let still = outlook.standing.iter().map(
            |still| json!({ "label": still.label, "status": still.status.name(), "since": still.since.to_string() }),
        );
        let changed = self.since.map(|(last, changes)| {
            let items = changes.items.iter();
            let items =
                items.map(|item| json!({ "change": item.change.name(), "about": item.about, "says": item.says }));
            json!({ "session": last.header().id, "changes": items.collect::<Value>() })
        });
        let brief = json!({
            "as_of": outlook.today.to_string(),
            "crossed": outlook.crossed.iter().map(CrossedWatch::json).collect::<Value>(),
            "promises": outlook.promises.iter().map(promise_json).collect::<Value>(),
            "predictions": outlook.predictions.iter().map(|one| prediction_json(one, outlook.today)).collect::<Value>(),
            "hits": hits.collect::<Value>(),
            "worries": worries.collect::<Value>(),
            "questions": questions.collect::<Value>(),
            "standing": still.collect::<Value>(),
            "stale": outlook.stale,
            "since": changed,
            "new": self.newcomers,
        });
        format!("{brief:#}\n")
    }
}

fn promise_json(promise: &TrackedPromise) -> Value {
    let moves = promise.moves.iter().map(|moved| {
        json!({ "label": moved.label, "seen": moved.seen.as_ref().map(|(direction, words)| json!({ "way": direction.word(), "words": words })) })
    });
    json!({
        "session": promise.session,
        "seq": promise.seq,
        "said": promise.said.to_string(),
        "who": promise.called,
        "text": promise.text,
        "due": promise.due.to_string(),
        "about": promise.about,
        "outcome": promise.outcome.map(Outcome::name),
        "words": promise.words,
        "moves": moves.collect::<Value>(),
    })
}

fn prediction_json(prediction: &Prediction, today: Date) -> Value {
    json!({
        "session": prediction.session,
        "seq": prediction.seq,
        "at": whole_millis(prediction.at),
        "said": prediction.said.to_string(),
        "due": prediction.due.to_string(),
        "is_due": prediction.is_due(today),
        "from": prediction.from,
        "to": prediction.to,
        "basis": prediction.basis.name(),
        "says": prediction.says,
        "quote": prediction.quote,
        "came": prediction.came.map(Came::name),
    })
}
