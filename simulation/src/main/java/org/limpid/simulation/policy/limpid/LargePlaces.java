package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.limpid.Candidate.Form;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/** The places that are considered for a job of more than one node. For one thread. */
final class LargePlaces {
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Runners runners;
  private final Hosting hosting;
  private final NodePlaces places;
  private final SoleHosts hosts;
  private final LossSum loss;
  private final Reservations reservations;

  private final LargeRunners running = new LargeRunners();

  /** A node of which a job would take all GPUs, and what is lost there. */
  private record WholeNode(int node, double loss) {}

  LargePlaces(
      Partition partition,
      Runners runners,
      Hosting hosting,
      NodePlaces places,
      SoleHosts hosts,
      LossSum loss,
      Reservations reservations) {
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.runners = runners;
    this.hosting = hosting;
    this.places = places;
    this.hosts = hosts;
    this.loss = loss;
    this.reservations = reservations;
  }

  void started(int job) {
    if (isLarge(job)) {
      running.add(job, jobs.gpuCount(job), runners.place(job));
    }
  }

  void ended(int job) {
    if (isLarge(job)) {
      running.remove(job, jobs.gpuCount(job));
    }
  }

  /** Whether a job asks for more than one node. */
  boolean isLarge(int job) {
    return jobs.gpuCount(job) > nodes.gpusPerNode();
  }

  /** Whether it would find a place if no node was reserved. */
  boolean mayFit(JobClass mine) {
    int job = mine.job();
    int missing = wholeNodes(job) - nodes.countWithFree(nodes.gpusPerNode());
    return missing <= 0
        || (hosting.mayShare(job)
            && (hasMirror(job) || mine.shared(places).cardinality() >= missing));
  }

  private int wholeNodes(int job) {
    return jobs.gpuCount(job) / nodes.gpusPerNode();
  }

  private boolean hasMirror(int job) {
    LargeRunners.OfOneSize same = running.of(jobs.gpuCount(job));
    for (int i = 0; i < same.count(); i++) {
      if (mirrors(job, same.job(i), same.place(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * All that is considered.
   *
   * @param end when the job is expected to end
   */
  List<Candidate> consider(JobClass mine, double end) {
    int job = mine.job();
    List<Candidate> found = new ArrayList<>();
    Allocation whole = wholeNodes(mine, end);
    if (whole != null) {
      found.add(candidate(Form.NODES, job, whole));
    }
    LargeRunners.OfOneSize same = running.of(jobs.gpuCount(job));
    for (int i = 0; i < same.count() && hosting.mayShare(job); i++) {
      Allocation place = same.place(i);
      if (mirrors(job, same.job(i), place) && reservations.allow(place, end)) {
        found.add(candidate(Form.SAME_GPUS, job, place));
      }
    }
    return found;
  }

  private boolean mirrors(int job, int host, Allocation place) {
    return !nodes.isShared(place) && hosting.verdict(job, host) == Hosting.Verdict.JOINS;
  }

  private Candidate candidate(Form form, int job, Allocation place) {
    loss.begin(job);
    for (int i = 0; i < place.nodeCount(); i++) {
      loss.add(place.node(i), place.gpuMask(i));
    }
    return new Candidate(form, place, loss.ofHosts(), loss.ofNewcomer(jobs.gpuCount(job)), 0);
  }

  /** The nodes on which least is lost, and for a remainder the best fit; null if there are none. */
  private Allocation wholeNodes(JobClass mine, double end) {
    int job = mine.job();
    int count = wholeNodes(job);
    int remainder = jobs.gpuCount(job) % nodes.gpusPerNode();
    List<Integer> chosen = nodesWithoutLoss(job, end, count);
    if (chosen.size() < count && hosting.mayShare(job)) {
      chosen = cheapestNodes(mine, end, count);
    }
    if (chosen.size() < count) {
      return null;
    }
    int last = remainder == 0 ? -1 : bestFit(remainder, chosen, end);
    if (remainder > 0 && last < 0) {
      return null;
    }
    int[] positions = new int[count + (remainder > 0 ? 1 : 0)];
    long[] masks = new long[positions.length];
    for (int i = 0; i < count; i++) {
      positions[i] = chosen.get(i);
      masks[i] = nodes.gpuMask();
    }
    if (remainder > 0) {
      positions[count] = last;
      masks[count] = nodes.lowestFree(last, remainder);
    }
    return new Allocation(positions, masks);
  }

  /** The first so many nodes that a job may have as a whole without any loss, or fewer. */
  private List<Integer> nodesWithoutLoss(int job, double end, int most) {
    boolean shares = hosting.mixes() && hosting.mayShare(job);
    hosts.refresh();
    List<Integer> found = new ArrayList<>();
    int idle = nodes.nextWithFree(nodes.gpusPerNode(), 0);
    int shared = shares ? hosts.nextWithoutLoss(job, nodes.gpusPerNode(), 0) : -1;
    while (found.size() < most && (idle >= 0 || shared >= 0)) {
      boolean isShared = idle < 0 || (shared >= 0 && shared < idle);
      int node = isShared ? shared : idle;
      if (reservations.allow(node, end) && (!isShared || lossOn(job, node) == 0)) {
        found.add(node);
      }
      if (isShared) {
        shared = hosts.nextWithoutLoss(job, nodes.gpusPerNode(), node + 1);
      } else {
        idle = nodes.nextWithFree(nodes.gpusPerNode(), node + 1);
      }
    }
    return found;
  }

  /** So many nodes that a job may have as a whole, cheapest first; none if there are fewer. */
  private List<Integer> cheapestNodes(JobClass mine, double end, int most) {
    BitSet shared = mine.shared(places);
    if (nodes.countWithFree(nodes.gpusPerNode()) + shared.cardinality() < most) {
      return List.of();
    }
    List<WholeNode> found = new ArrayList<>();
    for (int node = nextWhole(shared, 0); node >= 0; node = nextWhole(shared, node + 1)) {
      if (reservations.allow(node, end)) {
        found.add(new WholeNode(node, lossOn(mine.job(), node)));
      }
    }
    if (found.size() < most) {
      return List.of();
    }
    found.sort(Comparator.comparingDouble(WholeNode::loss));
    return found.subList(0, most).stream().map(WholeNode::node).toList();
  }

  /** The next node that is idle or among these; -1 if there is none. */
  private int nextWhole(BitSet shared, int from) {
    int idle = nodes.nextWithFree(nodes.gpusPerNode(), from);
    int beside = shared.nextSetBit(from);
    return idle < 0 || (beside >= 0 && beside < idle) ? beside : idle;
  }

  private double lossOn(int job, int node) {
    loss.begin(job);
    loss.add(node, nodes.gpuMask());
    return loss.ofHosts() + loss.ofNewcomer(nodes.gpusPerNode());
  }

  /** The other node with fewest free GPUs of those that have enough; -1 if there is none. */
  private int bestFit(int count, List<Integer> taken, double end) {
    for (int free = count; free <= nodes.gpusPerNode(); free++) {
      for (int node = nodes.nextWithFree(free, 0);
          node >= 0;
          node = nodes.nextWithFree(free, node + 1)) {
        if (!taken.contains(node) && reservations.allow(node, end)) {
          return node;
        }
      }
    }
    return -1;
  }
}
