package org.limpid.reference.synergy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** The artifact's traces and results beside the project; the build says where. */
final class SynergyFiles {
  private SynergyFiles() {}

  static List<SynergyJob> trace(String name) {
    return lines("data/synergy/" + name).stream().map(SynergyFiles::job).toList();
  }

  private static SynergyJob job(String line) {
    String[] cells = line.split(",");
    return new SynergyJob(
        Integer.parseInt(cells[0]),
        SynergyModel.valueOf(cells[1].toUpperCase(Locale.ROOT)).profile(),
        Double.parseDouble(cells[2]),
        Long.parseLong(cells[3]),
        Integer.parseInt(cells[4]));
  }

  static List<String> finished(String name) {
    return lines("golden/synergy/" + name);
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(shared(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path shared(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", ""), name);
    Assumptions.assumeTrue(
        Files.exists(file), "there is no %s. Set -Dlimpid.shared=FOLDER.".formatted(file));
    return file;
  }
}
