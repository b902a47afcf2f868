package org.limpid.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** One policy over a month on one thread of a warm JVM; {@code all} is the six one by one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class EngineBenchmark {
  @Param({"all", "fifo", "sjf", "srtf", "tiresias", "qssf", "lucid", "limpid"})
  public String policy;

  /** Folder of a data set; empty: generated, of the default size. */
  @Param("")
  public String data;

  /** Whether decisions are recorded and snapshots taken. */
  @Param({"false", "true"})
  public boolean explained;

  private Engine engine;
  private List<String> policies;

  @Setup
  public void read() {
    try (DataFolder folder = DataFolder.of(data)) {
      engine = new Engine(DatasetReader.open(folder.path()), explained);
    }
    policies = policy.equals("all") ? Engine.POLICIES : List.of(policy);
  }

  @Benchmark
  public void simulate(Blackhole blackhole) {
    policies.forEach(each -> blackhole.consume(engine.run(each)));
  }
}
