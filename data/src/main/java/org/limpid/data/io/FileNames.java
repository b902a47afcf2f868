package org.limpid.data.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.json.JsonSection;

/** Members of a JSON object that must be names of files. */
final class FileNames {
  private FileNames() {}

  /** The name that a member is; empty after noting that it is none. */
  static String of(JsonSection section, String key) {
    String text = section.text(key);
    try {
      return Path.of(text).toString();
    } catch (InvalidPathException e) {
      section.problem(key, "expected the name of a file (%s)".formatted(e.getReason()), "");
      return "";
    }
  }

  /** The name, if the member is there. */
  static Optional<String> optional(JsonSection section, String key) {
    return section.has(key) ? Optional.of(of(section, key)) : Optional.empty();
  }

  /** The names that all members are, in file order. */
  static Map<String, String> all(JsonSection section) {
    Map<String, String> names = new LinkedHashMap<>();
    section.names().forEach(key -> names.put(key, of(section, key)));
    return names;
  }
}
