package org.limpid.profiler.oracle;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import org.limpid.profiler.oracle.OracleTask.Node;

/** Nodes that large jobs have reserved in one pass. */
final class OracleReservations {
  private final LimpidCase given;
  private final OraclePairs believed;
  private final List<Node> nodes;
  private final long now;
  private final List<Reservation> made = new ArrayList<>();

  private record Reservation(List<Node> nodes, double until) {}

  OracleReservations(LimpidCase given, OraclePairs believed, List<Node> nodes, long now) {
    this.given = given;
    this.believed = believed;
    this.nodes = nodes;
    this.now = now;
  }

  /** Nodes that are not reserved, or free again when they are needed. */
  List<Node> allowedFor(OracleTask task) {
    double end = now + task.remaining();
    return nodes.stream()
        .filter(node ->
            made.stream().noneMatch(other -> other.nodes.contains(node) && end > other.until))
        .toList();
  }

  /** A large job could not be placed: it reserves the nodes that are free first. */
  void reserveFor(OracleTask task) {
    if (made.size() >= given.choices().reservations()) {
      return;
    }
    int count = (task.gpuCount + given.gpusPerNode() - 1) / given.gpusPerNode();
    List<Node> candidates = new ArrayList<>(nodes);
    candidates.removeIf(node -> made.stream().anyMatch(other -> other.nodes.contains(node)));
    candidates.sort(comparingDouble(this::freeAt));
    if (candidates.size() >= count) {
      List<Node> chosen = List.copyOf(candidates.subList(0, count));
      made.add(new Reservation(chosen, freeAt(chosen.getLast())));
    }
  }

  private double freeAt(Node node) {
    return node.tasks().stream()
        .mapToDouble(task -> now + task.remaining() / believed.rate(task))
        .max()
        .orElse(now);
  }
}
