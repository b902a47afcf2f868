package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.simulation.metrics.PolicySummary;

/**
 * The folder that {@code limpid simulate --out} made. Tables are read when first asked for and
 * kept; columns that are the same for all policies are kept once. Safe for several threads.
 */
public final class RunFolder {
  private static final String PREFERRED = "lucid";
  private static final String RUN = "run.json";
  private static final String JOBS = "jobs.csv";
  private static final String CLUSTER = "cluster.csv";
  private static final String WAITS = "waits.csv";

  private final Path folder;
  private final RunDescription description;
  private final List<String> policies;
  private final JobTableReader jobReader = new JobTableReader();
  private final Map<String, JobTable> jobs = new TreeMap<>();
  private final Map<String, JobTable> counted = new TreeMap<>();
  private final Submissions.Keeper counting = new Submissions.Keeper();
  private final Map<String, ClusterTable> clusters = new ConcurrentHashMap<>();
  private final Map<String, WaitTable> waits = new TreeMap<>();
  private List<PolicySummary> summaries;

  private RunFolder(Path folder, RunDescription description) {
    this.folder = folder;
    this.description = description;
    policies =
        description.policies().stream()
            .filter(policy -> Files.isRegularFile(folder.resolve(policy).resolve(JOBS)))
            .toList();
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
    if (run.policies.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected a folder with %s for each policy, found none".formatted(JOBS),
              "Maybe this was not written by 'limpid simulate'."));
    }
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
   * The policy that is meant where nobody names one: {@code lucid} if it is there, else the first
   * one.
   *
   * @param policies at least one
   */
  public static String preferred(List<String> policies) {
    return policies.contains(PREFERRED) ? PREFERRED : policies.getFirst();
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** How the results came about. */
  public RunDescription description() {
    return description;
  }

  /** The policies that were run, in the order of the run; at least one. */
  public List<String> policies() {
    return policies;
  }

  /**
   * The figures of the policies that were run, in the order of the run.
   *
   * @throws DataException if {@code summary.csv}, {@code by_vc.csv} or {@code by_size.csv} can't be
   *     read or is wrong
   */
  public List<PolicySummary> summaries() {
    synchronized (jobs) {
      summaries = summaries == null ? SummaryReader.read(folder) : summaries;
      return summaries;
    }
  }

  /**
   * What became of the jobs under a policy, in the order of the trace: of those that the tables of
   * the run tell of, which are all without {@code --count-from}.
   *
   * @throws DataException if the file can't be read or is wrong
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
   *
   * @throws DataException if the file can't be read or is wrong
   */
  public JobTable allJobs(String policy) {
    synchronized (jobs) {
      return jobs.computeIfAbsent(policy, name -> jobReader.read(file(name, JOBS)));
    }
  }

  /**
   * The cluster over time under a policy.
   *
   * @throws DataException if the file can't be read or is wrong
   */
  public ClusterTable cluster(String policy) {
    return clusters.computeIfAbsent(policy, name -> ClusterTable.read(file(name, CLUSTER)));
  }

  /** The policies whose results say why jobs waited; none without {@code --explain}. */
  public List<String> policiesWithWaits() {
    return policies.stream()
        .filter(policy -> Files.isRegularFile(folder.resolve(policy).resolve(WAITS)))
        .toList();
  }

  /**
   * Why jobs waited under a policy, row by row those of {@link #jobs}.
   *
   * @throws DataException if the file is not there, can't be read, is wrong, or does not fit the
   *     jobs
   */
  public WaitTable waits(String policy) {
    WaitTable all = allWaits(policy);
    OptionalLong from = description.countFromSeconds();
    return from.isEmpty() ? all : all.rows(allJobs(policy).rowsFrom(from.getAsLong()));
  }

  /**
   * Why jobs waited under a policy, row by row those of {@link #allJobs}.
   *
   * @throws DataException if the file is not there, can't be read, is wrong, or does not fit the
   *     jobs
   */
  public WaitTable allWaits(String policy) {
    JobTable own = allJobs(policy);
    Path file = folder.resolve(policy).resolve(WAITS);
    if (!Files.isRegularFile(file)) {
      throw new DataException(
          Problem.ofFile(
              file, "there is no such file", "Maybe run 'limpid simulate' with --explain."));
    }
    synchronized (waits) {
      return waits.computeIfAbsent(policy, _ -> WaitTable.read(file, own));
    }
  }

  /**
   * The names of all jobs, in the order of the trace; numbers of rows, from 1, where the file has
   * none. They are read anew at each call.
   *
   * @throws DataException if the file can't be read or is wrong
   */
  public List<String> jobIds() {
    return jobReader.ids(file(policies.getFirst(), JOBS));
  }

  /**
   * Hands over the last placement of each job under a policy, row by row, without keeping them.
   *
   * @throws DataException if the file can't be read or is wrong
   */
  public void placements(String policy, PlacementConsumer consumer) {
    jobReader.placements(file(policy, JOBS), consumer);
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
    if (!policies.contains(policy)) {
      throw new IllegalArgumentException(
          "expected one of %s, found '%s'".formatted(policies, policy));
    }
    Path file = folder.resolve(policy).resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new DataException(InputFiles.explain(file, new NoSuchFileException(file.toString())));
    }
    return file;
  }
}
