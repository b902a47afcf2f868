package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurve;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetReader;

/** Job files of ElasticFlow's artifact with its throughput tables. */
class ElasticFlowJobsTest {
  private static final TraceImporter IMPORTER =
      TraceImporters.all().stream()
          .filter(each -> each.name().equals("elasticflow"))
          .findFirst()
          .orElseThrow();

  /** Not in order, and with names of the newest version; job 3 takes what is left. */
  private static final String JOBS =
      """
      job_id,submission_time,num_iteration,model_name,deadline,batch_size,num_gpu,duration,best_effort
      a-1,100000,500,resnet50,100900,64,2,600,0
      a-2,100000,40,vgg16,100100,32,1,9,0
      a-3,90000,7000,vgg16,90001,32,4,86400,1
      """;

  private static final String RESNET50 =
      """
      global_batch_size,1,2,4,8
      64,6.8429775823889685,11.5,18.25,21
      256,1.5,2.5,,0
      """;
  private static final String VGG16 = "global_batch_size,1,2,4,8\n32,5.25,9,14.5,nan\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeTables() throws IOException {
    Files.createDirectory(folder.resolve("tables"));
    table("resnet50", RESNET50);
    table("vgg16", VGG16);
    Files.writeString(folder.resolve("tables/README.md"), "no table");
  }

  private void table(String model, String rows) throws IOException {
    Files.writeString(folder.resolve("tables").resolve(model + ".csv"), rows);
  }

  private Map<String, Object> options(Object... more) {
    Map<String, Object> options = new HashMap<>();
    options.put("throughput", folder.resolve("tables"));
    for (int i = 0; i < more.length; i += 2) {
      options.put((String) more[i], more[i + 1]);
    }
    return options;
  }

  private Imported imported(Map<String, Object> options) throws IOException {
    return Imported.of(IMPORTER, folder, "jobs.csv", JOBS, options);
  }

  private void assertRefused(String jobs, Map<String, Object> options, String message)
      throws IOException {
    Path file = Files.writeString(folder.resolve("jobs.csv"), jobs);
    Imported.refused(IMPORTER, file, folder.resolve("out"), options, message);
  }

  @Test
  void jobsKeepTheirTimesAndComeInOrder() throws IOException {
    Imported made = imported(options("nodes", 2L, "gpus-per-node", 4L));
    assertEquals(LocalDateTime.of(2021, 3, 4, 0, 0), made.reader().origin());
    assertEquals(86_400, made.reader().startSeconds());
    assertEquals(List.of("a-3", "a-1", "a-2"), made.ids(), "ties keep the order of the file");
    assertEquals("jobs 4 90000 86400", made.job(0));
    assertEquals("jobs 2 100000 600", made.job(1));
    assertEquals("100900", made.known(JobAttribute.DEADLINE, 1));
    assertEquals("500", made.known(JobAttribute.ITERATIONS, 1));
    assertEquals("resnet50/64", made.known(JobAttribute.SCALING, 1));
    assertEquals(List.of(new VirtualCluster("jobs", 2)), made.cluster().virtualClusters());
    assertEquals(8, made.cluster().gpuCount());
  }

  @Test
  void bestEffortJobsHaveNoDeadline() throws IOException {
    Imported made = imported(options());
    assertEquals("", made.known(JobAttribute.DEADLINE, 0));
    assertEquals("7000", made.known(JobAttribute.ITERATIONS, 0));
    assertEquals("100100", made.known(JobAttribute.DEADLINE, 2));
  }

  @Test
  void tablesBecomeCurves() throws IOException {
    Imported made = imported(options());
    List<ScalingCurve> curves = made.reader().scaling().all();
    assertEquals(
        List.of("resnet50/64", "resnet50/256", "vgg16/32"),
        curves.stream().map(ScalingCurve::name).toList());
    assertEquals(6.8429775823889685, curves.get(0).throughputOn(1));
    assertEquals(0, curves.get(1).throughputOn(4), "the artifact has a column there");
    assertTrue(Double.isNaN(curves.get(2).throughputOn(8)));
  }

  /** The models were measured on A100, where resnet50/64 gets 32 GPUs; T4 has another rule. */
  @Test
  void mostGpusAreThoseOfTheArtifact() throws IOException {
    assertEquals(List.of(32, 64, 32), mostGpus(options()));
    assertEquals(List.of(64, 64, 64), mostGpus(options("gpu-type", ElasticLimits.T4)));
  }

  private List<Integer> mostGpus(Map<String, Object> options) throws IOException {
    return imported(options).reader().scaling().all().stream()
        .map(ScalingCurve::mostElasticGpus)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "A100, bert, 64, 8",
    "A100, bert, 128, 16",
    "A100, gpt2, 128, 16",
    "A100, gpt2, 256, 32",
    "A100, inception3, 64, 16",
    "A100, inception3, 128, 32",
    "A100, deepspeech2, 32, 32",
    "A100, deepspeech2, 64, 64",
    "A100, resnet50, 64, 32",
    "A100, resnet50, 256, 64",
    "A100, vgg16, 64, 32",
    "A100, vgg16, 32, 32",
    "A100, resnet50_cifar10, 128, 64",
    "T4, bert, 384, 16",
    "T4, cifar10, 4096, 16",
    "T4, deepspeech2, 320, 32",
    "T4, deepspeech2, 640, 64",
    "T4, imagenet, 3200, 64",
    "T4, ncf, 32768, 1",
    "T4, yolov3, 64, 4"
  })
  void limits(ElasticLimits type, String model, int batchSize, int most) {
    assertEquals(most, type.most(model, batchSize));
  }

  @Test
  void gpuTypeIsAskedForWhereModelsDoNotTell() throws IOException {
    table("ncf", "global_batch_size,1\n32768,40\n");
    assertRefused(
        JOBS, options(), "expected models of A100 or T4 only, found ncf, resnet50, vgg16");
    assertEquals(
        List.of(64, 32, 64, 32), mostGpus(options("gpu-type", ElasticLimits.A100)), "ncf first");
  }

  @Test
  void clusterFileIsRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n6g4.csv"),
            "num_switch,num_node_p_switch,num_gpu_p_node,num_cpu_p_node,mem_p_node\n"
                + "2,3,4,64,256\n");
    Imported made = imported(options("cluster", file));
    assertEquals(6, made.cluster().nodeCount());
    assertEquals(4, made.cluster().gpusPerNode());
    Imported.refused(
        IMPORTER,
        folder.resolve("jobs.csv"),
        folder.resolve("other"),
        options("cluster", file, "nodes", 2L),
        "--cluster: expected either this or --nodes and --gpus-per-node");
    Files.writeString(file, "num_switch,num_node_p_switch,num_gpu_p_node\n");
    Imported.refused(
        IMPORTER,
        folder.resolve("jobs.csv"),
        folder.resolve("other"),
        options("cluster", file),
        "n6g4.csv: expected one row, found 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          100000,500; 100000,0; jobs.csv:2: num_iteration: expected a whole number of 1 to
          100900; 100000; jobs.csv:2: deadline: expected a deadline after 100000, when
          100900; 900; jobs.csv:2: deadline: expected a deadline after 100000, when
          100900; ; jobs.csv:2: deadline: expected a whole number
          500,resnet50; 500,resnet05; jobs.csv:2: model_name: expected a model with a throughput
          100900,64; 100900,65; batch_size: expected a batch size of the throughput table of resnet50, which has 64, 256
          64,2,600; 64,3,600; jobs.csv:2: num_gpu: expected a number of GPUs on which resnet50/64
          64,2,600; 256,4,600; jobs.csv:2: num_gpu: expected a number of GPUs on which resnet50/256
          32,4,86400; 32,8,86400; jobs.csv:4: num_gpu: expected a number of GPUs on which vgg16/32
          64,2,600; 64,2,0; jobs.csv:2: duration: expected a whole number of 1 to
          600,0; 600,2; jobs.csv:2: best_effort: expected 0 or 1
          num_iteration; steps; iteration: expected this column
          a-2; a-1; jobs.csv:3: job_id: expected a new identifier
          """)
  void problemsOfJobsAreTold(String old, String now, String message) throws IOException {
    assertRefused(JOBS.replace(old, now == null ? "" : now), options(), message);
  }

  @Test
  void problemsOfTablesAreTold() throws IOException {
    table("vgg16", VGG16.replace("5.25", "-5.25"));
    assertRefused(JOBS, options(), "vgg16.csv:2: 1: expected a finite number of at least 0");
    table("vgg16", VGG16.replace(",2,4,", ",4,2,"));
    assertRefused(JOBS, options(), "vgg16.csv:1: 2: expected a number of GPUs above 4");
    table("vgg16", VGG16 + "32,1,1,1,1\n");
    assertRefused(JOBS, options(), "vgg16.csv:3: global_batch_size: expected each batch size once");
    table("vgg16", "global_batch_size,1,2\n");
    assertRefused(JOBS, options(), "vgg16.csv: expected at least one batch size, found none");
    table("vgg16", "batch,1,2\n64,1,2\n");
    assertRefused(JOBS, options(), "global_batch_size");
  }

  @Test
  void problemsOfOptionsAreTold() throws IOException {
    assertRefused(JOBS, options("nodes", 0L), "--nodes: expected 1 to");
    assertRefused(JOBS, Map.of("nodes", 2L), "--nodes: expected --throughput, too");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(JOBS, options("throughput", empty), "expected throughput tables");
    assertRefused(
        JOBS, options("throughput", folder.resolve("none")), "expected a folder with throughput");
    assertRefused(
        JOBS,
        options("nodes", 1L, "gpus-per-node", 2L),
        "jobs.csv:4: gpu_num: expected at most the 2 GPUs of virtual cluster jobs");
  }

  /** Without tables nothing is told about elastic jobs, and times move as for other tables. */
  @Test
  void withoutTablesJobsAreRigid() throws IOException {
    Imported made = imported(Map.of());
    assertEquals(LocalDateTime.of(2021, 3, 5, 0, 0), made.reader().origin());
    assertTrue(made.trace().optional().present().isEmpty());
    assertTrue(made.reader().scaling().isEmpty());
  }

  /** All jobs of all ten months, as section 12 of the specification counts them. */
  @Test
  void allJobsOfTheItpClustersAreTaken() throws IOException {
    Path tables = SharedElasticFlow.path("throughput_a100");
    int jobs = 0;
    double gpuHours = 0;
    for (int cluster = 1; cluster <= 10; cluster++) {
      Path table = SharedElasticFlow.path("itp/cluster%02d.csv.gz".formatted(cluster));
      Path out = folder.resolve("itp" + cluster);
      ImportReport report =
          IMPORTER
              .importing()
              .apply(
                  Imported.request(
                      IMPORTER, table, out, Map.of("throughput", tables, "nodes", 128L)));
      assertEquals(Map.of(), report.leftOut());
      Trace trace = DatasetReader.open(out).trace();
      jobs += trace.size();
      gpuHours += IntStream.range(0, trace.size()).mapToDouble(row -> gpuHours(trace, row)).sum();
    }
    assertEquals(69_351, jobs);
    assertEquals(1_632_719.74, gpuHours, 0.005);
  }

  private static double gpuHours(Trace trace, int row) {
    return trace.durationSeconds(row) * (double) trace.gpuCount(row) / 3600;
  }
}
