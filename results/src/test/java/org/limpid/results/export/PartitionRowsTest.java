package org.limpid.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.io.CsvSchema;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.resource.Allocation;

final class PartitionRowsTest {
  private static List<String> rows(PartitionLog log) {
    List<String> rows = new ArrayList<>();
    new PartitionRows("lucid", log, GivenLog.JOBS)
        .forEachRemaining(row -> rows.add(row.members().toString()));
    return rows;
  }

  private static String row(long second, String rest) {
    return "{time=%d, policy=lucid, vc=vc, event=%s}".formatted(second, rest);
  }

  /** Jobs by their identifiers; nodes by their numbers, which at second 30 are exchanged. */
  @Test
  void eventsAreToldInTheWordsOfTheRun() {
    assertEquals(
        List.of(
            row(0, "arrived, job_id=7"),
            row(0, "started, job_id=7, tries=0, nodes=1:0+1, rate=1.0"),
            row(10, "arrived, job_id=8"),
            row(10, "queued, job_id=8, position=0, key=50.0"),
            row(10, "started, job_id=8, tries=2, nodes=0:1, rate=1.0"),
            row(20, "arrived, job_id=9"),
            row(
                20,
                "started, job_id=9, tries=0, nodes=0:1, rate=0.8, partners=[8],"
                    + " partner_rates=[0.9]"),
            row(30, "numbers_swapped, node=0, other_node=1"),
            row(40, "ended, job_id=8, outcome=ended"),
            row(50, "preempted, job_id=9"),
            row(60, "node_removed, node=1"),
            row(70, "node_added, node=9999"),
            row(80, "ended, job_id=7, outcome=killed")),
        rows(GivenLog.LOG));
  }

  @Test
  void whatPoliciesDecideIsTold() {
    assertEquals(
        List.of(
            row(1, "arrived, job_id=7"),
            row(1, "not_placed, job_id=7, gpus_free=3, gpus_free_node=2, nodes_idle=1"),
            row(1, "blocked, job_id=7"),
            row(2, "note, job_id=7, note=refused, values=[1.0, 2.5]"),
            row(2, "note, note=switched, values=[]"),
            row(3, "postponed, until=60"),
            row(4, "started, job_id=7, tries=1, nodes=0:0+1, rate=1.0"),
            row(5, "arrived, job_id=8"),
            row(6, "resized, job_id=7, nodes=1:0, rate=0.5"),
            row(7, "preempted, job_id=7, by=8")),
        rows(
            GivenLog.log(
                new Event.Arrived(1, 0),
                new Event.NotPlaced(1, 0, 3, 2, 1),
                new Event.Blocked(1, 0),
                new Note(2, 0, "refused", List.of(1.0, 2.5)),
                new Note(2, Note.NO_JOB, "switched", List.of()),
                new Event.Postponed(3, 60),
                new Event.Started(4, 0, 1, Allocation.of(0, 0b11)),
                new Event.Arrived(5, 1),
                new Event.Resized(6, 0, Allocation.of(1, 0b1), 0.5),
                new Event.Preempted(7, 0, 1))));
  }

  @Test
  void thePageNamesAllFields() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("limpid.root"), "docs/export.md"));
    for (EventColumn column : EventColumn.values()) {
      String name = CsvSchema.nameOf(column);
      assertTrue(page.contains("`%s`".formatted(name)), name);
    }
  }

  @Test
  void nodesThatAreNotThereAreRefused() {
    PartitionLog log =
        GivenLog.log(new Event.Arrived(1, 0), new Event.Started(1, 0, 0, Allocation.of(2, 0b11)));
    assertThrows(IllegalStateException.class, () -> rows(log));
  }
}
