package org.limpid.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules and source files of the checkout that is being built. */
final class Reactor {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Reactor() {}

  /** The folder of the root {@code pom.xml}, which {@code app/pom.xml} hands to the tests. */
  static Path root() {
    String root = System.getProperty("limpid.root");
    if (root == null) {
      throw new IllegalStateException(
          "Expected the system property limpid.root. Maybe run the tests with mvn verify, or set it"
              + " to the folder of the root pom.xml.");
    }
    return Path.of(root);
  }

  /** The modules that the root {@code pom.xml} names, in its order. */
  static List<String> modules() {
    return MODULE.matcher(read(root().resolve("pom.xml"))).results().map(m -> m.group(1)).toList();
  }

  /** The Java files of all modules, main and test, sorted. */
  static List<Path> javaFiles() {
    return modules().stream()
        .flatMap(module -> javaFiles(root().resolve(module).resolve("src")).stream())
        .toList();
  }

  /** The packages that have code (more than a {@code package-info}) in a module's main sources. */
  static TreeSet<String> packagesWithCode(String module) {
    Path sources = root().resolve(module).resolve("src/main/java");
    return javaFiles(sources).stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> sources.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
        .collect(toCollection(TreeSet::new));
  }

  static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
