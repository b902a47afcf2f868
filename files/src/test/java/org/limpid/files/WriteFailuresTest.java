package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteFailuresTest {
  private static String message(IOException failure) {
    return WriteFailures.cannotWrite(Path.of("out"), failure).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Disk quota exceeded", "File too large"})
  void fullDisksAreKnown(String reason) {
    DataException exception = WriteFailures.cannotWrite(Path.of("out"), new IOException(reason));
    assertTrue(WriteFailures.isDiskFull(exception));
    assertEquals(
        "out: cannot be written: %s. Maybe the disk is full: free some space, or choose a place on another disk; nothing of it was left behind."
            .formatted(reason),
        exception.getMessage());
  }

  @Test
  void fullDiskMayBeTheCauseOfACause() {
    IOException full = new FileSystemException("out", null, "No space left on device");
    assertTrue(WriteFailures.isDiskFull(new IllegalStateException(new UncheckedIOException(full))));
    assertFalse(WriteFailures.isDiskFull(new IllegalStateException("No space left on device")));
  }

  /** Libraries wrap it, such as that of XML. */
  @Test
  void whatTheSystemSaysIsToldWithoutItsWrapping() {
    IOException full = new IOException("No space left on device");
    IOException wrapped = new IOException(new IllegalStateException(full));
    assertTrue(
        message(wrapped).startsWith("out: cannot be written: No space left on device. Maybe"),
        message(wrapped));
  }

  @Test
  void otherFailuresHaveHintsOfTheirOwn() {
    assertHint(
        "no permission for out. Maybe choose another folder", new AccessDeniedException("out"));
    assertHint(
        "Maybe choose a shorter name", new FileSystemException("o", null, "File name too long"));
    assertHint(
        "there is no folder out any more. Maybe it was deleted", new NoSuchFileException("out"));
    assertHint(
        "name a folder within it, such as out/out",
        new AtomicMoveNotSupportedException("out", null, null));
    assertHint("Maybe the disk is broken", new IOException("Input/output error"));
    assertHint("Maybe choose another place", new IOException("odd"));
  }

  private static void assertHint(String expected, IOException failure) {
    assertTrue(message(failure).contains(expected), message(failure));
    assertFalse(WriteFailures.isDiskFull(failure));
    assertFalse(message(failure).contains("disk is full"), message(failure));
  }
}
