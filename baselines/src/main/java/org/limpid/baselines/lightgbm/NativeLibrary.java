package org.limpid.baselines.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads LightGBM's native library. The binding unpacks it into the temporary folder under a name
 * that is the same in every process, so that one which starts overwrites the code that another one
 * runs. Here it gets a temporary folder of its own.
 */
final class NativeLibrary {
  private static final String TEMPORARY_FOLDER = "java.io.tmpdir";
  private static boolean loaded;

  private NativeLibrary() {}

  /** Loads it unless that was done before. */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    String usual = System.getProperty(TEMPORARY_FOLDER);
    try {
      Path own = Files.createTempDirectory("limpid-lightgbm");
      own.toFile().deleteOnExit();
      System.setProperty(TEMPORARY_FOLDER, own.toString());
      MethodHandles.lookup().ensureInitialized(LGBMBooster.class);
      deleteOnExit(own);
      loaded = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      System.setProperty(TEMPORARY_FOLDER, usual);
    }
  }

  /** What was marked last is deleted first, so that the folder is empty when its turn comes. */
  private static void deleteOnExit(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> file.toFile().deleteOnExit());
    }
  }
}
