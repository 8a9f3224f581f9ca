//! What `/help` prints.

/// The text for `/help`.
pub(super) const HELP: &str = "\
Type what is said, in sentences or arrows; every line is answered once it is on disk.
  bot -> less handle time, more calls   arrows; more or less
  bot needs data, @Claims owns bot      needs, owns
  who tells Retention?                  a question for later
  3 5 0 1, right, done, guard: ...      an answer to what is asked
/next /back /go 3 /steps /prompt        walk through the exercise
/undo /redo /yes                        take back, bring back, accept what is asked
/take, /take 2                          take what the last line could be
/offers                                 the lines that could be arrows, one after another;
                                        /take takes, /skip or Enter goes on, /text leaves it as text
/why                                    why the last line was read so
/speaker tom, /speaker none             who speaks from now on
/skip, /subject-back                    the next one on the list, the one before
/said, /find words                      the lines said, with their numbers
/fix 3 words, /split 3 one || two       other words in place of line 3, or two lines
/take-back 3, /before 3, /strike 3      take it back, what stood there before, remove it for good
/who-said 3 tom, /line-kind 3 parked    who said it; parked, question, promise or note
/set-kind Service bot = initiative      what sort of thing it is
/title, /title Spring review            what the session is called
/plan, /plan next=20, close=6           what is planned, for how many minutes; /save-plan NAME keeps it
/start /time /more-time /pause          take time, how it stands, a minute more, stop the clocks
/map, /map Handle time                  what it adds up to
/ripple Handle time                     what follows from it, wave by wave; less Handle time: pushed down
/matrix /groups /health                 the whole map
/findings, /findings 1 not now          what shows; true, not true or not now judges it
/ask                                    the next good questions
/show map, /curtain                     what the room sees: question, map, whole-map, ripple, finding, said,
                                        decisions, agenda; title and clock alone
/plots                                  levers, changes, agreement, who was heard when, in words
/minutes /page                          the minutes as they stand, what one alone takes away
/replay                                 the session from its beginning, with times
/languages, /languages de, fr           what is spoken beside English
/private                                keep it out of the shared map, or share it again
/end /quit                              end the session; leave it to go on later
Every command of the console has its name here: one that is another command of the program says which.";
