package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.predictor.ThroughputPreset;

/** The configurations of the models of the load on the command line. */
final class LoadPresets extends Choice<ThroughputPreset> {
  @Override
  Map<String, ThroughputPreset> byName() {
    return index(List.of(ThroughputPreset.values()), ThroughputPreset::presetName);
  }
}
