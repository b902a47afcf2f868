package org.limpid.interpret.model;

import java.util.List;

/**
 * A model whose prediction is the {@link LinkFunction} of a sum: an intercept, and what each of its
 * parts adds. With three or more classes there is one sum per class, called a score.
 */
public interface AdditiveModel extends Model {
  /** How sums become predictions. */
  LinkFunction link();

  /** How many numbers a sum has: 1, or with three or more classes one per class. */
  int scoreCount();

  /** What every sum begins with, one number per score. A copy. */
  double[] intercept();

  /** The parts of the sum, in the order in which they are added. */
  List<String> partNames();

  /**
   * Tells what each part adds for a row, parts x scores. Added to the intercept from left to right,
   * these are the model's sums bit for bit. Allocates nothing.
   */
  void contributions(Row row, double[] added);

  /** One name per score: each class, the second of two classes, or the target. */
  default List<String> scoreNames() {
    List<String> outputs = outputNames();
    return scoreCount() == outputs.size() ? outputs : List.of(outputs.getLast());
  }
}
