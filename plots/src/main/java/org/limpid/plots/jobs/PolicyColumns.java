package org.limpid.plots.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.waiting.WaitCause;

/** What became of the shown jobs under one policy, as columns. */
final class PolicyColumns {
  private static final int NOT_SHOWN = -1;
  private static final int PROFILED = 1;
  private static final int FINISHED_IN_PROFILER = 2;

  private final String policy;
  private final JobTable jobs;
  private final WaitTable waits;
  private final String[] nodes;
  private final List<SharedTimes.Pair> pairs;

  PolicyColumns(RunFolder run, String policy) {
    this.policy = policy;
    jobs = run.allJobs(policy);
    waits = run.allWaits(policy);
    nodes = SharedTimes.placements(run, policy);
    pairs = SharedTimes.of(jobs, nodes);
  }

  String policy() {
    return policy;
  }

  String[] nodes() {
    return nodes;
  }

  /**
   * The columns of some rows. Starts count from submission plus wait, ends from start plus
   * duration: that is 0 for most jobs.
   */
  JsonText json(int[] rows, Map<String, Integer> placements) {
    int count = rows.length;
    List<String> causes = new ArrayList<>();
    for (WaitCause cause : WaitCause.values()) {
      causes.add(JsonText.column(count, i -> waits.seconds(rows[i], cause)));
    }
    return new JsonText()
        .with("name", policy)
        .with("waits", causes)
        .numbers(
            "start",
            count,
            i ->
                jobs.startSeconds(rows[i])
                    - jobs.submitSeconds(rows[i])
                    - jobs.queueSeconds(rows[i]))
        .numbers(
            "end",
            count,
            i ->
                jobs.endSeconds(rows[i])
                    - jobs.startSeconds(rows[i])
                    - jobs.durationSeconds(rows[i]))
        .numbers("preemptions", count, i -> jobs.preemptions(rows[i]))
        .numbers("profiling", count, i -> profiling(rows[i]))
        .numbers("rate", count, i -> Math.round(1000 * jobs.rate(rows[i])) - 1000)
        .numbers("places", count, i -> placements.get(nodes[rows[i]]))
        .with("pairs", pairs(rows));
  }

  private int profiling(int row) {
    return (jobs.isProfiled(row) ? PROFILED : 0)
        + (jobs.isFinishedInProfiler(row) ? FINISHED_IN_PROFILER : 0);
  }

  /** Pairs of which at least one job is shown. */
  private JsonText pairs(int[] rows) {
    List<SharedTimes.Pair> shown =
        pairs.stream()
            .filter(pair -> place(rows, pair.partner()) >= 0 || place(rows, pair.newcomer()) >= 0)
            .toList();
    return new JsonText()
        .with("count", shown.size())
        .numbers("partner", shown.size(), i -> place(rows, shown.get(i).partner()))
        .numbers("newcomer", shown.size(), i -> place(rows, shown.get(i).newcomer()))
        .numbers("from", shown.size(), i -> shown.get(i).fromSecond())
        .numbers("seconds", shown.size(), i -> shown.get(i).toSecond() - shown.get(i).fromSecond());
  }

  private static int place(int[] rows, int row) {
    return Math.max(NOT_SHOWN, Arrays.binarySearch(rows, row));
  }

  /**
   * The stories of the jobs that waited longest, up to so many characters: an object with stories
   * by the places of their jobs among those shown.
   */
  JsonText stories(int[] rows, JobStory.Teller stories, int most) {
    JsonText json = new JsonText();
    if (most == 0) {
      return json;
    }
    List<Integer> byWait =
        IntStream.range(0, rows.length)
            .filter(place -> jobs.queueSeconds(rows[place]) > 0)
            .boxed()
            .sorted(Comparator.comparingLong(place -> -jobs.queueSeconds(rows[place])))
            .toList();
    int length = 0;
    for (int place : byWait) {
      Optional<JsonText> story = stories.of(policy, rows[place]).map(PolicyColumns::story);
      length += story.map(text -> text.toString().length()).orElse(0);
      if (length > most) {
        break;
      }
      story.ifPresent(text -> json.with(Integer.toString(place), text));
    }
    return json;
  }

  private static JsonText story(JobStory story) {
    return new JsonText()
        .with("phases", story.phases().stream().map(PolicyColumns::story).toList())
        .with("sentences", story.sentences());
  }

  private static List<Object> story(JobStory.Phase phase) {
    return List.of(
        phase.fromSecond(),
        phase.toSecond(),
        phase.activity().name().toLowerCase(Locale.ROOT),
        phase.cause().map(WaitCause::ordinal).orElse(-1),
        phase.note());
  }
}
