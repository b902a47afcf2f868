package org.limpid.baselines.method;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the libraries, as the build pins them. */
public final class Versions {
  private static final Properties VERSIONS = read();

  private Versions() {}

  /**
   * A library with its version, for example {@code Smile 6.3.0}. Throws an {@code
   * IllegalArgumentException} if the build names no such library.
   */
  public static String of(String library) {
    String version = VERSIONS.getProperty(library.toLowerCase(java.util.Locale.ROOT));
    if (version == null) {
      throw new IllegalArgumentException("the build names no library " + library);
    }
    return library + " " + version;
  }

  private static Properties read() {
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
