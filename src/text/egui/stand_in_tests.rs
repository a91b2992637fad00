//! Letters that no bundled font has, before and after a font was found for them.

use std::sync::Arc;

use eframe::egui::{Color32, Context, Ui};

use super::tests::{context, frame, style};
use super::*;

/// Its letters are squares: «क» is black, «😀» red on blue.
const STAND_IN: &[u8] = include_bytes!("../../../tests/text/StandIn.ttf");

fn stand_in() -> FontFile {
    FontFile { bytes: Arc::new(STAND_IN), index: 0 }
}

fn one(ctx: &Context, text: &str) -> TextLayout {
    let mut laid_out = None;
    frame(ctx, 1.0, |ui: &mut Ui| laid_out = Some(layout(ui.ctx(), &TextSpec::line(text, style()))));
    laid_out.unwrap()
}

/// The texels of each quad, and its vertices' colour.
fn quads(ctx: &Context, laid_out: &TextLayout) -> Vec<(Vec<Color32>, Color32)> {
    let atlas = ctx.fonts(|fonts| fonts.image());
    let texel = |value: f32| format!("{value:.0}").parse::<usize>().unwrap();
    let meshes = laid_out.galley().rows.iter().map(|row| &row.visuals.mesh.vertices);
    let quads = meshes.flat_map(|vertices| vertices.chunks_exact(4));
    quads
        .map(|quad| {
            let xs = texel(quad[0].uv.x)..texel(quad[3].uv.x);
            let texels = (texel(quad[0].uv.y)..texel(quad[3].uv.y)).flat_map(|y| xs.clone().map(move |x| (x, y)));
            (texels.map(|at| atlas[at]).collect(), quad[0].color)
        })
        .collect()
}

#[test]
fn a_letter_that_no_font_has_is_one_visible_box_and_is_told_of_once() {
    for face in [Face::Interface, Face::Article] {
        let ctx = context();
        frame(&ctx, 1.0, |ui| {
            let laid_out = layout(ui.ctx(), &TextSpec::line("कक", TextStyle { face, ..style() }));
            let boxes = quads(ui.ctx(), &laid_out);
            assert_eq!(boxes.len(), 2, "{face:?}");
            assert!(boxes.iter().all(|(texels, _)| texels.iter().any(|texel| texel.a() > 100)), "{face:?}");
        });
        assert_eq!(take_missing_letters(&ctx), ['क']);
        drop(one(&ctx, "क"));
        assert_eq!(take_missing_letters(&ctx), [] as [char; 0]);
    }
}

#[test]
fn what_shows_nothing_or_means_nothing_is_not_looked_for() {
    let ctx = context();
    drop(one(&ctx, "\u{E000}\u{10FFFF}\u{378}\u{200D}\u{FE0F}\u{2063}سلام"));
    assert_eq!(take_missing_letters(&ctx), [] as [char; 0]);
}

#[test]
fn a_font_that_was_found_draws_what_was_a_box() {
    let ctx = context();
    let text = "سلام क 12";
    let before = one(&ctx, text);
    let arabic_before = before.rects_of(0.."سلام".len());
    add_fonts(&ctx, &[stand_in()]);
    assert_eq!(fonts_generation(&ctx), 1);
    let after = one(&ctx, text);
    let start = text.find('क').unwrap();
    let square = after.rects_of(start..start + 'क'.len_utf8())[0];
    // The font says an em.
    assert!((square.width() - 14.0).abs() < 0.01, "{square}");
    let full = |texels: &[Color32]| texels.iter().filter(|texel| texel.a() == 255).count() > 80;
    assert_eq!(quads(&ctx, &after).iter().filter(|(texels, _)| full(texels)).count(), 1);
    assert_eq!(after.rects_of(0.."سلام".len())[0].width(), arabic_before[0].width(), "what had a font keeps it");
    assert_eq!(quads(&ctx, &after).len(), quads(&ctx, &before).len());
}

#[test]
fn a_coloured_letter_keeps_its_colours() {
    let ctx = context();
    add_fonts(&ctx, &[stand_in()]);
    let laid_out = one(&ctx, "😀");
    let quads = quads(&ctx, &laid_out);
    let (texels, tint) = quads.first().unwrap();
    assert_eq!((quads.len(), *tint), (1, Color32::WHITE));
    let middle = texels[texels.len() / 2];
    // The drawing of layers loses a little of what covers all.
    let is_near = |a: Color32, b: Color32| a.to_array().iter().zip(b.to_array()).all(|(a, b)| a.abs_diff(b) < 8);
    assert!(is_near(middle, Color32::RED), "{middle:?}");
    assert!(texels.iter().filter(|texel| is_near(**texel, Color32::BLUE)).count() > 30);
}

#[test]
fn a_field_shows_what_was_found_too() {
    let ctx = context();
    let mut field = TextField::new("क");
    let look = FieldLook { name: "x", placeholder: "", style: style(), placeholder_color: Color32::GRAY, width: 90.0 };
    let mut show = || {
        frame(&ctx, 1.0, |ui| drop(field.show(ui, &look)));
        system::of(&ctx).lock().kept().1
    };
    assert_eq!((show(), show()), (1, 1));
    assert_eq!(take_missing_letters(&ctx), ['क']);
    add_fonts(&ctx, &[stand_in()]);
    assert_eq!(show(), 2, "the box, and then the letter");
}

#[test]
fn what_is_no_font_and_what_is_too_much_is_left_out() {
    let ctx = context();
    add_fonts(&ctx, &[FontFile { bytes: Arc::new(*b"no font"), index: 0 }, FontFile { index: 3, ..stand_in() }]);
    assert_eq!(fonts_generation(&ctx), 0);
    for _ in 0..100 {
        add_fonts(&ctx, &[stand_in()]);
    }
    let generation = fonts_generation(&ctx);
    assert!((1..100).contains(&generation), "{generation}");
    assert_eq!(quads(&ctx, &one(&ctx, "क")).len(), 1);
}
