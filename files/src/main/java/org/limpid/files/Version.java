package org.limpid.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Limpid, as the build wrote it into {@code version.properties}. */
public final class Version {

  private static final String RESOURCE = "version.properties";

  private Version() {}

  /**
   * Returns the version of the running program, for example {@code 0.1.0}.
   *
   * @throws IllegalStateException if the program was packed without its version
   */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException(
            "Expected the resource org/limpid/files/" + RESOURCE + ", found none.");
      }
      properties.load(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
