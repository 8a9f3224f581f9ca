//! Maps after the shapes that people draw: what leads to what, by whom it was said, in words of topics.

use adjacent::record::Kind;

/// A map as somebody drew it.
#[derive(Clone, Debug)]
pub(crate) struct DrawnMap {
    /// The labels of its things.
    pub(crate) names: Vec<String>,
    /// The kind of each.
    pub(crate) kinds: Vec<Kind>,
    /// Its arrows as start and end, each once.
    pub(crate) arrows: Vec<(usize, usize)>,
    /// For each arrow who said it; several people may have.
    pub(crate) speakers: Vec<Vec<usize>>,
}

/// Numbers that look random and are the same for the same seed (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub(crate) fn share(&mut self) -> f64 {
        self.next() as f64 / (1_u64 << 53) as f64
    }

    /// An index, the likelier the larger its weight.
    pub(crate) fn weighed(&mut self, weights: &[f64]) -> usize {
        let mut left = self.share() * weights.iter().sum::<f64>();
        for (at, weight) in weights.iter().enumerate() {
            left -= weight;
            if left <= 0.0 {
                return at;
            }
        }
        weights.len() - 1
    }

    pub(crate) fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            let other = self.below(at + 1);
            order.swap(at, other);
        }
        order
    }
}

/// A shape that people draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A few things to which and from which nearly everything leads.
    Hubs,
    /// Causes, what they do, and what that does, each layer wider or narrower than the last; few arrows back.
    Layers,
    /// Everything hangs together: short loops within topics, and arrows from topic to topic.
    Loops,
    /// What people said one after the other, each a few chains through what everybody speaks of.
    Interviews,
    /// Every thing has about as many arrows as any other, so that gaps are where arrows are few.
    Even,
}

pub(crate) const SHAPES: [Shape; 5] = [Shape::Hubs, Shape::Layers, Shape::Loops, Shape::Interviews, Shape::Even];

/// Draws a map of a shape: `things` things, and about `per_thing` arrows for each.
pub(crate) fn drawn(shape: Shape, things: usize, per_thing: f64, seed: u64) -> DrawnMap {
    let mut dice = Dice::new(seed);
    let topics = (things / 14).max(3);
    let topic: Vec<usize> = (0..things).map(|_| dice.below(topics)).collect();
    let names = names(&topic, &mut dice);
    let wanted = (things as f64 * per_thing) as usize;
    // How much a thing draws, out and in: heavy tails, partly shared by the two.
    let tail = match shape {
        Shape::Hubs => 1.6,
        Shape::Interviews => 1.2,
        Shape::Even => 0.0,
        Shape::Layers | Shape::Loops => 1.1,
    };
    let mut draws = || {
        let normal: f64 = (0..6).map(|_| dice.share()).sum::<f64>() - 3.0;
        (normal * 1.4 * tail).exp()
    };
    let both: Vec<f64> = (0..things).map(|_| draws()).collect();
    let out: Vec<f64> = both.iter().map(|both| both.sqrt() * draws()).collect();
    let into: Vec<f64> = both.iter().map(|both| both.sqrt() * draws()).collect();
    let layer: Vec<usize> = (0..things).map(|_| dice.below(5)).collect();
    let speakers = if shape == Shape::Interviews { 6 + dice.below(14) } else { 4 };
    let kinds = vec![Kind::Factor; things];
    let mut map = DrawnMap { names, kinds, arrows: Vec::new(), speakers: Vec::new() };
    let mut counts = vec![(0_usize, 0_usize); things];
    // What one person speaks of: a part of the topics.
    let interest: Vec<Vec<f64>> =
        (0..speakers).map(|_| (0..topics).map(|_| if dice.share() < 0.35 { 1.0 } else { 0.15 }).collect()).collect();
    let (mut tries, mut at) = (0, None::<usize>);
    while map.arrows.len() < wanted && tries < wanted * 30 {
        tries += 1;
        let speaker = dice.below(speakers);
        let from = match at.take() {
            Some(at) => at,
            None => {
                let weights: Vec<f64> = (0..things)
                    .map(|thing| match shape {
                        Shape::Even => 1.0 / (1.0 + counts[thing].0 as f64).powi(4),
                        Shape::Interviews => out[thing] * interest[speaker][topic[thing]],
                        _ => out[thing],
                    })
                    .collect();
                dice.weighed(&weights)
            }
        };
        let noise = dice.share() < 0.1;
        let weights: Vec<f64> = (0..things)
            .map(|to| {
                if to == from {
                    return 0.0;
                }
                let near = if topic[to] == topic[from] { 1.0 } else { 0.12 };
                let pull = if noise { 1.0 } else { into[to] };
                match shape {
                    _ if noise => pull,
                    Shape::Hubs => pull * (0.4 + near),
                    Shape::Layers => match layer[to].cmp(&layer[from]) {
                        std::cmp::Ordering::Greater if layer[to] == layer[from] + 1 => pull * (0.2 + near),
                        std::cmp::Ordering::Greater => pull * near * 0.2,
                        std::cmp::Ordering::Equal => pull * near * 0.1,
                        std::cmp::Ordering::Less => pull * near * 0.03,
                    },
                    Shape::Loops => pull * near,
                    Shape::Interviews => pull * (0.1 + near) * interest[speaker][topic[to]],
                    Shape::Even => near / (1.0 + counts[to].1 as f64).powi(4),
                }
            })
            .collect();
        let to = dice.weighed(&weights);
        if to == from {
            continue;
        }
        if matches!(shape, Shape::Interviews) && dice.share() < 0.6 || shape == Shape::Loops && dice.share() < 0.4 {
            at = Some(to);
        }
        match map.arrows.iter().position(|arrow| *arrow == (from, to)) {
            Some(known) if !map.speakers[known].contains(&speaker) => map.speakers[known].push(speaker),
            Some(_) => {}
            None => {
                map.arrows.push((from, to));
                map.speakers.push(vec![speaker]);
                counts[from].0 += 1;
                counts[to].1 += 1;
                if shape == Shape::Loops && dice.share() < 0.15 && !map.arrows.contains(&(to, from)) {
                    map.arrows.push((to, from));
                    map.speakers.push(vec![speaker]);
                }
            }
        }
    }
    map
}

/// Labels of two or three words; things of one topic often share a word.
fn names(topic: &[usize], dice: &mut Dice) -> Vec<String> {
    const SYLLABLES: [&str; 20] = [
        "ba", "cor", "den", "fil", "gam", "hor", "jin", "kel", "lum", "mar", "nor", "pel", "quo", "ras", "sel", "tor",
        "ull", "ver", "wim", "zan",
    ];
    let word = |number: usize| {
        let (a, b, c) = (number % 20, number / 20 % 20, number / 400 % 20);
        format!("{}{}{}", SYLLABLES[a], SYLLABLES[b], SYLLABLES[c])
    };
    let mut names: Vec<String> = Vec::new();
    for topic in topic {
        let name = loop {
            let of_topic = word(7 + topic * 37 + dice.below(4) * 1009);
            let any = word(3000 + dice.below(120) * 13);
            let own = word(5000 + dice.below(900) * 3);
            let name = match dice.below(10) {
                0..=3 => format!("{of_topic} {own}"),
                4..=6 => format!("{of_topic} {any}"),
                7 => format!("{own} {any}"),
                _ => format!("{any} {of_topic} {own}"),
            };
            if !names.contains(&name) {
                break name;
            }
        };
        names.push(name);
    }
    names
}
