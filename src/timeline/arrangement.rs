//! What somebody made of the lanes: their order, which are collapsed and which are hidden.
//! Knows lanes by what makes them lanes, so that all of it holds while events come and go.

use super::lanes::{Lane, LaneKey, LaneTitle};

/// A choice about lanes; empty at first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Those that were moved, and all that stood above them then.
    order: Vec<LaneKey>,
    collapsed: Vec<LaneKey>,
    hidden: Vec<(LaneKey, LaneTitle)>,
}

impl Arrangement {
    /// Lanes as they were arranged at another time.
    #[must_use]
    pub fn new(order: Vec<LaneKey>, collapsed: Vec<LaneKey>, hidden: Vec<(LaneKey, LaneTitle)>) -> Self {
        Self { order, collapsed, hidden }
    }

    /// Those that were moved, and all that stood above them then.
    #[must_use]
    pub fn order(&self) -> &[LaneKey] {
        &self.order
    }

    /// Those that are one row.
    #[must_use]
    pub fn collapsed(&self) -> &[LaneKey] {
        &self.collapsed
    }

    /// Whether a lane is one row without titles.
    #[must_use]
    pub fn is_collapsed(&self, key: &LaneKey) -> bool {
        self.collapsed.contains(key)
    }

    /// Whether a lane is not shown.
    #[must_use]
    pub fn is_hidden(&self, key: &LaneKey) -> bool {
        self.hidden.iter().any(|(hidden, _)| hidden == key)
    }

    /// The lanes that are not shown, with the names they had.
    #[must_use]
    pub fn hidden(&self) -> &[(LaneKey, LaneTitle)] {
        &self.hidden
    }

    /// Collapses a lane, or opens it again.
    pub fn toggle_collapsed(&mut self, key: &LaneKey) {
        match self.collapsed.iter().position(|other| other == key) {
            Some(at) => {
                self.collapsed.remove(at);
            }
            None => self.collapsed.push(key.clone()),
        }
    }

    /// Hides a lane.
    pub fn hide(&mut self, key: LaneKey, title: LaneTitle) {
        if !self.is_hidden(&key) {
            self.hidden.push((key, title));
        }
    }

    /// Shows a hidden lane again.
    pub fn show(&mut self, key: &LaneKey) {
        self.hidden.retain(|(hidden, _)| hidden != key);
    }

    /// Shows all hidden lanes again.
    pub fn show_all(&mut self) {
        self.hidden.clear();
    }

    /// Puts a lane to a place among `shown`, the lanes as they stand.
    pub fn put(&mut self, key: &LaneKey, to: usize, shown: &[LaneKey]) {
        let mut order: Vec<LaneKey> = shown.to_vec();
        let Some(from) = order.iter().position(|other| other == key) else { return };
        let moved = order.remove(from);
        order.insert(to.min(order.len()), moved);
        // What is not shown now keeps its place behind those that are.
        order.extend(self.order.iter().filter(|old| !shown.contains(old)).cloned());
        self.order = order;
    }

    /// The places of `lanes` in this order: those that were never moved keep theirs, behind the others.
    #[must_use]
    pub(super) fn sorted(&self, lanes: &[Lane]) -> Vec<usize> {
        let mut places: Vec<usize> = (0..lanes.len()).collect();
        let rank = |at: &usize| self.order.iter().position(|key| *key == lanes[*at].key).unwrap_or(usize::MAX);
        places.sort_by_key(rank);
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> LaneKey {
        LaneKey::Name(name.to_owned())
    }

    fn lanes(names: &[&str]) -> Vec<Lane> {
        let title = |name: &str| LaneTitle::Name(name.to_owned());
        names.iter().map(|name| Lane { key: key(name), title: title(name), n_events: 1, collapsed: false }).collect()
    }

    fn sorted(arrangement: &Arrangement, names: &[&str]) -> Vec<String> {
        let lanes = lanes(names);
        let name = |at: usize| match &lanes[at].key {
            LaneKey::Name(name) => name.clone(),
            key => format!("{key:?}"),
        };
        arrangement.sorted(&lanes).into_iter().map(name).collect()
    }

    #[test]
    fn lanes_stay_where_they_were_put() {
        let mut arrangement = Arrangement::default();
        assert_eq!(sorted(&arrangement, &["a", "b", "c"]), ["a", "b", "c"]);
        arrangement.put(&key("c"), 0, &["a", "b", "c"].map(key));
        assert_eq!(sorted(&arrangement, &["a", "b", "c"]), ["c", "a", "b"]);
        assert_eq!(sorted(&arrangement, &["b", "d", "c"]), ["c", "b", "d"], "a new one comes last");
        arrangement.put(&key("a"), 9, &["c", "a"].map(key));
        assert_eq!(sorted(&arrangement, &["a", "b", "c"]), ["c", "a", "b"], "one that is not shown stays behind them");
        arrangement.put(&key("z"), 0, &["c", "a"].map(key));
        assert_eq!(sorted(&arrangement, &["a", "b", "c"]), ["c", "a", "b"]);
    }

    #[test]
    fn what_is_hidden_or_collapsed_can_be_shown_again() {
        let mut arrangement = Arrangement::default();
        let title = LaneTitle::Name("a".to_owned());
        arrangement.hide(key("a"), title.clone());
        arrangement.hide(key("a"), title.clone());
        assert_eq!(arrangement.hidden(), [(key("a"), title)]);
        arrangement.show(&key("a"));
        assert!(!arrangement.is_hidden(&key("a")));
        arrangement.toggle_collapsed(&key("b"));
        assert!(arrangement.is_collapsed(&key("b")));
        arrangement.toggle_collapsed(&key("b"));
        assert_eq!(arrangement, Arrangement::default());
    }
}
