package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

class DatasetReaderTest {
  private static final WorkloadProfile VGG =
      new WorkloadProfile(new Workload("VGG", "CIFAR-10", 64, true), 10.5, 62, 34, 3642);

  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder);
  }

  @Test
  void jobsComeInFileOrderWithAllTheirColumns() {
    Trace trace = dataset.open().trace();
    assertEquals(3, trace.size());
    assertEquals(
        new Trace.Job(12, "ann", "blue", "", 1, 4, "COMPLETED", 100, 50, VGG), trace.job(0));
    assertEquals(11, trace.jobId(1).number());
    assertEquals(
        new Trace.Job(13, "ann", "blue", "a, b", 16, 4, "CANCELLED", 160, 1, VGG), trace.job(2));
  }

  @Test
  void gzipIsKnownByItsContent() {
    dataset.with("jobs.csv", SmallDataset.gzip(SmallDataset.JOBS.getBytes(StandardCharsets.UTF_8)));
    assertEquals(3, dataset.open().trace().size());
  }

  @Test
  void byteOrderMarkIsSkipped() {
    dataset.with("jobs.csv", "\ufeff" + SmallDataset.JOBS);
    dataset.with("dataset.json", "\ufeff" + SmallDataset.DESCRIPTION);
    assertEquals(3, dataset.open().trace().size());
  }

  @Test
  void windowsLineEndsAndEmptyLinesAreFine() {
    dataset.with("jobs.csv", SmallDataset.JOBS.replace("\n", "\r\n") + "\r\n");
    assertEquals(3, dataset.open().trace().size());
  }

  @Test
  void submissionMayBeADate() {
    dataset.with(
        "jobs.csv",
        SmallDataset.JOBS
            .replace(",100,", ",2020-04-01 00:01:40,")
            .replace(",160,", ",2020-04-02T00:00:09,"));
    Trace trace = dataset.open().trace();
    assertEquals(100, trace.submitSeconds(0));
    assertEquals(86_409, trace.submitSeconds(2));
  }

  @Test
  void jobsMayHaveNoWorkload() {
    dataset.with(
        "jobs.csv",
        "job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration\n1,ann,blue,1,4,X,100,50\n");
    Trace trace = dataset.open().trace();
    assertNull(trace.workloadProfile(0));
    assertFalse(trace.hasWorkloads());
  }

  @Test
  void heliosLeavesOutJobsWithoutGpusOrTime() {
    dataset.with("dataset.json", SmallDataset.DESCRIPTION.replace("\"lucid\"", "\"helios\""));
    dataset.with(
        "jobs.csv",
        """
        job_id,user,vc,gpu_num,cpu_num,node_num,state,submit_time,start_time,end_time,duration,queue
        1,ann,blue,0,4,1,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:03:00,60,0
        2,ann,blue,2,4,1,COMPLETED,2020-04-01 00:02:00,2020-04-01 00:02:00,2020-04-01 00:03:00,60,0
        3,ann,blue,2,4,1,CANCELLED,2020-04-01 00:02:00,None,2020-04-01 00:03:00,0,60
        """);
    Trace trace = dataset.open().trace();
    assertEquals(1, trace.size());
    assertEquals(
        new Trace.Job(2, "ann", "blue", "", 2, 4, "COMPLETED", 120, 60, null), trace.job(0));
  }

  @Test
  void clusterKeepsTheOrderOfItsFile() {
    assertEquals(
        List.of(new VirtualCluster("blue", 2), new VirtualCluster("green", 1)),
        dataset.open().cluster().virtualClusters());
    assertEquals(24, dataset.open().cluster().gpuCount());
  }

  @Test
  void profilesComeInFileOrder() {
    Profiles profiles = dataset.open().profiles();
    assertEquals(new Profiles.SingleProfile(VGG, 1), profiles.singles().getFirst());
    assertEquals(2, profiles.pairs().size());
    assertEquals(0.9, profiles.pairs().getFirst().firstRate());
    assertEquals(1.03, profiles.pairs().getFirst().secondRate());
  }

  @Test
  void forecastCountsFromTheOrigin() {
    Forecast forecast = dataset.open().forecast();
    assertEquals(2, forecast.size());
    assertEquals(600, forecast.seconds(1));
    assertEquals(31.9, forecast.gpus(1));
  }

  @Test
  void estimatesAreFoundByJob() {
    DatasetReader reader = dataset.open();
    Estimates estimates = reader.estimates("guess", reader.trace());
    assertTrue(Double.isNaN(estimates.seconds(0)));
    assertEquals(10.5, estimates.seconds(1));
    assertEquals(-7, estimates.seconds(2));
    Estimates same = reader.estimates(folder.resolve("guess.csv").toString(), reader.trace());
    assertEquals(10.5, same.seconds(1));
  }

  @Test
  void whatTheDescriptionLacksIsEmpty() {
    dataset.with(
        "dataset.json",
        """
        {"format": "limpid-dataset/1", "name": "bare",
         "time": {"origin": "2020-04-01T00:00:00", "startSeconds": 0},
         "cluster": {"virtualClusters": "vc.csv", "gpusPerNode": 8, "gpuMemoryMib": 1},
         "jobs": {"file": "jobs.csv", "format": "lucid"}}
        """);
    DatasetReader reader = dataset.open();
    assertSame(Forecast.EMPTY, reader.forecast());
    assertSame(Profiles.EMPTY, reader.profiles());
    assertTrue(reader.profiler().isEmpty());
    assertEquals(List.of(), reader.estimateNames());
    assertEquals(3, reader.trace().size());
  }

  @Test
  void descriptionIsRead() {
    DatasetReader reader = dataset.open();
    assertEquals(LocalDateTime.of(2020, 4, 1, 0, 0), reader.origin());
    assertEquals(100, reader.startSeconds());
    assertEquals(List.of("blue"), reader.profiler().orElseThrow().takenFrom());
    assertEquals("green", reader.profiler().orElseThrow().lender());
  }

  @Test
  void contentHashDependsOnEveryFile() {
    String hash = dataset.open().contentHash();
    assertEquals(64, hash.length());
    assertEquals(hash, dataset.open().contentHash());
    dataset.with("guess.csv", SmallDataset.GUESS + "12,4\n");
    assertNotEquals(hash, dataset.open().contentHash());
  }
}
