package org.limpid.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files that are often named where a text was meant, known by how they begin. */
public enum FileSignature {
  /** What a clone without git-lfs has in place of a large file. */
  GIT_LFS(
      "version https://git-lfs.github.com/spec/",
      0,
      "a Git LFS pointer in place of the file",
      "Maybe the clone was made without git-lfs: run 'git lfs pull' in it."),
  /** Archives, and documents of offices. */
  ZIP(
      "PK\3\4",
      0,
      "a zip archive",
      "Maybe unpack it first with unzip; a spreadsheet must be exported as CSV."),
  /** A zip archive of nothing. */
  EMPTY_ZIP("PK\5\6", 0, "an empty zip archive", FileSignature.UNFINISHED),
  /** A tar archive of nothing, or what a download has in place of what has not come yet. */
  ZEROS(
      "\0".repeat(FileSignature.BYTES),
      0,
      "only zeros, as in an empty tar archive",
      FileSignature.UNFINISHED),
  /** Also within gzip. */
  TAR("ustar", 257, "a tar archive", "Maybe unpack it first: tar -xf."),
  /** Of 7-Zip. */
  SEVEN_ZIP("7z\u00bc\u00af\u0027\u001c", 0, "a 7-Zip archive", "Maybe unpack it first with 7z x."),
  /** One compressed file, or a tar archive. */
  XZ("\u00fd7zXZ\0", 0, "a file compressed by xz", "Maybe unpack it first with xz -d or tar -xf."),
  /** One compressed file, or a tar archive. */
  BZIP2(
      "1AY&SY", 4, "a file compressed by bzip2", "Maybe unpack it first with bzip2 -d or tar -xf."),
  /** One compressed file, or a tar archive. */
  ZSTD("\u0028\u00b5\u002f\u00fd", 0, "a file compressed by zstd", "Maybe unpack it with zstd -d."),
  /** A table of another kind. */
  PARQUET(
      "PAR1",
      0,
      "a Parquet table",
      "Maybe make it CSV first: limpid data convert FILE --to csv --out CSV."),
  /** What a browser saves in place of a file. */
  WEB_PAGE("<!doctype html", 0, "a web page", "Maybe download the file itself, often called raw.");

  /** As many first bytes tell all of them. */
  static final int BYTES = 512;

  private static final String UNFINISHED =
      "Maybe the download or copy did not finish: fetch the file again.";

  private final byte[] magic;
  private final int offset;
  private final String description;
  private final String hint;

  FileSignature(String magic, int offset, String description, String hint) {
    this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    this.offset = offset;
    this.description = description;
    this.hint = hint;
  }

  /** What such a file is, with an article. */
  public String description() {
    return description;
  }

  /** What to do with it, a sentence "Maybe ...". */
  public String hint() {
    return hint;
  }

  /** What a file is; empty if it is another one, or cannot be read. */
  public static Optional<FileSignature> of(Path file) {
    try (BufferedInputStream stored = new BufferedInputStream(Files.newInputStream(file))) {
      Optional<FileSignature> plain = of(firstBytes(stored));
      return plain.isPresent() ? plain : of(firstBytes(new GZIPInputStream(stored)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What begins with these bytes. */
  static Optional<FileSignature> of(byte[] start) {
    return Stream.of(values()).filter(each -> each.isAt(start)).findFirst();
  }

  private static byte[] firstBytes(InputStream stream) throws IOException {
    stream.mark(BYTES);
    byte[] start = stream.readNBytes(BYTES);
    if (stream.markSupported()) {
      stream.reset();
    }
    return start;
  }

  /** Only a web page may be written in capitals or not. */
  private boolean isAt(byte[] start) {
    int end = offset + magic.length;
    if (start.length < end) {
      return false;
    }
    byte[] found = Arrays.copyOfRange(start, offset, end);
    return this == WEB_PAGE
        ? new String(found, StandardCharsets.ISO_8859_1)
            .equalsIgnoreCase(new String(magic, StandardCharsets.ISO_8859_1))
        : Arrays.equals(found, magic);
  }
}
