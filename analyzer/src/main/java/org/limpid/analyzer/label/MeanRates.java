package org.limpid.analyzer.label;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.limpid.data.PairProfile;
import org.limpid.data.Workload;

/**
 * The mean relative speed of each workload over all measured pairs that it is in: as the first with
 * its first rate, as the second with its second. A pair with itself counts with both rates.
 * Immutable.
 */
public final class MeanRates {
  /** Decimals that the artifact rounds to. */
  private static final int DECIMALS = 3;

  private final Map<Workload, Sum> sums;

  private record Sum(double total, int count) {
    Sum plus(double rate) {
      return new Sum(total + rate, count + 1);
    }
  }

  private MeanRates(Map<Workload, Sum> sums) {
    this.sums = Collections.unmodifiableMap(sums);
  }

  /** The means over these pairs; sums run in their order. */
  public static MeanRates of(List<PairProfile> pairs) {
    Map<Workload, Sum> sums = new LinkedHashMap<>();
    for (PairProfile pair : pairs) {
      add(sums, pair.first(), pair.firstRate());
      add(sums, pair.second(), pair.secondRate());
    }
    return new MeanRates(sums);
  }

  private static void add(Map<Workload, Sum> sums, Workload workload, double rate) {
    sums.put(workload, sums.getOrDefault(workload, new Sum(0, 0)).plus(rate));
  }

  /** The mean rate, rounded to three decimals as in the artifact; empty without any pair. */
  public OptionalDouble mean(Workload workload) {
    Sum sum = sums.get(workload);
    return sum == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(rounded(sum.total() / sum.count()));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
