package org.limpid.files.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonNumbers;
import org.limpid.files.json.JsonValue.JsonObject;

class JsonTest {
  @TempDir private Path folder;

  private static JsonObject read(byte[] bytes) {
    return JsonFile.read(new ByteArrayInputStream(bytes), "name");
  }

  private static JsonObject read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is noted while the members of a text are asked for. */
  private static List<Problem> problems(String text, Consumer<JsonSection> questions) {
    Problems problems = new Problems();
    try (JsonSection section = new JsonSection("name", problems, read(text))) {
      questions.accept(section);
    }
    return problems.list();
  }

  @Test
  void numbersReadBackBitForBit() throws IOException {
    Random random = new Random(1);
    double[] numbers = new double[10_000];
    Arrays.setAll(numbers, i -> Double.longBitsToDouble(random.nextLong()));
    Arrays.setAll(numbers, i -> Double.isNaN(numbers[i]) ? Double.NaN : numbers[i]);
    numbers[0] = -0.0;
    numbers[1] = Double.MIN_VALUE;
    numbers[2] = 1e15;
    numbers[3] = -123_456_789_012_345.0;
    numbers[4] = Double.NEGATIVE_INFINITY;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonOutput(out).beginObject().numbers("all", numbers).endObject().finish();
    List<Problem> problems =
        problems(
            out.toString(StandardCharsets.UTF_8),
            section -> assertArrayEquals(numbers, section.numbers("all")));
    assertEquals(List.of(), problems);
  }

  @Test
  void textsReadBack() throws IOException {
    List<String> texts =
        List.of("", "a\"b\\c/", "\u0000\n\t\u001f\u007f", "é\ud83d\ude00", "x\ud83d", "\ude00");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonOutput(out).beginObject().texts("all", texts).endObject().finish();
    problems(
        out.toString(StandardCharsets.UTF_8), section -> assertEquals(texts, section.texts("all")));
  }

  @Test
  void layoutIsForReaders() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonOutput(out)
        .beginObject()
        .text("a", "b")
        .beginArray("rows")
        .beginLine()
        .number("x", 0.5)
        .flag("y", true)
        .beginObject("z")
        .endObject()
        .endObject()
        .numbers(new double[] {1, -2})
        .endArray()
        .beginArray("none")
        .endArray()
        .endObject()
        .finish();
    String expected =
        """
        {
          "a": "b",
          "rows": [
            {"x": 0.5, "y": true, "z": {}},
            [1, -2]
          ],
          "none": []
        }
        """;
    assertEquals(expected, out.toString(StandardCharsets.UTF_8));
  }

  /** Files of models stay the same, byte for byte, whatever writes them. */
  @Test
  void textsAndNumbersHaveOneForm() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonOutput(out)
        .beginObject()
        .texts("texts", List.of("\n\u001f\u007f\"\\/<", "é\ud83d\ude00", "x\ud83d", "\ude00"))
        .numbers("numbers", new double[] {1, -0.0, 1e15, 0.1, 1e-7, Double.NaN, 123456789012.0})
        .wholeNumber("whole", Long.MAX_VALUE)
        .beginList("mixed")
        .text("a")
        .nothing()
        .number(2)
        .endArray()
        .json("raw", List.of("1", "true"))
        .endObject()
        .finish();
    String expected =
        """
        {
          "texts": ["\\u000a\\u001f\u007f\\"\\\\/<", "é\ud83d\ude00", "x\\ud83d", "\\ude00"],
          "numbers": [1, -0.0, 1.0E15, 0.1, 1.0E-7, "NaN", 123456789012],
          "whole": 9223372036854775807,
          "mixed": ["a", null, 2],
          "raw": [1, true]
        }
        """;
    assertEquals(expected, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void arraysOfNumbersAreKeptAsSuch() {
    JsonObject object = read("{\"a\": [1, 2.5], \"b\": [], \"c\": [1, \"x\"], \"d\": [1, 1e999]}");
    assertTrue(object.members().get("a") instanceof JsonNumbers);
    assertTrue(object.members().get("b") instanceof JsonArray);
    assertEquals(2, ((JsonArray) object.members().get("c")).elements().size());
    assertEquals("[1, \"x\"]", JsonOutput.textOf(object.members().get("c")));
    assertTrue(object.members().get("d") instanceof JsonArray);
  }

  @Test
  void aFileMayBeAnArray() throws IOException {
    Path file = Files.writeString(folder.resolve("array.json"), "[{\"a\": 1}, [2, 3], 4]");
    List<JsonValue> elements = JsonFile.readArray(file);
    assertEquals(3, elements.size());
    assertArrayEquals(new double[] {2, 3}, ((JsonNumbers) elements.get(1)).values());
    for (String other : List.of("", "{}", "7", "[1, 2]", "[{}] []", "[")) {
      Files.writeString(file, other);
      DataException failure =
          assertThrows(DataException.class, () -> JsonFile.readArray(file), other);
      assertTrue(failure.getMessage().contains("array.json"), failure.getMessage());
    }
  }

  @Test
  void tensorsAreFlattenedAndTheirShapeIsChecked() {
    String text = "{\"t\": [[1, 2, 3], [4, \"NaN\", 6]], \"u\": [[1], [2, 3]], \"v\": 1}";
    List<Problem> problems =
        problems(
            text,
            section -> {
              double[] expected = {1, 2, 3, 4, Double.NaN, 6};
              assertArrayEquals(expected, section.tensor("t", 2, 3));
              assertArrayEquals(new double[] {0, 0, 2, 3}, section.tensor("u", 2, 2));
              section.tensor("v", 2);
            });
    assertEquals(2, problems.size());
    assertEquals(
        "expected 2 numbers as 'u[0]', but there are 1 numbers", problems.get(0).message());
    assertEquals("column 41", problems.get(0).column());
    assertEquals("expected 2 numbers as 'v'", problems.get(1).message());
  }

  @Test
  void everyWrongTypeIsNoted() {
    String text = "{\"a\": {}, \"b\": [], \"c\": 1.5, \"d\": \"x\", \"e\": null, \"f\": 1}";
    List<Problem> problems =
        problems(
            text,
            section -> {
              section.text("a");
              section.flag("b");
              section.wholeNumber("c", 0, 9);
              section.number("d");
              section.sections("e");
              section.section("f").text("inside");
              section.oneOf("g", List.of("one", "two"));
            });
    assertEquals(7, problems.size(), problems::toString);
    assertTrue(problems.stream().allMatch(problem -> problem.line() == 1));
  }

  @Test
  void unknownMembersAreNotedUnlessIgnored() {
    List<Problem> problems =
        problems(
            "{\"right\": \"1\", \"rihgt\": 2, \"extra\": 3}",
            section -> {
              section.text("right");
              section.ignore("extra");
            });
    assertEquals(1, problems.size());
    assertEquals("Maybe 'right' was meant.", problems.getFirst().hint());
  }

  @Test
  void whatIsNoObjectIsRefused() {
    for (String text : List.of("", "[]", "1", "{} {}", "{\"a\": 1, \"a\": 2}", "{\"a\": NaN}")) {
      DataException e = assertThrows(DataException.class, () -> read(text), text);
      assertTrue(e.getMessage().startsWith("name"), e.getMessage());
    }
  }

  @Test
  void brokenBytesAreExplained() throws IOException {
    byte[] latin = "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(failure(latin).contains("expected text in UTF-8"));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("{\"a\": 1}", JsonOutput.textOf(read(zipped.toByteArray())));
    byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 9);
    assertTrue(failure(cut).contains("gzip data is broken or cut short"), failure(cut));
    Path file = Files.write(folder.resolve("latin.json"), latin);
    DataException e = assertThrows(DataException.class, () -> JsonFile.read(file));
    assertEquals(1, e.problems().getFirst().line());
    Path missing = folder.resolve("none.json");
    DataException none = assertThrows(DataException.class, () -> JsonFile.read(missing));
    assertTrue(none.getMessage().contains("there is no such file"));
  }

  private static String failure(byte[] bytes) {
    return assertThrows(DataException.class, () -> read(bytes)).getMessage();
  }
}
