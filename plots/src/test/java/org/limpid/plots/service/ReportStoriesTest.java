package org.limpid.plots.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.explain.story.Segment;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.plots.jobs.JobStory.Activity;
import org.limpid.plots.jobs.JobStory.Phase;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

final class ReportStoriesTest {
  private static final JobName OTHER = new JobName(7, "bob", 2);

  private static StoryEvent waited(WaitCause cause, long from, long to) {
    return new StoryEvent.Waited(new Segment(cause, from, to, Optional.empty()));
  }

  private static Story story(long queue, Map<WaitCause, Long> waits, StoryEvent... events) {
    return new Story(
        "lucid",
        new JobName(1, "ann", 2),
        "v",
        0,
        500,
        queue,
        0,
        0,
        Optional.empty(),
        waits,
        List.of(events),
        List.of());
  }

  private static Phase run(long from, long to, Activity activity, String note) {
    return new Phase(from, to, activity, Optional.empty(), note);
  }

  private static Phase wait(long from, long to, WaitCause cause) {
    return new Phase(from, to, Activity.WAITING, Optional.of(cause), "");
  }

  /** Waits 10 s for the profiler and 70 s later; runs beside job 7, alone, and beside it again. */
  @Test
  void phasesFollowTheEvents() {
    Story story =
        story(
            80,
            Map.of(WaitCause.PROFILER, 10L, WaitCause.CLUSTER_FULL, 70L),
            waited(WaitCause.PROFILER, 0, 10),
            new StoryEvent.Profiled(10, 10, 30, false),
            waited(WaitCause.CLUSTER_FULL, 30, 100),
            new StoryEvent.StartedShared(
                100, 1, 1, 0.9, List.of(new StoryEvent.Host(OTHER, 1, 0.8))),
            new StoryEvent.PartnerEnded(200, OTHER, 0),
            new StoryEvent.Joined(300, OTHER, 0.9),
            new StoryEvent.Ended(500));
    assertEquals(
        List.of(
            wait(0, 10, WaitCause.PROFILER),
            run(10, 30, Activity.PROFILING, ""),
            wait(30, 100, WaitCause.CLUSTER_FULL),
            run(100, 200, Activity.SHARING, "with job 7"),
            run(200, 300, Activity.RUNNING, ""),
            run(300, 500, Activity.SHARING, "with job 7")),
        ReportStories.phases(story));
  }

  @Test
  void preemptedJobsWaitBetweenTheirRuns() {
    Story story =
        story(
            20,
            Map.of(WaitCause.OVERTAKEN, 20L),
            new StoryEvent.Started(0, 0, 1),
            new StoryEvent.Preempted(50, Optional.empty(), 50),
            waited(WaitCause.OVERTAKEN, 50, 70),
            new StoryEvent.Started(70, 1, 1),
            new StoryEvent.Ended(500));
    assertEquals(
        List.of(
            run(0, 50, Activity.RUNNING, ""),
            wait(50, 70, WaitCause.OVERTAKEN),
            run(70, 500, Activity.RUNNING, "")),
        ReportStories.phases(story));
  }

  /** In reference mode the wait in the virtual cluster counts from the submission, too. */
  @Test
  void phasesThatOverlapAreNotShown() {
    Story story =
        story(
            40,
            Map.of(WaitCause.PROFILER, 10L, WaitCause.CLUSTER_FULL, 30L),
            waited(WaitCause.CLUSTER_FULL, 0, 30),
            waited(WaitCause.PROFILER, 0, 10),
            new StoryEvent.Started(30, 1, 1),
            new StoryEvent.Ended(500));
    assertEquals(List.of(), ReportStories.phases(story));
  }

  @Test
  void longStoriesKeepTheirBeginningAndTheirEnd() {
    List<String> sentences = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
    List<String> shown = ReportStories.shortened(sentences);
    assertEquals(sentences.subList(0, 25), shown.subList(0, 25));
    assertEquals("10 sentences left out here; 'limpid explain job' has them all.", shown.get(25));
    assertEquals(sentences.subList(35, 40), shown.subList(26, 31));
    assertEquals(sentences.subList(0, 30), ReportStories.shortened(sentences.subList(0, 30)));
  }
}
