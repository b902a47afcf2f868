package org.limpid.plots.chain;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.ChainStudy;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.experiment.chain.ValidationReport;
import org.limpid.plots.report.Report;
import org.limpid.plots.study.PaperFigure;
import org.limpid.plots.study.StudyReport;

/** Draws what came of a comparison of learners of chains. The same results give the same bytes. */
public final class ChainReport {
  private ChainReport() {}

  /**
   * Writes all files.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(ChainStudy.Result study, Path folder, List<String> commandLine) {
    GapPrice price = study.request().price();
    List<PaperFigure> figures =
        study.reports().stream().flatMap(report -> figures(report, price)).toList();
    new StudyReport(
            "Chains of jobs: when to submit the next", about(study), figures, ChainStudy.WINDOWS)
        .write(folder, commandLine);
  }

  private static Stream<PaperFigure> figures(ValidationReport report, GapPrice price) {
    return Stream.of(
        new PaperFigure("", CostFigure.of(report, price), ScoreTable.of(report, price)),
        new PaperFigure("", GapFigure.of(report), QuantileTable.of(report)));
  }

  private static List<Report.Fact> about(ChainStudy.Result study) {
    ChainStudy.Request request = study.request();
    return List.of(
        new Report.Fact("Trained", words(request.training())),
        new Report.Fact("Validated", words(request.validation())),
        new Report.Fact("Gap price", request.price() + " for an hour's overlap of 1"));
  }

  private static String words(ChainRequest windows) {
    return "%d windows of five days from %s on, every four hours"
        .formatted(windows.windows(), windows.from());
  }
}
