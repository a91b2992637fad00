//! How much a page draws, counted before any of it is drawn: a form can draw another twice, that one a third twice, and so on.
//! Knows what content draws, not what it writes.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

/// `hayro` draws forms inside forms so deep, and nothing below.
const DEPTH: usize = 50;

/// What it costs to draw a form or a picture, whatever it holds, as if its content were so many bytes longer.
const EACH: u64 = 1000;

/// More forms than this on one page are no page.
const MAX_FORMS: usize = 10_000;

/// The bytes of content that a page draws, those of its forms as often as they are drawn; `None` where it is more than `most`.
pub(super) fn length(page: &Page<'_>, most: u64) -> Option<u64> {
    let mut drawing = Drawing { contents: Vec::new(), places: HashMap::new(), waiting: Vec::new(), left: most };
    let resources = page.resources();
    drawing.add(page.page_stream().map_or(Cow::Borrowed(&[][..]), Cow::Borrowed))?;
    drawing.read(0, page.page_stream().unwrap_or_default(), 0, resources)?;
    for form in page.raw().get::<Array<'_>>(b"Annots".as_slice()).iter().flat_map(|all| all.iter::<Dict<'_>>()) {
        if let Some(form) = appearance(&form) {
            drawing.draw(0, &form, 0, resources)?;
        }
    }
    while let Some(form) = drawing.waiting.pop() {
        drawing.read(form.place, &form.content, form.owner, &form.resources)?;
    }
    drawing.length().filter(|length| *length <= most)
}

/// How an annotation looks.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    match annotation.get::<Dict<'_>>(b"AP".as_slice())?.get::<Object<'_>>(b"N".as_slice())? {
        Object::Stream(form) => Some(form),
        Object::Dict(states) => {
            let state = annotation.get::<Name<'_>>(b"AS".as_slice());
            state.and_then(|state| states.get::<Stream<'_>>(state)).or_else(|| states.get::<Stream<'_>>(b"Off".as_slice()))
        }
        _ => None,
    }
}

/// The content of a page or a form.
struct Content {
    length: u64,
    /// How often it draws which others, by their places.
    draws: BTreeMap<usize, u64>,
}

/// A form that was met and not read yet.
struct Waiting<'a> {
    place: usize,
    content: Cow<'a, [u8]>,
    /// The place of whose resources it draws with: its own, or those of what draws it.
    owner: usize,
    resources: Resources<'a>,
}

/// What a page draws; the page itself comes first.
struct Drawing<'a> {
    contents: Vec<Content>,
    /// The place of a form, by what it is and whose resources it draws with.
    places: HashMap<(ObjectIdentifier, usize), usize>,
    waiting: Vec<Waiting<'a>>,
    /// So many bytes may still be unpacked.
    left: u64,
}

impl<'a> Drawing<'a> {
    /// The place of a new content.
    fn add(&mut self, content: Cow<'_, [u8]>) -> Option<usize> {
        let length = u64::try_from(content.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(length)?;
        self.contents.push(Content { length, draws: BTreeMap::new() });
        (self.contents.len() <= MAX_FORMS).then(|| self.contents.len() - 1)
    }

    /// Reads which forms and pictures a content draws.
    fn read(&mut self, place: usize, content: &[u8], owner: usize, resources: &Resources<'a>) -> Option<()> {
        let mut operations = TypedIter::new(content);
        while let Some(operation) = operations.next() {
            if let TypedInstruction::XObject(drawn) = operation
                && let Some(form) = resources.get_x_object(drawn.0)
            {
                self.draw(place, &form, owner, resources)?;
            }
        }
        Some(())
    }

    /// Notes that a form or picture is drawn once more.
    fn draw(&mut self, place: usize, form: &Stream<'a>, owner: usize, resources: &Resources<'a>) -> Option<()> {
        let own = form.dict().get::<Dict<'_>>(b"Resources".as_slice());
        let known = self.places.get(&(form.obj_id(), if own.is_some() { OWN } else { owner }));
        let drawn = match known {
            Some(known) => *known,
            None => self.meet(form, own, owner, resources)?,
        };
        let count = self.contents[place].draws.entry(drawn).or_default();
        *count = count.saturating_add(1);
        Some(())
    }

    /// The place of a form or picture that is met for the first time.
    fn meet(&mut self, form: &Stream<'a>, own: Option<Dict<'a>>, owner: usize, resources: &Resources<'a>) -> Option<usize> {
        let is_form = form.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|name| &*name == b"Form");
        let content = if is_form { form.decoded_data().unwrap_or_default() } else { Cow::Borrowed(&[][..]) };
        let place = self.add(Cow::Borrowed(&content))?;
        let key = (form.obj_id(), if own.is_some() { OWN } else { owner });
        self.places.insert(key, place);
        let owner = if own.is_some() { place } else { owner };
        let resources = own.map_or_else(|| resources.clone(), Resources::new);
        self.waiting.push(Waiting { place, content, owner, resources });
        Some(place)
    }

    /// What the page draws, all in all; `None` where it is beyond counting.
    fn length(&self) -> Option<u64> {
        let mut below = vec![0_u64; self.contents.len()];
        for _ in 0..=DEPTH {
            let of = |content: &Content| {
                let draws = content.draws.iter().map(|(place, count)| count.saturating_mul(below[*place].saturating_add(EACH)));
                draws.fold(content.length, u64::saturating_add)
            };
            let above: Vec<u64> = self.contents.iter().map(of).collect();
            if above == below {
                break;
            }
            below = above;
        }
        below.first().copied().filter(|length| *length < u64::MAX)
    }
}

/// In place of an owner: the form has resources of its own.
const OWN: usize = usize::MAX;

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::article::Article;
    use crate::reader::{ReadCause, Watch};

    /// A page whose content is `page`, and its forms `/F0`, `/F1` and so on: content and resources of each.
    fn opened(page: &str, forms: &[(&str, &str)]) -> Result<Article, ReadCause> {
        let names: String = (0..forms.len()).map(|index| format!("/F{index} {} 0 R ", index + 6)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R
                    /Resources << /Font << /T 4 0 R >> /XObject << {names} >> >> >>"
            ),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
            format!("<< /Length {} >> stream\n{page}\nendstream", page.len()),
        ];
        objects.extend(forms.iter().map(|(content, resources)| {
            let kind = "/Type /XObject /Subtype /Form /BBox [0 0 600 800]";
            format!("<< {kind} {resources} /Length {} >> stream\n{content}\nendstream", content.len())
        }));
        let mut pdf = "%PDF-1.7\n".to_owned();
        for (index, object) in objects.iter().enumerate() {
            pdf += &format!("{} 0 obj {object} endobj\n", index + 1);
        }
        pdf += "trailer << /Root 1 0 R >>\n%%EOF";
        read(pdf.into_bytes(), &Watch::default())
    }

    const WORDS: &str = "BT /T 12 Tf 50 700 Td (The delegation left.) Tj ET";

    #[test]
    fn forms_that_draw_others_without_end_are_refused() {
        let page = format!("{WORDS} /F0 Do");
        assert_eq!(opened(&page, &[("/F0 Do /F0 Do", "")]), Err(ReadCause::TooMuchPacked));
        let chain: Vec<String> = (1..=30).map(|next| format!("/F{next} Do /F{next} Do")).collect();
        let chain: Vec<(&str, &str)> = chain.iter().map(|content| (content.as_str(), "")).collect();
        assert_eq!(opened(&page, &chain), Err(ReadCause::TooMuchPacked));
    }

    #[test]
    fn a_form_that_draws_itself_ends() {
        for resources in ["/Resources << /XObject << /F0 6 0 R >> >>", ""] {
            let opened = opened(&format!("{WORDS} /F0 Do"), &[("/F0 Do", resources)]);
            assert_eq!(opened.map(|article| article.text).as_deref(), Ok("The delegation left."), "{resources}");
        }
    }

    #[test]
    fn what_forms_write_is_read() {
        let opened = opened("/F0 Do", &[("/F1 Do", ""), (WORDS, "/Resources << /Font << /T 4 0 R >> >>")]);
        assert_eq!(opened.map(|article| article.text).as_deref(), Ok("The delegation left."));
    }
}
