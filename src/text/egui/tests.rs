//! Galleys in a context without a window.

use eframe::egui::{
    Button, Color32, Context, Event, Label, OutputCommand, RawInput, Rect, TextStyle as EguiStyle, Ui, Vec2, ViewportInfo, pos2,
};

use super::*;

const WORDS: &str = "أكثر من 12 غارة جوية، USS Gerald Ford";

pub(super) fn style() -> TextStyle {
    TextStyle { face: Face::Interface, size: 14.0, bold: false, color: Color32::WHITE, line_height: 1.4 }
}

pub(super) fn context() -> Context {
    let ctx = Context::default();
    install(&ctx);
    ctx
}

pub(super) fn frame(ctx: &Context, scale: f32, add: impl FnMut(&mut Ui)) {
    frame_with(ctx, scale, Vec::new(), add);
}

/// A frame in which something was typed or pointed at.
pub(super) fn frame_with(ctx: &Context, scale: f32, events: Vec<Event>, add: impl FnMut(&mut Ui)) -> Vec<OutputCommand> {
    let mut input = RawInput {
        events,
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(800.0, 600.0))),
        ..RawInput::default()
    };
    let viewport = ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() };
    input.viewports.insert(input.viewport_id, viewport);
    // There is no screen to bring the atlas to.
    let mut output = ctx.run_ui(input, add);
    output.textures_delta.clear();
    std::mem::take(&mut output.platform_output.commands)
}

/// What a galley would paint: each quad's place, and its texels out of the atlas.
fn picture(ctx: &Context, galley: &Galley) -> Vec<([i32; 2], Vec<u8>)> {
    let atlas = ctx.fonts(|fonts| fonts.image());
    let round = |value: f32| format!("{:.0}", value * 8.0).parse::<i32>().unwrap();
    let texel = |value: f32| format!("{value:.0}").parse::<usize>().unwrap();
    let quads = galley.rows.iter().flat_map(|row| row.visuals.mesh.vertices.chunks_exact(4).map(move |quad| (row.pos, quad)));
    quads
        .map(|(pos, quad)| {
            let (xs, ys): (Vec<usize>, Vec<usize>) = quad.iter().map(|v| (texel(v.uv.x), texel(v.uv.y))).unzip();
            let (x0, x1) = (*xs.iter().min().unwrap(), *xs.iter().max().unwrap());
            let (y0, y1) = (*ys.iter().min().unwrap(), *ys.iter().max().unwrap());
            let texels = (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))).map(|at| atlas[at].a()).collect();
            let place = pos.to_vec2() + quad[0].pos.to_vec2();
            ([round(place.x), round(place.y)], texels)
        })
        .collect()
}

fn picture_of(ctx: &Context, scale: f32) -> Vec<([i32; 2], Vec<u8>)> {
    let mut result = Vec::new();
    frame(ctx, scale, |ui| {
        let laid_out = layout(ui.ctx(), &TextSpec::line(WORDS, style()));
        result = picture(ui.ctx(), laid_out.galley());
    });
    result
}

#[test]
fn letters_are_drawn_where_they_are_seen() {
    let drawn = picture_of(&context(), 1.0);
    let n_letters = WORDS.chars().filter(|c| !c.is_whitespace()).count();
    assert!(drawn.len() > n_letters / 2, "{} of {n_letters}", drawn.len());
    assert!(drawn.iter().all(|(_, texels)| texels.iter().any(|&alpha| alpha > 100)), "every quad has ink");
    assert!(drawn.windows(2).all(|pair| pair[0].0[0] <= pair[1].0[0] + 16), "from left to right, but for marks");
}

#[test]
fn an_emptied_atlas_is_noticed() {
    let ctx = context();
    let before = picture_of(&ctx, 1.0);
    let hinting = |ctx: &Context, on: bool| ctx.all_styles_mut(|style| style.visuals.text_options.font_hinting = on);
    for on in [false, true, false] {
        hinting(&ctx, on);
        // Something else comes first into the new atlas, so that nothing is where it was.
        frame(&ctx, 1.0, |ui| drop(layout(ui.ctx(), &TextSpec::line("غير ذلك ABC 789", style()))));
        assert_eq!(picture_of(&ctx, 1.0), before);
    }
}

#[test]
fn a_full_atlas_is_noticed() {
    let ctx = context();
    let before = picture_of(&ctx, 1.0);
    let mut fullest = 0.0_f32;
    let mut was_emptied = false;
    for step in 0..60_u8 {
        frame(&ctx, 1.0, |ui| {
            let ratio = ui.ctx().fonts(|fonts| fonts.font_atlas_fill_ratio());
            was_emptied |= ratio < fullest;
            fullest = fullest.max(ratio);
            for i in 0..6_u8 {
                let size = 90.0 + f32::from(step) + f32::from(i) / 6.0;
                drop(layout(
                    ui.ctx(),
                    &TextSpec::line("أبجد هوز حطي كلمن سعفص قرشت ABCDEFGHIJKLM", TextStyle { size, ..style() }),
                ));
            }
        });
        if was_emptied {
            break;
        }
    }
    assert!(was_emptied, "the atlas was never full: {fullest}");
    assert_eq!(picture_of(&ctx, 1.0), before);
}

#[test]
fn the_scale_may_change_and_change_back() {
    let ctx = context();
    let before = picture_of(&ctx, 1.0);
    let twice = picture_of(&ctx, 2.0);
    assert_ne!(before, twice);
    let ink = |picture: &[([i32; 2], Vec<u8>)]| picture.iter().map(|(_, texels)| texels.len()).sum::<usize>();
    assert!(ink(&twice) > 3 * ink(&before), "larger letters, not magnified ones");
    assert_eq!(picture_of(&ctx, 1.0), before);
}

#[test]
fn visuals_that_were_replaced_are_repaired() {
    let ctx = context();
    frame(&ctx, 1.0, |_| ());
    ctx.set_visuals(eframe::egui::Visuals::light());
    let is_off = |ctx: &Context| {
        ctx.global_style().visuals.text_options.color_transfer_function == eframe::egui::epaint::FontColorTransferFunction::Off
    };
    ctx.all_styles_mut(|style| style.visuals = eframe::egui::Visuals::dark());
    assert!(!is_off(&ctx));
    frame(&ctx, 1.0, |ui| drop(layout(ui.ctx(), &TextSpec::line(WORDS, style()))));
    assert!(is_off(&ctx));
}

#[test]
fn a_text_is_laid_out_once() {
    let ctx = context();
    let mut galleys = Vec::new();
    for _ in 0..3 {
        frame(&ctx, 1.0, |ui| galleys.push(layout(ui.ctx(), &TextSpec::line(WORDS, style())).galley().clone()));
    }
    assert!(galleys.windows(2).all(|pair| Arc::ptr_eq(&pair[0], &pair[1])));
}

#[test]
fn what_differs_in_anything_is_laid_out_anew() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        let base = TextSpec::line(WORDS, style());
        let red = StyledRange { range: 0..8, color: Some(Color32::RED), bold: None };
        let others = [
            TextSpec::line("أكثر", style()),
            TextSpec { style: TextStyle { size: 15.0, ..style() }, ..base.clone() },
            TextSpec { style: TextStyle { bold: true, ..style() }, ..base.clone() },
            TextSpec { style: TextStyle { color: Color32::RED, ..style() }, ..base.clone() },
            TextSpec { style: TextStyle { line_height: 1.75, ..style() }, ..base.clone() },
            base.clone().directed(Direction::LeftToRight),
            base.clone().wrapped(Wrap::At(90.0)),
            base.clone().wrapped(Wrap::Elide(90.0, 1)),
            base.clone().wrapped(Wrap::Elide(90.0, 2)),
            base.clone().with_ranges(vec![red]),
        ];
        let first = layout(ui.ctx(), &base);
        for other in others {
            assert_ne!(layout(ui.ctx(), &other).galley(), first.galley(), "{other:?}");
        }
    });
}

#[test]
fn a_range_has_its_colour() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        let start = WORDS.find("USS").unwrap();
        let red = StyledRange { range: start..start + 3, color: Some(Color32::RED), bold: None };
        let laid_out = layout(ui.ctx(), &TextSpec::line(WORDS, style()).with_ranges(vec![red]));
        let span = laid_out.rects_of(start..start + 3)[0];
        for quad in laid_out.galley().rows[0].visuals.mesh.vertices.chunks_exact(4) {
            let x = (quad[0].pos.x + quad[1].pos.x) / 2.0;
            assert_eq!(quad[0].color == Color32::RED, span.x_range().contains(x), "{x} {span}");
        }
    });
}

#[test]
fn the_galley_tells_its_logical_text_and_its_size() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        let laid_out = layout(ui.ctx(), &TextSpec::line(WORDS, style()).wrapped(Wrap::Elide(80.0, 1)));
        assert!(laid_out.is_elided());
        assert_eq!(laid_out.galley().text(), WORDS);
        assert!((laid_out.size().y - 20.0).abs() < 0.01, "{:?}", laid_out.size());
        assert!(laid_out.size().x <= 80.0);
        assert!((laid_out.galley().intrinsic_size() - laid_out.size()).length() < 1.0);
        let label = ui.add(Label::new(laid_out.galley().clone()));
        assert!((label.rect.size() - laid_out.size()).length() < 0.01);
        let button = ui.add(Button::new(widget_text(ui.ctx(), "فتح…", style())));
        assert!(button.rect.width() > layout(ui.ctx(), &TextSpec::line("فتح…", style())).size().x);
    });
}

#[test]
fn words_of_the_article_run_in_its_direction_whatever_stands_first() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        let text = "USS Ford تصل إلى الميناء";
        let left_of = |spec: &TextSpec<'_>, word: &str| {
            let start = text.find(word).unwrap();
            layout(ui.ctx(), spec).rects_of(start..start + word.len())[0].left()
        };
        let alone = TextSpec::line(text, style());
        assert!(left_of(&alone, "USS") < left_of(&alone, "الميناء"));
        let of_article = alone.clone().within(Direction::RightToLeft);
        assert!(left_of(&of_article, "USS") > left_of(&of_article, "الميناء"));
        let cut = of_article.wrapped(Wrap::Elide(100.0, 1));
        assert!(layout(ui.ctx(), &cut).is_elided() && left_of(&cut, "USS") > 30.0, "it is cut on the left");
    });
}

#[test]
fn a_right_to_left_paragraph_stands_on_the_right_edge_of_its_width() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        let laid_out = layout(ui.ctx(), &TextSpec::line("سلام", style()).wrapped(Wrap::At(300.0)));
        assert!((laid_out.size().x - 300.0).abs() < 0.01);
        let rect = laid_out.rects_of(0..8)[0];
        assert!((rect.right() - 300.0).abs() <= 1.0, "{rect}");
        assert_eq!(laid_out.offset_at(pos2(299.0, 5.0)), 0);
        assert_eq!(laid_out.offset_under(pos2(10.0, 5.0)), None);
    });
}

#[test]
fn ten_thousand_labels_leave_the_caches_small() {
    let ctx = context();
    for pass in 0..10 {
        frame(&ctx, 1.0, |ui| {
            for i in 0..1000 {
                drop(layout(ui.ctx(), &TextSpec::line(&format!("حدث رقم {pass}-{i}"), style())));
            }
        });
    }
    frame(&ctx, 1.0, |ui| drop(layout(ui.ctx(), &TextSpec::line(WORDS, style()))));
    let (texts, glyphs) = system::of(&ctx).lock().kept();
    assert!(texts <= 2100, "{texts}");
    assert!(glyphs < 400, "{glyphs}");
    // All in one pass.
    frame(&ctx, 1.0, |ui| {
        for i in 0..20_000 {
            drop(layout(ui.ctx(), &TextSpec::line(&format!("خبر {i}"), style())));
        }
    });
    let (texts, _) = system::of(&ctx).lock().kept();
    assert!(texts <= 16 * 1024, "{texts}");
}

#[test]
fn egui_s_own_text_lacks_no_glyph() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        for family in [EguiStyle::Body, EguiStyle::Monospace] {
            let font = ui.style().text_styles[&family].clone();
            assert!(ui.ctx().fonts_mut(|fonts| fonts.has_glyphs(&font, "Open… فتح ✕ ▾ 12")), "{font:?}");
        }
    });
}

#[test]
fn hostile_sizes_and_texts_do_no_harm() {
    let ctx = context();
    frame(&ctx, 1.0, |ui| {
        for size in [f32::NAN, -1.0, 0.0, 1e9] {
            for text in ["", "\n", "\u{202E}", "\u{64B}", WORDS] {
                let laid_out = layout(ui.ctx(), &TextSpec::line(text, TextStyle { size, line_height: size, ..style() }));
                assert!(laid_out.size().is_finite());
                ui.painter().galley(pos2(0.0, 0.0), laid_out.galley().clone(), Color32::WHITE);
            }
        }
    });
}

#[test]
fn a_screen_reader_finds_labels_buttons_and_fields_by_their_logical_text() {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;
    let mut field = TextField::new("2025");
    let mut harness = Harness::new_ui(|ui| {
        // Installing anew in every frame changes nothing, and works within the first.
        install(ui.ctx());
        ui.add(Label::new(widget_text(ui.ctx(), WORDS, style())));
        ui.add(Button::new(widget_text(ui.ctx(), "فتح…", style())));
        let placeholder_color = Color32::GRAY;
        field.show(ui, &FieldLook { name: "تاريخ النشر", placeholder: "", style: style(), placeholder_color, width: 90.0 });
    });
    harness.run();
    harness.get_by_label(WORDS);
    harness.get_by_label("فتح…").click();
    let node = harness.get_by_label("تاريخ النشر");
    assert_eq!(node.value().as_deref(), Some("2025"));
    node.focus();
    harness.run();
    harness.get_by_label("تاريخ النشر").type_text("-11");
    harness.run();
    assert_eq!(harness.get_by_label("تاريخ النشر").value().as_deref(), Some("2025-11"));
}
