package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.models.tool.TargetType;

/** The types of targets on the command line. */
final class TargetTypes extends Choice<TargetType> {
  @Override
  Map<String, TargetType> byName() {
    return index(List.of(TargetType.values()), TargetType::label);
  }
}
