package org.limpid.experiment.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetReader;

/** The programs in {@code docs/library.md} compile and do what the page says. */
class LibraryPageTest {
  @TempDir private Path folder;

  @Test
  void everyProgramOfThePageRuns() throws Exception {
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(600).withDays(3), data, false, jobs -> {});
    String virtualCluster = DatasetReader.open(data).cluster().virtualClusters().getFirst().name();
    String run = folder.resolve("run").toString();
    try (PagePrograms programs = PagePrograms.compile("library.md", folder)) {
      assertEquals(
          List.of("TwoPolicies", "OneMoreNode", "PartsOfLucid", "WhatMatters"), programs.names());
      assertPrints(
          "(fifo|lucid): mean JCT \\d+ s", 2, programs, "TwoPolicies", data.toString(), run);
      assertPrints(
          "all: mean wait \\d+ s, then \\d+ s", 1, programs, "OneMoreNode", run, virtualCluster);
      String study = folder.resolve("study").toString();
      assertPrints("lucid  .*", 1, programs, "PartsOfLucid", data.toString(), study);
      assertPrints(
          "area {2,}.*", 2, programs, "WhatMatters", houses(folder.resolve("houses.csv")), "price");
    }
    assertTrue(Files.exists(folder.resolve("study/ablation.csv")));
  }

  private static String houses(Path file) throws IOException {
    StringBuilder rows = new StringBuilder("area,year,price\n");
    for (int i = 0; i < 300; i++) {
      int area = 60 + i * 37 % 190;
      rows.append("%d,%d,%d\n".formatted(area, 1950 + i * 11 % 70, 1000 * area));
    }
    return Files.writeString(file, rows).toString();
  }

  private static void assertPrints(
      String line, int times, PagePrograms programs, String program, String... arguments)
      throws ReflectiveOperationException {
    String text = programs.output(program, arguments);
    assertEquals(times, text.lines().filter(each -> each.matches(line)).count(), text);
  }
}
