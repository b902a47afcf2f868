package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.waiting.WaitCause;

/** What one wants to know first of a job: how long it waited, and for what most. */
public record StoryAnswer(Story story) {
  /** How long it waited, and how long it ran. */
  public String howLong() {
    String job = "Job " + story.job().id();
    String ran = Words.roughly(story.runSeconds());
    String end = end();
    if (story.queueSeconds() == 0) {
      return "%s did not wait under %s; it ran for %s%s.".formatted(job, story.policy(), ran, end);
    }
    return "%s waited %s under %s, then ran for %s%s."
        .formatted(job, Words.roughly(story.queueSeconds()), story.policy(), ran, end);
  }

  private String end() {
    List<String> parts = new ArrayList<>();
    if (story.preemptions() > 0) {
      parts.add(" and was taken off its GPUs " + Words.times(story.preemptions()));
    }
    story.events().stream()
        .filter(StoryEvent.Left.class::isInstance)
        .map(event -> ((StoryEvent.Left) event).outcome())
        .findFirst()
        .ifPresent(outcome ->
            parts.add(outcome == Outcome.KILLED ? " until it was killed" : " and was turned away"));
    return String.join("", parts);
  }

  /** The cause of the largest part of the wait; empty if it did not wait. */
  public Optional<WaitCause> mainCause() {
    return story.waits().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.<WaitCause, Long>comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** The main cause, and the number behind it. */
  public String why() {
    return mainCause()
        .map(cause -> part(story.waits().get(cause)) + " " + reason(cause) + ".")
        .orElse("It found a place at once.");
  }

  private String part(long seconds) {
    return seconds == story.queueSeconds()
        ? "All that time"
        : "For %s of that (%s)"
            .formatted(Words.roughly(seconds), Words.percent(seconds, story.queueSeconds()));
  }

  private String reason(WaitCause cause) {
    Optional<Segment.Cluster> longest =
        story.segments().stream()
            .filter(segment -> segment.cause() == cause)
            .max(Comparator.comparingLong(Segment::seconds))
            .flatMap(Segment::scene);
    return switch (cause) {
      case PROFILER -> "it waited for its turn in the profiler";
      case CLUSTER_FULL -> "its virtual cluster was full" + longest.map(this::lacking).orElse("");
      case OVERTAKEN -> "jobs that came later went first" + overtaking();
      case FRAGMENTED -> "the free GPUs lay apart" + longest.map(this::scattered).orElse("");
      case HEAD_OF_LINE ->
          "there was a place for it, but not its turn" + longest.map(this::blocked).orElse("");
      case OVERHEAD ->
          "there was a place for it, but %s looks at set times only".formatted(story.policy());
    };
  }

  private String lacking(Segment.Cluster cluster) {
    String free =
        cluster.mostFreeGpus() == 0
            ? "none of %s was free".formatted(Words.number(cluster.gpus()))
            : "of %s at most %s"
                .formatted(
                    Words.number(cluster.gpus()),
                    cluster.mostFreeGpus() == 1
                        ? "1 was free"
                        : Words.number(cluster.mostFreeGpus()) + " were free");
    return ": it needs %s, and %s".formatted(Words.count(story.job().gpus(), "GPU"), free);
  }

  private String overtaking() {
    int others = story.overtakenBy();
    return others == 0 ? "" : ": %s of them started before it".formatted(Words.number(others));
  }

  private String scattered(Segment.Cluster cluster) {
    int nodes = cluster.freeNodes().stream().mapToInt(Segment.FreeNodes::nodes).sum();
    return ": it needs %s, and the %s free lay on %s"
        .formatted(
            SegmentText.place(story.job().gpus(), cluster.gpusPerNode()),
            Words.number(cluster.mostFreeGpus()),
            Words.count(nodes, "node"));
  }

  private String blocked(Segment.Cluster cluster) {
    return cluster.blockers().stream()
        .findFirst()
        .map(blocker -> ": job %s came first and found none".formatted(blocker.job().inWords()))
        .orElse("");
  }
}
