package org.limpid.simulation.policy.limpid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.queue.JobQueue;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;

/** Notes why places were taken and why there was none, if somebody wants to know. */
final class PlacementTeller {
  /** A place was taken; how its values are laid out is said in {@link Placed}. */
  static final String PLACED = "placed";

  /** No place was found. */
  static final String REFUSED = "place-refused";

  /** A probe has shown what a waiting job is. */
  static final String KNOWN = "profile-known";

  /** Places told beside the one that was taken. */
  private static final int OTHERS = 3;

  /** Hosts told by their names. */
  static final int HOSTS = 3;

  private final Partition partition;
  private final PartitionJobs jobs;
  private final Nodes nodes;
  private final Runners runners;
  private final Hosting hosting;
  private final Reservations reservations;
  private final int[] toldReasons;
  private List<Candidate> considered = List.of();

  PlacementTeller(
      Partition partition, Runners runners, Hosting hosting, Reservations reservations) {
    this.partition = partition;
    jobs = partition.jobs();
    nodes = partition.nodes();
    this.runners = runners;
    this.hosting = hosting;
    this.reservations = reservations;
    toldReasons = new int[partition.wantsReasons() ? jobs.size() : 0];
  }

  /** The places that come into question for the job that is tried now. */
  void considered(List<Candidate> places) {
    considered = places;
  }

  /** A probe has ended. */
  void known(int job) {
    partition.tellNote(job, KNOWN);
  }

  /** A place is about to be taken. */
  void taken(int job, Candidate best) {
    if (!partition.wantsReasons()) {
      return;
    }
    Map<Allocation, Candidate> places = new LinkedHashMap<>();
    considered.forEach(each -> places.putIfAbsent(each.place(), each));
    List<Double> values = new ArrayList<>();
    values.add((double) places.size());
    append(best, values);
    places.values().stream()
        .filter(each -> !each.place().equals(best.place()))
        .sorted(Comparator.comparingDouble(Candidate::cost))
        .limit(OTHERS)
        .forEach(each -> append(each, values));
    partition.tellNote(job, PLACED, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void append(Candidate place, List<Double> values) {
    int[] hosts = hosts(place.place());
    values.add((double) place.form().ordinal());
    values.add((double) place.place().nodeCount());
    values.add((double) nodes.number(place.place().node(0)));
    values.add(place.hostsLoss());
    values.add(place.ownLoss());
    values.add(place.fragmentation());
    values.add((double) hosts.length);
    Arrays.stream(hosts).limit(HOSTS).forEach(host -> values.add((double) host));
  }

  private int[] hosts(Allocation place) {
    List<Integer> hosts = new ArrayList<>();
    forEachGpu(
        place,
        (node, gpu) -> {
          int host = runners.occupants().older(node, gpu);
          if (host != Occupants.NOBODY && !hosts.contains(host)) {
            hosts.add(host);
          }
        });
    return hosts.stream().mapToInt(Integer::intValue).toArray();
  }

  private interface GpuVisitor {
    void visit(int node, int gpu);
  }

  private static void forEachGpu(Allocation place, GpuVisitor visitor) {
    for (int i = 0; i < place.nodeCount(); i++) {
      for (long rest = place.gpuMask(i); rest != 0; rest &= rest - 1) {
        visitor.visit(place.node(i), Long.numberOfTrailingZeros(rest));
      }
    }
  }

  /** The jobs of a class wait on: tells each of them why, if the reasons have changed. */
  void refused(JobClass mine) {
    JobQueue.Walk walk = mine.jobs();
    int[] counts = null;
    while (walk.next()) {
      int job = walk.job();
      counts = counts == null || !reservations.isEmpty() ? counts(job) : counts;
      partition.tellNotPlaced(job);
      int reasons = reasons(counts);
      if (toldReasons[job] != reasons) {
        toldReasons[job] = reasons;
        partition.tellNote(
            job, REFUSED, Arrays.stream(counts).mapToDouble(count -> count).toArray());
      }
    }
  }

  /** The GPUs of the virtual cluster by what they are to a waiting job. */
  private int[] counts(int job) {
    int[] counts = new int[PlaceRefused.Reason.values().length];
    double end = partition.now() + runners.left(job);
    for (int node = 0; node < nodes.positionBound(); node++) {
      if (nodes.number(node) >= 0) {
        boolean allowed = reservations.allow(node, end) || reservations.isFor(node, job);
        for (int gpu = 0; gpu < nodes.gpusPerNode(); gpu++) {
          counts[reason(job, node, gpu, allowed).ordinal()]++;
        }
      }
    }
    return counts;
  }

  private PlaceRefused.Reason reason(int job, int node, int gpu, boolean allowed) {
    int host = runners.occupants().older(node, gpu);
    boolean isFree = host == Occupants.NOBODY;
    if (!isFree && runners.occupants().other(host, node, gpu) != Occupants.NOBODY) {
      return PlaceRefused.Reason.FULL;
    }
    Hosting.Verdict verdict = isFree ? Hosting.Verdict.JOINS : hosting.verdict(job, host);
    return switch (verdict) {
      case UNKNOWN -> PlaceRefused.Reason.UNKNOWN;
      case MEMORY -> PlaceRefused.Reason.MEMORY;
      case DISTURBANCE -> PlaceRefused.Reason.DISTURBANCE;
      case SIZE -> PlaceRefused.Reason.SIZE;
      case JOINS -> allowed ? PlaceRefused.Reason.SCATTERED : PlaceRefused.Reason.RESERVED;
    };
  }

  private static int reasons(int[] counts) {
    int bits = 1 << counts.length;
    for (int i = 0; i < counts.length; i++) {
      bits |= counts[i] > 0 ? 1 << i : 0;
    }
    return bits;
  }
}
