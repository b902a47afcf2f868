package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

class LucidArtifactImporterTest {
  private static final String WORKLOAD = "CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0";
  private static final String LOG =
      """
      job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,dataset,model,batchsize,amp,speed,gpu_util,gmem_util,gmem
      1,ann,vc8Gr,,1,4,COMPLETED,2020-08-31 23:59:59,50,WORKLOAD
      9,ann,vc8Gr,,1,4,COMPLETED,2020-09-01 00:00:00,50,WORKLOAD
      3,bob,vcefl,,0,4,COMPLETED,2020-09-01 00:00:01,50,,,,,,,,
      7,bob,vcefl,,8,4,FAILED,2020-09-26 23:59:00,51,WORKLOAD
      5,bob,vcefl,,8,4,FAILED,2020-09-01 00:00:00,52,WORKLOAD
      6,bob,vcefl,,8,4,CANCELLED,2020-09-02 00:00:00,0,WORKLOAD
      8,bob,vcefl,,8,4,FAILED,2020-09-26 23:59:01,53,WORKLOAD
      4,bob,vcOther,,8,4,FAILED,2020-09-26 12:00:00,53,WORKLOAD
      """
          .replace("WORKLOAD", WORKLOAD);
  private static final String PAIRS =
      """
      ,model1,dataset1,gpu_num1,batchsize1,amp1,speed1,model2,dataset2,gpu_num2,batchsize2,amp2,speed2,gpu_util,gmem_util,gmem
      0,VGG,CIFAR-10,1,64,1,0.9,PPO,LunarLander,1,64,0,1.0,70.5,30,5106
      1,VGG,CIFAR-10,1,64,1,0.96,VGG,CIFAR-10,1,64,1,0.9,70.5,30,5106
      """;
  private static final String SINGLES =
      """
      model,dataset,batchsize,amp,speed,gpu_util,gmem_util,gmem,label
      VGG,CIFAR-10,64,1,10.5,62.0,34.0,3642.0,2
      PPO,LunarLander,64,0,10.5,2.0,3.0,3642.0,0
      BERT,SQuAD,32,0,10.5,2.0,3.0,3642.0,1
      """;

  @TempDir private Path folder;
  private Path artifact;
  private Path out;

  @BeforeEach
  void writeArtifact() throws IOException {
    artifact = folder.resolve("download");
    out = folder.resolve("out");
    write("data/Venus/cluster_full_log.csv", LOG);
    write("data/Venus/vc_config.csv", ",num\nvc8Gr,1\nvcefl,2\nvcYVn,1\n");
    write(
        "data/Venus/cluster_throughput.csv",
        "time,submit_gpu_job,submit_gpu_num\n2020-04-01 00:00:00,3,3\n");
    write("data/colocate_info.csv", PAIRS);
    write("analyzer/single_data.csv", SINGLES);
    write("estimator/ebm/Venus_Sept_ebm_weekly_updated.csv", "job_id,priority\n9,10\n1,3\n");
    write("estimator/lgb/Venus_Sept_lgb.csv", "job_id,priority\n9,11\n");
    write(
        "predictor/Venus_throughput_pred.csv",
        "time,pred_gpu_job,pred_gpu_num\n2020-09-01 00:00:00,5.4,28.8\n");
  }

  private void write(String relativePath, String content) throws IOException {
    Path file = artifact.resolve("simulator").resolve(relativePath);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  @Test
  void rowsThatAreNoJobsAreLeftOutByReason() throws IOException {
    String row = "%d,ann,vc8Gr,,1,4,FAILED,%s,%s,%s%n";
    String time = "2020-09-01 00:00:00";
    write(
        "data/Venus/cluster_full_log.csv",
        LOG
            + row.formatted(20, "None", "5", WORKLOAD)
            + row.formatted(21, time, "nan", WORKLOAD)
            + row.formatted(22, time, "-5", WORKLOAD));
    Map<String, Long> leftOut = LucidArtifactImporter.importFrom(artifact, out).leftOut();
    assertEquals(1, leftOut.get("without a time of submission"));
    assertEquals(1, leftOut.get("without a duration"));
    assertEquals(1, leftOut.get("with a negative duration"));
    assertEquals(3, DatasetReader.open(out).trace().size());
  }

  @Test
  void takesTheGpuJobsOfTheWindowSorted() {
    ImportReport report = LucidArtifactImporter.importFrom(artifact, out);
    Trace trace = DatasetReader.open(out).trace();
    assertEquals(3, report.jobs());
    assertEquals(
        Map.of(
            "submitted outside the window",
            2L,
            "CPU job",
            1L,
            "ran for 0 s",
            1L,
            "of a virtual cluster that vc_config.csv lacks",
            1L),
        report.leftOut());
    assertEquals(
        List.of(9L, 5L, 7L),
        List.of(trace.jobId(0).value(), trace.jobId(1).value(), trace.jobId(2).value()));
    assertEquals(13_219_200, trace.submitSeconds(0));
    assertEquals(13_219_200 + 26 * 86_400 - 60, trace.submitSeconds(2));
    assertEquals("VGG/CIFAR-10/64/amp", trace.workloadProfile(0).workload().toString());
  }

  /**
   * The whole trace begins with a GPU job 151 s after the origin (the CPU job before it doesn't
   * count), so a job submitted 151 s after midnight is the first of the window.
   */
  @Test
  void wholeTraceIsCountedFromItsFirstGpuJob() throws IOException {
    write(
        "data/Venus/cluster_full_log.csv",
        """
        job_id,user,vc,jobname,gpu_num,cpu_num,state,submit_time,duration,dataset,model,batchsize,amp,speed,gpu_util,gmem_util,gmem
        1,ann,vc8Gr,,0,4,COMPLETED,2020-04-01 00:00:05,50,,,,,,,,
        2,ann,vc8Gr,,1,4,COMPLETED,2020-04-01 00:02:31,50,WORKLOAD
        3,ann,vc8Gr,,1,4,COMPLETED,2020-09-01 00:02:30,50,WORKLOAD
        4,ann,vc8Gr,,1,4,COMPLETED,2020-09-01 00:02:31,50,WORKLOAD
        5,ann,vc8Gr,,1,4,COMPLETED,2020-09-27 00:01:31,50,WORKLOAD
        6,ann,vc8Gr,,1,4,COMPLETED,2020-09-27 00:01:32,50,WORKLOAD
        """
            .replace("WORKLOAD", WORKLOAD));
    LucidArtifactImporter.importFrom(artifact, out);
    Trace trace = DatasetReader.open(out).trace();
    assertEquals(2, trace.size());
    assertEquals(List.of(4L, 5L), List.of(trace.jobId(0).value(), trace.jobId(1).value()));
    assertEquals(13_219_200, trace.submitSeconds(0));
    assertEquals(13_219_200 + 26 * 86_400 - 60, trace.submitSeconds(1));
  }

  @Test
  void resultIsAValidDataset() {
    ImportReport report = LucidArtifactImporter.importFrom(artifact, out);
    assertEquals(List.of(), DatasetCheck.check(out));
    assertEquals(List.of(), report.notes());
    DatasetReader reader = DatasetReader.open(out);
    assertEquals("venus-2020-09", reader.description().name());
    assertEquals(13_219_200, reader.startSeconds());
    assertEquals(List.of("lucid", "qssf"), reader.estimateNames());
    assertEquals(10, reader.estimates("lucid", reader.trace()).seconds(0));
    assertEquals(13_219_200, reader.forecast().seconds(0));
    assertEquals(2, reader.profiles().pairs().size());
    assertEquals(List.of("vc8Gr", "vcefl"), reader.profiler().orElseThrow().takenFrom());
  }

  @Test
  void labelsAreTakenAsTheyAre() {
    LucidArtifactImporter.importFrom(artifact, out);
    assertEquals(List.of(2, 0, 1), shareScores());
  }

  /** VGG: (0.9 + 0.96 + 0.9) / 3 = 0.92, medium; PPO: 1, light; BERT: in no pair, heavy. */
  @Test
  void missingLabelsAreDerived() throws IOException {
    write("analyzer/single_data.csv", SINGLES.replace("label", "cluster"));
    ImportReport report = LucidArtifactImporter.importFrom(artifact, out);
    assertEquals(List.of(1, 0, 2), shareScores());
    assertTrue(report.notes().getFirst().contains("no column 'label'"));
  }

  private List<Integer> shareScores() {
    return DatasetReader.open(out).profiles().singles().stream()
        .map(SingleProfile::shareScore)
        .toList();
  }

  @Test
  void whatMayBeMissingIsNoted() throws IOException {
    Files.delete(artifact.resolve("simulator/estimator/lgb/Venus_Sept_lgb.csv"));
    Files.delete(artifact.resolve("simulator/predictor/Venus_throughput_pred.csv"));
    ImportReport report = LucidArtifactImporter.importFrom(artifact.resolve("simulator"), out);
    assertEquals(2, report.notes().size());
    assertEquals(List.of("lucid"), DatasetReader.open(out).estimateNames());
    assertEquals(List.of(), DatasetCheck.check(out));
  }

  @Test
  void whatMustBeThereIsNamed() throws IOException {
    Files.delete(artifact.resolve("simulator/data/colocate_info.csv"));
    Files.delete(artifact.resolve("simulator/data/Venus/vc_config.csv"));
    DataException e =
        assertThrows(DataException.class, () -> LucidArtifactImporter.importFrom(artifact, out));
    assertEquals(2, e.problems().size());
    assertTrue(e.getMessage().contains("data/Venus/vc_config.csv"), e.getMessage());
    assertFalse(Files.exists(out));
  }

  @Test
  void problemsNameTheSource() throws IOException {
    write("data/Venus/cluster_full_log.csv", LOG.replace(",51,", ",x,"));
    DataException e =
        assertThrows(DataException.class, () -> LucidArtifactImporter.importFrom(artifact, out));
    assertTrue(e.getMessage().contains("cluster_full_log.csv:5: duration"), e.getMessage());
    assertFalse(Files.exists(out));
  }

  @Test
  void pairsOfWorkloadsThatWereNotMeasuredAloneAreRefused() throws IOException {
    write("analyzer/single_data.csv", SINGLES.replace("PPO,LunarLander", "PPO,LunarLender"));
    DataException e =
        assertThrows(DataException.class, () -> LucidArtifactImporter.importFrom(artifact, out));
    assertTrue(e.getMessage().contains("found 'PPO/LunarLander/64'"), e.getMessage());
    assertTrue(Files.notExists(out));
  }
}
