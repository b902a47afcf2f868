package org.limpid.simulation.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.limpid.simulation.given.Given.records;
import static org.limpid.simulation.given.Given.seconds;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.given.TwoSinks;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.sink.JobRecords;
import org.limpid.simulation.world.JobWork;

/** Jobs that are killed, turned away, chained, or that share some of their GPUs; by hand. */
class ShapesTest {
  private static final int NONE = -1;

  /** Notes how jobs leave. */
  private static final class Leaving implements EventSink {
    private final List<String> left = new ArrayList<>();

    @Override
    public void ended(int job, Outcome outcome) {
      left.add(job + " " + outcome);
    }
  }

  private static PartitionJobs jobs(Trace trace) {
    return PartitionJobs.asSubmitted(trace, new int[] {0, 1, 2});
  }

  private static Partition partition(PartitionJobs jobs, JobWork work, EventSink sink) {
    return Given.partition(jobs, work, 1, PlacementRule.CONSOLIDATE.placer(0), 0, sink);
  }

  /** Starts who arrives and whoever waits when one ends, first come, first served. */
  private static Scheduler firstComeFirstServed(Partition partition) {
    List<Integer> waiting = new ArrayList<>();
    return new Scheduler() {
      @Override
      public void arrived(int job) {
        waiting.add(job);
      }

      @Override
      public void ended(int job) {}

      @Override
      public void schedule() {
        while (!waiting.isEmpty() && partition.tryStart(waiting.getFirst())) {
          waiting.removeFirst();
        }
      }
    };
  }

  /**
   * Job 0 has 100 s of work and may run for 60 s: from 0 to 20, when it is preempted, and from 30
   * to 70, where 40 s more are over. Job 1 may run for as long as its work takes, and job 2 has no
   * limit.
   */
  @Test
  void jobsAreKilledWhenTheyHaveRunForAsLongAsTheyMay() {
    Trace trace = Given.nodes(1).job(0, 2, 100).job(0, 2, 50).job(0, 2, 90).inputs().trace();
    PartitionJobs jobs = jobs(trace);
    long[] limits = {60, 50, Partition.NEVER};
    Leaving leaving = new Leaving();
    Partition partition =
        partition(jobs, new JobWork(trace::durationSeconds, job -> limits[job]), leaving);
    new Script(partition)
        .start(0, 0, 1, 2)
        .at(20, () -> partition.preempt(0, 0))
        .start(30, 0)
        .run();
    assertArrayEquals(seconds(70, 50, 90), records(partition).endSeconds());
    assertArrayEquals(seconds(10, 0, 0), records(partition).queueSeconds());
    assertEquals(List.of("1 ENDED", "0 KILLED", "2 ENDED"), leaving.left);
  }

  /** At half speed only 20 s of its 30 s are done when the 40 s are over. */
  @Test
  void aLimitIsOfTimeAndNotOfWork() {
    Trace trace = Given.nodes(1).job(0, 2, 30).job(0, 1, 1).job(0, 1, 1).inputs().trace();
    Leaving leaving = new Leaving();
    Partition partition =
        partition(jobs(trace), new JobWork(trace::durationSeconds, _ -> 40), leaving);
    new Script(partition).at(0, () -> startAllAndSlowTheFirst(partition)).run();
    assertEquals(40, records(partition).endSeconds()[0]);
    assertEquals("0 KILLED", leaving.left.getLast());
  }

  private static void startAllAndSlowTheFirst(Partition partition) {
    for (int job = 0; job < 3; job++) {
      partition.tryStart(job);
    }
    partition.setRate(0, 0.5);
  }

  /** Job 1 is turned away at its arrival, job 2 after it has waited for 5 s; job 0 runs on. */
  @Test
  void jobsMayBeTurnedAway() {
    Trace trace = Given.nodes(1).job(0, 8, 100).job(10, 8, 50).job(20, 8, 50).inputs().trace();
    PartitionJobs jobs = jobs(trace);
    Leaving leaving = new Leaving();
    Partition partition = partition(jobs, JobWork.whole(trace, jobs), leaving);
    Scheduler rejecting =
        new Scheduler() {
          @Override
          public void arrived(int job) {
            if (job == 1) {
              partition.reject(job);
            }
          }

          @Override
          public void ended(int job) {}

          @Override
          public void schedule() {
            if (partition.now() == 0) {
              partition.tryStart(0);
            } else if (partition.now() == 25) {
              partition.reject(2);
            }
          }

          @Override
          public long wakeUp() {
            return partition.now() < 25 ? 25 : Partition.NEVER;
          }
        };
    PartitionEngine.run(partition, rejecting);
    JobRecords records = records(partition);
    assertEquals(List.of("1 REJECTED", "2 REJECTED", "0 ENDED"), leaving.left);
    assertArrayEquals(seconds(0, NONE, NONE), records.startSeconds());
    assertArrayEquals(seconds(100, 10, 25), records.endSeconds());
    assertArrayEquals(seconds(0, 0, 5), records.queueSeconds());
    assertEquals(0, partition.waitingGpus());
    assertThrows(IllegalStateException.class, () -> partition.reject(0));
  }

  /**
   * Job 1 follows job 2, and job 0 follows job 1. Job 2 runs from 20 to 30, job 1 from 30 to 80;
   * job 0 was submitted at 0 and runs from 80 to 180.
   */
  @Test
  void chainedJobsArriveWhenTheOneBeforeThemHasEnded() {
    Trace trace = Given.nodes(1).job(0, 8, 100).job(10, 8, 50).job(20, 8, 10).inputs().trace();
    int[] before = {1, 2, NONE};
    PartitionJobs jobs = jobs(trace).following(row -> before[row]);
    List<String> told = new ArrayList<>();
    Partition partition = partition(jobs, JobWork.whole(trace, jobs), EventSink.NONE);
    partition.tellingTo(
        new TwoSinks(
            new EventSink() {
              @Override
              public void arrived(int job) {
                told.add(
                    "%d at %d as number %d"
                        .formatted(job, partition.now(), partition.state().arrivalRank(job)));
              }
            },
            Given.recorder(partition)));
    PartitionEngine.run(partition, firstComeFirstServed(partition));
    assertEquals(
        List.of("2 at 20 as number 0", "1 at 30 as number 1", "0 at 80 as number 2"), told);
    assertArrayEquals(seconds(180, 80, 30), records(partition).endSeconds());
    assertArrayEquals(seconds(0, 0, 0), records(partition).queueSeconds());
  }

  /** Job 1 was submitted later than job 0 ends, and comes with job 2, which follows nobody. */
  @Test
  void chainedJobsDoNotArriveBeforeTheyAreDue() {
    Trace trace = Given.nodes(1).job(0, 8, 5).job(10, 4, 50).job(10, 4, 10).inputs().trace();
    PartitionJobs jobs = jobs(trace).following(row -> row == 1 ? 0 : NONE);
    Partition partition = partition(jobs, JobWork.whole(trace, jobs), EventSink.NONE);
    PartitionEngine.run(partition, firstComeFirstServed(partition));
    assertArrayEquals(seconds(0, 10, 10), records(partition).startSeconds());
  }

  @Test
  void jobsThatWaitForEachOtherAreRefused() {
    Trace trace = Given.nodes(1).job(0, 8, 5).job(10, 4, 50).job(10, 4, 10).inputs().trace();
    PartitionJobs jobs = jobs(trace);
    int[] circle = {2, 0, 1};
    assertThrows(IllegalArgumentException.class, () -> jobs.following(row -> circle[row]));
  }

  /**
   * Job 0 holds GPUs 0 to 3. Job 1 joins it on GPUs 1 and 2 at 10, where 90 s are left; they do
   * half and a quarter of a second's work in a second. Job 1 ends after 80 s, at 90; by then 40 s
   * of job 0 are done. GPU 0 takes job 2 at 20.
   */
  @Test
  void jobsMayShareSomeOfTheirGpus() {
    Trace trace = Given.nodes(1).job(0, 4, 100).job(0, 2, 20).job(0, 1, 10).inputs().trace();
    PartitionJobs jobs = jobs(trace);
    Partition partition = partition(jobs, JobWork.whole(trace, jobs), EventSink.NONE);
    new Script(partition)
        .start(0, 0)
        .at(
            10,
            () -> {
              partition.startShared(1, Allocation.of(0, 0b0110), 0.25, _ -> 0.5);
              assertArrayEquals(new int[] {0}, partition.state().partners(1));
              assertEquals(2, partition.state().sharedGpus(0, 1));
              assertEquals(4, partition.nodes().freeGpus());
              assertThrows(
                  IllegalStateException.class,
                  () -> partition.startShared(2, Allocation.of(0, 0b0010), 1, _ -> 1));
              assertThrows(
                  IllegalStateException.class,
                  () -> partition.startShared(2, Allocation.of(0, 0b10000), 1, _ -> 1));
            })
        .at(
            20,
            () -> {
              partition.startShared(2, Allocation.of(0, 0b0001), 1, _ -> 0.5);
              assertArrayEquals(new int[] {2, 1}, partition.state().partners(0));
            })
        .at(
            90,
            () -> {
              assertFalse(partition.isRunning(1));
              assertEquals(0, partition.state().partners(0).length);
              assertEquals(50, partition.truth().remaining(0));
              partition.setRate(0, 1);
            })
        .run();
    assertArrayEquals(seconds(140, 90, 30), records(partition).endSeconds());
  }
}
