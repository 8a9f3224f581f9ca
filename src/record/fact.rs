use serde::{Deserialize, Serialize};

use super::{
    Attribute, Claim, Collecting, Direction, Due, Hands, Judgement, Kind, Mode, Outcome, Person, PlannedExercise,
    RoomView, SeatTag, SessionId, Slot, Stance, StepId, Verdict,
};

/// What an event says, one fact at a time. Things are named by label; who they are is computed by the graph.
///
/// The list is open: a line with a fact this version does not know is kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Fact {
    /// The session began.
    Opened {
        /// A room or one person.
        mode: Mode,
        /// Who holds the keyboard; shown to a second writer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        facilitator: Option<String>,
        /// What is planned.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agenda: Vec<PlannedExercise>,
        /// Who is here.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        people: Vec<Person>,
    },
    /// Whoever is alone here is the same person in every session alone of this workspace.
    Oneself {
        /// The keyed pseudonym, as in [`Person::key`].
        key: String,
    },
    /// The session was made, or brought up to date, from notes.
    Transcribed {
        /// The name of their file, without where it lay.
        source: String,
        /// What tells these notes from any others, as hexadecimal digits.
        digest: String,
    },
    /// The session was taken up again.
    Resumed {
        /// Who holds the keyboard now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// The session was ended.
    Closed,
    /// What was tried out in a branch is taken over: from here on the branch adds to the shared graph.
    Adopted,
    /// The session is private from here on: it adds to no shared map and is shown on no shared screen.
    MadePrivate,
    /// What was made private is shared again.
    MadeShared,
    /// The session got a (new) title.
    Titled {
        /// The title from here on.
        title: String,
    },
    /// Somebody came, or a seat was described anew.
    Joined(Person),
    /// Somebody left.
    Left {
        /// Whose seat.
        tag: SeatTag,
    },
    /// The walk through the agenda moved.
    StepEntered {
        /// To this step.
        step: StepId,
        /// Seconds planned for it.
        planned: u32,
    },
    /// The plan changed.
    AgendaChanged {
        /// The whole plan from here on.
        agenda: Vec<PlannedExercise>,
    },
    /// The clocks were stopped.
    ClockPaused,
    /// The clocks run again.
    ClockRan,
    /// The step got more (or less) time.
    TimeAdded {
        /// How much, in seconds.
        seconds: i32,
    },
    /// A thing was mentioned for the first time in this session, or its kind was typed.
    Named {
        /// Its label as typed.
        label: String,
        /// The kind it was read as.
        kind: Kind,
    },
    /// A property was set.
    Set {
        /// Of this thing.
        label: String,
        /// To this.
        attribute: Attribute,
        /// In these words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Somebody drew an arrow.
    Claimed(Claim),
    /// Somebody took a position on an arrow.
    Stanced(Stance),
    /// Two names are one thing; the first is kept.
    Merged {
        /// The label that stays.
        keep: String,
        /// The label that becomes another name for it.
        drop: String,
    },
    /// They are two things after all.
    Unmerged {
        /// The label that stayed.
        keep: String,
        /// The label that is its own again.
        drop: String,
    },
    /// Somebody looked at two similar names and said they are two things.
    #[serde(rename = "KeptApart")]
    ToldApart {
        /// The one.
        keep: String,
        /// The other.
        drop: String,
    },
    /// Somebody saw a factor move.
    Observed {
        /// Which factor.
        label: String,
        /// Which way.
        direction: Direction,
        /// How much and since when, in their words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A rule of a behaviour charter was agreed.
    Ruled {
        /// For this initiative.
        label: String,
        /// Which rule.
        slot: Slot,
        /// What it says.
        text: String,
    },
    /// Free text was given as an answer.
    Answered {
        /// The text.
        text: String,
    },
    /// Something was put aside for later.
    Parked {
        /// What.
        text: String,
    },
    /// A question nobody here could answer.
    Asked {
        /// The question.
        text: String,
    },
    /// Somebody will do something. Without a person and a date it is a wish.
    Committed {
        /// What.
        text: String,
        /// Whose it is: a tag or a name as typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
        /// The thing it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<String>,
        /// The other end, when it is about an arrow.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about_to: Option<String>,
    },
    /// A parked item, a question or a commitment was settled, or moved to another day.
    Settled {
        /// The session it was said in; this one when absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The event it was said in.
        seq: u64,
        /// What became of it.
        outcome: Outcome,
        /// The new day, when it was moved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
        /// In these words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A plan was looked at again in the light of what was said.
    Decided {
        /// What the plan is about.
        about: String,
        /// The plan as it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// What was decided.
        verdict: Verdict,
        /// The plan as it is now: the guard, what is waited for, or why not.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// Who decided: a tag or a name as typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// A factor is watched from now on.
    Watched {
        /// Which factor.
        label: String,
        /// From which level on somebody acts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<String>,
        /// Who sees it first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first: Option<String>,
        /// Who acts then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        acts: Option<String>,
    },
    /// The room said what it thinks of something that a lens sees.
    Judged {
        /// Which lens, by its name.
        lens: String,
        /// Which pattern of it, where it has several.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
        /// The things it is about, in the lens's order.
        about: Vec<String>,
        /// What the room says.
        judgement: Judgement,
        /// Why, in a few words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A question was put to the room.
    Offered {
        /// The number of its template.
        question: u8,
        /// The things it is about.
        about: Vec<String>,
        /// The question.
        ask: String,
    },
    /// A question was not wanted, for now.
    Declined {
        /// The number of its template.
        question: u8,
        /// The things it is about.
        about: Vec<String>,
    },
    /// Hands, dots or hidden ballots were counted.
    Voted {
        /// What was asked.
        ballot: String,
        /// How many for each option, in the order in which they were offered.
        hands: Vec<Hands>,
    },
    /// Things were put into an order.
    Ranked {
        /// What was asked.
        ballot: String,
        /// The first place first.
        order: Vec<String>,
    },
    /// Something was rated.
    Rated {
        /// What.
        item: String,
        /// In which respect: ease, worth.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scale: Option<String>,
        /// From 1 to 5.
        value: u8,
    },
    /// Answers are collected that nobody sees until they are shown together.
    Collecting(Collecting),
    /// They are no longer collected, and were not shown.
    Discarded,
    /// What was collected is shown: shuffled, without speakers, at one time.
    Revealed {
        /// The texts, in no order.
        texts: Vec<String>,
    },
    /// The talk turned to another one of what the step walks over.
    Turned {
        /// What is shown of it.
        to: String,
    },
    /// The room looks at something else.
    Shown {
        /// At what.
        view: RoomView,
    },
    /// Files of this session that had gone on apart were made one; so far a copy of any of them is known.
    CopiesJoined {
        /// The last mark of each of the files.
        ends: Vec<String>,
    },
    /// The text of an event is to be removed for good.
    StrikeOrdered {
        /// Which event.
        seq: u64,
    },
    /// Stands in place of a text that was removed for good.
    Struck,
    /// An earlier event was taken back. Nothing is erased.
    Retracted {
        /// Which event.
        seq: u64,
    },
    /// An event that was taken back stands again.
    Restored {
        /// Which event.
        seq: u64,
    },
    /// A line that could not be read.
    Scrapped {
        /// Why, in a sentence.
        reason: String,
    },
}

impl Fact {
    /// Whether this fact takes something back or restores it.
    pub const fn is_undo_or_redo(&self) -> bool {
        matches!(self, Fact::Retracted { .. } | Fact::Restored { .. })
    }

    /// Whether this fact is part of what was said, rather than of running the session.
    pub const fn is_content(&self) -> bool {
        !matches!(
            self,
            Fact::Opened { .. }
                | Fact::Oneself { .. }
                | Fact::Transcribed { .. }
                | Fact::Resumed { .. }
                | Fact::Closed
                | Fact::MadePrivate
                | Fact::MadeShared
                | Fact::Titled { .. }
                | Fact::Joined(_)
                | Fact::Left { .. }
                | Fact::StepEntered { .. }
                | Fact::AgendaChanged { .. }
                | Fact::ClockPaused
                | Fact::ClockRan
                | Fact::TimeAdded { .. }
                | Fact::Collecting(_)
                | Fact::Discarded
                | Fact::Turned { .. }
                | Fact::Offered { .. }
                | Fact::Declined { .. }
                | Fact::Shown { .. }
                | Fact::CopiesJoined { .. }
                | Fact::StrikeOrdered { .. }
                | Fact::Struck
                | Fact::Retracted { .. }
                | Fact::Restored { .. }
        )
    }
}
