use super::layered::Layered;
use super::slots::Slots;

/// The maximum number of ports on one side between which a column is left free; more ports stand side by side.
const ROOMY: usize = 12;

/// The columns at which links begin and end, counted from the left border of their boxes; 0 at a bend.
#[derive(Clone, Debug)]
pub(super) struct Ports {
    /// For each link, the column on the lower border of its upper vertex.
    pub(super) upper: Slots<usize>,
    /// For each link, the column on the upper border of its lower vertex.
    pub(super) lower: Slots<usize>,
}

/// The columns that a box needs for this number of arrows on its busier side: the minimum, and the number with room
/// between the arrows.
pub(super) const fn needed(arrows: usize) -> (usize, usize) {
    let least = arrows + 2;
    let roomy = if arrows <= ROOMY { 2 * arrows + 1 } else { least };
    (least, if roomy < least { least } else { roomy })
}

impl Ports {
    /// Distributes the links of each side over the border, in the order of their other ends.
    pub(super) fn new(net: &Layered, boxes: &Slots<usize>) -> Self {
        let mut place = Slots::new(net.vertices());
        for layer in net.layers.iter() {
            for (at, vertex) in layer.iter().enumerate() {
                place[*vertex] = at;
            }
        }
        let mut at_bottom: Slots<Vec<usize>> = Slots::new(net.nodes);
        let mut at_top: Slots<Vec<usize>> = Slots::new(net.nodes);
        for (at, link) in net.links.iter().enumerate() {
            at_bottom[link.upper].push(at);
            at_top[link.lower].push(at);
        }
        let mut ports = Self { upper: Slots::new(net.links.len()), lower: Slots::new(net.links.len()) };
        for node in 0..net.nodes {
            at_bottom[node].sort_by_key(|at| (place[net.links[*at].lower], net.links[*at].edge));
            spread(&mut ports.upper, &at_bottom[node], boxes[node]);
            at_top[node].sort_by_key(|at| (place[net.links[*at].upper], net.links[*at].edge));
            spread(&mut ports.lower, &at_top[node], boxes[node]);
        }
        ports
    }
}

fn spread(ports: &mut Slots<usize>, links: &[usize], columns: usize) {
    let inner = columns.saturating_sub(2);
    for (at, link) in links.iter().enumerate() {
        ports[*link] = 1 + (2 * at + 1) * inner / (2 * links.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_has_a_column_of_its_own_inside_the_border() {
        for links in 1..40 {
            let (least, roomy) = needed(links);
            for columns in [least, roomy, roomy + 7] {
                let mut ports = Slots::new(links);
                spread(&mut ports, &(0..links).collect::<Vec<_>>(), columns);
                let ports: Vec<usize> = ports.iter().copied().collect();
                assert!(ports.windows(2).all(|pair| pair[0] < pair[1]), "{links} in {columns}: {ports:?}");
                assert!(ports[0] > 0 && ports[links - 1] < columns - 1, "{links} in {columns}: {ports:?}");
            }
        }
    }
}
