package org.limpid.interpret.binning;

import java.util.Arrays;

/**
 * Bins that are unions of neighbouring finer bins, as pairs use them, and for each finer bin the
 * coarser one that holds it.
 */
public record CoarseBins(Bins bins, int[] ofFine) {
  /**
   * Joins bins, given how many rows each holds, to at most so many, 4 or more with those of missing
   * and unseen values; equally wide ones if they are to be uniform, else equally full.
   */
  public static CoarseBins of(Bins fine, int[] counts, int mostBins, boolean uniform) {
    return switch (fine) {
      case CategoryBins _ -> same(fine);
      case CutBins cuts when fine.count() <= mostBins -> same(cuts);
      case CutBins cuts -> joined(cuts, starts(cuts, counts, mostBins - 2, uniform));
    };
  }

  private static CoarseBins same(Bins fine) {
    int[] identity = new int[fine.count()];
    Arrays.setAll(identity, i -> i);
    return new CoarseBins(fine, identity);
  }

  private static int[] starts(CutBins fine, int[] counts, int groups, boolean uniform) {
    return uniform
        ? equallyWide(fine, groups)
        : EqualWeight.groupStarts(
            fine.regularCount(), i -> counts[i + 1], groups, EqualWeight.OUTER_GROUPS_OF_PAIRS);
  }

  /** Every so many finer bins, as those are equally wide. */
  private static int[] equallyWide(CutBins fine, int groups) {
    int[] starts = new int[groups - 1];
    Arrays.setAll(starts, i -> (int) ((i + 1L) * fine.regularCount() / groups));
    return starts;
  }

  private static CoarseBins joined(CutBins fine, int[] starts) {
    double[] cuts = Arrays.stream(starts).mapToDouble(i -> fine.cut(i - 1)).toArray();
    CutBins coarse = new CutBins(cuts);
    int[] ofFine = new int[fine.count()];
    int group = 0;
    for (int i = 0; i < fine.regularCount(); i++) {
      if (group < starts.length && starts[group] == i) {
        group++;
      }
      ofFine[i + 1] = group + 1;
    }
    ofFine[fine.unseen()] = coarse.unseen();
    return new CoarseBins(coarse, ofFine);
  }
}
