package org.limpid.profiler.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;

/**
 * Lucid: {@link OracleProfiler} first, then each virtual cluster with sharing.
 *
 * <p>Where the specification is silent:
 *
 * <ul>
 *   <li>a loan that finds no idle node gives nothing, and the return that belongs to it does
 *       nothing, be it the first loan or a later one. Read as the artifact, a return does nothing
 *       only when a node 9999 is there, so that the return after a failed first loan adds a node
 *       that nobody gave; and no numbers are swapped before a loan has succeeded;
 *   <li>when two nodes swap numbers, the shares of running jobs keep their order. Read as the
 *       artifact, the renumbered share becomes the last one of its job;
 *   <li>a pair that the table has in neither order runs at rates 1 and 1;
 *   <li>of several rows for one pair the first of the file counts.
 * </ul>
 */
public final class OracleLucid {
  private static final int SWITCH_PERIOD_SECONDS = 100;
  private static final double SHARE_ABOVE_JOBS = 2;
  private static final int MAX_SHARE_SCORE_SUM = 2;
  private static final double MAX_PRIORITY_RATIO = 2;
  private static final Set<String> UNDISTURBED_MODELS =
      Set.of("NeuMF", "ResNet50", "BERT", "Transformer");

  private final OracleCase given;
  private final OracleForecast forecast;
  private final Map<Workload, Integer> shareScores = new HashMap<>();
  private final Map<Pair, PairProfile> pairs = new HashMap<>();
  private final OracleResult result;

  private record Pair(Workload first, Workload second) {}

  private record Rates(double newcomer, double partner) {}

  private OracleLucid(OracleCase given) {
    this.given = given;
    forecast = new OracleForecast(given.forecast());
    result = OracleProfiler.profile(given);
    for (Profiles.SingleProfile single : given.profiles().singles()) {
      shareScores.putIfAbsent(single.profile().workload(), single.shareScore());
    }
    for (PairProfile pair : given.profiles().pairs()) {
      pairs.putIfAbsent(new Pair(pair.first(), pair.second()), pair);
    }
  }

  /** Both stages. */
  public static OracleResult run(OracleCase given) {
    OracleLucid lucid = new OracleLucid(given);
    given.cluster().virtualClusters().forEach(vc -> lucid.new Run(vc).simulate());
    return lucid.result;
  }

  private Rates rates(Workload newcomer, Workload partner) {
    if (UNDISTURBED_MODELS.contains(newcomer.model())
        || UNDISTURBED_MODELS.contains(partner.model())) {
      return new Rates(1, 1);
    }
    PairProfile pair = pairs.get(new Pair(newcomer, partner));
    if (pair != null) {
      return new Rates(pair.firstRate(), pair.secondRate());
    }
    PairProfile reversed = pairs.get(new Pair(partner, newcomer));
    return reversed == null
        ? new Rates(1, 1)
        : new Rates(reversed.secondRate(), reversed.firstRate());
  }

  private final class Run {
    private final OracleCluster cluster;
    private final OracleSubmissions submissions;
    private final List<OracleJob> queue = new ArrayList<>();
    private final List<OracleJob> running = new ArrayList<>();
    private final Map<Long, Integer> exchanges = new HashMap<>();
    private boolean nodeIsAway;
    private boolean hasGiven;
    private boolean sharing;
    private long now = given.startSecond();

    Run(VirtualCluster vc) {
      cluster =
          new OracleCluster(
              given.nodesBesideProfiler(vc), given.cluster().gpusPerNode(), given.placer());
      submissions =
          new OracleSubmissions(
              given.jobsOf(vc).stream()
                  .filter(job -> !result.finishedInProfiler[job.row])
                  .toList());
      if (vc.name().equals(given.profiler().lender())) {
        result.profilerChanges.forEach(change -> exchanges.put(change.second(), -change.nodes()));
      }
    }

    void simulate() {
      while (submissions.remain() || !queue.isEmpty() || !running.isEmpty()) {
        running.removeIf(this::endsOrAdvances);
        int known = queue.size();
        submissions.acceptAt(now, queue);
        queue.subList(known, queue.size()).forEach(this::rate);
        switchSharing();
        queue.sort(Comparator.comparingDouble((OracleJob job) -> job.priority));
        if (sharing) {
          tryEveryJob();
        } else {
          placeFromHead();
        }
        exchangeNode();
        now++;
      }
    }

    /** Tests the remaining time before it shrinks: the extra second. */
    private boolean endsOrAdvances(OracleJob job) {
      if (job.remaining <= 0) {
        end(job);
        return true;
      }
      job.remaining -= job.rate;
      return false;
    }

    private void end(OracleJob job) {
      job.end = now;
      cluster.release(job);
      OracleJob other = job.partner;
      if (!job.newcomer && other != null) {
        // The first one ends first: the survivor keeps its shared rate and never learns of it.
        other.partner = null;
        becomeExclusive(job);
      } else if (job.newcomer && other != null) {
        other.partner = null;
        becomeExclusive(other);
      } else if (job.newcomer) {
        becomeExclusive(job);
      }
      result.record(job);
    }

    private void becomeExclusive(OracleJob job) {
      job.exclusive = true;
      job.rate = 1;
      job.delocatedAt = now;
    }

    private void rate(OracleJob job) {
      job.priority = given.priority(job);
      job.shareScore = shareScores.get(job.profile.workload());
    }

    private void switchSharing() {
      if (now % SWITCH_PERIOD_SECONDS == 0) {
        sharing = !forecast.hasRowsAfter(now) || forecast.meanJobs(now) > SHARE_ABOVE_JOBS;
      }
    }

    private void placeFromHead() {
      while (!queue.isEmpty() && cluster.place(queue.getFirst())) {
        start(queue.removeFirst());
      }
    }

    private void tryEveryJob() {
      for (OracleJob job : List.copyOf(queue)) {
        OracleJob partner = job.isSmall() ? partnerFor(job) : null;
        if (partner != null) {
          join(job, partner);
        }
        if (partner != null || cluster.place(job)) {
          queue.remove(job);
          start(job);
        }
      }
    }

    private OracleJob partnerFor(OracleJob job) {
      for (OracleJob other : running) {
        if (other.exclusive
            && other.gpuCount == job.gpuCount
            && other.profile.memoryMib() < given.cluster().gpuMemoryMib() - job.profile.memoryMib()
            && other.shareScore + job.shareScore <= MAX_SHARE_SCORE_SUM
            && job.priority <= MAX_PRIORITY_RATIO * other.priority) {
          return other;
        }
      }
      return null;
    }

    private void join(OracleJob job, OracleJob partner) {
      Rates rates = rates(job.profile.workload(), partner.profile.workload());
      cluster.occupy(job, partner.shares);
      job.newcomer = true;
      job.exclusive = false;
      job.rate = rates.newcomer();
      job.colocatedAt = now;
      job.partner = partner;
      partner.exclusive = false;
      partner.rate = rates.partner();
      partner.partner = job;
    }

    private void start(OracleJob job) {
      job.start = now;
      job.queue = result.profilerQueue[job.row] + now - job.submit;
      running.add(job);
    }

    private void exchangeNode() {
      int nodes = exchanges.getOrDefault(now, 0);
      if (nodes < 0) {
        give();
      } else if (nodes > 0 && (given.readAsArtifact() ? wanderer() == null : nodeIsAway)) {
        cluster.nodes.add(
            new OracleCluster.Node(OracleCluster.WANDERING_NUMBER, given.cluster().gpusPerNode()));
        nodeIsAway = false;
      }
    }

    private OracleCluster.Node wanderer() {
      return cluster.nodes.stream()
          .filter(node -> node.number == OracleCluster.WANDERING_NUMBER)
          .findFirst()
          .orElse(null);
    }

    private void give() {
      OracleCluster.Node node =
          cluster.nodes.stream()
              .filter(OracleCluster.Node::isIdle)
              .max(Comparator.comparingInt((OracleCluster.Node idle) -> idle.number))
              .orElse(null);
      if (node == null) {
        result.failedLoans++;
        return;
      }
      if (hasGiven && node.number != OracleCluster.WANDERING_NUMBER) {
        swapNumbers(node, wanderer());
      }
      cluster.nodes.remove(node);
      hasGiven = true;
      nodeIsAway = true;
      result.grantedLoans++;
    }

    private void swapNumbers(OracleCluster.Node idle, OracleCluster.Node wanderer) {
      wanderer.number = idle.number;
      idle.number = OracleCluster.WANDERING_NUMBER;
      if (given.readAsArtifact()) {
        running.forEach(job -> OracleCluster.moveToEnd(job, wanderer));
      }
    }
  }
}
