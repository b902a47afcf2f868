package org.limpid.app.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.TableRegistry;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.TableSource;
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
    static Entry of(FigureSource source) {
      String place = source.inPaper().orElse(null);
      return new Entry(
          source.name(), "figure", source.description(), place, options(source.needs()));
    }

    static Entry of(TableSource source) {
      String place = source.inPaper().orElse(null);
      return new Entry(
          source.name(), "table", source.description(), place, options(source.needs()));
    }

    private static List<String> options(Set<Need> needs) {
      return needs.stream().sorted().map(Need::option).toList();
    }
  }

  @Override
  public Integer call() {
    List<Entry> all =
        Stream.concat(
                TableRegistry.all().stream().map(Entry::of),
                FigureRegistry.all().stream().map(Entry::of))
            .toList();
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
