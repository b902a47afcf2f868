package org.limpid.simulation.policy.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.limpid.data.ScalingCurve;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.scaling.JobSpeeds;
import org.limpid.simulation.policy.scaling.ScalingCost;

/** Plans on paper, on a cluster of four GPUs. */
class PlannerTest {
  /** On 2 GPUs 1.6 times, on 4 GPUs 2 times as fast as on one. */
  private static final JobSpeeds BENT =
      JobSpeeds.of(
          ScalingCurve.of("net", 64, 4, new int[] {1, 2, 4}, new double[] {1, 1.6, 2}), 1, 4);

  private static final JobSpeeds LINEAR =
      JobSpeeds.of(
          ScalingCurve.of("net", 64, 4, new int[] {1, 2, 4}, new double[] {1, 2, 4}), 1, 4);

  private final Planner free = new Planner(cost(0));
  private final Planner usual = new Planner(cost(100));

  private static ScalingCost cost(int percent) {
    return ScalingCost.of(Settings.NONE.with(ScalingCost.PERCENT, percent), 4);
  }

  private static Claim claim(int job, JobSpeeds speeds, double work, int held, long deadline) {
    return new Claim(job, speeds, work, held, deadline);
  }

  private static String share(Optional<Share> found) {
    return found
        .map(share ->
            "%d after %d at %d; %s"
                .formatted(share.gpus(), share.before(), share.raisedAt(), share.plan()))
        .orElse("none");
  }

  /** 100 s of work: one GPU takes until 100, two until 62.5, four until 50. */
  @Test
  void theSmallestShareThatKeepsTheDeadline() {
    FreeGpus all = new FreeGpus(0, 4);
    assertEquals(
        "1 after 0 at 0; 0: 1, end 100", share(free.leastShare(claim(0, BENT, 100, 0, 100), all)));
    assertEquals(
        "2 after 1 at 0; 0: 2, end 63", share(free.leastShare(claim(0, BENT, 100, 0, 99), all)));
    assertEquals(
        "4 after 2 at 0; 0: 4, end 50", share(free.leastShare(claim(0, BENT, 100, 0, 50), all)));
    assertEquals("none", share(free.leastShare(claim(0, BENT, 100, 0, 49), all)));
  }

  /**
   * A start costs 4 s on one GPU, 6 s on two and 8 s on four, unless the job has just these. On two
   * GPUs it is then done at 6 + 62.5; on four at 8 + 50.
   */
  @Test
  void aShareCountsWhatChangesCost() {
    FreeGpus all = new FreeGpus(0, 4);
    assertEquals(
        "2 after 1 at 0; 0: 2, end 69", share(usual.leastShare(claim(0, BENT, 100, 0, 103), all)));
    assertEquals(
        "1 after 0 at 0; 0: 1, end 100", share(usual.leastShare(claim(0, BENT, 100, 1, 103), all)));
    assertEquals("none", share(usual.leastShare(claim(0, BENT, 100, 0, 57), all)));
  }

  /**
   * Two GPUs are free until 50, and four from then on. Until 80 two GPUs do 1.6 x 80 = 128, so one
   * is enough for 100 only if raised: 50 by 50, and 1.6 x 30 = 48 more is not enough, so two have
   * to do it from the start. For 90 of work the raise at 50 is enough: 50 and 40 / 1.6 = 25 s.
   */
  @Test
  void aShareIsRaisedAsLateAsPossible() {
    FreeGpus rising = new FreeGpus(0, 4);
    rising.add(0, 50, -2);
    assertEquals(
        "2 after 1 at 0; 0: 2, end 63", share(free.leastShare(claim(0, BENT, 100, 0, 80), rising)));
    assertEquals(
        "2 after 1 at 50; 0: 1, 50: 2, end 75",
        share(free.leastShare(claim(0, BENT, 90, 0, 80), rising)));
  }

  /** With 4 s for a raise to one GPU and 6 s to two: 50 - 4 by 50, then 44 / 1.6 after 6 s. */
  @Test
  void aRaiseCosts() {
    FreeGpus rising = new FreeGpus(0, 4);
    rising.add(0, 50, -2);
    assertEquals(
        "2 after 1 at 50; 0: 1, 50: 2, end 84",
        share(usual.leastShare(claim(0, BENT, 90, 0, 90), rising)));
  }

  /** Where no GPU is free the job waits; where one is, it gets it though its share is two. */
  @Test
  void aJobGetsWhatIsFree() {
    FreeGpus bumpy = new FreeGpus(0, 4);
    bumpy.add(0, 10, -4);
    bumpy.add(10, 20, -3);
    assertEquals(
        "2 after 1 at 20; 0: 0, 10: 1, 20: 2, end 45",
        share(free.leastShare(claim(0, BENT, 50, 0, 48), bumpy)));
    assertEquals(
        "0: 0, 10: 1, 20: 4, end 40", free.soonest(claim(0, BENT, 50, 0, 1), bumpy).toString());
  }

  /**
   * Three jobs on paper, the most urgent first. A: 60 s until 60 gets one GPU. B: 120 s until 100
   * needs two, but only from 60 on, when 60 are left: 37.5 s. That leaves two GPUs until 98. C has
   * 120 s, and two GPUs do 112 by 70: no. By 110 it is kept with two GPUs from the start; one until
   * 98 would do 98, and two 19.2 more.
   */
  @Test
  void threeJobsOnPaper() {
    Claim a = claim(0, BENT, 60, 0, 60);
    Claim b = claim(1, BENT, 120, 0, 100);
    Schedule two = new Schedule(free, List.of(a, b), new FreeGpus(0, 4));
    assertEquals("0: 1, end 60", two.plan(0).toString());
    assertEquals("0: 1, 60: 2, end 98", two.plan(1).toString());
    assertEquals("0: 2, 98: 4", two.free().toString());
    assertEquals("none", share(free.leastShare(claim(2, BENT, 120, 0, 70), two.free())));
    Claim c = claim(2, BENT, 120, 0, 110);
    Schedule three = new Schedule(free, List.of(a, b, c), new FreeGpus(0, 4));
    assertTrue(three.late().isEmpty());
    assertEquals("0: 2, end 75", three.plan(2).toString());
  }

  /** The first needs all GPUs until 50: the second is late, and gets them as soon as it can. */
  @Test
  void whoIsLateGetsWhatIsLeft() {
    Claim a = claim(0, BENT, 60, 0, 60);
    Claim c = claim(2, BENT, 100, 0, 50);
    Schedule schedule = new Schedule(free, List.of(c, a), new FreeGpus(0, 4));
    assertEquals("0: 4, end 50", schedule.plan(2).toString());
    assertTrue(schedule.isLate(0));
    assertEquals("0: 0, 50: 4, end 80", schedule.plan(0).toString());
  }

  /**
   * Each job alone. 400 s until 160 on four linear GPUs; another 400 s until 150 would make 800 of
   * the 640 that there are; 200 s until 150 are admitted, though they came later, and go first.
   */
  @Test
  void jobsAreAdmittedOneByOne() {
    Map<Integer, Claim> claims = new TreeMap<>();
    claims.put(0, claim(0, LINEAR, 400, 0, 160));
    claims.put(1, claim(1, LINEAR, 400, 0, 150));
    claims.put(2, claim(2, LINEAR, 200, 0, 150));
    Book book = new Book(free, claims::get);
    book.moveTo(0, 4);
    for (int job = 0; job < 3; job++) {
      Claim claim = claims.get(job);
      book.admissible(claim).ifPresent(found -> book.admit(claim, found));
    }
    assertEquals(List.of(0, 2), book.jobs());
    assertEquals("0: 2, end 100", book.plan(2).toString());
    assertEquals("0: 2, 100: 4, end 150", book.plan(0).toString());
    assertEquals("0: 0, 150: 4", book.free().toString());
  }

  /**
   * Job 0 has two GPUs until 200 and job 2 two until 100. 400 s until 150: with two GPUs from 100
   * on until 200 and then four it would be done at 250. One GPU more: 100 + 2 x 50 = 200 are too
   * little; with two more, 2 x 100 + 4 x 50 = 400 are enough. Without job 2 two GPUs do 300;
   * without both it needs 100 s, but then no deadline before 100 is kept on any number of GPUs.
   */
  @Test
  void whatWouldHaveBeenNeeded() {
    Map<Integer, Claim> claims = new TreeMap<>();
    claims.put(0, claim(0, LINEAR, 400, 2, 200));
    claims.put(2, claim(2, LINEAR, 200, 2, 150));
    Book book = new Book(free, claims::get);
    book.moveTo(0, 4);
    claims.values().forEach(claim -> book.admit(claim, book.admissible(claim).orElseThrow()));
    AdmissionDecision.Needed needed = Needs.of(book, free, claim(3, LINEAR, 400, 0, 150));
    assertEquals(250, needed.deadline().orElseThrow());
    assertEquals(2, needed.moreGpus().orElseThrow());
    assertEquals(2, needed.fewerJobs().orElseThrow());
    AdmissionDecision.Needed never = Needs.of(book, free, claim(3, LINEAR, 400, 0, 99));
    assertTrue(never.moreGpus().isEmpty() && never.fewerJobs().isEmpty());
  }

  /**
   * 100 s on one GPU until 100. With two GPUs until 30, when others need one of them, 48 are done,
   * and the rest takes 52 s. Where changes cost 6 and 4 s, it is 1.6 x 24 = 38.4 and 61.6 + 4.
   */
  @Test
  void moreNowMeansLessLater() {
    FreeGpus one = new FreeGpus(0, 3);
    one.add(30, Partition.NEVER, -3);
    Claim claim = claim(0, BENT, 100, 1, 200);
    Plan plan = free.soonest(claim, new FreeGpus(0, 1));
    assertEquals("0: 1, end 100", plan.toString());
    assertEquals("0: 2, 30: 1, end 82", free.widened(claim, plan, 2, one).orElseThrow().toString());
    assertEquals(
        "0: 2, 30: 1, end 96", usual.widened(claim, plan, 2, one).orElseThrow().toString());
  }

  /** 10 s of two GPUs do no more than the changes cost. */
  @Test
  void whatDoesNotPayIsLeft() {
    FreeGpus short10 = new FreeGpus(0, 3);
    short10.add(10, Partition.NEVER, -3);
    Claim claim = claim(0, BENT, 100, 1, 200);
    Plan plan = free.soonest(claim, new FreeGpus(0, 1));
    assertTrue(usual.widened(claim, plan, 2, short10).isEmpty());
    assertTrue(free.widened(claim, plan, 2, short10).isPresent());
  }

  /**
   * What is left goes where it lessens GPU time most: three GPUs, each job has one. A second GPU of
   * the linear job costs nothing, and so does the third and fourth; of the bent one it costs 12.5
   * GPU s for each of 50. Linear takes 2 then, and for 4 too few are left; the bent one gets one.
   */
  @Test
  void whatIsLeftGoesWhereTheCurveBendsLeast() {
    Map<Integer, Claim> claims = new TreeMap<>();
    claims.put(0, claim(0, BENT, 50, 1, 400));
    claims.put(1, claim(1, LINEAR, 100, 1, 400));
    Book book = new Book(free, claims::get);
    book.moveTo(0, 4);
    claims.values().forEach(claim -> book.admit(claim, book.admissible(claim).orElseThrow()));
    Claim waiting = claim(2, BENT, 100, 0, Partition.NEVER);
    assertEquals(Map.of(2, 1), Leftover.give(book, free, List.of(waiting)));
    assertEquals("0: 1, end 50", book.plan(0).toString());
    assertEquals("0: 2, end 50", book.plan(1).toString());
  }

  /** A move of one GPU costs 4 s, which the job needs at its end, too; by 103 it is not kept. */
  @Test
  void aMoveIsPaidForAtTheEnd() {
    FreeGpus three = new FreeGpus(0, 3);
    Plan plan = free.soonest(claim(0, BENT, 100, 1, 110), new FreeGpus(0, 1));
    assertEquals(
        "0: 1, end 104",
        usual.moved(claim(0, BENT, 100, 1, 110), plan, three).orElseThrow().toString());
    assertTrue(usual.moved(claim(0, BENT, 100, 1, 103), plan, three).isEmpty());
    three.add(102, 110, -3);
    assertTrue(usual.moved(claim(0, BENT, 100, 1, 110), plan, three).isEmpty());
  }
}
