package org.limpid.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableColumn.Kind;
import org.limpid.files.table.TableRows;

/**
 * Writes columns by parquet-java. Its own writer of rows needs Hadoop, so that the parts below it
 * are put together here: a store of columns that fills pages, which go to the file a row group at a
 * time.
 */
final class ParquetOutput implements TableRows {
  /** Rows of a group: a reader of one column holds as many values. */
  private static final int GROUP_ROWS = 1 << 20;

  /** Bytes in memory after which a group ends, and how often they are looked at. */
  private static final long GROUP_BYTES = 64L << 20;

  private static final int ROWS_BETWEEN_LOOKS = 1 << 10;

  /** Only a file system with blocks needs more than the bytes themselves. */
  private static final int NO_PADDING = 0;

  private static final int INDEX_TEXT_BYTES = 64;

  private static final int PRESENT = 1;

  private final List<TableColumn> columns;
  private final MessageType schema;
  private final ParquetProperties properties = ParquetProperties.builder().build();
  private final ParquetFileWriter file;
  private final ColumnWriter[] writers;
  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore store;
  private int column;
  private int rows;

  /** The constructor that is not deprecated can't be compiled without Hadoop. */
  @SuppressWarnings("deprecation")
  ParquetOutput(OutputStream out, List<TableColumn> columns) throws IOException {
    this.columns = List.copyOf(columns);
    schema = schema(columns);
    writers = new ColumnWriter[columns.size()];
    file =
        new ParquetFileWriter(
            new StreamOutput(out), schema, ParquetFileWriter.Mode.CREATE, GROUP_BYTES, NO_PADDING);
    file.start();
    beginGroup();
  }

  private static MessageType schema(List<TableColumn> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    columns.forEach(column -> schema.addField(field(column)));
    return schema.named("table");
  }

  private static PrimitiveType field(TableColumn column) {
    return switch (column.kind()) {
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
    };
  }

  private void beginGroup() {
    pages =
        new ColumnChunkPageWriteStore(
            new Gzip(), schema, properties.getAllocator(), INDEX_TEXT_BYTES);
    store = properties.newColumnWriteStore(schema, pages);
    for (int each = 0; each < writers.length; each++) {
      writers[each] = store.getColumnWriter(schema.getColumns().get(each));
    }
    rows = 0;
  }

  @Override
  public TableRows value(long value) {
    next(Kind.LONG).write(value, 0, PRESENT);
    return this;
  }

  @Override
  public TableRows value(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("expected a finite number for Parquet, found " + value);
    }
    next(Kind.DOUBLE).write(value, 0, PRESENT);
    return this;
  }

  @Override
  public TableRows value(String value) {
    next(Kind.TEXT).write(Binary.fromString(value), 0, PRESENT);
    return this;
  }

  @Override
  public TableRows missing() {
    next(null).writeNull(0, 0);
    return this;
  }

  /** The writer of the next column; its kind must be this one, unless that is null. */
  private ColumnWriter next(Kind kind) {
    if (column == writers.length || (kind != null && columns.get(column).kind() != kind)) {
      throw new IllegalArgumentException(
          "expected %s, found a value of kind %s"
              .formatted(
                  column == writers.length ? "the end of the row" : columns.get(column), kind));
    }
    return writers[column++];
  }

  @Override
  public void endRow() {
    if (column != writers.length) {
      throw new IllegalArgumentException("expected %s".formatted(columns.get(column)));
    }
    column = 0;
    rows++;
    store.endRecord();
    if (isFull()) {
      endGroup();
      beginGroup();
    }
  }

  private boolean isFull() {
    return rows == GROUP_ROWS
        || (rows % ROWS_BETWEEN_LOOKS == 0 && store.getBufferedSize() > GROUP_BYTES);
  }

  private void endGroup() {
    try (ColumnChunkPageWriteStore filled = pages;
        ColumnWriteStore flushed = store) {
      if (rows > 0) {
        file.startBlock(rows);
        flushed.flush();
        filled.flushToFileWriter(file);
        file.endBlock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is left and the description of the file. */
  void finish() throws IOException {
    endGroup();
    file.end(Map.of());
  }
}
