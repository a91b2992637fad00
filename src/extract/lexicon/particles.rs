//! Function words: what opens a clause, denies, makes possible, plans or orders.

use serde::Deserialize;

use super::WordSet;
use super::phrases::Phrases;
use crate::base::fold::fold;
use crate::extract::tokenize::stems;

/// A set of folded words.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(crate) struct FoldedWords(WordSet);

impl From<Vec<String>> for FoldedWords {
    fn from(words: Vec<String>) -> Self {
        Self(words.iter().map(|word| fold(word)).collect())
    }
}

impl FoldedWords {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether a word is there and one of its stems among them.
    pub(crate) fn has_stem(&self, word: Option<&str>) -> bool {
        word.is_some_and(|word| stems(word).any(|stem| self.contains(stem.core)))
    }

    /// Whether a word is there and among them.
    pub(crate) fn has(&self, word: Option<&str>) -> bool {
        word.is_some_and(|word| self.contains(word))
    }
}

/// Small sets of function words, each for one rule; `data/lexicon/ar/particles.toml` says what they do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SmallSets {
    pub(crate) clause_openers: FoldedWords,
    pub(crate) story_pronouns: FoldedWords,
    pub(crate) others: FoldedWords,
    pub(crate) series: FoldedWords,
    pub(crate) perhaps: FoldedWords,
    pub(crate) was: FoldedWords,
    pub(crate) before_names: FoldedWords,
    pub(crate) not_placing: FoldedWords,
    pub(crate) directions: FoldedWords,
    pub(crate) towards: FoldedWords,
    pub(crate) beside: FoldedWords,
    pub(crate) adverbs: FoldedWords,
    pub(crate) demonstratives: FoldedWords,
    pub(crate) last_named: FoldedWords,
    pub(crate) verb_openers: FoldedWords,
    pub(crate) temporal_prepositions: FoldedWords,
    pub(crate) postponing: FoldedWords,
    pub(crate) postponed_to: FoldedWords,
    pub(crate) then: FoldedWords,
    pub(crate) dated_participles: FoldedWords,
    pub(crate) dating_prepositions: FoldedWords,
    pub(crate) planned_heads: FoldedWords,
    pub(crate) going_on: FoldedWords,
    pub(crate) voicing: FoldedWords,
    pub(crate) verb_titles: FoldedWords,
    pub(crate) turns: FoldedWords,
    pub(crate) occurring: FoldedWords,
    pub(crate) casualties: FoldedWords,
    pub(crate) casualty_nouns: FoldedWords,
    pub(crate) facts: FoldedWords,
    pub(crate) aiming: FoldedWords,
    pub(crate) aims: FoldedWords,
    pub(crate) happening: FoldedWords,
    pub(crate) whiles: FoldedWords,
    pub(crate) births: FoldedWords,
    pub(crate) befell: FoldedWords,
    pub(crate) befalling: FoldedWords,
    pub(crate) disasters: FoldedWords,
    pub(crate) expecting: FoldedWords,
    pub(crate) next_day: FoldedWords,
    pub(crate) inceptive: FoldedWords,
    pub(crate) according: FoldedWords,
    pub(crate) as_told: FoldedWords,
    pub(crate) dangling: FoldedWords,
    pub(crate) since: FoldedWords,
    pub(crate) when: FoldedWords,
    pub(crate) topic_openers: FoldedWords,
    pub(crate) hundred: FoldedWords,
    pub(crate) before_verbs: FoldedWords,
    pub(crate) coinciding: FoldedWords,
}

/// Nouns that have the letters of a verb.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerbLikeNouns {
    /// With their conjunction: «فروع» is never «ف» and a verb.
    pub(crate) never_verbs: FoldedWords,
    /// Verbs only where a verb can stand.
    pub(crate) verb_like: FoldedWords,
}

/// The function words by what they do.
pub(crate) struct Particles {
    pub(crate) nouns: VerbLikeNouns,
    /// «قد» and its kin: a perfect behind them is told as a fact.
    pub(crate) asserting: WordSet,
    /// Feminine nouns without its ending: «الحرب».
    pub(crate) feminine: WordSet,
    /// What is done to hearts and minds is a figure of speech: «أسرت القلوب».
    pub(crate) figurative: WordSet,
    pub(crate) small: SmallSets,
    pub(crate) complementizers: WordSet,
    pub(crate) relatives: WordSet,
    pub(crate) subordinators: Phrases<()>,
    pub(crate) free_relatives: WordSet,
    pub(crate) negation: WordSet,
    pub(crate) possible: WordSet,
    pub(crate) planned: Phrases<()>,
    pub(crate) adjuncts: Phrases<Adjunct>,
    /// «كان», «قد» and their kin, which lend a verb its tense.
    pub(crate) auxiliaries: WordSet,
    pub(crate) superlatives: WordSet,
    pub(crate) compared: WordSet,
    /// Nouns that a year names: «رؤية 2030».
    pub(crate) named_by_year: WordSet,
    /// Words that stand before a clause and are no part of its subject: «بخصوص», «أما».
    pub(crate) no_subject: WordSet,
    /// Prepositions through which «تمكن» and its kin govern what was done.
    pub(crate) achieving: WordSet,
    /// Of whom something is wished behind a verb: «صلى الله عليه».
    pub(crate) wished_of: WordSet,
    /// Verbs that end such a wish: «وسلم».
    pub(crate) wish_endings: WordSet,
    /// What is sent and says something: «رسالة».
    pub(crate) messages: WordSet,
    /// Words that open a number: «نحو», «أكثر», «مليون».
    pub(crate) quantities: WordSet,
    /// «لا», «ما» and «يزال», «زالت», which together say that something goes on.
    pub(crate) continuing_negations: WordSet,
    pub(crate) continuing_verbs: WordSet,
    /// Words after which no finite verb stands.
    pub(crate) nominal: WordSet,
    /// Prepositions with a pronoun: «فيهما».
    pub(crate) with_pronoun: WordSet,
}

/// How a noun of event after an adjunct word stands to the main event of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Adjunct {
    pub(crate) order: AdjunctOrder,
    /// Whether it is the cause of the main event.
    pub(crate) is_cause: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AdjunctOrder {
    /// The noun's event comes before the main one.
    Before,
    /// The noun's event comes after the main one.
    After,
    /// At the same time, roughly; narrows no bound.
    Same,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    clauses: ClauseWords,
    nouns: VerbLikeNouns,
    figurative: Words,
    feminine: Words,
    asserting: Words,
    small: SmallSets,
    negation: Words,
    possible: Words,
    planned: Words,
    auxiliaries: Words,
    quantities: Words,
    messages: Words,
    achieving: Words,
    wishes: WishWords,
    no_subject: Words,
    adjuncts: AdjunctWords,
    causes: Words,
    comparison: ComparisonWords,
    nominal: NominalWords,
    continuing: ContinuingWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContinuingWords {
    negations: Vec<String>,
    verbs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WishWords {
    of: Vec<String>,
    endings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NominalWords {
    words: Vec<String>,
    stems: Vec<String>,
    pronouns: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClauseWords {
    complementizers: Vec<String>,
    relatives: Vec<String>,
    subordinators: Vec<String>,
    free_relatives: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdjunctWords {
    before: Vec<String>,
    after: Vec<String>,
    same: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparisonWords {
    superlatives: Vec<String>,
    compared: Vec<String>,
    named_by_year: Vec<String>,
}

impl Particles {
    pub(super) fn load() -> Self {
        let table: Table = super::parse(include_str!("../../../data/lexicon/ar/particles.toml"), "ar/particles.toml");
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect::<WordSet>();
        let phrases = |words: &[String]| Phrases::new(words.iter().map(|word| (word.as_str(), ())).collect::<Vec<_>>());
        let causes = set(&table.causes.words);
        let adjuncts = [
            (&table.adjuncts.before, AdjunctOrder::Before),
            (&table.adjuncts.after, AdjunctOrder::After),
            (&table.adjuncts.same, AdjunctOrder::Same),
        ];
        let adjuncts = adjuncts.into_iter().flat_map(|(words, order)| words.iter().map(move |word| (word.as_str(), order)));
        let adjuncts = adjuncts.map(|(word, order)| (word, Adjunct { order, is_cause: causes.contains(&fold(word)) }));
        Self {
            nouns: table.nouns,
            asserting: set(&table.asserting.words),
            feminine: set(&table.feminine.words),
            figurative: set(&table.figurative.words),
            small: table.small,
            complementizers: set(&table.clauses.complementizers),
            relatives: set(&table.clauses.relatives),
            subordinators: phrases(&table.clauses.subordinators),
            free_relatives: set(&table.clauses.free_relatives),
            negation: set(&table.negation.words),
            possible: set(&table.possible.words),
            planned: phrases(&table.planned.words),
            adjuncts: Phrases::new(adjuncts.collect::<Vec<_>>()),
            no_subject: set(&table.no_subject.words),
            achieving: set(&table.achieving.words),
            wished_of: set(&table.wishes.of),
            wish_endings: set(&table.wishes.endings),
            messages: set(&table.messages.words),
            quantities: set(&table.quantities.words),
            auxiliaries: set(&table.auxiliaries.words),
            superlatives: set(&table.comparison.superlatives),
            compared: set(&table.comparison.compared),
            named_by_year: set(&table.comparison.named_by_year),
            continuing_negations: set(&table.continuing.negations),
            continuing_verbs: set(&table.continuing.verbs),
            nominal: set(&table.nominal.words),
            with_pronoun: with_pronoun(&table.nominal),
        }
    }
}

fn with_pronoun(table: &NominalWords) -> WordSet {
    let pairs = table.stems.iter().flat_map(|stem| table.pronouns.iter().map(move |pronoun| format!("{stem}{pronoun}")));
    pairs.map(|word| fold(&word)).collect()
}
