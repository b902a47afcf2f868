package org.limpid.experiment.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GapPriceTest {
  /**
   * A wait of 1 to 100 h, all as likely: which lead over the end of the predecessor costs least?
   */
  @Test
  void theQuantileIsTheCheapestLead() {
    for (double price : new double[] {0.5, 1, 2, 4, 9}) {
      double quantile = new GapPrice(price).quantile();
      double best =
          IntStream.rangeClosed(0, 100).mapToDouble(lead -> cost(lead, price)).min().orElseThrow();
      assertEquals(best, cost((int) Math.ceil(100 * quantile), price), 1e-9);
      assertTrue(best < cost(0, price));
    }
  }

  private static double cost(int lead, double price) {
    return DoubleStream.iterate(1, wait -> wait + 1)
        .limit(100)
        .map(wait -> wait > lead ? price * (wait - lead) : lead - wait)
        .sum();
  }

  @Test
  void pricesAreWrittenShortly() {
    assertEquals("gap-price-2.json", new GapPrice(2).fileName());
    assertEquals("0.5", new GapPrice(0.5).toString());
    assertEquals("100", new GapPrice(100).toString());
    assertThrows(IllegalArgumentException.class, () -> new GapPrice(0));
    assertThrows(IllegalArgumentException.class, () -> new GapPrice(Double.NaN));
  }
}
