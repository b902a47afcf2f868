package org.limpid.data.io;

import java.nio.file.Path;
import java.util.Arrays;
import org.limpid.files.Problems;

/** Says where in its file each job of a data set stands. */
public final class JobLines {
  private JobLines() {}

  /**
   * Per row of the trace the line on which it stands, from 1. Reads the file once more, so that
   * those who don't ask pay nothing.
   */
  public static int[] of(DatasetReader reader) {
    Path file = reader.folder().resolve(reader.description().jobs().file());
    int[] lines = new int[reader.trace().size()];
    int[] size = new int[1];
    JobFormat.find(reader.description().jobs().format())
        .orElseThrow()
        .read(
            file,
            reader.origin(),
            new Problems(),
            (line, _) -> lines[size[0]++] = Math.toIntExact(line));
    return Arrays.copyOf(lines, size[0]);
  }
}
