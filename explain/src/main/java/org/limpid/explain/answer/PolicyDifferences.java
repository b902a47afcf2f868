package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.explain.compare.DifferenceText;
import org.limpid.explain.compare.PolicyComparer;
import org.limpid.explain.compare.PolicyDifference;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/** Answers which jobs gain and lose between two policies, and why. */
public final class PolicyDifferences {
  private PolicyDifferences() {}

  /**
   * The answer.
   *
   * @param folder of a run with {@code --explain}
   * @param all whether all jobs that gain or lose are named, not the first ones only
   * @throws DataException if files are missing or wrong, or a policy is not there
   */
  public static Answer answer(Path folder, String first, String second, boolean all) {
    RunFolder run = RunFolder.open(folder);
    PolicyComparer.Side before = side(run, run.known(folder.toString(), first));
    PolicyComparer.Side after = side(run, run.known(folder.toString(), second));
    try {
      PolicyDifference difference =
          new PolicyComparer(before, after).compare(all ? Integer.MAX_VALUE : PolicyDifference.FEW);
      return new Answer(DifferenceText.page(difference), json(difference), List.of());
    } catch (IllegalArgumentException mismatch) {
      throw new DataException(
          Problem.ofFile(folder, mismatch.getMessage(), "Maybe files were changed after the run."));
    }
  }

  private static Map<String, Object> json(PolicyDifference difference) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("answer", DifferenceText.sentences(difference));
    map.put("first", difference.first());
    map.put("second", difference.second());
    map.put("all", difference.all());
    map.put("sooner", difference.sooner());
    map.put("later", difference.later());
    map.put("bySize", difference.bySize());
    map.put("byVirtualCluster", difference.byVirtualCluster());
    map.put("gainers", difference.gainers());
    map.put("losers", difference.losers());
    return map;
  }

  private static PolicyComparer.Side side(RunFolder run, String policy) {
    JobTable jobs = run.numberedJobs(policy);
    if (jobs.size() == 0) {
      throw new DataException(
          Problem.ofFile(run.folder().resolve(policy), "expected jobs, found none", ""));
    }
    return new PolicyComparer.Side(policy, jobs, run.waits(policy, jobs));
  }
}
