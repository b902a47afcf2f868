package org.limpid.data.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.FileSignature;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Finds files of a download by their relative paths: under the folder that the user named and under
 * the folders one and two levels below, nearest first, then by name. So it does not matter whether
 * the user names the artifact, what encloses it, or its simulator.
 */
final class SourceFolder {
  private static final int DEPTH = 2;

  private static final Pattern ARCHIVE =
      Pattern.compile("(?i).*\\.(zip|7z|tgz|tbz2?|txz|tar(\\.(gz|bz2|xz|zst))?)");

  private final Path root;
  private final List<Path> candidates = new ArrayList<>();
  private final Set<Path> toldOfArchive = new HashSet<>();

  SourceFolder(Path root) {
    this.root = root;
    if (!Files.isDirectory(root)) {
      throw new DataException(notAFolder(root));
    }
    candidates.add(root);
    List<Path> level = List.of(root);
    for (int depth = 1; depth <= DEPTH; depth++) {
      level = level.stream().flatMap(folder -> foldersIn(folder).stream()).toList();
      candidates.addAll(level);
    }
  }

  private static Problem notAFolder(Path root) {
    return FileSignature.of(root)
        .map(found ->
            Problem.ofFile(root, "expected a folder, found " + found.description(), found.hint()))
        .orElseGet(() ->
            Problem.ofFile(root, "there is no such folder", "Maybe the archive must be unpacked."));
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

  /**
   * The file with that relative path; if there is none, a problem is noted. Where an archive lies
   * in its place, that is said once and not for every file.
   */
  Path require(String relativePath, Problems problems) {
    Optional<Path> found = find(relativePath);
    if (found.isEmpty()) {
      Optional<Path> archive = archive();
      if (archive.isEmpty() || toldOfArchive.add(archive.get())) {
        problems.add(
            root,
            "expected a file " + relativePath + " in this folder or up to two levels below",
            archive
                .map(file -> "Maybe unpack %s first.".formatted(root.relativize(file)))
                .orElse("Maybe another folder is meant."));
      }
    }
    return found.orElse(root.resolve(relativePath));
  }

  /** The first archive, nearest first, then by name. */
  private Optional<Path> archive() {
    return candidates.stream().flatMap(SourceFolder::archivesIn).findFirst();
  }

  private static Stream<Path> archivesIn(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content
          .filter(file -> ARCHIVE.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.of();
    }
  }
}
