package org.limpid.experiment.elasticflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.elasticflow.BarChart.Series;
import org.limpid.experiment.elasticflow.StepChart.Line;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.results.table.ReportTable;
import tools.jackson.databind.json.JsonMapper;

/** What came of the study, for people and for programs. */
final class StudyText {
  private StudyText() {}

  static String of(ElasticFlowStudy.Result result) {
    ReportTable table =
        new ReportTable(
            "study", List.of("figure", "policy", "Limpid, mean", "published, mean", "groups"));
    for (StudyChart chart : result.charts()) {
      switch (chart) {
        case BarChart bars ->
            bars.series().stream()
                .filter(Series::hasOurs)
                .forEach(each ->
                    table.row(
                        bars.inPaper(),
                        each.policy().words(),
                        mean(each.ours()),
                        mean(each.published()),
                        bars.groups().size()));
        case StepChart steps ->
            steps
                .lines()
                .forEach(line ->
                    table.row(steps.inPaper(), line.policy().words(), line.mean(), Double.NaN, 1));
      }
    }
    return "Input: %s.%n%n%s%nWall time: %s.%n"
        .formatted(result.input(), table.aligned(), Stopwatch.words(result.seconds()))
        .replace(System.lineSeparator(), "\n");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  static String json(ElasticFlowStudy.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("input", result.input());
    json.put("notices", result.notices());
    json.put("seconds", result.seconds());
    json.put("figures", result.charts().stream().map(StudyText::json).toList());
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static Map<String, Object> json(StudyChart chart) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", chart.name());
    json.put("notes", chart.notes());
    List<Map<String, Object>> series = new ArrayList<>();
    switch (chart) {
      case BarChart bars -> {
        json.put("groups", bars.groups());
        bars.series().forEach(each -> series.add(json(each)));
      }
      case StepChart steps -> steps.lines().forEach(line -> series.add(json(line)));
    }
    json.put("policies", series);
    return json;
  }

  private static Map<String, Object> json(Series series) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", series.policy().words());
    json.put("limpid", numbers(series.ours()));
    json.put("published", numbers(series.published()));
    return json;
  }

  private static Map<String, Object> json(Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policy", line.policy().words());
    json.put("mean", Double.isFinite(line.mean()) ? line.mean() : null);
    return json;
  }

  /** Null for what is not known. */
  private static List<Double> numbers(double[] values) {
    List<Double> numbers = new ArrayList<>();
    for (double value : values) {
      numbers.add(Double.isFinite(value) ? value : null);
    }
    return numbers;
  }
}
