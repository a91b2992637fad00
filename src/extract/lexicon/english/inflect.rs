//! The forms of English verbs and nouns by rule. What no rule makes stands in `data/lexicon/en/verbs.toml`.

/// Whether a letter is a vowel.
fn is_vowel(letter: Option<char>) -> bool {
    matches!(letter, Some('a' | 'e' | 'i' | 'o' | 'u'))
}

/// "attacks", "pushes", "carries".
pub(super) fn with_s(word: &str) -> String {
    let mut back = word.chars().rev();
    let (last, before) = (back.next(), back.next());
    match last {
        Some('y') if !is_vowel(before) => format!("{}ies", &word[..word.len() - 1]),
        Some('s') if word.ends_with("sis") => format!("{}es", &word[..word.len() - 2]),
        Some('s' | 'x' | 'z') => format!("{word}es"),
        Some('h') if matches!(before, Some('c' | 's')) => format!("{word}es"),
        Some('o') if !is_vowel(before) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// "attacked", "moved", "carried", "planned".
pub(super) fn with_ed(word: &str, doubles: bool) -> String {
    let mut back = word.chars().rev();
    match (back.next(), back.next()) {
        (Some('e'), _) => format!("{word}d"),
        (Some('y'), before) if !is_vowel(before) => format!("{}ied", &word[..word.len() - 1]),
        (Some(last), _) if doubles => format!("{word}{last}ed"),
        _ => format!("{word}ed"),
    }
}

/// "attacking", "moving", "lying", "planning".
pub(super) fn with_ing(word: &str, doubles: bool) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    let doubled = word.chars().next_back().filter(|_| doubles);
    match word.strip_suffix('e') {
        Some(stem) if !word.ends_with("ee") && !word.ends_with("oe") && stem.len() > 1 => format!("{stem}ing"),
        _ => doubled.map_or_else(|| format!("{word}ing"), |last| format!("{word}{last}ing")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_spelt_as_printed() {
        for (word, s, ed, ing) in [
            ("attack", "attacks", "attacked", "attacking"),
            ("move", "moves", "moved", "moving"),
            ("carry", "carries", "carried", "carrying"),
            ("deploy", "deploys", "deployed", "deploying"),
            ("veto", "vetoes", "vetoed", "vetoing"),
            ("push", "pushes", "pushed", "pushing"),
            ("free", "frees", "freed", "freeing"),
        ] {
            assert_eq!([with_s(word), with_ed(word, false), with_ing(word, false)], [s, ed, ing]);
        }
        assert_eq!([with_ed("ban", true), with_ing("ban", true)], ["banned", "banning"]);
        assert_eq!([with_ing("die", false), with_ing("be", false), with_s("crisis")], ["dying", "being", "crises"]);
    }
}
