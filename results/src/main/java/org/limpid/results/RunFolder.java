package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.data.io.EstimatesFile;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.metrics.PolicySummary;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Snapshots;
import org.limpid.simulation.sink.JobRecords;

/**
 * The folder that {@code limpid simulate --out} made. Tables are read when first asked for and
 * kept; columns that are the same for all policies are kept once. Files that are missing, wrong or
 * of other jobs are a {@link DataException}. Safe for several threads.
 */
public final class RunFolder {
  /** The file that says how results came about. */
  public static final String RUN = "run.json";

  static final String JOBS = "jobs.csv";
  static final String CLUSTER = "cluster.csv";
  static final String WAITS = "waits.csv";
  static final String DECISIONS = "decisions.bin";
  static final String SNAPSHOTS = "snapshots.bin";
  static final String ESTIMATES = "estimates.csv";
  static final String CHANGED = "Maybe the file was changed after the run.";

  private final Path folder;
  private final RunDescription description;
  private final RunPolicies policies;
  private final Submissions.Keeper all = new Submissions.Keeper();
  private final Map<String, JobTable> jobs = new TreeMap<>();
  private final Map<String, JobTable> counted = new TreeMap<>();
  private final Submissions.Keeper counting = new Submissions.Keeper();
  private final Map<String, ClusterTable> clusters = new ConcurrentHashMap<>();
  private final Map<String, WaitTable> waits = new TreeMap<>();
  private List<PolicySummary> summaries;

  private RunFolder(Path folder, RunDescription description) {
    this.folder = folder;
    this.description = description;
    policies = RunPolicies.of(folder, description);
  }

  /**
   * Opens a folder.
   *
   * @throws DataException if it holds no results of a simulation
   */
  public static RunFolder open(Path folder) {
    Path file = folder.resolve(RUN);
    if (!Files.isRegularFile(file)) {
      throw new DataException(notThere(folder, file));
    }
    RunFolder run = new RunFolder(folder, RunDescription.read(file));
    run.policies.requireAny();
    return run;
  }

  private static Problem notThere(Path folder, Path file) {
    Path inner = folder.resolve("results");
    return Files.isRegularFile(inner.resolve(RUN))
        ? Problem.ofFile(file, "there is no such file", "Maybe %s was meant.".formatted(inner))
        : Problem.ofFile(
            file, "there is no such file", "Maybe 'limpid simulate' has to make the folder first.");
  }

  /**
   * The policy that is meant where nobody names one: one that studies are about if it is there,
   * else the first one.
   *
   * @param policies at least one
   */
  public static String preferred(List<String> policies) {
    return Policies.standard().named(Role.SUBJECT).stream()
        .filter(policies::contains)
        .findFirst()
        .orElse(policies.getFirst());
  }

  /**
   * A policy, and what to say about the choice.
   *
   * @param name of the policy
   * @param notices a sentence if there were others and nobody named this one
   */
  public record Chosen(String name, List<String> notices) {
    public Chosen {
      notices = List.copyOf(notices);
    }
  }

  /**
   * The policy of this name; without a name the {@link #preferred preferred} one. All commands that
   * speak of one policy of a run choose it here.
   *
   * @throws DataException if the run has none of that name
   */
  public Chosen choose(Optional<String> name) {
    if (name.isPresent()) {
      return new Chosen(known("--policy", name.get()), List.of());
    }
    String preferred = preferred(policies());
    return new Chosen(
        preferred,
        policies().size() == 1
            ? List.of()
            : List.of(
                "Of %d policies: %s. --policy names another."
                    .formatted(policies().size(), preferred)));
  }

  /**
   * A policy that was run.
   *
   * @param place where the name comes from, for the message
   * @throws DataException if the run has none of that name
   */
  public String known(String place, String name) {
    return policies.known(place, name);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** How the results came about. */
  public RunDescription description() {
    return description;
  }

  /** The options that it was run with. */
  public RunOptions options() {
    return RunOptions.read(folder.resolve(RUN));
  }

  /** The CSV files that a reader may look at, by their paths in the folder. */
  public List<String> tables() {
    List<String> files = new ArrayList<>(SummaryTables.FILES);
    policies().forEach(policy -> files.add("%s/%s".formatted(policy, JOBS)));
    policiesWithWaits().forEach(policy -> files.add("%s/%s".formatted(policy, WAITS)));
    return files;
  }

  /** The policies that were run, in the order of the run; at least one. */
  public List<String> policies() {
    return policies.names();
  }

  /** The figures of the policies that were run, in the order of the run. */
  public List<PolicySummary> summaries() {
    synchronized (jobs) {
      if (summaries == null) {
        summaries =
            SummaryTables.read(folder).stream()
                .filter(each -> !description.artifacts().containsKey(each.policy()))
                .toList();
      }
      return summaries;
    }
  }

  /**
   * What became of the jobs under a policy, in the order of the trace: of those that the tables of
   * the run tell of, which are all without {@code --count-from}.
   */
  public JobTable jobs(String policy) {
    OptionalLong from = description.countFromSeconds();
    if (from.isEmpty()) {
      return allJobs(policy);
    }
    synchronized (jobs) {
      return counted.computeIfAbsent(
          policy, name -> allJobs(name).submittedFrom(from.getAsLong(), counting));
    }
  }

  /**
   * What became of every job under a policy, in the order of the trace, those of a warm-up
   * included.
   */
  public JobTable allJobs(String policy) {
    synchronized (jobs) {
      if (!jobs.containsKey(policy)) {
        JobTable read = JobsFile.read(file(policy, JOBS), all);
        jobs.values().forEach(other -> requireAsMany(other, read, policy));
        jobs.put(policy, read);
      }
      return jobs.get(policy);
    }
  }

  /** Row by row the tables of all policies are of the same jobs. */
  private void requireAsMany(JobTable other, JobTable read, String policy) {
    if (other.size() != read.size()) {
      throw new DataException(
          Problem.of(
              file(policy, JOBS).toString(),
              "expected %d jobs as under another policy, found %d"
                  .formatted(other.size(), read.size()),
              CHANGED));
    }
  }

  /** The same with the numbers of the jobs. It is read anew at each call. */
  public JobTable numberedJobs(String policy) {
    return JobsFile.read(file(policy, JOBS));
  }

  /**
   * The records of all jobs under a policy, as the simulator made them. They are read anew at each
   * call.
   *
   * @param trace the jobs of the run
   */
  public JobRecords records(String policy, Trace trace) {
    return JobsFile.records(file(policy, JOBS), trace, Policies.standard().about(policy).columns());
  }

  /** Whether the decisions of a policy were recorded. */
  public boolean hasDecisions(String policy) {
    return Files.isRegularFile(path(policy, DECISIONS));
  }

  /**
   * The decisions of a policy. They are read anew at each call.
   *
   * @param own the jobs of the run under this policy
   */
  public DecisionLog decisions(String policy, JobTable own) {
    return DecisionFile.read(path(policy, DECISIONS), own);
  }

  /** The exception for decisions that don't follow from each other. */
  public DataException brokenDecisions(String policy, IllegalStateException why) {
    return DecisionFile.broken(path(policy, DECISIONS), why);
  }

  /**
   * States of a policy from which a changed run can go on; none if none were recorded.
   *
   * @param records what became of the jobs
   */
  public Snapshots snapshots(String policy, JobRecords records) {
    return SnapshotFile.read(path(policy, SNAPSHOTS), records);
  }

  /** The exception for snapshots that don't fit the run. */
  public DataException brokenSnapshots(String policy, Exception why) {
    return SnapshotFile.broken(path(policy, SNAPSHOTS), why);
  }

  /** Whether a policy noted what it learnt of durations during the run. */
  public boolean hasLearntEstimates(String policy) {
    return Files.exists(path(policy, ESTIMATES));
  }

  /**
   * What a policy that learnt durations believed of every job; empty if it noted nothing.
   *
   * @param trace the jobs of the run
   */
  public Optional<Estimates> learntEstimates(String policy, Trace trace) {
    if (!hasLearntEstimates(policy)) {
      return Optional.empty();
    }
    Path file = path(policy, ESTIMATES);
    Problems problems = new Problems();
    Estimates estimates = EstimatesFile.read(file, file.toString(), trace, problems);
    problems.throwIfAny();
    return Optional.of(estimates);
  }

  /** Whether there is a table of the cluster over time under a policy. */
  public boolean hasCluster(String policy) {
    return Files.isRegularFile(path(policy, CLUSTER));
  }

  /** The cluster over time under a policy. */
  public ClusterTable cluster(String policy) {
    return clusters.computeIfAbsent(policy, name -> ClusterTable.read(file(name, CLUSTER)));
  }

  /** The policies whose results say why jobs waited; none without {@code --explain}. */
  public List<String> policiesWithWaits() {
    return policies().stream().filter(policy -> Files.isRegularFile(path(policy, WAITS))).toList();
  }

  /** Why jobs waited under a policy, row by row those of {@link #jobs}. */
  public WaitTable waits(String policy) {
    WaitTable all = allWaits(policy);
    OptionalLong from = description.countFromSeconds();
    return from.isEmpty() ? all : all.rows(allJobs(policy).rowsFrom(from.getAsLong()));
  }

  /** Why jobs waited under a policy, row by row those of {@link #allJobs}. */
  public WaitTable allWaits(String policy) {
    JobTable own = allJobs(policy);
    synchronized (waits) {
      return waits.computeIfAbsent(policy, _ -> waits(policy, own));
    }
  }

  /**
   * Why jobs waited under a policy. It is read anew at each call.
   *
   * @param own all jobs of the run under this policy
   */
  public WaitTable waits(String policy, JobTable own) {
    Path file = path(policy, WAITS);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file, "there is no such file", "Maybe run 'limpid simulate' with --explain."));
    }
    return WaitTable.read(file, own);
  }

  /**
   * The names of all jobs, in the order of the trace; numbers of rows, from 1, where the file has
   * none. They are read anew at each call.
   */
  public List<String> jobIds() {
    return JobsFile.ids(file(policies().getFirst(), JOBS));
  }

  /** Hands over the last placement of each job under a policy, row by row, without keeping them. */
  public void placements(String policy, PlacementConsumer consumer) {
    JobsFile.placements(file(policy, JOBS), consumer);
  }

  /** Told where jobs ran. */
  @FunctionalInterface
  public interface PlacementConsumer {
    /**
     * A job ran on some GPUs.
     *
     * @param row of the job in {@link RunFolder#allJobs}
     * @param nodes {@code node:gpu+gpu;node:gpu}; may be empty
     */
    void accept(int row, String nodes);
  }

  private Path file(String policy, String name) {
    if (!policies().contains(policy)) {
      throw new IllegalArgumentException(
          "expected one of %s, found '%s'".formatted(policies(), policy));
    }
    Path file = path(policy, name);
    if (!Files.isRegularFile(file)) {
      throw new DataException(InputFiles.explain(file, new NoSuchFileException(file.toString())));
    }
    return file;
  }

  private Path path(String policy, String name) {
    return folder.resolve(policy).resolve(name);
  }
}
