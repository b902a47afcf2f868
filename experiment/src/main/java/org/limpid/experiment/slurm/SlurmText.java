package org.limpid.experiment.slurm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;

/**
 * Lines that a program of Slurm has printed.
 *
 * @param source the file, or the words of the command
 * @param lines in their order
 */
public record SlurmText(String source, List<String> lines) {
  public SlurmText {
    Objects.requireNonNull(source, "source");
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file with what was printed.
   *
   * @throws DataException if it can't be read
   */
  public static SlurmText read(Path file) {
    try (Reader text = InputFiles.openText(file)) {
      return new SlurmText(file.toString(), new BufferedReader(text).readAllLines());
    } catch (IOException failure) {
      throw new DataException(InputFiles.explain(file, failure));
    }
  }

  /**
   * Runs a program and takes what it prints.
   *
   * @param words name of the program and its arguments
   * @param option with which a file can be given instead
   * @throws DataException if there is no such program, or it fails
   */
  public static SlurmText run(List<String> words, String option) {
    String source = String.join(" ", words);
    try {
      Path errors = Files.createTempFile("limpid", ".txt");
      try {
        return run(words, source, errors, option);
      } finally {
        Files.deleteIfExists(errors);
      }
    } catch (IOException failure) {
      throw new DataException(
          Problem.of(
              source,
              "expected a program %s here, found none that runs".formatted(words.getFirst()),
              hint(option)));
    }
  }

  private static SlurmText run(List<String> words, String source, Path errors, String option)
      throws IOException {
    Process process = new ProcessBuilder(words).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    try (InputStream printed = process.getInputStream()) {
      String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new DataException(
            Problem.of(
                source,
                "the program ended with exit code %d: %s"
                    .formatted(
                        exitCode,
                        new String(Files.readAllBytes(errors), StandardCharsets.UTF_8).strip()),
                hint(option)));
      }
      return new SlurmText(source, text.lines().toList());
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new DataException(Problem.of(source, "was interrupted", ""));
    }
  }

  private static String hint(String option) {
    return "Maybe give what it prints in a file, with %s.".formatted(option);
  }
}
