//! The one table of looks: colours, sizes and distances as plain numbers.
//! Knows no toolkit: `ui` turns colours into its own.

/// A colour: red, green, blue, each 0–255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The colours of one appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind the article and the column before publication.
    pub paper: Rgb,
    /// Behind bars, cards and the timeline.
    pub panel: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Secondary text; 4.5:1 on paper and panel.
    pub muted: Rgb,
    /// Separators and grid lines.
    pub line: Rgb,
    /// Every other lane, quotations.
    pub soft: Rgb,
    /// The one accent: selection, the publication line, links.
    pub accent: Rgb,
    /// Text on the accent.
    pub on_accent: Rgb,
    /// Behind the selected sentence.
    pub highlight: Rgb,
    /// Behind the sentence under the pointer.
    pub hover: Rgb,
    /// Behind words that were looked for.
    pub found: Rgb,
    /// An error's text and border.
    pub error: Rgb,
    /// PLOVER's verbal cooperation.
    pub verbal_cooperation: Rgb,
    /// PLOVER's material cooperation.
    pub material_cooperation: Rgb,
    /// PLOVER's verbal conflict.
    pub verbal_conflict: Rgb,
    /// PLOVER's material conflict.
    pub material_conflict: Rgb,
    /// Events of no PLOVER type.
    pub other: Rgb,
}

/// The light appearance.
pub const LIGHT: Palette = Palette {
    paper: Rgb(0xfb, 0xfa, 0xf7),
    panel: Rgb(0xff, 0xff, 0xff),
    ink: Rgb(0x1f, 0x23, 0x28),
    muted: Rgb(0x5b, 0x65, 0x75),
    line: Rgb(0xe4, 0xdf, 0xd6),
    soft: Rgb(0xf2, 0xef, 0xe8),
    accent: Rgb(0x0f, 0x76, 0x6e),
    on_accent: Rgb(0xff, 0xff, 0xff),
    highlight: Rgb(0xfd, 0xf0, 0xc4),
    hover: Rgb(0xf5, 0xf0, 0xdf),
    found: Rgb(0xff, 0xc9, 0x7a),
    error: Rgb(0xa8, 0x2a, 0x2a),
    verbal_cooperation: Rgb(0x2f, 0x6f, 0xb5),
    material_cooperation: Rgb(0x23, 0x7a, 0x4a),
    verbal_conflict: Rgb(0x96, 0x61, 0x0f),
    material_conflict: Rgb(0xb8, 0x3a, 0x3a),
    other: Rgb(0x66, 0x6e, 0x7c),
};

/// The dark appearance.
pub const DARK: Palette = Palette {
    paper: Rgb(0x16, 0x18, 0x1c),
    panel: Rgb(0x1c, 0x1f, 0x24),
    ink: Rgb(0xe7, 0xe5, 0xe0),
    muted: Rgb(0x98, 0xa1, 0xad),
    line: Rgb(0x2d, 0x31, 0x38),
    soft: Rgb(0x23, 0x27, 0x2d),
    accent: Rgb(0x4f, 0xb8, 0xac),
    on_accent: Rgb(0x10, 0x20, 0x1e),
    highlight: Rgb(0x4a, 0x40, 0x1c),
    hover: Rgb(0x2e, 0x2c, 0x22),
    found: Rgb(0x7c, 0x50, 0x14),
    error: Rgb(0xf0, 0x8a, 0x8a),
    verbal_cooperation: Rgb(0x6e, 0xa8, 0xe6),
    material_cooperation: Rgb(0x63, 0xc0, 0x8c),
    verbal_conflict: Rgb(0xe0, 0xad, 0x5a),
    material_conflict: Rgb(0xea, 0x7a, 0x7a),
    other: Rgb(0xa0, 0xa8, 0xb4),
};

/// How much of the accent lies over words of the article that are selected.
pub const SELECTION_OPACITY: f32 = 0.3;

/// Sizes and distances in points.
pub mod size {
    /// The step of the grid on which everything stands.
    pub const GRID: f32 = 4.0;
    /// Small print: ticks, chips, counts.
    pub const TEXT_SMALL: f32 = 12.0;
    /// The interface.
    pub const TEXT: f32 = 14.0;
    /// Headings inside a panel.
    pub const TEXT_HEADING: f32 = 16.0;
    /// The largest text of the window.
    pub const TEXT_TITLE: f32 = 22.0;
    /// The article.
    pub const TEXT_ARTICLE: f32 = 18.0;
    /// Line height of the interface, as a multiple of the text size.
    pub const LINE_HEIGHT: f32 = 1.4;
    /// Line height of the article, as a multiple of the text size.
    pub const LINE_HEIGHT_ARTICLE: f32 = 1.75;
    /// A row of a lane.
    pub const LANE_ROW: f32 = 28.0;
    /// A bar on a row.
    pub const BAR: f32 = 14.0;
    /// The soft end of a bounded bar.
    pub const SOFT_END: f32 = 48.0;
    /// The fading tail of a one-sided mark.
    pub const TAIL: f32 = 120.0;
    /// The widest column of article text.
    pub const ARTICLE_COLUMN: f32 = 760.0;
    /// Rounded corners.
    pub const CORNER: f32 = 6.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(Rgb(r, g, b): Rgb) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    /// The contrast ratio of WCAG 2.2.
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_marks_stand_out_enough() {
        for palette in [LIGHT, DARK] {
            for ground in [palette.paper, palette.panel] {
                for text in [palette.ink, palette.muted, palette.accent, palette.error] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {}", contrast(text, ground));
                }
                let hues = [
                    palette.verbal_cooperation,
                    palette.material_cooperation,
                    palette.verbal_conflict,
                    palette.material_conflict,
                    palette.other,
                ];
                for hue in hues {
                    assert!(contrast(hue, ground) >= 4.5, "{hue:?} on {ground:?}: {}", contrast(hue, ground));
                }
            }
            assert!(contrast(palette.ink, palette.highlight) >= 4.5);
            assert!(contrast(palette.ink, palette.hover) >= 4.5);
            assert!(contrast(palette.ink, palette.soft) >= 4.5);
            assert!(contrast(palette.muted, palette.soft) >= 4.5);
            assert!(contrast(palette.on_accent, palette.accent) >= 4.5);
        }
    }

    /// What is seen of a colour under another one.
    fn under(Rgb(r, g, b): Rgb, Rgb(over_r, over_g, over_b): Rgb, opacity: f32) -> Rgb {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two channels")]
        let mix = |under: u8, over: u8| (f32::from(under) * (1.0 - opacity) + f32::from(over) * opacity).round() as u8;
        Rgb(mix(r, over_r), mix(g, over_g), mix(b, over_b))
    }

    #[test]
    fn words_stand_out_under_the_selection_too() {
        for palette in [LIGHT, DARK] {
            for ground in [palette.paper, palette.highlight, palette.hover] {
                let ground = under(ground, palette.accent, SELECTION_OPACITY);
                assert!(contrast(palette.ink, ground) >= 4.5, "{ground:?}: {}", contrast(palette.ink, ground));
            }
        }
    }
}
