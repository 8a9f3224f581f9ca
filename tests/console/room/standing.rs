//! The picture grows while people speak: what stands keeps its place, as far as the picture fits.

use std::collections::BTreeMap;

use adjacent::app::room::WorkedContent;
use adjacent::record::RoomView;

use crate::room::stage::Stage;

/// Where each box stands in the picture: its layer and its column.
fn standing(stage: &Stage) -> BTreeMap<String, (usize, usize)> {
    let Some(WorkedContent::Picture(picture)) = stage.window.worked() else { panic!("no picture") };
    picture.drawing.boxes.iter().map(|drawn| (drawn.id.clone(), (drawn.layer, drawn.corner.x))).collect()
}

#[test]
fn one_arrow_more_leaves_most_of_the_picture_where_it_is() {
    let (mut stood, mut all, mut worst) = (0, 0, 1.0_f64);
    for seed in 0..12_usize {
        let mut number = seed * 7_919 + 17;
        let mut next = |below: usize| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (number >> 33) % below
        };
        let mut stage = Stage::opened().with_size(160, 50);
        stage.enters(2);
        stage.looks_at(RoomView::WholeMap);
        for line in 0..14 {
            let (from, to) = (next(3 + line / 2), next(4 + line / 2));
            if from == to {
                continue;
            }
            let before = if line < 3 { BTreeMap::new() } else { standing(&stage) };
            stage.says(&format!("matter {from} of ours -> more matter {to} of ours"));
            let after = standing(&stage);
            let stays = before.iter().filter(|(id, at)| after.get(*id).is_some_and(|now| now.1 == at.1)).count();
            stood += stays;
            all += before.len();
            if before.len() >= 4 {
                worst = worst.min(stays as f64 / before.len() as f64);
            }
        }
    }
    let share = stood as f64 / f64::from(u32::try_from(all).unwrap());
    assert!(share >= 0.85, "{share:.2} of the boxes stayed, at worst {worst:.2}");
    assert!(worst >= 0.4, "at worst {worst:.2} of the boxes stayed");
}
