package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.reference.ReferenceInputs;
import org.limpid.reference.ReferenceResult;
import org.limpid.reference.TableSink;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.sink.JobColumn;

final class SlurmLikeTest {
  private static final int GPUS_PER_NODE = 4;

  private static ReferenceInputs inputs(Trace trace, VirtualCluster... clusters) {
    return new ReferenceInputs(
        new ClusterDescription(List.of(clusters), GPUS_PER_NODE, 0, 1000), trace, Settings.NONE);
  }

  private static Trace.Job job(int id, int gpus, long submit, long duration, JobAttributes known) {
    return new Trace.Job(
        JobId.of(id), "user", "only", "", gpus, 0, "COMPLETED", submit, duration, null, known);
  }

  private static JobAttributes limit(long seconds) {
    return JobAttributes.NONE.with(JobAttribute.TIME_LIMIT, seconds);
  }

  /**
   * Two nodes of four GPUs. Five GPUs are two nodes, from 0 to 120. Job 20 comes in the same minute
   * before job 3, as a text, and both get a node each at 120. Their rows stay where they are; job 3
   * is killed at its limit of two minutes.
   */
  @Test
  void columnsAreInTheOrderOfTheTrace() {
    Trace trace =
        new Trace.Builder()
            .add(job(1, 5, 30, 100, limit(600)))
            .add(job(3, 1, 70, 900, limit(120)))
            .add(job(20, 4, 80, 60, limit(600)))
            .build();
    ReferenceInputs inputs = inputs(trace, new VirtualCluster("only", 2));
    assertEquals(List.of(), new SlurmLike().lacks(inputs));
    ReferenceResult result = new SlurmLike().run(inputs, TableSink.NONE);
    assertArrayEquals(new long[] {2, 1, 1}, column(result, "nodes"));
    assertArrayEquals(new long[] {0, 60, 60}, column(result, "submit_time"));
    assertArrayEquals(new long[] {0, 120, 120}, column(result, "start_time"));
    assertArrayEquals(new long[] {60, 240, 180}, column(result, "end_time"));
    assertArrayEquals(new long[] {0, 0, 0}, column(result, "backfilled"));
    assertArrayEquals(new double[] {0, 60, 60}, result.queueSeconds());
    assertEquals((2 * 60 + 120 + 60) / (2 * 240.0), result.utilisation());
  }

  private static long[] column(ReferenceResult result, String name) {
    return result.jobs().stream()
        .map(JobColumn.Whole.class::cast)
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void whatIsLackingIsSaidAtOnce() {
    Trace trace =
        new Trace.Builder()
            .add(job(1, 1, 0, 100, limit(600)))
            .add(job(2, 16, 0, 100, JobAttributes.NONE))
            .build();
    ReferenceInputs inputs =
        inputs(trace, new VirtualCluster("only", 2), new VirtualCluster("other", 1));
    List<String> lacks = new SlurmLike().lacks(inputs);
    assertEquals(3, lacks.size());
    assertTrue(lacks.get(0).contains("expected one virtual cluster, found 2"), lacks.get(0));
    assertTrue(lacks.get(1).contains("found none of job 2"), lacks.get(1));
    assertTrue(lacks.get(2).contains("Job 2 needs 4 nodes"), lacks.get(2));
    assertThrows(InputProblem.class, () -> BatchLog.of(trace, inputs.cluster()));
  }
}
