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
    waqai export [OPTIONS] FILE -o FILE.ENDING
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
cli-exit-status = Exit status: 0 done; 1 at least one input or line could not be read, or the output not written; 2 wrong usage
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
cli-help-frame-log = write a line to FILE for each frame of the window: its number, processor time, time since the frame before, what laying out and listing the shapes took of it, time since the program began, in microseconds; and how many events it showed
cli-about-export = Writes the events of an article to a file, in the form that its ending names, without a window
cli-usage-export = waqai export [OPTIONS] FILE -o FILE.ENDING
cli-value-number = NUMBER
cli-value-view = FROM/TO
cli-help-export-file = The article, its record or project, or a table of events; "-": standard input
cli-help-output = The file that is written; its ending says its form: { $endings }
cli-help-article = Which article, where the file holds several; without it: the first
cli-help-view = Only this time of the axis: two years, months or days, one of which may be missing (2025-09/2025-11)
cli-help-lanes = What the lanes of the picture stand for; without it: actor
cli-help-direction = Which way time runs in the picture; without it: the way its language is read
cli-help-theme = Colours of the picture; without it: light
cli-help-width = Width of the picture in points; without it: 1280
cli-help-scale = Pixels to a point in a PNG; without it: 2
usage-error-missing-argument = An argument is missing: { $argument } (see waqai --help)
usage-error-unknown-ending = The ending of this file names no form, the endings are { $endings }: { $path }
cli-no-such-article = There is no article { $number } in it, it holds { $count }: { $path }
