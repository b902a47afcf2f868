package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** One case per kind of problem: where it is, what was found, what the message says. */
class BadInputTest {
  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder);
  }

  @Test
  void validDatasetHasNoProblems() {
    assertEquals(List.of(), check());
  }

  /** Replaces the first text by the second in a file and names the first problem that follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jobs.csv | ,50,CIFAR | ,0,CIFAR | 2 | duration | 0 | whole number of 1 to
          jobs.csv | ,50,CIFAR | ,-5,CIFAR | 2 | duration | -5 | never ran
          jobs.csv | ,50,CIFAR | ,x,CIFAR | 2 | duration | x | whole number
          jobs.csv | ,50,CIFAR | ,1e3,CIFAR | 2 | duration | 1e3 | whole number
          jobs.csv | ,50,CIFAR | ,99999999999999999999,CIFAR | 2 | duration | 99999999999999999999 | 10000000000
          jobs.csv | green,,8 | green,,0 | 3 | gpu_num | 0 | CPU job
          jobs.csv | green,,8 | green,,16 | 3 | gpu_num | 16 | the 8 GPUs of virtual cluster green
          jobs.csv | bob,green | bob,grene | 3 | vc | grene | Maybe 'green' was meant
          jobs.csv | bob,green | ,green | 3 | user | '' | expected a text
          jobs.csv | 13,ann | 12,ann | 4 | job_id | 12 | job number 1 of the file has it
          jobs.csv | ,160,1, | ,99,1, | 4 | submit_time | 99 | not before startSeconds, 100
          jobs.csv | FAILED,100 | FAILED,200 | 4 | submit_time | 160 | the row before has 200
          jobs.csv | ,160,1, | ,2020-13-01 00:00:00,1, | 4 | submit_time | 2020-13-01 00:00:00 | time that exists
          jobs.csv | ,160,1, | ,9999-01-01 00:00:00,1, | 4 | submit_time | 9999-01-01 00:00:00 | at most 10,000,000,000 s
          jobs.csv | ,160,1, | ,2020-04-01 00:00,1, | 4 | submit_time | 2020-04-01 00:00 | yyyy-MM-dd HH:mm:ss
          jobs.csv | BERT,32,0 | BERT,31,0 | 3 | model | BERT/ImageNet/31 | workload of the profile table
          jobs.csv | BERT,32,0 | BERT,32,2 | 3 | amp | 2 | expected 0 or 1
          jobs.csv | 84.872 | 0 | 3 | speed | 0 | above 0
          jobs.csv | 99.6,62 | 101,62 | 3 | gpu_util | 101 | at most 100
          jobs.csv | 99.6,62 | NaN,62 | 3 | gpu_util | NaN | at most 100
          jobs.csv | gmem_util,gmem | gmem_util,mem | 1 | mem | mem | Maybe 'gmem' was meant
          jobs.csv | ,gpu_num | ,gpu_nums | 1 | gpu_nums | gpu_nums | Maybe 'gpu_num' was meant
          jobs.csv | ,gmem_util,gmem | ,gmem_util,amp | 1 | amp | amp | this column once
          jobs.csv | 11,bob, | 11,bob,, | 3 | '' | 11,bob,,green,,8,8,FAILED,100,7000,ImageNet,BERT,32,0,84.872,99.6,62.4,20162.0 | 17 fields but the row has 18
          vc.csv | green,1 | green,0 | 3 | num | 0 | whole number of 1
          vc.csv | green,1 | blue,1 | 3 | vc | blue | each virtual cluster once
          single.csv | 20162.0,2 | 20162.0,3 | 3 | label | 3 | 0 light, 1 medium, 2 heavy
          pairs.csv | ,0.9, | ,0, | 2 | speed1 | 0 | above 0
          forecast.csv | 00:10:00 | 00:00:00 | 3 | time | 2020-04-01 00:00:00 | later time
          forecast.csv | 31.9 | ? | 3 | pred_gpu_num | ? | finite number
          series.csv | 4,3,3 | 4,-3,3 | 3 | submit_gpu_job | -3 | at least 0
          guess.csv | 99,1 | 11,1 | 3 | job_id | 11 | each job once
          guess.csv | 99,1 | 99,nan | 3 | priority | nan | finite number
          """)
  void problemNamesItsPlace(
      String file,
      String old,
      String replacement,
      long line,
      String column,
      String value,
      String text)
      throws Exception {
    String content = Files.readString(folder.resolve(file));
    assertTrue(content.contains(old), old);
    dataset.with(file, content.replaceFirst(Pattern.quote(old), replacement));
    Problem problem = check().getFirst();
    assertEquals(folder.resolve(file).toString(), problem.file());
    assertEquals(line, problem.line());
    assertEquals(column, problem.column());
    assertEquals(value, problem.value());
    String message = problem.toString();
    assertTrue(message.contains(text), message);
    assertTrue(message.contains(file + ":" + line), message);
  }

  @Test
  void pairsMayNotRepeat() {
    dataset.with("pairs.csv", SmallDataset.PAIRS + SmallDataset.PAIRS.lines().toList().getLast());
    Problem problem = firstProblem();
    assertEquals(4, problem.line());
    assertTrue(problem.message().contains("each pair of workloads once"));
  }

  @Test
  void singlesMayNotRepeat() {
    dataset.with(
        "single.csv", SmallDataset.SINGLE + SmallDataset.SINGLE.lines().toList().getLast());
    assertEquals(4, firstProblem().line());
  }

  @Test
  void pairsAreOfProfiledWorkloads() {
    dataset.with("pairs.csv", SmallDataset.PAIRS.replace("BERT", "BART"));
    assertEquals("BART/ImageNet/32", firstProblem().value());
  }

  @Test
  void estimatesNeedTheirColumn() {
    dataset.with("guess.csv", "job_id,prioritie\n11,4\n");
    Problem problem = firstProblem();
    assertEquals("priority", problem.column());
    assertEquals("job_id,prioritie", problem.value());
  }

  @Test
  void allProblemsOfAllFilesAreReported() {
    dataset.with("jobs.csv", SmallDataset.JOBS.replace(",50,", ",0,").replace(",7000,", ",a,"));
    dataset.with("vc.csv", SmallDataset.CLUSTER + "red,x\n");
    dataset.with("forecast.csv", "");
    assertEquals(List.of("vc.csv", "jobs.csv", "jobs.csv", "forecast.csv"), filesOf(check()));
  }

  @Test
  void missingColumnsAreAllNamed() {
    dataset.with("jobs.csv", "job_id,user,vc,cpu_num,state,submit_time\n");
    assertEquals(List.of("gpu_num", "duration"), check().stream().map(Problem::column).toList());
  }

  @Test
  void missingFile() throws Exception {
    Files.delete(folder.resolve("vc.csv"));
    assertEquals("there is no such file", firstProblem().message());
  }

  @Test
  void folderInsteadOfFile() throws Exception {
    Files.delete(folder.resolve("vc.csv"));
    Files.createDirectory(folder.resolve("vc.csv"));
    assertEquals("expected a file, found a folder", firstProblem().message());
  }

  @Test
  void emptyFile() {
    dataset.with("jobs.csv", "");
    assertEquals("the file is empty, expected a header line", firstProblem().message());
  }

  @Test
  void headerWithoutJobs() {
    dataset.with("jobs.csv", SmallDataset.JOBS_HEADER);
    assertEquals("expected at least one job, found none", firstProblem().message());
  }

  @Test
  void truncatedGzip() {
    byte[] whole = SmallDataset.gzip(SmallDataset.JOBS.getBytes(StandardCharsets.UTF_8));
    for (int length = 2; length < whole.length; length++) {
      dataset.with("jobs.csv", Arrays.copyOf(whole, length));
      assertTrue(firstProblem().message().contains("gzip"), "cut to " + length);
    }
  }

  /** Java's own reader drops what it takes for no gzip member, whatever it was. */
  @Test
  void dataAfterTheEndOfGzip() {
    byte[] whole = SmallDataset.gzip(SmallDataset.JOBS.getBytes(StandardCharsets.UTF_8));
    for (int surplus : new int[] {1, 8, 9, 18, 19, 40, 70_000}) {
      dataset.with("jobs.csv", Arrays.copyOf(whole, whole.length + surplus));
      assertTrue(firstProblem().message().contains("data after the end"), surplus + " bytes");
    }
  }

  @Test
  void gzipOfTwoMembers() {
    byte[] first = SmallDataset.gzip(SmallDataset.JOBS_HEADER.getBytes(StandardCharsets.UTF_8));
    String rows = SmallDataset.JOBS.substring(SmallDataset.JOBS_HEADER.length());
    byte[] second = SmallDataset.gzip(rows.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    dataset.with("jobs.csv", both);
    assertEquals(List.of(), check());
    both[first.length] = 0;
    dataset.with("jobs.csv", both);
    assertTrue(firstProblem().message().contains("data after the end"));
  }

  @Test
  void descriptionNestedTooDeeply() {
    dataset.with(DatasetDescription.FILE_NAME, "[".repeat(100_000));
    assertTrue(firstProblem().message().contains("expected JSON"));
  }

  @Test
  void brokenGzip() {
    byte[] whole = SmallDataset.gzip(SmallDataset.JOBS.getBytes(StandardCharsets.UTF_8));
    whole[whole.length - 6] ^= 1;
    dataset.with("jobs.csv", whole);
    assertTrue(firstProblem().hint().contains("gzip -t"));
  }

  @Test
  void notUtf8() {
    dataset.with(
        "jobs.csv", SmallDataset.JOBS.replace("bob", "bäb").getBytes(StandardCharsets.ISO_8859_1));
    Problem problem = firstProblem();
    assertEquals(3, problem.line());
    assertTrue(problem.message().contains("UTF-8"));
  }

  @Test
  void utf16() {
    dataset.with("jobs.csv", SmallDataset.JOBS.getBytes(StandardCharsets.UTF_16));
    assertEquals(1, firstProblem().line());
  }

  @Test
  void nulByte() {
    dataset.jobs("bob", "b\0b");
    Problem problem = firstProblem();
    assertEquals("user", problem.column());
    assertEquals("b\\u0000b", problem.value());
  }

  @Test
  void openQuotationMark() {
    dataset.jobs("bob", "\"bob");
    Problem problem = firstProblem();
    assertEquals(3, problem.line());
    assertTrue(problem.hint().contains("quotation mark"), problem.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs.csv", "vc.csv"})
  void openQuotationMarkInTheLastField(String file) {
    dataset.with("jobs.csv", SmallDataset.JOBS.replaceFirst("3642.0\n$", "\"3642.0"));
    dataset.with("vc.csv", "num,vc\n2,blue\n1,\"green");
    Problem problem =
        check().stream().filter(each -> each.file().endsWith(file)).findFirst().orElseThrow();
    assertEquals(file.equals("jobs.csv") ? 4 : 3, problem.line());
    assertTrue(problem.message().startsWith("expected a CSV row here"), problem.toString());
    assertEquals("Maybe a quotation mark is not closed.", problem.hint());
  }

  @Test
  void unknownEstimates() {
    DatasetReader reader = dataset.open();
    DataException e =
        assertThrows(DataException.class, () -> reader.estimates("gues", reader.trace()));
    assertTrue(e.getMessage().contains("Maybe 'guess' was meant."), e.getMessage());
  }

  @Test
  void folderThatIsNoDataset(@TempDir Path empty) {
    DataException e = assertThrows(DataException.class, () -> DatasetReader.open(empty));
    assertTrue(e.getMessage().contains("limpid data import"), e.getMessage());
    assertThrows(DataException.class, () -> DatasetReader.open(empty.resolve("no")));
    assertThrows(DataException.class, () -> DatasetReader.open(folder.resolve("vc.csv")));
  }

  @Test
  void manyProblemsAreCounted() {
    StringBuilder rows = new StringBuilder(SmallDataset.JOBS_HEADER);
    for (int i = 0; i < 5000; i++) {
      rows.append(i).append(",ann,blue,,0,4,X,100,50,CIFAR-10,VGG,64,1,10.5,62.0,34.0,3642.0\n");
    }
    dataset.with("jobs.csv", rows.toString());
    DataException e = assertThrows(DataException.class, () -> dataset.open().trace());
    assertEquals(5000, e.count());
    assertEquals(21, e.getMessage().lines().count());
    assertTrue(e.getMessage().endsWith("... and 4,980 more problems"), e.getMessage());
  }

  private List<Problem> check() {
    return DatasetCheck.check(folder);
  }

  private Problem firstProblem() {
    List<Problem> problems = check();
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  private static List<String> filesOf(List<Problem> problems) {
    return problems.stream().map(p -> Path.of(p.file()).getFileName().toString()).toList();
  }
}
