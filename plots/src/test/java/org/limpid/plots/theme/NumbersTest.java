package org.limpid.plots.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.text.ValueLabels;
import org.limpid.results.table.Numbers;

final class NumbersTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @Test
  void threeDigitsAreSignificant() {
    assertEquals("0", Numbers.short3(0));
    assertEquals("0.0123", Numbers.short3(0.012345));
    assertEquals("1.23", Numbers.short3(1.2345));
    assertEquals("−98.8", Numbers.short3(-98.76));
    assertEquals("12,346", Numbers.short3(12_345.6));
    assertEquals("5", Numbers.short3(5));
    assertEquals("1.23·10⁻⁶", Numbers.short3(1.23e-6));
    assertEquals("2·10¹⁵", Numbers.short3(2e15));
    assertEquals("–", Numbers.short3(Double.NaN));
  }

  @Test
  void percentagesBelowTenHaveADecimal() {
    assertEquals("43 %", Numbers.percent(0.4321));
    assertEquals("4.3 %", Numbers.percent(0.0432));
    assertEquals("5 %", Numbers.percent(0.05));
    assertEquals("0 %", Numbers.percent(0));
  }

  @Test
  void zeroHasNoSign() {
    assertEquals("0.0", Numbers.fixed(-0.04, 1));
    assertEquals("−0.1", Numbers.fixed(-0.06, 1));
  }

  @Test
  void theLocaleMakesNoDifference() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertEquals("12,346", Numbers.whole(12_346));
    assertEquals("1.23", Numbers.short3(1.2345));
    assertEquals("1.23·10⁻⁶", Numbers.short3(1.23e-6));
  }

  @Test
  void boundsHaveAsManyDigitsAsTellThemApart() {
    ValueLabels ids = ValueLabels.of("id", 1_598_918_403.5, 1_598_918_404.5, 7.123456);
    assertEquals("1,598,918,403.5", Numbers.of(1_598_918_403.5, ids));
    assertEquals("7.12", Numbers.of(7.123456, ids));
    assertEquals("1.2345678·10⁻⁹", Numbers.significant(1.23456781e-9, 8));
    assertEquals("−12,345.68", Numbers.significant(-12_345.6789, 7));
    assertEquals("12,346", Numbers.significant(12_345.6789, 4));
    ValueLabels times = ValueLabels.of("start", 1_614_816_000, 1_614_819_600);
    assertEquals("2021-03-04 01:00", Numbers.of(1_614_819_600, times));
  }
}
