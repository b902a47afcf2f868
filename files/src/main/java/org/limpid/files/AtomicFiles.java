package org.limpid.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** Writes files that are there in full or not at all. */
public final class AtomicFiles {
  private static final int BUFFER_BYTES = 1 << 16;

  private AtomicFiles() {}

  /**
   * Writes a file beside its target and then moves it there, replacing what was there.
   *
   * @param content writes the bytes; need not close the stream
   * @throws DataException if the file cannot be written; nothing is left behind then
   */
  public static void write(Path target, IoConsumer<OutputStream> content) {
    try (TemporaryPath temporary = new TemporaryPath(target)) {
      try (OutputStream out = openNew(temporary.path())) {
        content.accept(out);
      }
      Files.move(
          temporary.path(),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException e) {
      throw cannotWrite(target, e.getCause());
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** Opens a file that does not exist yet, buffered. */
  public static OutputStream openNew(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        BUFFER_BYTES);
  }

  /**
   * Compresses into a stream. The bytes depend on the content only: there is no time stamp and no
   * file name in them.
   */
  public static OutputStream gzip(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, BUFFER_BYTES);
  }

  /** The exception for a file or folder that cannot be written. */
  public static DataException cannotWrite(Path target, IOException failure) {
    String reason = reason(failure);
    DataException exception =
        new DataException(
            Problem.ofFile(
                target,
                "cannot be written: " + reason,
                "Maybe the disk is full or the folder may not be written to; nothing was left"
                    + " behind."));
    exception.initCause(failure);
    return exception;
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    switch (failure) {
      case AccessDeniedException e -> {
        return "no permission for " + e.getFile();
      }
      case FileAlreadyExistsException e -> {
        return e.getFile() + " is there already and is no folder";
      }
      default -> {}
    }
    boolean plain = failure.getClass() == IOException.class && failure.getMessage() != null;
    return plain ? failure.getMessage() : failure.toString();
  }
}
