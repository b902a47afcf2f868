package org.limpid.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The input of an importer as one array of bytes, which a fuzzer can change: a byte that chooses
 * the importer, then each file after a line {@code ==== NAME}. Bytes stand for themselves, so that
 * a file may be an archive.
 */
final class Bundle {
  private static final Pattern NAME_LINE = Pattern.compile("==== ([\\w./-]{1,60})\n");

  private Bundle() {}

  /** All files of a folder, for the importer of a number. */
  static byte[] of(int importer, Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(importer);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        bytes.writeBytes("==== %s\n".formatted(name).getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Writes the files into a folder.
   *
   * @return what is to be imported: the file if there is only one, else the folder; null where the
   *     names can't be those of files
   */
  static Path unpack(byte[] bytes, Path folder) throws IOException {
    Map<String, byte[]> contents = contents(bytes);
    try {
      for (Map.Entry<String, byte[]> each : contents.entrySet()) {
        Path file = folder.resolve(each.getKey()).normalize();
        if (!file.startsWith(folder) || file.equals(folder) || hinders(file, folder)) {
          return null;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
    } catch (InvalidPathException e) {
      return null;
    }
    return contents.size() == 1
        ? folder.resolve(contents.keySet().iterator().next()).normalize()
        : folder;
  }

  /** Whether the file is a folder already, or a folder above it a file. */
  private static boolean hinders(Path file, Path folder) {
    if (Files.isDirectory(file)) {
      return true;
    }
    Path above = file.getParent();
    while (!above.equals(folder)) {
      if (Files.isRegularFile(above)) {
        return true;
      }
      above = above.getParent();
    }
    return false;
  }

  private static Map<String, byte[]> contents(byte[] bytes) {
    String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.ISO_8859_1);
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Matcher line = NAME_LINE.matcher(text);
    boolean found = line.find();
    while (found) {
      String name = line.group(1);
      int from = line.end();
      found = line.find();
      contents.put(
          name,
          text.substring(from, found ? line.start() : text.length())
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    return contents;
  }

  /** Deletes a folder and all in it. */
  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
