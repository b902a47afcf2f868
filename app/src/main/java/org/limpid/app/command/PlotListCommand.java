package org.limpid.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.InputKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code limpid plot list}. */
@Command(
    name = "list",
    description = "List the figures and tables, and what each is made from.",
    footer = {"%nExample:", "  limpid plot list"})
final class PlotListCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  PlotListCommand(Session session) {
    this.session = session;
  }

  /** A figure or table as JSON shows it. */
  record Entry(String name, String kind, String description, String inPaper, List<String> needs) {
    static Entry of(About about) {
      return new Entry(
          about.name(),
          about.type().name().toLowerCase(Locale.ROOT),
          about.description(),
          about.inPaper().orElse(null),
          about.needs().stream().sorted().map(InputKind::option).toList());
    }
  }

  @Override
  public Integer call() {
    List<Entry> all = Exhibits.all().stream().map(Exhibit::about).map(Entry::of).toList();
    if (json) {
      session.json(all);
    } else {
      int width = all.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
      session.coloured(
          all.stream().map(entry -> line(entry, width)).collect(Collectors.joining("\n")));
    }
    return ExitCode.SUCCESS;
  }

  private String line(Entry entry, int width) {
    Ansi colours = session.outColours();
    String padding = " ".repeat(width + 2 - entry.name().length());
    String paper = entry.inPaper() == null ? "" : entry.inPaper() + ": ";
    String needs = " (needs " + String.join(" and ", entry.needs()) + ")";
    return colours.string("@|bold " + entry.name() + "|@" + padding)
        + paper
        + entry.description()
        + colours.string("@|faint " + needs + "|@");
  }
}
