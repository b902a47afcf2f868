package org.limpid.simulation.resource;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.bytes.Resumable;

/**
 * Finds GPUs for jobs by a placement rule. For which numbers of GPUs it found none is remembered:
 * as long as nothing is released, a monotone rule fails again. For one thread.
 */
public final class PlaceFinder implements Resumable {
  private final Nodes nodes;
  private final Placer placer;
  private final FailedPlacements failed = new FailedPlacements();

  /**
   * @param nodes where to look
   * @param placer the rule
   */
  public PlaceFinder(Nodes nodes, Placer placer) {
    this.nodes = nodes;
    this.placer = placer;
  }

  /** Whether there might be free GPUs for a job that asks for so many. */
  public boolean mayFind(int gpuCount) {
    return gpuCount <= nodes.freeGpus() && !failed.stillFails(gpuCount, nodes.releases());
  }

  /** Free GPUs for a job that asks for so many; null when it has to wait. */
  public Allocation find(int gpuCount) {
    if (!mayFind(gpuCount)) {
      return null;
    }
    Allocation place = placer.place(nodes, gpuCount);
    if (place == null) {
      failed.remember(gpuCount, nodes.releases());
    }
    return place;
  }

  /**
   * Free GPUs on nodes that are not reserved. That there are none is remembered of this reservation
   * only, since it says nothing about all nodes.
   */
  public Allocation find(int gpuCount, NodeReservation avoided) {
    if (avoided.isEmpty()) {
      return find(gpuCount);
    }
    if (failed.stillFails(gpuCount, nodes.releases())
        || avoided.stillFails(gpuCount, nodes.releases())) {
      return null;
    }
    avoided.hide(nodes);
    Allocation place = placer.place(nodes, gpuCount);
    avoided.show(nodes);
    if (place == null) {
      avoided.rememberFailure(gpuCount, nodes.releases());
    }
    return place;
  }

  /**
   * Free GPUs on nodes that are not reserved and suit. That there are none is not remembered, as
   * others may suit the next time.
   */
  public Allocation find(int gpuCount, NodeReservation avoided, IntPredicate suits) {
    int[] unfit =
        IntStream.range(0, nodes.positionBound())
            .filter(node -> nodes.number(node) >= 0 && nodes.freeGpus(node) > 0)
            .filter(node -> !avoided.contains(node) && !suits.test(node))
            .toArray();
    avoided.hide(nodes);
    for (int node : unfit) {
      nodes.hide(node);
    }
    Allocation place = placer.place(nodes, gpuCount);
    for (int node : unfit) {
      nodes.show(node);
    }
    avoided.show(nodes);
    return place;
  }

  /** What the rule has drawn; failed searches are left out, as they only spare work. */
  @Override
  public void save(ByteWriter out) {
    if (placer instanceof Resumable resumable) {
      resumable.save(out);
    }
  }

  @Override
  public void restore(ByteReader in) {
    if (placer instanceof Resumable resumable) {
      resumable.restore(in);
    }
  }
}
