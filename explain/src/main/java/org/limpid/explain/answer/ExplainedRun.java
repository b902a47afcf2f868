package org.limpid.explain.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.simulate.RunOptions;
import org.limpid.explain.text.Calendar;
import org.limpid.files.DataException;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobFacts;
import org.limpid.results.LearntEstimatesFile;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.RunPolicies;
import org.limpid.simulation.decision.DecisionLog;

/** The folder of a run with {@code --explain}. Files are read when asked for. */
public final class ExplainedRun {
  private final Path folder;
  private final RunDescription description;
  private final List<String> policies;

  private ExplainedRun(Path folder, RunDescription description, List<String> policies) {
    this.folder = folder;
    this.description = description;
    this.policies = policies;
  }

  /**
   * Opens a folder.
   *
   * @throws DataException if it holds no run
   */
  public static ExplainedRun open(Path folder) {
    RunFolder run = RunFolder.open(folder);
    return new ExplainedRun(folder, run.description(), run.policies());
  }

  /** What {@code run.json} says. */
  RunDescription description() {
    return description;
  }

  /** The options of the run. */
  public RunOptions options() {
    return RunOptions.read(folder);
  }

  /** What seconds of the run are as dates; 1970-01-01 is second 0 if the run does not say. */
  public Calendar calendar() {
    return new Calendar(description.origin().orElse(LocalDateTime.of(1970, 1, 1, 0, 0)));
  }

  /** The other policies of the run. */
  List<String> policies() {
    return policies;
  }

  /**
   * The policy to speak of.
   *
   * @throws DataException if it is not there
   */
  RunPolicies.Chosen policy(Optional<String> asked) {
    return RunPolicies.chosen(policies, asked);
  }

  /**
   * A policy of the run.
   *
   * @throws DataException if it is none
   */
  String known(String policy) {
    return RunPolicies.known(folder.toString(), policies, policy);
  }

  /** What became of its jobs. */
  public JobFacts facts(String policy) {
    return JobFacts.read(ofPolicy(policy).resolve("jobs.csv"));
  }

  /** The causes of waits, in the order of the jobs. */
  Path waits(String policy) {
    return ofPolicy(policy).resolve("waits.csv");
  }

  /**
   * Its decisions.
   *
   * @param facts what became of its jobs
   * @throws DataException if none were recorded, or of other jobs
   */
  public DecisionLog decisions(String policy, JobFacts facts) {
    return DecisionFile.read(decisionFile(policy), facts);
  }

  /**
   * Whether a policy of a run with models learnt durations: it has noted them then. Runs of older
   * versions note none, and are taken to have learnt.
   */
  boolean learnt(String policy) {
    return hasLearntFile(policy) || policies.stream().noneMatch(this::hasLearntFile);
  }

  private boolean hasLearntFile(String policy) {
    return Files.exists(ofPolicy(policy).resolve(LearntEstimatesFile.FILE_NAME));
  }

  /** Where its decisions are. */
  public Path decisionFile(String policy) {
    return ofPolicy(policy).resolve(DecisionFile.FILE_NAME);
  }

  private Path ofPolicy(String policy) {
    return folder.resolve(policy);
  }
}
