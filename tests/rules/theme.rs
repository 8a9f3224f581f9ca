//! A theme is one file and one entry: what else names themes is asked here.

use adjacent::app::commands;
use adjacent::theme::shipped::themes;

#[test]
fn every_theme_is_named_by_the_command_that_takes_another_one() {
    let commands = commands();
    let row = commands.all().iter().find(|row| row.name == "theme").unwrap();
    for theme in themes() {
        assert!(row.words.contains(&theme.name), "name {} in the words of the command: {}", theme.name, row.words);
    }
}
