# The command line: help and errors of usage.

cli-about = { app-name }: opens a news article and lays its events on a timeline
cli-about-extract = Prints the events of articles as JSON, without a window
cli-heading-usage = Usage
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-commands = Commands
cli-usage =
    waqai [FILE]...
    waqai extract [OPTIONS] [FILE]...
cli-usage-extract = waqai extract [OPTIONS] [FILE]...
cli-value-file = FILE
cli-value-date = DATE
cli-value-encoding = ENCODING
cli-help-file = Articles to open in the window; without a file: the bundled article
cli-help-extract-file = Articles to read; "-" or nothing: standard input
cli-help-from = Format of the input; auto: by content, then by name
cli-help-any-size = Read files beyond the size limit too, which takes several times their size of memory
cli-help-encoding = Encoding of text, HTML and Markdown, by its name on the web (windows-1256, iso-8859-6, utf-16le); without it: found out
cli-help-published = Publication date, over whatever the file says: YYYY-MM-DD[THH:MM[:SS]]
cli-help-language = Language of the article
cli-help-messages = Language of explanations and warnings; without it: the article's
cli-help-format = Format of the output; json: one record for one article, an array for several; jsonl: one record a line
cli-help-help = Print this help
cli-help-version = Print the version
cli-exit-status = Exit status: 0 done; 1 at least one input or line could not be read; 2 wrong usage
cli-no-display = No window can be opened, there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set; to print the events without a window use: waqai extract
cli-without-window = This program was built without a window; to print the events use: waqai extract
cli-write-error = The output cannot be written: { $detail }

usage-error = The command line is wrong (see waqai --help)
usage-error-unknown-argument = Unknown argument: { $argument } (see waqai --help)
usage-error-invalid-value = { $value } is no value of { $argument } (see waqai --help)
usage-error-missing-value = A value is missing: { $argument } (see waqai --help)
usage-error-repeated = Given more than once, or with what excludes it: { $argument } (see waqai --help)
usage-error-not-a-date = { $value } is not a date of the form YYYY-MM-DD[THH:MM[:SS]] (see waqai --help)
usage-error-not-an-encoding = { $value } is not an encoding, as windows-1256 or utf-16le is (see waqai --help)
cli-help-frame-log = write a line to FILE for each frame of the window: its number, processor time, time since the frame before, in microseconds
