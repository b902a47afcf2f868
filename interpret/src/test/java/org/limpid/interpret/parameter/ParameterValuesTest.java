package org.limpid.interpret.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParameterValuesTest {
  private static final Parameter DEPTH = Parameter.whole("max_depth", 0, 10, 3, "Depth");
  private static final Parameter RATE = Parameter.number("rate", 0, 1, 0.5, "Rate");
  private static final Parameter KIND = Parameter.choice("kind", List.of("a", "b"), "Kind");
  private static final Parameter KEYS = Parameter.columns("keys", "Keys");
  private static final ParameterValues DEFAULTS = ParameterValues.defaults(DEPTH, RATE, KIND, KEYS);

  @Test
  void defaultsStandInTheOrderOfTheParameters() {
    assertEquals("{max_depth=3, rate=0.5, kind=a, keys=}", DEFAULTS.toString());
    assertEquals(3, DEFAULTS.whole(DEPTH));
    assertEquals(0.5, DEFAULTS.number(RATE));
    assertEquals("a", DEFAULTS.text(KIND));
    assertEquals(List.of(), DEFAULTS.columns(KEYS));
  }

  @Test
  void valuesAreWrittenInOneWay() {
    ParameterValues values =
        DEFAULTS.with(Map.of("max_depth", " +07 ", "rate", "1e-2", "keys", "b;a ;"));
    assertEquals("{max_depth=7, rate=0.01, kind=a, keys=b; a}", values.toString());
    assertEquals(List.of("b", "a"), values.columns(KEYS));
    assertEquals("{max_depth=3, rate=0.5, kind=a, keys=}", DEFAULTS.toString());
  }

  @Test
  void allWrongNamesAndValuesAreNamed() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("max_dept", "3");
    changes.put("max_depth", "11");
    changes.put("rate", "NaN");
    changes.put("kind", "c");
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(changes));
    assertEquals(
        """
        there is no parameter 'max_dept'. Maybe 'max_depth' was meant.
        max_depth: expected a whole number from 0 to 10, found '11'
        rate: expected a number from 0 to 1, found 'NaN'
        kind: expected one of a, b, found 'c'\
        """,
        thrown.getMessage());
  }

  @Test
  void valuesAreFoundByTheNameOfTheirParameter() {
    assertEquals(3, DEFAULTS.whole("max_depth"));
    assertEquals(0.5, DEFAULTS.number("rate"));
    assertEquals("a", DEFAULTS.text("kind"));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.text("depth"));
  }

  @Test
  void aTrainerWithoutASeedHasTheSeedZero() {
    assertEquals(0, DEFAULTS.seed());
    assertEquals(42, ParameterValues.defaults(DEPTH, Parameter.seed()).seed());
    assertEquals(7, ParameterValues.defaults(Parameter.seed()).with("seed", "7").seed());
  }

  @Test
  void fractionsAreNoWholeNumbers() {
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with("max_depth", "2.5"));
    assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with("rate", "fast"));
  }

  @Test
  void onlyDecimalNumbersAreNumbers() {
    for (String bad : List.of("0x1p-3", "0.5f", "0.5d", "Infinity", "1e", ".", "")) {
      assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with("rate", bad), bad);
    }
    assertEquals(0.5, DEFAULTS.with("rate", "+.5").number(RATE));
    assertEquals(1, DEFAULTS.with("rate", "1.").number(RATE));
  }
}
