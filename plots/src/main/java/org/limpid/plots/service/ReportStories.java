package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.explain.answer.ExplainedRun;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.story.StoryTeller;
import org.limpid.explain.story.StoryText;
import org.limpid.files.Words;
import org.limpid.plots.jobs.JobStory;
import org.limpid.plots.jobs.JobStory.Activity;
import org.limpid.plots.jobs.JobStory.Phase;

/**
 * The stories of jobs for a report, from the decisions of a run. Decisions are read policy by
 * policy, and kept for one policy at a time. Safe for several threads, one of which tells at a
 * time.
 */
public final class ReportStories implements JobStory.Teller {
  /** A page has room for the longest times only. */
  private static final int MOST_SEGMENTS = 8;

  /** Of longer stories the beginning is told, and so many of the last sentences. */
  private static final int MOST_SENTENCES = 30;

  private static final int LAST_SENTENCES = 5;

  private final ExplainedRun run;
  private final StoryText text;
  private String policy = "";
  private Optional<StoryTeller> teller = Optional.empty();

  private ReportStories(ExplainedRun run) {
    this.run = run;
    text = new StoryText(run.calendar(), MOST_SEGMENTS);
  }

  /**
   * The stories of a run.
   *
   * @throws org.limpid.files.DataException if it is none
   */
  public static JobStory.Teller of(Path folder) {
    return new ReportStories(ExplainedRun.open(folder));
  }

  @Override
  public synchronized Optional<JobStory> of(String asked, int row) {
    if (!policy.equals(asked)) {
      policy = asked;
      teller = open();
    }
    return teller.map(it -> told(it, row));
  }

  /** Empty if the decisions of the policy were not recorded. */
  private Optional<StoryTeller> open() {
    return run.folder().hasDecisions(policy) ? Optional.of(run.teller(policy)) : Optional.empty();
  }

  private JobStory told(StoryTeller it, int row) {
    try {
      Story story = it.tell(row);
      return new JobStory(phases(story), shortened(text.sentences(story)));
    } catch (IllegalStateException broken) {
      throw run.folder().brokenDecisions(policy, broken);
    }
  }

  static List<String> shortened(List<String> sentences) {
    int left = sentences.size() - MOST_SENTENCES;
    if (left <= 0) {
      return sentences;
    }
    int last = sentences.size() - LAST_SENTENCES;
    List<String> shown = new ArrayList<>(sentences.subList(0, last - left));
    shown.add(Words.count(left, "sentence") + " left out here; 'limpid explain job' has them all.");
    shown.addAll(sentences.subList(last, sentences.size()));
    return shown;
  }

  /** None where they would overlap, as the waits of a profiled job in reference mode do. */
  static List<Phase> phases(Story story) {
    List<Phase> phases = new ArrayList<>();
    long since = story.submitSecond();
    Activity activity = Activity.WAITING;
    String note = "";
    for (StoryEvent event : story.events()) {
      Activity next = after(event, activity);
      if (next != activity || next == Activity.SHARING) {
        addRun(phases, since, event.second(), activity, note);
        since = event.second();
        activity = next;
        note = partner(event);
      }
      switch (event) {
        case StoryEvent.Waited it ->
            phases.add(
                new Phase(
                    it.segment().fromSecond(),
                    it.segment().toSecond(),
                    Activity.WAITING,
                    Optional.of(it.segment().cause()),
                    ""));
        case StoryEvent.Profiled it ->
            addRun(phases, it.second(), it.toSecond(), Activity.PROFILING, "");
        default -> {}
      }
    }
    return inOrder(phases) ? phases : List.of();
  }

  private static void addRun(
      List<Phase> phases, long from, long to, Activity activity, String note) {
    if (from < to && activity != Activity.WAITING) {
      phases.add(new Phase(from, to, activity, Optional.empty(), note));
    }
  }

  /** What the job does after an event. */
  private static Activity after(StoryEvent event, Activity before) {
    return switch (event) {
      case StoryEvent.Started _ -> Activity.RUNNING;
      case StoryEvent.PartnerEnded it -> it.othersLeft() > 0 ? Activity.SHARING : Activity.RUNNING;
      case StoryEvent.StartedShared _, StoryEvent.Joined _ -> Activity.SHARING;
      case StoryEvent.Preempted _, StoryEvent.Ended _, StoryEvent.Left _ -> Activity.WAITING;
      default -> before;
    };
  }

  private static String partner(StoryEvent event) {
    return switch (event) {
      case StoryEvent.StartedShared it -> with(it.hosts());
      case StoryEvent.Joined it -> "with job " + it.newcomer().id();
      default -> "";
    };
  }

  private static String with(List<StoryEvent.Host> hosts) {
    List<String> ids = hosts.stream().map(host -> host.job().id().toString()).toList();
    return (ids.size() == 1 ? "with job " : "with jobs ") + Words.list(ids);
  }

  private static boolean inOrder(List<Phase> phases) {
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i).fromSecond() < phases.get(i - 1).toSecond()) {
        return false;
      }
    }
    return true;
  }
}
