package org.limpid.bench;

import java.util.concurrent.TimeUnit;
import org.limpid.simulation.world.Progress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The end of a job that shares its GPUs: exact jumps against one subtraction per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
public class ProgressBenchmark {
  /** Remaining time of the job alone, seconds. */
  @Param({"100", "10000", "1000000"})
  public double remaining;

  /** Progress per second. */
  @Param("0.87")
  public double rate;

  /** As the engine does it. */
  @Benchmark
  public long jumps() {
    return Progress.secondsToEnd(remaining, rate);
  }

  /** As the published artifact does it. */
  @Benchmark
  public long everySecond() {
    double rest = remaining;
    long seconds = 0;
    while (rest > 0) {
      rest -= rate;
      seconds++;
    }
    return seconds;
  }
}
