package org.limpid.simulation.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodesTest {
  private static final int STEPS = 3000;
  private static final int NODES = 5;

  @Test
  void lowestFreeSkipsHeldGpus() {
    Nodes nodes = new Nodes(1, 8);
    nodes.hold(Allocation.of(0, 0b0000_1011));
    assertEquals(0b0011_0100, nodes.lowestFree(0, 3));
    assertEquals(0, nodes.lowestFree(0, 0));
  }

  @Test
  void sharedGpusBecomeFreeWhenBothJobsHaveLeft() {
    Nodes nodes = new Nodes(2, 8);
    Allocation place = Allocation.of(1, 0b1111);
    nodes.hold(place);
    nodes.share(place);
    assertEquals(1, nodes.nodesWithMoreJobs());
    nodes.release(place);
    assertEquals(4, nodes.freeGpus(1));
    assertEquals(1, nodes.nodesWithOneJob());
    nodes.release(place);
    assertEquals(16, nodes.freeGpus());
  }

  @Test
  void countsReleasesOnlyWhenGpusBecomeFree() {
    Nodes nodes = new Nodes(1, 8);
    Allocation place = Allocation.of(0, 0b1);
    long before = nodes.releases();
    nodes.hold(place);
    nodes.share(place);
    nodes.release(place);
    assertEquals(before, nodes.releases());
    nodes.release(place);
    assertTrue(nodes.releases() > before);
  }

  @Test
  void refusesGpusThatAreNotFree() {
    Nodes nodes = new Nodes(1, 8);
    nodes.hold(Allocation.of(0, 0b11));
    assertThrows(IllegalStateException.class, () -> nodes.hold(Allocation.of(0, 0b110)));
    assertThrows(IllegalStateException.class, () -> nodes.hold(Allocation.of(0, 1L << 8)));
  }

  @Test
  void refusesToShareSharedGpusAndSuchThatNobodyHas() {
    Nodes nodes = new Nodes(1, 8);
    nodes.hold(Allocation.of(0, 0b11));
    assertThrows(IllegalStateException.class, () -> nodes.share(Allocation.of(0, 0b1100)));
    nodes.share(Allocation.of(0, 0b01));
    assertThrows(IllegalStateException.class, () -> nodes.share(Allocation.of(0, 0b11)));
    assertThrows(IllegalStateException.class, () -> nodes.share(Allocation.of(0, 0b10 | 1L << 8)));
  }

  /** The second job joins on GPU 1 and takes GPU 2; when the first goes, GPU 0 is free. */
  @Test
  void jobMayShareSomeOfItsGpusAndHaveOthersAlone() {
    Nodes nodes = new Nodes(1, 8);
    nodes.hold(Allocation.of(0, 0b011));
    nodes.share(Allocation.of(0, 0b110));
    assertEquals(5, nodes.freeGpus());
    assertEquals(0b101, nodes.heldOnceMask(0));
    assertEquals(1, nodes.nodesWithMoreJobs());
    nodes.release(Allocation.of(0, 0b011));
    assertEquals(6, nodes.freeGpus());
    assertEquals(0b110, nodes.heldOnceMask(0));
    assertEquals(1, nodes.nodesWithOneJob());
  }

  @Test
  void lendsOnlyIdleNodes() {
    Nodes nodes = new Nodes(2, 8);
    nodes.hold(Allocation.of(1, 0b1));
    assertEquals(0, nodes.idleNodeWithHighestNumber());
    assertThrows(IllegalStateException.class, () -> nodes.remove(1));
    nodes.remove(0);
    assertEquals(-1, nodes.positionOf(0));
    assertEquals(8, nodes.gpuCount());
  }

  @Test
  void returnedNodeStandsLastWhateverItsNumber() {
    Nodes nodes = new Nodes(3, 8);
    nodes.remove(1);
    nodes.add(1);
    assertEquals(3, nodes.positionOf(1));
    assertEquals(2, nodes.nextWithFree(8, 1));
    assertEquals(3, nodes.nextWithFree(8, 3));
  }

  @Test
  void sixtyFourGpusFillTheWholeWord() {
    Nodes nodes = new Nodes(1, 64);
    assertEquals(-1L, nodes.freeMask(0));
    assertEquals(-1L, nodes.lowestFree(0, 64));
    nodes.hold(Allocation.of(0, -1L));
    assertEquals(0, nodes.freeGpus());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 64})
  void equalsTheNaiveModel(int gpusPerNode) {
    Operations operations = new Operations(gpusPerNode);
    for (int step = 0; step < STEPS; step++) {
      operations.next();
    }
    assertTrue(operations.shared > 10, "only " + operations.shared + " were shared");
    assertTrue(operations.lent > 10, "only " + operations.lent + " were lent");
  }

  /** Random operations on nodes and their naive model side by side. */
  private static final class Operations {
    private final SplittableRandom random;
    private final Nodes nodes;
    private final NaiveNodes model;
    private final List<Allocation> jobs = new ArrayList<>();
    private int shared;
    private int lent;

    Operations(int gpusPerNode) {
      random = new SplittableRandom(gpusPerNode);
      nodes = new Nodes(NODES, gpusPerNode);
      model = new NaiveNodes(NODES, gpusPerNode);
    }

    void next() {
      switch (random.nextInt(12)) {
        case 0, 1 -> hold();
        case 2, 3 -> share();
        case 4, 5, 6, 7, 8 -> release();
        case 9 -> hideOrShow();
        case 10 -> lendOrReturn();
        default -> swap();
      }
      model.assertSameAs(nodes);
    }

    private void hold() {
      int first = anyNode();
      int second = anyNode();
      long mask = someOf(first, 0);
      long other = someOf(second, 0);
      if (mask != 0 && other != 0 && first != second) {
        hold(new Allocation(new int[] {first, second}, new long[] {mask, other}));
      } else if (mask != 0) {
        hold(Allocation.of(first, mask));
      }
    }

    private void hold(Allocation place) {
      nodes.hold(place);
      model.change(place, 1);
      jobs.add(place);
    }

    private void share() {
      int node = anyNode();
      long mask = someOf(node, 1);
      if (mask != 0) {
        Allocation place = Allocation.of(node, mask);
        nodes.share(place);
        model.change(place, 1);
        jobs.add(place);
        shared++;
      }
    }

    private void release() {
      if (!jobs.isEmpty()) {
        Allocation place = jobs.remove(random.nextInt(jobs.size()));
        nodes.release(place);
        model.change(place, -1);
      }
    }

    private void hideOrShow() {
      int node = anyNode();
      boolean hidden = model.node(node).isHidden();
      if (hidden) {
        nodes.show(node);
      } else {
        nodes.hide(node);
      }
      model.hide(node, !hidden);
    }

    private void lendOrReturn() {
      int node = anyNode();
      boolean idle = model.node(node).isIdle() && !model.node(node).isHidden();
      if (idle && nodes.nodeCount() > 1) {
        nodes.remove(node);
        model.remove(node);
        lent++;
      } else if (nodes.nodeCount() < NODES) {
        nodes.add(NODES + lent);
        model.add(NODES + lent);
      }
    }

    private void swap() {
      int first = anyNode();
      int second = anyNode();
      nodes.swapNumbers(first, second);
      model.swapNumbers(first, second);
    }

    private int anyNode() {
      int node = random.nextInt(model.size());
      return model.node(node).isHere() ? node : anyNode();
    }

    /** Random GPUs of a node among those that hold so many jobs. */
    private long someOf(int node, int jobsOnGpu) {
      return model.node(node).gpusWith(jobsOnGpu) & random.nextLong();
    }
  }
}
