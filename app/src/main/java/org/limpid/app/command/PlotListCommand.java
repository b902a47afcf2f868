package org.limpid.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Need;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code limpid plot list}. */
@Command(
    name = "list",
    description = "List the figures, and what each is made from.",
    footer = {"%nExample:", "  limpid plot list"})
final class PlotListCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  PlotListCommand(Session session) {
    this.session = session;
  }

  /** A figure as JSON shows it. */
  record Entry(String name, String description, String inPaper, List<String> needs) {
    static Entry of(FigureSource source) {
      return new Entry(
          source.name(), source.description(), source.inPaper().orElse(null), options(source));
    }
  }

  private static List<String> options(FigureSource source) {
    return source.needs().stream().sorted().map(Need::option).toList();
  }

  @Override
  public Integer call() {
    List<FigureSource> all = FigureRegistry.all();
    if (json) {
      session.json(all.stream().map(Entry::of).toList());
    } else {
      int width = all.stream().mapToInt(source -> source.name().length()).max().orElse(0);
      session.result(
          all.stream().map(source -> line(source, width)).collect(Collectors.joining("\n")));
    }
    return ExitCode.SUCCESS;
  }

  private String line(FigureSource source, int width) {
    Ansi colours = session.outColours();
    String padding = " ".repeat(width + 2 - source.name().length());
    String paper = source.inPaper().map(place -> place + ": ").orElse("");
    String needs = " (needs " + String.join(" and ", options(source)) + ")";
    return colours.string("@|bold " + source.name() + "|@" + padding)
        + paper
        + source.description()
        + colours.string("@|faint " + needs + "|@");
  }
}
