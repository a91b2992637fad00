//! The inflected forms of an Arabic verb, from its perfect and imperfect third person.
//! Unvowelled and folded, as news is read: «نُشر» and «نشر» are one form.

/// The tense of a verb form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tense {
    Perfect,
    Imperfect,
}

/// What a verb form says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Person {
    MasculineSingular,
    FeminineSingular,
    Dual,
    Plural,
    /// We and I.
    First,
}

/// One form, without clitics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VerbForm {
    pub(crate) text: String,
    pub(crate) tense: Tense,
    pub(crate) person: Person,
    /// Whether it occurs only before an object pronoun: «نفا» in «نفاه».
    pub(crate) needs_pronoun: bool,
    /// The hamzas that folding has taken away.
    pub(crate) hamzas: Hamzas,
}

/// Where a form is written with a hamza: «أذن» is no «إذن», «هنأ» no «هنا».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Hamzas {
    /// It opens with «أ».
    opens: bool,
    /// It ends with «أ».
    ends: bool,
}

impl Hamzas {
    fn of(written: &str) -> Self {
        Self { opens: written.starts_with('أ'), ends: written.ends_with('أ') }
    }

    /// Whether a form can be written like this, its clitics off. «ا» stands for «أ» at the front of many a word, at the end of none.
    pub(crate) fn fit(self, written: &str) -> bool {
        let written = written.trim_end_matches(|c: char| ('\u{064B}'..='\u{0652}').contains(&c));
        !(self.opens && written.starts_with('إ') || self.ends && written.ends_with('ا'))
    }
}

/// The forms of a verb given as written (unfolded) third person masculine forms.
pub(crate) fn verb_forms(perfect: &str, imperfect: &str) -> Vec<VerbForm> {
    let mut forms = perfect_forms(perfect);
    forms.extend(imperfect_forms(imperfect));
    for form in &mut forms {
        form.hamzas = Hamzas::of(&form.text);
        form.text = crate::base::fold::fold(&form.text);
    }
    forms
}

fn form(text: String, tense: Tense, person: Person, needs_pronoun: bool) -> VerbForm {
    VerbForm { text, tense, person, needs_pronoun, hamzas: Hamzas::default() }
}

/// The stem without a weak last letter; `None` where the verb is not defective. The hamza of «لجأ» is a sound letter.
fn defective_stem(written: &str, weak: [char; 2]) -> Option<&str> {
    written.strip_suffix(weak).filter(|stem| stem.chars().count() >= 2)
}

fn perfect_forms(written: &str) -> Vec<VerbForm> {
    if written.is_empty() {
        return Vec::new();
    }
    let make = |text: String, person| form(text, Tense::Perfect, person, false);
    let Some(stem) = defective_stem(written, ['ى', 'ا']) else {
        // «لقي» has «لقوا».
        let plural = written.strip_suffix('ي').unwrap_or(written);
        return vec![
            make(written.to_owned(), Person::MasculineSingular),
            make(format!("{written}ت"), Person::FeminineSingular),
            make(format!("{written}ا"), Person::Dual),
            make(format!("{written}تا"), Person::Dual),
            make(format!("{plural}وا"), Person::Plural),
            form(format!("{plural}و"), Tense::Perfect, Person::Plural, true),
            make(format!("{written}نا"), Person::First),
        ];
    };
    vec![
        make(written.to_owned(), Person::MasculineSingular),
        form(format!("{stem}ا"), Tense::Perfect, Person::MasculineSingular, true),
        make(format!("{stem}ت"), Person::FeminineSingular),
        make(format!("{stem}يا"), Person::Dual),
        make(format!("{stem}تا"), Person::Dual),
        make(format!("{stem}وا"), Person::Plural),
        form(format!("{stem}و"), Tense::Perfect, Person::Plural, true),
        make(format!("{stem}ينا"), Person::First),
    ]
}

fn imperfect_forms(written: &str) -> Vec<VerbForm> {
    let Some(rest) = written.strip_prefix('ي') else { return Vec::new() };
    let make = |text: String, person| form(text, Tense::Imperfect, person, false);
    let stem = defective_stem(rest, ['ي', 'ى']).or_else(|| defective_stem(rest, ['و', 'و'])).unwrap_or(rest);
    let dual = if stem.len() < rest.len() && !rest.ends_with('و') { format!("{stem}ي") } else { rest.to_owned() };
    // «نصف» is rather a half than "we describe": news tells of others.
    let mut forms = vec![make(format!("ي{rest}"), Person::MasculineSingular), make(format!("ت{rest}"), Person::FeminineSingular)];
    if rest.ends_with('ى') {
        forms.push(form(format!("ي{stem}ا"), Tense::Imperfect, Person::MasculineSingular, true));
        forms.push(form(format!("ت{stem}ا"), Tense::Imperfect, Person::FeminineSingular, true));
    }
    for prefix in ['ي', 'ت'] {
        forms.push(make(format!("{prefix}{stem}ون"), Person::Plural));
        forms.push(make(format!("{prefix}{stem}وا"), Person::Plural));
        forms.push(form(format!("{prefix}{stem}و"), Tense::Imperfect, Person::Plural, true));
        forms.push(make(format!("{prefix}{dual}ان"), Person::Dual));
        forms.push(make(format!("{prefix}{dual}ا"), Person::Dual));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(perfect: &str, imperfect: &str) -> Vec<String> {
        verb_forms(perfect, imperfect).into_iter().map(|form| form.text).collect()
    }

    #[test]
    fn sound_verbs_take_their_endings() {
        let forms = texts("وصل", "يصل");
        for form in ["وصل", "وصلت", "وصلا", "وصلتا", "وصلوا", "يصل", "تصل", "يصلون", "يصلوا", "يصلان"]
        {
            assert!(forms.iter().any(|text| text == form), "{form} in {forms:?}");
        }
    }

    #[test]
    fn defective_verbs_lose_their_last_letter() {
        let forms = texts("نفى", "ينفي");
        for form in ["نفي", "نفا", "نفت", "نفوا", "نفيا", "نفتا", "ينفي", "ينفون", "ينفيان", "تنفي"]
        {
            assert!(forms.iter().any(|text| text == form), "{form} in {forms:?}");
        }
        let called = texts("دعا", "يدعو");
        for form in ["دعا", "دعت", "دعوا", "يدعو", "يدعون", "يدعوان"] {
            assert!(called.iter().any(|text| text == form), "{form} in {called:?}");
        }
    }

    #[test]
    fn a_last_yeh_is_dropped_before_the_ending_of_the_plural() {
        let forms = texts("لقي", "يلقى");
        assert!(forms.iter().any(|text| text == "لقوا") && forms.iter().any(|text| text == "لقيت"), "{forms:?}");
        assert!(!forms.iter().any(|text| text == "لقيوا"));
    }

    #[test]
    fn a_form_is_told_by_its_hamzas() {
        assert!(!Hamzas::of("أذن").fit("إذن") && Hamzas::of("أذن").fit("اذن"));
        assert!(!Hamzas::of("هنأ").fit("هنا") && Hamzas::of("هنأ").fit("هنَّأَ"));
        assert!(Hamzas::of("انتقد").fit("إنتقد"), "a slip of the pen");
    }

    #[test]
    fn a_hamza_at_the_end_is_no_weak_letter() {
        let forms = texts("لجأ", "يلجأ");
        for form in ["لجا", "لجات", "لجاوا", "يلجا", "يلجاون"] {
            assert!(forms.iter().any(|text| text == form), "{form} in {forms:?}");
        }
        assert!(!forms.iter().any(|text| text == "لجت"));
    }
}
