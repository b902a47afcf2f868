package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MemoryRoomTest {
  private static final long JOBS = 1_000_000;
  private static final int POLICIES = 5;

  /** The smallest heap in which so many bytes for each job may stay. */
  private static long heap(long bytesPerJob) {
    return (long) Math.ceil(JOBS * bytesPerJob / MemoryRoom.SHARE_THAT_STAYS);
  }

  private static int threads(long heapBytes, long jobsOfPiece, int policies) {
    return new MemoryRoom(heapBytes, JOBS, jobsOfPiece, policies).threads(2);
  }

  /** Inputs 70, records 2 * 70, states 2 * 130: 470 bytes a job. */
  @Test
  void twoPoliciesInOneVirtualClusterNeedTwiceTheMemory() {
    assertEquals(2, threads(heap(470), JOBS, POLICIES));
    assertEquals(1, threads(heap(469), JOBS, POLICIES));
  }

  /** A tenth of the jobs at a time: states 2 * 13, so 236 bytes. */
  @Test
  void smallVirtualClustersTakeLittle() {
    assertEquals(2, threads(heap(236), JOBS / 10, POLICIES));
    assertEquals(1, threads(heap(235), JOBS / 10, POLICIES));
  }

  /** One policy has its records once: 70 + 70 + 26. */
  @Test
  void threadsOfOnePolicyShareItsRecords() {
    assertEquals(2, threads(heap(166), JOBS / 10, 1));
    assertEquals(1, threads(heap(165), JOBS / 10, 1));
  }

  @Test
  void oneThreadAlwaysRuns() {
    assertEquals(1, threads(1, JOBS, POLICIES));
  }
}
