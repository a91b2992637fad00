//! What assistive technology learns of a field beside its value: the letters, where they stand, what is selected.
//! egui tells this of its own fields only, and as if every letter ran from left to right.

use eframe::egui::accesskit::{Action, Node, Role, TextDirection, TextPosition, TextSelection};
use eframe::egui::{Id, Pos2, Rect, Ui, UiBuilder, accesskit};

use crate::base::Direction;
use crate::text::block::{Block, Cluster};

/// Word starts are counted in bytes: those of a longer text cannot be told.
const MAX_WORD_START: usize = 255;

/// Tells the letters of a field, and its selection in bytes: where it began and where it ends.
/// `origin` is the left top corner of the text on the screen.
pub(super) fn tell(ui: &mut Ui, field: Id, text: &str, block: &Block, selection: (usize, usize), origin: Pos2) {
    let Some(line) = block.lines.first() else { return };
    let scale = ui.pixels_per_point();
    let child = UiBuilder::new().id_salt((field, "letters")).accessibility_parent(field).accessibility_role(Role::TextRun);
    let run = ui.new_child(child).unique_id();
    let mut clusters: Vec<&Cluster> = block.clusters_of(line).iter().filter(|cluster| !cluster.bytes.is_empty()).collect();
    clusters.sort_by_key(|cluster| cluster.bytes.start);
    let is_rtl = line.direction.is_rtl();
    let width = line.ink_width / scale;
    let rect = Rect::from_min_size(origin, eframe::egui::vec2(width, block.pitch / scale));
    ui.ctx().accesskit_node_builder(run, |node| {
        node.set_value(text);
        node.set_text_direction(if is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
        node.set_bounds(bounds(rect));
        tell_letters(node, text, &clusters, line.direction, scale, line.ink_width);
    });
    let position = |offset: usize| {
        let character_index = clusters.partition_point(|cluster| cluster.bytes.end <= offset);
        TextPosition { node: run.accesskit_id(), character_index }
    };
    ui.ctx().accesskit_node_builder(field, |node| {
        node.set_text_selection(TextSelection { anchor: position(selection.0), focus: position(selection.1) });
        node.add_action(Action::SetValue);
    });
}

fn tell_letters(node: &mut Node, text: &str, clusters: &[&Cluster], direction: Direction, scale: f32, width: f32) {
    let lengths: Vec<u8> = clusters.iter().map(|cluster| u8::try_from(cluster.bytes.len()).unwrap_or(u8::MAX)).collect();
    // Positions are counted in the direction of the text.
    let start = |cluster: &Cluster| if direction.is_rtl() { width - cluster.x - cluster.advance } else { cluster.x };
    let positions: Vec<f32> = clusters.iter().map(|cluster| start(cluster) / scale).collect();
    let widths: Vec<f32> = clusters.iter().map(|cluster| cluster.advance / scale).collect();
    let is_letter = |idx: usize| {
        let letters = clusters.get(idx).and_then(|cluster| text.get(cluster.bytes.clone()));
        letters.is_some_and(|letters| letters.starts_with(char::is_alphanumeric))
    };
    let begins_word = |&idx: &usize| is_letter(idx) && !idx.checked_sub(1).is_some_and(is_letter);
    let words = (0..clusters.len().min(MAX_WORD_START + 1)).filter(begins_word).filter_map(|idx| u8::try_from(idx).ok());
    node.set_word_starts(words.collect::<Vec<u8>>());
    node.set_character_lengths(lengths);
    node.set_character_positions(positions);
    node.set_character_widths(widths);
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}
