package org.limpid.plots.synergy;

import java.nio.file.Path;
import java.util.List;
import org.limpid.experiment.synergy.SynergyStudy;
import org.limpid.plots.report.Report;
import org.limpid.plots.study.PaperFigure;
import org.limpid.plots.study.StudyReport;

/** Draws what came of the study of Synergy. The same results give the same bytes. */
public final class SynergyReport {
  private SynergyReport() {}

  /**
   * Writes all files.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(SynergyStudy.Result study, Path folder, List<String> commandLine) {
    List<PaperFigure> figures =
        study.charts().stream()
            .map(chart ->
                new PaperFigure(chart.inPaper(), LineFigure.of(chart), LineTable.of(chart)))
            .toList();
    new StudyReport("Synergy, reproduced", about(study), figures, SynergyStudy.RUNS)
        .write(folder, commandLine);
  }

  private static List<Report.Fact> about(SynergyStudy.Result study) {
    return List.of(
        new Report.Fact(
            "Paper",
            "Mohan et al., Looking Beyond GPUs for DNN Scheduling on Multi-Tenant Clusters"
                + " (OSDI 2022)"),
        new Report.Fact("Input", study.input()),
        new Report.Fact(
            "Published",
            "the README of the artifact has one mean, that of FIFO with tune at 9 jobs an hour,"
                + " which has a diamond where it is drawn; the abstract a gain of up to 3.4"));
  }
}
