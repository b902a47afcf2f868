package org.limpid.experiment.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.data.ClusterDescription;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.RealWaits;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.simulation.sink.JobRecords;

class ComparedRunTest {
  private static final ClusterDescription CLUSTER =
      new ClusterDescription(List.of(new VirtualCluster("a", 1)), 4, 0, 81_920);

  /**
   * A job on 4 GPUs in all.
   *
   * @param real second of its start in reality
   * @param simulated second of its start in the simulation; -1: it never started
   */
  private record Job(
      int gpus, long submit, long duration, long real, long simulated, Optional<Cause> cause) {
    Job(int gpus, long submit, long duration, long real, long simulated, Cause cause) {
      this(gpus, submit, duration, real, simulated, Optional.ofNullable(cause));
    }
  }

  /**
   * In the simulation 0 holds all GPUs up to 100, and in reality 3 runs beside it. 8 and 10 start
   * in it while 7 holds all GPUs in reality; only 8 sees a later job of its size, 9, start before
   * it.
   */
  private static final List<Job> JOBS =
      List.of(
          new Job(4, 0, 100, 0, 0, (Cause) null),
          new Job(2, 10, 50, 100, 100, (Cause) null),
          new Job(2, 20, 50, 500, 100, Cause.GPUS_FREE),
          new Job(1, 30, 10, 50, 150, Cause.FULL),
          new Job(1, 160, 5, 160, 170, Cause.QUEUED),
          new Job(1, 200, 5, 230, 200, Cause.RHYTHM),
          new Job(1, 300, 5, 1000, 300, Cause.HELD),
          new Job(4, 2000, 1000, 2000, 2000, (Cause) null),
          new Job(2, 2010, 5, 3500, 2100, Cause.OVERTAKEN),
          new Job(2, 2020, 5, 3000, 3000, (Cause) null),
          new Job(3, 2030, 5, 4000, 2200, Cause.BUSY),
          new Job(1, 5000, 5, 5000, -1, (Cause) null));

  private static Trace trace() {
    Trace.Builder builder = new Trace.Builder();
    for (int row = 0; row < JOBS.size(); row++) {
      Job job = JOBS.get(row);
      JobAttributes known = JobAttributes.NONE.with(JobAttribute.START_TIME, job.real());
      builder.add(
          new Trace.Job(
                  row,
                  "ann",
                  "a",
                  "",
                  job.gpus(),
                  0,
                  "COMPLETED",
                  job.submit(),
                  job.duration(),
                  null)
              .with(row == 6 ? known.with(JobAttribute.ELIGIBLE_TIME, 900) : known));
    }
    return builder.build();
  }

  private static Reality reality() {
    Trace trace = trace();
    return new Reality(trace, CLUSTER, RealWaits.rows(trace).toArray());
  }

  private static ComparedRun run() {
    JobRecords records = JobRecords.empty(JOBS.size(), List.of());
    for (int row = 0; row < JOBS.size(); row++) {
      Job job = JOBS.get(row);
      records.startSeconds()[row] = job.simulated();
      records.endSeconds()[row] = job.simulated() + job.duration();
    }
    return new ComparedRun("fifo", reality(), records);
  }

  @Test
  void everyDifferenceHasItsCause() {
    ComparedRun run = run();
    assertEquals(
        JOBS.stream().map(Job::cause).toList(),
        IntStream.range(0, JOBS.size()).mapToObj(run::cause).toList());
  }

  @Test
  void figuresCountJobsThatStarted() {
    PolicyFidelity figures = run().figures(new SizeClasses(4));
    assertEquals(1, figures.neverStarted());
    assertEquals(11, figures.all().jobs());
    assertEquals(
        List.of("1 GPU", "part of a node", "1 node"),
        figures.bySize().stream().map(PolicyFidelity.Group::name).toList());
    assertEquals(
        List.of(4, 5, 2), figures.bySize().stream().map(each -> each.waits().jobs()).toList());
    assertEquals(new PolicyFidelity.CauseShare(Cause.HELD, 1, 700), figures.causes().getFirst());
  }

  @Test
  void whatRealityDidIsTold() {
    RealityFacts facts = RealityFacts.of(reality());
    assertEquals(new RealityFacts(1, 1, 0, 0, Map.of("a", 1L)), facts);
    assertEquals(
        "In a jobs really held 1 GPU more at once than the data set has: waits are too long.",
        facts.sentences().getFirst());
  }

  @Test
  void sizesAreCountedInNodes() {
    SizeClasses sizes = new SizeClasses(8);
    assertEquals(
        List.of(
            "1 GPU",
            "part of a node",
            "1 node",
            "2 to 4 nodes",
            "2 to 4 nodes",
            "5 to 16 nodes",
            "more nodes"),
        List.of(1, 7, 8, 9, 32, 128, 129).stream().map(sizes::name).toList());
    assertEquals("1 node", new SizeClasses(1).name(1));
  }
}
