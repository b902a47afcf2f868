package org.limpid.profiler.oracle;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.limpid.profiler.oracle.LimpidChoices.Sizes;
import org.limpid.profiler.oracle.OracleTask.Gpu;
import org.limpid.profiler.oracle.OracleTask.Node;

/** Where one waiting job may go in one second, and what each place costs. */
final class OraclePlaces {
  private final LimpidCase given;
  private final OraclePairs believed;
  private final OracleTask task;

  /** Nodes that it may use, in their order. */
  private final List<Node> nodes;

  /** All that run, in the order of their starts. */
  private final List<OracleTask> running;

  private final Predicate<OracleTask> isKnown;

  /** GPUs, and what is lost there in GPUs. */
  record Place(List<Gpu> gpus, double cost) {}

  OraclePlaces(
      LimpidCase given,
      OraclePairs believed,
      OracleTask task,
      List<Node> nodes,
      List<OracleTask> running,
      Predicate<OracleTask> isKnown) {
    this.given = given;
    this.believed = believed;
    this.task = task;
    this.nodes = nodes;
    this.running = running;
    this.isKnown = isKnown;
  }

  /** The cheapest place; null if there is none. */
  Place cheapest() {
    return cheapest(task.gpuCount <= given.gpusPerNode() ? smallPlaces() : largePlaces());
  }

  private static Place cheapest(List<Place> places) {
    Place best = null;
    for (Place place : places) {
      if (best == null || place.cost < best.cost) {
        best = place;
      }
    }
    return best;
  }

  private List<Place> smallPlaces() {
    List<Place> places = new ArrayList<>();
    for (Node node : nodes) {
      addIfThere(places, lowestFree(node, task.gpuCount));
      for (OracleTask host : loneHosts(node)) {
        addIfThere(places, besideHost(node, host));
      }
      if (task.gpuCount > 1) {
        addIfThere(places, cheapestGpus(node, task.gpuCount));
      }
    }
    return places;
  }

  private void addIfThere(List<Place> places, List<Gpu> gpus) {
    if (gpus != null) {
      places.add(new Place(gpus, costOnOneNode(gpus)));
    }
  }

  private double costOnOneNode(List<Gpu> gpus) {
    return OracleTask.on(gpus).isEmpty()
        ? given.choices().idleNodePricePermille()
            * 0.001
            / given.gpusPerNode()
            * gpus.getFirst().node.freeCount()
        : loss(task.gpuCount, gpus);
  }

  /** The free GPUs with the lowest numbers; null if there are too few. */
  private static List<Gpu> lowestFree(Node node, int count) {
    List<Gpu> free = node.free();
    return free.size() < count ? null : free.subList(0, count);
  }

  /** Those that are alone on some GPU of a node, in the order of their first such GPU. */
  private static List<OracleTask> loneHosts(Node node) {
    return OracleTask.on(node.gpus.stream().filter(gpu -> gpu.only() != null).toList());
  }

  private List<Gpu> besideHost(Node node, OracleTask host) {
    if (!sizesAllow(host) || !mayShare(host)) {
      return null;
    }
    List<Gpu> gpus = node.gpus.stream().filter(gpu -> gpu.only() == host).toList();
    return gpus.size() < task.gpuCount ? null : gpus.subList(0, task.gpuCount);
  }

  private boolean sizesAllow(OracleTask host) {
    return switch (given.choices().sizes()) {
      case ANY -> true;
      case SMALLER -> task.gpuCount <= host.gpuCount;
      case EQUAL -> task.gpuCount == host.gpuCount && host.isAloneOnAllGpus();
      case NONE -> false;
    };
  }

  /** GPUs one by one, whoever is there, if jobs may be mixed like that. */
  private List<Gpu> cheapestGpus(Node node, int count) {
    if (given.choices().sizes() != Sizes.ANY) {
      return null;
    }
    List<Gpu> byPrice = new ArrayList<>(node.gpus);
    byPrice.removeIf(gpu -> !isUsable(gpu));
    byPrice.sort(comparingDouble(this::price));
    if (byPrice.size() < count) {
      return null;
    }
    return byPrice.subList(0, count).stream().sorted(comparingInt(gpu -> gpu.number)).toList();
  }

  private boolean isUsable(Gpu gpu) {
    return gpu.isFree() || gpu.only() != null && mayShare(gpu.only());
  }

  private double price(Gpu gpu) {
    if (gpu.isFree()) {
      return 0;
    }
    OracleTask host = gpu.only();
    return (1 - believed.ofNewcomer(task, host)) + host.gpuCount * slowdown(host);
  }

  private double slowdown(OracleTask host) {
    return Math.max(0, believed.rate(host) - believed.ofOlder(task, host));
  }

  /** Whether the two can stand each other and are known; that they are alone is asked elsewhere. */
  private boolean mayShare(OracleTask host) {
    double memory = given.cluster().gpuMemoryMib() - given.choices().memoryMarginMib();
    return isKnown.test(task)
        && isKnown.test(host)
        && host.profile.memoryMib() < memory - task.profile.memoryMib()
        && task.shareScore + host.shareScore <= given.choices().scoreLimit();
  }

  private double loss(int gpuCount, List<Gpu> gpus) {
    List<OracleTask> hosts = OracleTask.on(gpus);
    if (hosts.isEmpty()) {
      return 0;
    }
    double hostsLoss = 0;
    double slowest = 1;
    double longest = 0;
    for (OracleTask host : hosts) {
      double weight = Math.min(1, host.remaining() / task.remaining());
      hostsLoss += host.gpuCount * slowdown(host) * weight;
      slowest = Math.min(slowest, believed.ofNewcomer(task, host));
      longest = Math.max(longest, weight);
    }
    return hostsLoss + gpuCount * (1 - slowest) * longest;
  }

  private List<Place> largePlaces() {
    List<Place> places = new ArrayList<>();
    Place onNodes = wholeNodesAndRemainder();
    if (onNodes != null) {
      places.add(onNodes);
    }
    running.stream()
        .filter(this::isTwin)
        .map(host -> new Place(host.gpus, loss(task.gpuCount, host.gpus)))
        .forEach(places::add);
    return places;
  }

  private boolean isTwin(OracleTask host) {
    return given.choices().sizes() != Sizes.NONE
        && host.gpuCount == task.gpuCount
        && host.isAloneOnAllGpus()
        && mayShare(host)
        && host.gpus.stream().allMatch(gpu -> nodes.contains(gpu.node));
  }

  private Place wholeNodesAndRemainder() {
    int whole = task.gpuCount / given.gpusPerNode();
    List<Place> byLoss = new ArrayList<>(wholeNodes());
    byLoss.sort(comparingDouble(Place::cost));
    if (byLoss.size() < whole) {
      return null;
    }
    List<Gpu> gpus = new ArrayList<>();
    byLoss.subList(0, whole).forEach(place -> gpus.addAll(place.gpus));
    int remainder = task.gpuCount % given.gpusPerNode();
    if (remainder > 0) {
      Node last = bestFit(remainder, gpus);
      if (last == null) {
        return null;
      }
      gpus.addAll(lowestFree(last, remainder));
    }
    return new Place(gpus, loss(task.gpuCount, gpus));
  }

  private List<Place> wholeNodes() {
    List<Place> places = new ArrayList<>();
    for (Node node : nodes) {
      List<Gpu> gpus = node.isIdle() ? node.gpus : cheapestGpus(node, given.gpusPerNode());
      if (gpus != null) {
        places.add(new Place(gpus, loss(given.gpusPerNode(), gpus)));
      }
    }
    return places;
  }

  /** Of the nodes that are not taken that with the fewest free GPUs which suffice. */
  private Node bestFit(int count, List<Gpu> taken) {
    return nodes.stream()
        .filter(node -> taken.stream().noneMatch(gpu -> gpu.node == node))
        .filter(node -> node.freeCount() >= count)
        .min(comparingInt(node -> node.freeCount()))
        .orElse(null);
  }
}
