package org.limpid.interpret.source;

import java.util.List;
import java.util.stream.DoubleStream;
import org.limpid.interpret.lookup.LookupCell;
import org.limpid.interpret.lookup.LookupModel;

/** Methods that predict as a table by keys does. */
record LookupSource(LookupModel model, SourceTables tables) {
  String text() {
    StringBuilder text = new StringBuilder("\n  private static double[] respond(double[] x) {\n");
    text.append("    int cell;\n");
    for (int keys = model.features().size(); keys > 0; keys--) {
      String keyTable = tables.numbers(keys(keys));
      String outputs = tables.numbers(outputs(keys));
      text.append("    cell = find(%s, %d, x);\n".formatted(keyTable, keys));
      text.append(
          "    if (cell >= 0) {\n      return outputs(%s, cell);\n    }\n".formatted(outputs));
    }
    text.append("    return outputs(%s, 0);\n  }\n".formatted(tables.numbers(outputs(0))));
    return text.append(
            """

              private static double[] outputs(double[] all, int cell) {
                return java.util.Arrays.copyOfRange(all, cell * %1$d, (cell + 1) * %1$d);
              }

              /** Binary search for the row of keys that x begins with; negative if there is none. */
              private static int find(double[] keys, int count, double[] x) {
                int low = 0;
                int high = keys.length / count - 1;
                while (low <= high) {
                  int middle = (low + high) >>> 1;
                  int order = 0;
                  for (int i = 0; i < count && order == 0; i++) {
                    order = Double.compare(keys[middle * count + i], x[i] == 0 ? 0.0 : x[i]);
                  }
                  if (order == 0) {
                    return middle;
                  }
                  if (order < 0) {
                    low = middle + 1;
                  } else {
                    high = middle - 1;
                  }
                }
                return -1;
              }
            """
                .formatted(model.task().outputCount()))
        .toString();
  }

  private double[] keys(int count) {
    List<LookupCell> cells = model.cells(count);
    return cells.stream().flatMapToDouble(cell -> DoubleStream.of(cell.keys())).toArray();
  }

  private double[] outputs(int count) {
    List<LookupCell> cells = model.cells(count);
    return cells.stream().flatMapToDouble(cell -> DoubleStream.of(cell.outputs())).toArray();
  }
}
