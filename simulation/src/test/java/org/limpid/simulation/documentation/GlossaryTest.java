package org.limpid.simulation.documentation;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names in {@code docs/glossary.md} are those of the code, and no word is there twice. */
class GlossaryTest {
  private static final Path ROOT = Path.of(System.getProperty("limpid.root"));
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)(?:\\(\\))?`");
  private static final int WORD_COLUMN = 1;
  private static final int CODE_COLUMN = 3;

  /** The rows of all tables, without headers and rules, cut into cells. */
  private static List<String[]> rows() {
    return read(ROOT.resolve("docs/glossary.md"))
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| Word "))
        .map(line -> line.split("\\|"))
        .toList();
  }

  private static String sources() {
    return Stream.of(
            "data", "interpret", "estimator", "simulation", "reference", "profiler", "plots")
        .flatMap(module -> javaFiles(ROOT.resolve(module).resolve("src/main/java")))
        .map(GlossaryTest::read)
        .collect(joining("\n"));
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void namesInCodeExist() {
    TreeSet<String> identifiers =
        new TreeSet<>(Arrays.asList(Pattern.compile("\\W+").split(sources())));
    TreeSet<String> unknown = new TreeSet<>();
    int names = 0;
    for (String[] row : rows()) {
      for (String name : NAME.matcher(row[CODE_COLUMN]).results().map(m -> m.group(1)).toList()) {
        names++;
        if (!identifiers.containsAll(List.of(name.split("\\.")))) {
          unknown.add(name);
        }
      }
    }
    assertEquals(new TreeSet<>(), unknown);
    assertTrue(names > 50, names + " names");
  }

  @Test
  void everyWordIsExplainedOnce() {
    List<String> words = rows().stream().map(row -> row[WORD_COLUMN].strip()).toList();
    assertEquals(words.size(), new TreeSet<>(words).size());
  }
}
