package org.limpid.data.importer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.limpid.files.InputFiles;
import org.limpid.files.Problems;

/** Reads logs line by line, plain or packed as {@link InputFiles} opens them. */
final class TextLines {
  private TextLines() {}

  /** Takes a line and its number, from 1. */
  interface Taker {
    void take(long number, String line);
  }

  /** Hands over all lines that are not blank; what is wrong with the file becomes a problem. */
  static void read(Path file, Problems problems, Taker taker) {
    try (BufferedReader text = new BufferedReader(InputFiles.openText(file))) {
      long number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        if (!line.isBlank()) {
          taker.take(number, line);
        }
      }
      if (number == 0) {
        problems.add(file, "the file is empty", "");
      }
    } catch (IOException e) {
      problems.add(InputFiles.explain(file, e));
    } catch (UncheckedIOException e) {
      problems.add(InputFiles.explain(file, e.getCause()));
    }
  }
}
