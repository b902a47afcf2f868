package org.limpid.interpret.ebm;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** The feature whose value is added to the sum of scores as it is, if there is one. */
final class Offset {
  private static final int NONE = -1;

  private final Optional<String> name;
  private final int position;

  /**
   * An offset. Throws an {@code IllegalArgumentException} unless it is a number that no term looks
   * at, in a model of one score.
   */
  Offset(Optional<String> name, List<EbmFeature> features, List<Term> terms, int scoreCount) {
    this.name = name;
    position =
        IntStream.range(0, features.size())
            .filter(i -> name.filter(features.get(i).name()::equals).isPresent())
            .findFirst()
            .orElse(NONE);
    boolean fits =
        position != NONE
            && scoreCount == 1
            && features.get(position).feature() instanceof Feature.Numeric
            && terms.stream().noneMatch(this::isIn);
    if (name.isPresent() && !fits) {
      throw new IllegalArgumentException(
          "expected the offset to be a number that no term looks at, in a model of one score: "
              + name.get());
    }
  }

  private boolean isIn(Term term) {
    return IntStream.of(term.features()).anyMatch(feature -> feature == position);
  }

  Optional<String> name() {
    return name;
  }

  boolean isPresent() {
    return position != NONE;
  }

  /** What it adds for a row; 0 without an offset. */
  double of(Row row) {
    double added = position == NONE ? 0 : row.encoded(position);
    if (Double.isNaN(added)) {
      throw new IllegalArgumentException("expected a number of the offset " + name.orElseThrow());
    }
    return added;
  }

  /** Begins the sums of a row with constants and what is added to them. */
  void begin(double[] constants, Row row, double[] sums) {
    System.arraycopy(constants, 0, sums, 0, constants.length);
    if (isPresent()) {
      sums[0] += of(row);
    }
  }
}
