package org.limpid.data.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/**
 * A CSV file being written: UTF-8, lines end with a line feed. It must not exist before. A name
 * that ends with {@code .gz} is compressed, without a time stamp.
 */
final class CsvFile implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final CsvWriter writer;

  CsvFile(Path path, String... header) throws IOException {
    OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
    boolean gzip = path.getFileName().toString().endsWith(".gz");
    try {
      OutputStream bytes = gzip ? new GZIPOutputStream(file, BUFFER_BYTES) : file;
      Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
      writer =
          CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(BUFFER_BYTES).build(text);
      writer.writeRecord(header);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  void row(String... fields) throws IOException {
    try {
      writer.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
