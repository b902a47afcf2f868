package org.limpid.experiment.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.simulation.bytes.StateException;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Simulator;

/**
 * Changes that may spare a job its wait and are tried quickly: each is one simulation of one
 * virtual cluster from its last snapshot on. {@link Counterfactual} looks further, and takes
 * longer.
 */
public final class QuickTrials {
  private QuickTrials() {}

  /**
   * A job after a change.
   *
   * @param words what is changed, as the subject of a sentence: {@code one more node in vc01}
   * @param change the same for {@code limpid whatif --change}
   * @param startSeconds when the job starts then
   * @param queueSeconds how long it waits then
   */
  public record Trial(String words, String change, long startSeconds, long queueSeconds) {}

  /** A change that can be made to a run, and how it is called. */
  private record Candidate(String words, String text, Change change) {}

  /**
   * What becomes of a job of a run under each of the changes that its policy allows, in a fixed
   * order: one more node, backfill, its true duration as estimate.
   *
   * @throws org.limpid.files.DataException if the run, its data set or its models are not there or
   *     are others, or the run has no such job
   */
  public static List<Trial> of(RunReference reference, JobId job) {
    FormerRun run = FormerRun.open(reference, false);
    Simulator.Task before = run.task(run.policy());
    int row = Counterfactual.row(before.inputs().trace(), job);
    JobTrials trials = new JobTrials(run, before, run.records(run.policy()), job);
    List<Trial> found = new ArrayList<>();
    for (Candidate candidate : candidates(before, row)) {
      tried(run, trials, candidate).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Trial> tried(FormerRun run, JobTrials trials, Candidate candidate) {
    try {
      return trials
          .probe(candidate.change(), candidate.words())
          .map(probe ->
              new Trial(
                  candidate.words(), candidate.text(), probe.startSeconds(), probe.queueSeconds()));
    } catch (StateException unfit) {
      throw run.folder().brokenSnapshots(run.policy(), unfit);
    }
  }

  private static List<Candidate> candidates(Simulator.Task before, int row) {
    Policy policy = before.policy();
    Trace.Job job = before.inputs().trace().job(row);
    List<Candidate> candidates = new ArrayList<>();
    if (policy.about().role() != Role.BOUND) {
      candidates.add(oneMoreNode(job));
    }
    if (Changes.canBackfill(policy)) {
      candidates.add(
          new Candidate(
              "backfill", "discipline backfill", new Change.QueueDiscipline(Discipline.BACKFILL)));
    }
    if (isMisjudged(policy, before.inputs(), row)) {
      candidates.add(trueDuration(job));
    }
    return candidates;
  }

  private static Candidate oneMoreNode(Trace.Job job) {
    String vc = job.virtualCluster();
    String from = Long.toString(job.submitSeconds());
    return new Candidate(
        "one more node in " + vc,
        "nodes %s +1 from %s".formatted(vc, from),
        new Change.Nodes(vc, 1, Optional.of(from)));
  }

  private static Candidate trueDuration(Trace.Job job) {
    return new Candidate(
        "its true duration as estimate",
        "estimate %s %d".formatted(job.id(), job.durationSeconds()),
        new Change.Estimate(job.id(), job.durationSeconds()));
  }

  private static boolean isMisjudged(Policy policy, PolicyInputs inputs, int row) {
    return policy.needs().contains(Need.ESTIMATES)
        && inputs.estimates() != null
        && inputs.estimates().seconds(row) != inputs.trace().durationSeconds(row);
  }
}
