//! The area of pictures, beside what `dot` needs for boxes of the same size.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use adjacent::export::{Arrows, map_svg};
use adjacent::graph::{Graph, Ledger};
use adjacent::record::{Claim, Event, Fact, Kind, Names, Relation, Session, Sign};

use crate::graphs::{Random, name};
use crate::session::header;

/// Nodes, arrows, and the parameters without which `dot` needs more than a quarter of an hour.
const SIZES: [(usize, usize, &[&str]); 3] =
    [(60, 180, &[]), (100, 300, &[]), (300, 900, &["-Gnslimit=2", "-Gmclimit=0.5"])];

/// The share of the area of `dot` that is allowed.
const ALLOWED: f64 = 1.5;

/// The size of the box of a node in the picture, in pixels.
const BOX: (f64, f64) = (96.0, 51.0);

pub(crate) fn compare() {
    println!("\n{:<20} {:>34} {:>34} {:>7} {:>12}{:>12}  goal", "picture", "ours", "dot", "ratio", "ours", "dot");
    for (nodes, arrows, parameters) in SIZES {
        let random = crate::graphs::mixed(nodes, arrows, 1);
        let graph = graph(&random);
        let began = Instant::now();
        let picture = map_svg(&graph, "", Arrows::All);
        let took = began.elapsed();
        let ours = size(&picture);
        let told = |(width, height): (f64, f64)| format!("{width:.0} x {height:.0} = {:.1} Mpx", width * height / 1e6);
        let theirs = dot(&random, parameters);
        let ratio = theirs.map(|((width, height), _)| ours.0 * ours.1 / (width * height));
        println!(
            "{:<20} {:>34} {:>34} {:>7} {:>9.0} ms{:>9.0} ms  <= {ALLOWED:.1}x, <= 2 s",
            format!("{nodes} / {arrows}"),
            told(ours),
            theirs.map_or_else(|| "not installed".to_owned(), |(size, _)| told(size)),
            ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            took.as_secs_f64() * 1e3,
            theirs.map_or(0.0, |(_, time)| time.as_secs_f64() * 1e3),
        );
    }
}

fn graph(random: &Random) -> Graph {
    let named = (0..random.nodes).map(|at| Fact::Named { label: name(at), kind: Kind::Factor });
    let claimed = random.arrows.iter().zip(1..).map(|((from, to), claim)| {
        let (from, to) = (name(*from), name(*to));
        Fact::Claimed(Claim { claim, from, to, kind: Relation::Affects, sign: Sign::Plus, ..Claim::default() })
    });
    let events = named.chain(claimed).zip(1..).map(|(fact, seq)| Event { seq, facts: vec![fact], ..Event::default() });
    let mut ledger = Ledger::new();
    let session = Session::fold(header("2026-11-20-area-0000", "Area"), events);
    ledger.add_session(&session, &Names::default());
    ledger.graph(None)
}

/// The width and the height of a picture in pixels.
fn size(picture: &str) -> (f64, f64) {
    let rest = picture.split("viewBox=\"0 0 ").nth(1).unwrap();
    let (width, height) = rest.split('"').next().unwrap().split_once(' ').unwrap();
    (width.parse().unwrap(), height.parse().unwrap())
}

/// The size that `dot` needs in points, a pixel a point, and how long the process took; nothing when it is not
/// installed.
fn dot(random: &Random, parameters: &[&str]) -> Option<((f64, f64), Duration)> {
    let (width, height) = (BOX.0 / 72.0, BOX.1 / 72.0);
    let arrows: Vec<String> = random.arrows.iter().map(|(from, to)| format!("{from} -> {to};")).collect();
    let boxes = format!("node [shape=box, fixedsize=true, width={width:.3}, height={height:.3}, label=\"\"];");
    let text = format!("digraph {{ {boxes}\n{}\n}}", arrows.join("\n"));
    let began = Instant::now();
    let mut child = Command::new("dot")
        .arg("-Tplain")
        .args(parameters)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().ok()?;
    let time = began.elapsed();
    writer.join().ok()?.ok()?;
    let plain = String::from_utf8(output.stdout).ok()?;
    let mut words = plain.lines().next()?.split_whitespace().skip(2).filter_map(|word| word.parse::<f64>().ok());
    Some(((words.next()? * 72.0, words.next()? * 72.0), time))
}
