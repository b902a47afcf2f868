package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.sink.JobRecords;

/**
 * Runs a policy again on inputs that have changed a little, with the results of a whole run at a
 * fraction of its work.
 *
 * <p>Virtual clusters in which nothing has changed keep their records. The others go on from their
 * last snapshot before the first change, where jobs that had ended by then keep theirs. Where
 * durations are estimated during the run, everything is simulated from the start, as an estimate
 * may depend on all that has ended before.
 */
public final class Rerun {
  private final Simulator.Task before;
  private final JobRecords records;
  private final Snapshots snapshots;
  private final SimulationOptions options;

  /**
   * @param before what was run
   * @param records what became of the jobs
   * @param snapshots what the run has kept; {@link Snapshots#NONE} if nothing
   * @param options how it was run
   */
  public Rerun(
      Simulator.Task before, JobRecords records, Snapshots snapshots, SimulationOptions options) {
    this.before = before;
    this.records = records;
    this.snapshots = snapshots;
    this.options = options.withSnapshotSeconds(0).withExplained(false);
  }

  /**
   * What came out.
   *
   * @param jobs what became of the jobs, in the order of the changed trace
   * @param resumptions the virtual clusters that were simulated, in the order of the cluster
   */
  public record Result(JobRecords jobs, List<Resumption> resumptions) {
    public Result {
      resumptions = List.copyOf(resumptions);
    }
  }

  /**
   * How a virtual cluster was simulated again.
   *
   * @param virtualCluster its name
   * @param changeSecond the first second in which something is different
   * @param resumedFrom the first second that was simulated; empty: from the start of the run
   */
  public record Resumption(String virtualCluster, long changeSecond, OptionalLong resumedFrom) {}

  /**
   * Runs a changed task.
   *
   * @throws InputProblem when the policy can't run on the inputs
   * @throws org.limpid.simulation.bytes.StateException when a snapshot is not of this run
   */
  public Result run(Simulator.Task after) {
    return run(after, name -> true);
  }

  /**
   * Runs a changed task in some virtual clusters only. The jobs of others keep their records where
   * nothing has changed, and have start, end and waiting time 0 where something has.
   *
   * @param wanted selects virtual clusters by name
   */
  public Result run(Simulator.Task after, Predicate<String> wanted) {
    Requirements.check(List.of(before, after));
    PolicyRun old = prepare(before);
    PolicyRun changed = prepare(after);
    if (old.isLive() || changed.isLive()) {
      return runAll(after);
    }
    List<Resumption> resumptions = new ArrayList<>();
    List<Runnable> work = new ArrayList<>();
    FirstDifference difference = new FirstDifference(old, changed);
    List<VirtualCluster> clusters = after.inputs().cluster().virtualClusters();
    for (int index = 0; index < clusters.size(); index++) {
      String name = clusters.get(index).name();
      long second = difference.in(index);
      if (second == Partition.NEVER) {
        keep(old, changed, index);
      } else if (wanted.test(name)) {
        resumptions.add(resume(old, changed, index, second, work));
      }
    }
    Parallel.run(work, options.threads());
    return new Result(changed.completedRecords(), resumptions);
  }

  private PolicyRun prepare(Simulator.Task task) {
    int[][] rows = VirtualClusterRows.of(task.inputs().cluster(), task.inputs().trace());
    return new PolicyRun(task.policy(), task.inputs(), rows, options);
  }

  private Result runAll(Simulator.Task after) {
    PolicyInputs inputs = after.inputs();
    JobRecords all = new Simulator(options).run(after.policy(), inputs).jobs();
    List<Resumption> resumptions =
        inputs.cluster().virtualClusters().stream()
            .map(vc -> new Resumption(vc.name(), inputs.startSecond(), OptionalLong.empty()))
            .toList();
    return new Result(all, resumptions);
  }

  /** The jobs are the same in both runs. */
  private void keep(PolicyRun old, PolicyRun changed, int index) {
    PartitionJobs jobs = old.jobs(index);
    PartitionJobs same = changed.jobs(index);
    for (int job = 0; job < jobs.size(); job++) {
      changed.keep(records, jobs.row(job), same.row(job));
    }
  }

  private Resumption resume(
      PolicyRun old, PolicyRun changed, int index, long second, List<Runnable> work) {
    VirtualClusterRun run = changed.open(index);
    String name = changed.inputs().cluster().virtualClusters().get(index).name();
    Optional<Snapshot> snapshot =
        run.isResumable() ? snapshots.before(name, second) : Optional.empty();
    work.add(() -> {
      if (snapshot.isPresent()) {
        run.restore(snapshot.get());
        keepEnded(old, changed, index, run.partition());
        goOn(snapshot.get(), () -> changed.finish(index, run));
      } else {
        changed.finish(index, run);
      }
    });
    OptionalLong resumedFrom =
        snapshot.map(found -> OptionalLong.of(found.second())).orElse(OptionalLong.empty());
    return new Resumption(name, second, resumedFrom);
  }

  /** A state may fit in form and yet be none from which its run could have gone on. */
  private static void goOn(Snapshot snapshot, Runnable finish) {
    try {
      finish.run();
    } catch (IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException
        | ArithmeticException unfit) {
      throw new StateException(
          "no run goes on from the state of second %d (%s)"
              .formatted(snapshot.second(), unfit.getMessage()));
    }
  }

  private void keepEnded(PolicyRun old, PolicyRun changed, int index, Partition partition) {
    PartitionJobs jobs = old.jobs(index);
    IntStream.range(0, partition.jobs().size())
        .filter(job -> partition.state().hasEnded(job))
        .forEach(job -> changed.keep(records, jobs.row(job), partition.jobs().row(job)));
  }
}
