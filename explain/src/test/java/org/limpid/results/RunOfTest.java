package org.limpid.results;

import java.util.Arrays;
import org.limpid.data.Trace;
import org.limpid.simulation.policy.PolicyInputs;
import org.limpid.simulation.record.JobColumn;
import org.limpid.simulation.record.JobRecords;

/** The facts of a run that was not written to disk. */
public final class RunOfTest {
  private RunOfTest() {}

  /** What {@code jobs.csv} would say. */
  public static JobFacts facts(PolicyInputs inputs, JobRecords records) {
    Trace trace = inputs.trace();
    int size = trace.size();
    long[] ids = new long[size];
    String[] users = new String[size];
    String[] virtualClusters = new String[size];
    int[] gpuCounts = new int[size];
    long[] submit = new long[size];
    long[] durations = new long[size];
    for (int row = 0; row < size; row++) {
      ids[row] = trace.jobId(row);
      users[row] = trace.user(row);
      virtualClusters[row] = trace.virtualCluster(row);
      gpuCounts[row] = trace.gpuCount(row);
      submit[row] = trace.submitSeconds(row);
      durations[row] = trace.durationSeconds(row);
    }
    long[][] times = {
      submit,
      durations,
      records.startSeconds(),
      records.endSeconds(),
      records.queueSeconds(),
      column(records, "profqueue", 0)
    };
    int[] scores =
        Arrays.stream(column(records, "sharescore", JobFacts.NO_SCORE))
            .mapToInt(score -> score == JobColumn.NONE ? JobFacts.NO_SCORE : (int) score)
            .toArray();
    return new JobFacts(ids, users, virtualClusters, gpuCounts, times, scores, new boolean[size]);
  }

  private static long[] column(JobRecords records, String name, long otherwise) {
    for (JobColumn column : records.extra()) {
      if (column.name().equals(name) && column instanceof JobColumn.Whole whole) {
        return whole.values();
      }
    }
    long[] values = new long[records.size()];
    Arrays.fill(values, otherwise);
    return values;
  }
}
