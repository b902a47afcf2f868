package org.limpid.interpret.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** A database in memory, DuckDB, which knows nothing of Limpid. */
final class Database implements AutoCloseable {
  private final Connection connection;

  Database() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  void run(String statement) throws SQLException {
    try (Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  /** A table with the numbers of rows and the features, missing values as NULL. */
  void add(String table, List<Feature> features, List<Row> rows) throws SQLException {
    String columns =
        features.stream()
            .map(feature ->
                SqlText.name(feature.name())
                    + (feature instanceof Feature.Numeric ? " DOUBLE" : " VARCHAR"))
            .collect(Collectors.joining(", "));
    run("CREATE TABLE %s (limpid_row INTEGER, %s)".formatted(SqlText.table(table), columns));
    String places = ", ?".repeat(features.size());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO %s VALUES (?%s)".formatted(SqlText.table(table), places))) {
      for (int i = 0; i < rows.size(); i++) {
        insert.setInt(1, i);
        for (int position = 0; position < features.size(); position++) {
          set(insert, position + 2, features.get(position), rows.get(i), position);
        }
        insert.execute();
      }
    }
  }

  private static void set(
      PreparedStatement insert, int place, Feature feature, Row row, int position)
      throws SQLException {
    boolean number = feature instanceof Feature.Numeric;
    if (Double.isNaN(row.encoded(position))) {
      insert.setNull(place, number ? Types.DOUBLE : Types.VARCHAR);
    } else if (number) {
      insert.setDouble(place, row.encoded(position));
    } else {
      insert.setString(place, row.text(position));
    }
  }

  /** The rows of a SELECT, by the names of its columns. */
  List<Map<String, Object>> query(String select) throws SQLException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (Statement run = connection.createStatement();
        ResultSet found = run.executeQuery(select)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(found.getMetaData().getColumnName(i), found.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
