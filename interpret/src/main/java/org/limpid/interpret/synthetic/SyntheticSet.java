package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.model.TrainingSet;

/**
 * A generated data set with further rows of the same kind to check on, and what single features add
 * on the scale of the scores, if that is known, and pairs beyond them.
 */
public record SyntheticSet(
    String name, Part train, Part test, List<TrueShape> shapes, List<TruePair> pairs) {
  /**
   * Rows with drawn targets, and what nothing predicts better: rows x outputs, the expected target
   * or the probability of each class.
   */
  public record Part(TrainingSet data, double[][] expectations) {
    public Part {
      Objects.requireNonNull(data, "data");
      if (expectations.length != data.rowCount()) {
        throw new IllegalArgumentException(
            "expected %d rows, found %d".formatted(data.rowCount(), expectations.length));
      }
    }
  }

  public SyntheticSet {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(train, "train");
    Objects.requireNonNull(test, "test");
    shapes = List.copyOf(shapes);
    pairs = List.copyOf(pairs);
  }
}
