package org.limpid.experiment.chain;

import java.math.BigDecimal;

/**
 * What an hour's gap costs if an hour's overlap costs 1.
 *
 * @param price above 0
 */
public record GapPrice(double price) {
  public GapPrice {
    if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected a price above 0, found " + price);
    }
  }

  /**
   * The quantile of the wait that is the cheapest to plan for, {@code price / (1 + price)}: the
   * optimal order of a newsvendor.
   */
  public double quantile() {
    return price / (1 + price);
  }

  /** Name of the file with the model for it. */
  String fileName() {
    return "gap-price-%s.json".formatted(this);
  }

  /** As it is written: {@code 2}, {@code 0.5}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(price).stripTrailingZeros().toPlainString();
  }
}
