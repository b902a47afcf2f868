package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code limpid model explain} says of ranges whose ends are near each other. */
final class ModelRangeLabelsTest {
  @TempDir private Path folder;

  private String trained(String column, double first, double step, String... more)
      throws IOException {
    String rows =
        IntStream.range(0, 60)
            .mapToObj(row -> "%s,%d%n".formatted(number(first + row % 6 * step), row % 6 / 2 * 10))
            .collect(Collectors.joining());
    Path csv = Files.writeString(folder.resolve("in.csv"), column + ",y\n" + rows);
    String out = folder.resolve("model.json").toString();
    String[] words = {
      "model", "train", "--csv", csv.toString(), "--target", "y", "--out", out, "--overwrite"
    };
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    Call call = Call.of(all);
    assertEquals(0, call.exitCode(), call.err());
    return out;
  }

  private static String number(double value) {
    return new java.math.BigDecimal(value).toPlainString();
  }

  private static List<String> ranges(String model, String term) {
    Call call = Call.of("model", "explain", model, "--term", term);
    assertEquals(0, call.exitCode(), call.err());
    return call.out()
        .lines()
        .filter(line -> line.startsWith("below") || line.startsWith("from"))
        .map(line -> line.replaceFirst("  .*", ""))
        .toList();
  }

  @Test
  void idsAreToldApart() throws IOException {
    List<String> ranges = ranges(trained("job", 1_598_918_401, 2), "job");
    assertEquals("below 1598918402", ranges.getFirst());
    assertEquals("from 1598918402 to 1598918404", ranges.get(1));
    assertEquals(ranges.size(), new HashSet<>(ranges).size(), ranges.toString());
  }

  @Test
  void tinyDifferencesAreToldApart() throws IOException {
    List<String> ranges = ranges(trained("x", 1, 1e-9), "x");
    assertTrue(ranges.size() > 1);
    assertEquals(ranges.size(), new HashSet<>(ranges).size(), ranges.toString());
    assertTrue(ranges.get(1).startsWith("from 1.0000000005 to 1.0000000015"), ranges.toString());
  }

  /** 1614816000 is 2021-03-04 00:00:00 UTC; cuts lie in the middle of two days. */
  @Test
  void timesAreDates() throws IOException {
    String model = trained("submit_time", 1_614_816_000, 86_400);
    List<String> ranges = ranges(model, "submit_time");
    assertEquals("below 2021-03-04 12:00", ranges.getFirst());
    Call json = Call.of("model", "explain", model, "--term", "submit_time", "--json");
    assertTrue(json.out().contains("[2021-03-04 12:00, 2021-03-05 12:00)"), json.out());
    Call row =
        Call.of(
            "model", "explain", model, "--csv", folder.resolve("in.csv").toString(), "--row", "2");
    assertTrue(row.out().contains("2021-03-05 00:00:00"), row.out());
  }

  @Test
  void treesTellThresholdsApart() throws IOException {
    String model = trained("job", 1_598_918_401, 1, "--model", "tree");
    Call call = Call.of("model", "explain", model);
    assertTrue(call.out().contains("job <= 1598918402.5"), call.out());
    assertTrue(call.out().contains("job <= 1598918404.5"), call.out());
  }
}
