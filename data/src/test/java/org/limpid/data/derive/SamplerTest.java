package org.limpid.data.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.derive.SampleRequest.Unit;
import org.limpid.data.doctor.JobsFile;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

final class SamplerTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.parse("2026-01-01T00:00:00");

  @TempDir private Path folder;
  private int made;

  private static SampleRequest share(double share, Unit unit, long seed) {
    return new SampleRequest(
        share, unit, Optional.empty(), Optional.empty(), List.of(), false, seed);
  }

  private static SampleRequest between(long from, long to) {
    return new SampleRequest(
        1,
        Unit.USERS,
        Optional.of(ORIGIN.plusSeconds(from)),
        Optional.of(ORIGIN.plusSeconds(to)),
        List.of(),
        false,
        1);
  }

  private static SampleRequest of(String cluster, double share, boolean scalesNodes) {
    return new SampleRequest(
        share, Unit.JOBS, Optional.empty(), Optional.empty(), List.of(cluster), scalesNodes, 1);
  }

  private DatasetReader sample(DatasetReader source, SampleRequest request) {
    Path out = folder.resolve("out" + ++made);
    Sampler.write(source, request, out, false);
    assertEquals(List.of(), DatasetCheck.check(out));
    return DatasetReader.open(out);
  }

  /** 400 jobs of 40 users, of which each has ten. */
  private DatasetReader many() {
    JobsFile jobs = new JobsFile(folder.resolve("data"), "job_group");
    for (int i = 0; i < 400; i++) {
      jobs.row("user%d,a,1,1,FAILED,%d,50".formatted(i % 40, i), "g" + i / 4);
    }
    return jobs.open();
  }

  private static Set<JobId> ids(DatasetReader reader) {
    Trace trace = reader.trace();
    return IntStream.range(0, trace.size()).mapToObj(trace::jobId).collect(Collectors.toSet());
  }

  @Test
  void usersAreDrawnWithAllTheirJobs() {
    Trace trace = sample(many(), share(0.5, Unit.USERS, 1)).trace();
    assertEquals(10 * trace.userNames().size(), trace.size());
    assertTrue(trace.userNames().size() > 10 && trace.userNames().size() < 30, trace::toString);
  }

  @Test
  void groupsOfJobsStayTogether() {
    Trace trace = sample(many(), share(0.5, Unit.JOBS, 1)).trace();
    for (int row = 0; row < trace.size(); row++) {
      assertEquals(
          trace.optional().text(JobAttribute.JOB_GROUP, row - row % 4),
          trace.optional().text(JobAttribute.JOB_GROUP, row));
    }
    assertTrue(trace.size() > 120 && trace.size() < 280, trace::toString);
  }

  @Test
  void aSmallShareIsPartOfALargeOneAndAnotherSeedIsAnotherDraw() {
    DatasetReader source = many();
    Set<JobId> half = ids(sample(source, share(0.5, Unit.JOBS, 1)));
    Set<JobId> tenth = ids(sample(source, share(0.1, Unit.JOBS, 1)));
    assertTrue(half.containsAll(tenth));
    Set<JobId> others = new HashSet<>(ids(sample(source, share(0.5, Unit.JOBS, 2))));
    assertTrue(others.removeAll(half) && !others.isEmpty());
  }

  @Test
  void allOfItIsTheSameTrace() {
    DatasetReader source = many();
    assertEquals(ids(source), ids(sample(source, share(1, Unit.USERS, 1))));
  }

  @Test
  void aTimeIsFromFirstToBeforeLast() {
    DatasetReader part = sample(many(), between(100, 103));
    assertEquals(3, part.trace().size());
    assertEquals(100, part.trace().submitSeconds(0));
    assertEquals(100, part.startSeconds());
    assertTrue(part.description().title().contains("3 of 400 jobs"), part.description().title());
  }

  @Test
  void linksToJobsThatAreGoneAreCut() {
    DatasetReader source =
        new JobsFile(folder.resolve("data"), "predecessor")
            .job(0, 50, "")
            .job(5, 50, 1)
            .job(6, 50, 2)
            .open();
    Path out = folder.resolve("out");
    SampleReport report = Sampler.write(source, between(5, 9), out, false);
    assertEquals(
        List.of("1 job followed one that is not in the sample, and now wait for none."),
        report.notes());
    Trace trace = DatasetReader.open(out).trace();
    assertEquals(-1, trace.optional().predecessorRow(0));
    assertEquals(0, trace.optional().predecessorRow(1));
  }

  /** Jobs of b: 24 GPUs x 100 s and 8 GPUs x 100 s, on 10 nodes of 8 GPUs. */
  private DatasetReader twoClusters() {
    return new JobsFile(folder.resolve("data"))
        .cluster("vc,num\na,2\nb,10\n")
        .job(0, 50)
        .row("u,b,24,1,FAILED,1,100")
        .row("v,b,8,1,FAILED,2,100")
        .open();
  }

  @Test
  void otherVirtualClustersGoWithTheirNodes() {
    DatasetReader part = sample(twoClusters(), of("b", 1, false));
    assertEquals(10, part.cluster().nodeCount());
    assertEquals(2, part.trace().size());
  }

  /** A quarter of the GPU time has 2.5 of 10 nodes, or what the larger job needs. */
  @Test
  void nodesFollowTheGpuTime() {
    DatasetReader source = twoClusters();
    KeptLoad load = new KeptLoad(source.trace());
    load.add(1, false);
    load.add(2, true);
    assertEquals(
        3, load.scaled(source.cluster(), source.cluster().virtualClusters().get(1)).nodeCount());
    assertEquals(
        1, load.scaled(source.cluster(), source.cluster().virtualClusters().get(0)).nodeCount());
    KeptLoad small = new KeptLoad(source.trace());
    IntStream.range(0, 9).forEach(_ -> small.add(2, false));
    small.add(1, true);
    small.add(1, false);
    assertEquals(
        3, small.scaled(source.cluster(), source.cluster().virtualClusters().get(1)).nodeCount());
  }

  @Test
  void whatIsNotThereIsSaid() {
    DatasetReader source = twoClusters();
    Path out = folder.resolve("out");
    assertThrows(DataException.class, () -> Sampler.write(source, of("c", 1, false), out, false));
    DataException none =
        assertThrows(DataException.class, () -> Sampler.write(source, between(50, 60), out, false));
    assertTrue(none.getMessage().contains("none of 3 jobs"), none.getMessage());
    assertTrue(Files.notExists(out));
  }
}
