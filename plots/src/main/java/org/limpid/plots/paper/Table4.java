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

/** Mean job completion time, mean queueing delay and its 99.9 % quantile per policy. */
public final class Table4 implements TableSource {
  @Override
  public String name() {
    return "table4";
  }

  @Override
  public String description() {
    return "mean job completion time, mean and 99.9 % quantile of the queueing delay";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Table 4");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.RUN);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    return new TableOutcome.Made(List.of(PaperTables.table4(Summaries.chosen(inputs, options))));
  }
}
