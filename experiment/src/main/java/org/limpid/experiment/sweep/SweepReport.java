package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.CsvSchema;
import org.limpid.simulation.metrics.PairedDifference;
import org.limpid.simulation.run.InputProblem;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of a sweep.
 *
 * @param out folder of the results
 * @param grid what it went through
 * @param results one per point, in their order
 */
public record SweepReport(Path out, SweepGrid grid, List<PointResult> results) {
  public SweepReport {
    results = List.copyOf(results);
  }

  /** What the replicas of each configuration say together, in the order of the configurations. */
  public List<ConfigurationResult> configurations() {
    int replicas = Math.max(1, grid.replicas().count());
    List<ConfigurationResult> all = new ArrayList<>();
    for (Configuration each : grid.configurations()) {
      int first = all.size() * replicas;
      all.add(new ConfigurationResult(each, results.subList(first, first + replicas)));
    }
    return all;
  }

  void requireSuccess() {
    if (results.stream().noneMatch(PointResult::succeeded)) {
      throw new InputProblem("No point can be run. " + results.getFirst().problem());
    }
  }

  /** What is to be known of the results, one sentence each. */
  public List<String> notices() {
    List<PointResult> failed = results.stream().filter(result -> !result.succeeded()).toList();
    return failed.isEmpty()
        ? List.of()
        : List.of(
            "%,d of %,d points can't be run; the column problem of sweep.csv says why. The first one: %s"
                .formatted(failed.size(), results.size(), failed.getFirst().problem()));
  }

  void write(Path folder, TableFile kind) {
    SweepTables tables = new SweepTables(this);
    kind.write(tables.points(), folder, "sweep");
    kind.write(tables.summary(), folder, "summary");
  }

  /** The means for people, with intervals where there are replicas. */
  public String toText() {
    return new SweepTables(this).means().aligned();
  }

  /** All means and intervals as JSON; null for a number that there is not. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("out", out.toString());
    report.put("points", results.size());
    report.put("failed", results.stream().filter(result -> !result.succeeded()).count());
    report.put("replicas", grid.replicas().count());
    report.put("configurations", configurations().stream().map(this::json).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private Map<String, Object> json(ConfigurationResult result) {
    Map<String, Object> json =
        new LinkedHashMap<>(new SweepTables(this).axes(result.configuration()));
    for (SweepMetric metric : SweepMetric.values()) {
      PairedDifference mean = result.mean(metric);
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("mean", finite(mean.mean()));
      numbers.put("low", finite(mean.low()));
      numbers.put("high", finite(mean.high()));
      json.put(CsvSchema.nameOf(metric), numbers);
    }
    return json;
  }

  private static Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }
}
