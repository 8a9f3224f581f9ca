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
//! A room may use rooms with a smaller number, never its own number, never a larger one; `tests/layers.rs` keeps it so.
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
//! | [`app`] | 4 | Model, Msg, update -> Effects, the command table, the keymap; no terminal, no disk |
//! | [`store`] | 4 | the only room that touches disk: workspace, session file, lock, recovery |
//! | [`ui`] | 5 | screens, popups, widgets |
//! | [`shell`] | 6 | the only room with threads, clock and terminal; performs Effects, sends Msgs back |
//! | [`cli`] | 7 | the commands |
//!
//! # Glossary
//!
//! The code uses the field's terms; the screen uses the room's words.
//!
//! | in code | on screen | meaning |
//! | --- | --- | --- |
//! | thing ([`graph::Thing`]) | thing | anything a line names: a team, a bot, a number that goes up or down |
//! | label, [`graph::Key`] | its name | a thing as typed, and its identity: the label folded so that spelling does not matter |
//! | claim ([`record::Claim`]) | what somebody said | one thing one person said about the system |
//! | arrow ([`graph::Arrow`]) | arrow | what all claims between two things add up to, per relation |
//! | relation ([`record::Relation`]) | - | what an arrow says: affects, feeds, needs, owns ... |
//! | sign ([`record::Sign`]) | more, less | which way an effect goes |
//! | basis ([`record::Basis`]) | seen, told, guess | how somebody knows |
//! | position ([`record::Position`]) | yes, no, unsure | where somebody stands on another's claim |
//! | exercise, step ([`exercise::Exercise`]) | exercise, step | a structured walk; one prompt of it |
//! | agenda, stop ([`exercise::Agenda`]) | the plan | exercises with their minutes; one step on the way |
//! | frame ([`exercise::AnswerFrame`]) | - | what is asked right now: what a bare line becomes |
//! | subject ([`exercise::Subject`]) | the list | one of what a step walks over |
//! | guidance ([`app::Guidance`]) | F2 | what only whoever holds the keyboard is told |
//! | round, hidden ([`record::Hidden`]) | unnamed answers | answers that nobody sees until they are shown together |
//! | matter ([`record::Matter`]) | left open | a promise, a question, a parked item, and what became of it |
//! | audience ([`app::room`]) | the room's screen | what everybody may see of a session |
//! | disguise ([`graph::Disguise`]) | neutral names | what everything on a map is called where nobody may recognise it |
//! | alike ([`graph::Alike`]) | names that look alike | two names that may stand for one thing; merged or kept apart only by somebody |
//! | tray ([`app::Tray`]) | the tray | where names that look alike are decided about, a pair at a time |
//! | desk ([`shell::desk`]) | Desk | the session of a day that holds what is noted between sessions |
//! | path ([`graph::Path`]) | way | arrows along effects from one thing to another, no thing twice |
//! | impact ([`graph::Impact`]) | - | how much of a push arrives at the end of a path |
//! | crossing ([`graph::Crossing`]) | - | two things of different units joined by an arrow, or by two |
//! | lens ([`lens::Lens`]) | - | one way to read the graph |
//! | finding ([`lens::Finding`]) | what shows | something a lens sees: a sentence, a question, and what it rests on |
//! | question, template ([`ask::Question`]) | suggestions | what could be asked next, and why; the sort of question it is |
//! | occasion | - | something that a template could be asked about |
//! | target ([`ask::Target`]) | perhaps | what a thing may well change next; a suggestion, never recorded unless chosen |
//! | instrument ([`assess::Instrument`]) | - | one version of the questions of the self-assessment, as data |
//! | anchor ([`assess::Rating`]) | the words chosen | what a rating of 1, 3 or 5 means for an item; the digit is only its key |
//! | red flag ([`assess::RedFlag`]) | red flag | a statement that holds a level down as far as it is so |
//! | gate ([`assess::Gate`]) | "no recent example yet" | a 4 or 5 counts as 3 without an example of the last 90 days |
//! | rung, height ([`assess::Rung`]) | the words of the scale | where a level stands on its ladder; no screen shows the height's decimals |
//! | reach ([`assess::Reach`]) | "you lead from" | the highest level that holds, and all below it |
//! | slip ([`assess::Slip`]) | slip | the anchors one person chose, without a name |
//! | spread ([`assess::Spread`]) | "furthest apart" | how many of a room chose which anchor, the widest first; no slip is ever shown |
//! | card, place ([`assess::Card`], [`assess::Place`]) | - | a page of what is asked; which of its questions |
//! | walk ([`assess::Walk`]) | - | somebody on the way through the questions, moved on by what is on disk |
//! | mirror ([`app::AssessView`]) | the mirror | the screen of the self-assessment |
//! | agreement, dispute | "they disagree" | the share of people who hold the winning sign; no sign below three quarters |
//! | unit | team | the party that answers for a thing |
//! | report, chapter ([`export::Report`]) | the report | what one or several sessions add up to, for somebody who was not there; one session of it |
//! | sketch ([`layout::Sketch`]) | - | what is to be drawn: boxes to be (node) and lines between them (edge) |
//! | drawing ([`layout::Drawing`]) | drawn | a sketch in layers: where every box is (frame), how every arrow runs (route) |
//! | bend, link | - | where an arrow passes a layer; its part between two layers |
//! | channel, track | - | the rows between two layers; one of them |
//! | filter ([`graph::Filter`]) | filter | which part of a map to look at |
//! | shown ([`graph::FilteredGraph`]) | "12 of 57 arrows shown" | what a filter leaves of a graph |
//! | indirect ([`graph::Indirect`]) | in dots | what leads through things that are not shown |
//! | ripple, wave ([`graph::Ripple`]) | ripple | what a push on a thing does; what is reached over one arrow, two, three |
//! | view, centre ([`app::map`]) | neighbours ... table | one way to look at the map; the thing that is looked at |
//! | scrap | not read yet | a line that could not be read; kept, and mended later |
//! | scribe | who types | whoever holds the keyboard |
//! | playhead ([`replay::Playhead`]) | - | a place in a session that is looked back at |
//! | still ([`replay::Still`]) | - | a session as it stood at a position: what to draw |
//! | timeline ([`replay::Timeline`]) | - | a session that can be looked at as it stood at any position |
//! | marker ([`replay::Marker`]) | - | a moment worth stopping at |
//! | leap ([`app::replay::Leap`]) | - | how far one key goes in time, on the replay screen |
//! | sighting ([`replay::Sighting`]) | "shows for the first time" | what an event makes show, and what it ends |
//! | branch ([`replay::branch`]) | what if | a session that goes on from a moment of another, beside the shared map unless it is adopted |
//! | side ([`replay::compare::Side`]) | - | one of two moments that are compared |
//! | prediction ([`replay::look::Prediction`]) | "we said" | an effect that was said to show by a day |
//! | outlook ([`replay::outlook::Outlook`]) | - | what a workspace remembers on a day: what is due, what became of what |
//! | brief ([`replay::brief::Brief`]) | the brief | one page of an outlook, before a follow-up |
//! | cast ([`shell::cast`]) | a recording | a session on the audience screen, as a terminal would have shown it |
//! | ledger ([`graph::Ledger`]) | - | every claim that stands, in order; the graph is derived from it |
//! | pseudonym ([`record::Person::key`]) | - | who somebody is in every session of a workspace, without the name |
//! | copies ([`store::Copies`]) | "one session that went on in two places" | two files that say they are one session |
//! | revision ([`import::revision::Revision`]) | - | what is new, changed or gone in notes that were mended |
//! | zone ([`record::Zone`]) | - | where a session was held, as far as days go; moments are UTC everywhere |
//! | owner ([`graph::Owner`]) | who | whose a promise or a watch is, as every page tells it |
//! | own note ([`record::OwnNote`]) | "for you alone" | what whoever holds the keyboard notes for themselves, beside the record |
//! | confidence ([`app::Confidence`]) | private, shared | whether a session adds to the shared map |
//! | mark ([`record::line::LineMark`]) | - | the seal at the end of a line of a session file |

pub mod app;
pub mod ask;
pub mod assess;
pub mod capture;
pub mod cli;
pub mod exercise;
pub mod export;
pub mod graph;
pub mod import;
pub mod layout;
pub mod lens;
pub mod record;
pub mod replay;
pub mod shell;
pub mod store;
pub mod theme;
pub mod ui;
