package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Tells the stories of the jobs of one run under one policy. Safe for several threads.
 *
 * @param log the decisions of the policy
 * @param facts what became of the jobs
 * @param run how the policy was run
 * @param estimates where estimated durations came from, a sentence
 */
public record StoryTeller(
    String policy, DecisionLog log, JobTable facts, RunFacts run, String estimates) {
  /**
   * The story of a job.
   *
   * @param row its row in the trace
   * @throws IllegalStateException if decisions and jobs don't belong together
   */
  public Story tell(int row) {
    List<StoryEvent> events = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    log.profiling().ifPresent(profiling -> addProfiling(profiling, row, events));
    Optional<JobWatch> watched = watch(row);
    watched.ifPresent(watch -> events.addAll(watch.events()));
    events.sort(Comparator.comparingLong(StoryEvent::second));
    if (watched.isPresent() && waitsTwice(events)) {
      remarks.add(
          "As in the artifact, the wait in the virtual cluster counts from the submission, too,"
              + " although the job was in the profiler then.");
    }
    try {
      return story(row, watched, events, remarks);
    } catch (IllegalArgumentException mismatch) {
      throw new IllegalStateException(mismatch.getMessage(), mismatch);
    }
  }

  private void addProfiling(ProfiledJobs profiling, int row, List<StoryEvent> events) {
    if (row >= profiling.size()) {
      throw new IllegalStateException("it has %d jobs".formatted(profiling.size()));
    }
    if (!profiling.profiled()[row]) {
      return;
    }
    long start = profiling.startSeconds()[row];
    long end = profiling.endSeconds()[row];
    long waited = profiling.queueSeconds()[row];
    boolean ended = profiling.finished()[row];
    if (waited > 0) {
      Segment segment = new Segment(WaitCause.PROFILER, start - waited, start, Optional.empty());
      events.add(new StoryEvent.Waited(segment));
    }
    events.add(new StoryEvent.Profiled(start, waited, end, ended));
    if (ended) {
      events.add(new StoryEvent.Ended(end));
    }
  }

  private Optional<JobWatch> watch(int row) {
    for (PartitionLog partition : log.partitions()) {
      if (partition.virtualCluster().equals(facts.virtualCluster(row))) {
        int[] rows = partition.rows();
        int job =
            IntStream.range(0, rows.length).filter(i -> rows[i] == row).findFirst().orElse(-1);
        return job < 0 ? Optional.empty() : Optional.of(watch(partition, job, row));
      }
    }
    return Optional.empty();
  }

  private JobWatch watch(PartitionLog partition, int job, int row) {
    int[] rows = partition.rows();
    JobWatch watch = new JobWatch(job, rows, facts, Policies.standard().about(policy), run);
    new Replay(partition).run(watch, facts.endSeconds(row));
    return watch;
  }

  private static boolean waitsTwice(List<StoryEvent> events) {
    long leftProfiler =
        events.stream()
            .filter(StoryEvent.Profiled.class::isInstance)
            .mapToLong(event -> ((StoryEvent.Profiled) event).toSecond())
            .max()
            .orElse(Long.MIN_VALUE);
    return events.stream()
        .anyMatch(event -> event instanceof StoryEvent.Queued && event.second() < leftProfiler);
  }

  private Story story(
      int row, Optional<JobWatch> watched, List<StoryEvent> events, List<String> remarks) {
    return new Story(
        policy,
        facts.name(row),
        facts.virtualCluster(row),
        facts.submitSeconds(row),
        facts.endSeconds(row),
        facts.queueSeconds(row),
        (int) events.stream().filter(StoryEvent.Preempted.class::isInstance).count(),
        watched.map(JobWatch::overtakenBy).orElse(0),
        watched.flatMap(watch -> estimate(watch, row)),
        waits(events),
        events,
        remarks);
  }

  private Optional<EstimateStory> estimate(JobWatch watch, int row) {
    if (watch.estimate().isEmpty()) {
      return Optional.empty();
    }
    double seconds = watch.estimate().getAsDouble();
    return Optional.of(
        new EstimateStory(seconds, facts.durationSeconds(row), estimates, Optional.empty()));
  }

  private static Map<WaitCause, Long> waits(List<StoryEvent> events) {
    Map<WaitCause, Long> waits = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      waits.put(cause, 0L);
    }
    for (StoryEvent event : events) {
      if (event instanceof StoryEvent.Waited it) {
        waits.merge(it.segment().cause(), it.segment().seconds(), Long::sum);
      }
    }
    return waits;
  }
}
