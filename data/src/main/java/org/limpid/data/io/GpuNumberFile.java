package org.limpid.data.io;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * {@code cluster_gpu_number.csv} of the Helios traces: a row per day, with a date and the number of
 * GPUs of each virtual cluster in a column of its own; a column {@code total} is not one.
 */
public final class GpuNumberFile {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(List.of(Column.DATE), List.of()).alias("", Column.DATE).ignoringOthers();

  private enum Column {
    DATE
  }

  private GpuNumberFile() {}

  /** The most GPUs that each virtual cluster had on any day, in the order of the columns. */
  public static Map<String, Integer> mostGpus(Path file, Problems problems) {
    Map<String, Integer> most = new LinkedHashMap<>();
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          if (most.isEmpty()) {
            requireDistinct(file, row.header(), problems);
          }
          for (int i = 0; i < row.fieldCount(); i++) {
            String name = row.header().get(i);
            if (isVirtualCluster(name)) {
              most.merge(name, gpus(row, i), Math::max);
            }
          }
        });
    return most;
  }

  private static void requireDistinct(Path file, List<String> header, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (isVirtualCluster(name) && !seen.add(name)) {
        problems.add(
            new Problem(
                file.toString(),
                1,
                name,
                name,
                "expected each virtual cluster once",
                "Maybe one of them is misspelt."));
      }
    }
  }

  private static boolean isVirtualCluster(String name) {
    return !name.isEmpty() && !name.equals("date") && !name.equalsIgnoreCase("total");
  }

  /** A virtual cluster that does not exist on a day may have an empty field. */
  private static int gpus(CsvRow row, int position) {
    return row.isEmpty(position) ? 0 : (int) row.wholeNumber(position, 0, Limits.MAX_COUNT, "");
  }
}
