package org.limpid.data.derive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.doctor.JobsFile;
import org.limpid.data.generate.ElasticOptions;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.ScalingWarnings;

final class ElasticDatasetTest {
  private static final ElasticOptions HALF = new ElasticOptions(0.5, 1.5, 0.5, 3);
  private static final GeneratorOptions SMALL =
      GeneratorOptions.defaults().withJobs(300).withDays(2).withHistoryDays(2);

  @TempDir private Path folder;

  private Path generated(String name, Optional<ElasticOptions> elastic)
      throws InterruptedException {
    Path out = folder.resolve(name);
    TraceGenerator.generate(SMALL, elastic, out, false, _ -> {});
    return out;
  }

  /** Both give a job the same, as it depends on the job alone; the rest of the files is equal. */
  @Test
  void generatorAndCommandAgree() throws Exception {
    Path rigid = generated("rigid", Optional.empty());
    Path elastic = generated("elastic", Optional.of(HALF));
    Path derived = folder.resolve("derived");
    ElasticDataset.Report report =
        ElasticDataset.write(DatasetReader.open(rigid), HALF, derived, false);
    assertEquals(300, report.jobs());
    assertTrue(report.bestEffort() > 100 && report.bestEffort() < 200, report::toString);
    for (Path each : List.of(elastic, derived)) {
      assertEquals(List.of(), DatasetCheck.check(each));
      assertEquals(List.of(), ScalingWarnings.of(DatasetReader.open(each)));
    }
    for (String file : List.of("jobs.csv.gz", "scaling.csv")) {
      assertArrayEquals(bytes(elastic, file), bytes(derived, file), file);
    }
    for (String file : List.of("forecast.csv", "throughput.csv", "estimate_lucid.csv")) {
      assertArrayEquals(bytes(rigid, file), bytes(elastic, file), file);
    }
  }

  private static byte[] bytes(Path folder, String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  @Test
  void jobsKeepTheirOtherColumns() {
    DatasetReader source =
        new JobsFile(folder.resolve("data"), "priority", "deadline")
            .job(0, 50, 7, 60)
            .jobOf(16, 5, 6000, "", "")
            .open();
    Path out = folder.resolve("out");
    ElasticDataset.write(source, ElasticOptions.ofSeed(1), out, false);
    assertEquals(List.of(), DatasetCheck.check(out));
    Trace trace = DatasetReader.open(out).trace();
    assertEquals(
        EnumSet.of(
            JobAttribute.PRIORITY,
            JobAttribute.DEADLINE,
            JobAttribute.ITERATIONS,
            JobAttribute.SCALING),
        trace.optional().present());
    assertEquals(7, trace.optional().number(JobAttribute.PRIORITY, 0));
    assertEquals("unknown/unknown/32/512", trace.optional().text(JobAttribute.SCALING, 1));
  }

  /** What is made of an elastic data set keeps its curves; made elastic again it gets new ones. */
  @Test
  void curvesGoWithTheJobs() {
    DatasetReader source = new JobsFile(folder.resolve("data")).job(0, 50).job(5, 60).open();
    Path elastic = folder.resolve("elastic");
    ElasticDataset.write(source, ElasticOptions.ofSeed(1), elastic, false);
    Path sample = folder.resolve("sample");
    SampleRequest one =
        new SampleRequest(
            1,
            SampleRequest.Unit.JOBS,
            Optional.empty(),
            Optional.of(source.origin().plusSeconds(5)),
            List.of(),
            false,
            1);
    Sampler.write(DatasetReader.open(elastic), one, sample, false);
    assertEquals(List.of(), DatasetCheck.check(sample));
    assertEquals(DatasetReader.open(elastic).scaling(), DatasetReader.open(sample).scaling());
    Path again = folder.resolve("again");
    ElasticDataset.write(DatasetReader.open(elastic), ElasticOptions.ofSeed(2), again, false);
    assertEquals(List.of(), DatasetCheck.check(again));
  }
}
