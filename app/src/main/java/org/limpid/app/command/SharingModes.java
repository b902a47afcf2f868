package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.simulation.policy.SharingMode;

/** The modes of sharing on the command line. */
final class SharingModes extends Choice<SharingMode> {
  @Override
  Map<String, SharingMode> byName() {
    return index(List.of(SharingMode.values()), SharingMode::label);
  }
}
