package org.limpid.interpret.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;

class ModelJsonTest {
  /** One numeric and one nominal feature, a pair, two bags. */
  private static final String SMALL =
      """
      {
        "format": "limpid-model",
        "version": 1,
        "kind": "ebm",
        "provenance": {
          "trainer": "by hand",
          "dataHash": "",
          "rowCount": 4,
          "target": "y",
          "parameters": {
            "seed": "1"
          },
          "seed": 1,
          "edits": []
        },
        "task": "regression",
        "link": "identity",
        "intercept": [0.1],
        "bagWeights": [2, 2],
        "bagIntercepts": [
          [0.2],
          [-0.0]
        ],
        "features": [
          {
            "name": "x",
            "type": "numeric",
            "cuts": [
              [1.5, 2.5],
              [2]
            ],
            "minimum": 1,
            "maximum": 3,
            "distinctCount": 3,
            "densityEdges": [1, 2, 3],
            "densityWeights": [1, 3]
          },
          {
            "name": "colour",
            "type": "nominal",
            "categories": ["blue", "red"],
            "resolutions": 2,
            "distinctCount": 2
          }
        ],
        "terms": [
          {
            "features": ["x"],
            "scores": [0, 1.0E-5, 2, 3, 0],
            "deviations": [0, 1, 2, 3, 0],
            "bagScores": [
              [0, 1, 2, 3, 0],
              [0, 1, 2, 3, 0]
            ],
            "binWeights": [0, 1, 1, 2, 0]
          },
          {
            "features": ["colour"],
            "scores": [0, -1, 1, 0],
            "binWeights": [0, 2, 2, 0]
          }
        ]
      }
      """;

  @TempDir private Path folder;

  static List<Model> models() {
    return SampleModels.all();
  }

  static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelJson.write(model, out);
    return out.toByteArray();
  }

  private static Model read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Model read(byte[] bytes) {
    return ModelJson.read(new ByteArrayInputStream(bytes), "model.json");
  }

  @ParameterizedTest
  @MethodSource("models")
  void whatIsWrittenReadsBackAndIsWrittenTheSame(Model model) throws IOException {
    byte[] bytes = bytes(model);
    Model copy = read(bytes);
    assertEquals(model.getClass(), copy.getClass());
    assertArrayEquals(bytes, bytes(copy));
    assertEquals(model.provenance(), copy.provenance());
    assertEquals(model.features(), copy.features());
    assertEquals(model.task(), copy.task());
    if (model instanceof EbmModel ebm) {
      assertEquals(ebm.terms(), ((EbmModel) copy).terms());
      assertEquals(ebm.link(), ((EbmModel) copy).link());
      assertEquals(ebm.clip(), ((EbmModel) copy).clip());
    } else {
      assertEquals(model, copy);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void aCopyPredictsTheSameBitForBit(Model model) throws IOException {
    Model copy = read(bytes(model));
    double[] expected = new double[model.task().outputCount()];
    double[] found = expected.clone();
    for (Row row : SampleModels.rows(model, 200)) {
      model.predict(row, expected);
      copy.predict(copy.newRow().copyOf(row), found);
      assertArrayEquals(expected, found);
    }
  }

  @Test
  void layoutIsFixed() throws IOException {
    assertEquals(SMALL, new String(bytes(read(SMALL)), StandardCharsets.UTF_8));
  }

  @Test
  void gzippedFilesAreRead() throws IOException {
    Path file = folder.resolve("model.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(SMALL.getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(SMALL, new String(bytes(ModelJson.read(file)), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limpid-model | limpid-dataset/1 | 2 | expected a model: the format limpid-model, found 'limpid-dataset/1'
          "version": 1 | "version": 2 | 3 | Maybe a newer version of Limpid wrote it
          "version": 1 | "version": "1" | 3 | expected a whole number
          "kind": "ebm" | "kind": "ebn" | 4 | Maybe 'ebm' was meant
          "rowCount": 4 | "rowCount": -4 | 8 | as 'provenance.rowCount', found '-4'
          "rowCount": 4 | "rowCount": 4, "rows": 4 | 8 | expected a known key, found 'provenance.rows'
          "seed": "1" | "seed": 1 | 11 | expected a text as 'provenance.parameters.seed'
          "regression" | "classification" | 1 | the key 'classes' is missing
          "identity" | "logit" | 17 | expected one of identity, log, log1p as 'link', found 'logit'
          [0.1] | [] | 18 | expected 1 numbers as 'intercept', one per score, but there are 0
          [0.1] | 0.1 | 18 | expected an array of numbers as 'intercept', found '0.1'
          [0.2] | [0.2, 3] | 21 | expected 1 numbers as 'bagIntercepts[0]', but there are 2
          [2, 2] | [2] | 20 | expected 1 arrays as 'bagIntercepts', one per bag, but there are 2
          [1.5, 2.5] | [2.5, 1.5] | 28 | strictly ascending cuts in resolution 1
          [1.5, 2.5] | [1.5, "x"] | 29 | expected a number as 'features[0].cuts[0][1]', found 'x'
          "numeric" | "number" | 27 | expected one of numeric, nominal, ordinal
          "densityWeights": [1, 3] | "densityWeights": [1] | 36 | expected 2 numbers
          "name": "colour" | "name": "x" | 39 | expected another name than those before, found 'x'
          ["blue", "red"] | ["blue", "blue"] | 41 | expected one or more different categories
          ["blue", "red"] | [] | 41 | expected one or more different categories
          ["colour"] | ["color"] | 58 | Maybe 'colour' was meant
          ["colour"] | [] | 58 | expected one or more features
          ["colour"] | ["colour", "x"] | 58 | in the order of the model's features
          ["colour"] | ["x"] | 58 | expected other features than those of the terms before
          [0, -1, 1, 0] | [0, -1, 1] | 59 | expected 4 numbers as 'terms[1].scores'
          [0, -1, 1, 0] | [0, -1, null, 0] | 59 | expected a number as 'terms[1].scores[2]'
          [0, -1, 1, 0] | [0, -1, 1e999, 0] | 59 | expected a number as 'terms[1].scores[2]'
          [0, -1, 1, 0] | [0, "NaN", 1, 0] | 59 | expected finite scores
          [0, 2, 2, 0] | [0, 2, 2] | 60 | expected 4 numbers as 'terms[1].binWeights'
          "scores" | "score" | 47 | the key 'terms[0].scores' is missing
          "link": "identity", | "link": "identity" | 18 | expected JSON
          """)
  void problemNamesItsPlace(String old, String replacement, long line, String text) {
    int from = SMALL.indexOf(old);
    assertTrue(from >= 0, old);
    String changed = SMALL.substring(0, from) + replacement + SMALL.substring(from + old.length());
    DataException e = assertThrows(DataException.class, () -> read(changed));
    assertTrue(e.getMessage().contains(text), e.getMessage());
    List<Long> lines = e.problems().stream().map(Problem::line).toList();
    assertTrue(lines.contains(line), lines + ": " + e.getMessage());
    assertTrue(e.getMessage().startsWith("model.json"), e.getMessage());
  }

  /** The same for the other kinds, which stand on lines of their own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | "atMost": -0.5 | "atMost": "NaN" | expected a finite number
          1 | "oneOf": ["b & c" | "oneOf": ["b and c" | expected categories of class, found 'b and c'
          1 | "feature": "size" | "feature": "sise" | Maybe 'size' was meant
          1 | "right": 6 | "right": 7 | the parts of the model do not fit each other
          1 | "outputs": [ | "outputs": [1, | but there are 2
          1 | "defaultLeft": true | "defaultLeft": 1 | expected true or false
          2 | "category": "b & c" | "category": "c" | expected a category of class
          2 | "coefficients": [ | "coefficients": ["x", | but there are 2
          2 | "feature": "a b" | "feature": "a" | expected the name of a feature
          3 | "keys": ["a"] | "keys": ["c"] | a number, a category or null for class, found 'c'
          3 | "keys": ["a"] | "keys": ["a", 1, 2] | expected at most 2 keys
          3 | "keys": ["a"] | "keys": [0] | a number, a category or null for class, found '0'
          3 | "keys": [], | "keys": [null], | expected exactly one cell without keys
          3 | "samples": | "sample": | Maybe 'samples' was meant
          """)
  void problemsOfOtherKinds(int model, String old, String replacement, String text)
      throws IOException {
    String whole = new String(bytes(SampleModels.all().get(model)), StandardCharsets.UTF_8);
    int from = whole.indexOf(old);
    assertTrue(from >= 0, whole);
    String changed = whole.substring(0, from) + replacement + whole.substring(from + old.length());
    DataException e = assertThrows(DataException.class, () -> read(changed));
    assertTrue(e.getMessage().contains(text), e.getMessage());
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    String changed =
        SMALL
            .replace("\"trainer\"", "\"triner\"")
            .replace("[0.1]", "[]")
            .replace("[0, -1, 1, 0]", "[1]")
            .replace("[1, 2, 3]", "[1, 2, \"3\"]");
    DataException e = assertThrows(DataException.class, () -> read(changed));
    assertEquals(5, e.problems().size(), e.getMessage());
  }

  @Test
  void interpretFilesAreRecognised() {
    DataException e =
        assertThrows(DataException.class, () -> read("{\"version\": \"1.0\", \"ebm\": {}}"));
    assertTrue(e.getMessage().contains("interpret"), e.getMessage());
  }

  /** Cut anywhere: no prefix is a model, and none leads to anything but a DataException. */
  @Test
  void truncatedFilesAreRefused() {
    byte[] whole = SMALL.strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(DataException.class, () -> read(part));
    }
  }

  /** Whatever happens to a file, it is read as some model or refused with a DataException. */
  @ParameterizedTest
  @MethodSource("models")
  void damagedFilesAreReadOrRefused(Model model) throws IOException {
    byte[] whole = bytes(model);
    Random random = new Random(23);
    byte[] pool = "0123456789-.,:[]{}\"eEntruflas \\".getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        damaged[random.nextInt(damaged.length)] = pool[random.nextInt(pool.length)];
      }
      try {
        read(damaged);
      } catch (DataException e) {
        refused++;
      }
    }
    assertTrue(refused > 20);
  }
}
