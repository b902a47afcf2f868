package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.reference.mirage.ChainSample;
import org.limpid.reference.mirage.ChainSight;
import org.limpid.reference.mirage.ChainWindow;

/** What a model of another library looks at. */
enum ChainInputs {
  /** The {@link ChainFeature}s. */
  READABLE {
    @Override
    List<String> names() {
      return ChainFeature.names();
    }

    @Override
    double[] values(ChainSight sight, LocalDateTime origin) {
      return ChainFeature.allOf(sight.moment(), origin);
    }
  },
  /** The last day as numbers, as the learners of Mirage see it: 144 states x 42. */
  RAW {
    @Override
    List<String> names() {
      List<String> names = new ArrayList<>();
      for (int state = 0; state < ChainWindow.HISTORY; state++) {
        for (String name : ChainSample.names()) {
          names.add("%03d_%s".formatted(state, name));
        }
      }
      return names;
    }

    @Override
    double[] values(ChainSight sight, LocalDateTime origin) {
      double[][] window = sight.window();
      int width = ChainSample.names().size();
      double[] values = new double[window.length * width];
      for (int state = 0; state < window.length; state++) {
        System.arraycopy(window[state], 0, values, state * width, width);
      }
      return values;
    }
  };

  /** Names of the columns. */
  abstract List<String> names();

  /** Their values at a moment, in the order of the names. */
  abstract double[] values(ChainSight sight, LocalDateTime origin);

  /** A row for each moment. */
  Table table(List<ChainSight> sights, LocalDateTime origin) {
    double[][] rows = sights.stream().map(sight -> values(sight, origin)).toArray(double[][]::new);
    List<String> names = names();
    return Table.of(
        IntStream.range(0, names.size())
            .mapToObj(place ->
                NumericColumn.generate(names.get(place), rows.length, row -> rows[row][place]))
            .toArray(NumericColumn[]::new));
  }
}
