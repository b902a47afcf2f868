package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.NodeReservation;

/** Reservations on small clusters in which every estimate is right. */
class NodeForecastTest {
  private static void assertReserved(
      Partition partition, int job, long until, int... expectedNodes) {
    ExpectedRun expected = ExpectedRun.exact(partition.truth()::workSeconds);
    NodeReservation reservation = new NodeForecast(partition, expected).reserveFor(job);
    assertEquals(until, reservation.until());
    int positions = partition.nodes().positionBound();
    for (int node = 0; node < positions; node++) {
      boolean isExpected = contains(expectedNodes, node);
      assertEquals(isExpected, reservation.touches(Allocation.of(node, 1)), "node " + node);
    }
  }

  private static boolean contains(int[] nodes, int node) {
    for (int candidate : nodes) {
      if (candidate == node) {
        return true;
      }
    }
    return false;
  }

  /** Node 0 is full until 100, node 1 until 50, node 2 has 3 GPUs free and 8 from 70 on. */
  private static final Given THREE_NODES =
      Given.nodes(3)
          .job(0, 8, 100)
          .job(0, 8, 50)
          .job(0, 5, 70)
          .job(20, 4, 10)
          .job(20, 8, 10)
          .job(20, 12, 10)
          .job(20, 24, 10)
          .job(20, 3, 10);

  @Test
  void reservesTheNodesThatAreFreeSoonest() {
    Partition partition = THREE_NODES.partition();
    new Script(partition)
        .start(0, 0, 1, 2)
        .at(
            20,
            () -> {
              assertReserved(partition, 3, 50, 1);
              assertReserved(partition, 4, 50, 1);
              assertReserved(partition, 5, 70, 1, 2);
              assertReserved(partition, 6, 100, 0, 1, 2);
              assertReserved(partition, 7, 20, 2);
            })
        .start(70, 3, 4)
        .start(100, 5, 7)
        .start(200, 6)
        .run();
  }

  /** GPUs 0 to 3 are held by a pair until 30 and 90, GPUs 4 to 7 until 60. */
  @Test
  void sharedGpuIsFreeWhenBothHaveEnded() {
    Partition partition =
        Given.nodes(1)
            .job(0, 4, 30)
            .job(0, 4, 90)
            .job(0, 4, 60)
            .job(0, 8, 1)
            .job(0, 4, 1)
            .partition();
    new Script(partition)
        .at(
            0,
            () -> {
              partition.tryStart(0);
              partition.startShared(1, 0, 1, 1);
              partition.tryStart(2);
              assertReserved(partition, 3, 90, 0);
              assertReserved(partition, 4, 60, 0);
            })
        .start(60, 4)
        .start(90, 3)
        .run();
  }

  /** Node 1 is lent, so the job can only wait for node 0; two nodes are not to be had. */
  @Test
  void lentNodesAreNotReserved() {
    Partition partition = Given.nodes(2).job(0, 8, 40).job(0, 8, 1).job(0, 16, 1).partition();
    new Script(partition)
        .at(
            0,
            () -> {
              partition.tryStart(0);
              partition.removeNode(1);
              assertReserved(partition, 1, 40, 0);
              ExpectedRun expected = ExpectedRun.exact(partition.truth()::workSeconds);
              assertTrue(new NodeForecast(partition, expected).reserveFor(2).isEmpty());
              partition.addNode(9999);
            })
        .start(40, 2)
        .start(41, 1)
        .run();
  }
}
