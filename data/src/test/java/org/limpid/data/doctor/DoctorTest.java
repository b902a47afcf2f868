package org.limpid.data.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;

/** What findings say, and what is mended. */
final class DoctorTest {
  private static final Path PAGE = Path.of("../docs/doctor.md");

  @TempDir private Path folder;

  private JobsFile jobs(String... columns) {
    return new JobsFile(folder.resolve("data"), columns);
  }

  @Test
  void nothingIsOddAboutAUsualDataSet() {
    assertEquals("", jobs().job(0, 50).job(7, 60).job(11, 70).names());
  }

  /** The second row is left out, so that the jobs stand on lines 2, 4 and 5. */
  @Test
  void linesAreThoseOfTheFile() {
    Finding finding =
        jobs("censored")
            .job(0, 50, 0)
            .row("u,a,1,1,FAILED,7,", 0)
            .job(8, 50, 1)
            .job(9, 60, 1)
            .finding("censored-jobs");
    assertEquals(List.of(4L, 5L), finding.lines());
    assertEquals(2, finding.count());
    assertTrue(finding.file().endsWith("jobs.csv"), finding.file());
  }

  @Test
  void ofManyRowsTheFirstFiveAreNamed() {
    JobsFile jobs = jobs("censored");
    for (int i = 0; i < 9; i++) {
      jobs.job(i, 50 + i, 1);
    }
    Finding finding = jobs.finding("censored-jobs");
    assertEquals(List.of(2L, 3L, 4L, 5L, 6L), finding.lines());
    assertTrue(
        FindingText.of(List.of(finding)).contains("line 2, 3, 4, 5 and 6, and more of 9."),
        FindingText.of(List.of(finding)));
  }

  @Test
  void whatCheckRefusesIsSaidAsCheckSaysIt() {
    Finding finding = jobs().job(9, 50).job(8, 50).finding("fails-check");
    assertTrue(finding.isRefusal());
    assertEquals(List.of(3L), finding.lines());
    assertTrue(finding.message().contains("sorted by time"), finding.message());
    assertEquals(
        List.of("fails-check"),
        Doctor.findings(folder.resolve("nothing")).stream().map(Finding::name).toList());
  }

  @Test
  void sameDataSetSameFindings() {
    JobsFile jobs = jobs("censored").job(0, 50, 1).job(0, 50, 1);
    assertEquals(jobs.findings(), jobs.findings());
  }

  /**
   * The third job is the second once more and is followed by the fourth, which then follows none.
   */
  @Test
  void fixMendsWhatNeedsNoGuess() {
    String columns = "start_time,end_time,predecessor";
    JobsFile jobs =
        jobs(columns.split(","))
            .job(0, 100, 0, 150, "")
            .row("u,a,8,1,FAILED,5,60", 5, 65, "")
            .row("u,a,8,1,FAILED,5,60", 5, 65, "")
            .job(9, 70, 9, 79, 3);
    assertEquals("usage-above-capacity,duplicate-rows,duration-differs", jobs.names());
    Path fixed = folder.resolve("fixed");
    assertEquals(
        List.of(
            "usage-above-capacity: At once in use were 18 GPUs of a, which has 16.",
            "duplicate-rows: 1 row like another of the same second, but for the identifier.",
            "duration-differs: Of 1 job end - start is not the duration.",
            "a has 3 nodes in place of 2.",
            "Left out: 1 job of 4."),
        mend(true));
    assertEquals(List.of(), DatasetCheck.check(fixed));
    assertEquals(List.of(), Doctor.findings(fixed));
    DatasetReader reader = DatasetReader.open(fixed);
    Trace trace = reader.trace();
    assertEquals(150, trace.durationSeconds(0));
    assertEquals(3, trace.size());
    assertFalse(trace.optional().has(JobAttribute.PREDECESSOR));
    assertEquals(3, reader.cluster().nodeCount()); // 1 + 8 + 8 + 1 GPUs were in use
  }

  @Test
  void whatCheckRefusesCannotBeFixed() {
    jobs().job(9, 50).job(8, 50).findings();
    Path fixed = folder.resolve("fixed");
    assertThrows(DataException.class, () -> mend(true));
    assertTrue(Files.notExists(fixed));
  }

  private List<String> mend(boolean fixes, String... guesses) {
    return Doctor.mend(
        folder.resolve("data"), fixes, List.of(guesses), folder.resolve("fixed"), true);
  }

  private Trace mended(String... guesses) {
    mend(false, guesses);
    return DatasetReader.open(folder.resolve("fixed")).trace();
  }

  /** Rows in another order, and an identifier twice. */
  @Test
  void whatCheckRefusesIsImportedAgain() {
    Finding finding = jobs().job(9, 50).job(8, 50).finding("fails-check");
    assertEquals(List.of(), DatasetCheck.check(RemedyCommand.run(finding.remedy())));
    assertTrue(finding.change().contains("rows are sorted"), finding.change());
    jobs().job(8, 50).write("jobs.csv", "no table");
    assertEquals(
        "limpid data check " + folder.resolve("none"),
        Doctor.findings(folder.resolve("none")).getFirst().remedy());
  }

  @Test
  void onlyWhatIsAskedForIsMended() {
    JobsFile jobs = jobs("censored").job(0, 50, 1).job(7, 60, 0);
    assertEquals("censored-jobs", jobs.names());
    assertEquals(List.of(), mend(true));
    assertEquals(
        List.of(
            "running-at-start: not found.",
            "censored-jobs: Marked as cut off: 1 job.",
            "Left out: 1 job of 2."),
        mend(true, "running-at-start", "censored-jobs"));
  }

  @Test
  void someJobsMustBeLeft() {
    jobs("censored").job(0, 50, 1).open();
    DataException none = assertThrows(DataException.class, () -> mend(false, "censored-jobs"));
    assertTrue(none.getMessage().contains("found none of 1 job"), none.getMessage());
  }

  /** The second job waits two minutes in either case, and ends when it ended. */
  @Test
  void gapsAreClosedByWholeDays() {
    JobsFile jobs = jobs("start_time", "end_time");
    for (int i = 0; i < 40; i++) {
      long submit = i * 100 + (i < 20 ? 0 : 3 * 86_400 + 7);
      jobs.jobOf(1 + i % 2, submit, 50 + i, submit + 120, submit + 170 + i);
    }
    assertEquals("submission-gap", jobs.names());
    Trace trace = mended("submission-gap");
    assertEquals(2007, trace.submitSeconds(20));
    assertEquals(2127, trace.optional().number(JobAttribute.START_TIME, 20));
    assertEquals(2197, trace.optional().number(JobAttribute.END_TIME, 20));
  }

  /** Each minute has one part for each of its jobs, and their order stays. */
  @Test
  void jobsOfAMinuteAreSpreadOverIt() {
    JobsFile jobs = jobs("start_time");
    for (int i = 0; i < 30; i++) {
      jobs.jobOf(1 + i % 2, i / 3 * 60, 50 + i, i / 3 * 60 + 5);
    }
    assertEquals("coarse-clock", jobs.names());
    Trace trace = mended("coarse-clock");
    for (int row = 0; row < 30; row++) {
      assertEquals(row + 1, Long.parseLong(trace.jobId(row).toString()));
      long part = trace.submitSeconds(row) - row / 3 * 60;
      assertEquals(row % 3, part / 20, "row " + row);
      assertEquals(
          trace.submitSeconds(row) + 5, trace.optional().number(JobAttribute.START_TIME, row));
    }
  }

  @Test
  void placeholdersBecomeUsersOfOneJob() {
    jobs()
        .row("unknown,a,1,1,FAILED,0,50")
        .row("ann,a,1,1,FAILED,1,50")
        .row("unknown,a,1,1,FAILED,2,60")
        .open();
    Trace trace = mended("placeholder-user");
    assertEquals(
        List.of("unknown-1", "ann", "unknown-3"),
        List.of(trace.user(0), trace.user(1), trace.user(2)));
  }

  /** With a share of the GPUs of each kind, as jobs may need either. */
  @Test
  void groupsOfNodesGrowAlike() {
    JobsFile jobs =
        jobs("start_time")
            .described(
                "\"virtualClusters\": \"vc.csv\",",
                "\"virtualClusters\": \"vc.csv\", \"nodeGroups\": \"groups.csv\",")
            .write(
                "groups.csv",
                "vc,num,gpus_per_node,gpu_type,cpus_per_node,memory_mib,gpu_memory_mib\n"
                    + "a,1,8,A,,,\n"
                    + "a,1,8,B,,,\n")
            .jobOf(16, 0, 50, 0)
            .jobOf(8, 1, 50, 2);
    assertEquals("usage-above-capacity", jobs.names());
    assertTrue(mend(true).contains("a has 4 nodes in place of 2."));
    assertEquals(List.of(), Doctor.findings(folder.resolve("fixed")));
  }

  @Test
  void everyFindingHasARowOnThePage() throws Exception {
    TreeSet<String> documented =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> names =
        Stream.concat(Checks.all().stream().map(Check::name), Stream.of(Doctor.REFUSED)).toList();
    assertEquals(new TreeSet<>(names), documented);
    assertEquals(names.size(), documented.size());
  }
}
