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
    assertTrue(WriteFailures.isDiskFull(e));
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
  void fileThatMustBeNewReplacesNothing() throws IOException {
    Path target = folder.resolve("file.txt");
    AtomicFiles.write(target, false, out -> out.write('a'));
    DataException e =
        assertThrows(
            DataException.class, () -> AtomicFiles.write(target, false, out -> out.write('b')));
    assertTrue(e.getMessage().contains("file.txt: something was written here"), e.getMessage());
    assertEquals("a", Files.readString(target));
    assertEquals(List.of("file.txt"), names(folder));
  }

  /** Two at once: the one that ends later finds what the other wrote. */
  @Test
  void fileThatAppearsMeanwhileStays() throws IOException {
    Path target = folder.resolve("file.txt");
    assertThrows(
        DataException.class,
        () ->
            AtomicFiles.write(
                target, false, out -> AtomicFiles.write(target, false, other -> other.write('b'))));
    assertEquals("b", Files.readString(target));
    assertEquals(List.of("file.txt"), names(folder));
  }

  @Test
  void foldersThatAreMadeForAFileDisappearWithIt() throws IOException {
    Path target = folder.resolve("new/deep/file.txt");
    assertThrows(
        DataException.class,
        () ->
            AtomicFiles.write(
                target,
                out -> {
                  throw new IOException("No space left on device");
                }));
    assertEquals(List.of(), names(folder));
  }

  @Test
  void fileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
    Path disk = Files.writeString(folder.resolve("disk.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("file.txt"), disk);
    AtomicFiles.write(link, out -> out.write('a'));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("a", Files.readString(disk));
  }

  /** Systems allow 255 bytes; no name that is made meanwhile is longer than the target's. */
  @Test
  void longestNamesCanBeWritten() throws IOException {
    String name = "ü".repeat(127);
    AtomicFiles.write(folder.resolve(name), out -> out.write('a'));
    assertEquals(List.of(name), names(folder));
  }

  @Test
  void namesThatAreTooLongAreToldSo() throws IOException {
    Path target = folder.resolve("n".repeat(256));
    DataException e =
        assertThrows(DataException.class, () -> AtomicFiles.write(target, out -> out.write('a')));
    assertTrue(
        e.getMessage().contains("File name too long. Maybe choose a shorter name"), e::getMessage);
    assertFalse(WriteFailures.isDiskFull(e));
    assertEquals(List.of(), names(folder));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
