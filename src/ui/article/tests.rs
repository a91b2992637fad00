//! From clicks in the article to events, and from events to the place in the article.

use eframe::egui::{PointerButton, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::base::Language;
use crate::ui::tabs::TabId;
use crate::ui::testing::{self, Window};

pub(super) fn harness() -> Harness<'static, Window> {
    let mut harness = Window::harness(testing::state(Language::Arabic));
    harness.run();
    harness
}

/// The middle of some words of the article on the screen.
pub(super) fn place_of(harness: &Harness<'static, Window>, words: TextSpan) -> Pos2 {
    let document = testing::document();
    let text = &document.article.text;
    let paragraph = crate::article::paragraphs(text).into_iter().find(|span| span.covers(words)).expect("a paragraph");
    let rect = harness.get_by_role_and_label(Role::Paragraph, paragraph.of(text)).rect();
    let look = Look::of(&harness.state().state);
    let block = blocks(&document).into_iter().find(|block| block.span() == Some(paragraph)).expect("a block");
    let layout = paint::layout_of(&harness.ctx, look, &document, &block, rect.width());
    let words = layout.rects_of(paint::within(paragraph, words)).into_iter().next().expect("words have a place");
    words.center() + rect.min.to_vec2()
}

pub(super) fn click(harness: &mut Harness<'static, Window>, pos: Pos2) {
    harness.hover_at(pos);
    for pressed in [true, false] {
        harness.event(eframe::egui::Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: eframe::egui::Modifiers::NONE,
        });
    }
    harness.run();
}

#[test]
fn a_click_on_any_trigger_selects_its_event() {
    let mut harness = harness();
    for (id, event) in (0u32..).map(EventId).zip(&testing::document().extraction.events) {
        let pos = place_of(&harness, event.mention.trigger);
        click(&mut harness, pos);
        let sent = harness.state().sent();
        assert!(sent.contains(&Command::Select(Some(id))), "{}: {sent:?}", event.title);
    }
}

#[test]
fn the_pointer_on_a_sentence_is_told_once_and_leaving_it_too() {
    let mut harness = harness();
    let trigger = testing::document().extraction.events[2].mention.trigger;
    let pos = place_of(&harness, trigger);
    harness.hover_at(pos);
    harness.run();
    harness.hover_at(pos + vec2(1.0, 0.0));
    harness.run();
    harness.hover_at(Pos2::new(640.0, 100.0));
    harness.run();
    assert_eq!(harness.state().sent(), [Command::Hover(Some(EventId(2))), Command::Hover(None)]);
}

#[test]
fn a_selection_made_elsewhere_is_scrolled_into_view() {
    let mut document = testing::document();
    let last = document.extraction.events.len() - 1;
    // So many lines before it that the last paragraph stands far below.
    let lead = "سطر لا حدث فيه.\n".repeat(60);
    document.article.text.insert_str(0, &lead);
    document.extraction.title = None;
    let moved = |span: TextSpan| TextSpan::new(span.start + lead.len(), span.end + lead.len());
    for event in &mut document.extraction.events {
        event.mention.trigger = moved(event.mention.trigger);
        event.mention.sentence = moved(event.mention.sentence);
    }
    let sentence = document.extraction.events[last].mention.sentence.of(&document.article.text).to_owned();
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, Arc::new(document));
    let mut harness = Window::harness(state);
    harness.run();
    assert!(harness.query_by_role_and_label(Role::Paragraph, &sentence).is_none(), "hidden paragraphs are not shown");
    harness.state_mut().state.select(Some(EventId(u32::try_from(last).expect("few events"))));
    harness.run();
    let rect = harness.get_by_role_and_label(Role::Paragraph, &sentence).rect();
    assert!(rect.top() > 400.0 && rect.bottom() < 772.0, "{rect:?}");
}

/// A window on a text without events but one, whose sentence is the last paragraph.
fn long_article(lead: &str, selected: bool) -> Harness<'static, Window> {
    let mut document = testing::document();
    document.extraction.events.truncate(1);
    document.extraction.title = None;
    let last = "وهنا آخر ما وقع.";
    document.article.text = format!("{lead}\n{last}\n");
    let span = TextSpan::new(lead.len() + 1, lead.len() + 1 + last.len());
    let mention = &mut document.extraction.events[0].mention;
    (mention.trigger, mention.sentence) = (span, span);
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, Arc::new(document));
    state.select(selected.then_some(EventId(0)));
    Window::harness(state)
}

#[test]
fn the_end_of_a_long_article_comes_into_view_at_once_and_stays_there() {
    // Higher than is guessed.
    let mut harness = long_article(&format!("{}\n", "و أ ب ".repeat(40)).repeat(2000), true);
    let place = |harness: &Harness<'static, Window>| {
        harness.query_by_role_and_label(Role::Paragraph, "وهنا آخر ما وقع.").map(|paragraph| paragraph.rect().top())
    };
    harness.run_steps(4);
    let seen = place(&harness).expect("it is in view");
    assert!(seen > 400.0 && seen < 772.0, "{seen}");
    for _ in 0..40 {
        harness.step();
        assert!(place(&harness).is_some_and(|now| (now - seen).abs() < 1.0), "{seen} {:?}", place(&harness));
    }
}

#[test]
fn a_frame_measures_a_bounded_part_whatever_the_paragraphs_are() {
    let lines = ["و\n".repeat(60_000), "وصل الوفد أمس. ".repeat(20_000), "ا".repeat(300_000)];
    for lead in lines {
        let mut harness = long_article(&lead, false);
        let mut before = None;
        for _ in 0..4 {
            harness.step();
            let view = &mut harness.state_mut().views.of(TabId(0)).article;
            let measured = view.heights.next_unmeasured().expect("not all of it was measured");
            if let Some(before) = before {
                let spans = view.blocks[before..measured].iter().filter_map(Block::span);
                let (count, bytes) = (measured - before, spans.map(TextSpan::len).sum::<usize>());
                assert!((1..=64).contains(&count) && bytes <= 16 * 1024, "{count} blocks, {bytes} bytes");
            }
            before = Some(measured);
        }
    }
}

#[test]
fn repeated_clicks_go_through_the_events_of_a_sentence() {
    let document = Arc::new(testing::document());
    let mut view = ArticleView::default();
    view.fit(&document, Measure { width: 400.0, ..Measure::default() });
    let (first, second) = testing::two_events_of_one_sentence();
    let trigger = document.extraction.event(first).expect("an event").mention.trigger;
    assert_eq!(view.event_at(trigger.start, None), Some(first));
    view.clicked_at = Some(trigger.start);
    assert_eq!(view.event_at(trigger.start, Some(first)), Some(second));
    assert_eq!(view.event_at(trigger.start, Some(second)), Some(first));
    let other = document.extraction.event(second).expect("an event").mention.trigger;
    view.clicked_at = Some(document.article.text.len());
    assert_eq!(view.event_at(other.start, Some(first)), Some(second));
}

#[test]
fn the_scroll_position_outlives_a_changed_date_and_not_another_article() {
    let mut view = ArticleView::default();
    view.fit(&Arc::new(testing::document()), Measure { width: 400.0, ..Measure::default() });
    view.heights.set(0, 88.0);
    let mut resolved = testing::document();
    resolved.generation = 2;
    resolved.extraction.published = None;
    view.fit(&Arc::new(resolved), Measure { width: 400.0, ..Measure::default() });
    assert_eq!((view.first_generation, view.heights.next_unmeasured()), (1, Some(1)));
    let mut other = testing::document();
    other.generation = 3;
    other.article.text.push_str("سطر آخر.\n");
    view.fit(&Arc::new(other), Measure { width: 400.0, ..Measure::default() });
    assert_eq!((view.first_generation, view.heights.next_unmeasured()), (3, Some(0)));
}

/// Turns the wheel over the article.
fn scroll(harness: &mut Harness<'static, Window>, points: f32) {
    harness.hover_at(Pos2::new(900.0, 650.0));
    harness.event(eframe::egui::Event::MouseWheel {
        unit: eframe::egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -points),
        modifiers: eframe::egui::Modifiers::NONE,
        phase: eframe::egui::TouchPhase::Move,
        source: eframe::egui::MouseWheelSource::Unknown,
    });
}

#[test]
fn what_is_in_view_stays_there_while_paragraphs_above_it_are_measured() {
    let mut document = testing::document();
    // Higher than was guessed, and too many to be measured in a few frames.
    let long = "و أ ب ".repeat(400);
    document.article.text = (0..400).map(|i| format!("{i} {long}\n")).collect();
    document.extraction.events.clear();
    document.extraction.title = None;
    let mut state = testing::empty_state(Language::Arabic);
    testing::show(&mut state, Arc::new(document));
    let mut harness = Window::harness(state);
    scroll(&mut harness, 150_000.0);
    // Until the wheel has come to rest.
    harness.run_steps(10);
    let seen = |harness: &Harness<'static, Window>| -> Vec<(usize, f32)> {
        let top = |i| Some((i, harness.query_by_role_and_label(Role::Paragraph, format!("{i} {long}").trim())?.rect().top()));
        (0..400).filter_map(top).collect()
    };
    let before = seen(&harness);
    assert!(!before.is_empty());
    for _ in 0..5 {
        harness.step();
        let now = seen(&harness);
        assert!(now[0].0 == before[0].0 && (now[0].1 - before[0].1).abs() < 1.0, "{before:?} {now:?}");
    }
}

#[test]
fn what_is_in_view_stays_there_while_all_is_laid_out_anew() {
    let lead: Vec<String> = (0..120).map(|i| format!("{i} {}", "و أ ب ".repeat(120).trim())).collect();
    let mut harness = long_article(&lead.join("\n"), false);
    harness.run_steps(40);
    scroll(&mut harness, 9_000.0);
    harness.run_steps(10);
    let seen = |harness: &Harness<'static, Window>| -> Vec<(usize, f32)> {
        let top = |i: usize| Some((i, harness.query_by_role_and_label(Role::Paragraph, &lead[i])?.rect().top()));
        (0..lead.len()).filter_map(top).collect()
    };
    let before = seen(&harness);
    assert!(before.first().is_some_and(|(first, _)| *first > 5), "{before:?}");
    let font = std::sync::Arc::new(include_bytes!("../../../tests/text/StandIn.ttf"));
    crate::text::egui::add_fonts(&harness.ctx, &[crate::text::FontFile { bytes: font, index: 0 }]);
    for _ in 0..6 {
        harness.step();
        assert_eq!(seen(&harness), before, "other fonts");
    }
    harness.set_size(vec2(1000.0, 800.0));
    harness.run_steps(40);
    let narrower = seen(&harness);
    let all = |seen: &[(usize, f32)]| seen.iter().map(|(index, _)| *index).collect::<Vec<_>>();
    assert!(all(&narrower).contains(&before[0].0) || all(&narrower).contains(&before[1].0), "{before:?} {narrower:?}");
}
