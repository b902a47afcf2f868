package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.model.TrainingSet;

/**
 * A generated data set with what is true of it.
 *
 * @param name what it is called
 * @param train rows to learn from
 * @param test further rows of the same kind, to check on
 * @param shapes what single features add, on the scale of the scores; without the features of which
 *     that is not known
 * @param pairs what pairs of features add beyond their shapes, on the scale of the scores
 */
public record SyntheticSet(
    String name, Part train, Part test, List<TrueShape> shapes, List<TruePair> pairs) {
  /**
   * Some rows.
   *
   * @param data features and drawn targets
   * @param expectations rows x outputs: the expected target, or the probability of each class;
   *     nothing predicts better
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
