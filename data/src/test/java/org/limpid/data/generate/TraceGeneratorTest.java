package org.limpid.data.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.GeneratedFolder.Row;
import org.limpid.files.DataException;

final class TraceGeneratorTest {
  private static final GeneratorOptions DEFAULTS = GeneratorOptions.defaults();
  private static final GeneratorOptions SMALL =
      DEFAULTS.withJobs(600).withDays(3).withHistoryDays(2);

  private static final double GPU_SECONDS_OF_A_NODE = 26 * 86_400 * 8.0;

  @TempDir static Path temporary;
  private static GeneratedFolder folder;
  private static List<Row> jobs;
  private static long start;

  @BeforeAll
  static void generateTheDefault() throws IOException, InterruptedException {
    folder = GeneratedFolder.generate(DEFAULTS, temporary.resolve("default"));
    jobs = folder.jobs();
    start = folder.description().at("/time/startSeconds").asLong();
  }

  @Test
  void everyRowIsValid() {
    assertEquals(23_859, jobs.size());
    Map<String, Integer> nodes = folder.nodes();
    Set<String> workloads =
        folder.rows("profiles_single.csv").stream()
            .map(r -> String.join("/", r.getFields().subList(0, 4)))
            .collect(Collectors.toCollection(HashSet::new));
    long before = start;
    for (int i = 0; i < jobs.size(); i++) {
      Row job = jobs.get(i);
      assertEquals(i + 1, job.id());
      assertTrue(job.seconds() >= before, () -> job + " is not in order");
      assertTrue(job.duration() >= 1 && job.duration() <= 14 * 86_400, () -> job.toString());
      int left = Math.max(1, nodes.get(job.vc()) - 1);
      assertTrue(job.gpus() >= 1 && job.gpus() <= 8 * left, () -> job + " does not fit");
      assertTrue(workloads.contains(job.workload()), () -> job + ": unknown workload");
      before = job.seconds();
    }
    assertTrue(before < start + 26 * 86_400);
  }

  @Test
  void timesBeginAtMidnight() {
    assertEquals(28 * 86_400, start);
    assertEquals("2026-08-04T00:00:00", folder.description().at("/time/origin").asString());
    assertEquals("2026-09-01 00:00:00", folder.rows("forecast.csv").getFirst().getField("time"));
    assertEquals("2026-08-04 00:00:00", folder.rows("throughput.csv").getFirst().getField("time"));
    assertEquals(56 * 144, folder.rows("throughput.csv").size());
    assertEquals(28 * 144, folder.rows("forecast.csv").size());
  }

  @Test
  void seriesCountTheJobs() {
    assertEquals(jobs.size(), sum("forecast.csv", "submit_gpu_job"));
    assertEquals(jobs.stream().mapToLong(Row::gpus).sum(), sum("forecast.csv", "submit_gpu_num"));
    long history = Math.round(jobs.size() * 28 / 26.0);
    assertEquals(jobs.size() + history, sum("throughput.csv", "submit_job_all"));
  }

  private static long sum(String file, String column) {
    return folder.rows(file).stream().mapToLong(r -> Long.parseLong(r.getField(column))).sum();
  }

  @Test
  void everyJobHasWholePositiveEstimates() {
    for (String file : List.of("estimate_lucid.csv", "estimate_qssf.csv")) {
      var rows = folder.rows(file);
      assertEquals(jobs.size(), rows.size());
      assertTrue(rows.stream().allMatch(r -> Long.parseLong(r.getField("priority")) >= 1));
    }
  }

  /** Venus: 1,058 to 1,505 a weekday, 410 a day at weekends; 3 to 7 h at a quarter of the mean. */
  @Test
  void nightsAndWeekendsAreQuiet() {
    double night = share(job -> hour(job) >= 4 && hour(job) < 8);
    double afternoon = share(job -> hour(job) >= 14 && hour(job) < 18);
    assertTrue(night < 0.08, () -> "night " + night);
    assertTrue(afternoon > 0.22, () -> "afternoon " + afternoon);
    // 2026-09-01 is a Tuesday: days 4 and 5 of each week are the weekend, 8 of 26 days.
    double weekend = share(job -> day(job) % 7 == 4 || day(job) % 7 == 5);
    assertTrue(weekend < 0.8 * 8 / 26, () -> "weekend " + weekend);
  }

  private static long hour(Row job) {
    return job.seconds() % 86_400 / 3_600;
  }

  private static long day(Row job) {
    return (job.seconds() - start) / 86_400;
  }

  /** Venus: 1 GPU 56.5 %, 8 GPUs 19.4 %, above 8 GPUs 10.2 %. */
  @Test
  void gpuCountsHaveTheSharesOfVenus() {
    assertEquals(0.565, share(job -> job.gpus() == 1), 0.06);
    assertEquals(0.194, share(job -> job.gpus() == 8), 0.04);
    assertEquals(0.102, share(job -> job.gpus() > 8), 0.06);
    assertTrue(jobs.stream().anyMatch(job -> job.gpus() >= 64));
  }

  /** Venus: median 193 s, 90 % 9,518 s, 99 % 264,616 s, mean 11,769 s. */
  @Test
  void durationsHaveAHeavyTail() {
    long[] sorted = jobs.stream().mapToLong(Row::duration).sorted().toArray();
    double mean = jobs.stream().mapToLong(Row::duration).average().orElseThrow();
    assertBetween(100, 400, sorted[sorted.length / 2]);
    assertBetween(4_000, 60_000, sorted[sorted.length * 9 / 10]);
    assertBetween(130_000, 500_000, sorted[sorted.length * 99 / 100]);
    assertBetween(7_000, 20_000, mean);
  }

  /** Venus: the first user has 15 % of the jobs, the first ten 62 %, the median one 0.2 %. */
  @Test
  void usersFollowZipf() {
    List<Long> counts =
        jobs.stream()
            .collect(Collectors.groupingBy(Row::user, Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    assertBetween(100, 118, counts.size());
    assertBetween(0.08, 0.25, counts.getFirst() / (double) jobs.size());
    double ten = counts.subList(0, 10).stream().mapToLong(n -> n).sum() / (double) jobs.size();
    assertBetween(0.45, 0.75, ten);
    assertBetween(0.001, 0.006, counts.get(counts.size() / 2) / (double) jobs.size());
  }

  /** Venus: 87 % of the jobs have the GPU count of the user's job before, 60 % half to twice d. */
  @Test
  void usersResubmitSimilarJobs() {
    List<Row[]> followers = followers();
    assertBetween(0.8, 0.97, share(followers, pair -> pair[0].gpus() == pair[1].gpus()));
    assertBetween(
        0.45,
        0.75,
        share(
            followers,
            pair -> Math.abs(Math.log((double) pair[0].duration() / pair[1].duration())) < 0.7));
    assertBetween(0.05, 0.25, share(followers, pair -> pair[0].seconds() == pair[1].seconds()));
  }

  private static List<Row[]> followers() {
    return jobs.stream().collect(Collectors.groupingBy(Row::user)).values().stream()
        .flatMap(own ->
            IntStream.range(1, own.size()).mapToObj(i -> new Row[] {own.get(i - 1), own.get(i)}))
        .toList();
  }

  /** Venus: 0.89 in all; 0.62 to 1.3 per virtual cluster. */
  @Test
  void theLoadIsThatOfABusyMonthAndUneven() {
    List<Double> loads = loads(folder);
    assertBetween(0.8, 0.95, load(folder));
    assertTrue(loads.getLast() > 0.9 && loads.getLast() < 1.4, () -> loads.toString());
    assertTrue(loads.getFirst() < 0.6, () -> loads.toString());
  }

  @Test
  void anotherLoadMayBeAskedFor() throws IOException, InterruptedException {
    assertBetween(0.2, 0.5, load(generated("quiet", DEFAULTS.withLoad(0.3))));
    assertBetween(0.55, 0.8, load(generated("usual", DEFAULTS.withLoad(0.6))));
  }

  private static double load(GeneratedFolder data) {
    double work = data.jobs().stream().mapToDouble(TraceGeneratorTest::work).sum();
    return work / (135 * GPU_SECONDS_OF_A_NODE);
  }

  private static double work(Row job) {
    return (double) job.gpus() * job.duration();
  }

  /** Of the virtual clusters, ascending. */
  private static List<Double> loads(GeneratedFolder data) {
    Map<String, Double> work =
        data.jobs().stream()
            .collect(
                Collectors.groupingBy(Row::vc, Collectors.summingDouble(TraceGeneratorTest::work)));
    Map<String, Integer> nodes = data.nodes();
    return nodes.keySet().stream()
        .map(vc -> work.get(vc) / (nodes.get(vc) * GPU_SECONDS_OF_A_NODE))
        .sorted()
        .toList();
  }

  /** The workload says nothing about the duration beyond what tasks repeat. */
  @Test
  void shareScoresMixAtAllDurations() {
    Map<String, String> labels =
        folder.rows("profiles_single.csv").stream()
            .collect(
                Collectors.toMap(
                    r -> String.join("/", r.getFields().subList(0, 4)), r -> r.getField("label")));
    for (String label : List.of("0", "1", "2")) {
      double all = share(job -> labels.get(job.workload()).equals(label));
      List<Row> longs = jobs.stream().filter(job -> job.duration() > 10_000).toList();
      double amongLong = share(longs, job -> labels.get(job.workload()).equals(label));
      assertBetween(0.08, 0.65, all);
      assertBetween(0.3, 3, amongLong / all);
    }
  }

  @Test
  void sameSeedSameBytesInAnyLocaleAndTimeZone() throws IOException, InterruptedException {
    Map<String, String> expected = generated("first", SMALL).bytes();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertEquals(expected, generated("second", SMALL).bytes());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedGivesOtherJobs() throws IOException, InterruptedException {
    Map<String, String> one = generated("one", SMALL).bytes();
    Map<String, String> two = generated("two", SMALL.withSeed(2)).bytes();
    assertEquals(one.keySet(), two.keySet());
    for (String file : List.of("jobs.csv.gz", "throughput.csv", "estimate_lucid.csv")) {
      assertNotEquals(one.get(file), two.get(file), file);
    }
    assertEquals(one.get("profiles_colocated.csv"), two.get("profiles_colocated.csv"));
  }

  @Test
  void givenVirtualClustersAreKept() throws IOException, InterruptedException {
    List<VirtualCluster> clusters =
        List.of(new VirtualCluster("vision", 3), new VirtualCluster("speech", 1));
    GeneratedFolder own = generated("own", SMALL.withVirtualClusters(clusters).withUsers(5));
    assertEquals(Map.of("vision", 3, "speech", 1), own.nodes());
    assertTrue(own.jobs().stream().allMatch(job -> job.gpus() <= 8));
    assertEquals(600, own.jobs().size());
  }

  @Test
  void oneJobIsEnough() throws IOException, InterruptedException {
    GeneratorOptions one = DEFAULTS.withJobs(1).withDays(1).withHistoryDays(1);
    GeneratedFolder tiny = generated("tiny", one);
    assertEquals(1, tiny.jobs().size());
    assertTrue(tiny.description().path("profiler").isMissingNode());
  }

  @Test
  void reportsProgressHourByHour() throws InterruptedException {
    List<Long> reports = new ArrayList<>();
    TraceGenerator.generate(SMALL, temporary.resolve("progress"), false, reports::add);
    assertEquals(3 * 24, reports.size());
    assertEquals(reports.stream().sorted().toList(), reports);
    assertEquals(600, reports.getLast());
  }

  @Test
  void stopsWhenInterruptedAndLeavesNothing() {
    Path directory = temporary.resolve("interrupted");
    assertThrows(
        InterruptedException.class,
        () ->
            TraceGenerator.generate(
                SMALL, directory, false, written -> Thread.currentThread().interrupt()));
    assertFalse(Files.exists(directory));
  }

  @Test
  void overwritesOnlyDataSetsAndOnlyWhenAsked() throws IOException, InterruptedException {
    Path directory = Files.createDirectories(temporary.resolve("full"));
    Files.writeString(directory.resolve("jobs.csv.gz"), "mine");
    assertThrows(
        DataException.class, () -> TraceGenerator.generate(SMALL, directory, true, jobs -> {}));
    assertEquals("mine", Files.readString(directory.resolve("jobs.csv.gz")));

    Path older = generated("older", SMALL).directory();
    assertThrows(
        DataException.class, () -> TraceGenerator.generate(SMALL, older, false, jobs -> {}));
    TraceGenerator.generate(SMALL.withJobs(50), older, true, jobs -> {});
    assertEquals(50, new GeneratedFolder(older).jobs().size());
  }

  /**
   * What is kept of jobs, the ones that would be running, is bounded by the cluster: after ten
   * times the days there are not ten times as many.
   */
  @Test
  void stateDoesNotGrowWithTheNumberOfJobs() {
    int few = mostRunning(SMALL.withJobs(5_000).withDays(10));
    int many = mostRunning(SMALL.withJobs(50_000).withDays(100));
    assertTrue(many < 2.5 * few, () -> few + " and " + many);
  }

  private static int mostRunning(GeneratorOptions options) {
    ClusterModel clusters = ClusterModel.of(options);
    UserPopulation users =
        new UserPopulation(
            clusters,
            options.userCount(clusters.size()),
            new RandomStream(1, RandomStream.Purpose.USERS));
    LoadControl load =
        new LoadControl(clusters, users, options.jobs() / (options.days() * 86_400.0));
    SessionProcess sessions =
        new SessionProcess(
            users,
            load,
            new DurationModel(new RandomStream(1, RandomStream.Purpose.DURATIONS)),
            new RandomStream(1, RandomStream.Purpose.SESSIONS));
    CausalHistory history = new CausalHistory();
    int most = 0;
    for (int hour = 0; hour < options.days() * 24; hour++) {
      for (Submission job : sessions.hour(hour, options.jobs() / options.days() / 24)) {
        history.advanceTo(job.seconds());
        history.submitted(job);
        most = Math.max(most, history.runningCount());
      }
    }
    return most;
  }

  private static GeneratedFolder generated(String name, GeneratorOptions options)
      throws IOException, InterruptedException {
    return GeneratedFolder.generate(options, temporary.resolve(name));
  }

  private static double share(Predicate<Row> condition) {
    return share(jobs, condition);
  }

  private static <T> double share(List<T> all, Predicate<T> condition) {
    return all.stream().filter(condition).count() / (double) all.size();
  }

  private static void assertBetween(double least, double most, double value) {
    assertTrue(
        value >= least && value <= most, () -> value + " is not within " + least + ".." + most);
  }
}
