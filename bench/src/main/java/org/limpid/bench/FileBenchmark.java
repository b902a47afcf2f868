package org.limpid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.limpid.data.Estimates;
import org.limpid.data.Profiles;
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

/**
 * Reading a data set from files that the system holds in memory, and writing the results of FIFO.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FileBenchmark {
  /** Folder of a data set; empty: generated, of the default size. */
  @Param("")
  public String data;

  private DataFolder folder;
  private Path results;
  private Trace trace;
  private PolicyResult result;

  /** Makes the data set where none is given, and simulates. */
  @Setup
  public void prepare() throws IOException {
    folder = DataFolder.of(data);
    trace = trace();
    result =
        new Simulator(SimulationOptions.standard())
            .run(
                Policies.standard().named("fifo").orElseThrow(),
                PolicyInputs.of(reader().cluster(), trace, reader().startSeconds()));
    results = Files.createTempDirectory("limpid-bench");
  }

  /** Deletes what was made and written. */
  @TearDown
  public void delete() {
    folder.close();
    DataFolder.delete(results);
  }

  /** The jobs with all checks, from gzipped CSV. */
  @Benchmark
  public Trace trace() {
    return reader().trace();
  }

  /** Estimated durations of all jobs. */
  @Benchmark
  public Estimates estimates() {
    return reader().estimates("lucid", trace);
  }

  /** Profiles of workloads and of pairs. */
  @Benchmark
  public Profiles profiles() {
    return reader().profiles();
  }

  /** The hash of all files. */
  @Benchmark
  public String contentHash() {
    return reader().contentHash();
  }

  /** One row per job. */
  @Benchmark
  public void writeJobs() {
    JobsFile.write(results.resolve("jobs.csv"), trace, result.jobs(), CsvTexts.RESTORABLE);
  }

  /** One row per minute. */
  @Benchmark
  public void writeCluster() {
    ClusterTable.write(results.resolve("cluster.csv"), result.cluster());
  }

  private DatasetReader reader() {
    return DatasetReader.open(folder.path());
  }
}
