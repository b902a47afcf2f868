package org.limpid.experiment.synergy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.experiment.simulate.Stopwatch;
import org.limpid.experiment.synergy.SynergyChart.Line;
import org.limpid.experiment.synergy.SynergyChart.Panel;
import org.limpid.results.table.ReportTable;

/** What came of the study, for people and for programs. */
final class SynergyText {
  private SynergyText() {}

  /** The name of an allocation in words. */
  private static String name(Line line) {
    return line.allocation().toString().toLowerCase(Locale.ROOT);
  }

  static String of(SynergyStudy.Result result) {
    ReportTable table =
        new ReportTable(
            "study",
            List.of("figure", "panel", "allocation", "lowest mean, h", "highest mean, h", "gain"));
    for (SynergyChart chart : result.charts()) {
      for (Panel panel : chart.panels()) {
        for (Line line : panel.lines()) {
          table.row(
              chart.inPaper(),
              panel.title(),
              name(line),
              Arrays.stream(line.means()).min().orElse(Double.NaN),
              Arrays.stream(line.means()).max().orElse(Double.NaN),
              line == panel.lines().getLast() ? gain(panel) : Double.NaN);
        }
      }
    }
    return String.join(
        "\n",
        "Input: %s.\n".formatted(result.input()),
        table.aligned(),
        "Gain: the most by which a mean is shorter than with the first allocation; the paper says"
            + " up to 3.4.",
        published(result),
        "%,d runs; wall time: %s.\n".formatted(result.runs(), Stopwatch.words(result.seconds())));
  }

  private static double gain(Panel panel) {
    return panel.largestGain().orElse(Double.NaN);
  }

  /** The one published mean, where a run is of the same load. */
  private static String published(SynergyStudy.Result result) {
    return result.charts().stream()
        .flatMap(chart -> chart.panels().stream())
        .flatMap(panel -> panel.lines().stream())
        .flatMap(line ->
            IntStream.range(0, line.means().length)
                .filter(i -> Double.isFinite(line.published()[i]))
                .mapToObj(i ->
                    "Published for FIFO with tune, 9 jobs an hour: %s h; Limpid: %s h."
                        .formatted(line.published()[i], line.means()[i])))
        .findFirst()
        .orElse("None of the runs is the one whose mean is published.");
  }

  static Map<String, Object> json(SynergyStudy.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("input", result.input());
    json.put("runs", result.runs());
    json.put("seconds", result.seconds());
    json.put("figures", result.charts().stream().map(SynergyText::json).toList());
    return json;
  }

  private static Map<String, Object> json(SynergyChart chart) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", chart.name());
    json.put("notes", chart.notes());
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Panel panel : chart.panels()) {
      for (Line line : panel.lines()) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("panel", panel.title());
        own.put("allocation", name(line));
        own.put("meanHours", numbers(line.means()));
        own.put("publishedMeanHours", numbers(line.published()));
        lines.add(own);
      }
    }
    json.put("lines", lines);
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
