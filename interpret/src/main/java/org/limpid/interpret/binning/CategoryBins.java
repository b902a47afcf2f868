package org.limpid.interpret.binning;

/** Bins of a nominal or ordinal feature: one per category, in the order of the categories. */
public record CategoryBins(int regularCount) implements Bins {
  public CategoryBins {
    if (regularCount < 1) {
      throw new IllegalArgumentException("expected a category or more: " + regularCount);
    }
  }

  @Override
  public int binOf(double encoded) {
    if (encoded != encoded) {
      return MISSING;
    }
    int code = (int) encoded;
    return code < 0 || code >= regularCount ? unseen() : code + 1;
  }
}
