package org.limpid.interpret.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/** How the rows of a data set are made. */
interface Recipe {
  /** Makes rows from the next random numbers: row by row, so that more rows begin with the same. */
  SyntheticSet.Part rows(SplittableRandom random, int rowCount);

  /** Rows that may differ from those of training, for example by categories that it never saw. */
  default SyntheticSet.Part testRows(SplittableRandom random, int rowCount) {
    return rows(random, rowCount);
  }

  /** What single features truly add; nothing where that is not known. */
  default List<TrueShape> shapes() {
    return List.of();
  }

  /** What pairs truly add; nothing where that is not known. */
  default List<TruePair> pairs() {
    return List.of();
  }
}
