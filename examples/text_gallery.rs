//! A window of hard cases for text: `cargo run --example text_gallery -- [light|dark] [scale]`.

use eframe::egui::{
    self, Button, CentralPanel, Color32, Frame, Label, Margin, RichText, Stroke, StrokeKind, Ui, Vec2, ViewportBuilder, pos2,
};
use waqai::base::theme::{DARK, LIGHT, Palette, Rgb, size};
use waqai::event::EventKind;
use waqai::text::egui::{
    Align, Face, FieldLook, StyledRange, TextField, TextSpec, TextStyle, Wrap, install, layout, set_default_direction,
    widget_text,
};

const ARTICLE: &str = "تعتبر واشنطن أن أنشطة الحكومة تمثل تهديدًا للأمن الإقليمي، ودفعت بحاملة الطائرات الحديثة USS Gerald R. Ford إلى البحر الكاريبي (في 24/10/2025)، في أكبر انتشار عسكري بالمنطقة منذ سنوات.\nوقد نفذت القوات أكثر من 12 غارة جوية \"ضد مهربين مزعومين\"، ما أسفر عن مقتل 61 شخصًا منذ سبتمبر الماضي بنسبة 35.5% وفق «رويترز» [تحديث].\nThe carrier “فورد” left Norfolk on 24 June 2025, said الوزير (وزير الدفاع) yesterday.";
const MARKS: &str = "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ · لِأُمَّتِي، مُؤَسَّسَةٌ، إِنَّهُ آلٌ لِلَّهِ، شَرْقًا وَغَرْبًا، أُغْلِقَ";

fn color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

struct Gallery {
    palette: Palette,
    fields: [TextField; 3],
}

impl Gallery {
    fn style(&self, face: Face, size_pt: f32, bold: bool) -> TextStyle {
        let line_height = if face == Face::Article { size::LINE_HEIGHT_ARTICLE } else { size::LINE_HEIGHT };
        TextStyle { face, size: size_pt, bold, color: color(self.palette.ink), line_height }
    }

    /// Paints a text, with some of its words on a highlight.
    fn paragraph(&self, ui: &mut Ui, spec: &TextSpec<'_>, highlighted: &[&str]) {
        let laid_out = layout(ui.ctx(), spec);
        let (rect, _) = ui.allocate_exact_size(laid_out.size(), egui::Sense::hover());
        for words in highlighted {
            let Some(start) = spec.text.find(words) else { continue };
            for part in laid_out.rects_of(start..start + words.len()) {
                ui.painter().rect_filled(part.translate(rect.min.to_vec2()), 2.0, color(self.palette.highlight));
            }
        }
        ui.painter().galley(rect.min, laid_out.galley().clone(), color(self.palette.ink));
    }

    fn labels(&self, ui: &mut Ui) {
        let style = self.style(Face::Interface, size::TEXT_SMALL, false);
        let texts = [
            "القوات الأمريكية تنفذ أكثر من 12 غارة جوية ضد تجار مخدرات مزعومين",
            "وصول طائرة روسية إيل-76 إلى كاراكاس",
            "USS Gerald R. Ford تعبر مضيق جبل طارق إلى المحيط",
            "Moscow confirms that it stands ready to support",
        ];
        for text in texts {
            let laid_out = layout(ui.ctx(), &TextSpec::line(text, style).wrapped(Wrap::Elide(190.0, 2)));
            let (rect, _) = ui.allocate_exact_size(laid_out.size(), egui::Sense::hover());
            ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, color(self.palette.line)), StrokeKind::Outside);
            ui.painter().galley(rect.min, laid_out.galley().clone(), style.color);
            ui.add_space(4.0);
        }
        for width in [170.0, 90.0, 10.0] {
            let laid_out = layout(ui.ctx(), &TextSpec::line(texts[0], style).wrapped(Wrap::Elide(width, 1)));
            ui.add(Label::new(laid_out.galley().clone()));
        }
    }

    fn buttons(&self, ui: &mut Ui) {
        let style = self.style(Face::Interface, size::TEXT, false);
        let primary = TextStyle { color: color(self.palette.on_accent), bold: true, ..style };
        ui.horizontal_wrapped(|ui| {
            ui.add(Button::new(widget_text(ui.ctx(), "فتح…", primary)).fill(color(self.palette.accent)));
            for text in ["المسارات: الفاعل ▾", "⇄", "⋯", "Open…", "إغلاق ✕", "2025-11-01"] {
                ui.add(Button::new(widget_text(ui.ctx(), text, style)));
            }
        });
        let kinds: String = EventKind::ALL.iter().flat_map(|kind| [kind.glyph(), ' ']).collect();
        ui.add(Label::new(widget_text(ui.ctx(), &kinds, TextStyle { size: size::TEXT_HEADING, ..style })));
        ui.label(RichText::new("egui's own label: سلام 123").size(12.0));
    }

    fn fields(&mut self, ui: &mut Ui) {
        let look = FieldLook {
            name: "بحث",
            placeholder: "ابحث في الأحداث والنص",
            style: self.style(Face::Interface, size::TEXT, false),
            placeholder_color: color(self.palette.muted),
            width: 190.0,
        };
        ui.horizontal(|ui| {
            for field in &mut self.fields {
                field.show(ui, &look);
            }
        });
    }

    fn order(&self, ui: &mut Ui) {
        let style = self.style(Face::Interface, size::TEXT, false);
        for text in [
            "مرحبا 2023 USS Gerald \"فورد\" 12/3/2024",
            "\u{202E}abc لم يُغلق\nالسطر التالي سليم: abc 123",
            "‏(1) a@b.org https://example.org/خبر?id=5",
            "٪35 و35% و±4 و-12° و3:45 و1,234.5 و١٢٣",
        ] {
            self.paragraph(ui, &TextSpec::line(text, style), &["USS", "123", "فورد"]);
        }
        self.paragraph(ui, &TextSpec::line(MARKS, self.style(Face::Interface, size::TEXT_HEADING, false)), &[]);
    }

    fn article(&self, ui: &mut Ui) {
        let start = ARTICLE.find("سبتمبر الماضي").unwrap_or_default();
        let accent =
            StyledRange { range: start..start + "سبتمبر".len(), color: Some(color(self.palette.accent)), bold: Some(true) };
        let title = self.style(Face::Article, 20.0, true);
        self.paragraph(
            ui,
            &TextSpec::line("واشنطن تحشد... وحاملة الطائرات \"فورد\" تتصدر المشهد", title).wrapped(Wrap::At(560.0)),
            &[],
        );
        let text = self.style(Face::Article, size::TEXT_ARTICLE, false);
        let spec = TextSpec::line(ARTICLE, text).wrapped(Wrap::At(560.0)).with_ranges(vec![accent]);
        self.paragraph(ui, &spec, &["12 غارة جوية \"ضد مهربين مزعومين\"، ما أسفر عن مقتل 61", "الوزير (وزير الدفاع)"]);
        self.paragraph(ui, &TextSpec::line(MARKS, text).wrapped(Wrap::At(560.0)).aligned(Align::Center), &[]);
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let frame = Frame::new().fill(color(self.palette.panel)).inner_margin(Margin::same(12));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(8.0);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_max_width(420.0);
                    self.buttons(ui);
                    self.order(ui);
                    self.labels(ui);
                });
                ui.vertical(|ui| {
                    self.article(ui);
                    self.fields(ui);
                });
            });
        });
    }
}

fn main() -> eframe::Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_dark = arguments.iter().any(|argument| argument == "dark");
    let scale = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(1.0_f32);
    let viewport = ViewportBuilder::default().with_inner_size(Vec2::new(1040.0, 600.0) * scale).with_position(pos2(0.0, 0.0));
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let app = move |creation: &eframe::CreationContext<'_>| {
        let ctx = &creation.egui_ctx;
        install(ctx);
        set_default_direction(ctx, waqai::base::Direction::RightToLeft);
        ctx.set_theme(if is_dark { egui::Theme::Dark } else { egui::Theme::Light });
        ctx.set_zoom_factor(scale);
        Ok(Box::new(Gallery {
            palette: if is_dark { DARK } else { LIGHT },
            fields: ["", "1 نوفمبر 2025", "USS Gerald R. Ford إلى البحر الكاريبي"].map(TextField::new),
        }) as Box<dyn eframe::App>)
    };
    eframe::run_native("waqai text gallery", options, Box::new(app))
}
