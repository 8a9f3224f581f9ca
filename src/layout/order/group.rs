use crate::layout::slots::Slots;

/// Positions in a layer, each with the vertex there.
type Block = Vec<(usize, usize)>;

/// The groups of vertices that stand side by side.
#[derive(Debug)]
pub(super) struct Groups {
    of: Slots<Option<usize>>,
    any: bool,
}

impl Groups {
    pub(super) fn new(of: &[Option<usize>]) -> Self {
        Self { of: of.to_vec().into(), any: of.iter().any(Option::is_some) }
    }

    /// Whether two neighbours may be exchanged without separating a group.
    pub(super) fn may_swap(&self, one: usize, other: usize) -> bool {
        !self.any || self.of[one] == self.of[other] || (self.of[one].is_none() && self.of[other].is_none())
    }

    pub(super) fn is_bound(&self, vertex: usize) -> bool {
        self.of[vertex].is_some()
    }

    /// Moves the members of every group of a layer to the position of its middle member; otherwise the order stays.
    pub(super) fn gather(&self, layer: &mut Vec<usize>) {
        if !self.any {
            return;
        }
        let mut blocks: Vec<(Option<usize>, Block)> = Vec::new();
        for (place, vertex) in layer.iter().enumerate() {
            let group = self.of[*vertex];
            match blocks.iter_mut().find(|(known, _)| group.is_some() && *known == group) {
                Some((_, block)) => block.push((place, *vertex)),
                None => blocks.push((group, vec![(place, *vertex)])),
            }
        }
        blocks.sort_by_key(|(_, block)| block.get(block.len() / 2).map(|(place, _)| *place));
        *layer = blocks.into_iter().flat_map(|(_, block)| block).map(|(_, vertex)| vertex).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_gathers_around_its_middle_and_keeps_its_order() {
        let groups = Groups::new(&[Some(1), None, Some(1), Some(2), None, Some(1)]);
        let mut layer = vec![0, 1, 2, 3, 4, 5];
        groups.gather(&mut layer);
        assert_eq!(layer, [1, 0, 2, 5, 3, 4]);
        assert!(groups.may_swap(0, 5) && !groups.may_swap(5, 3) && groups.may_swap(1, 4));
    }
}
