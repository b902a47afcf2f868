package org.limpid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;

/** A data set to measure on: one that is there, or one that is generated and deleted on closing. */
public final class DataFolder implements AutoCloseable {
  private final Path path;
  private final boolean temporary;

  private DataFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /** The data set in a folder; for an empty name a generated one of the default size. */
  public static DataFolder of(String nameOrEmpty) {
    return nameOrEmpty.isEmpty()
        ? generated(GeneratorOptions.defaults())
        : new DataFolder(Path.of(nameOrEmpty), false);
  }

  /** A generated data set in a temporary folder. */
  public static DataFolder generated(GeneratorOptions options) {
    try {
      Path folder = Files.createTempDirectory("limpid-bench");
      TraceGenerator.generate(options, folder, false, jobs -> {});
      return new DataFolder(folder, true);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    if (temporary) {
      delete(path);
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      List<Path> inside = content.sorted(Comparator.reverseOrder()).toList();
      for (Path each : inside) {
        Files.delete(each);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
