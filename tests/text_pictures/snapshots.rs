//! Eight small cases, held against pictures that somebody looked at.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::PathBuf;

use eframe::egui::{Color32, ColorImage, Context, CornerRadius, Event, Key, Modifiers, Ui, Vec2, Visuals, pos2, vec2};
use waqai::text::egui::{Face, FieldLook, TextField, TextLayout, TextSpec, TextStyle, Wrap, layout};

use super::paint::{context, frame};

const SCALE: f32 = 2.0;

/// How much a channel may differ: arithmetic of another machine.
const TOLERANCE: u8 = 3;

fn style(face: Face) -> TextStyle {
    let (size, line_height) = if face == Face::Article { (18.0, 1.75) } else { (14.0, 1.4) };
    TextStyle { face, size, bold: false, color: Color32::from_rgb(0x1f, 0x23, 0x28), line_height }
}

fn path_of(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/text/pictures").join(name).with_extension("png")
}

pub(crate) fn write(name: &str, picture: &ColorImage) {
    let path = path_of(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    let [width, height] = picture.size.map(|side| u32::try_from(side).expect("a small picture"));
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(path).expect("a picture can be written")), width, height);
    encoder.set_color(png::ColorType::Rgb);
    let bytes: Vec<u8> = picture.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&bytes).expect("all of its pixels");
}

fn read(name: &str) -> Option<([usize; 2], Vec<u8>)> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path_of(name)).ok()?)).read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(info.buffer_size());
    Some(([info.width, info.height].map(|side| usize::try_from(side).expect("a small picture")), bytes))
}

/// Holds a picture against the stored one, or stores it.
fn check(name: &str, picture: &ColorImage) {
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        return write(name, picture);
    }
    let (size, stored) =
        read(name).unwrap_or_else(|| panic!("{} is missing: make it with UPDATE_SNAPSHOTS=1", path_of(name).display()));
    let differing =
        picture.pixels.iter().zip(stored.chunks_exact(3)).filter(|(pixel, stored)| {
            [pixel.r(), pixel.g(), pixel.b()].iter().zip(*stored).any(|(a, b)| a.abs_diff(*b) > TOLERANCE)
        });
    let count = differing.count();
    if size != picture.size || count > 0 {
        let other = format!("{name}-new");
        write(&other, picture);
        panic!("{name}: {count} pixels differ, {size:?} and {:?}: see {}", picture.size, path_of(&other).display());
    }
}

fn picture(size: Vec2, add: impl FnMut(&mut Ui)) -> ColorImage {
    let ctx = context();
    frame(&ctx, size, SCALE, Vec::new(), add).picture(&ctx, Color32::WHITE)
}

/// One text, with some of its bytes highlighted.
fn text_picture(size: Vec2, spec: &TextSpec<'_>, highlighted: &[(&str, Color32)]) -> ColorImage {
    picture(size, |ui| {
        let laid_out: TextLayout = layout(ui.ctx(), spec);
        let origin = pos2(size.x - 8.0 - laid_out.size().x, 4.0);
        for (words, color) in highlighted {
            let start = spec.text.find(words).expect("the words stand in the text");
            for rect in laid_out.rects_of(start..start + words.len()) {
                ui.painter().rect_filled(rect.translate(origin.to_vec2()), CornerRadius::ZERO, *color);
            }
        }
        ui.painter().galley(origin, laid_out.galley().clone(), Color32::BLACK);
    })
}

fn check_line(name: &str, text: &str) {
    check(name, &text_picture(vec2(340.0, 40.0), &TextSpec::line(text, style(Face::Article)), &[]));
}

#[test]
fn arabic_with_marks() {
    check_line("marks", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ، مُحَمَّدٌ");
}

#[test]
fn lam_alef() {
    check_line("lam-alef", "لا لأ لإ لآ، بلا، الأولى، لِأَنَّ");
}

#[test]
fn latin_within_arabic() {
    check_line("mixed", "وصلت USS Gerald R. Ford إلى الكاريبي.");
}

#[test]
fn three_forms_of_digits() {
    check_line("digits", "2024 و٢٠٢٤ و۲۰۲۴، 12/3/2024، 3.5%");
}

#[test]
fn quotes_and_brackets() {
    check_line("quotes", "قال: «نعم (أو \"لا\")» [ثم] “سكت”…");
}

#[test]
fn highlights_over_two_directions() {
    let text = "ودفعت بحاملة الطائرات الحديثة USS Gerald R. Ford إلى البحر الكاريبي في 24/10/2025، في أكبر انتشار.";
    let spec = TextSpec::line(text, style(Face::Article)).wrapped(Wrap::At(320.0));
    let (yellow, teal) = (Color32::from_rgb(0xfd, 0xf0, 0xc4), Color32::from_rgb(0xb4, 0xd2, 0xce));
    let marked = [("الحديثة USS Gerald R. Ford إلى البحر", yellow), ("Ford إلى", teal), ("24/10", teal)];
    check("highlights", &text_picture(vec2(340.0, 110.0), &spec, &marked));
}

#[test]
fn a_label_cut_at_its_logical_end() {
    let text = "إدارة الميناء تعلن استئناف العمل بعد إضراب طويل";
    let spec = TextSpec::line(text, style(Face::Interface)).wrapped(Wrap::Elide(180.0, 1));
    check("elided", &text_picture(vec2(200.0, 28.0), &spec, &[]));
}

/// Two fields: one with a selection over two directions, one with a caret between them.
#[test]
fn a_selection_and_a_split_caret() {
    let press = |key: Key, modifiers: Modifiers| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let steps = |count: usize, modifiers: Modifiers| {
        let home = press(Key::Home, Modifiers::NONE);
        std::iter::once(home).chain(std::iter::repeat_n(press(Key::ArrowLeft, modifiers), count)).collect::<Vec<_>>()
    };
    for (name, keys) in [("selection", steps(7, Modifiers::SHIFT)), ("caret", steps(4, Modifiers::NONE))] {
        let ctx = context();
        ctx.set_visuals(Visuals::light());
        let mut field = TextField::new("أمس USS Ford");
        show(&ctx, &mut field, Vec::new());
        check(name, &show(&ctx, &mut field, keys));
    }
}

fn show(ctx: &Context, field: &mut TextField, events: Vec<Event>) -> ColorImage {
    let look =
        FieldLook {
            name: "بحث", placeholder: "", style: style(Face::Interface), placeholder_color: Color32::GRAY, width: 160.0
        };
    let shown = frame(ctx, vec2(176.0, 48.0), SCALE, events, |ui| {
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            field.show(ui, &look).request_focus();
        });
    });
    shown.picture(ctx, Color32::WHITE)
}
