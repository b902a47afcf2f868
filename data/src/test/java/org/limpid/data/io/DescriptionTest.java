package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

class DescriptionTest {
  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name" | "nam" | 1 | the key 'name' is missing
          limpid-dataset/1 | limpid-dataset/2 | 2 | expected the format limpid-dataset/1, found 'limpid-dataset/2'
          "gpusPerNode": 8 | "gpusPerNode": "8" | 6 | expected a whole number of 1 to 64 as 'cluster.gpusPerNode', found '8'
          "gpusPerNode": 8 | "gpusPerNode": 65 | 6 | found '65'
          "gpusPerNode": 8 | "gpusPerNode": 1e1 | 6 | found '1e1'
          "gpusPerNode": 8, | | 6 | the key 'cluster.gpusPerNode' is missing
          "lucid" | "lucit" | 7 | Maybe 'lucid' was meant
          "jobs.csv" | "" | 7 | expected a text as 'jobs.file'
          "jobs.csv" | "a\\u0000b" | 7 | expected the name of a file
          2020-04-01T00:00:00 | yesterday | 5 | expected a time yyyy-MM-ddTHH:mm:ss, found 'yesterday'
          ["blue"] | "blue" | 11 | an array of texts as 'profiler.takenFrom'
          "loanNodes": 1 | "loanNodes": 2 | 11 | whole number of 0 to 1
          "estimates" | "estimatse" | 9 | Maybe 'estimates' was meant
          "lender" | "lendre" | 11 | Maybe 'lender' was meant
          { "series" | [ "series" | 8 | expected JSON
          "title" | "name" | 4 | expected JSON
          """)
  void problemNamesItsPlace(String old, String replacement, long line, String text) {
    assertTrue(SmallDataset.DESCRIPTION.contains(old));
    String changed = replacement == null ? "" : replacement;
    dataset.with("dataset.json", SmallDataset.DESCRIPTION.replace(old, changed));
    DataException e = assertThrows(DataException.class, () -> dataset.open());
    Problem problem = e.problems().getFirst();
    assertEquals(line, problem.line(), e.getMessage());
    assertTrue(problem.column().matches("column \\d+"), e.getMessage());
    assertTrue(e.getMessage().contains(text), e.getMessage());
  }

  @Test
  void allProblemsAreReported() {
    dataset.with(
        "dataset.json",
        SmallDataset.DESCRIPTION
            .replace("\"title\"", "\"titel\"")
            .replace("\"startSeconds\": 100", "\"startSeconds\": -1")
            .replace("\"gpuMemoryMib\": 24576", "\"gpuMemoryMib\": null"));
    DataException e = assertThrows(DataException.class, () -> dataset.open());
    assertEquals(3, e.problems().size(), e.getMessage());
  }

  @Test
  void profilerNamesVirtualClustersOfTheCluster() {
    dataset.with("dataset.json", SmallDataset.DESCRIPTION.replace("[\"blue\"]", "[\"blu\"]"));
    Problem problem = DatasetCheck.check(folder).getFirst();
    assertEquals("profiler.takenFrom", problem.column());
    assertEquals("Maybe 'blue' was meant.", problem.hint());
  }

  @Test
  void whatIsWrittenReadsBack() {
    DatasetDescription description = dataset.open().description();
    dataset.with("copy.json", DatasetWriter.bytes(description));
    assertEquals(description, DatasetDescription.read(folder.resolve("copy.json")));
  }
}
