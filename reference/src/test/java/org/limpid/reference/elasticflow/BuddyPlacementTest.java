package org.limpid.reference.elasticflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BuddyPlacementTest {
  private static List<Job> jobs(int... gpus) {
    List<Job> jobs = new ArrayList<>();
    for (int row = 0; row < gpus.length; row++) {
      jobs.add(SampleJobs.rigid(row, gpus[row]));
    }
    return jobs;
  }

  private static int[] shown(BuddyPlacement placement, int gpus) {
    int[] map = new int[gpus];
    Arrays.fill(map, -1);
    placement.show(map);
    return map;
  }

  /**
   * Eight GPUs per node: 0 fills node 0. 1 opens node 1, and 2 fills it. 3 meets only full sets at
   * the heads of the lists, which go to their tails, and opens node 2. 4 passes node 0 and takes
   * half of what is left of node 2, where 5 then goes, too.
   */
  @Test
  void fullSetsGoToTheTail() {
    BuddyPlacement placement = new BuddyPlacement(new Machines(3, 8));
    List<Job> jobs = jobs(8, 4, 4, 4, 2, 1);
    placement.place(jobs);
    assertTrue(jobs.stream().allMatch(job -> job.placed));
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, -1},
        shown(placement, 24));
  }

  /** Twelve GPUs leave half a node, into which a job of four fits. */
  @Test
  void jobsOfOneAndAHalfNodesShareTheSecondOne() {
    BuddyPlacement placement = new BuddyPlacement(new Machines(2, 8));
    List<Job> jobs = jobs(12, 4);
    placement.place(jobs);
    assertArrayEquals(
        new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1}, shown(placement, 16));
  }

  @Test
  void aJobWithoutRoomIsNotPlaced() {
    BuddyPlacement placement = new BuddyPlacement(new Machines(1, 8));
    List<Job> jobs = jobs(8, 1);
    placement.place(jobs);
    assertTrue(jobs.get(0).placed);
    assertFalse(jobs.get(1).placed);
  }

  /** The group is known by its first GPU and its size, whatever job it was for. */
  @Test
  void processGroupsAreKnownToOtherJobs() {
    BuddyPlacement placement = new BuddyPlacement(new Machines(2, 8));
    List<Job> jobs = jobs(4, 2, 4);
    placement.place(jobs.subList(0, 2));
    shown(placement, 16);
    assertFalse(jobs.get(0).cached);
    placement.place(jobs.subList(2, 3));
    shown(placement, 16);
    assertTrue(jobs.get(2).cached);
    placement.forgetGroups();
    shown(placement, 16);
    assertFalse(jobs.get(2).cached);
  }
}
