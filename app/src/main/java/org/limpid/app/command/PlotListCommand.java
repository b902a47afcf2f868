package org.limpid.app.command;

import java.util.List;
import java.util.Locale;
import org.limpid.plots.Exhibits;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.InputKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "List the figures and tables, and what each is made from.",
    footer = {"%nExample:", "  limpid plot list"})
final class PlotListCommand extends CommandInSession {
  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

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
  public void run() {
    List<Entry> all = Exhibits.all().stream().map(Exhibit::about).map(Entry::of).toList();
    if (json) {
      session().json(all);
    } else {
      int width = all.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
      all.forEach(entry -> session().listed(entry.name(), width, text(entry), needs(entry)));
    }
  }

  private static String text(Entry entry) {
    return (entry.inPaper() == null ? "" : entry.inPaper() + ": ") + entry.description();
  }

  private static String needs(Entry entry) {
    return " (needs " + String.join(" and ", entry.needs()) + ")";
  }
}
