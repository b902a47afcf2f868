package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.List;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Words;
import org.limpid.simulation.policy.QueueKey;

/**
 * Times of waiting as sentences.
 *
 * @param asked GPUs that the waiting job asks for
 */
record SegmentText(int asked, QueueKey key, Calendar calendar) {
  private static final int BLOCKERS = 3;

  String of(Segment segment) {
    String begin =
        "Waited %s, %s.".formatted(Words.exactly(segment.seconds()), segment.cause().words());
    return segment
        .scene()
        .map(cluster -> EventText.joined(begin, why(segment, cluster)))
        .orElse(
            "Waited %s for its turn in the profiler.".formatted(Words.exactly(segment.seconds())));
  }

  private String why(Segment segment, Segment.Cluster cluster) {
    return switch (segment.cause()) {
      case CLUSTER_FULL ->
          EventText.joined(missing(cluster), holders("Most were held by ", segment, cluster));
      case OVERTAKEN ->
          EventText.joined(
              missing(cluster), preferred(), holders("Among those are ", segment, cluster));
      case FRAGMENTED ->
          EventText.joined(
              fragments(cluster), holders("Most of the others were held by ", segment, cluster));
      case HEAD_OF_LINE -> headOfLine(cluster);
      case OVERHEAD -> "There was a place for it, but the policy decides at set times only.";
      case PROFILER -> "";
    };
  }

  private String missing(Segment.Cluster cluster) {
    return "It needs %s; of %s %s free."
        .formatted(
            Words.number(asked),
            Words.count(cluster.gpus(), "GPU"),
            isAre(cluster.leastFreeGpus(), cluster.mostFreeGpus()));
  }

  private static String isAre(int least, int most) {
    if (most == 0) {
      return "none was";
    }
    if (least == most) {
      return least == 1 ? "1 was" : Words.number(least) + " were";
    }
    return "%s to %s were".formatted(Words.number(least), Words.number(most));
  }

  private String preferred() {
    if (key.equals(QueueKey.ARRIVAL)) {
      return "Jobs that came later were let past and held enough for it.";
    }
    String why = key.equals(QueueKey.OTHER) ? "" : " for less " + key.words();
    return "Jobs that came later were preferred%s and held enough for it.".formatted(why);
  }

  private String fragments(Segment.Cluster cluster) {
    List<String> parts = new ArrayList<>();
    for (Segment.FreeNodes each : cluster.freeNodes()) {
      parts.add("%s with %d".formatted(Words.count(each.nodes(), "node"), each.freeGpus()));
    }
    return "It needs %s; %s free, but spread over %s at first."
        .formatted(
            place(cluster.gpusPerNode()),
            cluster.leastFreeGpus() == cluster.mostFreeGpus()
                ? Words.count(cluster.mostFreeGpus(), "GPU")
                    + (cluster.mostFreeGpus() == 1 ? " was" : " were")
                : isAre(cluster.leastFreeGpus(), cluster.mostFreeGpus())
                    .replace(" were", " GPUs were"),
            Words.list(parts));
  }

  /** What consolidated placement asks for: whole nodes, and the rest on one more. */
  private String place(int gpusPerNode) {
    int whole = asked / gpusPerNode;
    int rest = asked % gpusPerNode;
    String onOne = Words.count(rest, "GPU") + " on one node";
    if (whole == 0) {
      return onOne;
    }
    String nodes = Words.count(whole, "idle node");
    return rest == 0 ? nodes : nodes + " and " + onOne;
  }

  private static String headOfLine(Segment.Cluster cluster) {
    if (cluster.blockers().isEmpty()) {
      return "There was a place for it, but that was kept for others, or not looked for yet.";
    }
    List<String> parts =
        cluster.blockers().stream()
            .limit(BLOCKERS)
            .map(blocker ->
                "job %s for %s"
                    .formatted(blocker.job().inWords(), Words.roughly(blocker.seconds())))
            .toList();
    int more = cluster.blockers().size() - parts.size();
    return "There was a place for it, but jobs behind one that can't be placed wait: %s%s."
        .formatted(
            "behind " + Words.list(parts),
            more == 0 ? "" : ", and behind " + Words.count(more, "other job"));
  }

  private String holders(String begin, Segment segment, Segment.Cluster cluster) {
    List<Segment.Holder> holders = cluster.holders();
    if (holders.isEmpty()) {
      return "";
    }
    boolean mixed = holders.stream().map(Segment.Holder::cameLater).distinct().count() > 1;
    List<String> parts = new ArrayList<>();
    holders.forEach(holder -> parts.add(holder(holder, segment, mixed)));
    if (cluster.moreHolders() > 0) {
      parts.add(Words.count(cluster.moreHolders(), "other job"));
    }
    String end = mixed ? "." : "; %s %s it.".formatted(came(cluster), order(holders.getFirst()));
    return begin + Words.list(parts) + end;
  }

  private static String came(Segment.Cluster cluster) {
    int named = cluster.holders().size();
    if (cluster.moreHolders() == 0) {
      return named == 1 ? "it came" : "all came";
    }
    return named == 1 ? "the first came" : "the first %d came".formatted(named);
  }

  private static String order(Segment.Holder holder) {
    return holder.cameLater() ? "after" : "before";
  }

  private String holder(Segment.Holder holder, Segment segment, boolean mixed) {
    return "job %s (%s, %s, since %s%s)"
        .formatted(
            holder.job().id(),
            holder.job().user(),
            Words.count(holder.job().gpus(), "GPU"),
            calendar.textBeside(holder.sinceSecond(), segment.fromSecond()),
            mixed ? ", came %s it".formatted(order(holder)) : "");
  }
}
