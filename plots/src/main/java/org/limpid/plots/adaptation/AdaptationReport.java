package org.limpid.plots.adaptation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.experiment.adaptation.AdaptationReview;
import org.limpid.experiment.adaptation.ListedPolicy;
import org.limpid.plots.adaptation.ScenarioFigure.Measure;
import org.limpid.plots.report.Report;
import org.limpid.plots.study.PaperFigure;
import org.limpid.plots.study.StudyReport;

/** Draws what policies that grow networks reach, and how they learnt. The same bytes again. */
public final class AdaptationReport {
  private AdaptationReport() {}

  /**
   * Writes all files. Figures of learning, transfer and corrections are there if the policies have
   * curves, began with others and were published with others' weights.
   *
   * @param folder exists
   * @param commandLine the words of the command, for the report
   * @throws org.limpid.files.DataException if one can't be written
   */
  public static void write(AdaptationReview.Result data, Path folder, List<String> commandLine) {
    List<PaperFigure> figures = new ArrayList<>();
    List<ListedPolicy> learnt =
        data.policies().stream().filter(each -> each.curve().isPresent()).toList();
    if (!learnt.isEmpty()) {
      figures.add(
          new PaperFigure(
              "Figure 7", CurveFigure.ofObjectives(learnt), AdaptationTables.curves(learnt)));
    }
    if (!data.transfers().isEmpty()) {
      figures.add(
          new PaperFigure(
              "Figures 8 and 9",
              CurveFigure.ofTransfers(data.transfers()),
              AdaptationTables.transfers(data.transfers())));
    }
    figures.add(
        new PaperFigure(
            "Figures 10 and 11",
            ScenarioFigure.of(data, Measure.ACCURACY),
            AdaptationTables.accuracies(data)));
    figures.add(
        new PaperFigure(
            "Figure 12", ScenarioFigure.of(data, Measure.RANK), AdaptationTables.ranks(data)));
    if (!data.corrections().isEmpty()) {
      figures.add(
          new PaperFigure(
              "Stored evaluations",
              CorrectionFigure.of(data.corrections()),
              AdaptationTables.corrections(data.corrections())));
    }
    new StudyReport("Networks that grow", about(data), figures, AdaptationReview.EVALUATIONS)
        .write(folder, commandLine);
  }

  private static List<Report.Fact> about(AdaptationReview.Result data) {
    List<Report.Fact> facts = new ArrayList<>();
    facts.add(
        new Report.Fact(
            "Input",
            "%d scenarios of 64 recorded trainings, %d policies"
                .formatted(data.scenarios().size(), data.policies().size())));
    if (!data.corrections().isEmpty()) {
      facts.add(
          new Report.Fact(
              "Published",
              "a policy that began with another was stored with an evaluation of that other one;"
                  + " here each is evaluated with its own weights"));
    }
    return facts;
  }
}
