package org.limpid.experiment.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.NodeGroup;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.sensitivity.SensitivityErrors;
import org.limpid.estimator.sensitivity.SensitivityErrors.OfModel;
import org.limpid.estimator.sensitivity.SensitivityModel;
import org.limpid.estimator.sensitivity.SensitivityTrainer;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.table.ReportTable;

/**
 * A model of what CPUs and memory bring, and how far it is off.
 *
 * @param model of all profiles of a data set
 * @param errors with each deep-learning model held out in turn
 */
public record SensitivityReport(SensitivityModel model, SensitivityErrors errors) {
  private static final double MIB_PER_GB = 1024;

  /**
   * Learns from the profiles of a data set.
   *
   * @param threads most threads to use; results don't depend on it
   * @throws DataException if it has no or too few profiles, or nodes of several kinds
   */
  public static SensitivityReport of(DatasetReader source, int threads) {
    List<NodeGroup> groups = source.cluster().groups();
    NodeGroup nodes = groups.getFirst();
    if (groups.size() != 1 || nodes.cpusPerNode() == 0 || nodes.memoryMib() == 0) {
      throw new DataException(
          Problem.of(
              "sensitivity",
              "expected nodes of one kind whose CPUs and memory are known",
              "Maybe import the data with 'limpid data import synergy'."));
    }
    SensitivityTrainer trainer =
        new SensitivityTrainer(
            nodes.cpusPerNode() / (double) nodes.gpusPerNode(),
            nodes.memoryMib() / MIB_PER_GB / nodes.gpusPerNode(),
            threads);
    return new SensitivityReport(
        trainer.train(source.sensitivity()), SensitivityErrors.of(trainer, source.sensitivity()));
  }

  /** The error of each deep-learning model held out, beside what knows less. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "sensitivity",
            List.of(
                "held out", "points", "glass-box model", "mean table", "nearest model", "largest"));
    errors.models().forEach(each -> table.row(row(each)));
    table.row(row(errors.all()));
    return table.aligned()
        + """

        Errors are factors: 1.25 says that speed is predicted 1.25 times too high or too low on
        average (mean of absolute logarithms); largest is that of the glass-box model at one point.
        Four speeds of the model held out are known: with the fewest CPUs, the least memory, the
        most CPUs, and the most of both.
        """;
  }

  private static List<Object> row(OfModel each) {
    return List.of(
        each.model(),
        each.points(),
        each.glassBox(),
        each.meanTable(),
        each.nearest(),
        each.largest());
  }

  /** What a user must know of the error before trusting predictions, one sentence each. */
  public List<String> notices() {
    if (errors.models().isEmpty()) {
      return List.of(
          "Nobody knows how far predictions are off: there are too few models to hold out one.");
    }
    OfModel all = errors.all();
    return all.glassBox() < Math.min(all.meanTable(), all.nearest())
        ? List.of()
        : List.of("The model is no better than a rule that knows less; don't use it on this data.");
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    errors.models().forEach(each -> rows.add(json(each)));
    report.put("heldOut", rows);
    report.put("all", errors.models().isEmpty() ? null : json(errors.all()));
    return report;
  }

  private static Map<String, Object> json(OfModel each) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", each.model());
    row.put("points", each.points());
    row.put("glassBox", each.glassBox());
    row.put("meanTable", each.meanTable());
    row.put("nearest", each.nearest());
    row.put("largest", each.largest());
    return row;
  }
}
