package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinaryFileTest {
  private static final byte[] CONTENT = {7, 0, -1, 33};

  @TempDir private Path folder;
  private Path path;
  private BinaryFile file;

  @BeforeEach
  void write() {
    path = folder.resolve("x.bin");
    file = new BinaryFile(path, "letters/2", "these are no letters", "Maybe write again.");
    file.write(CONTENT);
  }

  private String complaint(byte[] bytes) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(bytes);
    }
    return assertThrows(DataException.class, file::read).getMessage();
  }

  private byte[] bytes() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return in.readAllBytes();
    }
  }

  @Test
  void contentComesBack() {
    assertArrayEquals(CONTENT, file.read());
  }

  /** The checksum was worked out bit by bit, with the polynomial 0x82f63b78, in Python. */
  @Test
  void bytesAreThoseOfTheFormat() throws IOException {
    byte[] bytes = bytes();
    assertEquals(10 + 4 + 4, bytes.length);
    assertEquals(9, bytes[0]);
    assertEquals("letters/2", new String(bytes, 1, 9, StandardCharsets.US_ASCII));
    assertArrayEquals(CONTENT, Arrays.copyOfRange(bytes, 10, 14));
    assertEquals(0xb365e4a7, ByteBuffer.wrap(bytes).getInt(14));
  }

  @Test
  void everyChangedBitAndEveryCutIsTold() throws IOException {
    byte[] good = bytes();
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertTrue(complaint(bad).startsWith(path + ": these are no letters: "));
    }
    for (int length = 0; length < good.length; length++) {
      assertTrue(complaint(Arrays.copyOf(good, length)).endsWith("Maybe write again."));
    }
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    byte[] other = bytes();
    other[9] = '1';
    assertTrue(complaint(other).contains("expected letters/2, found 'letters/1'"));
  }

  /** A few hundred kilobytes that unpack to more than the memory holds. */
  @Test
  void whatUnpacksToMoreThanTheMemoryIsTold() throws IOException {
    byte[] zeros = new byte[1 << 20];
    long most = Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 4);
    byte[] head = Arrays.copyOf(bytes(), 10);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(head);
      for (long written = 0; written <= most; written += zeros.length) {
        out.write(zeros);
      }
    }
    String message = assertThrows(DataException.class, file::read).getMessage();
    assertTrue(message.contains("as the memory holds no more"), message);
  }

  @Test
  void otherFilesAreTold() throws IOException {
    Files.writeString(path, "no gzip");
    String message = assertThrows(DataException.class, file::read).getMessage();
    assertTrue(message.contains("the gzip data is broken or cut short"), message);
  }
}
