package org.limpid.workbench.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.workbench.JavaShell;
import org.limpid.plots.workbench.QueryAnswer;
import org.limpid.plots.workbench.ShellFolders;
import org.limpid.plots.workbench.Workbench;
import org.limpid.workbench.Run;
import org.limpid.workbench.chart.ChartExhibits;
import org.limpid.workbench.query.Query;
import org.limpid.workbench.shell.StandardShell;

/** All of the workbench, for the command. */
public final class StandardWorkbench implements Workbench {
  @Override
  public QueryAnswer query(Path run, Optional<Path> data, String question) {
    Query query = Query.parse(question);
    return query.answer(Run.open(run), data);
  }

  @Override
  public JavaShell shell(ShellFolders folders) {
    return new StandardShell(folders);
  }

  @Override
  public List<Exhibit> exhibits() {
    return ChartExhibits.all();
  }

  @Override
  public void show(String kind, PlotInputs inputs, FigureOptions options) {
    ChartExhibits.show(kind, inputs, options);
  }
}
