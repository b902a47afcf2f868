package org.limpid.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableColumn.Kind;
import org.limpid.files.table.TableRows;

/** Reads a file by Hardwood, which says in exceptions of many kinds what is wrong with it. */
final class ParquetInput {
  private final Path file;

  private ParquetInput(Path file) {
    this.file = file;
  }

  static void read(Path file, Function<List<TableColumn>, TableRows> taker) {
    new ParquetInput(file).read(taker);
  }

  private void read(Function<List<TableColumn>, TableRows> taker) {
    try (ParquetFileReader reader = tried(() -> ParquetFileReader.open(InputFile.of(file)))) {
      requireFlat(reader);
      List<TableColumn> columns =
          reader.getFileSchema().getColumns().stream().map(ParquetInput::column).toList();
      TableRows rows = taker.apply(columns);
      try (RowReader row = tried(reader::rowReader)) {
        while (tried(row::hasNext)) {
          copy(row, columns, rows);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void requireFlat(ParquetFileReader reader) {
    if (!reader.getFileSchema().isFlatSchema()) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected columns of single values, found lists or groups",
              "Maybe write it with the columns that are needed, each of single values."));
    }
  }

  private static TableColumn column(ColumnSchema schema) {
    boolean plain =
        schema.logicalType() == null || schema.logicalType() instanceof LogicalType.IntType;
    Kind kind =
        switch (schema.type()) {
          case INT32, INT64 -> plain ? Kind.LONG : Kind.TEXT;
          case FLOAT, DOUBLE -> Kind.DOUBLE;
          case BOOLEAN, INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> Kind.TEXT;
        };
    return new TableColumn(schema.name(), kind);
  }

  private void copy(RowReader row, List<TableColumn> columns, TableRows rows) {
    tried(() -> {
      row.next();
      return row;
    });
    for (int column = 0; column < columns.size(); column++) {
      int index = column;
      copy(columns.get(column).kind(), tried(() -> row.getValue(index)), rows);
    }
    rows.endRow();
  }

  private static void copy(Kind kind, Object value, TableRows rows) {
    if (value == null || (kind == Kind.DOUBLE && !isFinite(value))) {
      rows.missing();
    } else {
      switch (kind) {
        case LONG -> rows.value(((Number) value).longValue());
        case DOUBLE -> rows.value(((Number) value).doubleValue());
        case TEXT -> rows.value(text(value));
      }
    }
  }

  private static boolean isFinite(Object value) {
    return Double.isFinite(((Number) value).doubleValue());
  }

  /** Older writers don't say that bytes are a text. */
  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
  }

  private <T> T tried(Callable<T> reading) {
    try {
      return reading.call();
    } catch (Exception e) {
      throw unreadable(e);
    }
  }

  private DataException unreadable(Exception failure) {
    return new DataException(
        Problem.ofFile(
            file,
            "cannot be read as a Parquet table: %s"
                .formatted(failure.getMessage() == null ? failure : failure.getMessage()),
            "Maybe it is cut off, or compressed by another method than gzip: write it again with"
                + " gzip or without compression."));
  }
}
