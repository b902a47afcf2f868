package org.limpid.profiler.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;

/** The random cases are worth comparing: they can be finished and reach every rule. */
class RandomCasesTest {
  private static final int CASES = 150;

  private static final List<Function<OracleCase, OracleResult>> POLICIES =
      List.of(
          OracleExclusivePolicies::fifo,
          OracleExclusivePolicies::sjf,
          OracleExclusivePolicies::qssf,
          OraclePreemptivePolicies::srtf,
          OraclePreemptivePolicies::tiresias,
          OracleLucid::run);

  @Test
  void everyJobOfEveryPolicyEnds() {
    for (int seed = 0; seed < CASES / 5; seed++) {
      OracleCase given = RandomCases.of(seed);
      for (Function<OracleCase, OracleResult> policy : POLICIES) {
        OracleResult result = policy.apply(given);
        for (int row = 0; row < given.trace().size(); row++) {
          assertTrue(result.start[row] >= given.trace().submitSeconds(row), result.line(row));
          assertTrue(result.end[row] > result.start[row], result.line(row));
        }
      }
    }
  }

  @Test
  void sameSeedGivesSameCase() {
    OracleResult once = OracleLucid.run(RandomCases.of(7));
    OracleResult again = OracleLucid.run(RandomCases.of(7));
    assertArrayEquals(once.end, again.end);
    assertArrayEquals(once.nodes, again.nodes);
  }

  @Test
  void everyRuleIsReached() {
    Map<String, Integer> reached = new TreeMap<>();
    for (int seed = 0; seed < CASES; seed++) {
      OracleCase given = RandomCases.of(seed);
      OracleResult lucid = OracleLucid.run(given);
      OracleResult artifact = OracleLucid.run(given.withReading(OracleReading.ARTIFACT));
      count(reached, "cases with another result as artifact", !same(given, lucid, artifact));
      count(reached, "loans", lucid.grantedLoans);
      count(reached, "failed loans", lucid.failedLoans);
      count(reached, "changes of the profiler", lucid.profilerChanges.size());
      OracleResult srtf = OraclePreemptivePolicies.srtf(given);
      OracleResult tiresias = OraclePreemptivePolicies.tiresias(given);
      OracleResult qssf = OracleExclusivePolicies.qssf(given);
      for (int row = 0; row < given.trace().size(); row++) {
        Trace.Job job = given.trace().job(row);
        boolean newcomer = lucid.colocated[row] > 0;
        count(reached, "jobs", 1);
        count(reached, "above 8 GPUs", job.gpuCount() > 8);
        count(reached, "profiled", lucid.profiled[row]);
        count(reached, "finished in profiler", lucid.finishedInProfiler[row]);
        count(reached, "newcomers that end first", newcomer && !lucid.exclusive[row]);
        count(reached, "survivors", newcomer && lucid.exclusive[row]);
        count(
            reached,
            "first ones that end first",
            !newcomer && lucid.delocated[row] == lucid.end[row]);
        count(
            reached,
            "partners left by newcomers",
            !newcomer && lucid.delocated[row] > 0 && lucid.delocated[row] < lucid.end[row]);
        count(reached, "renumbered nodes in records", lucid.nodes[row].contains("9999"));
        count(reached, "SRTF preemptions", srtf.preemptions[row]);
        count(reached, "Tiresias preemptions", tiresias.preemptions[row]);
        count(reached, "QSSF starts without estimate", Double.isNaN(qssf.priority[row]));
      }
    }
    System.out.println("random cases reach: " + reached);
    reached.forEach((rule, times) -> assertTrue(times >= 3, rule + " reached " + times));
  }

  private static boolean same(OracleCase given, OracleResult one, OracleResult other) {
    return IntStream.range(0, given.trace().size())
        .allMatch(row -> one.line(row).equals(other.line(row)));
  }

  private static void count(Map<String, Integer> reached, String rule, boolean holds) {
    count(reached, rule, holds ? 1 : 0);
  }

  private static void count(Map<String, Integer> reached, String rule, int times) {
    reached.merge(rule, times, Integer::sum);
  }

  @Test
  void startsAreDivisibleByAHundredAndNotAllByAMinute() {
    long minutes =
        IntStream.range(0, CASES)
            .mapToLong(seed -> RandomCases.of(seed).startSecond())
            .peek(start -> assertEquals(0, start % 100))
            .filter(start -> start % 60 == 0)
            .count();
    assertTrue(minutes > 0 && minutes < CASES, "divisible by 60: " + minutes);
  }
}
