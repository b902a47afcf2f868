package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir private Path folder;

  @Test
  void fileIsReplacedAsAWhole() throws IOException {
    Path target = folder.resolve("new/file.txt");
    AtomicFiles.write(target, out -> out.write('a'));
    AtomicFiles.write(target, out -> out.write('b'));
    assertEquals("b", Files.readString(target));
    assertEquals(List.of("file.txt"), names(target.getParent()));
  }

  @Test
  void failureLeavesTheOldFile() throws IOException {
    Path target = folder.resolve("file.txt");
    Files.writeString(target, "old");
    DataException e =
        assertThrows(
            DataException.class,
            () ->
                AtomicFiles.write(
                    target,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("No space left on device");
                    }));
    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    assertTrue(e.getMessage().contains("Maybe the disk is full"), e.getMessage());
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("file.txt"), names(folder));
  }

  /** {@link CsvOutput} can't throw the failures of its stream as they are. */
  @Test
  void wrappedFailureIsToldLikeAnyOther() throws IOException {
    Path target = folder.resolve("file.csv");
    DataException e =
        assertThrows(
            DataException.class,
            () ->
                AtomicFiles.write(
                    target,
                    out -> {
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    }));
    assertTrue(e.getMessage().contains("file.csv"), e.getMessage());
    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    assertEquals(List.of(), names(folder));
  }

  @Test
  void folderAppearsWhenCommitted() throws IOException {
    Path target = folder.resolve("results");
    try (AtomicFolder results = AtomicFolder.create(target)) {
      Files.writeString(results.path().resolve("a.csv"), "x");
      assertFalse(Files.exists(target));
      results.commit();
    }
    assertEquals(List.of("a.csv"), names(target));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void folderWithoutCommitDisappears() throws IOException {
    try (AtomicFolder results = AtomicFolder.create(folder.resolve("results"))) {
      Files.createDirectory(results.path().resolve("sub"));
      Files.writeString(results.path().resolve("sub/a.csv"), "x");
    }
    assertEquals(List.of(), names(folder));
  }

  @Test
  void emptyFolderMayBeFilled() throws IOException {
    Path target = Files.createDirectory(folder.resolve("results"));
    try (AtomicFolder results = AtomicFolder.create(target)) {
      Files.writeString(results.path().resolve("a.csv"), "x");
      results.commit();
    }
    assertEquals(List.of("a.csv"), names(target));
  }

  @Test
  void folderWithContentIsNotTouched() throws IOException {
    Path target = Files.createDirectory(folder.resolve("results"));
    Files.writeString(target.resolve("thesis.txt"), "x");
    assertThrows(DataException.class, () -> AtomicFolder.create(target));
    assertThrows(DataException.class, () -> AtomicFolder.createOrReplace(target, "run.json"));
    assertThrows(DataException.class, () -> AtomicFolder.create(target.resolve("thesis.txt")));
    assertEquals(List.of("thesis.txt"), names(target));
  }

  @Test
  void onlyAFolderOfTheKindIsDeleted() throws IOException {
    Path older = Files.createDirectory(folder.resolve("older"));
    Files.writeString(older.resolve("run.json"), "x");
    Files.writeString(older.resolve("jobs.csv"), "x");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "x");
    AtomicFolder.delete(older, "run.json");
    AtomicFolder.delete(other, "run.json");
    AtomicFolder.delete(folder.resolve("none"), "run.json");
    assertEquals(List.of("other"), names(folder));
    assertEquals(List.of("thesis.txt"), names(other));
  }

  @Test
  void folderOfTheSameKindIsReplacedAsAWhole() throws IOException {
    Path target = Files.createDirectory(folder.resolve("results"));
    Files.writeString(target.resolve("run.json"), "old");
    Files.writeString(target.resolve("stale.csv"), "old");
    try (AtomicFolder results = AtomicFolder.createOrReplace(target, "run.json")) {
      Files.writeString(results.path().resolve("run.json"), "new");
      results.commit();
    }
    assertEquals(List.of("run.json"), names(target));
    assertEquals("new", Files.readString(target.resolve("run.json")));
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void symbolicLinkStays() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path link = Files.createSymbolicLink(folder.resolve("results"), disk);
    for (int i = 0; i < 2; i++) {
      try (AtomicFolder results = AtomicFolder.createOrReplace(link, "run.json")) {
        Files.writeString(results.path().resolve("run.json"), "x");
        results.commit();
      }
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(List.of("run.json"), names(disk));
    assertEquals(List.of("disk", "results"), names(folder));
  }

  @Test
  void symbolicLinkToNothingIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("results"), folder.resolve("disk"));
    DataException e = assertThrows(DataException.class, () -> AtomicFolder.create(link));
    assertTrue(e.getMessage().contains("leads nowhere"), e.getMessage());
    assertEquals(List.of("results"), names(folder));
  }

  @Test
  void folderBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    DataException e =
        assertThrows(DataException.class, () -> AtomicFolder.create(file.resolve("results")));
    assertTrue(e.getMessage().contains("file is there already and is no folder"), e.getMessage());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
