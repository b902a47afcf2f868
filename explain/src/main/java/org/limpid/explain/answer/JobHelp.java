package org.limpid.explain.answer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.experiment.whatif.QuickTrials;
import org.limpid.experiment.whatif.RunReference;
import org.limpid.explain.story.Story;
import org.limpid.files.DataException;
import org.limpid.files.Words;
import org.limpid.results.RunData;

/**
 * What would have spared a job its wait, as far as that is quick to find out by simulation.
 *
 * @param queueSeconds how long it waited
 * @param omission why nothing was tried, a clause; empty if something was
 * @param trials what was tried
 */
record JobHelp(long queueSeconds, String omission, List<QuickTrials.Trial> trials) {
  /** Shorter waits are not worth a simulation. */
  private static final long LEAST_SECONDS = 60;

  /** Each trial reads all jobs; above so many that takes too long to go without saying. */
  private static final int MOST_JOBS = 200_000;

  /** Less than that share of the wait is no help. */
  private static final double LEAST_SHARE = 0.1;

  JobHelp {
    trials = List.copyOf(trials);
  }

  /** What helps a job whose story is known. */
  static JobHelp of(Story story, JobQuestion question, ExplainedRun run, int jobCount) {
    String omission = omission(story, question, run, jobCount);
    if (!omission.isEmpty()) {
      return new JobHelp(story.queueSeconds(), omission, List.of());
    }
    RunReference reference =
        new RunReference(
            question.run(), Optional.of(story.policy()), question.data(), Optional.empty(), 1);
    try {
      return new JobHelp(story.queueSeconds(), "", QuickTrials.of(reference, story.job().id()));
    } catch (DataException gone) {
      return new JobHelp(story.queueSeconds(), "the run can't be made again", List.of());
    }
  }

  private static String omission(
      Story story, JobQuestion question, ExplainedRun run, int jobCount) {
    if (!question.seeksHelp()) {
      return "--quick leaves that out";
    }
    if (story.queueSeconds() < LEAST_SECONDS) {
      return "it hardly waited";
    }
    if (jobCount > MOST_JOBS) {
      return "with so many jobs that takes long, see 'limpid whatif --job'";
    }
    boolean isThere = RunData.found(run.folder().description(), question.data()).isPresent();
    return isThere ? "" : "the data set is not where the run had it, see --data";
  }

  /** The same in a sentence. */
  String sentence() {
    if (queueSeconds == 0) {
      return "There was nothing to gain for it in the queue.";
    }
    if (!omission.isEmpty()) {
      return "What would have helped was not looked for: %s.".formatted(omission);
    }
    List<QuickTrials.Trial> helping = helping();
    if (helping.isEmpty()) {
      return trials.isEmpty()
          ? "Nothing that is quick to try applies to this policy."
          : nothingHelps(trials.stream().map(QuickTrials.Trial::words).toList());
    }
    return helping.getFirst().queueSeconds() == 0 ? noWait(helping) : lessWait(helping);
  }

  private static String noWait(List<QuickTrials.Trial> helping) {
    List<String> words =
        helping.stream()
            .filter(trial -> trial.queueSeconds() == 0)
            .map(QuickTrials.Trial::words)
            .toList();
    return "With %s it would not have waited at all.".formatted(Words.list(words, "or"));
  }

  private static String lessWait(List<QuickTrials.Trial> helping) {
    QuickTrials.Trial best = helping.getFirst();
    String others =
        helping.stream()
            .skip(1)
            .map(trial ->
                ", with %s %s".formatted(trial.words(), Words.roughly(trial.queueSeconds())))
            .collect(Collectors.joining());
    return "With %s it would have waited %s%s."
        .formatted(best.words(), Words.roughly(best.queueSeconds()), others);
  }

  private static String nothingHelps(List<String> words) {
    return words.size() == 1
        ? Words.capital(words.getFirst()) + " would hardly have helped, and nothing else was tried."
        : "Neither %s would have helped much, and nothing else was tried."
            .formatted(String.join(" nor ", words));
  }

  /** The trials that spare a good part of the wait, the best first. */
  private List<QuickTrials.Trial> helping() {
    return trials.stream()
        .filter(trial -> queueSeconds - trial.queueSeconds() >= LEAST_SHARE * queueSeconds)
        .sorted(Comparator.comparingLong(QuickTrials.Trial::queueSeconds))
        .toList();
  }

  /** The same for JSON. */
  Map<String, Object> json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("notLookedFor", omission.isEmpty() ? null : omission);
    map.put("tried", trials);
    map.put("helping", helping().stream().map(QuickTrials.Trial::change).toList());
    return map;
  }
}
