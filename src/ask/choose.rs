use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Impact, Key, ResolvedNames, Thing};
use crate::record::{Kind, Status};

use super::gaps::WHOLE_SHARE;
use super::history::History;
use super::occasion::Occasion;
use super::place::AgendaPlace;
use super::score::Factors;
use super::sight::Sight;
use super::thresholds::{
    ABSENT, GAPS_ALONE, GAPS_BESIDE, ONE_BREATH, ONLY_LISTED, PRESENT, QUICK_BELOW, REACH_BESIDE_GAPS, SPOKEN_OF,
    UNHEARD,
};
use super::{GapSide, OpenEnd, Question, QuestionContext, QuestionForm, QuestionTemplate, Score, TEMPLATES};
use crate::exercise::fill;

/// A question with what decides its place in the list, beside its score.
struct RankedQuestion {
    /// Whether it asks what became of a thing that the session was begun about.
    asks_what_became: bool,
    /// How much its subject is used.
    used: usize,
    /// Whether the name of its subject is too long to be read aloud in one breath.
    is_long: bool,
    /// When its subject was last talked about.
    touched: Option<i64>,
    question: Question,
}

impl RankedQuestion {
    /// Returns its place in the list: the smallest comes first.
    fn rank(&self) -> impl Ord {
        let Self { asks_what_became, used, is_long, touched, question } = self;
        let use_first = (Reverse(used), is_long);
        (!asks_what_became, Reverse(question.score), use_first, touched, question.template, &question.about)
    }
}

/// Returns every question that could be asked now: first what became of a thing that the session was begun about and
/// that is gone from its list, then the highest score first. Among equal scores, of what only imported files name the
/// one in the most use comes first, a long name last; then the one whose subject was left alone for the longest time, then the lower
/// template number.
pub fn questions(scene: &QuestionContext<'_>) -> Vec<Question> {
    let choice = QuestionChoice::of(scene);
    let mut found: Vec<RankedQuestion> = Vec::new();
    for template in TEMPLATES.iter().filter(|template| choice.is_timely(template)) {
        let asked = template.occasions(&choice.sight).into_iter();
        found.extend(asked.filter_map(|occasion| choice.ranked(template, occasion)));
    }
    found.sort_by(|one, other| one.rank().cmp(&other.rank()));
    found.into_iter().map(|ranked| ranked.question).collect()
}

/// Picks the best of these questions, at most `most`: first one from each template, then, while that is not enough, another
/// one from each; never two about the same things, and never one about a part of what another asks about.
pub fn varied(questions: &[Question], most: usize) -> Vec<&Question> {
    let mut picked: Vec<&Question> = Vec::new();
    let mut of_template: BTreeMap<u8, usize> = BTreeMap::new();
    for round in 1.. {
        let before = picked.len();
        for question in questions {
            let taken = of_template.entry(question.template).or_default();
            let is_known = picked.iter().any(|other| asks_the_same(other, question));
            if picked.len() < most && *taken < round && !is_known {
                *taken += 1;
                picked.push(question);
            }
        }
        if picked.len() == before || picked.len() == most {
            break;
        }
    }
    picked
}

/// Whether two questions ask the same in words, are about the same things, or the one about a part of what the other is
/// about: an arrow, and the loop that it closes.
fn asks_the_same(one: &Question, other: &Question) -> bool {
    let within = |part: &Question, whole: &Question| {
        part.about.len() > 1 && part.about.iter().all(|key| whole.about.contains(key))
    };
    one.ask == other.ask || one.about == other.about || within(one, other) || within(other, one)
}

/// Returns the questions among these that ask for arrows at an open end, one for each side of a thing: those from which
/// most is to be expected first.
pub fn open_ends(questions: &[Question]) -> Vec<&Question> {
    let mut seen: BTreeSet<(GapSide, Option<&Key>)> = BTreeSet::new();
    let open = questions.iter().filter_map(|question| Some((question.open?, question)));
    let mut open: Vec<(OpenEnd, &Question)> =
        open.filter(|(end, question)| seen.insert((end.side, question.about.first()))).collect();
    open.sort_by_key(|(end, _)| Reverse(end.promise));
    open.into_iter().map(|(_, question)| question).collect()
}

/// Returns the things that the session was begun about.
fn chosen(scene: &QuestionContext<'_>) -> BTreeSet<Key> {
    let mut labels = scene.session.begun_about().peekable();
    if labels.peek().is_none() {
        return BTreeSet::new();
    }
    let names = ResolvedNames::of(scene.graph);
    labels.filter_map(|label| names.key(label)).collect()
}

/// The context of a choice among questions, with what was computed from it once.
struct QuestionChoice<'a> {
    sight: Sight<'a>,
    history: History,
    place: AgendaPlace<'a>,
    /// The things that the session was begun about; empty for a session about anything.
    chosen: BTreeSet<Key>,
}

impl<'a> QuestionChoice<'a> {
    fn of(scene: &'a QuestionContext<'a>) -> Self {
        Self {
            chosen: chosen(scene),
            sight: Sight::of(scene),
            history: History::of(scene.session, scene.graph),
            place: AgendaPlace::of(scene.step, scene.catalogue, scene.session.mode()),
        }
    }

    fn is_timely(&self, template: &QuestionTemplate) -> bool {
        template.quick || self.sight.scene.minutes_left.is_none_or(|left| left >= QUICK_BELOW)
    }

    /// Returns the question for an occasion. `None` if it makes no sense here, and in a session that was begun about
    /// certain things if it is about something else that only imported files name.
    fn ranked(&self, template: &QuestionTemplate, occasion: Occasion) -> Option<RankedQuestion> {
        let graph = self.sight.scene.graph;
        let listed = graph.is_only_imported(&occasion.about);
        if listed && !self.chosen.is_empty() {
            return None;
        }
        let asks_what_became = self.asks_what_became(&occasion);
        let arrows = || occasion.about.iter().map(|key| graph.arrows_at(key)).sum();
        let in_use =
            || occasion.about.iter().filter_map(|key| graph.thing(key)).any(|thing| thing.status == Some(Status::Live));
        // What is in use is asked about before what is only planned.
        let used = if listed { 2 * occasion.used.max(arrows()) + usize::from(in_use()) } else { occasion.used };
        let is_long = listed && occasion.about.iter().any(|key| graph.label(key).chars().count() > ONE_BREATH);
        let question = self.question(template, occasion, listed)?;
        Some(RankedQuestion {
            asks_what_became,
            used,
            is_long,
            touched: self.history.touched(&question.about),
            question,
        })
    }

    /// Returns the question for an occasion; `listed` tells whether only imported files name what it is about.
    fn question(&self, template: &QuestionTemplate, occasion: Occasion, listed: bool) -> Option<Question> {
        let (presence, form) = self.presence(template, occasion.unit.as_ref())?;
        let furthest = self.sight.reaches.furthest();
        // If no thing reaches any other, reaches are measured against a whole push.
        let furthest = if furthest == Impact::default() { Impact::WHOLE } else { furthest };
        let gaps = self.gaps(&occasion);
        let reach = self.reach(&occasion);
        let factors = Factors {
            reach: gaps.map_or(reach, |(_, share)| by_gaps(furthest, share, reach, template.asks_what_else)),
            fit: self.place.fit(template),
            presence,
            freshness: self.history.freshness(template.number, &occasion.about),
            spoken: if listed { ONLY_LISTED } else { SPOKEN_OF },
            turn: if self.history.turns_to_the_unheard() && self.is_unheard(&occasion) { UNHEARD } else { 1 },
        };
        let score = Score::of(template.weight, furthest, factors);
        let open = gaps.map(|(side, share)| OpenEnd { side, promise: (share + 1) * factors.circumstances() });
        let Occasion { about, unit, mut blanks, because, .. } = occasion;
        let party = unit.as_ref().and_then(|unit| self.sight.scene.graph.thing(unit));
        blanks.agree("party", party.map(Thing::agreement).unwrap_or_default());
        blanks.set("party", unit.as_ref().map(|unit| self.sight.scene.graph.label(unit).to_owned()));
        let ask = match form {
            QuestionForm::Ask => fill(template.ask, &blanks),
            QuestionForm::WhoCouldTell => fill(&template.when_absent(), &blanks),
            QuestionForm::Carry => fill(&template.to_carry(), &blanks),
        };
        let question = Question { template: template.number, about, of: unit, form, ask, because, score, open };
        (!score.is_nothing()).then_some(question)
    }

    /// Returns the factor for the presence of the unit that could answer, in halves, and the form of the question.
    /// `None` if the question makes no sense without this unit.
    fn presence(&self, template: &QuestionTemplate, unit: Option<&Key>) -> Option<(u64, QuestionForm)> {
        let Some(unit) = unit else { return Some((PRESENT, QuestionForm::Ask)) };
        let here = &self.sight.here;
        if here.contains(unit) {
            return Some((PRESENT, QuestionForm::Ask));
        }
        if self.sight.is_solo() {
            return Some((ABSENT, QuestionForm::Carry));
        }
        if here.is_empty() {
            // Without a list of people, no unit counts as absent.
            return Some((PRESENT, QuestionForm::Ask));
        }
        (!template.only).then_some((ABSENT, QuestionForm::WhoCouldTell))
    }

    /// Whether the occasion asks what became of a thing that the session was begun about.
    fn asks_what_became(&self, occasion: &Occasion) -> bool {
        let gone = |key: &Key| self.sight.scene.graph.thing(key).is_some_and(|thing| thing.gone.is_some());
        matches!(occasion.about.as_slice(), [about] if self.chosen.contains(about) && gone(about))
    }

    /// Returns the side on which the occasion asks for arrows, and its share of expected gaps in thousandths.
    fn gaps(&self, occasion: &Occasion) -> Option<(GapSide, u64)> {
        let (side, thing) = (occasion.side?, occasion.about.first()?);
        Some((side, self.sight.scene.gaps.share(thing, side)))
    }

    fn reach(&self, occasion: &Occasion) -> Impact {
        let places = occasion.weighed.iter().filter_map(|key| self.sight.place(key));
        places.map(|place| self.sight.reaches.reach(place)).max().unwrap_or_default()
    }

    /// Whether the question is for a unit that has not spoken yet, or about one.
    fn is_unheard(&self, occasion: &Occasion) -> bool {
        let graph = self.sight.scene.graph;
        let parties = occasion.about.iter().filter_map(|key| graph.thing(key));
        let parties = parties.filter(|thing| thing.kind == Kind::Party).filter_map(|party| party.unit.as_ref());
        parties.chain(&occasion.unit).any(|unit| !self.sight.scene.heard.contains(unit))
    }
}

/// Returns what counts as the reach of an open end with this share of the expected gaps. `alone`: they are the only reason
/// to ask.
fn by_gaps(furthest: Impact, share: u64, reach: Impact, alone: bool) -> Impact {
    let gaps = |counted: u64| furthest.thousandths(counted * share / WHOLE_SHARE);
    if alone { gaps(GAPS_ALONE) + reach.thousandths(REACH_BESIDE_GAPS) } else { gaps(GAPS_BESIDE) + reach }
}
