package org.limpid.explain.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.results.JobTable;
import org.limpid.results.JobsFile;
import org.limpid.results.WaitTable;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * Three jobs. From a to b job 0 gains 90 s (100 less wait for a full cluster, 10 more on GPUs), job
 * 1 loses 30 s overtaken, job 2 stays.
 */
class PolicyComparerTest {
  private static final String HEADER =
      "job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue\n";
  private static final String CAUSES =
      "job_id,profiler,cluster_full,overtaken,fragmented,head_of_line,overhead\n";

  @TempDir Path folder;

  private PolicyComparer.Side side(String policy, String jobs, String waits) throws IOException {
    Path jobsFile = Files.writeString(folder.resolve(policy + ".csv"), HEADER + jobs);
    Path waitsFile = Files.writeString(folder.resolve(policy + "-waits.csv"), CAUSES + waits);
    JobTable facts = JobsFile.read(jobsFile);
    return new PolicyComparer.Side(policy, facts, WaitTable.read(waitsFile, facts));
  }

  private PolicyComparer.Side first() throws IOException {
    return side(
        "a",
        "0,u,x,1,0,50,150,200,150\n1,v,y,4,0,50,20,70,20\n2,v,y,4,0,10,0,10,0\n",
        "0,0,150,0,0,0,0\n1,0,20,0,0,0,0\n2,0,0,0,0,0,0\n");
  }

  private PolicyComparer.Side second() throws IOException {
    return side(
        "b",
        "0,u,x,1,0,50,50,110,50\n1,v,y,4,0,50,50,100,50\n2,v,y,4,0,10,0,10,0\n",
        "0,0,50,0,0,0,0\n1,0,20,30,0,0,0\n2,0,0,0,0,0,0\n");
  }

  @Test
  void meansDifferByCause() throws IOException {
    PolicyDifference difference =
        new PolicyComparer(first(), second()).compare(PolicyDifference.FEW);
    PolicyDifference.Means all = difference.all();
    assertEquals(280 / 3.0, all.firstJct());
    assertEquals(220 / 3.0, all.secondJct());
    assertEquals(-70 / 3.0, all.waitDifference());
    assertEquals(10 / 3.0, all.restDifference());
    assertEquals(-100 / 3.0, all.byCause().get(WaitCause.CLUSTER_FULL));
    assertEquals(30 / 3.0, all.byCause().get(WaitCause.OVERTAKEN));
    assertEquals(List.of(1, 1), List.of(difference.sooner(), difference.later()));
    assertEquals(
        List.of("1", "2-4"),
        difference.bySize().stream().map(PolicyDifference.Means::group).toList());
    assertEquals(
        List.of(1, 2),
        difference.byVirtualCluster().stream().map(PolicyDifference.Means::jobs).toList());
  }

  @Test
  void gainersAndLosersHaveTheirCause() throws IOException {
    PolicyDifference difference =
        new PolicyComparer(first(), second()).compare(PolicyDifference.FEW);
    assertEquals(
        List.of(
            new PolicyDifference.Changed(
                new JobName(0, "u", 1), "x", -90, -100, 10, WaitCause.CLUSTER_FULL)),
        difference.gainers());
    assertEquals(
        List.of(
            new PolicyDifference.Changed(
                new JobName(1, "v", 4), "y", 30, 30, 0, WaitCause.OVERTAKEN)),
        difference.losers());
  }

  @Test
  void textBeginsWithTheWholeAndItsCauses() throws IOException {
    PolicyDifference difference = new PolicyComparer(first(), second()).compare(1);
    String text = DifferenceText.page(difference).toString();
    assertEquals(
        """
        From a to b the mean completion time of 3 jobs falls by 20 s: 1 min 13 s instead of 1 min 33 s.
        They wait 23 s less (cluster full: 33 s less) and are on GPUs for 3.3 s more.
        1 job completes sooner, 1 later, 1 at the same time; job 0 gains most, 1 min 30 s; job 1 loses most,
        30 s.
        """,
        text.substring(0, text.indexOf("\nBy size")));
  }

  @Test
  void otherJobsCantBeCompared() throws IOException {
    PolicyComparer.Side one = side("c", "0,u,x,1,0,50,50,100,50\n", "0,0,50,0,0,0,0\n");
    PolicyComparer.Side many = first();
    assertThrows(IllegalArgumentException.class, () -> new PolicyComparer(one, many));
    assertThrows(DataException.class, () -> side("d", "0,u,x,1,0,50,50,100,50\n", ""));
  }
}
