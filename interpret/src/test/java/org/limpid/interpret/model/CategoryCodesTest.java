package org.limpid.interpret.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.ModelCsv.UnseenValues;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class CategoryCodesTest {
  private static int code(List<String> names, String name) {
    return new CategoryCodes(names).code(name);
  }

  @Test
  void numbersFindTheOneNameThatTheyEqual() {
    List<String> names = List.of("5", "10", "0.50", "-3", "red");
    assertEquals(0, code(names, "5"));
    assertEquals(0, code(names, "5.0"));
    assertEquals(0, code(names, "05"));
    assertEquals(1, code(names, "1e1"));
    assertEquals(2, code(names, ".5"));
    assertEquals(3, code(names, "-3.00"));
    assertEquals(4, code(names, "red"));
    for (String other : List.of("5.1", "Red", "", "-", "five", "5 ", "NaN", "0x5", "5d")) {
      assertEquals(CategoryCodes.UNKNOWN, code(names, other), other);
    }
  }

  @Test
  void namesThatAreEqualAsNumbersStayApart() {
    List<String> names = List.of("009", "9", "8");
    assertEquals(0, code(names, "009"));
    assertEquals(1, code(names, "9"));
    assertEquals(CategoryCodes.UNKNOWN, code(names, "9.0"));
    assertEquals(2, code(names, "8.0"));
    assertEquals(0, code(List.of("0"), "-0.0"));
  }

  /** 2^53 and its neighbour are one double. */
  @Test
  void allDigitsCount() {
    List<String> names = List.of("9007199254740992");
    assertEquals(0, code(names, "9007199254740992.0"));
    assertEquals(CategoryCodes.UNKNOWN, code(names, "9007199254740993"));
    assertEquals(CategoryCodes.UNKNOWN, code(names, "1".repeat(100_000)));
    assertEquals(CategoryCodes.UNKNOWN, code(List.of("1e999999999"), "2e999999999"));
  }

  @Test
  void rowsAndTablesFindCategoriesAlike() {
    List<Feature> features = List.of(new Feature.Nominal("p", List.of("1", "2")));
    Row row = new Row(features);
    assertEquals(1, row.set("p", "2.0").encoded(0));
    assertEquals(Row.UNSEEN, row.set("p", "3").encoded(0));
    for (Table table :
        List.of(
            Table.of(TextColumn.of("p", "2.0", "7", null)),
            Table.of(NumericColumn.of("p", 2, 7, Double.NaN)))) {
      RowReader reader = new RowReader(features, table);
      assertEquals(1, reader.encoded(0, 0));
      assertEquals(Row.UNSEEN, reader.encoded(1, 0));
      assertEquals(Double.NaN, reader.encoded(2, 0));
      assertEquals(
          List.of(new UnseenValues("p", 1, List.of("7"), false)), UnseenValues.of(features, table));
    }
  }
}
