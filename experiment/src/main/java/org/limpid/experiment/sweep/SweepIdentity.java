package org.limpid.experiment.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Version;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;

/**
 * What the results of a sweep depend on: the grid, the content of its data sets and models, and the
 * version of Limpid.
 *
 * @param texts by what they are about
 */
record SweepIdentity(Map<String, String> texts) {
  private static final String FORMAT = "limpid-sweep/1";

  static SweepIdentity of(SweepGrid grid, PointRunner runner) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("format", FORMAT);
    texts.put("version", Version.current());
    texts.putAll(grid.toTexts());
    texts.putAll(runner.hashes());
    return new SweepIdentity(texts);
  }

  static SweepIdentity read(Path file) {
    return new SweepIdentity(JsonSection.read(file, JsonSection::allTexts));
  }

  void write(Path file) {
    AtomicFiles.write(
        file,
        out -> {
          JsonOutput json = new JsonOutput(out).beginObject();
          for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.text(entry.getKey(), entry.getValue());
          }
          json.endObject().finish();
        });
  }

  /**
   * Refuses results of something else.
   *
   * @param file where they say what they are of
   * @throws DataException with all that differs
   */
  void requireSame(Path file, SweepIdentity there) {
    Set<String> keys = new LinkedHashSet<>(texts.keySet());
    keys.addAll(there.texts.keySet());
    List<Problem> problems = new ArrayList<>();
    for (String key : keys) {
      String here = texts.getOrDefault(key, "none");
      String found = there.texts.getOrDefault(key, "none");
      if (!here.equals(found)) {
        problems.add(
            new Problem(
                file.toString(),
                0,
                key,
                found,
                "expected the same sweep as before, with '%s'".formatted(here),
                "Maybe choose another --out, or begin anew with --overwrite."));
      }
    }
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
  }
}
