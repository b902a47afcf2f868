package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;

class ElasticFlowDrawImporterTest {
  private static final TraceImporter IMPORTER = importer("elasticflow-draw");

  @TempDir private Path folder;

  private static TraceImporter importer(String name) {
    return TraceImporters.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Every number of every job of the published trace, and of two that were made like it. */
  @Test
  void jobsOfTheArtifactAreDrawn() {
    assertDraws(
        "fig10_100jobs_1500lam_seed1.csv",
        Map.of("jobs", 100L, "seed", 1L, "min-deadline", 1.5, "max-deadline", 1.5));
    assertDraws(
        "fig9like_1000job_1500lam_seed0_ddlseed12345.csv",
        Map.of("jobs", 1000L, "seed", 0L, "deadline-seed", 12_345L));
    assertDraws(
        "fig11like_200job_900lam_be0.3_seed0_ddlseed12345.csv",
        Map.of(
            "jobs",
            200L,
            "seed",
            0L,
            "mean-gap",
            900.0,
            "best-effort",
            0.3,
            "deadline-seed",
            12_345L));
  }

  private void assertDraws(String file, Map<String, Object> options) {
    Path tables = SharedElasticFlow.path("throughput_a100");
    List<String> drawn = jobs(Imported.of(IMPORTER, tables, folder.resolve("drawn"), options));
    List<String> published =
        jobs(
            Imported.of(
                importer("elasticflow"),
                SharedElasticFlow.path(file),
                folder.resolve("published"),
                Map.of("throughput", tables)));
    assertEquals(published, drawn);
  }

  private static List<String> jobs(Imported made) {
    return IntStream.range(0, made.trace().size())
        .mapToObj(row ->
            String.join(
                " ",
                made.ids().get(row),
                made.job(row).split(" ", 2)[1],
                made.trace().jobName(row),
                made.known(JobAttribute.SCALING, row),
                made.known(JobAttribute.ITERATIONS, row),
                made.known(JobAttribute.DEADLINE, row)))
        .toList();
  }

  @Test
  void wrongOptionsAndTablesAreTold() throws IOException {
    Path tables = Files.createDirectory(folder.resolve("tables"));
    Files.writeString(
        tables.resolve("vgg16.csv"), "global_batch_size,1,2,4,8,16\n64,1,2,3,4,5\n128,1,2,3,4,\n");
    Path out = folder.resolve("out");
    Imported.refused(
        IMPORTER,
        tables,
        out,
        Map.of(),
        "they lack of resnet50/64, resnet50/128, resnet50/256, vgg16/128, vgg16/256,"
            + " inception3/64");
    Imported.refused(
        IMPORTER,
        tables,
        out,
        Map.of("jobs", 0L, "min-deadline", 2.0, "best-effort", 1.5, "mean-gap", 0.0),
        "jobs must be 1..10,000,000, found 0; mean-gap must be above 0 and at most 1,000,000 s,"
            + " found 0.0; min-deadline must be above 0 and at most max-deadline, found 2.0;"
            + " best-effort must be 0..1, found 1.5");
  }
}
