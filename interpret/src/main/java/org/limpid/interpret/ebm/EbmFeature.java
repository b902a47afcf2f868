package org.limpid.interpret.ebm;

import java.util.List;
import java.util.Objects;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.model.Feature;

/**
 * A feature of an EBM and how it is cut into bins: for terms of one feature, then for pairs, and so
 * on; terms of higher order than there are resolutions use the last one.
 */
public record EbmFeature(Feature feature, List<Bins> resolutions, FeatureSummary summary) {
  public EbmFeature {
    Objects.requireNonNull(feature, "feature");
    Objects.requireNonNull(summary, "summary");
    resolutions = List.copyOf(resolutions);
    if (resolutions.isEmpty()) {
      throw new IllegalArgumentException("expected bins for " + feature.name());
    }
    for (Bins bins : resolutions) {
      boolean fits =
          switch (feature) {
            case Feature.Numeric _ -> bins instanceof CutBins;
            case Feature.Categorical categorical ->
                bins instanceof CategoryBins categories
                    && categories.regularCount() == categorical.categories().size();
          };
      if (!fits) {
        throw new IllegalArgumentException("the bins do not fit the feature " + feature.name());
      }
    }
  }

  public String name() {
    return feature.name();
  }

  /** The bins that a term of this many features uses. */
  public Bins bins(int order) {
    return resolutions.get(Math.min(order, resolutions.size()) - 1);
  }
}
