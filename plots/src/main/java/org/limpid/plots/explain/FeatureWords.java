package org.limpid.plots.explain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.limpid.analyzer.SharingFeatures;
import org.limpid.estimator.history.HistoryScale;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;
import org.limpid.plots.chart.Scales;
import org.limpid.predictor.feature.LoadFeatures;
import org.limpid.results.table.Numbers;

/** Words and units of the features of Limpid's own models, which are told by their targets. */
public record FeatureWords(String target) {
  private static final String BETWEEN = " & ";
  private static final String LOAD = "submit_gpu_.*";
  private static final String SHARING = "share_score.*|rate";
  private static final String DURATION = "(ln\\((1 \\+ )?duration\\)|duration \\(s\\))";

  /** Patterns of target and feature, joined by a line feed, and units. */
  private static final Map<Pattern, String> UNITS = new LinkedHashMap<>();

  static {
    unit(LOAD, "(time_of_day|hour)", "h");
    unit(LOAD, "(day_of_week|dayofweek)", "0 = Monday");
    unit(LOAD, "surprise_.*", "logarithm of ratio");
    unit(LOAD, "idle_.*", "share of slots");
    unit(LOAD, ".*_n?jobs?", "per 10 min");
    unit(LOAD, ".*_n?gpus?", "per 10 min");
    unit(SHARING, ".*util", "%");
    unit(SHARING, "gmem", "MiB");
    unit(SHARING, "amp", "1 = yes");
    unit(DURATION, "hour of the day", "h");
  }

  private static void unit(String target, String feature, String unit) {
    UNITS.put(Pattern.compile("(" + target + ")\n" + feature), unit);
  }

  /** Those of a model. */
  public static FeatureWords of(Model model) {
    return new FeatureWords(model.provenance().target());
  }

  private boolean is(Pattern pattern, String feature) {
    return pattern.matcher(target + "\n" + feature).matches();
  }

  /** What a feature is, in words where they are known, else its name. */
  public String name(String feature) {
    Optional<String> words =
        target.matches(LOAD)
            ? LoadFeatures.words(feature)
            : target.matches(SHARING) ? SharingFeatures.words(feature) : Optional.empty();
    return words.orElse(feature);
  }

  /** What the features of a term are, between its {@code &}. */
  String term(String name) {
    return Arrays.stream(name.split(BETWEEN)).map(this::name).collect(Collectors.joining(BETWEEN));
  }

  /** What a feature is, with its unit where it is known and not in the labels. */
  String title(String feature) {
    for (Map.Entry<Pattern, String> entry : UNITS.entrySet()) {
      if (is(entry.getKey(), feature)) {
        return "%s (%s)".formatted(name(feature), entry.getValue());
      }
    }
    return name(feature);
  }

  Scale scale(String feature, NumericRange range) {
    Optional<HistoryScale> logarithm = logarithm(feature);
    if (logarithm.filter(HistoryScale::isTime).isPresent()) {
      return new LogarithmScale(range.low(), range.high(), Scales::logarithmicDuration);
    }
    ValueLabels labels = ValueLabels.of(feature, range.low(), range.high());
    if (labels.areTimes()) {
      return Scales.dates(range.low(), range.high());
    }
    if (labels.areYears()) {
      return Scales.labelled(range.low(), range.high(), labels::text);
    }
    return logarithm.isPresent()
        ? new LogarithmScale(range.low(), range.high(), Scales::logarithmic)
        : Scales.linear(range.low(), range.high());
  }

  /** A value of a numeric feature by itself: a date to the second. */
  String value(String feature, double value, ValueLabels labels) {
    return labels.areTimes() ? labels.exact(value) : bound(feature, value, labels);
  }

  /** A bound of a numeric feature, told from other bounds. */
  String bound(String feature, double value, ValueLabels labels) {
    return logarithm(feature)
        .map(scale -> scale.text(value))
        .orElseGet(() -> Numbers.of(value, labels));
  }

  /** What a feature of a model of durations is the logarithm of. */
  private Optional<HistoryScale> logarithm(String feature) {
    return target.matches(DURATION) ? HistoryScale.of(feature) : Optional.empty();
  }

  /** Values log10(1 + x), marked with x. */
  record LogarithmScale(double low, double high, Marks marks) implements Scale {
    private static final double LEAST = 1;

    @FunctionalInterface
    interface Marks {
      Scale between(double low, double high);
    }

    @Override
    public List<Tick> ticks(int most) {
      double from = Math.max(LEAST, Math.pow(10, low) - 1);
      double to = Math.max(LEAST, Math.pow(10, high) - 1);
      return marks.between(from, to).ticks(most).stream()
          .map(tick -> new Tick(Math.log10(1 + tick.value()), tick.label()))
          .filter(tick -> tick.value() >= low && tick.value() <= high)
          .toList();
    }
  }
}
