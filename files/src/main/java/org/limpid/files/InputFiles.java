package org.limpid.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Opens text files, plain or gzipped as their first bytes tell, also in an {@link Archive}, and
 * explains failures.
 */
public final class InputFiles {
  private static final byte[] GZIP_MAGIC = {(byte) 0x1f, (byte) 0x8b};
  private static final byte[] UTF8_BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int BUFFER_BYTES = 1 << 16;

  private InputFiles() {}

  /**
   * Opens a UTF-8 text: a file, one in an archive, or an archive that has one file only. A byte
   * order mark is skipped; malformed bytes end reading with a {@link CharacterCodingException}.
   */
  public static Reader openText(Path file) throws IOException {
    return new InputStreamReader(openBytes(file), StandardCharsets.UTF_8.newDecoder());
  }

  /** The same for a stream, which is closed with the reader. */
  public static Reader openText(InputStream raw) throws IOException {
    return new InputStreamReader(content(raw), StandardCharsets.UTF_8.newDecoder());
  }

  private static InputStream openBytes(Path file) throws IOException {
    Leftovers.recover(file);
    Optional<Archive> around = Files.exists(file) ? Optional.empty() : Archive.around(file);
    if (around.isPresent()) {
      return content(around.get().open(file));
    }
    try {
      return content(Files.newInputStream(file));
    } catch (ForeignFile foreign) {
      Archive archive = Archive.of(file).orElseThrow(() -> foreign);
      List<Path> files = archive.files();
      if (files.size() != 1) {
        throw archive.isDocument() ? foreign : ForeignFile.ofArchive(files);
      }
      return content(archive.open(files.getFirst()));
    }
  }

  /** Closes the stream if it is not what was hoped for. */
  private static InputStream content(InputStream raw) throws IOException {
    try {
      InputStream content = unpacked(raw);
      if (startsWith(content, UTF8_BYTE_ORDER_MARK)) {
        content.skipNBytes(UTF8_BYTE_ORDER_MARK.length);
      }
      refuseForeign(content);
      return content;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** What is in a file, gzipped or not; it can be marked. */
  static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream stored = new BufferedInputStream(raw, BUFFER_BYTES);
    return startsWith(stored, GZIP_MAGIC)
        ? new BufferedInputStream(new StrictGzip(stored), BUFFER_BYTES)
        : stored;
  }

  private static void refuseForeign(InputStream content) throws IOException {
    content.mark(FileSignature.BYTES);
    Optional<FileSignature> foreign = FileSignature.of(content.readNBytes(FileSignature.BYTES));
    content.reset();
    if (foreign.isPresent()) {
      throw new ForeignFile(foreign.get().description(), foreign.get().hint());
    }
  }

  /** A file that is no text, but is known. */
  private static final class ForeignFile extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMED = 5;

    private final String description;
    private final String hint;

    ForeignFile(String description, String hint) {
      super("found " + description);
      this.description = description;
      this.hint = hint;
    }

    /** An archive with none or several files, of which one may be the text. */
    static ForeignFile ofArchive(List<Path> files) {
      String names =
          files.stream().limit(MOST_NAMED).map(Path::toString).collect(Collectors.joining(", "));
      return files.isEmpty()
          ? new ForeignFile("an archive without files", "")
          : new ForeignFile(
              "an archive with %,d files".formatted(files.size()),
              "Maybe name the one that is meant: %s%s."
                  .formatted(names, files.size() > MOST_NAMED ? ", ..." : ""));
    }
  }

  private static boolean startsWith(InputStream stream, byte[] expected) throws IOException {
    stream.mark(expected.length);
    byte[] found = stream.readNBytes(expected.length);
    stream.reset();
    return Arrays.equals(found, expected);
  }

  /** What is wrong with a file that could not be read. */
  public static Problem explain(Path file, IOException failure) {
    if (failure instanceof NoSuchFileException
        || !Files.exists(file) && Archive.around(file).isEmpty()) {
      return Problem.ofFile(
          file,
          "there is no such file",
          "Maybe its name is misspelt, here or where another file names it.");
    }
    if (Files.isDirectory(file)) {
      return Problem.ofFile(
          file, "expected a file, found a folder", "Maybe the name of a file in it is missing.");
    }
    return switch (failure) {
      case AccessDeniedException _ ->
          Problem.ofFile(file, "may not be read", "Maybe its permissions must be changed.");
      case CharacterCodingException _ -> notUtf8(file.toString(), firstMalformedLine(file));
      default -> explain(file.toString(), failure);
    };
  }

  /** What is wrong with a stream, called {@code name}, that could not be read. */
  public static Problem explain(String name, IOException failure) {
    return switch (failure) {
      case CharacterCodingException _ -> notUtf8(name, 0);
      case DenseData e ->
          Problem.of(name, e.getMessage(), "Maybe it is damaged, or made to fill the memory.");
      case ZipException e -> brokenGzip(name, e);
      case EOFException e -> brokenGzip(name, e);
      case ForeignFile foreign ->
          Problem.of(name, "expected a text, found " + foreign.description, foreign.hint);
      default -> Problem.of(name, "cannot be read" + reason(failure), "");
    };
  }

  /** What the system says, without the name of a class and of the file, which the message has. */
  private static String reason(IOException failure) {
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    return reason == null ? "" : ": " + reason;
  }

  private static Problem brokenGzip(String name, IOException failure) {
    return Problem.of(
        name,
        "the gzip data is broken or cut short (%s)".formatted(failure.getMessage()),
        "Maybe the download or copy did not finish: fetch the file again and try 'gzip -t'.");
  }

  private static Problem notUtf8(String name, long line) {
    return new Problem(
        name,
        line,
        "",
        "",
        "expected text in UTF-8, found bytes that are not",
        "Maybe it is in Latin-1 or UTF-16: convert it with iconv.");
  }

  /** Line of the first bytes that are not UTF-8, from 1; 0 if it cannot be told. */
  private static long firstMalformedLine(Path file) {
    try (InputStream bytes = openBytes(file)) {
      long line = 0;
      byte[] content = nextLine(bytes);
      while (content.length > 0) {
        line++;
        if (!isUtf8(content)) {
          return line;
        }
        content = nextLine(bytes);
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static byte[] nextLine(InputStream bytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = bytes.read();
    while (next >= 0) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      next = bytes.read();
    }
    return line.toByteArray();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Java's reader takes whatever follows a gzip member and is no other one for the end of the data,
   * so that all rows behind a damaged header would be lost without a word.
   */
  private static final class StrictGzip extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    StrictGzip(InputStream stored) throws IOException {
      super(stored, BUFFER_BYTES);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      DenseData.refuse(inf.getBytesRead(), inf.getBytesWritten());
      if (count < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
        throw new ZipException("data after the end");
      }
      return count;
    }
  }
}
