package org.limpid.bench.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.interpret.synthetic.SyntheticData;

/**
 * What a case learns from.
 *
 * @param splits makes the rows
 * @param file the file that holds them; empty for generated ones
 */
record CaseData(Supplier<List<CaseSplit>> splits, Optional<SharedFile> file) {
  static CaseData in(SharedFile file, Supplier<List<CaseSplit>> splits) {
    return new CaseData(splits, Optional.of(file));
  }

  static CaseData of(SyntheticData data) {
    return new CaseData(() -> List.of(CaseSplit.of(data.generate())), Optional.empty());
  }
}
