use adjacent::exercise::{Agenda, Catalogue, SLACK, TEMPLATES};

use crate::walks::walk::Walk;

#[test]
fn the_minutes_of_every_template_add_up() {
    let catalogue = Catalogue::embedded();
    for template in TEMPLATES {
        let plan = Agenda::parse(template.name, &catalogue, template.mode).unwrap();
        let planned: u16 = plan.iter().map(|planned| planned.minutes).sum();
        assert_eq!(planned, template.minutes, "{}", template.name);
        let agenda = Agenda::lay_out(&plan, &catalogue, template.mode);
        for (line, planned) in plan.iter().enumerate().filter(|(_, planned)| planned.exercise != SLACK) {
            let steps: Vec<u32> =
                agenda.stops().iter().filter(|stop| stop.line == line).map(|stop| stop.seconds).collect();
            let (laid_out, wanted) = (steps.iter().sum::<u32>(), u32::from(planned.minutes) * 60);
            let place = format!("{} of {}: {steps:?}", planned.exercise, template.name);
            // Whole seconds: each step loses less than one.
            assert!(laid_out <= wanted && (wanted - laid_out) < steps.len() as u32, "{place}");
            assert!(steps.iter().all(|seconds| *seconds >= 20), "{place}");
        }
    }
}

#[test]
fn every_template_is_walked_from_its_first_step_to_its_last() {
    for template in TEMPLATES {
        let mut walk = Walk::begun(template.mode, template.name);
        let steps = walk.recording().agenda().stops().to_vec();
        for (number, stop) in steps.iter().enumerate() {
            assert_eq!(walk.recording().step(), Some(&stop.step), "{} {number}", template.name);
            assert!(!walk.prompt().is_empty() && !walk.prompt().contains(['{', '}', '|']), "{}", walk.prompt());
            walk.on_to_the_next();
        }
        let ended = walk.page().is_some() || walk.notice().starts_with("That was the last step");
        assert!(ended, "{}: {}", template.name, walk.notice());
    }
}
