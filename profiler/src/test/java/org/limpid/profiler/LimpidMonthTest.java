package org.limpid.profiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.profiler.oracle.LimpidCase;
import org.limpid.profiler.oracle.LimpidChoices;
import org.limpid.profiler.oracle.LimpidChoices.Sizes;
import org.limpid.profiler.oracle.LimpidMonth;
import org.limpid.profiler.oracle.LimpidResult;
import org.limpid.profiler.oracle.OracleLimpid;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.sink.JobRecords;

/** The policy limpid against its oracle on all 23,859 jobs of Venus, which takes some seconds. */
@Tag("oracle-golden")
class LimpidMonthTest {
  private static final Path VENUS =
      Path.of(System.getProperty("limpid.shared", "../shared")).resolve("data/venus");

  @ParameterizedTest
  @EnumSource
  void equalsTheOracle(Sizes sizes) {
    assumeTrue(Files.isDirectory(VENUS), "no data set in " + VENUS);
    LimpidCase given = LimpidMonth.of(VENUS, LimpidChoices.standard(2).with(sizes));
    LimpidResult expected = OracleLimpid.run(given);
    JobRecords actual =
        LimpidRuns.run(given, LimpidRuns.profiling(given), SimulationOptions.standard());
    for (int row = 0; row < given.trace().size(); row++) {
      assertEquals(expected.line(row), LimpidRuns.line(actual, row), "row " + row);
    }
  }
}
