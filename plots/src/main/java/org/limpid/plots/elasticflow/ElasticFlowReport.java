package org.limpid.plots.elasticflow;

import java.nio.file.Path;
import java.util.List;
import org.limpid.experiment.elasticflow.BarChart;
import org.limpid.experiment.elasticflow.ElasticFlowStudy;
import org.limpid.experiment.elasticflow.StepChart;
import org.limpid.experiment.elasticflow.StudyChart;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.report.Report;
import org.limpid.plots.study.PaperFigure;
import org.limpid.plots.study.StudyReport;

/**
 * Draws what came of the study: each figure as PDF, PNG and SVG, its numbers as tables, and all of
 * it in a report. The same results give the same bytes.
 */
public final class ElasticFlowReport {
  private ElasticFlowReport() {}

  /**
   * Writes all files.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(ElasticFlowStudy.Result study, Path folder, List<String> commandLine) {
    List<PaperFigure> figures =
        study.charts().stream()
            .map(chart -> new PaperFigure(chart.inPaper(), figure(chart), ChartTable.of(chart)))
            .toList();
    new StudyReport("ElasticFlow, reproduced", about(study), figures, ElasticFlowStudy.RUNS)
        .write(folder, commandLine);
  }

  private static Figure figure(StudyChart chart) {
    return switch (chart) {
      case BarChart bars -> BarFigure.of(bars);
      case StepChart steps -> StepFigure.of(steps);
    };
  }

  private static List<Report.Fact> about(ElasticFlowStudy.Result study) {
    return List.of(
        new Report.Fact(
            "Paper",
            "Gu et al., ElasticFlow: An Elastic Serverless Training Platform for Distributed"
                + " Deep Learning (ASPLOS 2023)"),
        new Report.Fact("Input", study.input()),
        new Report.Fact(
            "Published",
            "bars have a line where the scripts of the artifact draw theirs; Chronus and Pollux"
                + " are shown as published only"));
  }
}
