package org.limpid.data.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.limpid.files.InputFiles;
import org.limpid.files.Problems;

/** Names the content of files, for provenance. */
public final class ContentHash {
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
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(Files.size(file)).array());
        Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      } catch (IOException e) {
        problems.add(InputFiles.explain(file, e));
      }
    }
    problems.throwIfAny();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
