package org.limpid.plots.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limpid.plots.FigureRegistry;
import org.limpid.plots.SampleRun;
import org.limpid.plots.TableRegistry;
import org.limpid.plots.comparison.ComparisonFolder;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Outcome;
import org.limpid.plots.figure.TableOutcome;
import org.limpid.plots.figure.TableSource;
import org.limpid.results.RunFolder;

/** Reports with all figures and tables of runs that never were. */
final class SampleReport {
  private static final List<Link> LINKS = List.of(new Link("CSV", "figures/a%20b.csv"));

  private SampleReport() {}

  static Report of(Path folder, int jobs, List<String> policies) throws IOException {
    SampleRun.explained(folder, jobs, policies);
    Files.writeString(
        folder.resolve("table7.csv"),
        """
        model,variant,leaks,source,learner,readable,test_rows,mae,r2,spearman
        packing,share score,0,limpid,tree <1>,1,66,3,.5,.9
        packing,share score,0,limpid,forest & trees,0,66,20.5,.6,
        packing,share score,0,limpid,failed,0,66,,,
        """);
    Inputs inputs = Inputs.of(RunFolder.open(folder)).with(ComparisonFolder.open(folder));
    ReportBuilder builder = new ReportBuilder(inputs, FigureOptions.NONE);
    for (TableSource kind : TableRegistry.all()) {
      if (inputs.given().containsAll(kind.needs())
          && kind.tables(inputs, FigureOptions.NONE) instanceof TableOutcome.Made made) {
        made.tables().forEach(table -> builder.add(kind, table, LINKS));
      }
    }
    for (FigureSource kind : FigureRegistry.all()) {
      if (inputs.given().containsAll(kind.needs())
          && kind.figures(inputs, FigureOptions.NONE) instanceof Outcome.Drawn drawn) {
        drawn.figures().forEach(figure -> builder.add(kind, figure, LINKS));
      }
    }
    return builder.build("limpid report --out <x>", "1.2.3", LINKS);
  }
}
