package org.limpid.simulation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;

/** Who is tried, and who stays, when only some jobs can start. */
class DisciplinesTest {
  private final JobQueue queue = new JobQueue();
  private final List<Integer> tried = new ArrayList<>();

  @BeforeEach
  void fourJobsWait() {
    for (int job = 0; job < 4; job++) {
      queue.add(10 - job, job, job);
    }
  }

  private void serve(QueueDiscipline discipline, Set<Integer> startable) {
    JobStarter starter =
        (job, avoided) -> {
          tried.add(job);
          return startable.contains(job);
        };
    discipline.serve(queue, Given.nodes(1).partition(), starter);
  }

  private List<Integer> waiting() {
    List<Integer> jobs = new ArrayList<>();
    for (JobQueue.Walk walk = queue.walk(); walk.next(); ) {
      jobs.add(walk.job());
    }
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
}
