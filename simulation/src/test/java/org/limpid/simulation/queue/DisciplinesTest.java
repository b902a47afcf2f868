package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;

/** Who is tried, and who stays, when only some jobs can start. */
class DisciplinesTest {
  /** Each of the jobs is of a kind of its own, unless a test says otherwise. */
  private final WaitingQueue queue = queueOf(job -> job);

  private final List<Integer> tried = new ArrayList<>();

  private static WaitingQueue queueOf(IntUnaryOperator laneOf) {
    return new WaitingQueue(laneOf, ExpectedRun.exact(job -> 10));
  }

  @BeforeEach
  void fourJobsWait() {
    addFourJobs(queue);
  }

  private static void addFourJobs(WaitingQueue queue) {
    for (int job = 0; job < 4; job++) {
      queue.add(10 - job, job, job);
    }
  }

  private void serve(QueueDiscipline discipline, Set<Integer> startable) {
    serve(discipline, queue, startable);
  }

  private void serve(QueueDiscipline discipline, WaitingQueue queue, Set<Integer> startable) {
    JobStarter starter =
        (job, avoided) -> {
          tried.add(job);
          return startable.contains(job);
        };
    discipline.serve(queue, Given.nodes(1).partition(), starter);
  }

  private List<Integer> waiting() {
    return waiting(queue);
  }

  private static List<Integer> waiting(WaitingQueue queue) {
    List<Integer> jobs = new ArrayList<>();
    queue.drainTo(jobs::add);
    return jobs;
  }

  @Test
  void strictOrderStopsAtTheFirstThatFails() {
    serve(new StrictOrder(), Set.of(3, 1, 0));
    assertEquals(List.of(3, 2), tried);
    assertEquals(List.of(2, 1, 0), waiting());
  }

  @Test
  void strictOrderServesEverybodyIfItCan() {
    serve(new StrictOrder(), Set.of(0, 1, 2, 3));
    assertEquals(List.of(), waiting());
  }

  @Test
  void backfillSkipsWhoFails() {
    serve(new GreedyBackfill(), Set.of(2, 0));
    assertEquals(List.of(3, 2, 1, 0), tried);
    assertEquals(List.of(3, 1), waiting());
  }

  /** Even jobs are of one kind, odd ones of another. Job 3 fails, and so job 1 is not tried. */
  @Test
  void backfillTriesNobodyBehindOneOfTheSameKindThatFails() {
    WaitingQueue twoKinds = queueOf(job -> job % 2);
    addFourJobs(twoKinds);
    serve(new GreedyBackfill(), twoKinds, Set.of(2, 0));
    assertEquals(List.of(3, 2, 0), tried);
    assertEquals(List.of(3, 1), waiting(twoKinds));
  }
}
