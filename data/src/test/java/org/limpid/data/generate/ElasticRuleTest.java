package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

class ElasticRuleTest {
  private static final ClusterDescription CLUSTER =
      new ClusterDescription(List.of(new VirtualCluster("a", 4)), 8, 0, 24_576);
  private static final WorkloadProfile NET = profile("Net", 64, 640);

  private static WorkloadProfile profile(String model, int batchSize, double speed) {
    return new WorkloadProfile(new Workload(model, "data", batchSize, false), speed, 50, 20, 3000);
  }

  private static Trace.Job job(long id, int gpus, long duration, WorkloadProfile profile) {
    JobAttributes known = JobAttributes.NONE.with(JobAttribute.PRIORITY, 3);
    return new Trace.Job(
        JobId.of(id), "ann", "a", "", gpus, 0, "DONE", 1000, duration, profile, known);
  }

  private static ElasticRule rule(ElasticOptions options) {
    return new ElasticRule(CLUSTER, options);
  }

  private static ElasticRule rule() {
    return rule(ElasticOptions.ofSeed(1));
  }

  /** Durations after the submission to the deadlines of the jobs with one. */
  private static double[] deadlines(ElasticOptions options) {
    ElasticRule rule = rule(options);
    return LongStream.range(0, 4000)
        .mapToObj(id -> rule.elastic(job(id, 1, 1_000_000, NET)).attributes())
        .filter(known -> known.has(JobAttribute.DEADLINE))
        .mapToDouble(known -> (known.number(JobAttribute.DEADLINE) - 1000) / 1e6)
        .toArray();
  }

  @Test
  void deadlinesAreUniform() {
    double[] drawn = deadlines(ElasticOptions.ofSeed(1));
    assertEquals(4000, drawn.length);
    for (double each : drawn) {
      assertTrue(each >= 0.5 && each < 1.5, () -> "" + each);
    }
    for (int tenth = 0; tenth < 10; tenth++) {
      double from = 0.5 + tenth / 10.0;
      long count = DoubleStream.of(drawn).filter(d -> d >= from && d < from + 0.1).count();
      assertTrue(Math.abs(count - 400) < 5 * Math.sqrt(400), tenth + ": " + count);
    }
  }

  @Test
  void aShareOfTheJobsIsBestEffort() {
    int promised = deadlines(new ElasticOptions(1, 2, 0.3, 1)).length;
    assertTrue(Math.abs(promised - 2800) < 5 * Math.sqrt(840), "" + promised);
    assertEquals(0, deadlines(new ElasticOptions(1, 2, 1, 1)).length);
  }

  /** Whatever other jobs there are, and in whatever order; another seed draws others. */
  @Test
  void aJobDrawsForItself() {
    ElasticRule busy = rule();
    busy.elastic(job(8, 4, 77, profile("Other", 8, 10)));
    Trace.Job drawn = rule().elastic(job(7, 2, 500, NET));
    assertEquals(drawn, busy.elastic(job(7, 2, 500, NET)));
    assertNotEquals(drawn, rule(ElasticOptions.ofSeed(2)).elastic(job(7, 2, 500, NET)));
    assertEquals(3, drawn.attributes().number(JobAttribute.PRIORITY), "the rest stays");
  }

  @Test
  void deadlinesLieAfterTheSubmission() {
    for (long id = 0; id < 50; id++) {
      long deadline = rule().elastic(job(id, 1, 1, NET)).attributes().number(JobAttribute.DEADLINE);
      assertTrue(deadline > 1000);
    }
  }

  /** 64 samples at 640 a second: ten iterations per second on one GPU. */
  @Test
  void iterationsAreThoseOfTheDuration() {
    ElasticRule rule = rule();
    Trace.Job alone = rule.elastic(job(1, 1, 500, NET));
    assertEquals(5000, alone.attributes().number(JobAttribute.ITERATIONS));
    assertEquals("Net/data/64/64", alone.attributes().text(JobAttribute.SCALING));
    Trace.Job wide = rule.elastic(job(2, 6, 10_000, NET));
    assertEquals("Net/data/64/384", wide.attributes().text(JobAttribute.SCALING));
    double rate = rule.curves().find("Net/data/64/384").orElseThrow().throughputOn(6);
    assertEquals(Math.round(10_000 * rate), wide.attributes().number(JobAttribute.ITERATIONS));
  }

  @Test
  void curvesHavePowersOfTwoAndWhatIsAskedFor() {
    ElasticRule rule = rule();
    rule.elastic(job(1, 6, 500, NET));
    rule.elastic(job(2, 1, 500, null));
    rule.elastic(job(3, 6, 90, NET));
    List<ScalingCurve> curves = rule.curves().all();
    assertEquals(
        List.of("Net/data/64/384", "unknown/unknown/32/32"),
        curves.stream().map(ScalingCurve::name).toList());
    assertEquals(List.of(1, 2, 4, 6, 8, 16, 32), counts(curves.getFirst()));
    assertEquals(10, curves.getLast().throughputOn(1), 1e-9);
  }

  private static List<Integer> counts(ScalingCurve curve) {
    return IntStream.range(0, curve.columns()).mapToObj(curve::gpuCount).toList();
  }

  /**
   * By hand for b = 64, v = 640, so t(b) = 0.1 s, on nodes of 8: on 2 GPUs (32 + 16) / 800 = 0.06 s
   * and k / 20, on 16 GPUs (4 + 16) / 800 = 0.025 s and k / 10 x 15 / 16 x 2. So the two determine
   * each other.
   */
  @Test
  void modelIsTheOneOfThePage() {
    ScalingLaw law = new ScalingLaw(8, 1);
    assertEquals(10, law.iterationsPerSecond(NET, 1, 1), 1e-12);
    double k = (1 / law.iterationsPerSecond(NET, 1, 2) - 0.06) * 20;
    assertTrue(k >= 0.02 && k <= 0.4, "" + k);
    assertEquals(0.025 + k * 0.1875, 1 / law.iterationsPerSecond(NET, 1, 16), 1e-12);
    assertEquals(0, law.iterationsPerSecond(profile("Net", 4, 40), 1, 8), "half a sample each");
  }

  /** Each GPU more brings less than the one before, up to most_gpus; no further doubling helps. */
  @Test
  void returnsDiminish() {
    ElasticRule rule = rule();
    WorkloadModel.profiles()
        .singles()
        .forEach(single -> rule.elastic(job(1, 2, 100, single.profile())));
    Set<Integer> most = new TreeSet<>();
    for (ScalingCurve curve : rule.curves().all()) {
      most.add(curve.mostElasticGpus());
      assertDiminishing(curve);
      double next = curve.throughputOn(2 * curve.mostElasticGpus());
      assertFalse(next > curve.throughputOn(curve.mostElasticGpus()), curve::toString);
    }
    assertTrue(most.contains(8) && most.contains(32), most::toString);
  }

  private static void assertDiminishing(ScalingCurve curve) {
    double before = Double.POSITIVE_INFINITY;
    for (int gpus = 2; gpus <= curve.mostElasticGpus(); gpus *= 2) {
      double gain = curve.throughputOn(gpus) - curve.throughputOn(gpus / 2);
      double perGpu = gain / (gpus - gpus / 2);
      assertTrue(perGpu > 0 && perGpu < before, curve::toString);
      before = perGpu;
    }
  }

  @Test
  void choicesWithoutSenseAreRefused() {
    List<Executable> senseless =
        List.of(
            () -> new ElasticOptions(0, 1, 0, 1),
            () -> new ElasticOptions(2, 1, 0, 1),
            () -> new ElasticOptions(1, Double.NaN, 0, 1),
            () -> new ElasticOptions(1, 2, 1.1, 1));
    senseless.forEach(made -> assertThrows(IllegalArgumentException.class, made));
  }
}
