use std::collections::BTreeSet;

use super::ahead::Ahead;
use super::slots::Slots;

/// Decides for each arrow whether its direction is reversed, so that no loop is left. `nodes` is the number of nodes,
/// and the two ends of an arrow are indices of nodes.
///
/// The nodes are put into the greedy order of Eades, Lin and Smyth (1993): a node without incoming arrows goes to the
/// front, one without outgoing arrows to the back; otherwise the node with the most outgoing minus incoming arrows goes
/// to the front. Arrows against this order are turned, except for those that close no loop once the others are turned.
pub fn turned(nodes: usize, ends: &[(usize, usize)]) -> Vec<bool> {
    let place = Greedy::new(nodes, ends).order();
    let mut turned: Vec<bool> = ends.iter().map(|(from, to)| place[*from] > place[*to]).collect();
    let mut ahead = Ahead::new(place);
    for ((from, to), _) in ends.iter().zip(&turned).filter(|(_, turned)| !**turned) {
        ahead.add(*from, *to);
    }
    for ((from, to), turned) in ends.iter().zip(&mut turned).filter(|(_, turned)| **turned) {
        *turned = !ahead.takes(*from, *to);
    }
    turned
}

struct Greedy {
    out: Slots<Vec<usize>>,
    into: Slots<Vec<usize>>,
    /// For each node, the number of remaining outgoing arrows, and of incoming ones.
    left: Slots<(usize, usize)>,
    gone: Slots<bool>,
    sources: BTreeSet<usize>,
    sinks: BTreeSet<usize>,
    /// The other nodes, sorted by the number of incoming minus outgoing arrows, the smallest first.
    rest: BTreeSet<(isize, usize)>,
}

impl Greedy {
    fn new(nodes: usize, ends: &[(usize, usize)]) -> Self {
        let mut out: Slots<Vec<usize>> = Slots::new(nodes);
        let mut into: Slots<Vec<usize>> = Slots::new(nodes);
        for (from, to) in ends.iter().filter(|(from, to)| from != to) {
            out[*from].push(*to);
            into[*to].push(*from);
        }
        let left = out.iter().zip(into.iter()).map(|(out, into)| (out.len(), into.len())).collect();
        let mut greedy = Self {
            out,
            into,
            left,
            gone: Slots::filled(false, nodes),
            sources: BTreeSet::new(),
            sinks: BTreeSet::new(),
            rest: BTreeSet::new(),
        };
        for node in 0..nodes {
            greedy.sort(node);
        }
        greedy
    }

    /// The position of every node in the order.
    fn order(mut self) -> Slots<usize> {
        let nodes = self.gone.len();
        let mut place = Slots::new(nodes);
        let (mut front, mut back) = (0, nodes);
        loop {
            if let Some(sink) = self.sinks.pop_first() {
                back -= 1;
                place[sink] = back;
                self.take(sink);
            } else if let Some(next) = self.sources.pop_first().or_else(|| self.rest.pop_first().map(|(_, node)| node))
            {
                place[next] = front;
                front += 1;
                self.take(next);
            } else {
                return place;
            }
        }
    }

    fn take(&mut self, node: usize) {
        self.gone[node] = true;
        for to in std::mem::take(&mut self.out[node]) {
            self.lose(to, |left| left.1 -= 1);
        }
        for from in std::mem::take(&mut self.into[node]) {
            self.lose(from, |left| left.0 -= 1);
        }
    }

    fn lose(&mut self, node: usize, one: impl Fn(&mut (usize, usize))) {
        if self.gone[node] {
            return;
        }
        self.rest.remove(&(self.surplus(node), node));
        one(&mut self.left[node]);
        self.sort(node);
    }

    fn sort(&mut self, node: usize) {
        match self.left[node] {
            (0, _) => {
                self.sources.remove(&node);
                self.sinks.insert(node);
            }
            (_, 0) => {
                self.sources.insert(node);
            }
            _ => {
                self.rest.insert((self.surplus(node), node));
            }
        }
    }

    /// The number of incoming arrows minus that of outgoing ones.
    fn surplus(&self, node: usize) -> isize {
        let (out, into) = self.left[node];
        into.cast_signed() - out.cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_loop_nothing_is_turned() {
        assert_eq!(turned(4, &[(3, 1), (1, 0), (3, 0), (2, 0)]), [false; 4]);
    }

    #[test]
    fn a_loop_has_one_arrow_turned_and_two_that_share_an_arrow_too() {
        assert_eq!(turned(3, &[(0, 1), (1, 2), (2, 0)]).iter().filter(|turned| **turned).count(), 1);
        let eight = [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0)];
        assert_eq!(turned(4, &eight).iter().filter(|turned| **turned).count(), 1);
    }

    #[test]
    fn an_arrow_into_a_loop_is_never_turned() {
        let ends = [(3, 0), (0, 1), (1, 0), (4, 1), (1, 2), (2, 1)];
        let turned = turned(5, &ends);
        assert!(!turned[0] && !turned[3]);
    }

    #[test]
    fn an_arrow_to_itself_is_left_alone() {
        assert_eq!(turned(1, &[(0, 0)]), [false]);
    }
}
