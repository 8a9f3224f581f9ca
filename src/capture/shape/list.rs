use super::aim::AIM;
use super::arrow::{ARROW, GREATER};
use super::cause::CAUSE;
use super::condition::CONDITION;
use super::input::Shape;
use super::nobody::{NOBODY, STATUS};
use super::observed::{BEFORE_AFTER, OBSERVED};
use super::pair::{BUT, PAIR, WITH};
use super::sentence::SENTENCE;
use super::the_more::THE_MORE;
use super::turned::TURNED;

/// Every shape of line that is read by its words, in the order in which they are tried.
pub(crate) static SHAPES: [Shape; 15] = [
    BEFORE_AFTER,
    ARROW,
    GREATER,
    NOBODY,
    THE_MORE,
    CONDITION,
    CAUSE,
    WITH,
    TURNED,
    SENTENCE,
    AIM,
    STATUS,
    BUT,
    OBSERVED,
    PAIR,
];
