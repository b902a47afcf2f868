package org.limpid.data.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;
import org.limpid.data.io.DatasetCheck;

/** Each finding in a data set made for it, and not in one that is nearly the same. */
final class ChecksTest {
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  @TempDir private Path folder;

  private JobsFile jobs(String... columns) {
    return new JobsFile(folder, columns);
  }

  /** The command that a finding names takes it away. */
  private static void assertFound(String name, JobsFile jobs) {
    assertTrue(List.of(jobs.names().split(",")).contains(name), jobs::names);
    Path mended = RemedyCommand.run(jobs.finding(name).remedy());
    assertEquals(List.of(), DatasetCheck.check(mended));
    List<String> left = Doctor.findings(mended).stream().map(Finding::name).toList();
    assertFalse(left.contains(name), () -> name + " is still among " + left);
  }

  private static void assertClean(String name, JobsFile jobs) {
    assertFalse(List.of(jobs.names().split(",")).contains(name), jobs::names);
  }

  /**
   * Adds so many jobs, each submitted as its number says and a second longer than the one before.
   */
  private static JobsFile with(JobsFile jobs, int count, IntUnaryOperator submit, int duration) {
    for (int i = 0; i < count; i++) {
      jobs.job(submit.applyAsInt(i), duration + i);
    }
    return jobs;
  }

  @Test
  void unlikelyValues() {
    UnaryOperator<JobsFile> usual = jobs -> with(jobs, 12, i -> i, 10_000);
    assertFound("unlikely-values", usual.apply(jobs()).job(20, 1_000_000_000));
    assertClean("unlikely-values", usual.apply(jobs()).job(20, 2_000_000));
  }

  /** Sixteen days with so many jobs in every hour but one, which has others. */
  private JobsFile hours(String origin, int perHour, int hour, int inThat) {
    JobsFile jobs = jobs().beginningAt(origin);
    for (int each = 0; each < 16 * 24; each++) {
      int count = each == hour ? inThat : perHour;
      for (int i = 0; i < count; i++) {
        jobs.job((long) each * HOUR + 47L * i, 50 + i);
      }
    }
    return jobs;
  }

  /** Clocks skip 02:00 to 03:00 on 29 March 2026, day 9 from 20 March on. */
  @Test
  void dstGap() {
    int hour = 9 * 24 + 2;
    assertFound("dst-gap", hours("2026-03-20T00:00:00", 10, hour, 0));
    assertClean("dst-gap", hours("2026-03-20T00:00:00", 10, hour, 1));
    assertClean("dst-gap", hours("2026-03-21T00:00:00", 10, hour, 0));
  }

  /** They show 02:00 to 03:00 twice on 25 October; 30 + 5 x sqrt(30) is 57.4. */
  @Test
  void dstDoubledHour() {
    int hour = 9 * 24 + 2;
    assertFound("dst-doubled-hour", hours("2026-10-16T00:00:00", 30, hour, 60));
    assertClean("dst-doubled-hour", hours("2026-10-16T00:00:00", 30, hour, 57));
  }

  /** Berlin, from the day before clocks are put back: 01:30, 02:10 twice, 02:50 and 03:30. */
  @Test
  void jobsOfTheDoubledHourAreOfBothHours() {
    JobsFile jobs = jobs("start_time", "end_time").beginningAt("2026-10-25T01:00:00");
    jobs.job(1800, 60, 1800, 1860).job(4200, 60, 4200, 4260).job(4200, 5400, 4300, 9700);
    jobs.job(6600, 60, 9000, 9060).job(9000, 60, 9000, 9060);
    Subject subject = new Subject(jobs.open());
    OneClock clock = new OneClock(subject, ZoneId.of("Europe/Berlin"));
    List<List<Long>> times =
        IntStream.range(0, 5)
            .mapToObj(row -> clock.apply(row, subject.trace().job(row)))
            .map(job ->
                List.of(
                    job.submitSeconds(),
                    job.attributes().number(JobAttribute.START_TIME),
                    job.attributes().number(JobAttribute.END_TIME)))
            .toList();
    assertEquals(
        List.of(
            List.of(1800L, 1800L, 1860L),
            List.of(7800L, 7800L, 7860L),
            List.of(4200L, 4300L, 13_300L),
            List.of(10_200L, 12_600L, 12_660L),
            List.of(12_600L, 12_600L, 12_660L)),
        times);
  }

  private JobsFile measured(long end) {
    return jobs("start_time", "end_time").job(0, 100, 10, end);
  }

  @Test
  void hourOff() {
    assertFound("hour-off", measured(110 + HOUR));
    assertClean("hour-off", measured(110 + HOUR - 2));
    assertFound("duration-differs", measured(110 + HOUR - 2));
  }

  /** A hundredth of the duration and two seconds are no difference. */
  @Test
  void durationDiffers() {
    assertFound("duration-differs", measured(113));
    assertClean("duration-differs", measured(112));
    assertClean("duration-differs", measured(110 + HOUR));
  }

  @Test
  void severalAttemptsMayTakeLonger() {
    assertClean(
        "duration-differs", jobs("start_time", "end_time", "attempts").job(0, 100, 10, 500, 2));
  }

  /** Eight days with four jobs an hour, but none in six hours of each day. */
  private JobsFile quietFrom(int begin) {
    JobsFile jobs = jobs();
    for (int hour = 0; hour < 8 * 24; hour++) {
      if ((hour % 24 - begin + 24) % 24 >= 6) {
        for (int i = 0; i < 4; i++) {
          jobs.job((long) hour * HOUR + 600 * i + hour % 7, 50 + i);
        }
      }
    }
    return jobs;
  }

  @Test
  void shiftedDay() {
    assertFound("shifted-day", quietFrom(10));
    assertClean("shifted-day", quietFrom(1));
  }

  @Test
  void coarseClock() {
    assertFound("coarse-clock", with(jobs(), 20, i -> 60 * i, 100));
    assertTrue(
        with(jobs(), 20, i -> HOUR * i, 100).finding("coarse-clock").message().contains("hours"));
    assertClean("coarse-clock", with(jobs(), 20, i -> 60 * i, 100).job(20 * 60 + 1, 100));
  }

  /** 16 GPUs for a day, of which the first job takes all but its last second or so. */
  @Test
  void loadAboveCapacity() {
    assertFound("load-above-capacity", jobs().jobOf(16, 0, DAY).job(DAY, 1));
    assertClean("load-above-capacity", jobs().jobOf(16, 0, DAY - 1).job(DAY, 1));
  }

  /** Empty until two fifths of ten days; then work for a little longer than the rest. */
  @Test
  void neverDrains() {
    assertFound("never-drains", jobs().job(0, 1).jobOf(16, 4 * DAY, 6 * DAY + 1).job(10 * DAY, 1));
    assertClean("never-drains", jobs().job(0, 1).jobOf(16, 4 * DAY, 6 * DAY).job(10 * DAY, 1));
  }

  @Test
  void usageAboveCapacity() {
    assertFound("usage-above-capacity", jobs("start_time").jobOf(9, 0, 50, 10).jobOf(8, 1, 50, 59));
    assertClean("usage-above-capacity", jobs("start_time").jobOf(9, 0, 50, 10).jobOf(8, 1, 50, 60));
  }

  @Test
  void unusedVirtualCluster() {
    JobsFile jobs = jobs().cluster("vc,num\na,2\nb,1\n").job(0, 50);
    assertEquals("No job is submitted to b.", jobs.finding("unused-virtual-cluster").message());
    assertClean("unused-virtual-cluster", jobs.row("u,b,1,1,FAILED,1,50"));
  }

  @Test
  void runningAtStart() {
    assertFound("running-at-start", jobs("running_at_start").job(0, 50, 1).job(7, 60, 0));
    assertClean("running-at-start", jobs("running_at_start").job(0, 50, 0));
  }

  @Test
  void censoredJobs() {
    assertFound("censored-jobs", jobs("censored").job(0, 50, 1).job(7, 60, 0));
    assertFound("censored-jobs", jobs("censored").job(0, 50, 0).job(7, 60, 1));
    assertClean("censored-jobs", jobs("censored").job(0, 50, 0));
  }

  /** All jobs that end, end at 1000. */
  private JobsFile endingTogether(int count) {
    JobsFile jobs = jobs("start_time", "end_time", "censored");
    for (int i = 0; i < count; i++) {
      jobs.job(i, 1000 - i, i, 1000, "");
    }
    return jobs.job(count, 10, count, count + 10, "").job(count, 1000 - count, count, 1000, 1);
  }

  @Test
  void cutAtEnd() {
    assertFound("cut-at-end", endingTogether(5));
    assertClean("cut-at-end", endingTogether(4));
  }

  /**
   * Thirty of 600 jobs take two hours, the others one. The last 300 are submitted within the last
   * hour.
   */
  private JobsFile lastHour(boolean withLong) {
    JobsFile jobs = jobs();
    for (int i = 0; i < 600; i++) {
      boolean isLong = i < 290 ? i % 10 == 0 : i == (withLong ? 400 : 290);
      jobs.job(i < 300 ? 100L * i : 40_000 + 12L * i, isLong ? 2 * HOUR : HOUR);
    }
    return jobs;
  }

  @Test
  void shortAtEnd() {
    assertFound("short-at-end", lastHour(false));
    assertClean("short-at-end", lastHour(true));
  }

  private JobsFile limited(int killed) {
    JobsFile jobs = jobs("time_limit");
    for (int i = 0; i < 20; i++) {
      jobs.job(i, i < killed ? 500 + i : 400 + i, 500);
    }
    return jobs;
  }

  @Test
  void killedAtLimit() {
    assertFound("killed-at-limit", limited(5));
    assertClean("killed-at-limit", limited(4));
  }

  @Test
  void duplicateRows() {
    assertFound("duplicate-rows", twice("60", "60"));
    assertClean("duplicate-rows", twice("60", "61"));
    assertClean("duplicate-rows", twice("59", "59"));
    assertClean("duplicate-rows", twice("60", "60").row("u,a,1,1,FAILED,7,61"));
  }

  private JobsFile twice(String duration, String again) {
    return jobs().row("u,a,1,1,FAILED,7," + duration).row("u,a,1,1,FAILED,7," + again);
  }

  @Test
  void submissionBurst() {
    assertFound("submission-burst", with(jobs().job(0, 9), 100, _ -> 5, 50).job(7, 9));
    assertClean("submission-burst", with(jobs().job(0, 9), 99, _ -> 5, 50).job(7, 9));
  }

  @Test
  void frequentDuration() {
    assertFound("frequent-duration", frequent(20));
    assertClean("frequent-duration", frequent(19));
  }

  private JobsFile frequent(int count) {
    JobsFile jobs = with(jobs(), 30, i -> i, 1000);
    for (int i = 0; i < count; i++) {
      jobs.job(100 + i, DAY);
    }
    return jobs;
  }

  @Test
  void whatIsKilledAtItsLimitHasAReason() {
    JobsFile jobs = jobs("time_limit");
    for (int i = 0; i < 30; i++) {
      jobs.job(i, DAY, DAY);
    }
    assertFound("killed-at-limit", jobs);
    assertClean("frequent-duration", jobs);
  }

  @Test
  void frequentTimeLimit() {
    assertFound("frequent-time-limit", defaultLimit(36));
    assertClean("frequent-time-limit", defaultLimit(35));
  }

  private JobsFile defaultLimit(int count) {
    JobsFile jobs = jobs("time_limit");
    for (int i = 0; i < 40; i++) {
      jobs.job(i, 50 + i, i < count ? DAY : 500 + i);
    }
    return jobs;
  }

  /** One job of a hundred is enough, one of 101 is not. */
  @Test
  void placeholderUser() {
    UnaryOperator<JobsFile> nameless = jobs -> jobs.row("Unknown,a,1,1,FAILED,5000,70");
    assertFound("placeholder-user", nameless.apply(with(jobs(), 99, i -> i, 50)));
    assertClean("placeholder-user", nameless.apply(with(jobs(), 100, i -> i, 50)));
  }

  /** Nobody can make up what a column should say. */
  @Test
  void constantColumns() {
    JobsFile jobs = jobs();
    for (int i = 0; i < 20; i++) {
      jobs.row("u,a,%d,4,FAILED,%d,%d".formatted(1 + i % 2, i, 50 + i));
    }
    Finding finding = jobs.finding("constant-columns");
    assertEquals(
        "The same in all rows: user is u, cpu_num is 4, state is FAILED.", finding.message());
    assertEquals("limpid data describe " + folder, finding.remedy());
    assertEquals(
        "The same in all rows: gpu_num is 1.",
        with(jobs(), 20, i -> i, 50).finding("constant-columns").message());
    assertClean("constant-columns", with(jobs(), 19, i -> i, 50));
  }

  /** 100 jobs, one an hour, with a gap in the middle. */
  private JobsFile gap(int hours) {
    return with(jobs(), 100, i -> (i < 50 ? i : i + hours - 1) * HOUR, 50);
  }

  @Test
  void submissionGap() {
    assertFound("submission-gap", gap(30));
    assertClean("submission-gap", gap(23));
  }

  @Test
  void rowsLeftOut() {
    assertFound("rows-left-out", jobs().job(0, 50).row("u,a,1,1,FAILED,7,"));
    assertClean("rows-left-out", jobs().job(0, 50));
  }

  /** Jobs of one GPU with deadline, iterations and a curve of 2, 3 and, on 4 GPUs, 4 per second. */
  private JobsFile elastic(String table) {
    return jobs("deadline", "iterations", "scaling")
        .described("\"jobs\":", "\"scaling\": \"scaling.csv\", \"jobs\":")
        .write("scaling.csv", table);
  }

  private static final String CURVE = "model,batch_size,most_gpus,1,2,4\nvgg,64,4,2,3,4\n";

  @Test
  void oddScaling() {
    JobsFile falling =
        elastic(CURVE.replace("2,3,4\n", "2,3,2.5\n")).job(0, 50, 500, 100, "vgg/64");
    assertFound("odd-scaling", falling);
    assertTrue(
        falling.finding("odd-scaling").message().startsWith("In scaling.csv. Line 2: vgg/64 is"));
    assertClean("odd-scaling", elastic(CURVE).job(0, 50, 500, 100, "vgg/64"));
  }

  /** 100 iterations take 50 s; a tenth of that, and some for rounding, is no difference. */
  @Test
  void iterationsDiffer() {
    assertFound("iterations-differ", elastic(CURVE).job(0, 50, 500, 120, "vgg/64"));
    assertFound("iterations-differ", elastic(CURVE).job(0, 50, 500, 80, "vgg/64"));
    assertClean("iterations-differ", elastic(CURVE).job(0, 50, 500, 110, "vgg/64"));
    assertClean("iterations-differ", elastic(CURVE).job(0, 50, 500, 500, ""));
  }

  /** On 4 GPUs the 50 s take 25 s; a job without a curve needs all 50. */
  @Test
  void hopelessDeadline() {
    assertFound("hopeless-deadline", elastic(CURVE).job(100, 50, 124, 100, "vgg/64"));
    assertClean("hopeless-deadline", elastic(CURVE).job(100, 50, 125, 100, "vgg/64"));
    assertFound("hopeless-deadline", elastic(CURVE).job(100, 50, 149, "", ""));
    assertClean("hopeless-deadline", elastic(CURVE).job(100, 50, 150, "", ""));
    String smaller = CURVE.replace("64,4,", "64,2,");
    assertFound("hopeless-deadline", elastic(smaller).job(100, 50, 133, 100, "vgg/64"));
  }
}
