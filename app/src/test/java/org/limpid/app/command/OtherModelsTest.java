package org.limpid.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code limpid ablate --other-models} on a small data set. */
final class OtherModelsTest {
  @TempDir private static Path shared;
  private static String data;
  private static String models;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    data = shared.resolve("data").toString();
    models = shared.resolve("models").toString();
    succeed(
        "data generate --jobs 400 --days 10 --history-days 3 --clusters blue=5,green=4,red=3 --seed"
            + " 4",
        "--out",
        data);
    succeed("train", "--data", data, "--out", models);
  }

  private static Call call(String words, String... more) {
    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    all.addAll(List.of(more));
    return Call.of(all.toArray(String[]::new));
  }

  private static Call succeed(String words, String... more) {
    Call call = call(words, more);
    assertEquals(ExitCode.SUCCESS, call.exitCode(), call.err());
    return call;
  }

  private JsonNode json(String words, String out, String... more) {
    Call call = succeed(words + " --data " + data + " --out " + folder.resolve(out), more);
    return JsonMapper.shared().readTree(call.out());
  }

  private double simulated(String out, String... more) {
    return json("simulate --policy lucid --json", out, more)
        .at("/policies/0/all/jct/mean")
        .asDouble();
  }

  @Test
  void aRowOfOtherModelsIsARunWithThem() throws IOException {
    JsonNode report =
        json("ablate --json --rows mine", "compared", "--other-models", "mine=" + models);
    JsonNode variants = report.get("variants");
    assertEquals(2, variants.size());
    assertEquals("lucid", variants.at("/0/name").asString());
    assertEquals(simulated("files"), variants.at("/0/jctMean").asDouble());
    assertEquals("mine", variants.at("/1/name").asString());
    assertEquals(simulated("models", "--models", models), variants.at("/1/jctMean").asDouble());
    assertNotEquals(variants.at("/0/jctMean").asDouble(), variants.at("/1/jctMean").asDouble());
    assertEquals(
        "forecast and durations by the models in " + models, variants.at("/1/change").asString());
    String record = Files.readString(folder.resolve("compared/run.json"));
    assertEquals(
        report.get("predictions"), JsonMapper.shared().readTree(record).get("predictions"));
    report.get("predictions").forEach(text -> assertTrue(text.asString().startsWith("mine: ")));
  }

  /** Both rows see the same copies of the trace, so the same models differ by nothing. */
  @Test
  void differencesToOtherModelsArePaired() {
    JsonNode variants =
        json(
                "ablate --json --replicas 3 --rows same,no-sharing",
                "paired",
                "--models",
                models,
                "--other-models",
                "same=" + models)
            .get("variants");
    assertEquals("no-sharing", variants.at("/1/name").asString());
    JsonNode same = variants.at("/2/jctDifference");
    assertEquals(0, same.get("low").asDouble());
    assertEquals(0, same.get("high").asDouble());
    assertTrue(
        variants.at("/1/jctDifference/high").asDouble()
            > variants.at("/1/jctDifference/low").asDouble());
  }

  @Test
  void rowsThatAreNotThereAreGuessed() {
    assertRefused("There is no row 'no-sharin'. Maybe 'no-sharing' was meant.", "no-sharin", "a");
    assertRefused("Two rows are called 'no-sharing'.", "lucid", "no-sharing");
  }

  private void assertRefused(String said, String row, String name) {
    Path out = folder.resolve("out");
    Call call =
        call(
            "ablate",
            "--data",
            data,
            "--out",
            out.toString(),
            "--rows",
            row,
            "--other-models",
            name + "=" + models);
    assertEquals(ExitCode.BAD_INPUT, call.exitCode());
    assertTrue(call.err().contains(said), call.err());
    assertFalse(Files.exists(out));
  }
}
