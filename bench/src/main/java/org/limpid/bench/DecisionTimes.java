package org.limpid.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.limpid.data.io.DatasetReader;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Policies;

/**
 * Shows how long single decisions of policies take: all that a policy does in one second in which
 * jobs arrive or end, from taking note of them to starting others. The collector and the compiler
 * count where they come in between.
 */
public final class DecisionTimes {
  private static final double NANOS_PER_MICRO = 1e3;

  private DecisionTimes() {}

  /**
   * Prints a row per data set and policy, in microseconds; each runs twice, and the second time
   * counts.
   *
   * @param arguments names of policies with commas between them, and folders of data sets
   */
  public static void main(String... arguments) {
    List<String> names = List.of(arguments[0].split(","));
    System.out.printf(
        "%8s  %-14s %10s %8s %8s %10s%n",
        "jobs", "policy", "decisions", "p50 us", "p99 us", "max us");
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      DatasetReader data = DatasetReader.open(Path.of(folder));
      Engine engine = new Engine(data, data.profiler().orElseThrow());
      names.forEach(name -> measure(engine, Policies.standard().named(name).orElseThrow()));
    }
  }

  private static void measure(Engine engine, Policy policy) {
    run(engine, policy);
    Durations times = run(engine, policy);
    System.out.printf(
        Locale.ROOT,
        "%8d  %-14s %10d %8.1f %8.1f %10.1f%n",
        engine.jobs(),
        policy.name(),
        times.count(),
        times.quantile(0.5) / NANOS_PER_MICRO,
        times.quantile(0.99) / NANOS_PER_MICRO,
        times.quantile(1) / NANOS_PER_MICRO);
  }

  private static Durations run(Engine engine, Policy policy) {
    Durations times = new Durations();
    engine.run(new TimedPolicy(policy, times));
    return times.sorted();
  }
}
