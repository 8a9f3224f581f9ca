use super::Causal;

/// The maximum number of steps of the count.
const TRIES: usize = 100_000;

/// The number of simple loops that have more arrows than a list holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LongLoops {
    /// The number that was found.
    pub count: usize,
    /// Whether the count ended at the maximum number of steps, so that there may be more.
    pub cut: bool,
}

/// Counts the simple loops along effects with more than `than` arrows.
///
/// As in [`loops`](super::loops), each loop is found from its smallest place, and only places from which some path leads
/// back to that place are followed. A dense map has more loops than anybody could count, so the number of steps is
/// bounded; the search goes deep first, so that it meets long loops early.
pub fn long_loops(causal: &Causal<'_>, than: usize) -> LongLoops {
    let places = 0..causal.things().len();
    let others = |at: usize, beside: Vec<usize>| {
        let mut beside: Vec<usize> = beside.into_iter().filter(|other| *other != at).collect();
        beside.sort_unstable();
        beside.dedup();
        beside
    };
    let mut count = LongLoopCount {
        ahead: places.clone().map(|at| others(at, causal.out_of(at).map(|step| step.to).collect())).collect(),
        into: places.clone().map(|at| others(at, causal.into(at).map(|step| step.from).collect())).collect(),
        leads_back: vec![false; places.len()],
        on_path: vec![false; places.len()],
        than,
        tries: TRIES,
        found: LongLoops::default(),
    };
    for root in places {
        if !count.from(root) {
            count.found.cut = true;
            break;
        }
    }
    count.found
}

struct LongLoopCount {
    /// The successors and predecessors of each place, each once, in order.
    ahead: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    /// Whether a path through greater places leads from each place back to the root.
    leads_back: Vec<bool>,
    /// Whether each place is on the path that is being followed.
    on_path: Vec<bool>,
    than: usize,
    tries: usize,
    found: LongLoops,
}

impl LongLoopCount {
    /// Counts the long loops whose smallest place is the root. Returns `false` when the limit was reached.
    fn from(&mut self, root: usize) -> bool {
        if self.look_back(root) <= self.than {
            return true;
        }
        self.on_path.fill(false);
        set(&mut self.on_path, root);
        // Each element is a place on the path, with the number of its successors that were tried.
        let mut path: Vec<(usize, usize)> = vec![(root, 0)];
        while let Some((here, tried)) = path.last_mut() {
            let here = *here;
            let next = self.ahead.get(here).and_then(|ahead| ahead.get(*tried)).copied();
            *tried += 1;
            let Some(next) = next else {
                path.pop();
                if let Some(on_path) = self.on_path.get_mut(here) {
                    *on_path = false;
                }
                continue;
            };
            self.tries = self.tries.saturating_sub(1);
            if self.tries == 0 {
                return false;
            }
            if next == root {
                self.found.count += usize::from(path.len() > self.than);
            } else if is(&self.leads_back, next) && !is(&self.on_path, next) {
                set(&mut self.on_path, next);
                path.push((next, 0));
            }
        }
        true
    }

    /// Marks the places greater than the root from which a path leads back to it; returns how many places these and the
    /// root are.
    fn look_back(&mut self, root: usize) -> usize {
        self.leads_back.fill(false);
        let (mut many, mut waiting) = (1, vec![root]);
        while let Some(place) = waiting.pop() {
            for from in self.into.get(place).into_iter().flatten().filter(|from| **from > root) {
                if let Some(known) = self.leads_back.get_mut(*from).filter(|known| !**known) {
                    *known = true;
                    many += 1;
                    waiting.push(*from);
                }
            }
        }
        many
    }
}

fn is(marks: &[bool], place: usize) -> bool {
    marks.get(place).copied().unwrap_or_default()
}

fn set(marks: &mut [bool], place: usize) {
    if let Some(mark) = marks.get_mut(place) {
        *mark = true;
    }
}
