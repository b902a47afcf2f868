package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.models.tool.Preset;

/** The presets on the command line. */
final class Presets extends Choice<Preset> {
  @Override
  Map<String, Preset> byName() {
    return index(List.of(Preset.values()), Preset::label);
  }
}
