package org.limpid.plots.paper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.TableOutcome;
import org.limpid.plots.figure.TableSource;
import org.limpid.results.PaperTables;

/** Mean job completion time and queueing delay of large and small jobs per policy. */
public final class Table5 implements TableSource {
  @Override
  public String name() {
    return "table5";
  }

  @Override
  public String description() {
    return "means of large and small jobs";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Table 5");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    return new TableOutcome.Made(List.of(PaperTables.table5(Summaries.chosen(inputs, options))));
  }
}
