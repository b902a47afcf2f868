package org.limpid.profiler.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.limpid.LimpidSettings.Belief;
import org.limpid.simulation.policy.sharing.PairRates.Source;

/** The random cases of {@code limpid} are worth comparing: all jobs end, every rule is reached. */
class LimpidCasesTest {
  private static final int CASES = 100;

  @Test
  void everyJobEnds() {
    for (int seed = 0; seed < CASES; seed++) {
      LimpidCase given = LimpidCases.of(seed);
      LimpidResult result = OracleLimpid.run(given);
      for (int row = 0; row < given.trace().size(); row++) {
        assertTrue(result.start[row] >= given.trace().submitSeconds(row), result.line(row));
        assertTrue(result.end[row] > result.start[row], result.line(row));
        assertTrue(result.queue[row] >= 0, result.line(row));
      }
    }
  }

  @Test
  void sameSeedGivesSameCase() {
    LimpidResult once = OracleLimpid.run(LimpidCases.of(7));
    LimpidResult again = OracleLimpid.run(LimpidCases.of(7));
    assertArrayEquals(once.end, again.end);
    assertArrayEquals(once.nodes, again.nodes);
  }

  @Test
  void everyRuleIsReached() {
    Map<String, Integer> reached = new TreeMap<>();
    for (int seed = 0; seed < CASES; seed++) {
      LimpidCase given = LimpidCases.of(seed);
      LimpidResult result = OracleLimpid.run(given);
      result.profilerChanges.forEach(
          change -> count(reached, change.nodes() > 0 ? "loans" : "returns", true));
      for (int row = 0; row < given.trace().size(); row++) {
        Trace.Job job = given.trace().job(row);
        boolean isLarge = job.gpuCount() > given.gpusPerNode();
        count(reached, "large", isLarge);
        count(reached, "probes", result.probeEnd[row] != OracleJob.UNKNOWN);
        count(reached, "small newcomers", !isLarge && result.joined[row]);
        count(reached, "large newcomers", isLarge && result.joined[row]);
        count(reached, "on a node that came back", result.nodes[row].contains("9999"));
      }
      count(reached, "ends with delay", given.choices().endDelaySeconds() > 0);
      for (Belief belief : Belief.values()) {
        count(reached, "believes " + belief, given.choices().belief() == belief);
      }
      for (Source rates : Source.values()) {
        count(reached, "rates " + rates, given.choices().rates() == rates);
      }
      count(reached, "gangs slow down", given.choices().gangSlowdownPercent() > 0);
      count(reached, "without profiler", !given.choices().hasProfiler());
      count(reached, "loans that may be lost", !given.choices().keepsLoans());
      count(
          reached,
          "another result without reservations",
          differs(given, given.choices().withReservations(0)));
      for (LimpidChoices.Sizes sizes : LimpidChoices.Sizes.values()) {
        count(reached, "another result with " + sizes, differs(given, given.choices().with(sizes)));
      }
    }
    System.out.println("cases of limpid reach: " + reached);
    reached.forEach((rule, times) -> assertTrue(times >= 3, rule + " reached " + times));
  }

  private static boolean differs(LimpidCase given, LimpidChoices other) {
    String[] nodes = OracleLimpid.run(given).nodes;
    return !Arrays.equals(nodes, OracleLimpid.run(given.with(other)).nodes);
  }

  private static void count(Map<String, Integer> reached, String rule, boolean holds) {
    reached.merge(rule, holds ? 1 : 0, Integer::sum);
  }
}
