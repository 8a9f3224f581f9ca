//! English: the number and person of what a sentence speaks of, and the words that agree with it.
//!
//! Every sentence and question of the program that has a name before or behind a verb is put together here: "Claims
//! handlers say", "Sales says", "Payroll and IT are", "there are two effects", "no prediction came true".

mod agreement;
mod amount;
mod article;
mod counts;
mod label;
mod label_words;
mod noun;
mod number_words;
mod people_words;
mod template;
mod verb;
mod wanted;

pub use agreement::Agreement;
pub use amount::{amount, less_of_it, which_direction};
pub use article::{possessive, with_article};
pub use counts::{
    counted, counted_in_words, counted_or_no, in_digits, in_words, is_sentence, listed, options_as_said,
    options_in_words, there_are,
};
pub use label::{head_word, head_words, names_people};
pub use template::{TemplatePart, filled, parts};
pub use wanted::more_or_less;
