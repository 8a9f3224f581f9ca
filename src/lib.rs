//! **adjacent** walks a room, or one leader alone, through the question that decides whether AI adopted in pieces
//! adds up: *what will this change in adjacent systems?*
//!
//! # One way through the house
//!
//! ```text
//!  a typed line --capture--> events --store: append + sync--> record::Session
//!                                                                   |
//!         every session file ---------------------------------------+--> graph::Ledger --> Graph
//!                                                                                            |
//!              ui  <--- app::Model <--- ask::questions <--- lens::read: findings <-----------+--> export
//! ```
//!
//! Data only moves along these arrows. An undo, a merge of two names, a step of the agenda are all new events,
//! entering on the left like everything else; live use, undo and replay are one mechanism.
//!
//! Three vocabularies, never mixed: a **Msg** is an intention ("submit this line"), a **Fact** is saved and in the
//! past tense (`Claimed`), an **Effect** is a chore for the shell (`Append`).
//!
//! # Rooms
//!
//! A room may use rooms with a smaller number, never its own number, never a larger one; `tests/layers` keeps it so.
//!
//! | room | level | what it is for |
//! | --- | --- | --- |
//! | [`record`] | 0 | what was said: events, facts, people; one session; the text of one line |
//! | [`graph`] | 1 | what it adds up to: names and identity, agreement, units, effects and the paths along them, crossings, bridges |
//! | [`capture`] | 2 | a typed line -> facts; facts -> the plain sentence read back to the room |
//! | [`exercise`] | 2 | the catalogue (data) and the walk through it |
//! | [`lens`] | 2 | one reading per file: graph in, findings out |
//! | [`layout`] | 2 | things and arrows -> boxes and lines on a grid of characters |
//! | [`assess`] | 2 | leading self, teams, systems: the questions, what is answered, scored and compared over time |
//! | [`theme`] | 2 | colour roles from RON, resolved and contrast-checked |
//! | [`ask`] | 3 | the next question: from the graph, its readings and the place in the agenda |
//! | [`replay`] | 3 | looking back: any moment of a session, search, what changed, branches, what is due |
//! | [`export`] | 3 | one format per file: value in, text out |
//! | [`import`] | 3 | one format per file: text in, what it says out |
//! | [`app`] | 4 | the console without a terminal, a folder an activity: its state, keys, popups and commands |
//! | [`store`] | 4 | the only room that touches disk: workspace, session file, lock, recovery |
//! | [`config`] | 5 | what people set in `config.ron`: keys, looks, habits; what is wrong there, and where |
//! | `hub` | 5 | the only room that speaks to PostgreSQL: sealed lines up and down |
//! | `phones` | 5 | the page that phones in the room open, its forms and its server |
//! | [`ui`] | 5 | screens, popups, widgets |
//! | [`shell`] | 6 | the only room with threads, clock and terminal; performs Effects, sends Msgs back |
//! | [`cli`] | 7 | the commands |
//!
//! # Words to look up
//!
//! The code uses the field's terms, the screen the room's words. These are the terms that have a meaning of their own here;
//! `CONTRIBUTING.md` lists the words that are not used.
//!
//! | in code | on screen | meaning |
//! | --- | --- | --- |
//! | thing ([`graph::Thing`]), [`graph::Key`] | its name | anything a line names; its identity is its label, folded so that spelling does not matter |
//! | claim ([`record::Claim`]) | what somebody said | one statement of one person about the system |
//! | arrow ([`graph::Arrow`]) | arrow | all claims from one thing to another of one relation, added up |
//! | basis ([`record::Basis`]) | seen, told, guess | how somebody knows |
//! | position ([`record::Position`]) | yes, no, unsure | where somebody stands on somebody else's claim |
//! | unit | team | the party that answers for a thing |
//! | agenda, stop ([`exercise::Agenda`]) | the plan | exercises with their minutes; one step of it |
//! | frame ([`exercise::AnswerFrame`]) | - | what the current step asks, and so what a plain line becomes |
//! | long form ([`record::long_form::LongForm`]) | - | a plain line as it is recorded, with all that the step adds to it |
//! | subject ([`exercise::Subject`]) | the list | one entry of the list that a step goes through |
//! | scrap | not read yet | a line that could not be read; it is saved, and mended later |
//! | scribe | who types | the person at the keyboard |
//! | round, hidden ([`record::Hidden`]) | unnamed answers | answers that nobody sees until all are shown together |
//! | matter ([`record::Matter`]) | left open | a promise, question or parked item, and what became of it |
//! | pseudonym ([`record::Person::key`]) | - | identifies a person in all sessions of a workspace, without the name |
//! | disguise ([`graph::Disguise`]) | neutral names | the labels that replace names where nobody may be recognised |
//! | alike ([`graph::Alike`]) | names that look alike | two names that may mean one thing, surely or perhaps; only a person merges them or keeps them apart |
//! | ledger ([`graph::Ledger`]) | - | every claim that stands, in order; the graph is derived from it |
//! | crossing ([`graph::Crossing`]) | - | two things of different units, joined by one arrow or two |
//! | impact ([`graph::Impact`]) | - | how much of a push arrives at the end of a path |
//! | ripple, wave ([`graph::Ripple`]) | ripple | what a push on a thing does; what is reached over one arrow, two, three |
//! | indirect ([`graph::Indirect`]) | in dots | a path through things that a filter hides |
//! | lens, finding ([`lens::Lens`]) | what shows | one reading of the graph; one result of it, with a question |
//! | template, occasion ([`ask::Question`]) | suggestions | a sort of question; something in the graph that it could be asked about |
//! | open end, gap ([`ask::OpenEnd`], [`ask::GapModel`]) | "what else" | a side of a thing on which arrows may be missing; where they are likely to be, learned from the map |
//! | target ([`ask::Target`]) | perhaps | what a thing may change next; a suggestion, recorded only when chosen |
//! | plot ([`lens::Plots`]), its table ([`export::PlotTable`]) | in pictures | what a picture shows, as data; the same in words |
//! | sketch, drawing ([`layout::Sketch`]) | drawn | what is to be drawn; where every box is and how every arrow runs |
//! | instrument ([`assess::Instrument`]) | - | one version of the questions of the self-assessment, as data |
//! | anchor ([`assess::Rating`]) | the words chosen | the sentence that a rating of 1, 3 or 5 stands for |
//! | gate ([`assess::Gate`]) | "no recent example yet" | a rating of 4 or 5 counts as 3 without an example of the last 90 days |
//! | rung, reach ([`assess::Rung`]) | "you lead from" | where a level stands on its ladder; the highest level that holds, with all below it |
//! | slip, spread ([`assess::Slip`]) | "furthest apart" | the anchors one person chose, without a name; how many people chose which |
//! | playhead, still ([`replay::Playhead`]) | - | a place in a past session; the session as it stood there |
//! | sighting ([`replay::Sighting`]) | "shows for the first time" | the findings that an event adds, and those it ends |
//! | branch ([`replay::branch`]) | what if | a session that goes on from a moment of another; off the shared map unless it is adopted |
//! | outlook, brief ([`replay::outlook::Outlook`]) | the brief | what a workspace remembers on a day; a page of it before a follow-up |
//! | copies ([`store::Copies`]) | "one session that went on in two places" | two files that hold one session id |
//! | mark ([`record::line::LineMark`]) | - | the seal at the end of a line of a session file |
//! | desk ([`shell::desk`]) | Desk | the session of a day, for what is noted between sessions |
//! | tour, goal, sight ([`app::Tour`]) | tour | the script of the tour; when a step of it is done; what somebody looks at |
//! | row, popup ([`app::CommandRow`], [`app::Popup`]) | commands; a box | what a key or the palette does; what lies over a screen and takes keys first |

pub mod app;
pub mod ask;
pub mod assess;
pub mod capture;
pub mod cli;
pub mod config;
pub mod exercise;
pub mod export;
pub mod graph;
#[cfg(feature = "hub")]
pub mod hub;
pub mod import;
pub mod layout;
pub mod lens;
#[cfg(feature = "phones")]
pub mod phones;
pub mod record;
pub mod replay;
pub mod shell;
pub mod store;
pub mod theme;
pub mod ui;
