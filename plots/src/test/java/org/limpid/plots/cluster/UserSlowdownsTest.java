package org.limpid.plots.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.results.JobTable;

final class UserSlowdownsTest {
  @TempDir private Path folder;

  /**
   * JCT and duration of the jobs: 50 and 5, which counts as 10; 10 and 20, faster than alone; 300
   * and 100; 100 and 100.
   */
  private JobTable jobs() throws IOException {
    return new TinyRun()
        .job("fifo", "ann,v,1,0,5,45,50,45,0,0:0")
        .job("fifo", "bob,v,4,0,20,0,10,0,0,0:0")
        .job("fifo", "ann,w,1,100,100,300,400,200,0,0:0")
        .job("fifo", "bob,v,1,0,100,0,100,0,0,0:1")
        .write(folder)
        .jobs("fifo");
  }

  @Test
  void slowdownIsBounded() throws IOException {
    JobTable jobs = jobs();
    assertEquals(5, UserSlowdowns.ofJob(jobs, 0));
    assertEquals(1, UserSlowdowns.ofJob(jobs, 1));
    assertEquals(3, UserSlowdowns.ofJob(jobs, 2));
    assertEquals(1, UserSlowdowns.ofJob(jobs, 3));
    assertEquals(0.5, SlowdownDistribution.shareWithin(new double[] {1, 2, 2.1, 9}));
  }

  /** Ann has (5 + 3) / 2 = 4, Bob 1: speeds 1/4 and 1, Jain (5/4)^2 / (2 (1/16 + 1)) = 25/34. */
  @Test
  void jainIndexIsOfSpeeds() throws IOException {
    UserSlowdowns users = UserSlowdowns.of(jobs());
    assertEquals(2, users.count());
    assertEquals(4, users.largest());
    assertEquals(2.5, users.quantile(0.5));
    assertEquals(25 / 34.0, users.jainIndex(), 1e-15);
  }

  /** GPU seconds alone: Ann 5 + 100, Bob 80 + 100. */
  @Test
  void groupsAreSizesAndUsers() throws IOException {
    JobTable jobs = jobs();
    JobGroups sizes = JobGroups.bySize(jobs);
    assertEquals(List.of("1", "2-4"), sizes.names());
    assertEquals(List.of(3L, 1L), Arrays.stream(sizes.counts(4)).boxed().toList());
    assertEquals((50 + 300 + 100) / 3.0, sizes.means(new int[] {0, 1, 2, 3}, jobs::jctSeconds)[0]);
    assertEquals(List.of("bob", "ann"), JobGroups.byUser(jobs, 5).names());
    JobGroups one = JobGroups.byUser(jobs, 1);
    assertEquals(List.of("bob"), one.names());
    assertEquals(55, one.means(new int[] {0, 1, 2, 3}, jobs::jctSeconds)[0]);
  }
}
