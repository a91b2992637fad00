//! What laying out needs and keeps: the fonts, Parley's working memory, and paragraphs that were shaped lately.
//! Shaping is by far the dearest step; breaking lines again at another width is cheap.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use parley::{FontContext, Layout, LayoutContext};

use super::fonts::Fonts;
use super::paragraph::{ParagraphStyle, shape};

/// How many bytes of shaped text are kept. A shaped byte costs some 100 bytes of memory.
const MAX_KEPT_BYTES: usize = 256 * 1024;

/// How many shaped paragraphs are kept.
const MAX_KEPT: usize = 1024;

/// The fonts and the shaped paragraphs.
pub(crate) struct Engine {
    pub(crate) fonts: Fonts,
    layouts: LayoutContext<()>,
    kept: HashMap<u64, Shaped>,
    kept_bytes: usize,
    /// Counts uses, to tell what was used longest ago.
    clock: u64,
}

struct Shaped {
    text: String,
    style: ParagraphStyle,
    layout: Layout<()>,
    used: u64,
}

impl Engine {
    pub(crate) fn new() -> Self {
        Self::with_fonts(Fonts::new())
    }

    pub(crate) fn with_fonts(fonts: Fonts) -> Self {
        Self { fonts, layouts: LayoutContext::new(), kept: HashMap::new(), kept_bytes: 0, clock: 0 }
    }

    /// Calls `use_layout` with the shaped paragraph, which it may break into lines as it likes.
    pub(crate) fn with_shaped<R>(
        &mut self,
        text: &str,
        style: &ParagraphStyle,
        use_layout: impl FnOnce(&mut Self, &mut Layout<()>) -> R,
    ) -> R {
        let key = key_of(text, style);
        let mut shaped = self.take(key, text, style).unwrap_or_else(|| {
            let layout = shape(&mut self.fonts, &mut self.layouts, text, style);
            Shaped { text: text.to_owned(), style: style.clone(), layout, used: 0 }
        });
        let result = use_layout(self, &mut shaped.layout);
        self.keep(key, shaped);
        result
    }

    /// What an editor lays its own text out with.
    pub(crate) fn contexts(&mut self) -> (&mut FontContext, &mut LayoutContext<()>) {
        (&mut self.fonts.context, &mut self.layouts)
    }

    fn take(&mut self, key: u64, text: &str, style: &ParagraphStyle) -> Option<Shaped> {
        let shaped = self.kept.remove(&key)?;
        self.kept_bytes -= shaped.text.len();
        // Another paragraph with the same hash makes way for this one.
        (shaped.text == text && shaped.style == *style).then_some(shaped)
    }

    fn keep(&mut self, key: u64, mut shaped: Shaped) {
        if shaped.text.len() > MAX_KEPT_BYTES / 2 {
            return;
        }
        self.clock += 1;
        shaped.used = self.clock;
        self.kept_bytes += shaped.text.len();
        if let Some(replaced) = self.kept.insert(key, shaped) {
            self.kept_bytes -= replaced.text.len();
        }
        if self.kept.len() > MAX_KEPT || self.kept_bytes > MAX_KEPT_BYTES {
            self.forget_half();
        }
    }

    /// Drops all that was shaped.
    pub(crate) fn forget(&mut self) {
        self.kept.clear();
        self.kept_bytes = 0;
    }

    /// Drops the half that was used longest ago: many at once, so that sorting is rare.
    fn forget_half(&mut self) {
        let mut uses: Vec<u64> = self.kept.values().map(|shaped| shaped.used).collect();
        uses.sort_unstable();
        let middle = uses.get(uses.len() / 2).copied().unwrap_or_default();
        self.kept.retain(|_, shaped| shaped.used > middle);
        self.kept_bytes = self.kept.values().map(|shaped| shaped.text.len()).sum();
    }

    /// How many shaped paragraphs are kept, and of how many bytes.
    #[cfg(test)]
    pub(crate) fn kept(&self) -> (usize, usize) {
        (self.kept.len(), self.kept_bytes)
    }
}

fn key_of(text: &str, style: &ParagraphStyle) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    (style.face, style.size.to_bits(), style.bold, style.direction).hash(&mut hasher);
    style.weights.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Direction;
    use crate::text::Face;

    fn style() -> ParagraphStyle {
        ParagraphStyle { face: Face::Interface, size: 14.0, bold: false, direction: Direction::RightToLeft, weights: Vec::new() }
    }

    #[test]
    fn what_is_kept_stays_within_its_bounds() {
        let mut engine = Engine::new();
        for i in 0..3 * MAX_KEPT {
            engine.with_shaped(&format!("حدث {i}"), &style(), |_, _| ());
        }
        let (count, bytes) = engine.kept();
        assert!((1..=MAX_KEPT).contains(&count), "{count}");
        assert!(bytes <= MAX_KEPT_BYTES, "{bytes}");
    }

    #[test]
    fn a_long_paragraph_is_not_kept() {
        let mut engine = Engine::new();
        engine.with_shaped(&"حدث ".repeat(40_000), &style(), |_, _| ());
        assert_eq!(engine.kept(), (0, 0));
    }

    #[test]
    fn a_style_is_never_taken_for_another() {
        let mut engine = Engine::new();
        let width = |layout: &mut Layout<()>| {
            layout.break_all_lines(None);
            layout.width()
        };
        let plain = engine.with_shaped("حدث", &style(), |_, layout| width(layout));
        let large = ParagraphStyle { size: 28.0, ..style() };
        let doubled = engine.with_shaped("حدث", &large, |_, layout| width(layout));
        let again = engine.with_shaped("حدث", &style(), |_, layout| width(layout));
        assert!((doubled - 2.0 * plain).abs() < 0.5, "{doubled} {plain}");
        assert!((again - plain).abs() < f32::EPSILON);
    }
}
