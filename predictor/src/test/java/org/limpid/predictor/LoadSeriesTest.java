package org.limpid.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

class LoadSeriesTest {
  private static final String DESCRIPTION =
      """
      {
        "format": "limpid-dataset/1",
        "name": "small",
        "time": { "origin": "2020-04-01T00:05:00", "startSeconds": 0 },
        "cluster": { "virtualClusters": "vc.csv", "gpusPerNode": 8, "gpuMemoryMib": 24576 },
        "jobs": { "file": "jobs.csv", "format": "lucid" }%s
      }
      """;

  @TempDir Path folder;

  private LoadSeries read(String throughput) throws IOException {
    Files.writeString(folder.resolve("dataset.json"), DESCRIPTION.formatted(throughput));
    Files.writeString(folder.resolve("vc.csv"), "vc,num\nblue,2\n");
    Files.writeString(
        folder.resolve("jobs.csv"),
        """
        job_id,user,vc,gpu_num,cpu_num,state,submit_time,duration
        1,ann,blue,2,1,COMPLETED,400,50
        2,ann,blue,4,1,COMPLETED,899,50
        3,bob,blue,8,1,COMPLETED,900,50
        4,bob,blue,1,1,COMPLETED,2200,50
        """);
    Files.writeString(
        folder.resolve("series.csv"),
        "time,submit_gpu_job,submit_gpu_num\n300,2,6\n1500,1,8\n2100,0,0\n");
    return LoadSeries.of(DatasetReader.open(folder));
  }

  /**
   * Second 0 is 00:05, so slots begin at seconds 300, 900, .. Jobs 1 and 2 lie in the first, job 3
   * in the second; the slot of job 4 is not over when the trace ends.
   */
  @Test
  void withoutASeriesTheSubmissionsAreCountedAndThatIsSaid() throws IOException {
    LoadSeries counted = read("");
    assertEquals(300, counted.series().startSeconds());
    assertArrayEquals(new double[] {2, 1, 0}, counted.series().jobs());
    assertArrayEquals(new double[] {6, 8, 0}, counted.series().gpus());
    assertEquals(1, counted.notices().size());
    String notice = counted.notices().getFirst();
    assertTrue(notice.contains("no throughput series"), notice);
    assertTrue(notice.contains("2020-04-01T00:10 to 2020-04-01T00:40"), notice);
  }

  @Test
  void gapsOfASeriesAreSaid() throws IOException {
    LoadSeries read = read(", \"throughput\": { \"series\": \"series.csv\" }");
    assertArrayEquals(new double[] {2, 0, 1, 0}, read.series().jobs());
    assertEquals(
        "The series has no row for 1 of 4 slots, the first at 2020-04-01T00:20; they count as slots"
            + " without submissions.",
        read.notices().getFirst());
  }

  /** 400,000,000 s are 4,629 days; as a series that would be 666,667 slots, all but two empty. */
  @Test
  void oneJobOfAnotherAgeMakesNoSeries() throws IOException {
    read("");
    Path jobs = folder.resolve("jobs.csv");
    Files.writeString(jobs, Files.readString(jobs).replace(",2200,", ",400000400,"));
    DatasetReader reader = DatasetReader.open(folder);
    DataException e = assertThrows(DataException.class, () -> LoadSeries.of(reader));
    assertTrue(e.getMessage().contains("within 4,000 days"), e.getMessage());
    assertTrue(e.getMessage().contains("found 4,629. Maybe a year is misspelt"), e.getMessage());
  }
}
