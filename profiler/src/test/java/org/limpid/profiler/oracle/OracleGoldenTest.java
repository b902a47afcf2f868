package org.limpid.profiler.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The oracle against the golden files of the whole Venus month, job by job.
 *
 * <p>Takes minutes, so it runs only with {@code -Dlimpid.slow.tests=}; it says nothing about the
 * engine, which has golden tests of its own.
 */
@Tag("oracle-golden")
class OracleGoldenTest {
  private static final Path SHARED = Path.of(System.getProperty("limpid.shared", "../shared"));
  private static final Path GOLDEN = SHARED.resolve("golden/venus");

  @BeforeEach
  void onlyWhenAskedFor() {
    assumeTrue(Files.isDirectory(GOLDEN), "no golden files in " + GOLDEN);
  }

  private static OracleCase venus(String estimates) {
    return new VenusFiles(SHARED.resolve("data/venus")).read(estimates);
  }

  @Test
  void fifo() {
    checkBaseline("fifo", "estimate_lucid.csv", OracleExclusivePolicies::fifo);
  }

  @Test
  void sjf() {
    checkBaseline("sjf", "estimate_lucid.csv", OracleExclusivePolicies::sjf);
  }

  @Test
  void qssfWithEstimatesOfLucid() {
    checkBaseline("qssf_ebm", "estimate_lucid.csv", OracleExclusivePolicies::qssf);
  }

  @Test
  void qssfWithItsOwnEstimates() {
    checkBaseline("qssf_lgb", "estimate_qssf.csv", OracleExclusivePolicies::qssf);
  }

  @Test
  void srtf() {
    checkBaseline("srtf", "estimate_lucid.csv", OraclePreemptivePolicies::srtf);
  }

  @Test
  void tiresias() {
    checkBaseline("tiresias", "estimate_lucid.csv", OraclePreemptivePolicies::tiresias);
  }

  @ParameterizedTest
  @EnumSource(OracleReading.class)
  void lucid(OracleReading reading) {
    OracleCase given = venus("estimate_lucid.csv").withReading(reading);
    OracleResult result = OracleLucid.run(given);
    System.out.printf(
        "lucid: %d loans granted, %d failed%n", result.grantedLoans, result.failedLoans);
    compare("lucid", given, row -> baselineCells(result, row) + lucidCells(result, row));
  }

  @ParameterizedTest
  @EnumSource(OracleReading.class)
  void profiler(OracleReading reading) {
    OracleCase given = venus("estimate_lucid.csv").withReading(reading);
    OracleResult result = OracleProfiler.profile(given);
    compare("profiler", given, row -> profilerCells(result, row));
    String changes =
        result.profilerChanges.stream()
            .map(change -> change.second() + "," + change.nodes())
            .collect(Collectors.joining("\n"));
    assertEquals(
        VenusFiles.rows(GOLDEN.resolve("profiler_scaling.csv")).stream()
            .map(row -> String.join(",", row))
            .collect(Collectors.joining("\n")),
        changes);
  }

  private static void checkBaseline(
      String golden, String estimates, Function<OracleCase, OracleResult> policy) {
    OracleCase given = venus(estimates);
    OracleResult result = policy.apply(given);
    compare(golden, given, row -> baselineCells(result, row) + ";" + result.nodes[row]);
  }

  private static String baselineCells(OracleResult result, int row) {
    return "%d;%d;%d;%d;%d"
        .formatted(
            result.start[row],
            result.end[row],
            result.queue[row],
            result.jct[row],
            result.preemptions[row]);
  }

  private static String lucidCells(OracleResult result, int row) {
    int score = result.shareScore[row];
    return ";%d;%d;%d;%d;%s;%s;%d;%d;%.0f;%s"
        .formatted(
            result.profiled[row] ? 1 : 0,
            result.profilerQueue[row],
            result.finishedInProfiler[row] ? 1 : 0,
            result.exclusive[row] ? 1 : 0,
            result.rate[row],
            score == OracleResult.NO_SHARE_SCORE ? "" : (double) score,
            result.colocated[row],
            result.delocated[row],
            result.priority[row],
            result.nodes[row]);
  }

  private static String profilerCells(OracleResult result, int row) {
    return "%d;%d;%d;%d;%d;%s"
        .formatted(
            result.profiled[row] ? 1 : 0,
            result.profilerQueue[row],
            result.finishedInProfiler[row] ? 1 : 0,
            result.start[row],
            result.end[row],
            result.nodes[row]);
  }

  private static void compare(String golden, OracleCase given, Function<Integer, String> cells) {
    Map<Long, Integer> rowOfJob = new HashMap<>();
    for (int row = 0; row < given.trace().size(); row++) {
      rowOfJob.put(given.trace().jobId(row).number(), row);
    }
    List<String> differences = new ArrayList<>();
    List<String[]> expected = VenusFiles.rows(GOLDEN.resolve(golden + ".csv.gz"));
    for (String[] line : expected) {
      String wanted = String.join(";", Arrays.copyOfRange(line, 2, line.length));
      String found = cells.apply(rowOfJob.get(Long.parseLong(line[0])));
      if (!wanted.equals(found)) {
        differences.add("job %s%n  golden %s%n  oracle %s".formatted(line[0], wanted, found));
      }
    }
    System.out.printf("%s: %d of %d jobs differ%n", golden, differences.size(), expected.size());
    differences.stream().limit(5).forEach(System.out::println);
    assertEquals(given.trace().size(), expected.size());
    assertEquals(List.of(), differences.stream().limit(5).toList());
  }
}
