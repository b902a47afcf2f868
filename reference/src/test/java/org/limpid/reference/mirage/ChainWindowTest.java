package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.limpid.reference.mirage.ChainSample.FeatureTime;

final class ChainWindowTest {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;
  private static final BatchSettings SETTINGS = BatchSettings.ofNodes(4);

  private static BatchJob job(String id, long submit, int nodes, long limit, long run) {
    return new BatchJob(id, submit, nodes, limit, run);
  }

  private static ChainWindow window(List<BatchJob> jobs, int nodes) {
    return new ChainWindow(BatchLog.of(SETTINGS, jobs), 0, nodes);
  }

  /**
   * Four nodes. A job holds all of them from an hour before the predecessor comes (2 d) to an hour
   * after, so that it starts at 2 d + 1 h and ends at 4 d + 1 h. The next submission is that of a
   * job of three nodes at 2 d + 2 h: then two jobs have started, which waited 0 and 60 minutes, and
   * it is the one that waits. It starts at once and runs to its limit of two days and four hours,
   * up to 4 d + 6 h. At 4 d a job of two nodes comes and waits for it, with its 50 points in front
   * of a successor submitted later.
   */
  private static final List<BatchJob> BUSY =
      List.of(
          job("5000000", 2 * DAY - HOUR, 4, 2 * HOUR, 2 * HOUR),
          job("5000001", 2 * DAY + 2 * HOUR, 3, 2 * DAY + 4 * HOUR, 2 * DAY + 4 * HOUR),
          job("5000002", 4 * DAY, 2, 10 * HOUR, 10 * HOUR));

  @Test
  void aBusyWindowByHand() {
    ChainWindow window = window(BUSY, 1);
    assertEquals(2 * DAY + 60, window.lower());
    assertEquals(4 * DAY + HOUR, window.upper());
    assertEquals(30, window.waitMinutes());
    assertEquals(1, window.queueLength());
  }

  /**
   * Reactive: at 4 d + 1 h the predecessor's node is free, but the job of two nodes is the head;
   * the successor asks for 48 h, beyond 4 d + 6 h, where that gets two of four nodes: the pass of
   * then starts the successor at once. Half an hour before it the node is still held by the
   * predecessor, up to the same moment.
   */
  @Test
  void outcomesCountFromTheEndOfThePredecessor() {
    ChainWindow window = window(BUSY, 1);
    assertEquals(
        new ChainOutcome(4 * DAY + HOUR, 2 * DAY + HOUR, 4 * DAY + HOUR), window.reactive());
    assertEquals(0, window.reactive().interruptionSeconds());
    assertEquals(4 * DAY + HOUR / 2, window.average().submitSecond());
    assertEquals(0, window.average().interruptionSeconds());
  }

  /** Nobody else: submitted 30 h after the start it starts then, 18 h too early. */
  @Test
  void anEarlySuccessorOverlaps() {
    ChainWindow window = window(List.of(), 2);
    assertEquals(4 * DAY, window.upper());
    assertEquals(0, window.queueLength());
    assertEquals(-18 * HOUR, window.submit(2 * DAY + 30 * HOUR).interruptionSeconds());
  }

  @Test
  void probesLieFromTheFirstMinuteToTheEnd() {
    ChainWindow window = window(List.of(), 1);
    List<Long> probes = window.probes(7);
    assertEquals(7, probes.size());
    assertEquals(2 * DAY + 60, probes.getFirst());
    assertEquals(3 * DAY, probes.get(3));
    assertEquals(4 * DAY, probes.getLast());
  }

  /** After a day of the predecessor, alone on the cluster. */
  @Test
  void featuresAreStatesAndWhatIsKnownOfTheChain() {
    ChainSample sample =
        window(List.of(), 1).samples(List.of(3 * DAY), FeatureTime.AT_SUBMISSION).getFirst();
    assertEquals(42, ChainSample.names().size());
    assertEquals("predecessor_elapsed_s", ChainSample.names().get(37));
    assertEquals(144, sample.features().length);
    double[] expected = new double[42];
    expected[17] = 1; // running: one job on one node with a limit of 2880 min
    expected[18] = 1;
    for (int quantile = 0; quantile < 5; quantile++) {
      expected[19 + quantile] = 2880;
      expected[29 + quantile] = 86_400;
    }
    System.arraycopy(new double[] {2880, 1, 0, 86_400, 2880, 1, 0, 0}, 0, expected, 34, 8);
    assertArrayEquals(expected, sample.features()[143]);
    assertEquals(600, sample.features()[0][29]);
    assertEquals(-DAY, sample.outcome().interruptionSeconds());
  }

  /**
   * Quantiles between 10, 20 and 40 minutes of limits of three jobs that wait behind a large one.
   */
  @Test
  void quantilesAreInterpolated() {
    SeenJobs seen = new SeenJobs(3);
    for (int minutes : new int[] {40, 10, 20}) {
      seen.add(job("1", 0, 2, minutes * 60L, 0), minutes, 0);
    }
    double[] numbers = new double[SeenJobs.NUMBERS];
    seen.write(numbers, 0);
    assertArrayEquals(
        new double[] {3, 6, 10, 15, 20, 30, 40, 10, 15, 20, 30, 40, 0, 0, 0, 0, 0}, numbers);
  }

  private static List<BatchJob> random(long seed) {
    Random random = new Random(seed);
    List<BatchJob> jobs = new ArrayList<>();
    for (int id = 0; id < 80; id++) {
      int limit = 1 + random.nextInt(12 * 60);
      jobs.add(
          job(
              Integer.toString(2_000_000 + id),
              random.nextInt((int) (5 * DAY)),
              1 + random.nextInt(4),
              limit * 60L,
              random.nextInt(limit * 60)));
    }
    return jobs;
  }

  @Test
  void samplesHaveTheOutcomesOfSimulationsOfTheirOwn() {
    for (int seed = 0; seed < 10; seed++) {
      ChainWindow window = window(random(seed), 1 + seed % 4);
      List<Long> probes = window.probes(5);
      for (FeatureTime time : FeatureTime.values()) {
        List<ChainOutcome> outcomes =
            window.samples(probes, time).stream().map(ChainSample::outcome).toList();
        assertEquals(probes.stream().map(window::submit).toList(), outcomes);
      }
    }
  }

  /**
   * Another future: after the submission come other jobs, and jobs that still run then run for as
   * long as they may.
   */
  @Test
  void noFutureIsSeen() {
    int differs = 0;
    for (int seed = 0; seed < 10; seed++) {
      List<BatchJob> jobs = random(seed);
      ChainWindow window = window(jobs, 1);
      long now = window.probes(5).get(3);
      ChainWindow other = window(changed(jobs, now), 1);
      ChainSample seen = window.samples(List.of(now), FeatureTime.AT_SUBMISSION).getFirst();
      ChainSample changed = other.samples(List.of(now), FeatureTime.AT_SUBMISSION).getFirst();
      for (int row = 0; row < seen.features().length; row++) {
        assertArrayEquals(seen.features()[row], changed.features()[row]);
      }
      differs += seen.outcome().equals(changed.outcome()) ? 0 : 1;
    }
    assertNotEquals(0, differs);
  }

  /**
   * The busy window a minute after 4 d: the job of three nodes runs up to its limit at 4 d + 6 h,
   * that of two nodes, which has waited for a minute, asks for 10 h. Three jobs have started, which
   * waited 0, 60 and 0 minutes. The plan gives the one that waits its nodes at 4 d + 6 h, and a
   * successor the node of the predecessor, free in 59 minutes: the slot that begins in an hour.
   */
  @Test
  void aMomentByHand() {
    List<ChainMoment> asked = new ArrayList<>();
    ChainOutcome outcome =
        window(BUSY, 1)
            .follow(moment -> {
              asked.add(moment);
              return moment.queueJobs() > 0;
            });
    assertEquals(
        new ChainMoment(4 * DAY + 60, 59 * 60, 1, 1, 2, 20 * HOUR, 60, 20, 0, HOUR),
        asked.getLast());
    assertEquals(4 * DAY + 60, outcome.submitSecond());
    assertEquals(2 * DAY + HOUR + 60, asked.getFirst().second());
    assertEquals(600, asked.get(1).second() - asked.getFirst().second());
  }

  /** Whoever never says so submits when the predecessor ends. */
  @Test
  void theEndOfThePredecessorIsTheLatestSubmission() {
    ChainWindow window = window(random(2), 2);
    assertEquals(window.reactive(), window.follow(_ -> false));
  }

  @Test
  void waitsAreThoseOfSimulationsOfTheirOwn() {
    ChainWindow window = window(random(5), 2);
    List<ChainWait> waits = window.waits(7);
    assertEquals(window.upper(), waits.getLast().moment().second());
    for (ChainWait wait : waits) {
      ChainOutcome outcome = window.submit(wait.moment().second());
      assertEquals(outcome.successorStart() - outcome.submitSecond(), wait.waitSeconds());
    }
  }

  /** What is shown beside a moment changes neither the moments nor what comes of them. */
  @Test
  void statesAreSeenWithoutAnEffect() {
    ChainWindow window = window(random(7), 2);
    List<ChainWait> waits = window.waits(7);
    List<SightedWait> sighted = window.sightedWaits(7);
    for (int i = 0; i < waits.size(); i++) {
      assertEquals(waits.get(i).moment(), sighted.get(i).sight().moment());
      assertEquals(waits.get(i).waitSeconds(), sighted.get(i).waitSeconds());
    }
    Predicate<ChainMoment> policy = moment -> moment.hashCode() % 20 == 0;
    assertEquals(window.follow(policy), window.followSeeing(sight -> policy.test(sight.moment())));
    assertEquals(0, ChainSight.of(waits.getFirst().moment()).window().length);
  }

  /** The window of a sight is that of a sample with the same submission. */
  @Test
  void sightsHaveTheFeaturesOfSamples() {
    ChainWindow window = window(random(8), 2);
    List<SightedWait> sighted = window.sightedWaits(5);
    List<Long> seconds = sighted.stream().map(wait -> wait.sight().moment().second()).toList();
    List<ChainSample> samples = window.samples(seconds, FeatureTime.AT_SUBMISSION);
    for (int i = 0; i < samples.size(); i++) {
      double[][] features = samples.get(i).features();
      assertEquals(ChainWindow.HISTORY, features.length);
      assertArrayEquals(features, sighted.get(i).sight().window());
    }
  }

  /** A policy that looks at all 6,048 numbers decides alike when what comes later is another. */
  @Test
  void statesDoNotKnowTheFuture() {
    List<BatchJob> jobs = random(4);
    ChainWindow window = window(jobs, 1);
    long now = window.probes(5).get(3);
    ChainWindow other = window(changed(jobs, now), 1);
    assertEquals(windowsUpTo(window, now), windowsUpTo(other, now));
    assertNotEquals(window.reactive(), other.reactive());
  }

  private static List<Integer> windowsUpTo(ChainWindow window, long now) {
    List<Integer> windows = new ArrayList<>();
    window.followSeeing(sight -> {
      windows.add(Arrays.deepHashCode(sight.window()));
      return sight.moment().second() + ChainWindow.DECISION_SECONDS > now;
    });
    return windows;
  }

  /** The policy looks at all it is told, so that any glimpse of the future would change it. */
  @Test
  void decisionsDoNotKnowTheFuture() {
    int differs = 0;
    for (int seed = 0; seed < 10; seed++) {
      List<BatchJob> jobs = random(seed);
      ChainWindow window = window(jobs, 1);
      long now = window.probes(5).get(3);
      ChainWindow other = window(changed(jobs, now), 1);
      assertEquals(momentsUpTo(window, now), momentsUpTo(other, now));
      Predicate<ChainMoment> policy =
          moment -> moment.second() + 599 >= now || moment.hashCode() % 50 == 0;
      ChainOutcome outcome = window.follow(policy);
      ChainOutcome changed = other.follow(policy);
      assertEquals(outcome.submitSecond(), changed.submitSecond());
      differs += outcome.equals(changed) ? 0 : 1;
    }
    assertNotEquals(0, differs);
  }

  private static List<ChainMoment> momentsUpTo(ChainWindow window, long now) {
    List<ChainMoment> moments = new ArrayList<>();
    window.follow(moment -> {
      moments.add(moment);
      return moment.second() + ChainWindow.DECISION_SECONDS > now;
    });
    return moments;
  }

  private static List<BatchJob> changed(List<BatchJob> jobs, long now) {
    List<BatchJob> past = new ArrayList<>(jobs);
    past.removeIf(job -> job.submitSecond() > now);
    past.add(job("1000000", 2 * DAY, 1, 2 * DAY, 2 * DAY));
    BatchLog log = BatchLog.of(SETTINGS, past);
    BatchSimulator simulator = new BatchSimulator(SETTINGS, log.jobs(), 0);
    simulator.runTo(now);
    List<BatchJob> changed = new ArrayList<>();
    for (int index = 0; index < past.size(); index++) {
      BatchJob job = log.jobs().get(index);
      long start = simulator.startSecond(index);
      boolean isOver = start != BatchSimulator.NEVER && start + job.runSeconds() <= now;
      if (!job.id().equals("1000000")) {
        changed.add(isOver ? job : withRun(job));
      }
    }
    for (int id = 0; id < 20; id++) {
      changed.add(job("3" + id, now + 60 + id * 900, 4, DAY, DAY));
    }
    return changed;
  }

  /** Runs for as long as it may. */
  private static BatchJob withRun(BatchJob job) {
    return job(job.id(), job.submitSecond(), job.nodes(), job.limitSeconds(), job.limitSeconds());
  }

  @Test
  void theStartTellsWhatTheSubmissionDoesNot() {
    ChainWindow window = window(random(3), 4);
    List<Long> probes = window.probes(5);
    List<ChainSample> atStart = window.samples(probes, FeatureTime.AT_START);
    List<ChainSample> before = window.samples(probes, FeatureTime.AT_SUBMISSION);
    boolean differs = false;
    for (int i = 0; i < probes.size(); i++) {
      differs |= atStart.get(i).features()[143][0] != before.get(i).features()[143][0];
    }
    assertTrue(differs);
  }
}
