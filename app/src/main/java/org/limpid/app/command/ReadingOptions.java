package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.table.DateOrder;
import org.limpid.interpret.table.DecimalMark;
import org.limpid.interpret.table.Reading;
import picocli.CommandLine.Option;

/** The options that say how the cells of a table are written. */
final class ReadingOptions {
  @KnownToModel
  @Option(
      names = "--decimal",
      paramLabel = "MARK",
      converter = Marks.class,
      completionCandidates = Marks.class,
      description =
          "What stands before the fraction where the numbers of a column don't tell:"
              + " ${COMPLETION-CANDIDATES}.")
  private DecimalMark decimal;

  @KnownToModel
  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      converter = Orders.class,
      completionCandidates = Orders.class,
      description =
          "How dates such as 11/12/2026 are meant where a column does not tell:"
              + " ${COMPLETION-CANDIDATES}.")
  private DateOrder dates;

  @KnownToModel
  @Option(
      names = "--missing",
      paramLabel = "TEXT,...",
      converter = CommaList.Texts.class,
      description = "Texts and numbers that stand for a missing value, such as -999.")
  private List<CommaList<String>> missing = List.of();

  Reading value() {
    return new Reading(
        Optional.ofNullable(decimal),
        Optional.ofNullable(dates),
        CommaList.join(missing),
        Map.of());
  }

  /** The decimal marks on the command line. */
  static final class Marks extends Choice<DecimalMark> {
    Marks() {
      super(DecimalMark::values, DecimalMark::label);
    }
  }

  /** The orders of dates on the command line that need to be said. */
  static final class Orders extends Choice<DateOrder> {
    Orders() {
      super(() -> index(List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST), DateOrder::label));
    }
  }
}
