package org.limpid.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** Writes files that are there in full or not at all. */
public final class AtomicFiles {
  private static final int BUFFER_BYTES = 1 << 16;

  private static final OpenOption[] NEW = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
  private static final OpenOption[] ANY = {
    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
  };

  private AtomicFiles() {}

  /**
   * Writes a file beside its target and then moves it there, replacing what was there. What is
   * written within an {@link AtomicFolder} is written in place, as it appears with the folder.
   *
   * @param content writes the bytes; need not close the stream
   * @throws DataException if the file cannot be written; nothing is left behind then
   */
  public static void write(Path target, IoConsumer<OutputStream> content) {
    write(target, true, content);
  }

  /**
   * The same for a file that may have to be new.
   *
   * @param overwrite whether it may replace a file, even one that appears while it is written
   */
  public static void write(Path target, boolean overwrite, IoConsumer<OutputStream> content) {
    try {
      if (WorkFolder.isInside(target)) {
        fill(target, content, ANY);
      } else {
        writeBeside(Disk.followed(target), overwrite, content);
      }
    } catch (UncheckedIOException e) {
      throw cannotWrite(target, e.getCause());
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  private static void writeBeside(Path target, boolean overwrite, IoConsumer<OutputStream> content)
      throws IOException {
    try (WorkFolder work = new WorkFolder(target)) {
      fill(work.fresh(), content, NEW);
      Disk.force(work.fresh());
      work.finish(() -> move(work.fresh(), target, overwrite));
    }
  }

  private static void move(Path fresh, Path target, boolean overwrite) throws IOException {
    if (overwrite) {
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      moveToFree(fresh, target);
    }
  }

  /** A second name can't be given where there is a file, which a move may overlook. */
  private static void moveToFree(Path fresh, Path target) throws IOException {
    try {
      Files.createLink(target, fresh);
    } catch (FileAlreadyExistsException e) {
      throw appeared(target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Not every file system knows second names.
      moveIfFree(fresh, target);
    }
  }

  private static void moveIfFree(Path fresh, Path target) throws IOException {
    if (Disk.exists(target)) {
      throw appeared(target);
    }
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The exception for something that is there now but was not when the command began. */
  static DataException appeared(Path target) {
    return new DataException(
        Problem.ofFile(
            target,
            "something was written here while this command ran, and stays",
            "Maybe another command has the same --out: choose another name."));
  }

  private static void fill(Path file, IoConsumer<OutputStream> content, OpenOption... options)
      throws IOException {
    try (OutputStream out = open(file, options)) {
      content.accept(out);
    }
  }

  /** Opens a file that does not exist yet, buffered. */
  public static OutputStream openNew(Path file) throws IOException {
    return open(file, NEW);
  }

  private static OutputStream open(Path file, OpenOption... options) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file, options), BUFFER_BYTES);
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
    return WriteFailures.cannotWrite(target, failure);
  }
}
