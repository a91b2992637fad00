//! Which tables of phrases have one that opens with a word: one look-up turns most words away from all of them.

use super::WordMap;
use super::phrases::Phrases;
use crate::extract::tokenize::stems;

/// Some of the tables of a lexicon, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tables(u64);

impl Tables {
    /// These and others.
    pub(crate) fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether any of others is among them.
    pub(crate) fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether a table is among them; one that no index knows is always held to be.
    pub(crate) fn hold(self, table: Self) -> bool {
        table == Self::default() || self.any(table)
    }
}

/// The tables by the first words of their phrases.
pub(crate) struct Index {
    by_core: WordMap<Tables>,
}

/// A table that an index can know.
pub(crate) trait Indexed {
    /// Takes its place among the tables and names its first words, without their article.
    fn enter(&mut self, place: Tables, name: &mut dyn FnMut(&str));
}

impl<T> Indexed for Phrases<T> {
    fn enter(&mut self, place: Tables, name: &mut dyn FnMut(&str)) {
        self.place = place;
        self.first_words().for_each(name);
    }
}

impl Index {
    /// An index of at most 64 tables; more would share places, which costs time and no find.
    pub(super) fn new(tables: &mut [&mut dyn Indexed]) -> Self {
        let mut by_core: WordMap<Tables> = WordMap::default();
        for (n, table) in tables.iter_mut().enumerate() {
            let place = Tables(1 << (n % 64));
            table.enter(place, &mut |word| by_core.entry(word.to_owned()).or_default().0 |= place.0);
        }
        Self { by_core }
    }

    /// The tables with a phrase that may open with a folded word.
    pub(crate) fn tables_of(&self, word: &str) -> Tables {
        stems(word).filter_map(|stem| self.by_core.get(stem.core)).fold(Tables::default(), |all, tables| all.or(*tables))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_turned_away_from_the_tables_that_do_not_have_it() {
        let mut months = Phrases::new([("مارس", 3)]);
        let mut days = Phrases::new([("الأحد", 7), ("أول أمس", -2)]);
        let index = Index::new(&mut [&mut months, &mut days]);
        let holds = |word: &str| {
            let tables = index.tables_of(word);
            (tables.hold(months.place), tables.hold(days.place))
        };
        assert_eq!(holds("ومارس"), (true, false));
        assert_eq!(holds("بالاحد"), (false, true));
        assert_eq!(holds("اول"), (false, true));
        assert_eq!(holds("قال"), (false, false));
        assert!(Tables::default().hold(Phrases::new([("x", 1)]).place), "a table outside is never turned away");
    }
}
