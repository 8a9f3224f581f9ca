//! What phones show and ask: taken from what the room's screen shows, and from nothing else.

use jiff::Timestamp;

use super::audience::Room;
use super::clock::Running;
use super::exhibit::Exhibit;
use super::scene::RoomScene;
use super::told::LineState;
use crate::app::phones::{Bar, PhoneAsk, PhoneBallot, PhonePage, PhoneQuestion, QuestionSource, VERDICTS};
use crate::assess::Versions;
use crate::exercise::{Answer, AnswerFrame, FINGERS};
use crate::record::{Event, Fact, Hands, POLL_OPTIONS, Poll, PollBy, RoomView};

impl Room {
    /// Returns what phones can answer now.
    pub(in crate::app) fn phone_question(&self) -> PhoneQuestion {
        let session = self.recording.session();
        if session.is_closed() || session.is_private() || *session.view() == RoomView::Curtain {
            return PhoneQuestion::default();
        }
        if session.collecting().is_some() {
            let begun = self.last(|fact| matches!(fact, Fact::Collecting(_)));
            return PhoneQuestion::new(QuestionSource::Hidden(begun), hidden(&self.frame()));
        }
        if !matches!(self.exhibit(), None | Some(Exhibit::Poll(_))) {
            return PhoneQuestion::default();
        }
        if let Some(poll) = session.poll() {
            let opened = self.last(|fact| matches!(fact, Fact::Polled(_)));
            return PhoneQuestion::new(QuestionSource::Poll(opened, poll.clone()), polled(poll));
        }
        self.question_of_step().unwrap_or_default()
    }

    /// Returns the page, as far as it does not depend on answers.
    pub(in crate::app) fn phone_page(&self, now: Timestamp, source: &QuestionSource, asks: &PhoneAsk) -> PhonePage {
        let page = PhonePage { title: self.title().to_owned(), until: self.until(now), ..PhonePage::default() };
        let page = PhonePage { question: self.prompt().unwrap_or_default().to_owned(), ..page };
        match self.scene() {
            RoomScene::Thanks => PhonePage { question: "Thank you.".to_owned(), until: None, ..page },
            RoomScene::Curtain => PhonePage { question: String::new(), ..page },
            RoomScene::Quiet => page,
            RoomScene::Collecting { promise, .. } => PhonePage { how: promise, ..page },
            RoomScene::Texts(texts) => PhonePage { texts: texts.to_vec(), ..page },
            RoomScene::Votes { ballot, hands } => {
                PhonePage { question: ballot.to_owned(), bars: bars("", hands).collect(), ..page }
            }
            RoomScene::Spread(ballots) => {
                PhonePage { bars: ballots.iter().flat_map(|(ballot, hands)| bars(ballot, hands)).collect(), ..page }
            }
            RoomScene::Order { ballot, order } => {
                PhonePage { question: ballot.to_owned(), texts: numbered(order), ..page }
            }
            scene => self.talk_page(page, &scene, source, asks),
        }
    }

    /// Returns the page while people talk: the question that is asked, and the last line.
    fn talk_page(&self, page: PhonePage, scene: &RoomScene<'_>, source: &QuestionSource, asks: &PhoneAsk) -> PhonePage {
        let newest = || self.lines_main_first().find(|(_, state)| *state == LineState::Standing);
        let last_line = match scene {
            RoomScene::Line(told, LineState::Standing) => told.says.clone(),
            RoomScene::Line(..) => String::new(),
            _ => newest().map(|(told, _)| told.says.clone()).unwrap_or_default(),
        };
        let page = PhonePage { last_line, ..page };
        match (self.recording.session().poll(), source) {
            (Some(poll), _) => PhonePage {
                question: poll.asked().to_owned(),
                how: poll.by.asks(),
                texts: if poll.by == PollBy::Order { numbered(&poll.options) } else { Vec::new() },
                ..page
            },
            (None, QuestionSource::Step(..)) => PhonePage { how: asked_for(asks), ..page },
            _ => page,
        }
    }

    /// Returns what the current step asks for, if phones can answer that and it was not counted yet.
    fn question_of_step(&self) -> Option<PhoneQuestion> {
        let step = self.step()?;
        if step.unnamed || self.is_quiet() {
            return None;
        }
        let frame = self.frame();
        let (asks, ballots) = of_step(&frame)?;
        if ballots.iter().all(|ballot| frame.is_counted(&ballot.name)) {
            return None;
        }
        let name = ballots.first().map(|ballot| ballot.name.clone()).unwrap_or_default();
        let source = QuestionSource::Step(self.recording.step()?.clone(), name);
        Some(PhoneQuestion::new(source, asks).recorded_as(ballots))
    }

    fn frame(&self) -> AnswerFrame {
        self.recording.asked(&self.catalogue).frame
    }

    /// Returns the number of the last valid event with such a fact; 0 if there is none.
    fn last(&self, is_it: impl Fn(&Fact) -> bool) -> u64 {
        let has = |event: &&Event| event.facts.iter().any(&is_it);
        self.recording.session().live().rev().find(has).map_or(0, |event| event.seq)
    }

    /// Returns when the time of the step is over; `None` when no clock runs, and afterwards.
    fn until(&self, now: Timestamp) -> Option<Timestamp> {
        let clock = self.clock(now);
        let left = clock.left().filter(|_| clock.running == Running::Yes && clock.planned.is_positive())?;
        now.checked_add(left).ok()
    }
}

/// Returns how a poll is answered on a phone. On an order the room agrees aloud.
fn polled(poll: &Poll) -> PhoneAsk {
    match poll.by {
        PollBy::Hands => PhoneAsk::Hand(poll.options.clone()),
        PollBy::Dots(each) => PhoneAsk::Dots(each, poll.options.clone()),
        PollBy::Scale => PhoneAsk::Scale(poll.options.clone()),
        PollBy::Order => PhoneAsk::Nothing,
    }
}

/// Returns how a hidden answer is given: by the options of the step, else as a text.
fn hidden(frame: &AnswerFrame) -> PhoneAsk {
    match frame.asks() {
        Some(Answer::Vote { .. } | Answer::Decision) => options(frame).map_or(PhoneAsk::Slip, PhoneAsk::Hand),
        Some(Answer::Rating { scales }) if scales.len() == 1 => PhoneAsk::Scale(frame.scale_ballots(scales)),
        Some(Answer::Slips) => {
            let versions = Versions::embedded();
            let items = versions.latest().map(|latest| latest.items().map(|item| item.title.clone()).collect());
            items.map_or(PhoneAsk::Nothing, PhoneAsk::Scale)
        }
        _ => PhoneAsk::Slip,
    }
}

/// Returns how a step is answered, and how its count is recorded; `None` where phones cannot answer it.
fn of_step(frame: &AnswerFrame) -> Option<(PhoneAsk, Vec<PhoneBallot>)> {
    let one = |options: Vec<String>| vec![PhoneBallot { name: frame.ballot(), options }];
    match frame.asks()? {
        Answer::Vote { .. } | Answer::Decision => {
            let options = options(frame)?;
            Some((PhoneAsk::Hand(options.clone()), one(options)))
        }
        Answer::Dots { each } => {
            let options = options(frame)?;
            let each = u8::try_from(*each).ok()?;
            Some((PhoneAsk::Dots(each, options.clone()), one(options)))
        }
        Answer::Rating { scales } => {
            let ballots = frame.scale_ballots(scales);
            let fingers = || FINGERS.map(str::to_owned).to_vec();
            let counts = ballots.iter().map(|name| PhoneBallot { name: name.clone(), options: fingers() });
            let counts = counts.collect();
            Some((PhoneAsk::Scale(ballots), counts))
        }
        Answer::Stance => {
            let name = frame.subject()?.says.clone();
            Some((PhoneAsk::Verdict, vec![PhoneBallot { name, options: VERDICTS.map(str::to_owned).to_vec() }]))
        }
        _ => None,
    }
}

/// Returns the options of a step, if there is something to choose and all of it can be read.
fn options(frame: &AnswerFrame) -> Option<Vec<String>> {
    Some(frame.options()).filter(|options| (2..=POLL_OPTIONS).contains(&options.len()))
}

/// Returns what everybody is asked to do at a step.
fn asked_for(asks: &PhoneAsk) -> String {
    match asks {
        PhoneAsk::Hand(_) => PollBy::Hands.asks(),
        PhoneAsk::Dots(each, _) => PollBy::Dots(*each).asks(),
        PhoneAsk::Scale(_) => "One to five for each".to_owned(),
        PhoneAsk::Verdict => "Right, nearly, or no?".to_owned(),
        PhoneAsk::Slip | PhoneAsk::Nothing => String::new(),
    }
}

fn bars(ballot: &str, hands: &[Hands]) -> impl Iterator<Item = Bar> {
    let option = |hands: &Hands| {
        if ballot.is_empty() { hands.option.clone() } else { format!("{ballot}: {}", hands.option) }
    };
    hands.iter().map(move |hands| Bar { option: option(hands), count: hands.count }).collect::<Vec<_>>().into_iter()
}

fn numbered(texts: &[String]) -> Vec<String> {
    texts.iter().zip(1..).map(|(text, number): (_, usize)| format!("{number}. {text}")).collect()
}
