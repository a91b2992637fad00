//! The titles of many events in one piece of memory.
//! Knows no events: a title is asked for by its place.

/// Titles, one after the other. Takes four bytes a title besides the letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Titles {
    text: String,
    /// Where each title ends, in bytes.
    ends: Vec<u32>,
}

impl Titles {
    /// Adds a title; `false` where the titles together would be longer than 4 GiB: then nothing is added.
    pub fn push(&mut self, title: &str) -> bool {
        let Ok(end) = u32::try_from(self.text.len() + title.len()) else { return false };
        self.text.push_str(title);
        self.ends.push(end);
        true
    }

    /// The title at a place; empty where there is none.
    #[must_use]
    pub fn get(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let Some(last) = end(at) else { return "" };
        let first = at.checked_sub(1).and_then(end).unwrap_or(0);
        self.text.get(first..last).unwrap_or("")
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<'a> FromIterator<&'a str> for Titles {
    fn from_iter<I: IntoIterator<Item = &'a str>>(titles: I) -> Self {
        let mut all = Self::default();
        for title in titles {
            // Titles are pieces of an article, which is far below 4 GiB; an empty one keeps the places right.
            if !all.push(title) {
                all.ends.push(all.ends.last().copied().unwrap_or(0));
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_title_comes_back_as_it_was() {
        let titles: Titles = ["غارة", "", "a visit", "قمة"].into_iter().collect();
        let all: Vec<&str> = (0..titles.len()).map(|at| titles.get(at)).collect();
        assert_eq!(all, ["غارة", "", "a visit", "قمة"]);
        assert_eq!(titles.get(4), "");
        assert!(Titles::default().is_empty());
    }
}
