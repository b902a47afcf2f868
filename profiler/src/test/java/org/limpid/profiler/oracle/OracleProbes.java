package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The profiling stage of {@code limpid}: jobs that are small enough stay for a while, short ones
 * end here. Each larger job sends a probe: a copy on one node at most, which stays exactly as long
 * as the time limit and is lost. Probes wait behind all jobs and do not count when the size of the
 * profiler is decided on.
 *
 * <p>The clock stops after the second in which the last job or probe has left. If loans are kept, a
 * node on loan is given back in that second.
 */
final class OracleProbes {
  private static final int BORROW_PERIOD_SECONDS = 10;
  private static final int RETURN_PERIOD_SECONDS = 100;
  private static final int BORROW_ABOVE_WAITING = 10;
  private static final int RETURN_BELOW_WAITING = 5;
  private static final int RETURN_AT_MOST_LARGEST_JOBS = 5;

  /** Changes of the profiler's size in order of time. */
  final List<OracleResult.Change> changes = new ArrayList<>();

  /** Second in which the probe of a job ended, by row; {@link OracleJob#UNKNOWN} without probe. */
  final long[] probeEnd;

  /** What profiled jobs became, by row; null for others. */
  final OracleJob[] profiled;

  private final LimpidCase given;
  private final OracleForecast forecast;
  private final OracleCluster cluster;
  private final OracleSubmissions jobs;
  private final OracleSubmissions probes;
  private final List<OracleJob> waitingJobs = new ArrayList<>();
  private final List<OracleJob> waitingProbes = new ArrayList<>();
  private final List<OracleJob> running = new ArrayList<>();
  private OracleCluster.Node borrowed;
  private long now;

  private OracleProbes(LimpidCase given) {
    this.given = given;
    int size = given.trace().size();
    probeEnd = new long[size];
    Arrays.fill(probeEnd, OracleJob.UNKNOWN);
    profiled = new OracleJob[size];
    forecast = new OracleForecast(given.forecast());
    cluster =
        new OracleCluster(
            given.choices().profilerNodes(), given.gpusPerNode(), OraclePlacer.CONSOLIDATE);
    jobs = submissions(false);
    probes = submissions(true);
    now = given.startSecond();
  }

  /** The stage of a case; nothing happens if there is no profiler. */
  static OracleProbes of(LimpidCase given) {
    OracleProbes stage = new OracleProbes(given);
    if (given.choices().hasProfiler()) {
      stage.run();
    }
    return stage;
  }

  /** Whether the job has ended in the profiler. */
  boolean finished(int row) {
    return profiled[row] != null && profiled[row].duration <= given.choices().limitSeconds();
  }

  private boolean isProbe(int row) {
    return given.trace().gpuCount(row) > given.largestProfiled();
  }

  private OracleSubmissions submissions(boolean ofProbes) {
    return new OracleSubmissions(
        IntStream.range(0, given.trace().size())
            .filter(row -> isProbe(row) == ofProbes)
            .filter(row -> !ofProbes || given.choices().probes() > 0)
            .mapToObj(this::guest)
            .toList());
  }

  private OracleJob guest(int row) {
    return isProbe(row)
        ? new OracleJob(given.trace(), row, Math.min(given.gpusPerNode(), given.largestProfiled()))
        : new OracleJob(given.trace(), row);
  }

  private void run() {
    while (isBusy()) {
      running.removeIf(this::leavesNow);
      jobs.acceptAt(now, waitingJobs);
      probes.acceptAt(now, waitingProbes);
      waitingJobs.sort(Comparator.comparingInt((OracleJob job) -> job.gpuCount));
      startJobs();
      startProbes();
      if (given.profiler().lender() != null && given.profiler().loanNodes() > 0) {
        changeSize();
      }
      now++;
    }
    if (given.choices().keepsLoans() && borrowed != null) {
      changes.add(new OracleResult.Change(now - 1, -1));
    }
  }

  private boolean isBusy() {
    return jobs.remain()
        || probes.remain()
        || !waitingJobs.isEmpty()
        || !waitingProbes.isEmpty()
        || !running.isEmpty();
  }

  private boolean leavesNow(OracleJob guest) {
    if (now != guest.start + stay(guest)) {
      return false;
    }
    guest.end = now;
    cluster.release(guest);
    if (isProbe(guest.row)) {
      probeEnd[guest.row] = now;
    } else {
      profiled[guest.row] = guest;
    }
    return true;
  }

  private long stay(OracleJob guest) {
    long limit = given.choices().limitSeconds();
    return isProbe(guest.row) ? limit : Math.min(guest.duration, limit);
  }

  private void startJobs() {
    while (!waitingJobs.isEmpty() && cluster.place(waitingJobs.getFirst())) {
      start(waitingJobs.removeFirst());
    }
  }

  private void startProbes() {
    while (waitingJobs.isEmpty()
        && !waitingProbes.isEmpty()
        && runningProbes() < given.choices().probes()
        && cluster.place(waitingProbes.getFirst())) {
      start(waitingProbes.removeFirst());
    }
  }

  private long runningProbes() {
    return running.stream().filter(guest -> isProbe(guest.row)).count();
  }

  private void start(OracleJob guest) {
    guest.start = now;
    guest.queue = now - guest.submit;
    running.add(guest);
  }

  private void changeSize() {
    if (borrowed == null) {
      if (now % BORROW_PERIOD_SECONDS == 0 && waitingJobs.size() > BORROW_ABOVE_WAITING) {
        borrow();
      }
    } else if (now % RETURN_PERIOD_SECONDS == 0
        && waitingJobs.size() < RETURN_BELOW_WAITING
        && borrowed.isIdle()
        && expectsFewGpus()) {
      giveBack();
    }
  }

  private void borrow() {
    borrowed = new OracleCluster.Node(OracleCluster.WANDERING_NUMBER, given.gpusPerNode());
    cluster.nodes.add(borrowed);
    changes.add(new OracleResult.Change(now, 1));
  }

  private void giveBack() {
    cluster.nodes.remove(borrowed);
    borrowed = null;
    changes.add(new OracleResult.Change(now, -1));
  }

  /** In the artifact the first look at a forecast that is used up says no. */
  private boolean expectsFewGpus() {
    if (!given.choices().keepsLoans() && forecast.firstFindsNothingLeft(now)) {
      return false;
    }
    return forecast.meanGpus(now) <= RETURN_AT_MOST_LARGEST_JOBS * given.profiledGpus();
  }
}
