use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Screen};
use crate::app::msg::Effect;
use crate::app::replaying::{ReplayChore, Search};
use crate::replay::search::{Hit, Query, search};

use crate::app::update::moved;

/// Asks what to look for: in the session that is looked back at, from the first screen in all of them.
pub(in crate::app::update) fn show(model: &mut Model) {
    if let Some(view) = &mut model.replay {
        view.playing = None;
    }
    let everywhere = model.screen != Screen::Replay;
    model.layer = Some(Layer::Search(Box::new(Search { everywhere, ..Search::default() })));
}

/// A key while something is looked for.
pub(in crate::app::update) fn press(model: &mut Model, mut asked: Search, key: Key) -> Vec<Effect> {
    let mut effects = Vec::new();
    match (key.code, moved(asked.selected, asked.hits.len(), key)) {
        (Code::Enter, _) if asked.stands() => {
            if let Some(hit) = asked.hits.get(asked.selected) {
                model.layer = None;
                return go(model, hit);
            }
        }
        (Code::Enter, _) if asked.entry.text().trim().is_empty() => {}
        (Code::Enter, _) => {
            let words = asked.entry.text().trim().to_owned();
            asked.selected = 0;
            asked.hits = Vec::new();
            if asked.everywhere {
                effects.push(Effect::Replay(ReplayChore::Search(words)));
            } else {
                asked.hits = hits_here(model, &words);
                asked.asked = Some(words);
            }
        }
        (_, Some(selected)) => asked.selected = selected,
        _ => {
            asked.entry.press(key);
        }
    }
    model.layer = Some(Layer::Search(Box::new(asked)));
    effects
}

fn hits_here(model: &Model, words: &str) -> Vec<Hit> {
    let query = Query { words: words.split_whitespace().map(str::to_owned).collect(), ..Query::default() };
    model.replay.as_ref().map(|view| search(view.session(), view.carried(), &query)).unwrap_or_default()
}

/// Goes to where it was said.
fn go(model: &mut Model, hit: &Hit) -> Vec<Effect> {
    if model.screen == Screen::Home {
        return vec![Effect::Replay(ReplayChore::Open { id: hit.session.clone(), at: Some(hit.seq) })];
    }
    if let Some(view) = &mut model.replay
        && let Some(position) = view.at_event(hit.seq)
    {
        view.go(position, &model.catalogue);
    }
    Vec::new()
}

/// Where it was said, in all sessions.
pub(in crate::app::update) fn found(model: &mut Model, words: &str, hits: Vec<Hit>) {
    if let Some(Layer::Search(asked)) = &mut model.layer
        && asked.everywhere
        && asked.entry.text().trim() == words
    {
        asked.asked = Some(words.to_owned());
        asked.hits = hits;
        asked.selected = 0;
    }
}
