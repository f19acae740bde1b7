//! A filter while somebody puts it together: a tree whose parts have numbers, so that a row stays the same row while
//! others come and go around it.

use crate::Node;
use crate::filter::MAX_DEPTH;

/// The number of a part; no other part of the sketch ever has it.
pub(super) type PartId = u32;

/// The tree. What a row holds is not its business.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sketch<R> {
    pub root: Group<R>,
    next: PartId,
}

/// Parts of which all have to hold, or one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group<R> {
    pub id: PartId,
    pub is_any: bool,
    pub parts: Vec<Part<R>>,
}

/// A part of a group.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part<R> {
    Row(PartId, R),
    Group(Group<R>),
}

impl<R> Part<R> {
    pub fn id(&self) -> PartId {
        match self {
            Self::Row(id, _) => *id,
            Self::Group(group) => group.id,
        }
    }
}

impl<R: Clone> Sketch<R> {
    /// The sketch of a filter's outer conditions; `row` makes what a row holds.
    pub fn of(outer: &[Node], mut row: impl FnMut(&crate::Test) -> R) -> Self {
        let mut next = 1;
        // "Any of these" alone is one group and not one within another.
        let (is_any, nodes) = match outer {
            [Node::Any(nodes)] => (true, nodes.as_slice()),
            nodes => (false, nodes),
        };
        let parts = nodes.iter().map(|node| part(node, &mut row, &mut next)).collect();
        Self { root: Group { id: 0, is_any, parts }, next }
    }

    /// What is meant, rows that say nothing and groups of nothing left out.
    pub fn node(&self, row: &mut impl FnMut(PartId, &R) -> Option<Node>) -> Node {
        self.root.node(row)
    }

    /// All rows, from the top.
    pub fn rows(&self) -> Vec<(PartId, R)> {
        let mut rows = Vec::new();
        self.root.each(&mut |id, row| rows.push((id, row.clone())));
        rows
    }

    /// Adds a row at the end of a group, and tells its number.
    pub fn add_row(&mut self, group: PartId, row: R) -> PartId {
        let id = self.number();
        if let Some(group) = self.root.find(group) {
            group.parts.push(Part::Row(id, row));
        }
        id
    }

    /// Adds a group with one row, the other way of joining being what is wanted there; tells the row's number.
    pub fn add_group(&mut self, within: PartId, row: R) -> PartId {
        let (id, first) = (self.number(), self.number());
        if let Some(outer) = self.root.find(within) {
            let parts = vec![Part::Row(first, row)];
            outer.parts.push(Part::Group(Group { id, is_any: !outer.is_any, parts }));
        }
        first
    }

    /// Takes a part away, and groups that nothing is left of. Tells which part stands in its place then, or before it;
    /// `None` when nothing is left at all.
    pub fn remove(&mut self, id: PartId) -> Option<PartId> {
        self.root.remove(id).flatten()
    }

    /// Joins the parts of a group by "and" or by "or".
    pub fn join(&mut self, group: PartId, is_any: bool) {
        if let Some(group) = self.root.find(group) {
            group.is_any = is_any;
        }
    }

    /// The group of this number.
    pub fn group(&self, id: PartId) -> Option<&Group<R>> {
        self.root.get(id)
    }

    /// Whether a group can hold another one: filters have a limit.
    pub fn may_nest(&self, group: PartId) -> bool {
        // The outermost group of a filter is one of all; "any" stands within it.
        let outer = if self.root.is_any { 2 } else { 1 };
        self.root.level(group, outer).is_some_and(|level| level < MAX_DEPTH)
    }

    fn number(&mut self) -> PartId {
        self.next += 1;
        self.next - 1
    }
}

fn part<R>(node: &Node, row: &mut impl FnMut(&crate::Test) -> R, next: &mut PartId) -> Part<R> {
    let id = *next;
    *next += 1;
    match node {
        Node::Test(test) => Part::Row(id, row(test)),
        Node::All(nodes) | Node::Any(nodes) => {
            let parts = nodes.iter().map(|node| part(node, row, next)).collect();
            Part::Group(Group { id, is_any: matches!(node, Node::Any(_)), parts })
        }
    }
}

impl<R> Group<R> {
    fn node(&self, row: &mut impl FnMut(PartId, &R) -> Option<Node>) -> Node {
        let mut nodes = Vec::new();
        for part in &self.parts {
            match part {
                Part::Row(id, said) => nodes.extend(row(*id, said)),
                Part::Group(group) => match group.node(row) {
                    Node::All(none) | Node::Any(none) if none.is_empty() => {}
                    node => nodes.push(node),
                },
            }
        }
        if self.is_any { Node::Any(nodes) } else { Node::All(nodes) }
    }

    fn each(&self, row: &mut impl FnMut(PartId, &R)) {
        for part in &self.parts {
            match part {
                Part::Row(id, said) => row(*id, said),
                Part::Group(group) => group.each(row),
            }
        }
    }

    fn inner(&self) -> impl Iterator<Item = &Self> {
        self.parts.iter().filter_map(|part| match part {
            Part::Group(group) => Some(group),
            Part::Row(..) => None,
        })
    }

    fn get(&self, id: PartId) -> Option<&Self> {
        if self.id == id { Some(self) } else { self.inner().find_map(|group| group.get(id)) }
    }

    fn find(&mut self, id: PartId) -> Option<&mut Self> {
        if self.id == id {
            return Some(self);
        }
        self.parts.iter_mut().find_map(|part| match part {
            Part::Group(group) => group.find(id),
            Part::Row(..) => None,
        })
    }

    fn level(&self, id: PartId, own: usize) -> Option<usize> {
        if self.id == id { Some(own) } else { self.inner().find_map(|group| group.level(id, own + 1)) }
    }

    /// `None` if the part is not in here; else what stands in its place.
    fn remove(&mut self, id: PartId) -> Option<Option<PartId>> {
        let at = match self.parts.iter().position(|part| part.id() == id) {
            Some(at) => at,
            None => {
                let (at, left) = self.parts.iter_mut().enumerate().find_map(|(at, part)| match part {
                    Part::Group(group) => Some((at, group.remove(id)?)),
                    Part::Row(..) => None,
                })?;
                if left.is_some() {
                    return Some(left);
                }
                at
            }
        };
        self.parts.remove(at);
        let next = self.parts.get(at).or_else(|| self.parts.last());
        Some(next.map(Part::id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Check;

    fn test(key: &str) -> Node {
        Node::test(key, Check::Flag(true))
    }

    fn sketch(outer: &[Node]) -> Sketch<Node> {
        Sketch::of(outer, |test| Node::Test(test.clone()))
    }

    fn text(sketch: &Sketch<Node>) -> String {
        sketch.node(&mut |_, row| Some(row.clone())).text()
    }

    #[test]
    fn a_filter_survives_the_way_through_the_sketch() {
        let outer = [test("a"), Node::Any(vec![test("b"), Node::All(vec![test("c"), test("d")])])];
        assert_eq!(text(&sketch(&outer)), Node::All(outer.to_vec()).text());
        let any = [Node::Any(vec![test("a"), test("b")])];
        assert_eq!(text(&sketch(&any)), "any(a.yes;b.yes)", "one group and not one within another");
        assert_eq!(text(&sketch(&[])), "all()");
    }

    #[test]
    fn rows_come_and_go_and_the_others_keep_their_numbers() {
        let mut sketch = sketch(&[test("a"), test("b")]);
        let c = sketch.add_row(0, test("c"));
        assert_eq!(sketch.rows().iter().map(|(id, _)| *id).collect::<Vec<_>>(), [1, 2, c]);
        assert_eq!(sketch.remove(2), Some(c), "the next one has the focus");
        assert_eq!(sketch.remove(c), Some(1), "behind the last one it is the one before");
        assert_eq!(sketch.remove(1), None, "nothing is left");
        assert_ne!(sketch.add_row(0, test("d")), 1);
    }

    #[test]
    fn a_group_that_nothing_is_left_of_goes_too() {
        let mut sketch = sketch(&[test("a")]);
        let b = sketch.add_group(0, test("b"));
        assert_eq!(text(&sketch), "all(a.yes;any(b.yes))");
        assert_eq!(sketch.remove(b), Some(1));
        assert_eq!(text(&sketch), "all(a.yes)");
        assert_eq!(sketch.remove(99), None);
    }

    #[test]
    fn groups_stand_in_each_other_as_deep_as_filters_go() {
        let mut sketch = sketch(&[]);
        sketch.add_group(0, test("a"));
        let Part::Group(first) = &sketch.root.parts[0] else { unreachable!() };
        let first = first.id;
        assert!(sketch.may_nest(0) && sketch.may_nest(first));
        sketch.add_group(first, test("b"));
        let Some(Part::Group(second)) = sketch.group(first).and_then(|group| group.parts.get(1)) else {
            unreachable!()
        };
        let second = second.id;
        assert!(!sketch.may_nest(second));
        sketch.join(0, true);
        assert!(!sketch.may_nest(first), "any stands within all");
    }

    #[test]
    fn what_says_nothing_is_left_out_with_its_group() {
        let sketch = sketch(&[test("a"), Node::Any(vec![test("b")])]);
        let node = sketch.node(&mut |id, row| (id == 1).then(|| row.clone()));
        assert_eq!(node.text(), "all(a.yes)");
    }
}
