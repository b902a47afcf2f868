package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.estimator.FeatureSet;

/** The sets of features that durations are estimated from, on the command line. */
final class DurationFeatures extends Choice<FeatureSet> {
  @Override
  Map<String, FeatureSet> byName() {
    return index(List.of(FeatureSet.values()), FeatureSet::setName);
  }
}
