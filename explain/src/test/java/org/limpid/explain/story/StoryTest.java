package org.limpid.explain.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.limpid.data.Forecast;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.lucid.Candidate;
import org.limpid.simulation.policy.lucid.Refusals;
import org.limpid.simulation.policy.lucid.SharingMode;
import org.limpid.simulation.policy.lucid.SharingRefused;
import org.limpid.simulation.policy.lucid.SharingSwitched;
import org.limpid.simulation.waiting.WaitCause;

/** Stories of one or two nodes with 4 GPUs, worked out by hand. */
class StoryTest {
  private static List<String> labels(Story story) {
    return story.events().stream().map(StoryEvent::label).toList();
  }

  private static List<String> waits(Story story) {
    return story.segments().stream()
        .map(segment ->
            "%s %d-%d".formatted(segment.cause(), segment.fromSecond(), segment.toSecond()))
        .toList();
  }

  private static <T extends StoryEvent> T event(Story story, Class<T> kind) {
    return story.events().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Segment.Cluster scene(Story story, int segment) {
    return story.segments().get(segment).scene().orElseThrow();
  }

  /**
   * One node. Job 0 has 3 GPUs until 100; job 1 wants 4 and blocks job 2, which wants the GPU that
   * is free. At 100 job 1 starts, until 150; then job 2.
   */
  private static StoryCase blockedQueue() {
    return new StoryCase(1).job(0, 3, 100).job(10, 4, 50).job(20, 1, 30);
  }

  @Test
  void strictOrderMakesOthersWaitBehindTheHead() {
    StoryCase.Run run = blockedQueue().run("fifo");
    assertEquals(List.of("cluster_full 10-100"), waits(run.story(1)));
    Story last = run.story(2);
    assertEquals(List.of("head_of_line 20-100", "cluster_full 100-150"), waits(last));
    assertEquals(List.of("queued", "waited", "waited", "started", "ended"), labels(last));
    assertEquals(
        List.of(new Segment.Blocker(new JobName(1, "b", 4), 80)), scene(last, 0).blockers());
    assertEquals(130, last.queueSeconds());
    assertEquals(80L, last.waits().get(WaitCause.HEAD_OF_LINE));
    assertEquals(50L, last.waits().get(WaitCause.CLUSTER_FULL));
  }

  @Test
  void holdersAreTheJobsThatHadTheGpus() {
    Segment.Cluster scene = scene(blockedQueue().run("fifo").story(1), 0);
    // Job 0 holds 3 GPUs for 90 s; one GPU is free.
    assertEquals(
        List.of(new Segment.Holder(new JobName(0, "a", 3), 0, false, 270)), scene.holders());
    assertEquals(0, scene.moreHolders());
    assertEquals(List.of(1, 1), List.of(scene.leastFreeGpus(), scene.mostFreeGpus()));
    assertEquals(List.of(new Segment.FreeNodes(1, 1)), scene.freeNodes());
    assertEquals(4, scene.gpus());
  }

  @Test
  void placeInTheQueueNamesThoseBefore() {
    StoryEvent.Queued queued = event(blockedQueue().run("fifo").story(2), StoryEvent.Queued.class);
    assertEquals(
        new StoryEvent.Queued(
            20,
            1,
            0,
            1,
            List.of(new StoryEvent.QueuedJob(new JobName(1, "b", 4), 0)),
            4,
            Optional.empty()),
        queued);
  }

  /** With backfill job 2 takes the free GPU at once. Job 3 wants 1, too, and has to wait for it. */
  @Test
  void backfillLetsLaterJobsPass() {
    StoryCase.Run run = blockedQueue().job(30, 1, 200).run("fifo-backfill");
    assertEquals(List.of(), waits(run.story(2)));
    // At 50 job 3 takes the GPU of job 2 and keeps it until 250. Before it came and between, job 1
    // had only one GPU; from 100 on the GPU of a later job is all that it lacks.
    Story passed = run.story(1);
    assertEquals(List.of("cluster_full 10-100", "overtaken 100-250"), waits(passed));
    assertEquals(2, passed.overtakenBy());
    assertEquals(
        List.of(new Segment.Holder(new JobName(3, "d", 1), 50, true, 150)),
        scene(passed, 1).holders());
    assertEquals(List.of("cluster_full 30-50"), waits(run.story(3)));
  }

  /** Two nodes with jobs of 3 GPUs, or of 2 and 3: what is free is not on one node. */
  @Test
  void freeGpusOnDifferentNodesAreFragments() {
    StoryCase.Run run =
        new StoryCase(2).job(0, 3, 100).job(0, 3, 60).job(10, 4, 10).job(70, 1, 100).run("fifo");
    // From 10 to 60 a GPU is free on each node: too few. At 60 job 1 ends and job 2 starts there.
    assertEquals(List.of("cluster_full 10-60"), waits(run.story(2)));
    StoryCase.Run spread = new StoryCase(2).job(0, 2, 100).job(0, 3, 60).job(10, 3, 10).run("fifo");
    // 2 + 1 GPUs are free, enough for job 2, but not on one node.
    Story story = spread.story(2);
    assertEquals(List.of("fragmented 10-60"), waits(story));
    assertEquals(
        List.of(new Segment.FreeNodes(1, 2), new Segment.FreeNodes(1, 1)),
        scene(story, 0).freeNodes());
  }

  /**
   * SRTF: job 0 (100 s, 4 GPUs) is preempted at 20 by job 1 (30 s) and goes on at 50 with 80 s and
   * 40 s for the checkpoint left.
   */
  @Test
  void preemptionNamesWhoTookTheGpus() {
    StoryCase.Run run = new StoryCase(1).job(0, 4, 100).job(20, 4, 30).run("srtf");
    Story story = run.story(0);
    assertEquals(
        List.of("queued", "started", "preempted", "queued", "waited", "started", "ended"),
        labels(story));
    assertEquals(
        new StoryEvent.Preempted(20, Optional.of(new JobName(1, "b", 4)), 20),
        event(story, StoryEvent.Preempted.class));
    assertEquals(List.of("overtaken 20-50"), waits(story));
    assertEquals(1, story.preemptions());
    assertEquals(170, story.endSecond());
    assertEquals(List.of(), waits(run.story(1)));
  }

  /** Tiresias decides every minute: job 0 waits from 10 to 60 although the node is idle. */
  @Test
  void schedulersThatDecideAtSetTimesAreOverhead() {
    Story story = new StoryCase(1).job(10, 1, 100).run("tiresias").story(0);
    assertEquals(List.of("overhead 10-60"), waits(story));
  }

  /**
   * Job 0 waits 40 s for the profiler, is there for 100 s, and then waits for job 1, which came
   * into the queue at 20, until 300.
   */
  @Test
  void profilerComesBeforeTheVirtualCluster() {
    StoryCase.Run run =
        new StoryCase(1).job(10, 4, 500).profiled(50, 150).job(20, 4, 280, 10).run("lucid");
    Story story = run.story(0);
    assertEquals(
        List.of("waited", "profiled", "queued", "waited", "started", "ended"), labels(story));
    assertEquals(List.of("profiler 10-50", "cluster_full 150-300"), waits(story));
    assertEquals(
        new StoryEvent.Profiled(50, 40, 150, false), event(story, StoryEvent.Profiled.class));
    assertEquals(
        OptionalDouble.of(500), OptionalDouble.of(story.estimate().orElseThrow().seconds()));
    assertEquals(List.of(), story.remarks());
  }

  @Test
  void jobThatEndsInTheProfilerHasNoOtherStory() {
    Story story = new StoryCase(1).job(10, 1, 20).profiled(30, 50).run("lucid").story(0);
    assertEquals(List.of("waited", "profiled", "ended"), labels(story));
    assertEquals(List.of("profiler 10-30"), waits(story));
    assertEquals(Optional.empty(), story.estimate());
  }

  /** In reference mode both waits count from the submission at 10, as in the artifact. */
  @Test
  void referenceModeCountsTheTimeOfTheProfilerTwice() {
    Story story =
        new StoryCase(1)
            .job(0, 4, 200, 10)
            .job(10, 4, 500)
            .profiled(50, 150)
            .semantics(Semantics.reference())
            .run("lucid")
            .story(1);
    // Job 0 is found finished at 201.
    assertEquals(40 + 191, story.queueSeconds());
    assertEquals(40L, story.waits().get(WaitCause.PROFILER));
    assertEquals(1, story.remarks().size());
  }

  /**
   * Two nodes. Job 1 wants both; the idle one is lent from 50 to 150, job 0 ends at 100. The node
   * comes back when all is decided for that second, so that job 1 starts one second later.
   */
  @Test
  void lentNodesAreMissing() {
    Story story =
        new StoryCase(2)
            .job(0, 3, 100)
            .job(10, 8, 20)
            .loan(50, 1)
            .loan(150, -1)
            .run("lucid")
            .story(1);
    assertEquals(List.of("cluster_full 10-150", "overhead 150-151"), waits(story));
    assertEquals(new StoryEvent.NodeLent(50, 4), event(story, StoryEvent.NodeLent.class));
    assertEquals(new StoryEvent.NodeReturned(150, 8), event(story, StoryEvent.NodeReturned.class));
    assertEquals(8, scene(story, 0).gpus());
  }

  private static SharingRefused refused(Story story) {
    return note(story, SharingRefused.class);
  }

  private static <T> T note(Story story, Class<T> kind) {
    return story.events().stream()
        .filter(StoryEvent.Noted.class::isInstance)
        .map(event -> ((StoryEvent.Noted) event).note())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static SharingRefused refused(StoryCase jobs, int job) {
    Story story = jobs.sharing(SharingMode.ALWAYS).run("lucid").story(job);
    return refused(story);
  }

  /** One node, full. Together 6,000 + 4,000 MiB are not less than 10,000. */
  @Test
  void sharingIsRefusedForMemory() {
    SharingRefused refused =
        refused(new StoryCase(1).job(0, 4, 100, 100, 6_000, 0).job(10, 4, 50, 50, 4_000, 0), 1);
    assertEquals(new Refusals(0, 1, 0, 0, 0), refused.counts());
    assertEquals(
        List.of(
            new Candidate(
                new JobName(0, "a", 4), Candidate.Rule.MEMORY, 0, OptionalDouble.of(10_000), 0.5)),
        refused.candidates());
    assertEquals(10_000, refused.memoryLimitMib().orElseThrow());
  }

  /** Share scores 2 + 1 exceed the limit of 2. */
  @Test
  void sharingIsRefusedForDisturbance() {
    SharingRefused refused =
        refused(new StoryCase(1).job(0, 4, 100, 100, 100, 2).job(10, 4, 50, 50, 200, 1), 1);
    assertEquals(new Refusals(0, 0, 1, 0, 0), refused.counts());
    assertEquals(3, refused.candidates().getFirst().shareScoreSum());
    assertEquals(refused.counts(), refused.recounted());
  }

  /** GPU time of 4 x 201 s is more than twice 4 x 100 s. */
  @Test
  void sharingIsRefusedForPriority() {
    SharingRefused refused =
        refused(new StoryCase(1).job(0, 4, 100, 100, 100, 0).job(10, 4, 201, 201, 100, 0), 1);
    assertEquals(new Refusals(0, 0, 0, 1, 0), refused.counts());
    assertEquals(2.01, refused.candidates().getFirst().priorityRatio());
    assertEquals(refused.counts(), refused.recounted());
  }

  /** Job 1 joins job 0, so that neither is open to job 2. */
  @Test
  void sharingIsRefusedByThoseWhoShare() {
    StoryCase jobs =
        new StoryCase(1)
            .job(0, 4, 100, 100, 100, 0)
            .job(10, 4, 50, 50, 100, 0)
            .job(20, 4, 50, 50, 100, 0);
    SharingRefused refused = refused(jobs, 2);
    assertEquals(new Refusals(2, 0, 0, 0, 0), refused.counts());
    assertEquals(refused.counts(), refused.recounted());
    StoryCase.Run run = jobs.run("lucid");
    // Job 1 ends at 60, job 2 takes its place.
    assertEquals(
        List.of(
            "queued", "sharing-switched", "started", "joined", "partner-ended", "joined", "ended"),
        labels(run.story(0)));
    assertEquals(List.of("cluster_full 20-60"), waits(run.story(2)));
  }

  @Test
  void withoutTheDataMemoryIsNotGuessed() {
    StoryCase.Run run =
        new StoryCase(1)
            .job(0, 4, 100, 100, 6_000, 0)
            .job(10, 4, 50, 50, 4_000, 0)
            .sharing(SharingMode.ALWAYS)
            .run("lucid");
    SharingRefused refused = refused(run.story(1, false));
    Candidate candidate = refused.candidates().getFirst();
    assertEquals(Candidate.Rule.MEMORY_OR_LATER, candidate.rule());
    assertTrue(candidate.memoryMib().isEmpty() && refused.memoryLimitMib().isEmpty());
  }

  /**
   * Slots of ten minutes. At 0 the mean of the next five is 1 job, at 600 it is (1 + 1 + 1 + 1 +
   * 16) / 5 = 4, so that sharing is switched on and job 1 joins job 0.
   */
  @Test
  void switchOfSharingHasTheForecastBehindIt() {
    long[] seconds = {600, 1200, 1800, 2400, 3000, 3600};
    double[] slots = {1, 1, 1, 1, 1, 16};
    Story story =
        new StoryCase(1)
            .job(0, 4, 2_000)
            .job(10, 4, 1_500)
            .sharing(SharingMode.PREDICTED)
            .forecast(new Forecast(seconds, slots, new double[slots.length]))
            .run("lucid")
            .story(1);
    assertEquals(List.of("cluster_full 10-600"), waits(story));
    assertEquals(new SharingSwitched(600, true, 4), note(story, SharingSwitched.class));
    StoryEvent.StartedShared shared = event(story, StoryEvent.StartedShared.class);
    assertEquals(new JobName(0, "a", 4), shared.hosts().getFirst().job());
    assertEquals(600, shared.second());
  }
}
