package org.limpid.reference.elasticflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.TableSink;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.sink.JobColumn;

/** Whole runs of the schedulers, by hand and on random jobs. */
class SchedulersTest {
  private static final int NODES = 2;
  private static final int GPUS_PER_NODE = 8;
  private static final ScalingCurve CURVE =
      ScalingCurve.of("model", 16, 16, new int[] {1, 2, 4, 8, 16}, new double[] {1, 2, 3, 5, 6});

  private static List<ReferenceSimulator> simulators() {
    return ElasticFlow.simulators();
  }

  private static ReferenceSimulator named(String name) {
    return simulators().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * A job that runs for its iterations on one GPU.
   *
   * @param deadline seconds; 0: best effort
   */
  private static Trace.Job job(int id, int gpus, long submit, long iterations, long deadline) {
    JobAttributes known =
        JobAttributes.NONE
            .with(JobAttribute.ITERATIONS, iterations)
            .with(JobAttribute.SCALING, CURVE.name());
    long duration = Math.max(1, (long) (iterations / CURVE.throughputOn(gpus)));
    return new Trace.Job(
        JobId.of(id),
        "user",
        "vc",
        "",
        gpus,
        0,
        "UNKNOWN",
        submit,
        duration,
        null,
        deadline == 0 ? known : known.with(JobAttribute.DEADLINE, deadline));
  }

  private static ReferenceInputs inputs(List<Trace.Job> jobs) {
    Trace.Builder trace = new Trace.Builder();
    jobs.forEach(trace::add);
    return new ReferenceInputs(
        new ClusterDescription(List.of(new VirtualCluster("vc", NODES)), GPUS_PER_NODE, 0, 1),
        trace.build(),
        ScalingCurves.of(List.of(CURVE)),
        Settings.NONE.with(ElasticFlow.SLOT, 60));
  }

  private static long[] whole(ReferenceResult result, String name) {
    return result.jobs().stream()
        .filter(column -> column.name().equals(name))
        .map(column -> ((JobColumn.Whole) column).values())
        .findFirst()
        .orElseThrow();
  }

  /** Keeps the maps of the GPUs. */
  private static final class Maps implements TableSink, TableSink.Rows {
    private final List<Double> times = new ArrayList<>();
    private final List<int[]> maps = new ArrayList<>();
    private int ended;

    @Override
    public Rows open(String name, List<String> columns) {
      return this;
    }

    @Override
    public Rows number(double value) {
      if (times.size() == ended) {
        times.add(value); // the first number of a row
      }
      return this;
    }

    @Override
    public Rows indices(int[] values) {
      maps.add(values.clone());
      return this;
    }

    @Override
    public Rows text(String text) {
      return this;
    }

    @Override
    public void endRow() {
      ended++;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /**
   * Jobs 1 to 3 come in the round that ends at 60. Job 2 can't keep its deadline on any GPUs, so
   * job 1 is declined with it; job 3 has no deadline and is taken.
   */
  @Test
  void arrivalsOfARoundAreAdmittedTogetherOrNotAtAll() {
    List<Trace.Job> jobs =
        List.of(
            job(0, 1, 0, 600, 10_000),
            job(1, 1, 10, 600, 10_000),
            job(2, 1, 20, 60_000, 100),
            job(3, 1, 30, 600, 0));
    ReferenceResult result = named("elasticflow").run(inputs(jobs), TableSink.NONE);
    assertArrayEquals(new long[] {1, 0, 0, 1}, whole(result, "accepted"));
    assertEquals(
        Map.of("accepted", 1.0, "declined", 2.0, "deadline_ratio", 1 / 3.0), result.figures());
    ReferenceResult one = named("edf-admission").run(inputs(jobs), TableSink.NONE);
    assertArrayEquals(new long[] {1, 1, 0, 1}, whole(one, "accepted"), "each alone");
  }

  private static List<Trace.Job> random(RandomGenerator random) {
    List<Trace.Job> jobs = new ArrayList<>();
    long submit = 0;
    for (int id = 0; id < 60; id++) {
      submit += random.nextInt(200);
      long iterations = 1 + random.nextInt(4000);
      long deadline =
          random.nextInt(5) == 0 ? 0 : submit + 1 + random.nextInt((int) (2 * iterations));
      jobs.add(job(id, 1 << random.nextInt(5), submit, iterations, deadline));
    }
    return jobs;
  }

  /** By the maps, which have a job at most on each GPU. */
  private static void assertPlaced(Maps maps, List<Trace.Job> jobs, boolean rigid) {
    for (int i = 0; i < maps.maps.size(); i++) {
      int[] map = maps.maps.get(i);
      assertEquals(NODES * GPUS_PER_NODE, map.length);
      Map<Integer, Long> held =
          Arrays.stream(map)
              .filter(job -> job >= 0)
              .boxed()
              .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
      double time = maps.times.get(i);
      held.forEach((job, gpus) -> {
        assertTrue(jobs.get(job).submitSeconds() <= time, "a job runs before it comes");
        assertTrue(
            rigid ? gpus == jobs.get(job).gpuCount() : CURVE.runsOn(gpus.intValue()),
            () -> "job %d has %d GPUs".formatted(job, gpus));
      });
      assertTrue(i == 0 || maps.times.get(i - 1) <= time, "time goes back");
    }
  }

  @ParameterizedTest
  @MethodSource("simulators")
  void randomJobsHoldWhatTheyCanRunOn(ReferenceSimulator simulator) {
    boolean rigid = List.of("gandiva", "tiresias-deadline", "themis").contains(simulator.name());
    for (long seed = 0; seed < 20; seed++) {
      List<Trace.Job> jobs = random(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
      Maps maps = new Maps();
      ReferenceResult result = simulator.run(inputs(jobs), maps);
      assertPlaced(maps, jobs, rigid);
      long[] accepted = whole(result, "accepted");
      assertTrue(
          IntStream.range(0, jobs.size())
              .filter(row -> accepted[row] == 0)
              .allMatch(row -> Double.isNaN(result.endSeconds()[row])),
          "a declined job ends");
      assertTrue(
          IntStream.range(0, jobs.size())
              .filter(row -> !Double.isNaN(result.endSeconds()[row]))
              .allMatch(row -> result.endSeconds()[row] >= jobs.get(row).submitSeconds()),
          "a job ends before it comes");
    }
  }
}
