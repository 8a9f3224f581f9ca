//! `saw Quality index 62`: where a factor stands, in numbers.

use adjacent::capture::Form;
use adjacent::record::Fact;

use super::room::{Room, others};

#[test]
fn a_number_behind_a_factor_is_where_it_stands() {
    let room = Room::after(&["Grade 7 absences -> Costs : +"]);
    for (line, label, words) in [
        ("saw Quality index 62", "Quality index", "62"),
        ("saw Quality index at 62 this week", "Quality index", "62 this week"),
        ("saw quality index is at 62 %", "quality index", "62 %"),
        ("saw waiting: 12 minutes", "waiting", "12 minutes"),
        ("saw Quality index from 75 to 62", "Quality index", "from 75 to 62"),
        ("saw grade 7 absences 14", "grade 7 absences", "14"),
    ] {
        let reading = room.read(line);
        let fact = Fact::Measured { label: label.to_owned(), words: words.to_owned() };
        assert_eq!((reading.form, others(&reading)), (Form::Saw, vec![fact]), "{line}");
    }
    assert_eq!(room.says("saw Quality index 62"), "Seen: Quality index at 62.");
}

#[test]
fn a_direction_is_read_as_before() {
    let room = Room::new();
    assert!(matches!(others(&room.read("saw Trust down 6pts"))[..], [Fact::Observed { .. }]));
    assert_ne!(room.read("saw 62").form, Form::Saw);
}
