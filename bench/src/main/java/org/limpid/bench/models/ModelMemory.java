package org.limpid.bench.models;

import java.util.List;
import java.util.Locale;

/**
 * Shows how much memory a fit needs beyond its input: the smallest heap in which the input can be
 * held and fitted, minus the smallest heap in which it can be held.
 *
 * <p>Arguments: {@code --rows N}, {@code --columns N}, {@code --threads N}.
 */
final class ModelMemory {
  /** The JVM rounds heaps to this. */
  private static final int STEP_MIB = 2;

  private static final int LARGEST_MIB = 1 << 14;

  /** A heap in which the collector runs all the time does not count as large enough. */
  private static final int SLOWEST = 5;

  /** A small young generation, so that nearly all of the heap can hold the large arrays. */
  private static final String YOUNG = "-Xmn2m";

  private final List<String> size;
  private final String threads;

  private ModelMemory(List<String> size, String threads) {
    this.size = size;
    this.threads = threads;
  }

  public static void main(String[] arguments) {
    String rows = option(arguments, "--rows", "1000000");
    String columns = option(arguments, "--columns", "10");
    ModelMemory memory =
        new ModelMemory(List.of(rows, columns), option(arguments, "--threads", "1"));
    int held = memory.smallestHeap(HeldInput.HOLD);
    int fitted = memory.smallestHeap(HeldInput.FIT);
    double cells = Double.parseDouble(rows) * Double.parseDouble(columns);
    System.out.printf(
        Locale.ROOT,
        "%s rows x %s columns; smallest heap to hold the input: %d MiB, to fit it: %d MiB%n"
            + "%.2f bytes per cell beyond the input (%.2f for the input); steps of %.2f%n",
        rows,
        columns,
        held,
        fitted,
        bytes(fitted - held) / cells,
        bytes(held) / cells,
        bytes(STEP_MIB) / cells);
  }

  private static String option(String[] arguments, String name, String usual) {
    int index = List.of(arguments).indexOf(name);
    return index < 0 ? usual : arguments[index + 1];
  }

  private static double bytes(int mebibytes) {
    return mebibytes * (double) (1 << 20);
  }

  /** Halves the range between a heap that is too small and one that is large enough. */
  private int smallestHeap(String mode) {
    long start = System.nanoTime();
    if (!works(mode, LARGEST_MIB, Long.MAX_VALUE)) {
      throw new IllegalStateException("cannot %s %s".formatted(mode, size));
    }
    long limitSeconds = SLOWEST * (1 + (System.nanoTime() - start) / 1_000_000_000);
    int tooSmall = 0;
    int enough = LARGEST_MIB / STEP_MIB;
    while (enough - tooSmall > 1) {
      int middle = (tooSmall + enough) / 2;
      if (works(mode, middle * STEP_MIB, limitSeconds)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough * STEP_MIB;
  }

  private boolean works(String mode, int mebibytes, long limitSeconds) {
    List<String> options = List.of("-Xmx" + mebibytes + "m", YOUNG, "-XX:+ExitOnOutOfMemoryError");
    List<String> arguments = List.of(mode, size.get(0), size.get(1), threads);
    return FreshJvm.run(options, HeldInput.class, arguments, limitSeconds).exitCode() == 0;
  }
}
