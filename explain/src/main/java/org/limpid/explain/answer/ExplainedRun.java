package org.limpid.explain.answer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.limpid.explain.story.StoryTeller;
import org.limpid.explain.text.Calendar;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;
import org.limpid.results.RunOptions;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.policy.RunFacts;

/** A run with {@code --explain}, and what stories of it need to know. */
public record ExplainedRun(RunFolder folder, RunOptions options) {
  private static final String DURATIONS = "Durations: ";
  private static final String LEARNT = "The estimate was made during the run, ";

  /**
   * Opens a folder.
   *
   * @throws org.limpid.files.DataException if it holds no run, or one of an older version
   */
  public static ExplainedRun open(Path folder) {
    RunFolder run = RunFolder.open(folder);
    return new ExplainedRun(run, run.options());
  }

  /** What seconds of a run are as dates; 1970-01-01 is second 0 if the run does not say. */
  public static Calendar calendar(RunFolder run) {
    return new Calendar(run.description().origin().orElse(LocalDateTime.of(1970, 1, 1, 0, 0)));
  }

  public Calendar calendar() {
    return calendar(folder);
  }

  /** Tells the stories of the jobs under a policy, without what only the data set knows. */
  public StoryTeller teller(String policy) {
    JobTable jobs = folder.numberedJobs(policy);
    return teller(policy, jobs, folder.decisions(policy, jobs), Optional.empty());
  }

  /** Tells the stories with the memory of the jobs, if the data set is there. */
  StoryTeller teller(
      String policy, JobTable jobs, DecisionLog log, Optional<RunFacts.Memory> memory) {
    RunFacts how = new RunFacts(options.settings(), options.semantics(), memory);
    return new StoryTeller(policy, log, jobs, how, estimateSource(policy));
  }

  /** Where the estimated durations of a policy came from, in a sentence. */
  private String estimateSource(String policy) {
    if (options.estimates().isPresent()) {
      return "The estimate was given to the run with --estimates %s."
          .formatted(options.estimates().get());
    }
    return folder.description().predictions().stream()
        .filter(sentence -> sentence.startsWith(DURATIONS) && learnt(policy))
        .findFirst()
        .map(sentence -> LEARNT + sentence.substring(DURATIONS.length()))
        .orElse("The estimate came with the data set.");
  }

  /** Whether such a sentence says that models were trained during the run. */
  static boolean isLearntInRun(String source) {
    return source.startsWith(LEARNT);
  }

  /**
   * Whether a policy of a run with models learnt durations: it has noted them then. Runs of older
   * versions note none, and are taken to have learnt.
   */
  private boolean learnt(String policy) {
    return folder.hasLearntEstimates(policy)
        || folder.policies().stream().noneMatch(folder::hasLearntEstimates);
  }
}
