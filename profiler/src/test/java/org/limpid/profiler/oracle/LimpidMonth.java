package org.limpid.profiler.oracle;

import java.nio.file.Path;
import org.limpid.data.PairSpeeds;

/** The whole month of Venus as a case of {@code limpid}. */
public final class LimpidMonth {
  private LimpidMonth() {}

  /**
   * Reads the month with the estimates of Lucid.
   *
   * @param directory the data set
   * @param choices what is chosen about the policy
   */
  public static LimpidCase of(Path directory, LimpidChoices choices) {
    OracleCase month = new VenusFiles(directory).read("estimate_lucid.csv");
    return new LimpidCase(
        month.cluster(),
        month.trace(),
        month.startSecond(),
        month.estimates(),
        month.forecast(),
        month.profiles(),
        PairSpeeds.EMPTY,
        month.profiler(),
        choices);
  }
}
