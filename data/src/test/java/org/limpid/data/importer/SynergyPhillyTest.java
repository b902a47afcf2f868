package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.importer.SynergyPhilly.Job;
import org.limpid.data.importer.SynergyPhilly.Rules;
import org.limpid.data.io.DatasetCheck;
import org.limpid.files.DataException;

/** What Synergy takes of Philly's log, from jobs of one line each. */
final class SynergyPhillyTest {
  private static final String HOUR = "2017-10-01 00:00:00 2017-10-01 01:00:00";

  /** The first submission of a job that was ever started is that of {@code short}. */
  private static final String LOG =
      log(
          job("never", "2017-09-01 00:00:00"),
          job("short", "2017-10-01 00:00:00", "2017-10-01 00:00:00 2017-10-01 00:31:37 1"),
          job(
              "late",
              "2017-10-01 05:00:00",
              HOUR + " 1",
              "2017-10-01 02:00:00 2017-10-01 02:20:00 4"),
          job("odd", "2017-10-01 03:00:00", HOUR + " 3"),
          job("huge", "2017-10-01 04:00:00", HOUR + " 32"),
          job("lost", "2017-10-01 04:00:00", HOUR + " 1", "2017-10-01 02:00:00 None 1"),
          job("no-start", "2017-10-01 04:00:00", HOUR + " 1", "None 2017-10-01 02:00:00 1"),
          job("back", "2017-10-01 04:00:00", "2017-10-01 02:00:00 2017-10-01 01:00:00 1"),
          job("mixed", "2017-10-01 02:00:00", HOUR + " 32", HOUR + " 8"),
          job("long", "2017-10-01 02:00:00", "2017-10-01 00:00:00 2017-10-07 22:40:00 1"));

  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void writeFiles() throws IOException {
    log = Files.writeString(folder.resolve("cluster_job_log"), LOG);
    Files.writeString(folder.resolve("zoo.json"), zoo());
    Files.writeString(
        folder.resolve("servers.ini"), "[CLUSTER]\nservers_per_rack = 1\ngpus_per_server = 4\n");
  }

  private static String log(String... jobs) {
    return "[" + String.join(",\n", jobs) + "]";
  }

  /** Attempts are start, end and number of GPUs. */
  private static String job(String name, String submitted, String... attempts) {
    return """
    {"status": "Pass", "vc": "v", "user": "u", "jobid": "%s", "submitted_time": "%s",
     "attempts": [%s]}\
    """
        .formatted(
            name,
            submitted,
            Arrays.stream(attempts)
                .map(SynergyPhillyTest::attempt)
                .collect(Collectors.joining(", ")));
  }

  private static String attempt(String text) {
    String[] words = text.replaceAll("(-\\d\\d) ", "$1T").split(" ");
    return """
    {"start_time": "%s", "end_time": "%s", "detail": [{"ip": "m", "gpus": [%s]}]}\
    """
        .formatted(
            words[0].replace('T', ' '),
            words[1].replace('T', ' '),
            Stream.generate(() -> "\"gpu0\"")
                .limit(Integer.parseInt(words[2]))
                .collect(Collectors.joining(",")));
  }

  private static String zoo() {
    return Stream.of(
            "alexnet",
            "res18",
            "res50",
            "mobilenet",
            "shufflenet",
            "gnmt",
            "transformer",
            "lstm",
            "m5",
            "deepspeech")
        .map(
            """
            "%s_1": {"cpu_per_gpu": 3, "mem_gb_per_gpu": 60, "iter_time_s_fair": 0.7,
              "speedup_best_vs_fair": 1, "tput": [[0.5, 0.5], [0.5, 1]]}\
            """
                ::formatted)
        .collect(
            Collectors.joining(
                ",\n",
                "{\"cpu_axis\": [1, 3], \"mem_axis_gb\": [20, 60], \"zoo\": {\"models\": {",
                "}}}"));
  }

  private static List<String> text(List<Job> jobs) {
    return jobs.stream()
        .map(job ->
            "%s %d %d %d"
                .formatted(job.name(), job.arrivalSeconds(), job.durationSeconds(), job.gpus()))
        .toList();
  }

  /**
   * 10^1.5 min are 1897.4 s, more than the 1897 s of short; long has 10^4 min, no less. The last
   * attempts of lost and no-start tell too little, so both are lost. The one of 32 GPUs counts only
   * where all become one.
   */
  @Test
  void jobsOfOneGpu() {
    assertEquals(
        List.of("late 18000 4800 1", "odd 10800 3600 1", "huge 14400 3600 1", "mixed 7200 7200 1"),
        text(SynergyPhilly.read(log).jobs(Rules.ONE_GPU)));
  }

  @Test
  void oddNumbersOfGpusBecomeOneAndLargeOnesAreSkipped() {
    assertEquals(
        List.of("late 18000 4800 4", "odd 10800 3600 1", "mixed 7200 3600 8"),
        text(SynergyPhilly.read(log).jobs(Rules.SEVERAL_GPUS)));
  }

  /** By arrival, the first at 0: mixed, 2 h after short; late 3 h later. */
  @Test
  void timesOfTheLogAreKeptWithinHours() {
    SynergyPhilly philly = SynergyPhilly.read(log);
    assertEquals(List.of("mixed 0 3600 8", "late 10800 4800 4"), text(philly.timedJobs(0, 6)));
    assertEquals(List.of("late 0 4800 4"), text(philly.timedJobs(2, 6)), "after 2 h, not at 2 h");
    DataException none = assertThrows(DataException.class, () -> philly.timedJobs(2400, 3000));
    assertTrue(none.getMessage().contains("cluster_job_log"), none::getMessage);
    assertTrue(none.getMessage().contains("2400.0 to 3000.0 h"), none::getMessage);
  }

  @Test
  void foldersAndArchivesAreReadInPlace() throws IOException {
    Path archive = folder.resolve("trace-data.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("trace-data/cluster_job_log"));
      zip.write(Files.readAllBytes(log));
    }
    List<Job> known = SynergyPhilly.read(log).jobs(Rules.ONE_GPU);
    assertEquals(known, SynergyPhilly.read(archive).jobs(Rules.ONE_GPU));
    assertEquals(known, SynergyPhilly.read(folder).jobs(Rules.ONE_GPU));
  }

  private Map<String, Object> options(Map<String, Object> more) {
    return Stream.of(
            Map.of("cluster", folder.resolve("servers.ini"), "models", folder.resolve("zoo.json")),
            more)
        .flatMap(each -> each.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Of the two jobs within 6 h, mixed wants 8 of 4 GPUs. The first model is that of pictures, as
   * none lacks more yet: 4,800 s of iterations of 0.7 s are 6,857.
   */
  @Test
  void theImporterGivesModelsInTurn() {
    Imported data =
        Imported.of(
            SynergyPhillyImporter.IMPORTER,
            log,
            folder.resolve("out"),
            options(Map.of("from-hour", 0.0, "to-hour", 6.0)));
    assertEquals(List.of("late"), data.ids());
    assertEquals(List.of(4), data.gpus());
    assertEquals("alexnet", data.known(JobAttribute.SENSITIVITY, 0));
    assertEquals((long) (4800 / .7), Long.parseLong(data.known(JobAttribute.ITERATIONS, 0)));
    assertEquals(Map.of("of jobs that want more GPUs than there are", 1L), data.report().leftOut());
    assertEquals(List.of(), DatasetCheck.check(data.report().folder()));
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    refused(Map.of("split", "20,70,20"), "expected three percentages, 100 in all, for --split");
    refused(Map.of("split", "a,b,c"), "found 'a,b,c'");
    Files.writeString(folder.resolve("zoo.json"), zoo().replace("alexnet_1", "other_1"));
    refused(Map.of("from-hour", 0.0), "expected the ten models of the artifact");
    Files.writeString(log, LOG.replace("2017-10-01 02:20:00", "soon"));
    refused(Map.of(), "expected a time yyyy-MM-dd HH:mm:ss or null");
  }

  private void refused(Map<String, Object> more, String message) {
    Imported.refused(
        SynergyPhillyImporter.IMPORTER, log, folder.resolve("none"), options(more), message);
  }
}
