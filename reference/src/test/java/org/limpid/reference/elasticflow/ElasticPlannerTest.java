package org.limpid.reference.elasticflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.ScalingCurve;

final class ElasticPlannerTest {
  private static final ScalingCurve SPEECH_32 =
      ScalingCurve.of(
          "deepspeech2",
          32,
          32,
          new int[] {1, 2, 4, 8, 16, 32},
          new double[] {
            3.0231577845960493,
            5.3658588170062025,
            7.543931899743629,
            9.816143156381461,
            12.883174083266885,
            14.461504733734241
          });
  private static final ScalingCurve SPEECH_64 =
      ScalingCurve.of(
          "deepspeech2",
          64,
          64,
          new int[] {1, 2, 4, 8, 16, 32, 64},
          new double[] {
            1.5999193993421348,
            2.9614780247610133,
            5.2527616528041055,
            7.406241544204639,
            9.400856715933317,
            12.48432168866281,
            13.973921754361951
          });

  private static String text(Steps steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      text.append("%.0f:%d ".formatted(steps.time(i), steps.value(i)));
    }
    return text.toString().strip();
  }

  /** One GPU does an iteration a second, two 1.5; slots of 10 s; 2 GPUs. */
  private static boolean plan(Job job, Steps free) {
    return new ElasticPlanner(2, new Slots(10)).plan(job, 0, free);
  }

  private static Steps free(int gpus) {
    Steps free = new Steps();
    free.reset(0, gpus);
    return free;
  }

  /**
   * Three jobs on two GPUs. The first has 50 iterations until second 50: one GPU is just enough.
   * The second has 60 until second 60: one GPU, too. The third has 90 until second 100: from 60 on
   * two GPUs would do 60, and from 50 on, where one is free, 10 more: not enough, so it is late.
   */
  @Test
  void theMinimumShareOfThreeJobs() {
    Steps free = free(2);
    Job first = SampleJobs.elastic(0, 50, 50, SampleJobs.bending());
    assertTrue(plan(first, free));
    assertEquals("0:1", text(first.plan));
    assertEquals("0:1 50:2", text(free));
    Job second = SampleJobs.elastic(1, 60, 60, SampleJobs.bending());
    assertTrue(plan(second, free));
    assertEquals("0:1", text(second.plan));
    assertEquals(60, second.end);
    assertEquals("0:0 50:1 60:2", text(free));
    Job third = SampleJobs.elastic(2, 90, 100, SampleJobs.bending());
    assertFalse(plan(third, free));
    assertTrue(third.realEnd > 100);
  }

  /** With 60 iterations until second 100, one GPU from 60 on does 40: two do all from there on. */
  @Test
  void laterIntervalsAreRaisedFirst() {
    Steps free = free(2);
    plan(SampleJobs.elastic(0, 50, 50, SampleJobs.bending()), free);
    plan(SampleJobs.elastic(1, 60, 60, SampleJobs.bending()), free);
    Job third = SampleJobs.elastic(2, 60, 100, SampleJobs.bending());
    assertTrue(plan(third, free));
    // At 50 the level below, which one free GPU holds; at 60 two: 10 + 50 / 1.5 s.
    assertEquals("0:0 50:1 60:2", text(third.plan));
    assertEquals(94, third.realEnd);
    assertEquals(100, third.end);
  }

  /** The specification's example: figure 10 of the paper at 9356 s. */
  @Test
  void figure10At9356() {
    ElasticPlanner planner = new ElasticPlanner(128, new Slots(240));
    Steps free = new Steps();
    free.reset(9356, 128);
    Job two = SampleJobs.elastic(2, 18.00526153745841, 10244, SPEECH_32);
    Job three = SampleJobs.elastic(3, 17_316, 25_437, SPEECH_64);
    Job four = SampleJobs.elastic(4, 2_156, 11_357, SPEECH_64);
    assertTrue(planner.plan(two, 9356, free));
    assertEquals("9356:1", text(two.plan));
    assertEquals(9362, two.realEnd);
    assertEquals(9596, two.end);
    assertEquals("9356:127 9596:128", text(free));
    assertTrue(planner.plan(four, 9356, free));
    assertEquals("9356:0 9596:1", text(four.plan));
    assertEquals(10_944, four.realEnd);
    assertEquals("9356:127 11036:128", text(free));
    assertTrue(planner.plan(three, 9356, free));
    assertEquals("9356:0 11036:1", text(three.plan));
    assertEquals(21_860, three.realEnd);
    assertEquals(22_076, three.end);
    assertEquals("9356:127 22076:128", text(free));

    two.gpus = 1;
    List<Job> order = new ArrayList<>(List.of(two, four, three));
    List<String> taken = new ArrayList<>();
    new Greedy(planner, new Slots(240))
        .share(
            order,
            9356,
            free,
            127,
            Events.ofArrivals(List.of()),
            job -> taken.add(job.row + ":" + job.gpus));
    assertEquals(
        List.of(
            "4:1", "3:1", "2:2", "2:4", "2:8", "2:16", "2:32", "3:2", "3:4", "3:8", "3:16", "3:32",
            "3:64", "4:2", "4:4", "4:8", "4:16", "4:32"),
        taken);
    assertEquals(0, free.at(9356));
  }

  /**
   * Two GPUs add half as much as the first, four add nothing: by the artifact's rule, which prefers
   * what costs more GPU time, that is no reason to stop, so the only job takes all four.
   */
  @Test
  void aCurveThatBendsIsGivenItsUselessGpusByTheArtifact() {
    ElasticPlanner planner = new ElasticPlanner(4, new Slots(10));
    Job job = SampleJobs.elastic(0, 60, 1000, SampleJobs.bending());
    Steps free = free(4);
    planner.plan(job, 0, free);
    job.gpus = 1;
    new Greedy(planner, new Slots(10))
        .share(new ArrayList<>(List.of(job)), 0, free, 3, Events.ofArrivals(List.of()), _ -> {});
    assertEquals(4, job.gpus);
    assertEquals(40, job.end);
  }
}
