package org.limpid.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** Why files can't be written, and what to do about it. */
public final class WriteFailures {
  /** What systems call it; a limit on the size of a file ends writing just as a full disk does. */
  private static final List<String> NO_SPACE =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "Quota exceeded",
          "File too large",
          "not enough space on the disk");

  private static final String OTHER_FOLDER = "Maybe choose another folder";

  /** Hints by what the system says. */
  private static final Map<String, String> HINTS =
      Map.of(
          "File name too long",
          "Maybe choose a shorter name",
          "Read-only file system",
          OTHER_FOLDER,
          "Not a directory",
          OTHER_FOLDER,
          "Device or resource busy",
          "Maybe a disk is mounted there: name a folder within it",
          "Too many open files",
          "Maybe allow more open files (ulimit -n), or fewer --threads",
          "Input/output error",
          "Maybe the disk is broken");

  private WriteFailures() {}

  /** Whether something failed because there is no space left. */
  public static boolean isDiskFull(Throwable failure) {
    return causes(failure)
        .anyMatch(each -> each instanceof IOException && saysDiskFull(each.getMessage()));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20); // causes may form a circle
  }

  private static boolean saysDiskFull(String message) {
    return message != null && NO_SPACE.stream().anyMatch(message::contains);
  }

  /** The exception for a file or folder that cannot be written. */
  static DataException cannotWrite(Path target, IOException failure) {
    Path shown = WorkFolder.finalName(target);
    IOException innermost = innermost(failure);
    DataException exception =
        new DataException(
            Problem.ofFile(
                shown,
                "cannot be written: " + reason(innermost),
                hint(shown, innermost) + "; nothing of it was left behind."));
    exception.initCause(failure);
    return exception;
  }

  /** Libraries wrap what the system says. */
  private static IOException innermost(IOException failure) {
    return causes(failure)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce(failure, (outer, inner) -> inner);
  }

  private static String hint(Path target, IOException failure) {
    if (isDiskFull(failure)) {
      return "Maybe the disk is full: free some space, or choose a place on another disk";
    }
    return switch (failure) {
      case AccessDeniedException _ -> OTHER_FOLDER + ", or change the permissions of that one";
      case FileAlreadyExistsException _ -> OTHER_FOLDER;
      case NoSuchFileException _ -> "Maybe it was deleted meanwhile: try again";
      case AtomicMoveNotSupportedException _ ->
          "Maybe a disk is mounted there: name a folder within it, such as "
              + target.resolve("out");
      default -> hintByText(String.valueOf(failure.getMessage()));
    };
  }

  private static String hintByText(String message) {
    return HINTS.entrySet().stream()
        .filter(entry -> message.contains(entry.getKey()))
        .map(Entry::getValue)
        .findFirst()
        .orElse("Maybe choose another place");
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException e -> "no permission for " + place(e);
      case FileAlreadyExistsException e -> place(e) + " is there already and is no folder";
      case NoSuchFileException e -> "there is no folder %s any more".formatted(place(e));
      case AtomicMoveNotSupportedException _ -> "it is not on the same disk as the folder above it";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> plain(failure);
    };
  }

  /** A work folder stands for the folder that it is in. */
  private static Path place(FileSystemException failure) {
    return WorkFolder.finalName(Path.of(failure.getFile()));
  }

  private static String plain(IOException failure) {
    boolean plain = failure.getClass() == IOException.class && failure.getMessage() != null;
    return plain ? failure.getMessage() : failure.toString();
  }
}
