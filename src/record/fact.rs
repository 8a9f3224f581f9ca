use serde::{Deserialize, Serialize};

use super::{
    Attribute, Claim, Collecting, Direction, Due, Gathering, Hands, Judgement, Kind, Mode, Outcome, Person,
    PlannedExercise, Poll, PollBy, Relation, RoomView, SeatTag, SessionId, Slot, Stance, StepId, Verdict,
};

/// One fact that an event states. A fact refers to things by label; the graph decides which labels mean the same thing.
/// The list of facts is open: a line with a fact that this version does not know stays in the file as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Fact {
    /// The session began.
    Opened {
        /// Whether the session is for a room or for one person.
        mode: Mode,
        /// The name of whoever holds the keyboard, which a second writer is shown; `None` when nobody gave a name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        facilitator: Option<String>,
        /// The agenda: the planned exercises, in order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agenda: Vec<PlannedExercise>,
        /// The people who are present.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        people: Vec<Person>,
    },
    /// Says that the person in this session is the same person in every solo session of this workspace.
    Oneself {
        /// The keyed pseudonym, as in [`Person::key`].
        key: String,
    },
    /// The session is a table of a gathering, or its plenary.
    Gathered(Gathering),
    /// The session was created from a file of notes, or updated from one.
    Transcribed {
        /// The file name of the notes, without its folder.
        source: String,
        /// The digest of the notes in hexadecimal digits, which tells them from any other notes.
        digest: String,
    },
    /// Files of another tool were imported into the session, for the first time or again.
    Imported {
        /// The names of the files, without their folders.
        files: Vec<String>,
        /// The name of their format.
        format: String,
        /// The digest of the files in hexadecimal digits, which tells this edition from any other.
        digest: String,
    },
    /// The session was resumed.
    Resumed {
        /// The name of whoever holds the keyboard now; `None` when nobody gave a name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// The session was ended.
    Closed,
    /// A what-if branch was adopted: from this event on, the branch adds to the shared graph.
    Adopted,
    /// The session was made private: it adds to no shared map and is shown on no shared screen.
    MadePrivate,
    /// The session, made private before, is shared again.
    MadeShared,
    /// The session stays on this machine: no line of it goes to the hub from here on.
    StaysHere,
    /// The session, which stayed on this machine, goes to the hub again.
    MayTravel,
    /// The session got a title or a new one.
    Titled {
        /// The title from this event on.
        title: String,
    },
    /// A person came, or a seat got a new description.
    Joined(Person),
    /// A person left.
    Left {
        /// The tag of the seat that is free now.
        tag: SeatTag,
    },
    /// The session moved to another step of the agenda.
    StepEntered {
        /// The step that was entered.
        step: StepId,
        /// The time planned for the step, in seconds.
        planned: u32,
    },
    /// The agenda changed.
    AgendaChanged {
        /// The whole agenda from this event on.
        agenda: Vec<PlannedExercise>,
    },
    /// From this event on, lines are read in these languages, and in English.
    LanguagesSet {
        /// The codes of the languages, the likeliest first: `de`.
        languages: Vec<String>,
    },
    /// The clocks of the session and of the step were paused.
    ClockPaused,
    /// The clocks run again after a pause.
    ClockRan,
    /// The current step got more time, or less.
    TimeAdded {
        /// The time added, in seconds; negative when time was taken off.
        seconds: i32,
    },
    /// A thing was mentioned for the first time in this session, or its kind was typed.
    Named {
        /// The label as typed.
        label: String,
        /// The kind that the line gave the thing.
        kind: Kind,
    },
    /// An attribute of a thing was set.
    Set {
        /// The label of the thing.
        label: String,
        /// The attribute with its value.
        attribute: Attribute,
        /// The speaker's own words; `None` when there are none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A file of another tool says this about a thing.
    Described {
        /// The label of the thing.
        label: String,
        /// The words of the file, as one line.
        words: String,
    },
    /// The newer edition of an imported file no longer states what an earlier event of this session stated.
    GoneFromSource {
        /// The number of that event.
        seq: u64,
        /// The label of the thing that is gone, or of the start of the arrow that is gone.
        label: String,
        /// The label of the end of that arrow; `None` for a thing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// The relation of that arrow; of no meaning for a thing.
        #[serde(default)]
        relation: Relation,
    },
    /// A speaker drew an arrow.
    Claimed(Claim),
    /// A speaker took a position on an arrow.
    Stanced(Stance),
    /// Two labels were merged because they name one thing.
    Merged {
        /// The label under which the thing is shown from now on.
        keep: String,
        /// The label that becomes an alias of the other.
        drop: String,
    },
    /// A thing got another name. Its earlier name goes on meaning it.
    Renamed {
        /// A label of the thing before.
        from: String,
        /// The label under which the thing is shown from now on, spelled as typed here.
        to: String,
    },
    /// A merge of two labels was undone because they name two things.
    Unmerged {
        /// The label under which both were shown.
        keep: String,
        /// The label that names a thing of its own again.
        drop: String,
    },
    /// The room compared two similar labels and said that they name two things.
    #[serde(rename = "KeptApart")]
    ToldApart {
        /// The first label.
        keep: String,
        /// The second label.
        drop: String,
    },
    /// A speaker saw a factor move, or stay.
    Observed {
        /// The label of the factor.
        label: String,
        /// The direction in which the factor moved.
        direction: Direction,
        /// How much and since when, in the speaker's words; `None` when nobody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A speaker said where a factor stands, in numbers.
    Measured {
        /// The label of the factor.
        label: String,
        /// The number with its unit, and what belongs to it, in the speaker's words.
        words: String,
    },
    /// A rule of a behaviour charter was agreed.
    Ruled {
        /// The label of the initiative to which the rule applies.
        label: String,
        /// The slot of the charter which the rule fills.
        slot: Slot,
        /// The text of the rule.
        text: String,
    },
    /// Free text was given as an answer.
    Answered {
        /// The text.
        text: String,
    },
    /// An item was parked for later.
    Parked {
        /// The text of the item.
        text: String,
    },
    /// A question was noted that nobody present could answer.
    Asked {
        /// The question.
        text: String,
    },
    /// A commitment: a person will do a task. Without a person and a due day the commitment counts as a wish.
    Committed {
        /// The task.
        text: String,
        /// The person who committed: a tag or a name as typed; `None` when nobody was named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
        /// When the task is due; `None` when nobody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
        /// The label of the thing that the task concerns, or of the start of the arrow that it concerns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<String>,
        /// The label of the end of that arrow; `None` when the task does not concern an arrow.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about_to: Option<String>,
    },
    /// A parked item, a question or a commitment was settled, or moved to another day.
    Settled {
        /// The session that contains the settled event; `None` means this session.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// The number of the settled event.
        seq: u64,
        /// The outcome.
        outcome: Outcome,
        /// The new due day; `None` unless the matter was moved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
        /// The speaker's own words; `None` when there are none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// The room decided again about an earlier intention, in the light of what was said.
    Decided {
        /// The label of the thing that the decision is about.
        about: String,
        /// The intention before the decision; `None` when nobody stated it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
        /// The verdict.
        verdict: Verdict,
        /// The intention after the decision: the guard, the awaited condition, or the reason for the refusal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<String>,
        /// The person who decided: a tag or a name as typed; `None` when nobody was named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<String>,
    },
    /// A factor is watched from this event on.
    Watched {
        /// The label of the factor.
        label: String,
        /// The threshold from which on the named person acts; `None` when nobody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        level: Option<String>,
        /// The first to see the factor cross the threshold; `None` when nobody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first: Option<String>,
        /// The person who acts at the threshold; `None` when nobody said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        acts: Option<String>,
    },
    /// The room judged a finding of a lens.
    Judged {
        /// The name of the lens.
        lens: String,
        /// The pattern of the lens that matched; `None` for a lens with a single pattern.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
        /// The labels of the things in the finding, in the order in which the lens lists them.
        about: Vec<String>,
        /// The judgement of the room.
        judgement: Judgement,
        /// The reason in a few words; `None` when nobody gave one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A question was put to the room.
    Offered {
        /// The number of the question's template.
        question: u8,
        /// The labels of the things that the question is about.
        about: Vec<String>,
        /// The text of the question as it was put.
        ask: String,
    },
    /// A question was declined for now.
    Declined {
        /// The number of the question's template.
        question: u8,
        /// The labels of the things that the question is about.
        about: Vec<String>,
    },
    /// Hands, dots or hidden ballots were counted.
    Voted {
        /// The subject or question of the vote.
        ballot: String,
        /// The count of each option, in the order in which the options were offered.
        hands: Vec<Hands>,
    },
    /// Things were ranked.
    Ranked {
        /// The subject or question of the ranking.
        ballot: String,
        /// The labels in their order, first place first.
        order: Vec<String>,
    },
    /// A thing was rated.
    Rated {
        /// The label of the rated thing.
        item: String,
        /// The scale of the rating, such as ease or worth; `None` when the step has a single unnamed scale.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scale: Option<String>,
        /// The rating, from 1 to 5.
        value: u8,
    },
    /// Options were put to the room, which sees them until the answers are counted.
    Polled(Poll),
    /// The answers of the open poll were counted; the other facts of the event are the count. Nobody knows who gave which.
    PollCounted {
        /// How the poll was answered.
        by: PollBy,
        /// How many hands, dots, ratings of one option, or places were counted.
        cast: u32,
        /// How many the people present had; `None` when nobody was listed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expected: Option<u32>,
    },
    /// The open poll was dropped without a count.
    PollDropped,
    /// A round of hidden answers began: nobody sees the answers until they are shown together.
    Collecting(Collecting),
    /// The round of hidden answers ended without showing the answers.
    Discarded,
    /// The round of hidden answers ended: its answers were shown together, shuffled and without speakers.
    Revealed {
        /// The texts of the answers; their order means nothing.
        texts: Vec<String>,
    },
    /// The talk turned to another subject of the step.
    Turned {
        /// The subject, as the step shows it.
        to: String,
    },
    /// The room's screen shows another view.
    Shown {
        /// The view.
        view: RoomView,
    },
    /// Diverged copies of this session's file were joined; each is recognised up to its mark listed below.
    CopiesJoined {
        /// The last mark of each of the joined files.
        ends: Vec<String>,
    },
    /// The text of an event is to be removed for good.
    StrikeOrdered {
        /// The number of the event.
        seq: u64,
    },
    /// Stands in place of the text of an event that was removed for good.
    Struck,
    /// Undo took back an earlier event, which stays in the file.
    Retracted {
        /// The number of the event that was taken back.
        seq: u64,
    },
    /// Redo restored an event that was taken back.
    Restored {
        /// The number of the event that was restored.
        seq: u64,
    },
    /// A line of free text stays text: no reading of it is offered again.
    LeftAsText {
        /// The number of the line's event.
        seq: u64,
    },
    /// A line that could not be read.
    Scrapped {
        /// The reason, in a sentence.
        reason: String,
    },
}
