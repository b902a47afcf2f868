package org.limpid.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A zip archive, or a tar archive, gzipped or not, whose files are read where they are. Everywhere
 * a path such as {@code trace.zip/data/jobs.csv} means a file in it, see {@link
 * InputFiles#openText(Path)}.
 */
public final class Archive {
  /** What the archiver of macOS adds to each file. */
  private static final String RESOURCE_FORKS = "(__MACOSX/.*|(.*/)?\\._[^/]*)";

  private final Path file;
  private final boolean isZip;
  private List<String> names;

  private Archive(Path file, boolean isZip) {
    this.file = file;
    this.isZip = isZip;
  }

  /** The archive that a file is; empty if it is none that can be read in place. */
  public static Optional<Archive> of(Path file) {
    return FileSignature.of(file)
        .filter(kind -> kind == FileSignature.ZIP || kind == FileSignature.TAR)
        .map(kind -> new Archive(file, kind == FileSignature.ZIP));
  }

  /** The archive that a path leads into; empty if it leads into none. */
  static Optional<Archive> around(Path path) {
    Path parent = path.getParent();
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return Optional.ofNullable(parent).filter(Files::isRegularFile).flatMap(Archive::of);
  }

  /** Paths of its files, in its order; reads a tar archive to its end once. */
  public List<Path> files() throws IOException {
    return names().stream().map(file::resolve).toList();
  }

  private List<String> names() throws IOException {
    if (names == null) {
      names = (isZip ? namesOfZip() : namesOfTar()).stream().filter(Archive::isContent).toList();
    }
    return names;
  }

  private List<String> namesOfZip() throws IOException {
    try (ZipFile zip = zip()) {
      return zip.stream().filter(each -> !each.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private List<String> namesOfTar() throws IOException {
    List<String> found = new ArrayList<>();
    try (TarArchiveInputStream tar = tar()) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        if (entry.isFile()) {
          found.add(entry.getName());
        }
        entry = tar.getNextEntry();
      }
    }
    return found;
  }

  private static boolean isContent(String name) {
    return !name.contains("..") && name.indexOf('\0') < 0 && !name.matches(RESOURCE_FORKS);
  }

  private ZipFile zip() throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw broken(e);
    }
  }

  /** Of gzip the same exceptions come, which are explained as such. */
  private static IOException broken(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return new IOException(
        message.contains("encrypted")
            ? "the zip archive asks for a password. Maybe unpack it first with unzip"
            : "the zip archive is broken or cut short (%s). Maybe fetch the file again"
                .formatted(message),
        failure);
  }

  private TarArchiveInputStream tar() throws IOException {
    return new TarArchiveInputStream(InputFiles.unpacked(Files.newInputStream(file)));
  }

  /**
   * Opens one of its files, as it is stored.
   *
   * @param path one of {@link #files}
   * @throws NoSuchFileException if there is none
   */
  InputStream open(Path path) throws IOException {
    return isZip ? openInZip(path) : openInTar(path);
  }

  /** Whether an office made it, so that its files are parts of one document. */
  boolean isDocument() throws IOException {
    return names().contains("[Content_Types].xml") || names().contains("mimetype");
  }

  private boolean isAt(String name, Path path) {
    return isContent(name) && file.resolve(name).normalize().equals(path.normalize());
  }

  private InputStream openInTar(Path path) throws IOException {
    TarArchiveInputStream tar = tar();
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null && !(entry.isFile() && isAt(entry.getName(), path))) {
      entry = tar.getNextEntry();
    }
    if (entry == null) {
      tar.close();
      throw new NoSuchFileException(path.toString());
    }
    return tar;
  }

  private InputStream openInZip(Path path) throws IOException {
    ZipFile zip = zip();
    Optional<? extends ZipEntry> entry =
        zip.stream().filter(each -> isAt(each.getName(), path)).findFirst();
    if (entry.isEmpty()) {
      zip.close();
      throw new NoSuchFileException(path.toString());
    }
    return new Zipped(zip, entry.get());
  }

  /** A file in a zip archive, which is closed with it. */
  private static final class Zipped extends FilterInputStream {
    private final ZipFile zip;
    private final long packedBytes;
    private long unpackedBytes;

    Zipped(ZipFile zip, ZipEntry entry) throws IOException {
      super(zip.getInputStream(entry));
      this.zip = zip;
      packedBytes = entry.getCompressedSize();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = readPart(target, offset, length);
      unpackedBytes += Math.max(0, count);
      DenseData.refuse(packedBytes, unpackedBytes);
      return count;
    }

    private int readPart(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (ZipException | EOFException e) {
        throw broken(e);
      }
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
