package org.limpid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.limpid.data.Trace;
import org.limpid.data.io.CsvTexts;
import org.limpid.data.io.DatasetReader;
import org.limpid.results.ClusterTable;
import org.limpid.results.JobsFile;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.PolicyResult;
import org.limpid.simulation.run.SimulationOptions;
import org.limpid.simulation.run.Simulator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Writing the results of FIFO. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class WriteBenchmark {
  /** Folder of a data set; empty: generated, of the default size. */
  @Param("")
  public String data;

  private Path folder;
  private Trace trace;
  private PolicyResult result;

  /** Simulates. */
  @Setup
  public void simulate() throws IOException {
    try (DataFolder given = DataFolder.of(data)) {
      DatasetReader reader = DatasetReader.open(given.path());
      trace = reader.trace();
      result =
          new Simulator(SimulationOptions.standard())
              .run(
                  Policies.standard().named("fifo").orElseThrow(),
                  PolicyInputs.of(reader.cluster(), trace, reader.startSeconds()));
    }
    folder = Files.createTempDirectory("limpid-bench");
  }

  /** Deletes what was written. */
  @TearDown
  public void delete() {
    DataFolder.delete(folder);
  }

  /** One row per job. */
  @Benchmark
  public void jobs() {
    JobsFile.write(folder.resolve("jobs.csv"), trace, result.jobs(), CsvTexts.RESTORABLE);
  }

  /** One row per minute. */
  @Benchmark
  public void cluster() {
    ClusterTable.write(folder.resolve("cluster.csv"), result.cluster());
  }
}
