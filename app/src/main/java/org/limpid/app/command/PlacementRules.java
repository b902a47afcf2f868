package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.simulation.placement.PlacementRule;

/** The placement rules on the command line. */
final class PlacementRules extends Choice<PlacementRule> {
  @Override
  Map<String, PlacementRule> byName() {
    return index(List.of(PlacementRule.values()), PlacementRule::label);
  }
}
