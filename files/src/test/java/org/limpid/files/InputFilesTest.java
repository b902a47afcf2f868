package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputFilesTest {
  private static final int MEBIBYTES = 24;

  @TempDir private Path folder;

  private Path zipped(byte[] mebibyte) throws IOException {
    Path file = folder.resolve("x.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < MEBIBYTES; i++) {
        out.write(mebibyte);
      }
    }
    return file;
  }

  private static long length(Path file) throws IOException {
    try (Reader text = InputFiles.openText(file)) {
      return text.transferTo(Writer.nullWriter());
    }
  }

  /** A terabyte of one digit has a gigabyte; here a few kilobytes stand for it. */
  @Test
  void bombsAreTold() throws IOException {
    Path file = zipped("0".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    IOException failure = assertThrows(IOException.class, () -> length(file));
    String message = InputFiles.explain(file, failure).toString();
    assertTrue(message.contains("unpack to over 500 times their size"), message);
  }

  /** Rows that differ in a few digits only. */
  @Test
  void tablesOfSimilarRowsAreRead() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; rows.length() < 1 << 20; row++) {
      rows.append(row % 97).append(",0,0,0,0,COMPLETED,0,0,0,0\n");
    }
    byte[] mebibyte = rows.substring(0, 1 << 20).getBytes(StandardCharsets.US_ASCII);
    assertEquals((long) MEBIBYTES << 20, length(zipped(mebibyte)));
  }
}
