package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.data.JobAttribute.CENSORED;
import static org.limpid.data.JobAttribute.DEADLINE;
import static org.limpid.data.JobAttribute.GPU_TYPE;
import static org.limpid.data.JobAttribute.JOB_CLASS;
import static org.limpid.data.JobAttribute.PREDECESSOR;
import static org.limpid.data.JobAttribute.PRIORITY;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limpid.data.replicate.ReplicaKind;
import org.limpid.data.replicate.Replicator;

class OptionalColumnsTest {
  private static final JobAttributes CHAINED =
      JobAttributes.NONE
          .with(PREDECESSOR, JobId.of(1))
          .with(DEADLINE, 500)
          .with(GPU_TYPE, "A100|V100");

  private static Trace.Job job(long id, long submit, JobAttributes attributes) {
    return new Trace.Job(
        JobId.of(id), "ann", "vc", "", 1, 1, "COMPLETED", submit, 60, null, attributes);
  }

  private static Trace trace(Trace.Job... jobs) {
    Trace.Builder builder = new Trace.Builder();
    List.of(jobs).forEach(builder::add);
    return builder.build();
  }

  @Test
  void absentColumnsHoldNoArray() {
    Trace plain = trace(job(1, 0, JobAttributes.NONE), job(2, 5, JobAttributes.NONE));
    assertSame(OptionalColumns.NONE, plain.optional());
    assertEquals(Set.of(), OptionalColumns.NONE.present());
    assertEquals(0, OptionalColumns.NONE.bytes());
    Trace ranked = trace(job(1, 0, JobAttributes.NONE), job(2, 5, CHAINED));
    assertEquals(3 * 2 * Long.BYTES, ranked.optional().bytes());
    assertEquals(EnumSet.of(GPU_TYPE, DEADLINE, PREDECESSOR), ranked.optional().present());
  }

  @Test
  void valuesAreThoseOfTheirJob() {
    OptionalColumns columns =
        trace(job(1, 0, JobAttributes.NONE.with(PRIORITY, -7)), job(2, 5, CHAINED)).optional();
    assertEquals(-7, columns.number(PRIORITY, 0));
    assertEquals(OptionalColumns.UNKNOWN, columns.number(PRIORITY, 1));
    assertFalse(columns.has(PRIORITY, 1));
    assertEquals("", columns.text(GPU_TYPE, 0));
    assertEquals("A100|V100", columns.text(GPU_TYPE, 1));
    assertEquals(-1, columns.predecessorRow(0));
    assertEquals(0, columns.predecessorRow(1));
    assertEquals(500, columns.number(DEADLINE, 1));
    assertEquals("", columns.text(JOB_CLASS, 1));
    assertNotEquals(1L, columns.number(CENSORED, 1));
  }

  @Test
  void columnsGrowWithTheTrace() {
    Trace.Builder builder = new Trace.Builder();
    for (int row = 0; row < 5000; row++) {
      JobAttributes attributes =
          row % 1000 == 999 ? JobAttributes.NONE.with(PRIORITY, row) : JobAttributes.NONE;
      builder.add(job(row, row, attributes));
    }
    OptionalColumns columns = builder.build().optional();
    assertEquals(999, columns.number(PRIORITY, 999));
    assertEquals(OptionalColumns.UNKNOWN, columns.number(PRIORITY, 1000));
    assertEquals(4999, columns.number(PRIORITY, 4999));
  }

  @Test
  void jobsKeepWhatIsKnownOfThem() {
    Trace trace = trace(job(1, 0, JobAttributes.NONE), job(2, 5, CHAINED));
    assertEquals(CHAINED, trace.job(1).attributes());
    assertEquals(JobAttributes.NONE, trace.job(0).attributes());
    assertEquals(CHAINED, trace.between(0, 10).job(1).attributes());
  }

  /** A job whose predecessor is not taken follows nobody. */
  @Test
  void spansCutChains() {
    Trace trace = trace(job(1, 0, JobAttributes.NONE), job(2, 5, CHAINED));
    OptionalColumns columns = trace.between(5, 10).optional();
    assertEquals(EnumSet.of(GPU_TYPE, DEADLINE), columns.present());
    assertEquals(500, columns.number(DEADLINE, 0));
  }

  @Test
  void timesMoveWithTheSubmission() {
    Trace.Job moved = job(2, 5, CHAINED).copiedTo(JobId.of(2), 25);
    assertEquals(CHAINED.with(DEADLINE, 520), moved.attributes());
    Trace.Job copy = job(2, 5, CHAINED).copiedTo(JobId.of(7), 25);
    assertFalse(copy.attributes().has(PREDECESSOR));
    assertEquals("A100|V100", copy.attributes().text(GPU_TYPE));
  }

  @Test
  void replicasKeepColumns() {
    Trace trace = trace(job(1, 100, JobAttributes.NONE), job(2, 200, CHAINED));
    LocalDateTime origin = LocalDateTime.of(2020, 4, 1, 0, 0);
    Trace copy =
        new Replicator(trace, origin, 0, EnumSet.of(ReplicaKind.JITTER), 1).replica(1).trace();
    int row = copy.jobId(0).number() == 2 ? 0 : 1;
    assertEquals(
        copy.submitSeconds(row) + 300, copy.optional().number(DEADLINE, row), "moved along");
    assertEquals(1 - row, copy.optional().predecessorRow(row));
  }

  @Test
  void valuesAreOfTheKindOfTheirAttribute() {
    assertThrows(
        IllegalArgumentException.class, () -> JobAttributes.NONE.with(DEADLINE, "tomorrow"));
    assertThrows(IllegalArgumentException.class, () -> JobAttributes.NONE.with(GPU_TYPE, 100));
    assertThrows(IllegalArgumentException.class, () -> JobAttributes.NONE.with(PREDECESSOR, 1));
  }

  private static JobId text(String id) {
    return JobId.parse(id).orElseThrow();
  }

  @Test
  void identifiersTakeRoomForTextsOnlyWhereTheyAreSome() {
    JobIds.Builder builder = new JobIds.Builder();
    for (int row = 0; row < 3000; row++) {
      builder.add(JobId.of(row));
    }
    assertTrue(builder.build().areNumbers());
    builder.add(text("17_3"));
    builder.add(JobId.of(0));
    JobIds ids = builder.build();
    assertFalse(ids.areNumbers());
    assertEquals(3002, ids.size());
    assertEquals(text("17_3"), ids.get(3000));
    assertEquals(JobId.of(2999), ids.get(2999));
    assertEquals(3000, ids.rowOf(text("17_3")));
    assertEquals(0, ids.rowOf(JobId.of(0)));
    assertEquals(-1, ids.rowOf(text("17_4")));
  }

  @Test
  void identifiersAreNumbersOrTexts() {
    assertEquals(JobId.of(17), JobId.parse("17").orElseThrow());
    assertEquals(17L, JobId.parse("17").orElseThrow().value());
    assertEquals("17_3", text("17_3").value());
    assertFalse(JobId.parse("99999999999999999999").isPresent());
    assertTrue(JobId.of(17).compareTo(text("17_3")) < 0);
    assertTrue(JobId.of(9).compareTo(JobId.of(10)) < 0);
    assertTrue(text("b").compareTo(text("a")) > 0);
    assertThrows(IllegalArgumentException.class, () -> new JobId(0, "17"));
    assertFalse(JobId.parse("").isPresent());
    assertFalse(JobId.parse("8e5").isPresent());
    assertFalse(JobId.parse("-3").isPresent());
  }
}
