package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvOutputTest {
  @Test
  void fieldsAreSeparatedAndQuotedWhereNeeded() {
    assertEquals(
        "a,1,-20,\"b, \"\"c\"\"\",,ü€𝄞\n9223372036854775807,-9223372036854775808\n",
        written(csv -> {
          csv.field("a").field(1).field(-20).field("b, \"c\"").emptyField().field("ü€𝄞");
          csv.endRow().field(Long.MAX_VALUE).field(Long.MIN_VALUE).endRow();
        }));
  }

  /**
   * Expected values: Python 3, {@code print("%.*f" % (decimals, value))}, without the sign of 0.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0",
    "1.5, 0, 2",
    "2.5, 0, 2",
    "0.125, 2, 0.12",
    "0.375, 2, 0.38",
    "1.005, 2, 1.00",
    "-1.25, 1, -1.2",
    "-0.0001, 3, 0.000",
    "1e15, 3, 1000000000000000.000",
    "123456.789, 3, 123456.789",
    "1e22, 1, 10000000000000000000000.0",
    "0.1, 20, 0.10000000000000000555",
    "7, 0, 7"
  })
  void decimalsAreRoundedHalfEven(double value, int decimals, String expected) {
    assertEquals(expected + "\n", written(csv -> csv.field(value, decimals).endRow()));
  }

  @Test
  void roundingIsThatOfBigDecimal() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.round(random.nextDouble(-1e6, 1e6) * 1000) / (i % 2 == 0 ? 2000.0 : 1e3);
      int decimals = random.nextInt(0, 6);
      BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
      assertEquals(
          exact.toPlainString() + "\n", written(csv -> csv.field(value, decimals).endRow()));
    }
  }

  @Test
  void longTextsPassTheBuffer() {
    String text = "x".repeat(100_000) + "é";
    assertEquals(text + ",1\n", written(csv -> csv.field(text).field(1).endRow()));
  }

  @Test
  void notANumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> written(csv -> csv.field(Double.NaN, 3)));
    assertThrows(IllegalArgumentException.class, () -> written(csv -> csv.field(1 / 0.0)));
  }

  private static String written(Consumer<CsvOutput> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvOutput csv = new CsvOutput(bytes)) {
      content.accept(csv);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
