package org.limpid.plots.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limpid.plots.comparison.ComparisonRow;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.TableOutcome;
import org.limpid.plots.figure.TableSource;

/** Readable models and black boxes on the three models of Lucid, a table per contest. */
public final class Table7 implements TableSource {
  @Override
  public String name() {
    return "table7";
  }

  @Override
  public String description() {
    return "readable models and black boxes, a table per contest";
  }

  @Override
  public Optional<String> inPaper() {
    return Optional.of("Table 7");
  }

  @Override
  public Set<Need> needs() {
    return Set.of(Need.COMPARISON);
  }

  @Override
  public TableOutcome tables(Inputs inputs, FigureOptions options) {
    Map<String, List<ComparisonRow>> contests = new LinkedHashMap<>();
    for (ComparisonRow row : inputs.comparison().rows()) {
      contests.computeIfAbsent(row.contest(), _ -> new ArrayList<>()).add(row);
    }
    if (contests.isEmpty()) {
      return new TableOutcome.Absent("nothing was compared");
    }
    return new TableOutcome.Made(
        contests.values().stream().map(rows -> new Contest(rows).table()).toList());
  }
}
