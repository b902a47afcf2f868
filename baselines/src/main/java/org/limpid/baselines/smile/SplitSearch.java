package org.limpid.baselines.smile;

/**
 * Where Smile's regression trees look for splits: by default at a hundredth of the rows from each
 * other. For every node they then count all rows below it in the order of each column, which makes
 * trees of thousands of leaves, as those of a forest, take time with the square of the rows. With
 * as many places as rows they count nothing, and look everywhere, as other libraries do.
 */
final class SplitSearch {
  private static final String PLACES = "smile.regression_tree.bins";

  private SplitSearch() {}

  /**
   * From now on all regression trees of Smile in this JVM look everywhere, unless the program was
   * started with another number of places.
   */
  static synchronized void everywhere() {
    if (System.getProperty(PLACES) == null) {
      System.setProperty(PLACES, Integer.toString(Integer.MAX_VALUE));
    }
  }
}
