package org.limpid.simulation.policy.ideal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.job.PartitionJobs;

class IdealTest {
  private static int nodesNeeded(Given given) {
    Trace trace = given.inputs().trace();
    int[] rows = IntStream.range(0, trace.size()).toArray();
    return Ideal.nodesNeeded(PartitionJobs.asSubmitted(trace, rows), trace, Given.GPUS_PER_NODE);
  }

  /** Job 0 leaves its node in the second in which job 2 comes: 1 + 2 nodes, then 2 + 1. */
  @Test
  void countsNodesInUseAtTheSameTime() {
    assertEquals(3, nodesNeeded(Given.nodes(1).job(0, 1, 10).job(5, 9, 10).job(10, 8, 10)));
    assertEquals(4, nodesNeeded(Given.nodes(1).job(0, 1, 11).job(5, 9, 10).job(10, 8, 10)));
  }

  @Test
  void noJobsNeedNoNodes() {
    assertEquals(0, nodesNeeded(Given.nodes(1)));
  }
}
