package org.limpid.data.derive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * A secret from which new names are made, the same for the same name. Who lacks it can't find out
 * whether a new name is that of somebody, not even by trying all names. Not safe for several
 * threads.
 */
public final class NameKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FEWEST_BYTES = 16;

  /** 64 bits: among ten million names two become the same once in 370,000 keys. */
  private static final int NAME_BYTES = 8;

  private final Mac mac;

  private NameKey(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * The key of these bytes.
   *
   * @param secret 16 bytes or more
   */
  public static NameKey of(byte[] secret) {
    if (secret.length < FEWEST_BYTES) {
      throw new IllegalArgumentException("expected 16 bytes or more, found " + secret.length);
    }
    return new NameKey(secret);
  }

  /**
   * The key that a file holds.
   *
   * @throws DataException if it can't be read, or is too short to be a secret
   */
  public static NameKey read(Path file) {
    byte[] secret = bytes(file);
    if (secret.length < FEWEST_BYTES) {
      throw unusable(
          file, "expected %d bytes or more, found %d".formatted(FEWEST_BYTES, secret.length));
    }
    return new NameKey(secret);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException _) {
      throw unusable(file, "cannot be read");
    }
  }

  private static DataException unusable(Path file, String message) {
    return new DataException(
        Problem.ofFile(
            file, message, "Maybe make a key: head -c 32 /dev/urandom > " + file.getFileName()));
  }

  /**
   * The new name.
   *
   * @param kind what has the name, such as {@code user}; the new one begins with it
   */
  String name(String kind, String name) {
    byte[] sum = mac.doFinal((kind + '\0' + name).getBytes(StandardCharsets.UTF_8));
    return kind + "-" + HexFormat.of().formatHex(sum, 0, NAME_BYTES);
  }
}
