package org.limpid.data.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limpid.files.Archive;
import org.limpid.files.DataException;
import org.limpid.files.FileSignature;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/**
 * Finds files of a download by their relative paths: under the folder or archive that the user
 * named and under the folders one and two levels below, nearest first, then by name; then in the
 * archives that lie there. So it does not matter whether the user names the artifact, what encloses
 * it, or its simulator, and nothing has to be unpacked.
 */
final class SourceFolder {
  private static final int DEPTH = 2;

  private static final Pattern ARCHIVE =
      Pattern.compile("(?i).*\\.(zip|7z|tgz|tbz2?|txz|tar(\\.(gz|bz2|xz|zst))?)");

  private final Path root;
  private final List<Path> candidates = new ArrayList<>();
  private final Map<Path, List<Path>> archived = new HashMap<>();
  private final Set<Path> toldOfArchive = new HashSet<>();

  SourceFolder(Path root) {
    this.root = root;
    Optional<Archive> archive = Archive.of(root);
    if (archive.isPresent()) {
      archived.put(root, filesOf(archive.get()));
      return;
    }
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
            Problem.ofFile(
                root,
                "expected a folder or an archive, found " + found.description(),
                found.hint()))
        .orElseGet(() ->
            Files.exists(root)
                ? Problem.ofFile(
                    root,
                    "expected a folder or an archive, found another file",
                    "Maybe name the folder that it is in.")
                : Problem.ofFile(
                    root, "there is no such folder or archive", "Maybe its name is misspelt."));
  }

  /** Sorted by name; a folder that may not be listed has nothing to offer. */
  private static List<Path> foldersIn(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /**
   * The file with one of these relative paths, plain or gzipped, perhaps in an archive; those are
   * looked into only if nothing else is there, as that may take long.
   */
  Optional<Path> find(String... relativePaths) {
    return first(relativePaths, this::plain).or(() -> first(relativePaths, this::inArchive));
  }

  private static Optional<Path> first(
      String[] relativePaths, Function<String, Optional<Path>> search) {
    return Stream.of(relativePaths).flatMap(each -> search.apply(each).stream()).findFirst();
  }

  private Optional<Path> inArchive(String relativePath) {
    return archives()
        .flatMap(archive ->
            archived.computeIfAbsent(archive, SourceFolder::filesIn).stream()
                .filter(file -> isBelow(archive.relativize(file), relativePath)))
        .findFirst();
  }

  private List<Path> filesOf(Archive archive) {
    try {
      return archive.files();
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(root, e));
    }
  }

  /** In its order; what can't be read has nothing to offer. */
  private static List<Path> filesIn(Path archive) {
    try {
      Optional<Archive> readable = Archive.of(archive);
      return readable.isPresent() ? readable.get().files() : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  /** Whether a path is the wanted one, plain or gzipped, behind no more than two folders. */
  private static boolean isBelow(Path path, String relativePath) {
    Path wanted = Path.of(relativePath);
    return path.getNameCount() - wanted.getNameCount() <= DEPTH
        && (path.endsWith(wanted) || path.endsWith(relativePath + ".gz"));
  }

  private Optional<Path> plain(String relativePath) {
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
      Optional<Path> archive = archives().findFirst();
      if (archive.isEmpty() || toldOfArchive.add(archive.get())) {
        problems.add(
            root,
            "expected a file %s %s or up to two levels below"
                .formatted(
                    relativePath, candidates.isEmpty() ? "in this archive" : "in this folder"),
            archive
                .filter(file -> !file.equals(root))
                .map(this::hint)
                .orElse("Maybe another one is meant."));
      }
    }
    return found.orElse(root.resolve(relativePath));
  }

  private String hint(Path archive) {
    return unreadable(archive)
        .or(() ->
            FileSignature.of(archive)
                .filter(found -> found == FileSignature.GIT_LFS)
                .map(FileSignature::hint))
        .orElse("Maybe unpack %s first.".formatted(root.relativize(archive)));
  }

  /** What is wrong with an archive whose files can't be listed. */
  private static Optional<String> unreadable(Path archive) {
    try {
      Archive.of(archive).orElseThrow(() -> new NoSuchFileException(archive.toString())).files();
      return Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("Maybe it is there: " + InputFiles.explain(archive, e));
    }
  }

  /** The archives, nearest first, then by name. */
  private Stream<Path> archives() {
    return candidates.isEmpty()
        ? Stream.of(root)
        : candidates.stream().flatMap(SourceFolder::archivesIn);
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
