package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Words;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Times of waiting as sentences.
 *
 * @param asked GPUs that the waiting job asks for
 */
record SegmentText(int asked, QueueKey key, Calendar calendar) {
  private static final int BLOCKERS = 3;

  String of(Segment segment) {
    String waited = "Waited " + Words.roughly(segment.seconds());
    return segment
        .scene()
        .map(cluster -> EventText.joined(waited + why(segment, cluster), more(segment, cluster)))
        .orElse(waited + " for its turn in the profiler.");
  }

  /** Goes on behind the time that it waited. */
  private String why(Segment segment, Segment.Cluster cluster) {
    return switch (segment.cause()) {
      case CLUSTER_FULL -> " as the cluster was full. " + missing(cluster);
      case OVERTAKEN -> ", overtaken: " + preferred() + missing(cluster);
      case FRAGMENTED -> " as free GPUs were fragmented. " + fragments(cluster);
      case HEAD_OF_LINE -> headOfLine(segment, cluster);
      case OVERHEAD ->
          " though there was a place for it (overhead): the policy decides at set times only.";
      case PROFILER -> "";
    };
  }

  private String more(Segment segment, Segment.Cluster cluster) {
    return switch (segment.cause()) {
      case CLUSTER_FULL, OVERTAKEN -> holders("Most were held by ", segment, cluster);
      case FRAGMENTED -> holders("Most of the others were held by ", segment, cluster);
      case HEAD_OF_LINE, OVERHEAD, PROFILER -> "";
    };
  }

  private String missing(Segment.Cluster cluster) {
    return "It needs %s; %s of %s %s free."
        .formatted(
            Words.count(asked, "GPU"),
            free(cluster),
            Words.number(cluster.gpus()),
            cluster.mostFreeGpus() < 2 ? "was" : "were");
  }

  private static String free(Segment.Cluster cluster) {
    int least = cluster.leastFreeGpus();
    int most = cluster.mostFreeGpus();
    if (most == 0) {
      return "none";
    }
    return least == most
        ? Words.number(most)
        : "%s to %s".formatted(Words.number(least), Words.number(most));
  }

  private String preferred() {
    if (key.equals(QueueKey.ARRIVAL)) {
      return "jobs that came later were let past it. ";
    }
    return key.equals(QueueKey.OTHER)
        ? "jobs that came later went first. "
        : "jobs that came later went first, for less %s. ".formatted(key.words());
  }

  private String fragments(Segment.Cluster cluster) {
    List<String> parts = new ArrayList<>();
    for (Segment.FreeNodes each : cluster.freeNodes()) {
      parts.add("%s with %d".formatted(Words.count(each.nodes(), "node"), each.freeGpus()));
    }
    return "It needs %s; %s %s free, at first on %s."
        .formatted(
            place(asked, cluster.gpusPerNode()),
            free(cluster),
            cluster.mostFreeGpus() == 1 ? "GPU was" : "GPUs were",
            Words.list(parts));
  }

  /** What consolidated placement asks for: whole nodes, and the rest on one more. */
  static String place(int asked, int gpusPerNode) {
    int whole = asked / gpusPerNode;
    int rest = asked % gpusPerNode;
    String onOne = Words.count(rest, "GPU") + " on one node";
    if (whole == 0) {
      return onOne;
    }
    String nodes = Words.count(whole, "idle node");
    return rest == 0 ? nodes : nodes + " and " + onOne;
  }

  private static String headOfLine(Segment segment, Segment.Cluster cluster) {
    String place = " behind the head of the line, though there was a place for it. ";
    List<Segment.Blocker> blockers = cluster.blockers();
    if (blockers.isEmpty()) {
      return place + "That was kept for others, or not looked for yet.";
    }
    boolean isOne = blockers.size() == 1 && blockers.getFirst().seconds() == segment.seconds();
    List<String> parts =
        blockers.stream()
            .limit(BLOCKERS)
            .map(blocker ->
                "job %s%s"
                    .formatted(
                        blocker.job().inWords(),
                        isOne ? "" : " for " + Words.roughly(blocker.seconds())))
            .collect(Collectors.toCollection(ArrayList::new));
    if (blockers.size() > BLOCKERS) {
      parts.add(Words.count(blockers.size() - BLOCKERS, "other"));
    }
    return place
        + "Nobody passes a job that can't be placed, which was %s.".formatted(Words.list(parts));
  }

  private String holders(String begin, Segment segment, Segment.Cluster cluster) {
    List<String> earlier = holders(segment, cluster, false);
    List<String> later = holders(segment, cluster, true);
    List<String> groups = new ArrayList<>();
    if (!earlier.isEmpty()) {
      groups.add(Words.list(earlier) + ", which came before it");
    }
    if (!later.isEmpty()) {
      groups.add(Words.list(later) + ", which came later");
    }
    if (cluster.moreHolders() > 0 && !groups.isEmpty()) {
      groups.add(Words.count(cluster.moreHolders(), "other"));
    }
    return groups.isEmpty() ? "" : begin + String.join(", and by ", groups) + ".";
  }

  private List<String> holders(Segment segment, Segment.Cluster cluster, boolean cameLater) {
    return cluster.holders().stream()
        .filter(holder -> holder.cameLater() == cameLater)
        .map(holder -> holder(holder, segment))
        .toList();
  }

  private String holder(Segment.Holder holder, Segment segment) {
    return "job %s (%s, %s, since %s)"
        .formatted(
            holder.job().id(),
            holder.job().user(),
            Words.count(holder.job().gpus(), "GPU"),
            calendar.textBeside(holder.sinceSecond(), segment.fromSecond()));
  }

  /** The number behind a cause, in its longest time of waiting; goes on behind a clause. */
  static String numberBehind(Story story, WaitCause cause) {
    Optional<Segment.Cluster> longest =
        story.segments().stream()
            .filter(segment -> segment.cause() == cause)
            .max(Comparator.comparingLong(Segment::seconds))
            .flatMap(Segment::scene);
    return switch (cause) {
      case CLUSTER_FULL -> longest.map(cluster -> lacking(story, cluster)).orElse("");
      case OVERTAKEN -> overtaking(story);
      case FRAGMENTED -> longest.map(cluster -> scattered(story, cluster)).orElse("");
      case HEAD_OF_LINE -> longest.map(SegmentText::blocked).orElse("");
      case PROFILER, OVERHEAD -> "";
    };
  }

  private static String lacking(Story story, Segment.Cluster cluster) {
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

  private static String overtaking(Story story) {
    int others = story.overtakenBy();
    return others == 0 ? "" : ": %s of them started before it".formatted(Words.number(others));
  }

  private static String scattered(Story story, Segment.Cluster cluster) {
    int nodes = cluster.freeNodes().stream().mapToInt(Segment.FreeNodes::nodes).sum();
    return ": it needs %s, and the %s free lay on %s"
        .formatted(
            place(story.job().gpus(), cluster.gpusPerNode()),
            Words.number(cluster.mostFreeGpus()),
            Words.count(nodes, "node"));
  }

  private static String blocked(Segment.Cluster cluster) {
    return cluster.blockers().stream()
        .findFirst()
        .map(blocker -> ": job %s came first and found none".formatted(blocker.job().inWords()))
        .orElse("");
  }
}
