package org.limpid.app.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format of OpenMetrics 1.0 (prometheus/OpenMetrics, specification) and refuses what
 * it forbids: families that come twice, types that are not known, units that are not the end of the
 * name, samples of another family, suffixes of another type, metrics that are interleaved, times
 * that don't ascend, and files without an end.
 */
final class OpenMetricsReader {
  private static final Pattern DESCRIPTION =
      Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\n\"])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:%1$s(?:,%1$s)*)?\\})? (%2$s) (-?\\d+(?:\\.\\d+)?)"
              .formatted(LABEL, "NaN|[+-]Inf|[+-]?\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?"));

  /** What may stand behind the name of a family, by its type. */
  private static final Map<String, Set<String>> SUFFIXES =
      Map.of(
          "gauge", Set.of(""),
          "info", Set.of("_info"),
          "counter", Set.of("_total", "_created"),
          "summary", Set.of("", "_count", "_sum", "_created"));

  private final Map<String, Map<String, String>> families = new LinkedHashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private final Set<String> metrics = new HashSet<>();
  private String family = "";
  private String metric = "";
  private double time;

  /** A value of a metric. */
  record Sample(String name, String labels, double value, double second) {}

  private OpenMetricsReader() {}

  static List<Sample> read(String text) {
    OpenMetricsReader reader = new OpenMetricsReader();
    require(text.endsWith("\n# EOF\n"), "the file has no end");
    text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(reader::add);
    return reader.samples;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private void add(String line) {
    Matcher description = DESCRIPTION.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (description.matches()) {
      describe(description.group(1), description.group(2), description.group(3), line);
    } else {
      require(sample.matches(), line);
      String labels = sample.group(2) == null ? "" : sample.group(2);
      addSample(
          new Sample(
              sample.group(1),
              labels,
              Double.parseDouble(sample.group(3).replace("Inf", "Infinity")),
              Double.parseDouble(sample.group(4))),
          line);
    }
  }

  private void describe(String what, String name, String text, String line) {
    require(name.equals(family) || !families.containsKey(name), "comes twice: " + line);
    Map<String, String> known = families.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    require(known.put(what, text) == null, "said twice: " + line);
    require(!what.equals("TYPE") || SUFFIXES.containsKey(text), line);
    require(!what.equals("UNIT") || name.endsWith("_" + text), line);
    family = name;
  }

  private void addSample(Sample sample, String line) {
    String type = families.getOrDefault(family, Map.of()).get("TYPE");
    require(type != null && sample.name().startsWith(family), "of no family: " + line);
    String suffix = sample.name().substring(family.length());
    require(SUFFIXES.get(type).contains(suffix), "not of a %s: %s".formatted(type, line));
    if (type.equals("counter") || suffix.equals("_count")) {
      require(sample.value() >= 0, "a count below 0: " + line);
    }
    String own = sample.name() + sample.labels();
    if (!own.equals(metric)) {
      require(metrics.add(own), "interleaved: " + line);
      metric = own;
      time = Double.NEGATIVE_INFINITY;
    }
    require(sample.second() > time, "time goes back: " + line);
    time = sample.second();
    samples.add(sample);
  }
}
