package org.limpid.bench.models;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Shows how the time to fit shrinks with the number of threads, and that the model stays the same
 * bit for bit.
 *
 * <p>Arguments: numbers of threads; without any 1, 2, 4, ... up to the number of processors.
 */
final class ModelThreads {
  private static final String SEED = "42";

  private ModelThreads() {}

  public static void main(String[] arguments) {
    List<Integer> counts =
        arguments.length == 0
            ? usualCounts()
            : List.of(arguments).stream().map(Integer::valueOf).toList();
    System.out.println(ModelCase.FRIEDMAN_BAGS.label());
    System.out.printf("%7s %8s %8s %8s  %s%n", "threads", "wall s", "CPU s", "speedup", "hash");
    double first = Double.NaN;
    String firstHash = null;
    for (int count : counts) {
      FreshJvm.Outcome fit = fit(count);
      double wall = fit.number(Accuracy.FIT_WALL_SECONDS);
      String hash = fit.lines().get("hash");
      first = firstHash == null ? wall : first;
      firstHash = firstHash == null ? hash : firstHash;
      System.out.printf(
          Locale.ROOT,
          "%7d %8.2f %8.2f %8.2f  %s %s%n",
          count,
          wall,
          fit.number(Accuracy.FIT_CPU_SECONDS),
          first / wall,
          hash.substring(0, 16),
          hash.equals(firstHash) ? "equal" : "DIFFERENT");
    }
  }

  private static FreshJvm.Outcome fit(int threads) {
    return FreshJvm.run(
        FitOnce.class,
        List.of(ModelCase.FRIEDMAN_BAGS.caseName(), SEED, Integer.toString(threads)));
  }

  private static List<Integer> usualCounts() {
    int processors = Runtime.getRuntime().availableProcessors();
    return Stream.iterate(1, count -> count <= processors, count -> 2 * count).toList();
  }
}
