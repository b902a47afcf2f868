package org.limpid.plots.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.plots.graphics.SvgSurface;
import org.limpid.plots.theme.Theme;
import org.limpid.plots.waits.CauseLook;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.simulation.waiting.WaitCause;

/**
 * The jobs of a run as JSON for a page that has {@link TimeData}, too: columns of numbers in base
 * 36, and texts. If there are too many, those that waited longest under any policy.
 *
 * @param json of characters that may stand in an element of a page
 * @param shown number of jobs in it
 * @param total number of jobs of the run
 */
public record JobData(String json, int shown, int total) {
  /** More jobs would make lists that a page is slow with. */
  public static final int MOST_JOBS = 60_000;

  /**
   * The length of the columns at most, so that the page can still be sent by mail: packed, they are
   * a third as long.
   */
  public static final int MOST_CHARACTERS = 8_000_000;

  /** The length of all stories at most. */
  public static final int MOST_STORY_CHARACTERS = 1_000_000;

  /** What a page has room for is found by trial; the next trial is so much smaller. */
  private static final double MARGIN = 0.97;

  /**
   * The jobs of all policies whose waits are known, at least one.
   *
   * @throws org.limpid.files.DataException if a file of the run can't be read or is wrong
   */
  public static JobData of(RunFolder run, JobStory.Teller stories) {
    return of(run, stories, MOST_JOBS, MOST_CHARACTERS, MOST_STORY_CHARACTERS);
  }

  static JobData of(
      RunFolder run, JobStory.Teller stories, int mostJobs, int mostCharacters, int mostOfStories) {
    List<String> names = run.policiesWithWaits();
    int[] byWait = byLongestWait(run, names);
    Columns columns =
        new Columns(
            run,
            run.jobIds(),
            names.stream().map(policy -> new PolicyColumns(run, policy)).toList(),
            byWait.length);
    int[] rows = first(mostJobs, byWait);
    String json = columns.json(rows, JobStory.Teller.NONE, 0);
    while (json.length() > mostCharacters && rows.length > 0) {
      rows = first((int) (MARGIN * rows.length * mostCharacters / json.length()), byWait);
      json = columns.json(rows, JobStory.Teller.NONE, 0);
    }
    String told =
        stories == JobStory.Teller.NONE ? json : columns.json(rows, stories, mostOfStories);
    return new JobData(told, rows.length, byWait.length);
  }

  private record Columns(RunFolder run, List<String> ids, List<PolicyColumns> policies, int total) {
    String json(int[] rows, JobStory.Teller stories, int mostOfStories) {
      JobTable jobs = run.allJobs(policies.getFirst().policy());
      JsonText json =
          new JsonText()
              .with("total", total)
              .with("causes", causes())
              .with("users", jobs.users().names())
              .with("ids", Arrays.stream(rows).mapToObj(ids::get).toList());
      submissions(json, jobs, rows);
      Map<String, Integer> placements = placements(policies, rows);
      json.with("placements", placements.keySet());
      int most = mostOfStories / policies.size();
      List<JsonText> own =
          policies.stream()
              .map(policy ->
                  policy
                      .json(rows, placements)
                      .with("stories", policy.stories(rows, stories, most)))
              .toList();
      return json.with("policies", own).toString();
    }
  }

  private static void submissions(JsonText json, JobTable jobs, int[] rows) {
    int count = rows.length;
    json.numbers("user", count, i -> jobs.users().code(rows[i]))
        .numbers("cluster", count, i -> jobs.virtualClusters().code(rows[i]))
        .numbers("gpus", count, i -> jobs.gpuCount(rows[i]))
        .numbers(
            "submit",
            count,
            i -> jobs.submitSeconds(rows[i]) - (i == 0 ? 0 : jobs.submitSeconds(rows[i - 1])))
        .numbers("duration", count, i -> jobs.durationSeconds(rows[i]));
  }

  private static List<JsonText> causes() {
    return Arrays.stream(WaitCause.values()).map(JobData::cause).toList();
  }

  private static JsonText cause(WaitCause cause) {
    return new JsonText()
        .with("words", cause.words())
        .with("meaning", CauseLook.meaning(cause))
        .with("color", SvgSurface.hex(CauseLook.style(cause, Theme.PAPER).color()));
  }

  /**
   * All placements that a page speaks of with their numbers, those of most jobs first, so that
   * their numbers are short.
   */
  private static Map<String, Integer> placements(List<PolicyColumns> policies, int[] rows) {
    Map<String, Integer> counts = new HashMap<>();
    for (PolicyColumns policy : policies) {
      for (int row : rows) {
        counts.merge(policy.nodes()[row], 1, Integer::sum);
      }
    }
    Map<String, Integer> numbers = new LinkedHashMap<>();
    counts.keySet().stream()
        .sorted(
            Comparator.comparingInt((String text) -> -counts.get(text))
                .thenComparing(Comparator.naturalOrder()))
        .forEachOrdered(text -> numbers.put(text, numbers.size()));
    return numbers;
  }

  /** The rows of the run, those of jobs that waited longest under any policy first. */
  private static int[] byLongestWait(RunFolder run, List<String> policies) {
    long[] longest = new long[run.allJobs(policies.getFirst()).size()];
    for (String policy : policies) {
      JobTable jobs = run.allJobs(policy);
      Arrays.setAll(longest, row -> Math.max(longest[row], jobs.queueSeconds(row)));
    }
    return IntStream.range(0, longest.length)
        .boxed()
        .sorted(Comparator.comparingLong(row -> -longest[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The first of some rows, in the order of the trace; all if there are fewer. */
  private static int[] first(int most, int[] rows) {
    return Arrays.stream(rows).limit(most).sorted().toArray();
  }
}
