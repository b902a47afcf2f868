package org.limpid.results;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.AtomicFiles;
import org.limpid.files.json.JsonSection;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.Values;
import org.limpid.simulation.run.Policies;
import tools.jackson.databind.json.JsonMapper;

/** The settings that are tuned as JSON, see {@code docs/outputs.md}. */
public final class SettingsFile {
  private static final String FORMAT = "limpid-settings/1";

  private SettingsFile() {}

  /**
   * Reads settings.
   *
   * @throws org.limpid.files.DataException with all problems of the file
   */
  public static Settings read(Path file) {
    return JsonSection.read(
        file,
        root -> {
          if (!root.text("format").equals(FORMAT) && root.has("format")) {
            root.problem("format", "expected the format " + FORMAT, "");
          }
          return read(root, Policies.standard().tuned());
        });
  }

  /** Those of some settings that a section chooses. */
  static Settings read(JsonSection section, Collection<Setting<?>> some) {
    Settings settings = Settings.NONE;
    for (Setting<?> setting : some) {
      if (section.has(setting.name())) {
        settings = settings.with(setting, new Entry(section, setting.name()));
      }
    }
    return settings;
  }

  /** One entry of a file. */
  private record Entry(JsonSection section, String key) implements Values.Reader {
    @Override
    public int wholeNumber(int least, int most) {
      return (int) section.wholeNumber(key, least, most);
    }

    @Override
    public String oneOf(List<String> names) {
      return section.oneOf(key, names);
    }

    @Override
    public boolean yesOrNo() {
      return section.flag(key);
    }
  }

  /** Writes settings; what is not chosen is {@code null}. */
  public static void write(Path file, Settings settings) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("format", FORMAT);
    content.putAll(settings.toMap(Policies.standard().tuned()));
    byte[] json =
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
    AtomicFiles.write(file, out -> out.write(json));
  }
}
