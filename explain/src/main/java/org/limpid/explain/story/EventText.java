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
          "Job %s joined it on its GPUs; it goes on at %s."
              .formatted(it.newcomer().inWords(), speed(it.rate()));
      case StoryEvent.Resized it ->
          "From now on it has %s and runs at %s."
              .formatted(Words.count(it.gpus(), "GPU"), speed(it.rate()));
      case StoryEvent.Supplied it -> SupplyText.of(it);
      case StoryEvent.PartnerEnded it ->
          "Job %s ended, with which it shared its GPUs.".formatted(it.partner().id());
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
              ? "Was killed, as it had run for as long as it had asked for."
              : "Was turned away.";
    };
  }

  private static String profiled(StoryEvent.Profiled it) {
    String ran = Words.roughly(it.toSecond() - it.second());
    return it.ended()
        ? "Started in the profiler and ran there to its end, for %s.".formatted(ran)
        : "Ran in the profiler for %s, which was not enough to end.".formatted(ran);
  }

  private String queued(StoryEvent.Queued it) {
    return joined(
        place(it),
        ahead(it),
        keyText(it),
        it.sharing().map(on -> on ? "Sharing was on." : "Sharing was off.").orElse(""));
  }

  private static String place(StoryEvent.Queued it) {
    if (it.waitingJobs() == 0) {
      return "Came into the queue, where no other job waited.";
    }
    int all = it.waitingJobs() + 1;
    if (it.position() == 0) {
      return "Came into the queue as the first of %s.".formatted(Words.number(all));
    }
    return it.position() == it.waitingJobs()
        ? "Came into the queue as the last of %s.".formatted(Words.number(all))
        : "Came into the queue as number %s of %s."
            .formatted(Words.number(it.position() + 1), Words.number(all));
  }

  private String ahead(StoryEvent.Queued it) {
    if (it.ahead().isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>(it.ahead().stream().map(this::before).toList());
    if (it.position() == 1) {
      return "Before it was job %s.".formatted(names.getFirst());
    }
    if (it.position() > names.size()) {
      names.add(Words.count(it.position() - names.size(), "other"));
    }
    return "Those before it ask for %s: job %s."
        .formatted(Words.count(it.gpusAhead(), "GPU"), Words.list(names));
  }

  private String before(StoryEvent.QueuedJob ahead) {
    String with =
        key.equals(QueueKey.ARRIVAL)
            ? ""
            : " with %s"
                .formatted(
                    key.unit().isEmpty()
                        ? key.words() + " " + amount(ahead.key())
                        : amount(ahead.key()));
    return ahead.job().inWords() + with;
  }

  private String keyText(StoryEvent.Queued it) {
    if (key.equals(QueueKey.ARRIVAL)) {
      return "";
    }
    String whose = it.ahead().isEmpty() ? "Its" : "Its own";
    return "%s %s is %s.".formatted(whose, key.words(), amount(it.key()));
  }

  private String amount(double value) {
    String number = Words.number(Math.rint(value), 0);
    return key.unit().isEmpty() ? number : number + " " + key.unit();
  }

  private static String started(StoryEvent.Started it) {
    return "Started on %s with GPUs of its own%s."
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
    return "Started %s%s. %s".formatted(where, tries(it.tries()), speeds(it));
  }

  private static String beside(StoryEvent.Host host) {
    return "%d of them beside job %s".formatted(host.gpus(), host.job().inWords());
  }

  private static String speeds(StoryEvent.StartedShared it) {
    boolean isPair = it.hosts().size() == 1;
    if (isFull(it.rate()) && it.hosts().stream().allMatch(host -> isFull(host.rate()))) {
      return isPair ? "Both run at full speed there." : "All run at full speed there.";
    }
    List<String> rates =
        it.hosts().stream().map(host -> Words.percent(host.rate(), 1)).distinct().toList();
    return "It runs at %s there, the %s at %s."
        .formatted(speed(it.rate()), isPair ? "other one" : "others", Words.list(rates));
  }

  /** Rates are told to a tenth of a percent. */
  private static boolean isFull(double rate) {
    return Math.abs(rate - 1) < 0.0005;
  }

  private static String speed(double rate) {
    return isFull(rate) ? "full speed" : Words.percent(rate, 1) + " of its speed";
  }

  private static String tries(int tries) {
    return tries == 0
        ? ""
        : ", after %s in vain".formatted(tries == 1 ? "1 try" : Words.number(tries) + " tries");
  }

  private static String preempted(StoryEvent.Preempted it) {
    String by = it.by().map(other -> " for job " + other.inWords()).orElse(", for no single job");
    return "Taken off its GPUs%s, after it had run for %s."
        .formatted(by, Words.roughly(it.ranSeconds()));
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
