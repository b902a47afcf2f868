package org.limpid.interpret.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.limpid.files.DataException;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.json.SampleModels;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/** A database that knows nothing of Limpid must predict the same from the SELECT. */
final class SqlSourceTest {
  private static final double TOLERANCE = 1e-12;

  static List<Model> models() {
    return SampleModels.all().stream().filter(model -> !(model instanceof LookupModel)).toList();
  }

  private static void assertSamePredictions(Model model, List<Row> rows) throws Exception {
    try (Database database = new Database()) {
      database.add("jobs of \"May\"", model.features(), rows);
      List<Map<String, Object>> found =
          database.query(SqlSource.of(model, "main.jobs of \"May\"")).stream()
              .sorted(Comparator.comparing(row -> (Integer) row.get("limpid_row")))
              .toList();
      assertEquals(rows.size(), found.size());
      for (int i = 0; i < rows.size(); i++) {
        assertSame(model, rows.get(i), found.get(i));
      }
    }
  }

  private static void assertSame(Model model, Row row, Map<String, Object> found) {
    double[] expected = new double[model.task().outputCount()];
    model.predict(row, expected);
    switch (model.task()) {
      case Task.Regression _ -> assertClose(expected[0], found.get("prediction"));
      case Task.Classification(var classes) -> {
        assertEquals(classes.get(Predictions.mostProbable(expected)), found.get("prediction"));
        for (int k = 0; k < expected.length; k++) {
          assertClose(expected[k], found.get("p_" + classes.get(k)));
        }
      }
    }
  }

  private static void assertClose(double expected, Object found) {
    double tolerance = TOLERANCE * Math.max(1, Math.abs(expected));
    assertEquals(expected, ((Number) found).doubleValue(), tolerance);
  }

  /** Numbers at and beside cuts, all categories, missing and unseen values; awkward names. */
  @ParameterizedTest
  @MethodSource("models")
  void aDatabasePredictsTheSame(Model model) throws Exception {
    assertSamePredictions(model, SampleModels.rows(model, 200));
  }

  @Test
  void aDatabasePredictsTheSameWithRandomModels() throws Exception {
    for (long seed = 0; seed < 12; seed++) {
      Model model = RandomModels.of(seed);
      assertSamePredictions(model, RandomModels.rows(RandomModels.of(seed), seed));
    }
  }

  /** Bins of one score are one branch, and what no branch is needed for has none. */
  @Test
  void theSelectCanBeRead() {
    var model =
        EbmEditor.of(GivenModels.wait10())
            .remove("hour & user")
            .setScores("hour", 6, 18, 3)
            .setMissing("user", 0)
            .model();
    assertEquals(
        """
        SELECT
          scored.*,
          limpid_score
          AS prediction
        FROM (
          SELECT
            source.*,
            1E1
            + CASE
              WHEN "hour" IS NULL THEN 5E-1
              WHEN "hour" < 6E0 THEN -2E0
              ELSE 3E0
            END
            + CASE
              WHEN "user" = 'a' THEN 5E-1
              WHEN "user" = 'b' THEN -5E-1
              ELSE 0E0
            END
            AS limpid_score
          FROM "input" source
        ) scored;
        """,
        SqlSource.of(model, SqlSource.TABLE));
  }

  /** Columns of whole numbers are as good, and a missing offset gives no prediction. */
  @Test
  void wholeNumbersAreNumbersAndAMissingOffsetIsNone() throws Exception {
    Model model = SampleModels.withOffset(SampleModels.ebm(SampleModels.BINARY));
    try (Database database = new Database()) {
      database.run(
          """
          CREATE TABLE input ("load" INTEGER, "class" VARCHAR, "a b" SMALLINT, "size" VARCHAR,
          "constant" DECIMAL(4, 1), "former score" INTEGER);
          INSERT INTO input VALUES (4, 'a', -1, 'small', 0.5, 1), (4, 'a', -1, 'small', 0.5, NULL)
          """);
      List<Map<String, Object>> found = database.query(SqlSource.of(model, "input"));
      Row row = model.newRow().set("load", 4).set("class", "a").set("a b", -1);
      row.set("size", "small").set("constant", 0.5).set("former score", 1);
      assertClose(model.predict(row), found.getFirst().get("p_yes"));
      assertNull(found.getLast().get("p_yes"));
      assertNull(found.getLast().get("prediction"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0E0",
    "-0.0, 0E0",
    "1, 1E0",
    "0.1, 1E-1",
    "-1234.5, -1.2345E3",
    "100, 1E2",
    "1e17, 1E17",
    "-1e-300, -1E-300",
    "4.9E-324, 4.9E-324"
  })
  void numbersHaveExponents(double number, String text) {
    assertEquals(text, SqlText.number(number));
    assertEquals(number + 0.0, Double.parseDouble(text));
  }

  @Test
  void quotesAreDoubled() {
    assertEquals("\"a\"\"b\".\"c d\"", SqlText.table("a\"b.c d"));
    assertEquals("\"it's\" IN ('a', 'it''s')", SqlText.isOneOf("\"it's\"", List.of("a", "it's")));
  }

  @Test
  void whatSqlCannotHoldIsRefused() {
    DataException table =
        assertThrows(
            DataException.class,
            () -> SqlSource.of(SampleModels.lookup(SampleModels.REGRESSION), "input"));
    assertTrue(table.getMessage().contains("Java class"), table.getMessage());
    Model nul = SampleModels.withCategories("a\u0000b", "it's");
    DataException character = assertThrows(DataException.class, () -> SqlSource.of(nul, "input"));
    assertEquals(1, character.problems().size());
    assertTrue(character.getMessage().contains("NUL"), character.getMessage());
    assertThrows(IllegalArgumentException.class, () -> SqlText.number(Double.NaN));
  }
}
