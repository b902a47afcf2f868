package org.limpid.app.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** Versions of the Python library interpret whose defaults can be taken; true: the first one. */
final class Presets extends Choice<Boolean> {
  @Override
  Map<String, Boolean> byName() {
    Map<String, Boolean> byName = new LinkedHashMap<>();
    byName.put("0.7.8", false);
    byName.put("0.2.7", true);
    return byName;
  }
}
