package org.limpid.simulation.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.simulation.given.Given.records;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.job.PartitionJobs;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.NodeReservation;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.resource.Placer;

class PartitionTest {
  private static Partition withEndDelay(Given given, int seconds) {
    return Given.partition(
        given.inputs().trace(), 2, PlacementRule.CONSOLIDATE.placer(0), seconds, EventSink.NONE);
  }

  @Test
  void jobEndsWhenItsWorkIsDone() {
    Partition partition = Given.nodes(1).job(5, 4, 100).partition();
    new Script(partition).start(7, 0).run();
    assertEquals(7, records(partition).startSeconds()[0]);
    assertEquals(107, records(partition).endSeconds()[0]);
    assertEquals(2, records(partition).queueSeconds()[0]);
    assertEquals("0:0+1+2+3", records(partition).allocations()[0].toString());
  }

  @Test
  void endDelayAddsToTheEnd() {
    Partition partition = withEndDelay(Given.nodes(2).job(0, 4, 100), 1);
    new Script(partition).start(0, 0).run();
    assertEquals(101, records(partition).endSeconds()[0]);
  }

  /** 10 s at full speed leave 90 s, which take 180 s at half speed. */
  @Test
  void rateChangesFromNowOn() {
    Partition partition = Given.nodes(1).job(0, 4, 100).partition();
    new Script(partition)
        .start(0, 0)
        .at(10, () -> partition.setRate(0, 0.5))
        .at(11, () -> assertEquals(89.5, partition.truth().remaining(0)))
        .run();
    assertEquals(190, records(partition).endSeconds()[0]);
  }

  /** Both end in second 10; the rate that the end of the first gives the second comes too late. */
  @Test
  void rateOfJobThatEndsNowDoesNotMatter() {
    Partition partition = Given.nodes(1).job(0, 4, 10).job(0, 4, 10).partition();
    PartitionEngine.run(
        partition,
        new Scheduler() {
          @Override
          public void arrived(int job) {
            partition.tryStart(job);
          }

          @Override
          public void ended(int job) {
            if (job == 0) {
              partition.setRate(1, 0.1);
            }
          }

          @Override
          public void schedule() {}
        });
    assertEquals(10, records(partition).endSeconds()[1]);
  }

  /** 70 s are left at 30, and 40 s more to pay; the job waits from 30 to 50 and ends at 160. */
  @Test
  void preemptedJobPaysAndWaitsAgain() {
    Partition partition = Given.nodes(1).job(0, 3, 100).partition();
    new Script(partition)
        .start(0, 0)
        .at(
            30,
            () -> {
              partition.preempt(0, 40);
              assertFalse(partition.isRunning(0));
              assertEquals(1, partition.waitingJobs());
              assertEquals(3, partition.waitingGpus());
              assertEquals(1, partition.waitingSmallJobs());
              assertEquals(8, partition.nodes().freeGpus());
            })
        .at(40, () -> assertEquals(110, partition.truth().remaining(0)))
        .start(50, 0)
        .run();
    assertEquals(0, records(partition).startSeconds()[0]);
    assertEquals(160, records(partition).endSeconds()[0]);
    assertEquals(20, records(partition).queueSeconds()[0]);
    assertEquals(1, records(partition).preemptions()[0]);
  }

  /** 90 s at 0.9 take 100 s, until 110; 20 s at 0.5 take 40 s, until 50. */
  @Test
  void pairHoldsTheSameGpusAtRatesOfItsOwn() {
    Partition partition = Given.nodes(2).job(0, 4, 100).job(0, 4, 20).partition();
    new Script(partition)
        .start(0, 0)
        .at(
            10,
            () -> {
              partition.startShared(1, 0, 0.5, 0.9);
              assertEquals(12, partition.nodes().freeGpus());
              assertTrue(partition.startOrder(0) < partition.startOrder(1));
            })
        .at(60, () -> assertEquals(12, partition.nodes().freeGpus()))
        .run();
    assertEquals(50, records(partition).endSeconds()[1]);
    assertEquals(110, records(partition).endSeconds()[0]);
    assertEquals(records(partition).allocations()[0], records(partition).allocations()[1]);
  }

  @Test
  void smallJobsAskForFewerThanEightGpus() {
    Partition partition = Given.nodes(2).job(0, 7, 1).job(0, 8, 1).job(0, 9, 1).partition();
    new Script(partition)
        .at(
            0,
            () -> {
              assertEquals(3, partition.waitingJobs());
              assertEquals(1, partition.waitingSmallJobs());
              assertEquals(24, partition.waitingGpus());
              partition.tryStart(0);
              assertEquals(0, partition.waitingSmallJobs());
            })
        .start(1, 1)
        .start(2, 2)
        .run();
    assertEquals(0, partition.waitingGpus());
  }

  /** The same search is not made twice until GPUs become free. */
  @Test
  void failedSearchIsRepeatedOnlyAfterRelease() {
    List<Integer> searches = new ArrayList<>();
    Placer consolidate = PlacementRule.CONSOLIDATE.placer(0);
    Placer counting =
        (nodes, gpus) -> {
          searches.add(gpus);
          return consolidate.place(nodes, gpus);
        };
    Trace trace =
        Given.nodes(2).job(0, 5, 10).job(0, 5, 20).job(0, 6, 10).job(0, 5, 10).inputs().trace();
    Partition partition = Given.partition(trace, 2, counting, 0, EventSink.NONE);
    new Script(partition)
        .start(0, 0, 1)
        .at(1, () -> assertFalse(partition.tryStart(2)))
        .at(2, () -> assertFalse(partition.tryStart(2)))
        .at(3, () -> assertFalse(partition.tryStart(3)))
        .at(4, () -> assertFalse(partition.tryStart(3)))
        .start(10, 2)
        .start(20, 3)
        .run();
    assertEquals(List.of(5, 5, 6, 5, 6, 5), searches);
  }

  @Test
  void reservedNodesAreAvoided() {
    Partition partition = Given.nodes(2).job(0, 4, 10).job(0, 8, 10).partition();
    NodeReservation first = new NodeReservation(new int[] {0}, 100);
    NodeReservation both = new NodeReservation(new int[] {0, 1}, 100);
    new Script(partition)
        .at(
            0,
            () -> {
              assertTrue(partition.tryStart(0, first));
              assertFalse(partition.tryStart(1, both));
              assertFalse(partition.tryStart(1, both));
              assertEquals(12, partition.nodes().freeGpus());
              assertTrue(partition.tryStart(1, NodeReservation.NONE));
            })
        .run();
    assertEquals("1:0+1+2+3", records(partition).allocations()[0].toString());
    assertEquals("0:0+1+2+3+4+5+6+7", records(partition).allocations()[1].toString());
  }

  @Test
  void reservationKnowsWhatTouchesIt() {
    NodeReservation reservation = new NodeReservation(new int[] {0, 3}, 100);
    assertTrue(reservation.touches(Allocation.of(3, 1)));
    assertTrue(reservation.touches(new Allocation(new int[] {1, 0}, new long[] {1, 1})));
    assertFalse(reservation.touches(Allocation.of(1, 1)));
    assertFalse(NodeReservation.NONE.touches(Allocation.of(0, 1)));
    assertTrue(NodeReservation.NONE.isEmpty());
    assertEquals(Partition.NEVER, NodeReservation.NONE.until());
  }

  /**
   * Job 0 holds nodes 0 and 1, job 1 only node 1. At 5 the nodes 0 and 2 swap numbers: the share on
   * the node now called 2 moves behind the other. Job 1 had ended at 3 and keeps what it had.
   */
  @Test
  void recordsShowNumbersOfTheEnd() {
    Partition partition = Given.nodes(3).job(0, 14, 10).job(0, 2, 3).partition();
    new Script(partition).start(0, 0, 1).at(5, () -> partition.swapNumbers(0, 2)).run();
    assertEquals("1:0+1+2+3+4+5;2:0+1+2+3+4+5+6+7", records(partition).allocations()[0].toString());
    assertEquals("1:6+7", records(partition).allocations()[1].toString());
  }

  @Test
  void observerIsToldEverythingInOrder() {
    List<String> told = new ArrayList<>();
    Partition partition =
        Given.nodes(2).job(0, 4, 10).job(2, 4, 10).partition(new TellingObserver(told));
    new Script(partition)
        .start(0, 0)
        .at(4, () -> partition.startShared(1, 0, 1, 1))
        .at(6, () -> partition.preempt(1, 0))
        .at(7, () -> partition.removeNode(1))
        .start(8, 1)
        .run();
    List<String> expected =
        List.of(
            "0..0",
            "start 0",
            "0..2",
            "2..4",
            "1 shares",
            "4..6",
            "preempt 1",
            "6..7",
            "no node at 1",
            "7..8",
            "start 1",
            "8..10",
            "end 0",
            "10..16",
            "end 1");
    assertEquals(expected, told.subList(0, expected.size()));
    assertEquals(expected.size() + 1, told.size());
    assertTrue(told.getLast().startsWith("16.."), told.getLast());
  }

  private record TellingObserver(List<String> told) implements EventSink {
    @Override
    public void holds(long from, long to) {
      told.add(from + ".." + (to == Partition.NEVER ? "never" : to));
    }

    @Override
    public void started(int job) {
      told.add("start " + job);
    }

    @Override
    public void startedShared(int job) {
      told.add(job + " shares");
    }

    @Override
    public void preempted(int job, int by) {
      told.add("preempt " + job);
    }

    @Override
    public void ended(int job, Outcome outcome) {
      told.add("end " + job);
    }

    @Override
    public boolean wantsReasons() {
      return true;
    }

    @Override
    public void told(Event event) {
      if (event instanceof Event.NodeRemoved it) {
        told.add("no node at " + it.position());
      }
    }
  }

  @Test
  void clockNeverGoesBack() {
    Partition partition = Given.nodes(1).partition();
    partition.moveTo(10);
    assertThrows(IllegalStateException.class, () -> partition.moveTo(9));
  }

  @Test
  void jobsThatNobodyStartsAreReported() {
    Partition partition = Given.nodes(1).job(0, 1, 10).job(7, 1, 10).partition();
    StuckException stuck =
        assertThrows(StuckException.class, () -> new Script(partition).start(0, 0).run());
    assertEquals("1 job waits in second 10, but it can never start", stuck.getMessage());
    assertEquals(partition, stuck.partition());
  }

  @Test
  void partitionWithoutJobsEndsAtOnce() {
    Partition partition = Given.nodes(1).partition();
    new Script(partition).run();
    assertEquals(0, partition.now());
  }

  @Test
  void jobsMayArriveLaterThanSubmitted() {
    Trace trace = Given.nodes(1).job(0, 1, 10).job(1, 2, 20).job(2, 3, 30).inputs().trace();
    PartitionJobs jobs = PartitionJobs.arriving(trace, new int[] {0, 1, 2}, new long[] {50, 7, 7});
    assertEquals(List.of(1, 2, 0), IntStream.range(0, 3).mapToObj(jobs::row).toList());
    assertEquals(50, jobs.arrivalSeconds(2));
    assertEquals(1, jobs.gpuCount(2));
    assertEquals(Trace.NO_WORKLOAD, jobs.workload(0));
  }

  @Test
  void jobRunsOnlyOnceAtATime() {
    Partition partition = Given.arrived(Given.nodes(2).job(0, 1, 100).partition());
    assertThrows(IllegalStateException.class, () -> partition.preempt(0, 0));
    partition.tryStart(0);
    assertThrows(IllegalStateException.class, () -> partition.tryStart(0));
  }
}
