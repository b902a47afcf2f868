package org.limpid.data.io;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

  private enum Column {
    DATE
  }

  /**
   * The cluster on a day.
   *
   * @param gpus GPUs of each virtual cluster, in the order of the columns; 0 where it had none
   */
  public record Day(LocalDate date, Map<String, Integer> gpus) {
    public Day {
      gpus = Collections.unmodifiableMap(new LinkedHashMap<>(gpus));
    }

    /** GPUs of all virtual clusters. */
    public long total() {
      return gpus.values().stream().mapToLong(Integer::longValue).sum();
    }
  }

  private GpuNumberFile() {}

  /** The days of a file, in its order. */
  public static List<Day> days(Path file, Problems problems) {
    List<Day> days = new ArrayList<>();
    CsvInput.read(
        file,
        SCHEMA,
        problems,
        row -> {
          if (days.isEmpty()) {
            requireDistinct(file, row.header(), problems);
          }
          days.add(day(row));
        });
    return days;
  }

  private static Day day(CsvRow row) {
    Map<String, Integer> gpus = new LinkedHashMap<>();
    for (int i = 0; i < row.fieldCount(); i++) {
      String name = row.header().get(i);
      if (isVirtualCluster(name)) {
        gpus.put(name, gpus(row, i));
      }
    }
    long seconds = row.seconds(Column.DATE, EPOCH, 0, "");
    return new Day(EPOCH.plusSeconds(seconds).toLocalDate(), gpus);
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
    return row.isEmpty(position)
        ? 0
        : (int) row.wholeNumber(position, 0, Limits.MAX_COUNT, FieldHints::none);
  }
}
