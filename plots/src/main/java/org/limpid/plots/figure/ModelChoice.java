package org.limpid.plots.figure;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What figures of models are to show, where there is a choice.
 *
 * @param term name of a term, for figures of one; empty: the most important one
 * @param row the row whose prediction is explained, from 1; empty: that of the largest prediction
 * @param sharedScores whether the shapes of a model have one axis of scores, to be compared; else
 *     each has that which shows most of it
 * @param weekly whether estimates of durations are trained for each week of the data set, to be
 *     compared; that takes seconds for each
 */
public record ModelChoice(
    Optional<String> term, OptionalInt row, boolean sharedScores, boolean weekly) {
  public static final ModelChoice NONE =
      new ModelChoice(Optional.empty(), OptionalInt.empty(), false, false);

  public ModelChoice {
    if (row.isPresent() && row.getAsInt() < 1) {
      throw new IllegalArgumentException("expected a row of 1 or more: " + row.getAsInt());
    }
  }
}
