package org.limpid.models.tool;

import java.util.OptionalInt;

/** One change of a model. */
public sealed interface EditStep {
  /** Name of the term that is changed. */
  String term();

  /** The term goes. */
  record Remove(String term) implements EditStep {}

  /** All scores of the term are multiplied. */
  record Scale(String term, double factor) implements EditStep {}

  /**
   * The scores of a range of numbers get one value.
   *
   * @param from first number; minus infinity for no limit
   * @param to first number behind the range; infinity for no limit
   */
  record SetRange(String term, double from, double to, double score) implements EditStep {}

  /** The score of one category gets a value. */
  record SetCategory(String term, String category, double score) implements EditStep {}

  /**
   * The scores become monotone.
   *
   * @param direction +1 to rise, -1 to fall; empty: the way they go already on the whole
   */
  record Monotone(String term, OptionalInt direction) implements EditStep {}
}
