package org.limpid.interpret.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NumberTextTest {
  @Test
  void exactTextsReadBackAsTheSameNumber() {
    for (double value : new double[] {0, -1, 0.1, 1e15, 1e300, 1.0 / 3, Double.MIN_VALUE, 12.5}) {
      assertEquals(value, Double.parseDouble(NumberText.exact(value)));
    }
  }

  @Test
  void onlyDecimalTextsAreRead() {
    assertEquals(0.001, NumberText.parse("1e-3"));
    assertEquals(-2.5, NumberText.parse("-2.5"));
    assertEquals(120, NumberText.parse("+1.2E+2"));
    for (String other :
        List.of("0x1p-3", "1f", "1d", "NaN", "Infinity", " 1", "1e", "", "\u0663")) {
      assertThrows(NumberFormatException.class, () -> NumberText.parse(other), other);
    }
  }

  @Test
  void wholeNumbersHaveNoPoint() {
    assertEquals("-13", NumberText.exact(-13));
    assertEquals("123456", NumberText.rounded(123_456));
  }

  @Test
  void othersAreRoundedToFourDigits() {
    assertEquals("0.3333", NumberText.rounded(1.0 / 3));
    assertEquals("123500", NumberText.rounded(123_456.7));
    assertEquals("0.0001235", NumberText.rounded(0.000123456));
    assertEquals("1.235E-7", NumberText.rounded(1.23456e-7));
    assertEquals("-", NumberText.rounded(Double.NaN));
  }

  @Test
  void positiveNumbersMayShowTheirSign() {
    assertEquals("+0.5", NumberText.signed(0.5));
    assertEquals("-2", NumberText.signed(-2));
    assertEquals("0", NumberText.signed(0));
  }
}
