package org.limpid.files.json;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Members of a JSON object that name files or folders anywhere. */
public final class JsonPaths {
  private JsonPaths() {}

  /** The name that a member is, which may be empty; empty after noting that it is none. */
  public static String any(JsonSection section, String key) {
    String text = section.anyText(key);
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      section.problem(
          key, "expected the name of a file or folder (%s)".formatted(e.getReason()), "");
      return "";
    }
  }
}
