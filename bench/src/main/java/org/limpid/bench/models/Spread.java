package org.limpid.bench.models;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** A figure over several fits; those that lack it do not count. */
record Spread(double mean, double lowest, double highest) {
  static Spread of(List<FreshJvm.Outcome> fits, String figure) {
    DoubleSummaryStatistics all =
        fits.stream()
            .filter(fit -> fit.lines().containsKey(figure))
            .mapToDouble(fit -> fit.number(figure))
            .summaryStatistics();
    return new Spread(all.getAverage(), all.getMin(), all.getMax());
  }
}
