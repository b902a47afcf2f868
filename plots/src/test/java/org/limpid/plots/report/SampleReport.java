package org.limpid.plots.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.compare.ComparisonFolder;
import org.limpid.plots.Exhibits;
import org.limpid.plots.SampleRun;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;

/** Reports with all figures and tables of runs that never were. */
final class SampleReport {
  private static final List<Report.Link> LINKS =
      List.of(new Report.Link("CSV", "figures/a%20b.csv"));

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
    PlotInputs inputs =
        new PlotInputs(
            Optional.of(RunFolder.open(folder)),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(ComparisonFolder.open(folder)));
    ReportBuilder builder = new ReportBuilder(inputs, FigureOptions.NONE);
    for (Exhibit kind : Exhibits.all()) {
      if (inputs.given().containsAll(kind.about().needs())) {
        switch (kind.make(inputs, FigureOptions.NONE)) {
          case Made.Tables made -> made.tables().forEach(table -> builder.add(kind, table, LINKS));
          case Made.Figures made ->
              made.figures().forEach(figure -> builder.add(kind, figure, LINKS));
          case Made.Nothing _ -> {}
        }
      }
    }
    return builder.build("limpid report --out <x>", "1.2.3", LINKS);
  }
}
