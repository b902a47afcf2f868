package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.VirtualCluster;
import org.limpid.files.DataException;

class TiresiasImporterTest {
  private static final String JOBS =
      """
      job_id,num_gpu,submit_time,iterations,model_name,duration,interval
      0,1,0,606,vgg19,164,30
      1,8,30,133,vgg11,147,23
      2,0,53,157,inception4,127,26
      3,4,99,138,vgg16,0,33
      """;

  private static final String OLD_GAVEL =
      """
      LM (batch size 5)\tcd %s && python main.py --cuda\t--steps\t1\t1000\t0.000000\t1
      LM (batch size 5)\tcd %s && python main.py --cuda\t--steps\t1\t1000\t90.500000\t4
      """;

  private static final String GAVEL =
      """
      LM (batch size 5)\tpython main.py\tlm\t--steps\t1\t1000\t1\t2\t-1.000000\t0
      LM (batch size 5)\tpython main.py\tlm\t--steps\t1\t1000\t4\t1.5\t1.2\t90
      """;

  private static final String THROUGHPUTS =
      """
      {"v100": {"('LM (batch size 5)', 1)": {"null": 10.0, "('LM (batch size 5)', 1)": [3.0, 3.0]},
                "('LM (batch size 5)', 4)": {"null": 25.0}},
       "k80": {"('LM (batch size 5)', 1)": {"null": 0.0}}}
      """;

  @TempDir private Path folder;

  private Imported gavel(String trace, String gpuType) throws IOException {
    Path rates = Files.writeString(folder.resolve("rates.json"), THROUGHPUTS);
    return Imported.of(
        TiresiasImporter.IMPORTER,
        folder,
        "small.trace",
        trace,
        Map.of("throughputs", rates, "gpu-type", gpuType));
  }

  @Test
  void jobsOfTiresiasAreRead() throws IOException {
    Imported jobs =
        Imported.of(
            TiresiasImporter.IMPORTER,
            folder,
            "60_job.csv",
            JOBS,
            Map.of("gpus-per-node", 4L, "nodes", "16"));
    assertEquals(List.of("0", "1"), jobs.ids());
    assertEquals(Map.of("CPU job", 1L, "ran for 0 s", 1L), jobs.report().leftOut());
    assertEquals(147, jobs.trace().durationSeconds(1));
    assertEquals("vgg11", jobs.trace().jobName(1));
    assertEquals(List.of(new VirtualCluster("60_job", 16)), jobs.cluster().virtualClusters());
  }

  @Test
  void stepsOfGavelBecomeDurations() throws IOException {
    for (String trace : List.of(OLD_GAVEL, GAVEL)) {
      Imported jobs = gavel(trace, "v100");
      assertEquals(List.of("0", "1"), jobs.ids());
      assertEquals(List.of(1, 4), jobs.gpus());
      assertEquals(100, jobs.trace().durationSeconds(0));
      assertEquals(40, jobs.trace().durationSeconds(1));
      assertEquals(90, jobs.trace().submitSeconds(1));
    }
  }

  @Test
  void onlyWholePrioritiesOfGavelAreTaken() throws IOException {
    Imported jobs = gavel(GAVEL, "v100");
    assertEquals("2", jobs.known(JobAttribute.PRIORITY, 0));
    assertEquals("", jobs.known(JobAttribute.PRIORITY, 1));
  }

  @Test
  void withoutThroughputsGavelIsRefused() {
    DataException refusal =
        assertThrows(
            DataException.class,
            () ->
                Imported.of(TiresiasImporter.IMPORTER, folder, "small.trace", OLD_GAVEL, Map.of()));
    assertTrue(refusal.getMessage().contains("--throughputs"), refusal.getMessage());
  }

  @Test
  void unknownThroughputsAreNamed() {
    DataException noType = assertThrows(DataException.class, () -> gavel(GAVEL, "a100"));
    assertTrue(noType.getMessage().contains("found those of v100, k80"), noType.getMessage());
    DataException noRate = assertThrows(DataException.class, () -> gavel(GAVEL, "k80"));
    assertTrue(noRate.getMessage().contains("small.trace:2"), noRate.getMessage());
  }
}
