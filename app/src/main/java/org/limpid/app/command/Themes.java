package org.limpid.app.command;

import java.util.Map;
import org.limpid.plots.theme.Theme;

/** Themes of figures on the command line. */
final class Themes extends Choice<Theme> {
  @Override
  Map<String, Theme> byName() {
    return index(Theme.all(), Theme::name);
  }
}
