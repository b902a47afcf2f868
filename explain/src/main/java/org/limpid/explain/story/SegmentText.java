package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.List;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Words;
import org.limpid.simulation.policy.QueueKey;

/** Times of waiting as sentences. Immutable. */
final class SegmentText {
  private static final int BLOCKERS = 3;

  private final int asked;
  private final QueueKey key;
  private final Calendar calendar;

  /**
   * @param asked GPUs that the waiting job asks for
   */
  SegmentText(int asked, QueueKey key, Calendar calendar) {
    this.asked = asked;
    this.key = key;
    this.calendar = calendar;
  }

  String of(Segment segment) {
    String begin =
        "Waited %s, %s.".formatted(Words.exactly(segment.seconds()), segment.cause().words());
    return segment
        .scene()
        .map(scene -> EventText.joined(begin, why(segment, scene)))
        .orElse(
            "Waited %s for its turn in the profiler.".formatted(Words.exactly(segment.seconds())));
  }

  private String why(Segment segment, Scene scene) {
    return switch (segment.cause()) {
      case CLUSTER_FULL ->
          EventText.joined(missing(scene), holders("Most were held by ", segment, scene));
      case OVERTAKEN ->
          EventText.joined(
              missing(scene), preferred(), holders("Among those are ", segment, scene));
      case FRAGMENTED ->
          EventText.joined(
              fragments(scene), holders("Most of the others were held by ", segment, scene));
      case HEAD_OF_LINE -> headOfLine(scene);
      case OVERHEAD -> "There was a place for it, but the policy decides at set times only.";
      case PROFILER -> "";
    };
  }

  private String missing(Scene scene) {
    return "It needs %s; of %s %s free."
        .formatted(
            Words.number(asked),
            Words.count(scene.gpus(), "GPU"),
            isAre(scene.leastFreeGpus(), scene.mostFreeGpus()));
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

  private String fragments(Scene scene) {
    List<String> parts = new ArrayList<>();
    for (Scene.FreeNodes each : scene.freeNodes()) {
      parts.add("%s with %d".formatted(Words.count(each.nodes(), "node"), each.freeGpus()));
    }
    return "It needs %s; %s free, but spread over %s at first."
        .formatted(
            place(scene.gpusPerNode()),
            scene.leastFreeGpus() == scene.mostFreeGpus()
                ? Words.count(scene.mostFreeGpus(), "GPU")
                    + (scene.mostFreeGpus() == 1 ? " was" : " were")
                : isAre(scene.leastFreeGpus(), scene.mostFreeGpus()).replace(" were", " GPUs were"),
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

  private static String headOfLine(Scene scene) {
    if (scene.blockers().isEmpty()) {
      return "There was a place for it, but that was kept for others, or not looked for yet.";
    }
    List<String> parts =
        scene.blockers().stream()
            .limit(BLOCKERS)
            .map(blocker ->
                "job %s for %s"
                    .formatted(blocker.job().inWords(), Words.roughly(blocker.seconds())))
            .toList();
    int more = scene.blockers().size() - parts.size();
    return "There was a place for it, but jobs behind one that can't be placed wait: %s%s."
        .formatted(
            "behind " + Words.list(parts),
            more == 0 ? "" : ", and behind " + Words.count(more, "other job"));
  }

  private String holders(String begin, Segment segment, Scene scene) {
    List<Holder> holders = scene.holders();
    if (holders.isEmpty()) {
      return "";
    }
    boolean mixed = holders.stream().map(Holder::cameLater).distinct().count() > 1;
    List<String> parts = new ArrayList<>();
    holders.forEach(holder -> parts.add(holder(holder, segment, mixed)));
    if (scene.moreHolders() > 0) {
      parts.add(Words.count(scene.moreHolders(), "other job"));
    }
    String end = mixed ? "." : "; %s %s it.".formatted(came(scene), order(holders.getFirst()));
    return begin + Words.list(parts) + end;
  }

  private static String came(Scene scene) {
    int named = scene.holders().size();
    if (scene.moreHolders() == 0) {
      return named == 1 ? "it came" : "all came";
    }
    return named == 1 ? "the first came" : "the first %d came".formatted(named);
  }

  private static String order(Holder holder) {
    return holder.cameLater() ? "after" : "before";
  }

  private String holder(Holder holder, Segment segment, boolean mixed) {
    return "job %s (%s, %s, since %s%s)"
        .formatted(
            holder.job().id(),
            holder.job().user(),
            Words.count(holder.job().gpus(), "GPU"),
            calendar.textBeside(holder.sinceSecond(), segment.fromSecond()),
            mixed ? ", came %s it".formatted(order(holder)) : "");
  }
}
