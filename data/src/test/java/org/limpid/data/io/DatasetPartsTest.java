package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** What the check refuses, the reader of that part refuses. */
class DatasetPartsTest {
  @TempDir private Path folder;
  private SmallDataset dataset;

  @BeforeEach
  void writeDataset() {
    dataset = new SmallDataset(folder.resolve("data"));
  }

  private void describe(String old, String replacement) {
    dataset.with(DatasetDescription.FILE_NAME, SmallDataset.DESCRIPTION.replace(old, replacement));
  }

  private List<Problem> check() {
    return DatasetCheck.check(dataset.folder);
  }

  private void assertRefused(Consumer<DatasetReader> part) {
    List<Problem> problems = check();
    DatasetReader reader = dataset.open();
    DataException refused = assertThrows(DataException.class, () -> part.accept(reader));
    assertEquals(problems, refused.problems());
  }

  @Test
  void pairsOfOtherWorkloads() {
    dataset.with("pairs.csv", SmallDataset.PAIRS.replace("VGG", "GPT").replace("BERT", "T5"));
    assertRefused(DatasetReader::profiles);
    assertEquals(2, check().size());
  }

  @Test
  void profilerOfOtherClusters() {
    describe("\"blue\"", "\"bleu\"");
    assertRefused(DatasetReader::profiler);
    assertEquals("Maybe 'blue' was meant.", check().getFirst().hint());
    describe("\"lender\": \"green\"", "\"lender\": \"pink\"");
    assertRefused(DatasetReader::profiler);
  }

  @Test
  void moreNodesThanMemoryHolds() {
    dataset.with("vc.csv", "vc,num\nblue,900000\ngreen,100001\n");
    DataException e = assertThrows(DataException.class, () -> dataset.open().cluster());
    assertTrue(e.getMessage().contains("at most 1,000,000 nodes in all, found 1,000,001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e308", "-1e308", "2e15", "1e300"})
  void numbersThatOnlyMarkSomething(String number) {
    dataset.with("guess.csv", "job_id,priority\n11,%s\n".formatted(number));
    assertRefused(reader -> reader.estimates("guess", reader.trace()));
    assertEquals("Maybe it is a mark for missing.", check().getFirst().hint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-308", "0.0009", "1001"})
  void ratesThatNobodyMeasured(String rate) {
    dataset.with("pairs.csv", SmallDataset.PAIRS.replace(",0.9,", "," + rate + ","));
    assertRefused(DatasetReader::profiles);
  }

  @Test
  void yearsBeyondAllCalendars() {
    describe("2020-04-01T00:00:00", "+20000-04-01T00:00:00");
    assertEquals("expected a year of at most 9999", check().getFirst().message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../jobs.csv", "/etc/hostname", "a/../../jobs.csv"})
  void namesThatLeadOut(String name) throws IOException {
    Files.writeString(folder.resolve("jobs.csv"), SmallDataset.JOBS);
    describe("\"jobs.csv\"", "\"" + name + "\"");
    Problem problem = check().getFirst();
    assertEquals("expected a file in the folder of the data set", problem.message());
    assertEquals(name, problem.value());
    assertTrue(problem.hint().contains("--allow-outside"), problem.toString());
    assertThrows(DataException.class, dataset::open);
    if (name.startsWith("../")) {
      assertEquals(3, OutsideFiles.allow(() -> dataset.open().trace().size()));
    }
  }

  @Test
  void linksThatLeadOut() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.csv"), SmallDataset.JOBS);
    Files.delete(dataset.folder.resolve("jobs.csv"));
    Files.createSymbolicLink(dataset.folder.resolve("jobs.csv"), elsewhere);
    assertEquals("expected a file in the folder of the data set", check().getFirst().message());
    assertEquals(List.of(), OutsideFiles.allow(this::check));
  }

  @Test
  void linksWithinTheFolderAndToItAreFine() throws IOException {
    Files.move(dataset.folder.resolve("jobs.csv"), dataset.folder.resolve("real.csv"));
    Files.createSymbolicLink(dataset.folder.resolve("jobs.csv"), Path.of("real.csv"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), dataset.folder);
    assertEquals(List.of(), DatasetCheck.check(link));
    describe("\"jobs.csv\"", "\"./jobs.csv\"");
    assertEquals(List.of(), check());
  }
}
