package org.limpid.experiment.simulate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.limpid.files.AtomicFiles;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;
import org.limpid.simulation.policy.LucidOptions;
import tools.jackson.databind.json.JsonMapper;

/** Settings as JSON, see {@code docs/outputs.md}. */
public final class SettingsFile {
  private static final String FORMAT = "limpid-settings/1";

  private SettingsFile() {}

  /**
   * Reads settings.
   *
   * @throws org.limpid.files.DataException with all problems of the file
   */
  public static SystemSettings read(Path file) {
    Problems problems = new Problems();
    SystemSettings settings = SystemSettings.NONE;
    try (JsonSection root = new JsonSection(file.toString(), problems, JsonFile.read(file))) {
      if (!root.text("format").equals(FORMAT) && root.has("format")) {
        root.problem("format", "expected the format " + FORMAT, "");
      }
      settings =
          new SystemSettings(
              number(root, "profilerNodes", 0, Integer.MAX_VALUE),
              number(root, "profilerSeconds", 1, Integer.MAX_VALUE),
              number(root, "profilerFactor", 1, Integer.MAX_VALUE),
              number(root, "sharingLimit", 0, LucidOptions.ANY_PAIR),
              number(root, "memoryMarginMib", 0, Integer.MAX_VALUE));
    }
    problems.throwIfAny();
    return settings;
  }

  private static OptionalInt number(JsonSection root, String key, int least, int most) {
    return root.has(key)
        ? OptionalInt.of((int) root.wholeNumber(key, least, most))
        : OptionalInt.empty();
  }

  /** Writes settings; what is not chosen is {@code null}. */
  public static void write(Path file, SystemSettings settings) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("format", FORMAT);
    content.putAll(settings.toMap());
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    AtomicFiles.write(file, out -> out.write(json));
  }
}
