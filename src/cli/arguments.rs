//! The arguments of the command line and their help, in the language of the environment.

use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::export::endings;
use crate::article::{Published, PublishedOrigin};
use crate::base::{Direction, Language, Message, Moment, TimePoint, TimeRange, WrittenTime};
use crate::export;
use crate::extract::Options;
use crate::i18n::{I18n, without_isolates};
use crate::reader::{Encoding, Format, ReadOptions};
use crate::timeline::LaneGrouping;

/// What `--from` takes; a test holds it to [`InputFormat`].
const INPUT_FORMATS: &str = "auto|txt|md|html|json|jsonl|docx|odt|pdf|epub|rtf|eml|mhtml|feed|warc";

/// All of the command line. What each argument means is said by [`command`].
#[derive(Debug, Parser)]
#[command(name = "waqai", version, disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[arg(long)]
    pub(super) frame_log: Option<PathBuf>,
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Extract(ExtractArguments),
    Export(ExportArguments),
}

/// How inputs are read and what is known of them.
#[derive(Debug, Args)]
pub(super) struct InputArguments {
    #[arg(long, value_enum, default_value_t = InputFormat::Auto)]
    from: InputFormat,
    #[arg(long, value_parser = parse_encoding)]
    encoding: Option<Encoding>,
    #[arg(long)]
    any_size: bool,
    #[arg(long, value_parser = parse_moment)]
    published: Option<Moment>,
    #[arg(long, value_enum, default_value_t = ArticleLanguage::Auto)]
    language: ArticleLanguage,
    #[arg(long, value_enum)]
    messages: Option<MessageLanguage>,
}

/// The arguments of `waqai extract`.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(super) struct ExtractArguments {
    #[command(flatten)]
    pub(super) input: InputArguments,
    #[arg(long, value_enum, default_value_t = OutputFormat::Json)]
    pub(super) format: OutputFormat,
    pub(super) files: Vec<PathBuf>,
}

/// The arguments of `waqai export`.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(super) struct ExportArguments {
    #[command(flatten)]
    pub(super) input: InputArguments,
    /// Counts from 1.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) article: u32,
    #[arg(long, value_parser = parse_view)]
    pub(super) view: Option<TimeRange>,
    #[arg(long, value_enum, default_value_t = Lanes::Actor)]
    pub(super) lanes: Lanes,
    #[arg(long, value_enum)]
    pub(super) direction: Option<TimeDirection>,
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    pub(super) theme: Theme,
    /// In points.
    #[arg(long, default_value_t = export::Look::WIDTH, value_parser = clap::value_parser!(u16).range(i64::from(export::Look::LEAST_WIDTH)..))]
    pub(super) width: u16,
    /// Pixels to a point.
    #[arg(long, default_value_t = export::Look::SCALE, value_parser = parse_scale)]
    pub(super) scale: f32,
    #[arg(long, short, required = true)]
    pub(super) output: PathBuf,
    #[arg(required = true)]
    pub(super) file: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lanes {
    Actor,
    Kind,
    Place,
    None,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum TimeDirection {
    Rtl,
    Ltr,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Theme {
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    Auto,
    Txt,
    Md,
    Html,
    Json,
    Jsonl,
    Docx,
    Odt,
    Pdf,
    Epub,
    Rtf,
    Eml,
    Mhtml,
    Feed,
    Warc,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ArticleLanguage {
    Auto,
    Ar,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageLanguage {
    Ar,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    Json,
    Jsonl,
}

impl InputFormat {
    /// The reader's format; `None` where it is to be found out.
    pub(super) fn format(self) -> Option<Format> {
        match self {
            Self::Auto => None,
            Self::Txt => Some(Format::Text),
            Self::Md => Some(Format::Markdown),
            Self::Html => Some(Format::Html),
            Self::Json => Some(Format::Json),
            Self::Jsonl => Some(Format::JsonLines),
            Self::Docx => Some(Format::Docx),
            Self::Odt => Some(Format::Odt),
            Self::Pdf => Some(Format::Pdf),
            Self::Epub => Some(Format::Epub),
            Self::Rtf => Some(Format::Rtf),
            Self::Eml => Some(Format::Mail),
            Self::Mhtml => Some(Format::Mhtml),
            Self::Feed => Some(Format::Feed),
            Self::Warc => Some(Format::Warc),
        }
    }
}

impl ArticleLanguage {
    /// The language; `None` where it is to be found out.
    pub(super) fn language(self) -> Option<Language> {
        match self {
            Self::Auto => None,
            Self::Ar => Some(Language::Arabic),
            Self::En => Some(Language::English),
        }
    }
}

impl MessageLanguage {
    pub(super) fn language(self) -> Language {
        match self {
            Self::Ar => Language::Arabic,
            Self::En => Language::English,
        }
    }
}

impl InputArguments {
    /// How inputs are read.
    pub(super) fn reading(&self) -> ReadOptions {
        let (format, encoding, any_size) = (self.from.format(), self.encoding, self.any_size);
        ReadOptions { format, encoding, any_size, ..ReadOptions::default() }
    }

    /// What is known of every article.
    pub(super) fn options(&self) -> Options {
        let published = self.published.map(|value| Published { value, origin: PublishedOrigin::Given });
        Options { published, language: self.language.language(), ..Options::default() }
    }

    /// The language of messages, where it is not the article's.
    pub(super) fn messages(&self) -> Option<Language> {
        self.messages.map(MessageLanguage::language)
    }
}

impl Lanes {
    pub(super) fn grouping(self) -> LaneGrouping {
        match self {
            Self::Actor => LaneGrouping::Actor,
            Self::Kind => LaneGrouping::Kind,
            Self::Place => LaneGrouping::Place,
            Self::None => LaneGrouping::None,
        }
    }
}

impl TimeDirection {
    pub(super) fn direction(self) -> Direction {
        match self {
            Self::Rtl => Direction::RightToLeft,
            Self::Ltr => Direction::LeftToRight,
        }
    }
}

/// `FROM/TO`, both included, each a year, a month, a day or a minute; one of the two may be empty.
/// The error is said by [`usage_error`].
fn parse_view(text: &str) -> Result<TimeRange, &'static str> {
    let parse = |text: &str| (!text.is_empty()).then(|| WrittenTime::parse(text).ok_or("not a time")).transpose();
    let (from, to) = text.split_once('/').ok_or("not a range")?;
    let (from, to) = (parse(from)?, parse(to)?);
    if from.is_none() && to.is_none() {
        return Err("not a range");
    }
    let start = from.map_or(TimePoint(i64::MIN / 4), |from| from.range.start);
    let end = to.map_or(TimePoint(i64::MAX / 4), |to| to.range.end);
    if start < end { Ok(TimeRange { start, end }) } else { Err("it ends before it begins") }
}

/// The error is said by [`usage_error`].
fn parse_scale(text: &str) -> Result<f32, &'static str> {
    let scale: f32 = text.parse().map_err(|_| "not a number")?;
    if export::Look::SCALES.contains(&scale) { Ok(scale) } else { Err("too small or too large") }
}

/// The error is said by [`usage_error`].
fn parse_encoding(label: &str) -> Result<Encoding, &'static str> {
    Encoding::from_label(label.trim()).ok_or("not an encoding")
}

/// The error is said by [`usage_error`].
fn parse_moment(text: &str) -> Result<Moment, &'static str> {
    Moment::parse(text).ok_or("not a date")
}

/// The command line with its help in the language of `i18n`.
pub(super) fn command(i18n: &I18n) -> clap::Command {
    let heading = |command: clap::Command, about: &'static str, usage: &'static str| {
        command
            .about(i18n.text(about))
            .help_template(template(i18n, usage))
            .after_help(i18n.text("cli-exit-status"))
            .arg(flag(i18n, "help", 'h', ArgAction::Help).help(i18n.text("cli-help-help")))
    };
    heading(Arguments::command(), "cli-about", "cli-usage")
        .subcommand_help_heading(i18n.text("cli-heading-commands"))
        .arg(flag(i18n, "version", 'V', ArgAction::Version).help(i18n.text("cli-help-version")))
        .mut_arg("files", |arg| positional(i18n, arg).help(i18n.text("cli-help-file")))
        .mut_arg("frame_log", |arg| option(i18n, arg, &i18n.text("cli-value-file")).help(i18n.text("cli-help-frame-log")))
        .mut_subcommand("extract", |extract| {
            input_help(i18n, heading(extract, "cli-about-extract", "cli-usage-extract"))
                .mut_arg("files", |arg| positional(i18n, arg).help(i18n.text("cli-help-extract-file")))
                .mut_arg("format", |arg| option(i18n, arg, "json|jsonl").help(i18n.text("cli-help-format")))
        })
        .mut_subcommand("export", |export| {
            let number = i18n.text("cli-value-number");
            let export = input_help(i18n, heading(export, "cli-about-export", "cli-usage-export"));
            let named = |command: clap::Command, name: &'static str, value: String, help: &'static str| {
                command.mut_arg(name, |arg| option(i18n, arg, &value).help(i18n.text(help)))
            };
            let export = export.mut_arg("file", |arg| positional(i18n, arg).help(i18n.text("cli-help-export-file")));
            let endings = Message::new("cli-help-output").with_text("endings", endings());
            let output = without_isolates(&i18n.message(&endings));
            let export = export.mut_arg("output", |arg| option(i18n, arg, &i18n.text("cli-value-file")).help(output));
            let export = named(export, "article", number.clone(), "cli-help-article");
            let export = named(export, "view", i18n.text("cli-value-view"), "cli-help-view");
            let export = named(export, "lanes", "actor|kind|place|none".to_owned(), "cli-help-lanes");
            let export = named(export, "direction", "rtl|ltr".to_owned(), "cli-help-direction");
            let export = named(export, "theme", "light|dark".to_owned(), "cli-help-theme");
            let export = named(export, "width", number.clone(), "cli-help-width");
            named(export, "scale", number, "cli-help-scale")
        })
}

/// The help of what both commands take.
fn input_help(i18n: &I18n, command: clap::Command) -> clap::Command {
    command
        .mut_arg("from", |arg| option(i18n, arg, INPUT_FORMATS).help(i18n.text("cli-help-from")))
        .mut_arg("any_size", |arg| arg.help(i18n.text("cli-help-any-size")).help_heading(i18n.text("cli-heading-options")))
        .mut_arg("encoding", |arg| option(i18n, arg, &i18n.text("cli-value-encoding")).help(i18n.text("cli-help-encoding")))
        .mut_arg("published", |arg| option(i18n, arg, &i18n.text("cli-value-date")).help(i18n.text("cli-help-published")))
        .mut_arg("language", |arg| option(i18n, arg, "auto|ar|en").help(i18n.text("cli-help-language")))
        .mut_arg("messages", |arg| option(i18n, arg, "ar|en").help(i18n.text("cli-help-messages")))
}

fn template(i18n: &I18n, usage: &'static str) -> String {
    let heading = i18n.text("cli-heading-usage");
    let usage: String = i18n.text(usage).lines().map(|line| format!("  {line}\n")).collect();
    format!("{{about-with-newline}}\n{heading}:\n{usage}\n{{all-args}}{{after-help}}\n")
}

fn flag(i18n: &I18n, name: &'static str, short: char, action: ArgAction) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help_heading(i18n.text("cli-heading-options"))
}

fn positional(i18n: &I18n, arg: Arg) -> Arg {
    arg.value_name(i18n.text("cli-value-file")).help_heading(i18n.text("cli-heading-arguments"))
}

/// The values stand in the name of the value: clap's own list of them speaks English.
fn option(i18n: &I18n, arg: Arg, value_name: &str) -> Arg {
    arg.value_name(value_name.to_owned())
        .help_heading(i18n.text("cli-heading-options"))
        .hide_possible_values(true)
        .hide_default_value(true)
}

/// What is wrong with the command line, in one line.
pub(super) fn usage_error(error: &clap::Error) -> Message {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    };
    // clap names an option with its value: «--from <auto|txt|json|jsonl>» says what is allowed.
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => Message::new("usage-error-unknown-argument").with_text("argument", argument),
        ErrorKind::ValueValidation if argument.starts_with("--encoding") => {
            Message::new("usage-error-not-an-encoding").with_text("value", context(ContextKind::InvalidValue))
        }
        ErrorKind::ValueValidation if !argument.starts_with("--published") => Message::new("usage-error-invalid-value")
            .with_text("value", context(ContextKind::InvalidValue))
            .with_text("argument", argument),
        ErrorKind::MissingRequiredArgument => Message::new("usage-error-missing-argument").with_text("argument", argument),
        ErrorKind::ValueValidation => {
            Message::new("usage-error-not-a-date").with_text("value", context(ContextKind::InvalidValue))
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-error-missing-value").with_text("argument", argument)
        }
        ErrorKind::InvalidValue => Message::new("usage-error-invalid-value")
            .with_text("value", context(ContextKind::InvalidValue))
            .with_text("argument", argument),
        ErrorKind::ArgumentConflict => Message::new("usage-error-repeated").with_text("argument", argument),
        _ => Message::new("usage-error"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::without_isolates;

    fn said(args: &[&str]) -> String {
        let i18n = I18n::new(Language::English, None);
        let error = command(&i18n).try_get_matches_from(args).expect_err("wrong usage");
        without_isolates(&i18n.message(&usage_error(&error)))
    }

    #[test]
    fn the_definition_is_sound_in_every_language() {
        for language in Language::ALL {
            command(&I18n::new(language, None)).debug_assert();
        }
    }

    #[test]
    fn the_help_names_every_format() {
        let names = InputFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
        assert_eq!(names.join("|"), INPUT_FORMATS);
    }

    #[test]
    fn wrong_usage_is_said_in_one_line() {
        let formats = |start: &str| format!("{start} --from <{INPUT_FORMATS}> (see waqai --help)");
        assert_eq!(said(&["waqai", "extract", "--from", "doc"]), formats("doc is no value of"));
        assert_eq!(said(&["waqai", "extract", "--from"]), formats("A value is missing:"));
        for (args, words) in [
            (&["waqai", "extract", "--form"][..], "Unknown argument: --form (see waqai --help)"),
            (&["waqai", "extract", "--encoding", "x"], "x is not an encoding, as windows-1256 or utf-16le is (see waqai --help)"),
            (
                &["waqai", "extract", "--published", "أمس"],
                "أمس is not a date of the form YYYY-MM-DD[THH:MM[:SS]] (see waqai --help)",
            ),
            (
                &["waqai", "extract", "--format", "json", "--format", "json"],
                "Given more than once, or with what excludes it: --format <json|jsonl> (see waqai --help)",
            ),
        ] {
            assert_eq!(said(args), words);
        }
    }
}
