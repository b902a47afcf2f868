package org.limpid.experiment.sweep;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;

/**
 * The file of a grid, as it can be sent to another machine that sees the same folders.
 *
 * @param file its name, for messages
 * @param folder that the names in it start from
 * @param text what is in it
 */
public record GridSource(String file, String folder, String text) implements Serializable {
  /**
   * Reads a file.
   *
   * @throws DataException if it can't be read
   */
  public static GridSource read(Path file) {
    try (Reader text = InputFiles.openText(file)) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      return new GridSource(file.toString(), folder.toString(), text.readAllAsString());
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  /**
   * What the file says.
   *
   * @throws DataException with all problems of the file
   */
  public SweepGrid grid() {
    Problems problems = new Problems();
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    SweepGrid grid;
    try (JsonSection section = new JsonSection(file, problems, JsonFile.read(bytes, file))) {
      grid = new GridReader(section).read(this);
    }
    problems.throwIfAny();
    return grid;
  }
}
