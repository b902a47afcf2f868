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
    assertEquals(1, Doctor.fix(folder.resolve("data"), fixed, false));
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
    assertThrows(DataException.class, () -> Doctor.fix(folder.resolve("data"), fixed, false));
    assertTrue(Files.notExists(fixed));
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
