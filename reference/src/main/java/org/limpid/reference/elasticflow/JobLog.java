package org.limpid.reference.elasticflow;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.reference.ReferenceResult;
import org.limpid.simulation.sink.JobColumn;

/** What became of the jobs, and the counts of accepted and declined ones. */
final class JobLog {
  /** The artifact's sign for a start that was never noted. */
  private static final double NEVER_NOTED = Long.MAX_VALUE;

  private final List<Job> jobs;
  private final double[] loggedTimes;
  private final double[] starts;
  private final double[] ends;
  private final double[] exactEnds;
  private final long[] gpus;
  private final double[] pending;
  private final long[] met;
  private final boolean[] declined;
  private long accepted;
  private long declinedJobs;

  JobLog(List<Job> jobs) {
    this.jobs = jobs;
    loggedTimes = unknown();
    starts = unknown();
    ends = unknown();
    exactEnds = unknown();
    gpus = jobs.stream().mapToLong(job -> job.requested).toArray();
    pending = unknown();
    met = new long[jobs.size()];
    declined = new boolean[jobs.size()];
  }

  private double[] unknown() {
    double[] values = new double[jobs.size()];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Counts a job as accepted unless it is best effort. */
  void accept(Job job) {
    accepted += job.isBestEffort() ? 0 : 1;
  }

  /** A job is refused. */
  void decline(Job job) {
    declined[job.row] = true;
    declinedJobs++;
  }

  /**
   * A job has ended.
   *
   * @param time of the row in the artifact's log
   * @param decisive the end that is compared with the deadline; a late job is no longer accepted
   */
  void endAccepted(Job job, double time, double decisive) {
    if (decisive > job.deadline) {
      accepted--;
    }
    end(job, time, decisive);
  }

  /** The same where a job counts as accepted only if it ends in time. */
  void endInTime(Job job, double time) {
    if (job.end <= job.deadline) {
      accept(job);
    }
    end(job, time, job.end);
  }

  private void end(Job job, double time, double decisive) {
    boolean isLate = decisive > job.deadline;
    declinedJobs += isLate ? 1 : 0;
    loggedTimes[job.row] = time;
    starts[job.row] = Double.isNaN(job.start) ? NEVER_NOTED : job.start;
    ends[job.row] = job.end;
    exactEnds[job.row] = Double.isNaN(job.realEnd) ? job.end : job.realEnd;
    gpus[job.row] = job.gpus;
    pending[job.row] = job.pending;
    met[job.row] = isLate ? 0 : 1;
  }

  /** All that there is to tell. */
  ReferenceResult result(double utilisation) {
    double[] jct = unknown();
    double[] submits = new double[jobs.size()];
    double[] deadlines = unknown();
    long[] requested = new long[jobs.size()];
    long[] bestEffort = new long[jobs.size()];
    long[] admitted = new long[jobs.size()];
    double[] preemptions = unknown();
    double[] queue = pending.clone();
    long preempted = 0;
    for (Job job : jobs) {
      int row = job.row;
      submits[row] = job.submit;
      requested[row] = job.requested;
      bestEffort[row] = job.isBestEffort() ? 1 : 0;
      deadlines[row] = job.isBestEffort() ? Double.NaN : job.deadline;
      admitted[row] = declined[row] ? 0 : 1;
      met[row] = job.isBestEffort() ? JobColumn.NONE : met[row];
      jct[row] = Double.isNaN(ends[row]) ? Double.NaN : (long) (ends[row] - job.submit);
      preemptions[row] = Double.isNaN(ends[row]) ? Double.NaN : job.preemptions;
      queue[row] = starts[row] == NEVER_NOTED ? Double.NaN : queue[row];
      preempted += job.preemptions;
    }
    return new ReferenceResult(
        List.of(
            new JobColumn.Whole("gpu_num", gpus),
            new JobColumn.Decimal("submit_time", submits),
            new JobColumn.Decimal("start_time", starts),
            new JobColumn.Decimal("end_time", ends),
            new JobColumn.Decimal("exact_end_time", exactEnds),
            new JobColumn.Decimal("deadline", deadlines),
            new JobColumn.Whole("best_effort", bestEffort),
            new JobColumn.Whole("accepted", admitted),
            new JobColumn.Whole("met_deadline", met),
            new JobColumn.Decimal("logged_time", loggedTimes),
            new JobColumn.Whole("asked_gpu_num", requested),
            new JobColumn.Decimal("jct", jct),
            new JobColumn.Decimal("pending_time", pending),
            new JobColumn.Decimal("preemptions", preemptions)),
        ends,
        queue,
        preempted,
        utilisation,
        figures());
  }

  private Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("accepted", (double) accepted);
    figures.put("declined", (double) declinedJobs);
    figures.put("deadline_ratio", (double) accepted / (accepted + declinedJobs));
    return figures;
  }
}
