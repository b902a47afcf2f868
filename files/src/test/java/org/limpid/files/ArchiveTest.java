package org.limpid.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Map<String, String> TWO =
      Map.of("data/b.csv", "one\n1\n", "a.csv", "two\n2\n", "__MACOSX/data/._b.csv", "junk");

  @TempDir private Path folder;

  private Path zip(Map<String, String> files) throws IOException {
    Path file = folder.resolve("trace.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> each : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue().getBytes(UTF_8));
      }
    }
    return file;
  }

  private Path tar(Map<String, String> files) throws IOException {
    Path file = folder.resolve("trace.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, String> each : new TreeMap<>(files).entrySet()) {
        byte[] content = each.getValue().getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return file;
  }

  private static String text(Path file) throws IOException {
    try (Reader text = InputFiles.openText(file)) {
      StringWriter all = new StringWriter();
      text.transferTo(all);
      return all.toString();
    }
  }

  private static String complaint(Path file) {
    IOException failure = assertThrows(IOException.class, () -> text(file));
    return InputFiles.explain(file, failure).toString();
  }

  @Test
  void filesAreReadWhereTheyAre() throws IOException {
    for (Path archive : List.of(zip(TWO), tar(TWO))) {
      assertEquals(
          List.of(archive.resolve("a.csv"), archive.resolve("data/b.csv")),
          Archive.of(archive).orElseThrow().files());
      assertEquals("one\n1\n", text(archive.resolve("data/b.csv")));
      assertEquals("two\n2\n", text(archive.resolve("a.csv")));
    }
  }

  @Test
  void theOnlyFileIsMeantByItsArchive() throws IOException {
    Map<String, String> one = Map.of("jobs.csv", "id\n7\n", "._jobs.csv", "junk");
    assertEquals("id\n7\n", text(zip(one)));
    assertEquals("id\n7\n", text(tar(one)));
  }

  @Test
  void whatIsMissingIsTold() throws IOException {
    for (Path archive : List.of(zip(TWO), tar(TWO))) {
      String missing = complaint(archive.resolve("c.csv"));
      assertTrue(missing.contains("c.csv: there is no such file."), missing);
      String several = complaint(archive);
      assertTrue(
          several.endsWith(
              "found an archive with 2 files. Maybe name the one that is meant: %s, %s."
                  .formatted(archive.resolve("a.csv"), archive.resolve("data/b.csv"))),
          several);
    }
  }

  @Test
  void archivesWithoutFilesAreTold() throws IOException {
    String empty = complaint(zip(Map.of()));
    assertTrue(empty.contains("found an empty zip archive. Maybe the download"), empty);
    assertTrue(complaint(tar(Map.of())).contains("found only zeros, as in an empty tar archive"));
    String folders = complaint(zip(Map.of("data/", "")));
    assertTrue(folders.endsWith("found an archive without files."), folders);
  }

  /** Bit 0 of the flags says so, of the entry and in the directory. */
  @Test
  void passwordsAreTold() throws IOException {
    Path zip = zip(Map.of("a.csv", "two\n2\n"));
    byte[] bytes = Files.readAllBytes(zip);
    bytes[6] |= 1;
    String content = new String(bytes, ISO_8859_1);
    bytes[content.indexOf("PK\1\2") + 8] |= 1;
    Files.write(zip, bytes);
    assertTrue(complaint(zip).contains("the zip archive asks for a password. Maybe unpack it"));
  }

  @Test
  void partsOfADocumentAreNoTexts() throws IOException {
    String sheet = complaint(zip(Map.of("[Content_Types].xml", "x", "xl/sheet1.xml", "y")));
    assertTrue(sheet.contains("a spreadsheet must be exported as CSV"), sheet);
  }

  @Test
  void brokenArchivesAreTold() throws IOException {
    Path zip = zip(TWO);
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    String zipProblem = complaint(zip.resolve("a.csv"));
    assertTrue(zipProblem.contains("the zip archive is broken or cut short"), zipProblem);
    Path tar = tar(TWO);
    byte[] packed = Files.readAllBytes(tar);
    Files.write(tar, Arrays.copyOf(packed, packed.length - 20));
    String tarProblem = complaint(tar.resolve("data/b.csv"));
    assertTrue(tarProblem.contains("the gzip data is broken or cut short"), tarProblem);
  }

  @Test
  void zippedBombsAreTold() throws IOException {
    Path bomb = zip(Map.of("zeros.csv", "0".repeat(24 << 20)));
    assertTrue(complaint(bomb).contains("unpack to over 500 times their size"));
  }

  @Test
  void otherFilesAreNoArchives() throws IOException {
    assertEquals(
        Optional.empty(), Archive.of(Files.writeString(folder.resolve("a.csv"), "one\n1\n")));
    assertTrue(complaint(folder.resolve("a.csv/b.csv")).contains("there is no such file"));
  }
}
