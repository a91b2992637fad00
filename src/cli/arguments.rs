//! The arguments of the command line and their help, in the language of the environment.

use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::base::{Language, Message, Moment};
use crate::i18n::I18n;
use crate::reader::{Encoding, Format};

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
}

/// The arguments of `waqai extract`.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(super) struct ExtractArguments {
    #[arg(long, value_enum, default_value_t = InputFormat::Auto)]
    pub(super) from: InputFormat,
    #[arg(long, value_parser = parse_encoding)]
    pub(super) encoding: Option<Encoding>,
    #[arg(long)]
    pub(super) any_size: bool,
    #[arg(long, value_parser = parse_moment)]
    pub(super) published: Option<Moment>,
    #[arg(long, value_enum, default_value_t = ArticleLanguage::Auto)]
    pub(super) language: ArticleLanguage,
    #[arg(long, value_enum)]
    pub(super) messages: Option<MessageLanguage>,
    #[arg(long, value_enum, default_value_t = OutputFormat::Json)]
    pub(super) format: OutputFormat,
    pub(super) files: Vec<PathBuf>,
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
            heading(extract, "cli-about-extract", "cli-usage-extract")
                .mut_arg("files", |arg| positional(i18n, arg).help(i18n.text("cli-help-extract-file")))
                .mut_arg("from", |arg| option(i18n, arg, INPUT_FORMATS).help(i18n.text("cli-help-from")))
                .mut_arg("any_size", |arg| arg.help(i18n.text("cli-help-any-size")))
                .mut_arg("encoding", |arg| {
                    option(i18n, arg, &i18n.text("cli-value-encoding")).help(i18n.text("cli-help-encoding"))
                })
                .mut_arg("published", |arg| option(i18n, arg, &i18n.text("cli-value-date")).help(i18n.text("cli-help-published")))
                .mut_arg("language", |arg| option(i18n, arg, "auto|ar|en").help(i18n.text("cli-help-language")))
                .mut_arg("messages", |arg| option(i18n, arg, "ar|en").help(i18n.text("cli-help-messages")))
                .mut_arg("format", |arg| option(i18n, arg, "json|jsonl").help(i18n.text("cli-help-format")))
        })
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
