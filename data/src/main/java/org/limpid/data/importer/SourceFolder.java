package org.limpid.data.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Finds files of a download by their relative paths: under the folder that the user named and under
 * the folders one and two levels below, nearest first, then by name. So it does not matter whether
 * the user names the artifact, what encloses it, or its simulator.
 */
final class SourceFolder {
  private static final int DEPTH = 2;

  private final Path root;
  private final List<Path> candidates = new ArrayList<>();

  SourceFolder(Path root) {
    this.root = root;
    if (!Files.isDirectory(root)) {
      throw new DataException(
          Problem.ofFile(root, "there is no such folder", "Maybe the archive must be unpacked."));
    }
    candidates.add(root);
    List<Path> level = List.of(root);
    for (int depth = 1; depth <= DEPTH; depth++) {
      level = level.stream().flatMap(folder -> foldersIn(folder).stream()).toList();
      candidates.addAll(level);
    }
  }

  /** Sorted by name; a folder that may not be listed has nothing to offer. */
  private static List<Path> foldersIn(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The file with that relative path, plain or gzipped. */
  Optional<Path> find(String relativePath) {
    return candidates.stream()
        .flatMap(
            folder -> Stream.of(folder.resolve(relativePath), folder.resolve(relativePath + ".gz")))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The file with that relative path; if there is none, a problem is noted. */
  Path require(String relativePath, Problems problems) {
    Optional<Path> found = find(relativePath);
    if (found.isEmpty()) {
      problems.add(
          root,
          "expected a file " + relativePath + " in this folder or up to two levels below",
          "Maybe another folder is meant.");
    }
    return found.orElse(root.resolve(relativePath));
  }
}
