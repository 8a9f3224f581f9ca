//! Layered graphs by chance that is always the same.

/// A graph whose arrows all lead down.
pub(crate) struct Random {
    pub(crate) nodes: usize,
    pub(crate) arrows: Vec<(usize, usize)>,
}

pub(crate) fn name(at: usize) -> String {
    format!("Node {at:04}")
}

/// About as many layers as nodes in one; everybody below the first has an arrow from the layer above, and the rest lead
/// one to three layers down.
pub(crate) fn layered(nodes: usize, arrows: usize, seed: u64) -> Random {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % limit
    };
    let depth = nodes.isqrt();
    let layer: Vec<usize> = (0..nodes).map(|_| below(depth)).collect();
    let of = |wanted: usize| -> Vec<usize> { (0..nodes).filter(|node| layer[*node] == wanted).collect() };
    let layers: Vec<Vec<usize>> = (0..depth).map(of).collect();
    let mut drawn = std::collections::BTreeSet::new();
    let mut order: Vec<usize> = (0..nodes).filter(|node| layer[*node] > 0).collect();
    order.truncate(arrows);
    for node in order {
        let above = &layers[layer[node] - 1];
        if !above.is_empty() {
            drawn.insert((above[below(above.len())], node));
        }
    }
    while drawn.len() < arrows {
        let from = below(nodes);
        let down = 1 + [0, 0, 0, 1, 2][below(5)];
        if let Some(under) = layers.get(layer[from] + down).filter(|under| !under.is_empty()) {
            drawn.insert((from, under[below(under.len())]));
        }
    }
    Random { nodes, arrows: drawn.into_iter().collect() }
}

/// Arrows between any two nodes, the worst case for a drawing in layers.
pub(crate) fn mixed(nodes: usize, arrows: usize, seed: u64) -> Random {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % limit
    };
    let mut drawn = std::collections::BTreeSet::new();
    while drawn.len() < arrows {
        let (from, to) = (below(nodes), below(nodes));
        if from != to && !drawn.contains(&(to, from)) {
            drawn.insert((from, to));
        }
    }
    Random { nodes, arrows: drawn.into_iter().collect() }
}
