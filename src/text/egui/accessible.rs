//! What assistive technology learns of a text: the letters of each line, where they stand, what is selected; and what it
//! asks to be selected. egui tells this of its own texts only, and as if every letter ran from left to right.

use eframe::egui::accesskit::{Action, ActionData, Node, Role, TextDirection, TextPosition, TextSelection};
use eframe::egui::{Id, Pos2, Rect, Ui, UiBuilder, Vec2, accesskit, vec2};

use crate::text::block::{Block, Cluster, Line, text_boundary};
use crate::text::caret::Caret;

/// Lengths and word starts are told in bytes: those of more letters cannot be told.
const MOST: usize = 255;

/// Tells the letters of a text, line by line, below the node of its owner. `origin` is the left top corner of the text on
/// the screen, `ending` what follows its last letter: a line feed where a paragraph ends.
pub(super) fn tell(ui: &mut Ui, owner: Id, text: &str, block: &Block, origin: Pos2, ending: &str) {
    // Nobody listens where the owner has no node.
    if ui.ctx().accesskit_node_builder(owner, |_| ()).is_none() {
        return;
    }
    for (idx, line) in block.lines.iter().enumerate() {
        let id = run_id(owner, idx);
        let child = UiBuilder::new().scope_id(id).accessibility_parent(owner).accessibility_role(Role::TextRun);
        drop(ui.new_child(child));
        let scale = ui.pixels_per_point();
        let corner = origin + vec2(line.x, block.top(idx)) / scale;
        let size = vec2(line.ink_width, block.pitch) / scale;
        let letters = Letters { text, line, clusters: logical(block, line), scale };
        let ending = if idx + 1 == block.lines.len() { ending } else { "" };
        ui.ctx().accesskit_node_builder(id, |node| letters.tell(node, corner, size, ending));
    }
}

/// Tells what is selected, from where it began to where it ends. Both are positions in runs below the node.
pub(super) fn tell_selection(ui: &Ui, node: Id, anchor: TextPosition, focus: TextPosition) {
    ui.ctx().accesskit_node_builder(node, |node| {
        node.set_text_selection(TextSelection { anchor, focus });
        node.add_action(Action::SetTextSelection);
    });
}

/// What is asked to be selected in a node: the last request counts.
pub(super) fn asked_selection(ui: &Ui, node: Id) -> Option<TextSelection> {
    ui.input(|input| {
        let requests = input.accesskit_action_requests(node, Action::SetTextSelection);
        let selections = requests.filter_map(|request| match request.data {
            Some(ActionData::SetTextSelection(selection)) => Some(selection),
            _ => None,
        });
        selections.last()
    })
}

/// The position of a caret in the runs of an owner.
pub(super) fn position_of(owner: Id, block: &Block, caret: Caret) -> TextPosition {
    let idx = block.line_of(caret);
    let clusters = block.lines.get(idx).map(|line| logical(block, line)).unwrap_or_default();
    let character_index = clusters.partition_point(|cluster| cluster.bytes.end <= caret.offset);
    TextPosition { node: run_id(owner, idx).accesskit_id(), character_index }
}

/// The caret at a position; `None` where that is in no run of the owner.
pub(super) fn caret_at(owner: Id, block: &Block, position: TextPosition) -> Option<Caret> {
    let is_run = |(idx, _): &(usize, &Line)| run_id(owner, *idx).accesskit_id() == position.node;
    let (_, line) = block.lines.iter().enumerate().find(is_run)?;
    let clusters = logical(block, line);
    Some(match clusters.get(position.character_index) {
        Some(cluster) => Caret::before(cluster.bytes.start),
        None => Caret::behind(clusters.last().map_or(line.bytes.start, |cluster| cluster.bytes.end)),
    })
}

fn run_id(owner: Id, line: usize) -> Id {
    owner.with(("letters", line))
}

fn logical<'a>(block: &'a Block, line: &Line) -> Vec<&'a Cluster> {
    let mut clusters: Vec<&Cluster> = block.clusters_of(line).iter().filter(|cluster| !cluster.bytes.is_empty()).collect();
    clusters.sort_by_key(|cluster| cluster.bytes.start);
    clusters
}

/// The letters of a line in logical order.
struct Letters<'a> {
    text: &'a str,
    line: &'a Line,
    clusters: Vec<&'a Cluster>,
    scale: f32,
}

impl Letters<'_> {
    fn tell(&self, node: &mut Node, corner: Pos2, size: Vec2, ending: &str) {
        let is_rtl = self.line.direction.is_rtl();
        let mut letters: Vec<&str> = self.clusters.iter().map(|cluster| self.letter(cluster)).collect();
        let begins_word = |&idx: &usize| {
            let is_letter = |idx: usize| letters.get(idx).is_some_and(|letter| letter.starts_with(char::is_alphanumeric));
            is_letter(idx) && !idx.checked_sub(1).is_some_and(is_letter)
        };
        let words = (0..letters.len().min(MOST + 1)).filter(begins_word).filter_map(|idx| u8::try_from(idx).ok());
        node.set_word_starts(words.collect::<Vec<u8>>());
        let mut positions: Vec<f32> = self.clusters.iter().map(|cluster| self.start(cluster) / self.scale).collect();
        let mut widths: Vec<f32> = self.clusters.iter().map(|cluster| cluster.advance / self.scale).collect();
        if !ending.is_empty() {
            letters.push(ending);
            positions.push(size.x);
            widths.push(0.0);
        }
        node.set_value(letters.concat());
        node.set_character_lengths(letters.iter().filter_map(|letter| u8::try_from(letter.len()).ok()).collect::<Vec<u8>>());
        node.set_character_positions(positions);
        node.set_character_widths(widths);
        node.set_text_direction(if is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
        node.set_bounds(bounds(Rect::from_min_size(corner, size)));
    }

    /// As much of a letter with its marks as can be told.
    fn letter(&self, cluster: &Cluster) -> &str {
        let letter = self.text.get(cluster.bytes.clone()).unwrap_or_default();
        &letter[..text_boundary(letter, MOST)]
    }

    /// Positions are counted in the direction of the text.
    fn start(&self, cluster: &Cluster) -> f32 {
        let Line { direction, ink_start, ink_width, .. } = *self.line;
        if direction.is_rtl() { ink_start + ink_width - cluster.x - cluster.advance } else { cluster.x - ink_start }
    }
}

fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}
