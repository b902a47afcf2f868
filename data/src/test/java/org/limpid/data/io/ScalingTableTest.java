package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.ScalingCurve;
import org.limpid.data.ScalingCurves;
import org.limpid.files.Problem;

class ScalingTableTest {
  private static final String TABLE =
      """
      model,batch_size,most_gpus,1,2,4,predicted
      bert,64,8,6.030661553957379,8.643477263279834,10.356284859349557,0
      ncf,32,1,46.9,,0.0,1
      """;

  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder.resolve("data"));
  }

  private Problem onlyProblem() {
    List<Problem> problems = DatasetCheck.check(dataset.folder);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  @Test
  void curvesAreRead() {
    ScalingCurves curves = dataset.withScaling(TABLE).open().scaling();
    assertEquals(
        List.of("bert/64", "ncf/32"), curves.all().stream().map(ScalingCurve::name).toList());
    ScalingCurve bert = curves.find("bert/64").orElseThrow();
    assertEquals(8, bert.mostElasticGpus());
    assertEquals(10.356284859349557, bert.throughputOn(4));
    assertFalse(bert.isPredicted());
    ScalingCurve ncf = curves.find("ncf/32").orElseThrow();
    assertTrue(Double.isNaN(ncf.throughputOn(2)));
    assertEquals(0, ncf.throughputOn(4));
    assertTrue(ncf.isPredicted());
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
  }

  @Test
  void dataSetsWithoutThemHaveNone() {
    assertTrue(dataset.open().scaling().isEmpty());
  }

  @Test
  void tableIsWrittenAsItIsRead() throws Exception {
    assertArrayEquals(Files.readAllBytes(folder.resolve("data/jobs.csv")), written("jobs.csv"));
    assertEquals(TABLE, new String(written("scaling.csv")));
  }

  private byte[] written(String file) throws Exception {
    DatasetReader reader = dataset.withScaling(TABLE).open();
    Path target = folder.resolve("target");
    try (DatasetWriter writer = DatasetWriter.create(target, reader.description(), true)) {
      writer.virtualClusters(reader.cluster().virtualClusters());
      writer.jobs(reader.trace());
      writer.scaling(reader.scaling());
      for (String name : reader.description().fileNames()) {
        if (!List.of("vc.csv", "jobs.csv", "scaling.csv").contains(name)) {
          writer.copy(name, dataset.folder.resolve(name));
        }
      }
      writer.commit();
    }
    return Files.readAllBytes(target.resolve(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          predicted; speed; 1; speed; a number of GPUs above 4
          1,2,4; 1,4,2; 1; 2; a number of GPUs above 4
          1,2,4; 1,2,2; 1; 2; a number of GPUs above 2
          1,2,4; 0,2,4; 1; 0; a number of GPUs above 0
          ncf,32; bert,64; 3; batch_size; each model and batch size once
          ncf,32; ,32; 3; model; expected a text
          ncf,32; ncf,0; 3; batch_size; whole number of 1 to
          ncf,32,1; ncf,32,0; 3; most_gpus; whole number of 1 to
          46.9; -46.9; 3; 1; number of at least 0
          46.9; fast; 3; 1; number of at least 0
          46.9; 1e18; 3; 1; a number that may be real
          0.0,1; 0.0,2; 3; predicted; expected 0 or 1
          46.9; 0; 3; model; expected a throughput above 0 on some number of GPUs
          """)
  void problemsAreTold(String old, String now, int line, String column, String message) {
    dataset.withScaling(TABLE.replace(old, now));
    Problem problem = onlyProblem();
    assertEquals(line, problem.line(), problem.toString());
    assertEquals(column, problem.column());
    assertTrue(problem.toString().contains(message), problem.toString());
    assertTrue(problem.toString().contains("scaling.csv"), problem.toString());
  }

  @Test
  void tableWithoutCurvesOrColumnsIsTold() {
    dataset.withScaling(TABLE.lines().findFirst().orElseThrow() + "\n");
    assertEquals("expected at least one scaling curve, found none", onlyProblem().message());
    dataset.withScaling("model,batch_size,most_gpus\nbert,64,8\n");
    assertTrue(onlyProblem().message().contains("called by their number of GPUs"));
  }

  /** Of bert/64 what lies beyond most_gpus is nobody's concern: here on 16 GPUs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      textBlock =
          """
          6,9,14,20,3; none
          6,9,14,20,; none
          6,9,8.5,20,3; 4: bert/64 is slower on 4 GPUs than on fewer, although its most_gpus is 8, found '8.5'
          6,9,14,13,3; 8: bert/64 is slower on 8 GPUs than on fewer, although its most_gpus is 8, found '13.0'
          6,,14,20,3; 2: bert/64 was not measured on 2 GPUs, although its most_gpus is 8
          6,9,0,20,3; 4: bert/64 does not run on 4 GPUs, although its most_gpus is 8, found '0.0'
          6,12.5,25,49,3; none
          6,19,20,21,3; 2: bert/64 does far more per GPU on 2 GPUs than on fewer; its most_gpus is 8, found '19.0'
          6,nan,20,90,3; 2: bert/64 was not measured
          """)
  void oddCurvesAreWarnedOf(String rates, String warning) {
    dataset.withScaling(
        "model,batch_size,most_gpus,1,2,4,8,16\nvgg,32,4,1,2,3,4,5\nbert,64,8," + rates + "\n");
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    List<String> warnings =
        ScalingWarnings.of(dataset.open()).stream().map(Problem::toString).toList();
    if (warning == null) {
      assertEquals(List.of(), warnings);
    } else {
      assertTrue(warnings.getFirst().contains("scaling.csv:3: " + warning), warnings.toString());
    }
  }

  @Test
  void columnOfZerosIsWarnedOf() {
    dataset.withScaling("model,batch_size,most_gpus,1,2,4\nbert,64,2,1,2,0\nvgg,32,1,1,0,\n");
    List<Problem> warnings = ScalingWarnings.of(dataset.open());
    assertEquals(1, warnings.size());
    assertEquals("no curve has a throughput above 0 on 4 GPUs", warnings.getFirst().message());
  }

  /** A run tells of the curves of its jobs only. */
  @Test
  void curvesOfNoJobAreNotWarnedOfInRuns() {
    dataset.withScaling("model,batch_size,most_gpus,8,16\nbert,64,16,5,4\nvgg,32,16,3,4\n");
    jobsWith("scaling", "vgg/32");
    DatasetReader reader = dataset.open();
    assertEquals(List.of(), ScalingWarnings.of(reader, reader.trace()));
    assertEquals(1, ScalingWarnings.of(reader).size());
    jobsWith("scaling", "bert/64");
    DatasetReader other = dataset.open();
    assertTrue(
        DatasetNotices.of(other, other.trace()).getFirst().contains("bert/64 is slower on 16"));
  }

  @Test
  void jobsNameCurvesThatFit() {
    jobsWith("scaling", "bert/64");
    dataset.withScaling(TABLE);
    assertEquals(
        "expected a curve with a throughput above 0 on the 16 GPUs of the job",
        onlyProblem().message());
    dataset.withScaling(TABLE.replace(",4,", ",16,"));
    assertEquals(List.of(), DatasetCheck.check(dataset.folder));
    assertEquals(4, lineOf("ncf/32"), "0 on 16 GPUs");
    assertEquals(4, lineOf("bert/32"), "no such curve");
  }

  @Test
  void jobsWithoutTableNameNoCurve() {
    jobsWith("scaling", "bert/64");
    assertEquals(
        "expected no scaling curve, as dataset.json names no table of them",
        onlyProblem().message());
  }

  private long lineOf(String curve) {
    jobsWith("scaling", curve);
    Problem problem = onlyProblem();
    assertEquals(curve, problem.value());
    return problem.line();
  }

  /** Adds a column to the jobs; only the last one, which asks for 16 GPUs, has a value there. */
  private void jobsWith(String column, String value) {
    String[] lines = SmallDataset.JOBS.split("\n");
    dataset.with(
        "jobs.csv",
        String.join(
            "\n",
            lines[0] + "," + column,
            lines[1] + ",",
            lines[2] + ",",
            lines[3] + "," + value,
            ""));
  }
}
