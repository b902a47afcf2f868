package org.limpid.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.limpid.files.InputFiles;
import org.limpid.files.Problems;

/** Names the content of files, for provenance. */
public final class ContentHash {
  private static final int BUFFER_BYTES = 1 << 16;

  private ContentHash() {}

  /**
   * SHA-256 over the files in the given order: for each its name in UTF-8, a zero byte, its size as
   * eight bytes, big-endian, and its bytes as stored.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(Path folder, List<String> names) {
    MessageDigest digest = sha256();
    Problems problems = new Problems();
    for (String name : names) {
      Path file = folder.resolve(name);
      try {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bigEndian(Files.size(file)));
        update(digest, file);
      } catch (IOException e) {
        problems.add(InputFiles.explain(file, e));
      }
    }
    problems.throwIfAny();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
  }

  private static byte[] bigEndian(long value) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (value >>> (8 * (bytes.length - 1 - i)));
    }
    return bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
