package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.data.JobAttribute.ATTEMPTS;
import static org.limpid.data.JobAttribute.END_TIME;
import static org.limpid.data.JobAttribute.NODE_NAMES;
import static org.limpid.data.JobAttribute.NODE_NUM;
import static org.limpid.data.JobAttribute.START_TIME;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhillyImporterTest {
  /** Not in the order of submission; times are null or None where they are not known. */
  private static final String LOG =
      """
      [{"status": "Failed", "vc": "6214e9", "jobid": "application_2", "user": "ce2b05",
        "submitted_time": "2017-10-09 06:00:00", "attempts": [
          {"start_time": "2017-10-09 06:00:10", "end_time": "2017-10-09 06:01:10",
           "detail": [{"ip": "m9", "gpus": ["gpu0", "gpu7"]}, {"ip": "m2", "gpus": ["gpu1"]}]},
          {"start_time": null, "end_time": null, "detail": []},
          {"start_time": "2017-10-09 06:05:00", "end_time": "2017-10-09 06:05:30",
           "detail": [{"ip": "m3", "gpus": ["gpu0", "gpu1", "gpu2"]}]}]},
       {"status": "Pass", "vc": "103959", "jobid": "application_1", "user": "ce2b05",
        "submitted_time": "2017-10-08 23:00:00", "attempts": [
          {"start_time": "2017-10-08 23:00:00", "end_time": "2017-10-08 23:00:40",
           "detail": [{"ip": "m1", "gpus": ["gpu0"]}]}]},
       {"status": "Killed", "vc": "103959", "jobid": "application_3", "user": "a",
        "submitted_time": "2017-10-08 23:00:00", "attempts": []},
       {"status": "Killed", "vc": "103959", "jobid": "application_4", "user": "a",
        "submitted_time": "2017-10-08 23:00:00", "attempts": [
          {"start_time": "2017-10-08 23:00:00", "end_time": "None",
           "detail": [{"ip": "m1", "gpus": ["gpu0"]}]}]},
       {"status": "Pass", "vc": "103959", "jobid": "application_5", "user": "a",
        "submitted_time": "None", "attempts": []},
       {"status": "Pass", "vc": "103959", "jobid": "application_6", "user": "a",
        "submitted_time": "2017-11-05 01:50:00", "attempts": [
          {"start_time": "2017-11-05 01:55:00", "end_time": "2017-11-05 01:05:00",
           "detail": [{"ip": "m1", "gpus": ["gpu0"]}]}]}]
      """;

  private static final String MACHINES =
      """
      machineId, number of GPUs, single GPU mem
      m1, 2, 12GB
      m9, 2, 12GB
      m3, 8, 24GB
      """;

  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void writeTrace() throws IOException {
    log = Files.writeString(folder.resolve("cluster_job_log"), LOG);
  }

  private Imported imported(Path source, Map<String, ?> options) {
    return Imported.of(PhillyImporter.IMPORTER, source, folder.resolve("out"), options);
  }

  @Test
  void jobsLastAsLongAsTheirAttempts() {
    Imported data = imported(log, Map.of());
    assertEquals(List.of("application_1", "application_2", "application_6"), data.ids());
    assertEquals("103959 1 82800 40", data.job(0));
    assertEquals("6214e9 3 108000 90", data.job(1));
    assertEquals("2", data.known(ATTEMPTS, 1));
    assertEquals("108010", data.known(START_TIME, 1));
    assertEquals("108330", data.known(END_TIME, 1));
    assertEquals("1", data.known(NODE_NUM, 1));
    assertEquals("m3", data.known(NODE_NAMES, 1));
    assertEquals("ce2b05", data.trace().user(1));
    assertEquals("Failed", data.trace().state(1));
    data.assertNoted("1 job was started more than once: it lasts");
    data.assertNoted("From use follow");
  }

  /** From 1:55 in summer to 1:05 in winter are ten minutes. */
  @Test
  void clocksAreSetBack() {
    Imported data = imported(log, Map.of());
    assertEquals(600, data.trace().durationSeconds(2));
    assertEquals("2426100", data.known(START_TIME, 2));
    assertEquals("2426700", data.known(END_TIME, 2));
  }

  @Test
  void theLastAttemptMayCount() {
    Map<String, Object> last =
        Map.of("attempts", PhillyImporter.IMPORTER.options().getFirst().choices().get("last"));
    assertEquals("6214e9 3 108000 30", imported(log, last).job(1));
  }

  @Test
  void whatIsLeftOutIsCounted() {
    assertEquals(
        Map.of(
            "of jobs that never started", 1L,
            "of jobs that had not ended", 1L,
            "without a time of submission", 1L),
        imported(log, Map.of()).report().leftOut());
  }

  @Test
  void machinesWithMoreGpusThanListedAreTold() throws IOException {
    Files.writeString(folder.resolve("cluster_machine_list"), MACHINES);
    imported(log, Map.of())
        .assertNoted("has 3 machines with 12 GPUs; 1 of them ran jobs on more GPUs than it says,");
    imported(log, Map.of()).assertNoted("so that there were at least 18");
  }

  @Test
  void archivesAreReadInPlace() throws IOException {
    Path archive = folder.resolve("trace-data.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("trace-data/cluster_job_log"));
      zip.write(Files.readAllBytes(log));
    }
    assertEquals(
        imported(log, Map.of()).trace().size(), imported(archive, Map.of()).trace().size());
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    Files.writeString(log, LOG.replace("2017-10-09 06:05:30", "yesterday"));
    refused("cluster_job_log:6: column 55: expected a time yyyy-MM-dd HH:mm:ss or null");
    Files.writeString(log, LOG.replace("\"jobid\": \"application_2\",", ""));
    refused("cluster_job_log:1: ");
    Files.writeString(log, LOG.substring(0, 700));
    refused("cluster_job_log:");
    Files.writeString(log, "timestamp,duration,num_gpus\n");
    refused("cluster_job_log");
    Files.writeString(log, "[7]");
    refused("expected one JSON array of objects");
  }

  private void refused(String message) {
    Imported.refused(PhillyImporter.IMPORTER, log, folder.resolve("none"), Map.of(), message);
  }

  /** No data set has a job of two thousand years. */
  @Test
  void aDateOfAnotherAgeIsRefused() throws IOException {
    Files.writeString(log, LOG.replace("2017-10-09 06:01:10", "4034-10-09 06:01:10"));
    Imported.refused(
        PhillyImporter.IMPORTER,
        log,
        folder.resolve("out"),
        Map.of(),
        "duration: expected 1 to 10000000000 s, found '63650361690'");
  }
}
