package org.limpid.experiment.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.estimator.scaling.ScalingErrors;
import org.limpid.estimator.scaling.ScalingErrors.OfModel;
import org.limpid.estimator.scaling.ScalingModel;
import org.limpid.results.table.ReportTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model of scaling and how far it is off.
 *
 * @param curves how many measured curves it learnt from
 * @param model of all of them
 * @param errors with each deep-learning model held out in turn
 */
public record ScalingReport(int curves, ScalingModel model, ScalingErrors errors) {

  /** The error of each deep-learning model held out, beside what knows less. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "scaling",
            List.of(
                "held out",
                "points",
                "glass-box model",
                "mean curve",
                "linear scaling",
                "largest"));
    errors.models().forEach(each -> table.row(row(each)));
    table.row(row(errors.all()));
    return table.aligned()
        + """

        Errors are factors: 1.25 says that throughput is predicted 1.25 times too high or too low on
        average (mean of absolute logarithms); largest is that of the glass-box model at one point.
        """;
  }

  private static List<Object> row(OfModel each) {
    return List.of(
        each.model(),
        each.points(),
        each.glassBox(),
        each.meanCurve(),
        each.linear(),
        each.largest());
  }

  /** What a user must know of the error before trusting predictions, one sentence each. */
  public List<String> notices() {
    if (errors.models().isEmpty()) {
      return List.of(
          "Nobody knows how far predictions are off: there are too few curves to hold out a"
              + " model.");
    }
    OfModel all = errors.all();
    return all.glassBox() < Math.min(all.meanCurve(), all.linear())
        ? List.of()
        : List.of("The model is no better than a rule that knows less; don't use it on this data.");
  }

  /** The same as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("curves", curves);
    List<Map<String, Object>> rows = new ArrayList<>();
    errors.models().forEach(each -> rows.add(json(each)));
    report.put("heldOut", rows);
    report.put("all", errors.models().isEmpty() ? null : json(errors.all()));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static Map<String, Object> json(OfModel each) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("model", each.model());
    row.put("points", each.points());
    row.put("glassBox", each.glassBox());
    row.put("meanCurve", each.meanCurve());
    row.put("linear", each.linear());
    row.put("largest", each.largest());
    return row;
  }
}
