package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.io.DatasetReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code data check} refuses no command accepts that reads the part, and what is only odd all
 * of them say.
 */
final class CheckedDataTest {
  private static final String LUCID = "simulate --policy lucid --out OUT --data DATA";
  private static final String FIFO = "simulate --policy fifo --out OUT --data DATA";
  private static final String ABLATE = "ablate --replicas 2 --out OUT --data DATA";
  private static final String TUNE = "tune --replicas 2 --out OUT --data DATA";
  private static final String TRAIN = "train --out OUT --data DATA";
  private static final String TABLE7 = "table7 --out OUT --data DATA";
  private static final String REPRODUCE = "reproduce --reference --out OUT --data DATA";
  private static final String DESCRIBE = "data describe DATA";
  private static final String PROFILES =
      "data import helios DATA --cluster Venus --profiles DATA --out OUT";

  @TempDir private static Path shared;
  private static Path good;

  @TempDir private Path folder;
  private Path data;

  @BeforeAll
  static void generate() {
    good = shared.resolve("good");
    Call call =
        Call.of(
            words(
                "data generate --jobs 200 --days 2 --history-days 7 --clusters blue=4,green=3"
                    + " --seed 5 --out "
                    + good));
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  private Call call(String line) {
    return Call.of(words(line.replace("DATA", data.toString()).replace("OUT", folder + "/out")));
  }

  private void copy() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    try (Stream<Path> files = Files.list(good)) {
      files.forEach(file -> {
        try {
          Files.copy(file, data.resolve(file.getFileName()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  /** Replaces a text wherever it stands in a file that is not compressed. */
  private void replace(String file, String pattern, String replacement) throws IOException {
    copy();
    String before = Files.readString(data.resolve(file));
    String after = before.replaceAll(pattern, replacement);
    assertTrue(!after.equals(before), pattern);
    Files.writeString(data.resolve(file), after);
  }

  /** The commands that read a part of a data set. */
  private static List<String> readersOf(String part) {
    return switch (part) {
      case "pairs" -> List.of(LUCID, FIFO, ABLATE, TUNE, TRAIN, TABLE7, REPRODUCE, PROFILES);
      case "singles" ->
          List.of(LUCID, FIFO, ABLATE, TUNE, TRAIN, TABLE7, REPRODUCE, PROFILES, DESCRIBE);
      case "cluster" -> List.of(LUCID, FIFO, ABLATE, TUNE, TRAIN, TABLE7, REPRODUCE, DESCRIBE);
      case "profiler" -> List.of(LUCID, ABLATE, TUNE, REPRODUCE);
      case "forecast" -> List.of(LUCID, ABLATE, TUNE, REPRODUCE);
      case "series" -> List.of(TRAIN, TABLE7);
      case "estimates" -> List.of(LUCID, ABLATE, TUNE, REPRODUCE);
      case "names" ->
          List.of(LUCID, FIFO, ABLATE, TUNE, TRAIN, TABLE7, REPRODUCE, PROFILES, DESCRIBE);
      default -> throw new IllegalArgumentException(part);
    };
  }

  /** Faults of a part, that commands read more or less of. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          pairs, profiles_colocated.csv, (ResNet20|VGG11|BERT|LSTM), Other$1
          pairs, profiles_colocated.csv, '(?m)^(.*)$(?=\\n\\z)', '$1\n$1'
          pairs, profiles_colocated.csv, speed1, pace1
          singles, profiles_single.csv, '(?m)[012]$', 7
          cluster, virtual_clusters.csv, 'green,3', 'green,0'
          profiler, dataset.json, '("takenFrom" : \\[ )"[a-z]+"', '$1"purple"'
          forecast, forecast.csv, '00:10:00', '00:00:00'
          series, throughput.csv, '00:10:00', '00:11:00'
          estimates, estimate_lucid.csv, '(?m)^(\\d+),\\d+$', '$1,nothing'
          estimates, estimate_lucid.csv, '(?m)^(\\d+),\\d+$', '$1,1e300'
          names, dataset.json, '"profiles_single.csv"', '"../profiles_single.csv"'
          """)
  void whatTheCheckRefusesEveryReaderRefuses(
      String part, String file, String pattern, String replacement) throws IOException {
    replace(file, pattern, replacement);
    Call check = call("data check DATA");
    assertEquals(ExitCode.BAD_INPUT, check.exitCode(), check.out());
    String first = check.out().lines().findFirst().orElseThrow();
    for (String command : readersOf(part)) {
      Call call = call(command);
      assertEquals(ExitCode.BAD_INPUT, call.exitCode(), command + call.err());
      assertTrue(call.err().contains(first), command + ": " + call.err());
      assertTrue(Files.notExists(folder.resolve("out/jobs.csv")));
    }
  }

  @Test
  void whatTheCheckAcceptsTheyAccept() throws IOException {
    copy();
    assertEquals(ExitCode.SUCCESS, call("data check DATA").exitCode());
    for (String command : List.of(LUCID, DESCRIBE)) {
      Call call = call(command);
      assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    }
  }

  /** Without the pairs of one workload the run goes on; terminal, record and report count it. */
  @Test
  void partialMatchesAreCounted() throws IOException {
    String model =
        DatasetReader.open(good).trace().workloadProfiles().getFirst().workload().model();
    replace("profiles_colocated.csv", "(?m)^.*" + Pattern.quote(model) + ",.*\n", "");
    Call check = call("data check DATA");
    assertEquals(ExitCode.SUCCESS, check.exitCode(), check.out());
    assertEquals("No problems found in 9 files, 1 warning.\n", check.out());
    assertTrue(check.err().matches("warning: \\d+ of (?s).*"), check.err());
    String notice = check.err().strip().substring("warning: ".length());
    assertTrue(notice.contains("are in no measured pair"), notice);
    Call run = call(LUCID);
    assertEquals(ExitCode.SUCCESS, run.exitCode(), run.err());
    assertTrue(run.err().contains(notice), run.err());
    JsonNode record = JsonMapper.shared().readTree(folder.resolve("out/run.json").toFile());
    assertEquals(notice, record.at("/notices/0").asString());
    Call report = Call.of(words("report --run %s/out --out %s/page".formatted(folder, folder)));
    assertEquals(ExitCode.SUCCESS, report.exitCode(), report.err());
    assertTrue(page().contains(notice), "the report lacks the notice");
    for (String command : List.of(DESCRIBE, ABLATE.replace("OUT", "OUT2"))) {
      assertTrue(call(command).err().contains(notice), command);
    }
  }

  private String page() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("page"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        pages.add(Files.readString(file));
      }
    }
    return String.join("\n", pages);
  }

  @Test
  void filesOutsideAreReadWhenThatIsAllowed() throws IOException {
    replace("dataset.json", "\"profiles_single.csv\"", "\"../profiles_single.csv\"");
    Files.move(data.resolve("profiles_single.csv"), folder.resolve("profiles_single.csv"));
    Call refused = call("data check DATA");
    assertTrue(refused.out().contains("add --allow-outside."), refused.out());
    for (String command : List.of("data check DATA", DESCRIBE, LUCID)) {
      Call allowed = call(command + " --allow-outside");
      assertEquals(ExitCode.SUCCESS, allowed.exitCode(), allowed.out() + allowed.err());
    }
  }
}
