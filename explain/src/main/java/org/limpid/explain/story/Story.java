package org.limpid.explain.story;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * What became of a job under a policy, and why.
 *
 * @param overtakenBy jobs that came into the queue later and started before its first start
 * @param estimate its estimated duration; empty if the policy has none
 * @param waits seconds by cause, all causes; they sum to {@code queueSeconds}
 * @param remarks what a reader should know beside, a sentence each
 */
public record Story(
    String policy,
    JobName job,
    String virtualCluster,
    long submitSecond,
    long endSecond,
    long queueSeconds,
    int preemptions,
    int overtakenBy,
    Optional<EstimateStory> estimate,
    Map<WaitCause, Long> waits,
    List<StoryEvent> events,
    List<String> remarks) {
  public Story {
    waits = Collections.unmodifiableMap(new EnumMap<>(waits));
    events = List.copyOf(events);
    remarks = List.copyOf(remarks);
    long sum = waits.values().stream().mapToLong(Long::longValue).sum();
    if (sum != queueSeconds) {
      throw new IllegalArgumentException(
          "expected waits of %d s in sum, found %d s".formatted(queueSeconds, sum));
    }
  }

  /** How long it was on GPUs, those of the profiler among them, seconds. */
  public long runSeconds() {
    long sum = 0;
    long since = 0;
    boolean isRunning = false;
    for (StoryEvent event : events) {
      switch (event) {
        case StoryEvent.Profiled it -> sum += it.toSecond() - it.second();
        case StoryEvent.Started _, StoryEvent.StartedShared _ -> {
          since = event.second();
          isRunning = true;
        }
        case StoryEvent.Preempted _, StoryEvent.Ended _, StoryEvent.Left _ -> {
          sum += isRunning ? event.second() - since : 0;
          isRunning = false;
        }
        default -> {}
      }
    }
    return sum;
  }

  /** The times in which it waited, in order. */
  public List<Segment> segments() {
    return events.stream()
        .filter(StoryEvent.Waited.class::isInstance)
        .map(event -> ((StoryEvent.Waited) event).segment())
        .toList();
  }

  /** The same with another estimate. */
  public Story withEstimate(EstimateStory known) {
    return new Story(
        policy,
        job,
        virtualCluster,
        submitSecond,
        endSecond,
        queueSeconds,
        preemptions,
        overtakenBy,
        Optional.of(known),
        waits,
        events,
        remarks);
  }
}
