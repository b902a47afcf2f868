package org.limpid.data.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limpid.data.NoValue;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** The columns of a table that are called by their number of GPUs, and what stands in them. */
final class GpuColumns {
  private final int[] positions;
  private final int[] gpuCounts;
  private final boolean good;

  /**
   * Finds them in a header.
   *
   * @param named the other columns
   * @param problems takes names that are neither, and numbers that don't ascend
   */
  GpuColumns(Path file, List<String> header, Set<String> named, Problems problems) {
    long before = problems.count();
    List<Integer> found = new ArrayList<>();
    int fewer = 0;
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (gpuCount(name) > fewer) {
        fewer = gpuCount(name);
        found.add(i);
      } else if (!named.contains(name)) {
        problems.add(wrongName(file, name, fewer, named));
      }
    }
    if (found.isEmpty()) {
      problems.add(file, "expected columns called by their number of GPUs, such as 1, 2, 4", "");
    }
    positions = found.stream().mapToInt(i -> i).toArray();
    gpuCounts = found.stream().mapToInt(i -> gpuCount(header.get(i))).toArray();
    good = problems.count() == before;
  }

  private static Problem wrongName(Path file, String name, int fewer, Set<String> named) {
    return new Problem(
        file.toString(),
        1,
        name,
        name,
        "expected a number of GPUs above %d, or %s"
            .formatted(fewer, String.join(", ", named.stream().sorted().toList())),
        "Maybe the columns must be sorted, or one of them is left over.");
  }

  /** 0 for what is no number of GPUs. */
  private static int gpuCount(String name) {
    return name.matches("[1-9]\\d{0,6}") ? Integer.parseInt(name) : 0;
  }

  /** Whether the header had no problem. */
  boolean areGood() {
    return good;
  }

  /** The numbers of GPUs, ascending. */
  int[] gpuCounts() {
    return gpuCounts.clone();
  }

  /**
   * What stands in a row: NaN where the text says that there is nothing.
   *
   * @param blank for a field without any text
   */
  double[] rates(CsvRow row, double blank) {
    double[] rates = new double[positions.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = row.isEmpty(positions[i]) ? blank : rate(row, positions[i]);
    }
    return rates;
  }

  private static double rate(CsvRow row, int position) {
    return NoValue.isToldBy(row.text(position))
        ? Double.NaN
        : row.number(position, 0, Limits.MAX_NUMBER);
  }
}
