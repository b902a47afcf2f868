package org.limpid.plots.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.compare.LearnerResult;
import org.limpid.plots.figure.About;
import org.limpid.plots.figure.Chapter;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Made;
import org.limpid.plots.figure.PlotInputs;

/** Readable models and black boxes on the three models of Lucid, a table per contest. */
public final class Table7 implements Exhibit {
  @Override
  public About about() {
    return About.table(
            "table7", "readable models and black boxes, a table per contest", Chapter.COMPARISON)
        .inPaper("Table 7");
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    Map<String, List<LearnerResult>> contests = new LinkedHashMap<>();
    for (LearnerResult row : inputs.comparison().rows()) {
      contests.computeIfAbsent(row.contest(), _ -> new ArrayList<>()).add(row);
    }
    if (contests.isEmpty()) {
      return new Made.Nothing("nothing was compared");
    }
    return new Made.Tables(
        contests.values().stream().map(rows -> new ContestTable7(rows).table()).toList());
  }
}
