package org.limpid.app.command;

import org.limpid.files.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "limpid " + Version.current(),
      "Java %s (%s)"
          .formatted(Runtime.version(), System.getProperty("java.vendor.version", "unknown vendor"))
    };
  }
}
