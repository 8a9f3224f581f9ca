//! The hour: every line of the worked example at its minute, and between them what else happens in a room.

mod corrections;
mod opening;
mod room;
mod rounds;
mod seats;
mod time;

use crate::hour::stage::Stage;
use crate::typing::Typing;

const EXAMPLE: &str = include_str!("../../fixtures/harbourline.txt");

/// A line of the example: when, at which step, and what is typed.
pub(crate) struct Said {
    pub(crate) at: &'static str,
    pub(crate) step: &'static str,
    pub(crate) line: &'static str,
}

pub(crate) fn transcript() -> Vec<Said> {
    let lines = EXAMPLE.lines().filter_map(|line| line.strip_prefix('['));
    let parts = lines.map(|line| {
        let (at, rest) = line.split_once("] ").unwrap();
        let (step, line) = rest.split_once(' ').unwrap();
        Said { at, step, line }
    });
    parts.collect()
}

/// Plays the whole hour, from the home screen to the home screen.
pub(crate) fn play(stage: &mut Stage) {
    opening::sets_up(stage);
    let mut step = "";
    for said in transcript() {
        before(stage, said.at);
        stage.until(said.at).walks_to(said.step);
        if step != said.step {
            step = said.step;
            stage.keeps("a step begins");
        }
        let line = stage.cast.said(said.line);
        stage.types(&line);
        if said.line.contains("Customer trust : -") || said.at == "21:05" {
            stage.keeps("a line is typed");
        }
        stage.enter();
    }
    stage.keeps("the last line is taken back");
    closing(stage);
}

/// What else happens before the line of this minute.
fn before(stage: &mut Stage, at: &str) {
    match at {
        "01:40" => opening::begins(stage),
        "05:30" => {
            rounds::slips(stage);
            opening::hopes(stage);
            time::borrows(stage);
        }
        "05:55" => seats::asks_for_a_name(stage),
        "08:10" => seats::speaks_for_a_while(stage),
        "09:40" => corrections::takes_back(stage),
        "12:05" => corrections::fixes(stage),
        "18:30" => {
            corrections::strikes(stage);
            room::looks_around(stage);
            opening::picks(stage);
        }
        "19:40" => time::gives_a_minute(stage),
        "23:40" => time::pauses(stage),
        "26:35" => time::goes_over(stage),
        "33:10" => {
            opening::decides(stage);
            seats::comes_late(stage);
        }
        "35:20" => room::becomes_one_window(stage),
        "44:00" => room::becomes_two_windows(stage),
        "45:10" => rounds::passes_the_keyboard(stage),
        "54:20" => seats::leaves(stage),
        "66:20" => room::falls_over_a_layer(stage),
        "71:00" => opening::learned(stage),
        _ => {}
    }
}

fn closing(stage: &mut Stage) {
    stage.until("73:30").walks_to("close.3").keeps("fist of five");
    stage.says("4 5").keeps("rated");
    stage.until("74:30").walks_to("close.4").keeps("what was parked");
    stage.says("dropped").keeps("the first is dropped").says("moved 4 dec").keeps("the second has a day");
    stage.until("75:30").code(adjacent::app::Code::F(9)).keeps("minutes");
    stage.command("end this").keeps("asked whether it ends");
    stage.enter().keeps("ended");
}
