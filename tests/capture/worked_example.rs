use std::fmt::Write as _;

use adjacent::record::Fact;

use crate::room::{Room, claims};

const EXAMPLE: &str = include_str!("harbourline.txt");

fn lines() -> impl Iterator<Item = &'static str> {
    EXAMPLE.lines().filter(|line| line.starts_with('[')).filter_map(|line| line.splitn(3, ' ').nth(2))
}

#[test]
fn x() {
    let mut room = Room::of_people(&[
        ("mei", "Claims"),
        ("sam", "Claims"),
        ("tom", "Contact Centre"),
        ("pri", "Retention"),
        ("gus", "Underwriting"),
        ("lin", "Data Platform"),
        ("ana", "Risk"),
        ("joe", "Finance"),
    ]);
    let mut told = String::new();
    for line in lines() {
        let reading = room.read(line);
        writeln!(told, "{line}\n   {}", room.speak(&reading)).unwrap();
        for c in claims(&reading) {
            writeln!(told, "      {c}").unwrap();
        }
        for a in &reading.amber {
            writeln!(told, "      AMBER {a:?}").unwrap();
        }
        room.record(&reading);
    }
    println!("{told}");
}
