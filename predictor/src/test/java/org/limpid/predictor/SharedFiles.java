package org.limpid.predictor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.limpid.data.ThroughputSeries;
import org.limpid.data.io.SeriesTable;
import org.limpid.files.Problems;

/** Recorded data beside the checkout; tests are skipped where it is missing. */
public final class SharedFiles {
  private SharedFiles() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", "none"), name);
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
    return file;
  }

  /** The series of Venus, 2020-04-01 to 2020-09-28. */
  public static ThroughputSeries venus() {
    Problems problems = new Problems();
    Path file = file("data/venus/throughput.csv");
    ThroughputSeries series = SeriesTable.read(file, SeriesMaker.ORIGIN, problems).orElseThrow();
    problems.throwIfAny();
    return series;
  }
}
