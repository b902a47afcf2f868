package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.files.Problem;

/**
 * What is possible in a table of scaling curves but hardly meant: up to the most GPUs that an
 * elastic policy gives, more of them should help, and be measured; and twice the GPUs hardly do
 * more than twice the work. Also a number of GPUs on which nothing runs.
 */
public final class ScalingWarnings {
  /** Caches make twice the GPUs a little more than twice as fast, not more than this. */
  private static final double MOST_GAIN_PER_GPU = 1.5;

  private final Path file;
  private final int[] lines;
  private final List<Problem> warnings = new ArrayList<>();

  private ScalingWarnings(Path file) {
    this.file = file;
    lines = ScalingTable.lines(file);
  }

  /**
   * Looks at the whole table of a data set.
   *
   * @throws org.limpid.files.DataException if it cannot be read
   */
  public static List<Problem> of(DatasetReader reader) {
    ScalingCurves curves = reader.scaling();
    return curves.isEmpty() ? List.of() : new ScalingWarnings(reader.scalingFile()).all(curves);
  }

  /**
   * Looks at the curves that jobs name.
   *
   * @throws org.limpid.files.DataException if the table cannot be read
   */
  public static List<Problem> of(DatasetReader reader, Trace jobs) {
    if (!jobs.optional().has(JobAttribute.SCALING)) {
      return List.of();
    }
    Set<String> names = new HashSet<>();
    for (int row = 0; row < jobs.size(); row++) {
      names.add(jobs.optional().text(JobAttribute.SCALING, row));
    }
    return new ScalingWarnings(reader.scalingFile()).of(reader.scaling(), names);
  }

  private List<Problem> all(ScalingCurves curves) {
    ScalingCurve first = curves.all().getFirst();
    for (int column = 0; column < first.columns(); column++) {
      int gpus = first.gpuCount(column);
      if (curves.all().stream().noneMatch(curve -> curve.runsOn(gpus))) {
        warnings.add(
            new Problem(
                file.toString(),
                1,
                "" + gpus,
                "",
                "no curve has a throughput above 0 on %d GPUs".formatted(gpus),
                "Maybe leave the column out."));
      }
    }
    return of(curves, Set.copyOf(curves.all().stream().map(ScalingCurve::name).toList()));
  }

  private List<Problem> of(ScalingCurves curves, Set<String> names) {
    List<ScalingCurve> all = curves.all();
    for (int row = 0; row < all.size(); row++) {
      if (names.contains(all.get(row).name())) {
        look(all.get(row), lines[row]);
      }
    }
    return warnings;
  }

  private void look(ScalingCurve curve, int line) {
    first(curve, column -> isMissing(curve, column))
        .ifPresent(column ->
            warn(
                curve,
                line,
                column,
                "%s was not measured on %d GPUs, although its most_gpus is %d",
                "Maybe a cell is missing."));
    first(curve, column -> curve.throughput(column) == 0)
        .ifPresent(column ->
            warn(
                curve,
                line,
                column,
                "%s does not run on %d GPUs, although its most_gpus is %d",
                "Maybe most_gpus is too large."));
    first(curve, column -> falls(curve, column))
        .ifPresent(column ->
            warn(
                curve,
                line,
                column,
                "%s is slower on %d GPUs than on fewer, although its most_gpus is %d",
                "Maybe most_gpus is too large, or the measurement is off."));
    first(curve, column -> jumps(curve, column))
        .ifPresent(column ->
            warn(
                curve,
                line,
                column,
                "%s does far more per GPU on %d GPUs than on fewer; its most_gpus is %d",
                "Maybe a cell holds samples per second, or belongs to another row."));
  }

  /** The first column of a curve that is a reason for a warning. */
  public static OptionalInt firstOddColumn(ScalingCurve curve) {
    return first(
            curve,
            column ->
                isMissing(curve, column)
                    || curve.throughput(column) == 0
                    || falls(curve, column)
                    || jumps(curve, column))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** The first column up to the most GPUs for which it holds. */
  private static Optional<Integer> first(ScalingCurve curve, IntPredicate holds) {
    return IntStream.range(0, curve.columns())
        .filter(column -> curve.gpuCount(column) <= curve.mostElasticGpus())
        .filter(holds)
        .boxed()
        .findFirst();
  }

  /** Other numbers than powers of two are those of single curves, and missing in all others. */
  private static boolean isMissing(ScalingCurve curve, int column) {
    return Double.isNaN(curve.throughput(column)) && Integer.bitCount(curve.gpuCount(column)) == 1;
  }

  private static boolean falls(ScalingCurve curve, int column) {
    return curve.throughput(column) > 0
        && IntStream.range(0, column)
            .anyMatch(fewer -> curve.throughput(fewer) > curve.throughput(column));
  }

  private static boolean jumps(ScalingCurve curve, int column) {
    double perGpu = perGpu(curve, column);
    return IntStream.range(0, column)
        .anyMatch(fewer ->
            curve.throughput(fewer) > 0 && perGpu > MOST_GAIN_PER_GPU * perGpu(curve, fewer));
  }

  private static double perGpu(ScalingCurve curve, int column) {
    return curve.throughput(column) / curve.gpuCount(column);
  }

  private void warn(ScalingCurve curve, int line, int column, String message, String hint) {
    int gpus = curve.gpuCount(column);
    double rate = curve.throughput(column);
    warnings.add(
        new Problem(
            file.toString(),
            line,
            "" + gpus,
            Double.isNaN(rate) ? "" : "" + rate,
            message.formatted(curve.name(), gpus, curve.mostElasticGpus()),
            hint));
  }
}
