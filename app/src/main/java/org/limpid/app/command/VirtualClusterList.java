package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.VirtualCluster;
import org.limpid.data.generate.GeneratorOptions;

/** Reads virtual clusters from the command line. */
final class VirtualClusterList {
  /** Nodes of Venus, whose jobs per day the generator has by default. */
  private static final int DEFAULT_NODES = 135;

  private static final int MOST = 100_000;

  private VirtualClusterList() {}

  /**
   * @param text {@code vc1=4,vc2=2}, or the number of virtual clusters
   * @param size the jobs that a mere number of virtual clusters must have nodes for
   * @throws IllegalArgumentException if it is neither
   */
  static List<VirtualCluster> parse(String text, GeneratorOptions size) {
    return text.matches("\\d+")
        ? shared(number(text, text), size)
        : List.of(text.strip().split(CommaList.SEPARATOR, -1)).stream()
            .map(VirtualClusterList::named)
            .toList();
  }

  private static VirtualCluster named(String pair) {
    int sign = pair.indexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException(
          "expected NAME=NODES, found '%s'. Maybe --clusters vc1=4,vc2=2 is meant".formatted(pair));
    }
    return new VirtualCluster(pair.substring(0, sign), number(pair.substring(sign + 1), pair));
  }

  private static int number(String digits, String context) {
    try {
      int number = Integer.parseInt(digits);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "expected a number of 1..%,d in --clusters, found '%s'".formatted(MOST, context));
  }

  /** The default number of nodes for so many jobs per day; the first ones get what is left over. */
  private static List<VirtualCluster> shared(int count, GeneratorOptions size) {
    double defaultRate = (double) GeneratorOptions.DEFAULT_JOBS / GeneratorOptions.DEFAULT_DAYS;
    double scale = (double) size.jobs() / size.days() / defaultRate;
    long nodes = Math.max(count, Math.round(DEFAULT_NODES * scale));
    List<VirtualCluster> clusters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int own = Math.toIntExact(nodes / count + (i < nodes % count ? 1 : 0));
      clusters.add(new VirtualCluster("vc%02d".formatted(i + 1), own));
    }
    return clusters;
  }
}
