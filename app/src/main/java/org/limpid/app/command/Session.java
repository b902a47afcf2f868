package org.limpid.app.command;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.app.terminal.ProgressBar;
import org.limpid.app.terminal.Terminal;
import org.limpid.files.Page;
import org.limpid.files.PrintableText;
import org.limpid.files.Reporter;
import picocli.CommandLine.Help.Ansi;

/**
 * One call of the program: its terminal, its words and its global options. What it prints is {@link
 * PrintableText}, so that no name in a file can move the cursor or clear the screen.
 */
final class Session {
  private static final int WIDEST_HELP = 100;
  private static final int NARROWEST_HELP = 55;

  /** Before whatever is wrong. */
  private static final String SPEAKER = "limpid: ";

  private final Terminal terminal;
  private final List<String> arguments;
  private final ColorWhen color;
  private boolean quiet;
  private boolean outsideAllowed;
  private ProgressBar bar;

  Session(Terminal terminal, String... arguments) {
    this.terminal = terminal;
    this.arguments = List.of(arguments);
    color = ColorWhen.in(this.arguments);
  }

  Terminal terminal() {
    return terminal;
  }

  /** The words of the command, for records of what was run. */
  List<String> commandLine() {
    return Stream.concat(Stream.of("limpid"), arguments.stream()).toList();
  }

  void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  void setOutsideAllowed(boolean allowed) {
    outsideAllowed = allowed;
  }

  boolean isOutsideAllowed() {
    return outsideAllowed;
  }

  boolean isQuiet() {
    return quiet;
  }

  Ansi outColours() {
    return colours(terminal.isOutInteractive());
  }

  Ansi errColours() {
    return colours(terminal.isErrInteractive());
  }

  private Ansi colours(boolean interactive) {
    boolean wanted =
        switch (color) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> interactive && terminal.environment("NO_COLOR").isEmpty();
        };
    return wanted ? Ansi.ON : Ansi.OFF;
  }

  int helpWidth() {
    return Math.clamp(terminal.columns(), NARROWEST_HELP, WIDEST_HELP);
  }

  /** Prints what was asked for, laid out for the terminal if it goes to one. */
  void result(Page page) {
    coloured(laidOut(page, terminal.isOutInteractive()));
  }

  /** Prints lines that were asked for; a terminal gets them broken between words. */
  void result(String text) {
    result(new Page().lines(text));
  }

  private String laidOut(Page page, boolean isForTerminal) {
    return isForTerminal ? page.text(terminal.columns()) : page.toString();
  }

  /** Prints what was asked for by a program, as it is. */
  void code(String text) {
    coloured(PrintableText.inLines(text));
  }

  /** Prints text that may hold codes of colours. */
  private void coloured(String text) {
    terminal.out().print(text);
    if (!text.endsWith("\n")) {
      terminal.out().print('\n');
    }
  }

  /** Prints a line of a list: a name in bold, padded to a width, what it is, and a faint remark. */
  void listed(String name, int width, String text, String remark) {
    String head = name + " ".repeat(width + 2 - name.length()) + text;
    String shown = laidOut(new Page().lines(head + remark), terminal.isOutInteractive());
    int end = shown.stripTrailing().length();
    int remarkAt = Math.min(end, placeBehind(letters(head), shown));
    Ansi colours = outColours();
    coloured(
        styled(colours, "bold", shown.substring(0, name.length()))
            + shown.substring(name.length(), remarkAt)
            + styled(colours, "faint", shown.substring(remarkAt, end)));
  }

  private static String styled(Ansi colours, String style, String text) {
    return text.isEmpty() ? "" : colours.string("@|%s %s|@".formatted(style, text));
  }

  private static long letters(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  /** The place behind so many characters that are no white space, which lines may be broken at. */
  private static int placeBehind(long letters, String text) {
    long left = letters;
    int place = 0;
    while (left > 0) {
      left -= Character.isWhitespace(text.charAt(place)) ? 0 : 1;
      place++;
    }
    return place;
  }

  /** Prints what was asked for as JSON. */
  void json(Object value) {
    code(Json.text(value));
  }

  /** Says something that is good to know; not with {@code --quiet}. */
  void notice(String text) {
    if (!quiet) {
      terminal.out().flush();
      leaveProgress();
      remark(text);
    }
  }

  /** Says something more about what is wrong. */
  void remark(String text) {
    terminal.err().print(message(text));
    terminal.err().flush();
  }

  private String message(String text) {
    return laidOut(new Page().lines(text), terminal.isErrInteractive());
  }

  /** Says what is wrong. */
  void error(String text) {
    leaveProgress();
    String message = message(SPEAKER + text);
    terminal.err().print(errColours().string("@|bold,red " + SPEAKER.strip() + "|@"));
    terminal.err().print(message.substring(SPEAKER.strip().length()));
    terminal.err().flush();
  }

  private void leaveProgress() {
    if (bar != null) {
      bar.abandon();
    }
  }

  /** Shows progress, unless {@code --quiet}. */
  Reporter reporter() {
    if (quiet) {
      return Reporter.SILENT;
    }
    if (bar == null) {
      bar = new ProgressBar(terminal, InstantSource.system());
    }
    return new BarReporter(bar, this);
  }

  /** Shows progress, unless {@code --quiet} or the result goes to another program. */
  Reporter reporter(boolean json) {
    return json ? Reporter.SILENT : reporter();
  }

  private record BarReporter(ProgressBar bar, Session session) implements Reporter {
    @Override
    public void begin(String phase, long total) {
      bar.begin(phase, total);
    }

    @Override
    public void advance(long amount) {
      bar.advance(amount);
    }

    @Override
    public void end() {
      bar.end();
    }

    @Override
    public void notice(String text) {
      session.notice(text);
    }
  }
}
