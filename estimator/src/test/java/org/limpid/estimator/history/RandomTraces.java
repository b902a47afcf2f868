package org.limpid.estimator.history;

import java.util.Random;
import java.util.function.IntToLongFunction;
import org.limpid.data.Trace;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Small traces in which users, sizes, names and times collide often. */
public final class RandomTraces {
  private RandomTraces() {}

  /** A trace of this many jobs, two of three with a profile and a name. */
  public static Trace of(int size, long seed) {
    Random random = new Random(seed);
    Trace.Builder builder = new Trace.Builder();
    long now = 0;
    for (int row = 0; row < size; row++) {
      now += random.nextInt(4) == 0 ? 0 : random.nextInt(900);
      boolean known = random.nextInt(3) > 0;
      builder.add(
          new Trace.Job(
              1000 + row,
              "user" + random.nextInt(5),
              "vc" + random.nextInt(2),
              known ? "train-net-%d".formatted(random.nextInt(3)) : "",
              1 << random.nextInt(3),
              random.nextInt(3),
              "COMPLETED",
              now,
              1 + (long) StrictMath.exp(random.nextDouble() * 9),
              known ? profile(random.nextInt(3)) : null));
    }
    return builder.build();
  }

  private static WorkloadProfile profile(int number) {
    return new WorkloadProfile(
        new Workload("Net" + number, "Set", 32 << number, number == 1),
        100,
        30 * number,
        20 * number,
        2_000 + number);
  }

  /** The same jobs with other durations. */
  public static Trace withDurations(Trace trace, IntToLongFunction duration) {
    Trace.Builder builder = new Trace.Builder();
    for (int row = 0; row < trace.size(); row++) {
      Trace.Job job = trace.job(row);
      builder.add(
          new Trace.Job(
              job.id().number(),
              job.user(),
              job.virtualCluster(),
              job.name(),
              job.gpuCount(),
              job.cpuCount(),
              job.state(),
              job.submitSeconds(),
              duration.applyAsLong(row),
              job.profile()));
    }
    return builder.build();
  }
}
