package org.limpid.data.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.json.JsonSection;

/** Members of a JSON object that must be names of files in a folder. */
final class FileNames {
  private final Path folder;

  /**
   * @param folder that of the data set
   */
  FileNames(Path folder) {
    this.folder = folder;
  }

  /** The name that a member is; empty after noting that it is none. */
  String of(JsonSection section, String key) {
    String text = section.text(key);
    try {
      Path name = Path.of(text);
      if (!OutsideFiles.areAllowed() && OutsideFiles.isOutside(folder, name)) {
        section.problem(
            key,
            "expected a file in the folder of the data set",
            "Maybe copy it there; or, if you trust the data set, add --allow-outside.");
      }
      return name.toString();
    } catch (InvalidPathException e) {
      section.problem(key, "expected the name of a file (%s)".formatted(e.getReason()), "");
      return "";
    }
  }

  /** The name, if the member is there. */
  Optional<String> optional(JsonSection section, String key) {
    return section.has(key) ? Optional.of(of(section, key)) : Optional.empty();
  }

  /** The names that all members are, in file order. */
  Map<String, String> all(JsonSection section) {
    Map<String, String> names = new LinkedHashMap<>();
    section.names().forEach(key -> names.put(key, of(section, key)));
    return names;
  }
}
