package org.limpid.bench;

import java.util.concurrent.TimeUnit;
import org.limpid.data.Estimates;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
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

/** Reading the parts of a data set from files that the system holds in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ReadBenchmark {
  /** Folder of a data set; empty: generated, of the default size. */
  @Param("")
  public String data;

  private DataFolder folder;
  private Trace trace;

  /** Makes the data set where none is given. */
  @Setup
  public void open() {
    folder = DataFolder.of(data);
    trace = trace();
  }

  /** Deletes what was made. */
  @TearDown
  public void close() {
    folder.close();
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

  private DatasetReader reader() {
    return DatasetReader.open(folder.path());
  }
}
