package org.limpid.plots.adaptation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.adaptation.ClusterGrowthStudy;
import org.limpid.experiment.adaptation.GrowthOutcome;
import org.limpid.plots.report.Report;
import org.limpid.plots.study.PaperFigure;
import org.limpid.plots.study.StudyReport;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageColumn;
import org.limpid.results.table.PageTable;

/**
 * Draws what growth in a cluster brings, and what it costs. The same results give the same bytes.
 */
public final class TradeReport {
  private static final int DECIMALS = 4;

  private TradeReport() {}

  /**
   * Writes all files.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(ClusterGrowthStudy.Result study, Path folder, List<String> commandLine) {
    new StudyReport(
            "Growing networks in a cluster",
            List.of(new Report.Fact("Input", study.input())),
            List.of(new PaperFigure("The trade", TradeFigure.of(study), table(study))),
            ClusterGrowthStudy.OUTCOMES)
        .write(folder, commandLine);
  }

  private static PageTable table(ClusterGrowthStudy.Result study) {
    List<List<Cell>> rows = new ArrayList<>();
    study.outcomes().forEach(each -> rows.add(row(each)));
    return new PageTable(
        "trade-values",
        "The trade",
        "Accuracy, time and GPU-hours",
        "",
        List.of(
            PageColumn.text("policy", "Policy"),
            PageColumn.text("granted", "Granted"),
            PageColumn.text("growth", "Growth"),
            PageColumn.number("jct_mean", "mean JCT", "s"),
            PageColumn.number("wait_mean", "mean wait", "s"),
            PageColumn.number("gpu_hours", "GPU-hours", ""),
            PageColumn.number("accuracy", "accuracy", ""),
            PageColumn.number("accuracy_per_gpu_hour", "per GPU-hour", ""),
            PageColumn.number("gain_per_granted_hour", "gain per hour granted", "")),
        rows,
        List.of(
            "Per GPU-hour: accuracies of all jobs, summed, over all hours. Gain: what they have"
                + " more than without a grant, summed, over the hours granted."));
  }

  private static List<Cell> row(GrowthOutcome outcome) {
    return List.of(
        Cell.of(outcome.policy()),
        Cell.of(outcome.grant().words()),
        Cell.of(outcome.growth().words()),
        Cell.of(outcome.meanJctSeconds(), 1),
        Cell.of(outcome.meanWaitSeconds(), 1),
        Cell.of(outcome.gpuHours(), 2),
        Cell.of(outcome.accuracy(), DECIMALS),
        Cell.of(outcome.accuracyPerGpuHour(), DECIMALS),
        Cell.of(outcome.gainPerGrantedHour(), DECIMALS));
  }
}
