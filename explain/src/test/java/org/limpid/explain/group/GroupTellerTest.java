package org.limpid.explain.group;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.explain.given.SmallRun;
import org.limpid.explain.text.Calendar;
import org.limpid.results.JobTable;
import org.limpid.results.JobsFile;
import org.limpid.results.WaitTable;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * One node of 8 GPUs, first come first served. Job 0 of ann has 6 GPUs and job 1 of bob 2, until
 * 100. Job 2 of bob wants 8 from 20 on, and job 3 of ann 1 from 50 on. At 100 job 2 starts, at 150
 * job 3.
 */
class GroupTellerTest {
  private static final Calendar CALENDAR = new Calendar(LocalDateTime.of(2020, 9, 1, 23, 59, 20));

  @TempDir Path folder;

  private GroupTeller teller() throws IOException {
    DecisionLog log =
        new SmallRun(1)
            .job(0, 6, 100, 1)
            .job(0, 2, 100, 1)
            .job(20, 8, 50, 1)
            .job(50, 1, 10, 1)
            .run("fifo")
            .decisions();
    Path jobs = folder.resolve("jobs.csv");
    Files.writeString(
        jobs,
        """
        job_id,user,vc,gpu_num,submit_time,duration,start_time,end_time,queue
        0,ann,vc,6,0,100,0,100,0
        1,bob,vc,2,0,100,0,100,0
        2,bob,vc,8,20,50,100,150,80
        3,ann,vc,1,50,10,150,160,100
        """);
    Path waits = folder.resolve("waits.csv");
    Files.writeString(
        waits,
        """
        job_id,profiler,cluster_full,overtaken,fragmented,head_of_line,overhead
        0,0,0,0,0,0,0
        1,0,0,0,0,0,0
        2,0,80,0,0,0,0
        3,0,100,0,0,0,0
        """);
    JobTable facts = JobsFile.read(jobs);
    return new GroupTeller("fifo", log, facts, WaitTable.read(waits, facts), CALENDAR);
  }

  @Test
  void waitsOfAGroupAreSummed() throws IOException {
    GroupStory story = teller().tell("virtual cluster vc", new int[] {0, 1, 2, 3});
    assertEquals(4, story.jobs());
    assertEquals(2, story.waitingJobs());
    assertEquals(180, story.queueSeconds());
    assertEquals(45, story.meanSeconds());
    assertEquals(180L, story.waits().get(WaitCause.CLUSTER_FULL));
    // Second 40 is midnight.
    assertEquals(
        List.of(
            new GroupStory.Day(LocalDate.of(2020, 9, 2), 1, 100),
            new GroupStory.Day(LocalDate.of(2020, 9, 1), 3, 80)),
        story.days());
    assertEquals(
        List.of(new GroupStory.Hour(0, 1, 100), new GroupStory.Hour(23, 3, 80)), story.hours());
    assertEquals(
        new GroupStory.LongWait(new JobName(3, "ann", 1), 50, 100, WaitCause.CLUSTER_FULL),
        story.longest().getFirst());
  }

  /**
   * Job 3 waits 50 s while ann holds 6 of 8 GPUs and bob 2, and 50 s while bob holds all: 37.5 s
   * for ann and 62.5 s for bob.
   */
  @Test
  void waitsAreDealtToThoseWhoHeldTheGpus() throws IOException {
    assertEquals(
        List.of(new GroupStory.HoldingUser("bob", 62.5), new GroupStory.HoldingUser("ann", 37.5)),
        teller().tell("job 3", new int[] {3}).holders());
  }

  @Test
  void textSaysWhoWaitedForWhom() throws IOException {
    String text =
        GroupText.page(teller().tell("user ann", new int[] {0, 3}), CALENDAR, false).toString();
    assertEquals(
        """
        Under fifo 1 of the 2 jobs of user ann waited; the average over all is 50 s.
        100.0 % of that time too few GPUs were free (cluster full); the longest wait was 1 min 40 s, of job
        3.
        User bob held most of the GPUs meanwhile, 62.5 % of those in use.

        Why they waited
          cause         seconds    share  mean per job
          cluster full      100  100.0 %          50 s
          in sum            100  100.0 %          50 s

        When those were submitted that waited most
        By day: 2020-09-02 (1 job, in sum 1 min 40 s).
        By hour of the day: 00:00 to 01:00 (1 job, on average 1 min 40 s).

        The longest waits
          job  user  submitted            mostly        GPUs      waited
          3    ann   2020-09-02 00:00:10  cluster full     1  1 min 40 s

        Who held the GPUs while they waited
          user  waited for   share
          bob    1 min 3 s  62.5 %
          ann         38 s  37.5 %
        """,
        text);
  }

  @Test
  void groupThatNeverWaitsIsSaidToDoSo() throws IOException {
    String text =
        GroupText.page(teller().tell("user bob", new int[] {1}), CALENDAR, false).toString();
    assertEquals("None of the jobs of user bob waited under fifo.\n", text);
  }
}
