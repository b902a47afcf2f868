package org.limpid.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The file {@value #FILE_NAME} by which Limpid knows again a folder that it wrote: of which kind it
 * is, and which files it wrote there. Whatever else is in the folder came from someone else.
 *
 * @param kind what the folder holds, e.g. {@code data set}
 * @param files paths within the folder, with slashes, sorted
 */
record Mark(String kind, Set<String> files) {
  static final String FILE_NAME = ".limpid";

  private static final String FORMAT = "limpid-folder/1";
  private static final String EXPLANATION =
      "Limpid wrote this folder; --overwrite replaces it if all that is in it is listed here.";
  private static final int HEAD_LINES = 3;

  /** What file managers put into folders that they show. */
  private static final Set<String> IGNORED =
      Set.of(FILE_NAME, ".DS_Store", "Thumbs.db", "desktop.ini");

  /** The mark of a folder; empty if it has none that can be read. */
  static Optional<Mark> of(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() >= HEAD_LINES && lines.getFirst().equals(FORMAT)
          ? Optional.of(
              new Mark(lines.get(1), new TreeSet<>(lines.subList(HEAD_LINES, lines.size()))))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  static void write(Path folder, String kind) throws IOException {
    Set<String> files = new TreeSet<>();
    visit(folder, (file, name) -> files.add(name), name -> true);
    List<String> lines = new ArrayList<>(List.of(FORMAT, kind, EXPLANATION));
    lines.addAll(files);
    Files.writeString(folder.resolve(FILE_NAME), String.join("\n", lines) + "\n");
  }

  /** What is in a folder that the mark doesn't know: files, links, and folders as a whole. */
  List<Path> strangers(Path folder) throws IOException {
    List<Path> strangers = new ArrayList<>();
    visit(
        folder,
        (file, name) -> {
          if (!files.contains(name)) {
            strangers.add(file);
          }
        },
        this::isFolder);
    strangers.sort(null);
    return strangers;
  }

  private boolean isFolder(String name) {
    return files.stream().anyMatch(file -> file.startsWith(name + "/"));
  }

  /** Visits files, and folders that are not known; the names are relative and have slashes. */
  private static void visit(Path root, BiConsumer<Path, String> visitor, Predicate<String> isKnown)
      throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root) || isKnown.test(name(folder))) {
              return FileVisitResult.CONTINUE;
            }
            visitor.accept(folder, name(folder));
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!IGNORED.contains(file.getFileName().toString())) {
              visitor.accept(file, name(file));
            }
            return FileVisitResult.CONTINUE;
          }

          private String name(Path path) {
            String[] names = new String[root.relativize(path).getNameCount()];
            Arrays.setAll(names, i -> root.relativize(path).getName(i).toString());
            return String.join("/", names);
          }
        });
  }
}
