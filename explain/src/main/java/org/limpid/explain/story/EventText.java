package org.limpid.explain.story;

import java.util.ArrayList;
import java.util.List;
import org.limpid.explain.text.Calendar;
import org.limpid.files.Words;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.run.Policies;

/** The events of one story as sentences. Immutable. */
final class EventText {
  private final QueueKey key;
  private final SegmentText segments;

  EventText(Story story, Calendar calendar) {
    key = Policies.standard().about(story.policy()).queueKey();
    segments = new SegmentText(story.job().gpus(), key, calendar);
  }

  String of(StoryEvent event) {
    return switch (event) {
      case StoryEvent.Profiled it -> profiled(it);
      case StoryEvent.Queued it -> queued(it);
      case StoryEvent.Waited it -> segments.of(it.segment());
      case StoryEvent.Noted it -> it.note().text();
      case StoryEvent.Started it -> started(it);
      case StoryEvent.StartedShared it -> startedShared(it);
      case StoryEvent.Joined it ->
          "Job %s joined it on its GPUs; it goes on at %s of its speed."
              .formatted(it.newcomer().inWords(), Words.percent(it.rate(), 1));
      case StoryEvent.Resized it ->
          "Went on on %s, at %s of its speed."
              .formatted(Words.count(it.gpus(), "GPU"), Words.percent(it.rate(), 1));
      case StoryEvent.PartnerEnded it ->
          "Job %s, with which it shared its GPUs, ended.".formatted(it.partner().id());
      case StoryEvent.Preempted it -> preempted(it);
      case StoryEvent.NodeLent it ->
          "An idle node was lent to the profiler; %s left."
              .formatted(
                  it.gpusLeft() == 1 ? "1 GPU is" : Words.number(it.gpusLeft()) + " GPUs are");
      case StoryEvent.NodeReturned it ->
          "A node came back from the profiler; the virtual cluster has %s."
              .formatted(Words.count(it.gpus(), "GPU"));
      case StoryEvent.Ended _ -> "Ended.";
      case StoryEvent.Left it ->
          it.outcome() == Outcome.KILLED
              ? "Was killed: it had run for as long as it had asked for."
              : "Was turned away.";
    };
  }

  private static String profiled(StoryEvent.Profiled it) {
    String ran = Words.exactly(it.toSecond() - it.second());
    return it.ended()
        ? "Started in the profiler and ran there to its end, for %s.".formatted(ran)
        : "Profiled for %s, which it did not end in.".formatted(ran);
  }

  private String queued(StoryEvent.Queued it) {
    return joined(
        "Came into the queue.",
        it.waitingJobs() == 0 ? "No other job waited." : before(it),
        keyText(it.key()),
        it.sharing().map(on -> on ? "Sharing was on." : "Sharing was off.").orElse(""));
  }

  private String before(StoryEvent.Queued it) {
    if (it.position() == 0) {
      return "It was the first of %d that waited.".formatted(it.waitingJobs() + 1);
    }
    return Words.count(it.waitingJobs(), "other job") + " waited" + share(it) + ahead(it) + ".";
  }

  private static String share(StoryEvent.Queued it) {
    if (it.position() < it.waitingJobs()) {
      return ", %s of them before it".formatted(Words.number(it.position()));
    }
    return it.position() == 1 ? " before it" : ", all before it";
  }

  private String ahead(StoryEvent.Queued it) {
    if (it.ahead().isEmpty()) {
      return "";
    }
    List<String> names = it.ahead().stream().map(this::before).toList();
    return ", asking for %s: %s%s"
        .formatted(
            Words.count(it.gpusAhead(), "GPU"),
            String.join("; ", names),
            it.position() > names.size() ? "; and others" : "");
  }

  private String before(StoryEvent.QueuedJob ahead) {
    String why =
        key.equals(QueueKey.ARRIVAL) ? "came earlier" : key.words() + " " + amount(ahead.key());
    return "job %s, %s".formatted(ahead.job().inWords(), why);
  }

  private String keyText(double value) {
    return key.equals(QueueKey.ARRIVAL)
        ? ""
        : "Its %s is %s.".formatted(key.words(), amount(value));
  }

  private String amount(double value) {
    String number = Words.number(Math.rint(value), 0);
    return key.unit().isEmpty() ? number : number + " " + key.unit();
  }

  private static String started(StoryEvent.Started it) {
    return "Started on GPUs of its own, on %s%s."
        .formatted(Words.count(it.nodes(), "node"), tries(it.tries()));
  }

  private static String startedShared(StoryEvent.StartedShared it) {
    StoryEvent.Host first = it.hosts().getFirst();
    boolean isMirror = it.hosts().size() == 1 && first.gpus() == it.gpus();
    String where =
        isMirror
            ? "on the GPUs of job " + first.job().inWords()
            : "on %s, %s"
                .formatted(
                    Words.count(it.gpus(), "GPU"),
                    Words.list(it.hosts().stream().map(EventText::beside).toList()));
    return "Started %s%s. It runs at %s of its speed there, %s."
        .formatted(where, tries(it.tries()), Words.percent(it.rate(), 1), rates(it.hosts()));
  }

  private static String beside(StoryEvent.Host host) {
    return "%d of them beside job %s".formatted(host.gpus(), host.job().inWords());
  }

  private static String rates(List<StoryEvent.Host> hosts) {
    List<String> rates =
        hosts.stream().map(host -> Words.percent(host.rate(), 1)).distinct().toList();
    return (hosts.size() == 1 ? "the other one at " : "the others at ") + Words.list(rates);
  }

  private static String tries(int tries) {
    return tries == 0
        ? ""
        : ", after %s in vain".formatted(tries == 1 ? "1 try" : Words.number(tries) + " tries");
  }

  private static String preempted(StoryEvent.Preempted it) {
    String by = it.by().map(other -> " for job " + other.inWords()).orElse(", for no single job");
    return "Taken off its GPUs%s, after it had run for %s."
        .formatted(by, Words.exactly(it.ranSeconds()));
  }

  /** Sentences that are not empty, one after the other. */
  static String joined(String... sentences) {
    List<String> all = new ArrayList<>();
    for (String sentence : sentences) {
      if (!sentence.isEmpty()) {
        all.add(sentence);
      }
    }
    return String.join(" ", all);
  }
}
