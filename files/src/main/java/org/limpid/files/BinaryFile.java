package org.limpid.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Files of bytes that only Limpid reads, gzipped: the name of the format with its length in a byte
 * before it, the content, and the CRC-32C of both in four bytes, the highest first. A file that was
 * damaged, cut or changed is told apart by the checksum before anybody looks at its content.
 */
public final class BinaryFile {
  private static final int CHECKSUM_BYTES = 4;

  /** The bytes and what is made of them have to fit into the memory side by side. */
  private static final int PART_OF_MEMORY = 4;

  private final Path file;
  private final String format;
  private final String complaint;
  private final String hint;

  /**
   * @param file where it is or will be
   * @param format name and version of the format, fewer than 128 characters of ASCII
   * @param complaint what a file is when it can't be read, a clause
   * @param hint what to do when it can't be read, a sentence "Maybe ..."
   */
  public BinaryFile(Path file, String format, String complaint, String hint) {
    this.file = file;
    this.format = format;
    this.complaint = complaint;
    this.hint = hint;
  }

  /**
   * Writes the file, or nothing.
   *
   * @throws DataException if it can't be written
   */
  public void write(byte[] content) {
    byte[] head = head();
    int sum = checksum(head, content, content.length);
    AtomicFiles.write(
        file,
        out -> {
          try (OutputStream compressed = AtomicFiles.gzip(out)) {
            compressed.write(head);
            compressed.write(content);
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
              compressed.write(sum >>> shift);
            }
          }
        });
  }

  private byte[] head() {
    byte[] name = format.getBytes(StandardCharsets.US_ASCII);
    byte[] head = new byte[name.length + 1];
    head[0] = (byte) name.length;
    System.arraycopy(name, 0, head, 1, name.length);
    return head;
  }

  private static int checksum(byte[] head, byte[] content, int length) {
    CRC32C sum = new CRC32C();
    sum.update(head);
    sum.update(content, 0, length);
    return (int) sum.getValue();
  }

  /**
   * Reads the content.
   *
   * @throws DataException if there is none, it is of another format, or damaged
   */
  public byte[] read() {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return read(in);
    } catch (ZipException | EOFException damaged) {
      throw broken("the gzip data is broken or cut short (%s)".formatted(damaged.getMessage()));
    } catch (IOException failure) {
      throw new DataException(InputFiles.explain(file, failure));
    }
  }

  private byte[] read(InputStream in) throws IOException {
    byte[] head = head();
    byte[] found = in.readNBytes(head.length);
    if (!Arrays.equals(found, head)) {
      throw broken("expected %s, found '%s'".formatted(format, nameIn(found)));
    }
    int most = (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    byte[] rest = in.readNBytes(most);
    if (rest.length == most) {
      throw broken("expected fewer than %,d bytes, as the memory holds no more".formatted(most));
    }
    int length = rest.length - CHECKSUM_BYTES;
    if (length < 0 || checksum(head, rest, length) != storedChecksum(rest, length)) {
      throw broken("its checksum is that of another content");
    }
    return Arrays.copyOf(rest, length);
  }

  private static String nameIn(byte[] head) {
    int from = Math.min(1, head.length);
    return new String(head, from, head.length - from, StandardCharsets.US_ASCII);
  }

  private static int storedChecksum(byte[] bytes, int from) {
    int sum = 0;
    for (int i = from; i < from + CHECKSUM_BYTES; i++) {
      sum = sum << Byte.SIZE | bytes[i] & 0xff;
    }
    return sum;
  }

  /** The exception for content that makes no sense, for a reason that is a clause. */
  public DataException broken(String why) {
    return new DataException(Problem.ofFile(file, complaint + ": " + why, hint));
  }
}
