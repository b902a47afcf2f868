package org.limpid.baselines.smile;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.limpid.interpret.ebm.EbmParameters;

/** Parameters of an EBM in Smile's way: properties whose names have a prefix. */
final class EbmProperties {
  static final String PREFIX = "limpid.ebm.";

  private EbmProperties() {}

  /**
   * Changes parameters by those properties that have the prefix.
   *
   * @throws IllegalArgumentException if a name or value is unknown; the message names all of them
   */
  static EbmParameters change(EbmParameters standard, Properties properties) {
    Map<String, String> changes = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        changes.put(name.substring(PREFIX.length()), properties.getProperty(name));
      }
    }
    return standard.with(changes);
  }
}
