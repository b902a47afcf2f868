package org.limpid.profiler.oracle;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.profiler.oracle.OracleTask.Gpu;
import org.limpid.profiler.oracle.OracleTask.Node;

/**
 * The policy {@code limpid}: the profiling stage, then each virtual cluster second by second. In
 * every second all running jobs work, those that are done end, others arrive, and, if something
 * happened, every waiting job is tried in order.
 */
public final class OracleLimpid {
  private final LimpidCase given;
  private final OracleProbes stage;
  private final OraclePairs inTruth;
  private final OraclePairs believed;
  private final LimpidResult result;

  private OracleLimpid(LimpidCase given) {
    this.given = given;
    stage = OracleProbes.of(given);
    inTruth = OraclePairs.inTruth(given);
    believed = OraclePairs.believed(given);
    result = new LimpidResult(given.trace().size());
  }

  /** Both stages. */
  public static LimpidResult run(LimpidCase given) {
    OracleLimpid limpid = new OracleLimpid(given);
    limpid.recordProfiler();
    given.cluster().virtualClusters().forEach(vc -> limpid.new Run(vc).simulate());
    return limpid.result;
  }

  private void recordProfiler() {
    result.profilerChanges.addAll(stage.changes);
    for (int row = 0; row < given.trace().size(); row++) {
      result.probeEnd[row] = stage.probeEnd[row];
      if (stage.finished(row)) {
        OracleJob job = stage.profiled[row];
        result.record(row, job.start, job.end, job.queue, job.nodes);
      }
    }
  }

  /** Jobs of one kind are taken to fail together. */
  private record Kind(int gpuCount, WorkloadProfile profile, boolean isKnown) {}

  private final class Run {
    private final List<Node> nodes = new ArrayList<>();
    private final List<OracleTask> coming = new ArrayList<>();
    private final List<OracleTask> waiting = new ArrayList<>();
    private final List<OracleTask> running = new ArrayList<>();
    private final OracleLending lending;
    private boolean nodeCameBack;

    /** Classes of jobs of which one has found no place in this pass. */
    private final Set<Kind> failed = new HashSet<>();

    private long now = given.startSecond();

    Run(VirtualCluster vc) {
      IntStream.range(0, given.nodesBesideProfiler(vc))
          .forEach(number -> nodes.add(new Node(number, given.gpusPerNode())));
      given.rowsOf(vc).stream()
          .filter(row -> !stage.finished(row))
          .map(row -> new OracleTask(given, stage, shareScore(row), row))
          .forEach(coming::add);
      coming.sort(comparingLong(task -> task.arrival));
      boolean isLender = vc.name().equals(given.profiler().lender());
      lending =
          new OracleLending(
              nodes,
              given.gpusPerNode(),
              given.choices().keepsLoans(),
              isLender ? stage.changes : List.of());
    }

    private int shareScore(int row) {
      return inTruth.shareScore(given.trace().workloadProfile(row).workload());
    }

    void simulate() {
      while (!coming.isEmpty() || !waiting.isEmpty() || !running.isEmpty()) {
        boolean ended = workAndEnd();
        boolean arrived = accept();
        boolean changed = ended || arrived || nodeCameBack || lending.isDue(now);
        if (!waiting.isEmpty() && (changed || somebodyBecomesKnown())) {
          tryAll();
        }
        nodeCameBack = lending.act(now, running);
        now++;
      }
    }

    /** Whether somebody ended. */
    private boolean workAndEnd() {
      int delay = given.choices().endDelaySeconds();
      List<OracleTask> done = new ArrayList<>();
      for (OracleTask task : running) {
        boolean wasDone = task.left <= 0;
        task.left -= wasDone ? 0 : task.rate;
        if (delay == 0 ? task.left <= 0 : wasDone) {
          done.add(task);
        }
      }
      done.forEach(this::end);
      return !done.isEmpty();
    }

    private void end(OracleTask task) {
      task.end = now;
      running.remove(task);
      task.gpus.forEach(gpu -> gpu.tasks.remove(task));
      followRates();
      OracleJob profiled = stage.profiled[task.row];
      long queueBefore = profiled == null ? 0 : profiled.queue;
      long queue = queueBefore + task.start - task.arrival;
      result.record(task.row, task.start, now, queue, LimpidResult.text(task.gpus));
    }

    private void followRates() {
      running.forEach(task -> task.rate = inTruth.rate(task));
    }

    /** Whether somebody arrived. */
    private boolean accept() {
      boolean arrived = false;
      while (!coming.isEmpty() && coming.getFirst().arrival == now) {
        waiting.add(coming.removeFirst());
        arrived = true;
      }
      return arrived;
    }

    private boolean somebodyBecomesKnown() {
      return becomesKnown(waiting) || becomesKnown(running);
    }

    private boolean becomesKnown(List<OracleTask> tasks) {
      for (OracleTask task : tasks) {
        if (isKnownAt(now, task) && !isKnownAt(now - 1, task)) {
          return true;
        }
      }
      return false;
    }

    private boolean isKnownAt(long second, OracleTask task) {
      return !given.choices().hasProfiler()
          || task.wasProfiled
          || task.probeEnd != OracleJob.UNKNOWN && task.probeEnd <= second
          || task.isRunning() && task.start + given.choices().limitSeconds() <= second;
    }

    /** One pass; jobs with the same priority keep the order of their arrivals. */
    private void tryAll() {
      OracleReservations reservations = new OracleReservations(given, believed, nodes, now);
      failed.clear();
      List<OracleTask> inOrder =
          waiting.stream().sorted(comparingDouble(OracleTask::priority)).toList();
      for (OracleTask task : inOrder) {
        if (!tryStart(task, reservations) && task.gpuCount > given.gpusPerNode()) {
          reservations.reserveFor(task);
        }
      }
    }

    /** A job is not tried when one of its kind has failed before. */
    private boolean tryStart(OracleTask task, OracleReservations reservations) {
      Kind kind = new Kind(task.gpuCount, task.profile, isKnownAt(now, task));
      if (failed.contains(kind)) {
        return false;
      }
      OraclePlaces.Place place = places(task, reservations.allowedFor(task)).cheapest();
      if (place == null) {
        failed.add(kind);
        return false;
      }
      start(task, place.gpus());
      return true;
    }

    private OraclePlaces places(OracleTask task, List<Node> allowed) {
      return new OraclePlaces(
          given, believed, task, allowed, running, candidate -> isKnownAt(now, candidate));
    }

    private void start(OracleTask task, List<Gpu> gpus) {
      task.start = now;
      task.gpus = gpus;
      gpus.forEach(gpu -> gpu.tasks.add(task));
      waiting.remove(task);
      running.add(task);
      result.shares(task.row, gpus.stream().anyMatch(gpu -> gpu.tasks.size() > 1));
      followRates();
    }
  }
}
