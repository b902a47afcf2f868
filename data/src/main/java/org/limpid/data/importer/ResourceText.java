package org.limpid.data.importer;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * GPUs, processors and memory as Slurm, Kubernetes and people write them: {@code
 * cpu=8,gres/gpu:a100=2}, {@code gpu:2}, {@code 500m}, {@code 64Gi}.
 */
final class ResourceText {
  private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,15}\\.?\\d*|\\.\\d+)");
  private static final Pattern RESOURCES =
      Pattern.compile("(?:[\\w/.-]+(?::[\\w.-]+)?[=:]\\w[\\w.]*(?:\\([^)]*\\))?,?)+");
  private static final Pattern GPUS =
      Pattern.compile("(?:^|,)(?:gres[/:])?gpu(:[A-Za-z][\\w.-]*)?[=:](\\d{1,9})(?![\\w.])");
  private static final Pattern THOUSANDTHS = Pattern.compile("(\\d{1,12})m");
  private static final Pattern MEMORY =
      Pattern.compile("(\\d{1,15}(?:\\.\\d*)?)\\s*([KMGT]?)I?B?([NC]?)");
  private static final double KIB = 1024;

  private ResourceText() {}

  /**
   * Reads a number of GPUs. Of a list of resources it is the number of all GPUs, or the sum over
   * their types; a list without GPUs has 0.
   *
   * @return empty if it is none
   */
  static OptionalDouble gpus(String text) {
    if (NUMBER.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    if (!RESOURCES.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double untyped = count(text, false).max().orElse(0);
    return OptionalDouble.of(untyped > 0 ? untyped : count(text, true).sum());
  }

  private static DoubleStream count(String resources, boolean typed) {
    return GPUS.matcher(resources)
        .results()
        .filter(each -> typed == (each.group(1) != null))
        .mapToDouble(each -> Double.parseDouble(each.group(2)));
  }

  /** What one of a unit is that is called so, in processors or MiB; empty if none is. */
  static OptionalDouble unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "milli", "millicores" -> OptionalDouble.of(0.001);
      case "bytes" -> OptionalDouble.of(1 / KIB / KIB);
      case "kb", "kib" -> OptionalDouble.of(1 / KIB);
      case "gb", "gib" -> OptionalDouble.of(KIB);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * Reads a number of processors, perhaps in thousandths.
   *
   * @param unit of mere numbers
   * @return empty if it is none
   */
  static OptionalDouble cpus(String text, double unit) {
    Matcher thousandths = THOUSANDTHS.matcher(text);
    if (thousandths.matches()) {
      return OptionalDouble.of(Double.parseDouble(thousandths.group(1)) / 1000);
    }
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text) * unit)
        : OptionalDouble.empty();
  }

  /**
   * Reads memory in the unit that it names. Slurm marks what is meant per node by {@code n} and per
   * processor by {@code c}.
   *
   * @param unit MiB of mere numbers
   * @param nodes of the job
   * @param cpus of the job
   * @return MiB of the whole job; empty if it is none
   */
  static OptionalDouble mib(String text, double unit, double nodes, double cpus) {
    Matcher memory = MEMORY.matcher(text.toUpperCase(Locale.ROOT));
    if (!memory.matches()) {
      return OptionalDouble.empty();
    }
    double each = Double.parseDouble(memory.group(1)) * mibOf(memory.group(2), unit);
    return OptionalDouble.of(
        switch (memory.group(3)) {
          case "N" -> each * Math.max(1, nodes);
          case "C" -> each * Math.max(1, cpus);
          default -> each;
        });
  }

  private static double mibOf(String prefix, double unit) {
    return switch (prefix) {
      case "K" -> 1 / KIB;
      case "M" -> 1;
      case "G" -> KIB;
      case "T" -> KIB * KIB;
      default -> unit;
    };
  }
}
