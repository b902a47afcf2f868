package org.limpid.interpret.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowSketch;
import org.limpid.interpret.text.NumberText;

/** Where a merged model comes from. */
final class MergedProvenance {
  private MergedProvenance() {}

  /**
   * Trainer, target, seed and reading of the first model, the sum of the rows, the parameters that
   * all models share, the hash where all have the same, and the edits of all models before the
   * merge.
   */
  static Provenance of(List<EbmModel> models, double... weights) {
    List<Provenance> all = models.stream().map(EbmModel::provenance).toList();
    Provenance first = all.getFirst();
    return new Provenance(
        first.trainer(),
        all.stream().allMatch(p -> p.dataHash().equals(first.dataHash())) ? first.dataHash() : "",
        all.stream().mapToLong(Provenance::rowCount).sum(),
        first.target(),
        shared(all),
        first.seed(),
        edits(all, weights),
        first.reading(),
        RowSketch.NONE);
  }

  private static Map<String, String> shared(List<Provenance> all) {
    Map<String, String> shared = new LinkedHashMap<>(all.getFirst().parameters());
    all.forEach(provenance -> shared.entrySet().retainAll(provenance.parameters().entrySet()));
    return shared;
  }

  private static List<String> edits(List<Provenance> all, double... weights) {
    List<String> edits = new ArrayList<>();
    for (int m = 0; m < all.size(); m++) {
      for (String edit : all.get(m).edits()) {
        edits.add("model %d: %s".formatted(m + 1, edit));
      }
    }
    String hashes = all.stream().map(MergedProvenance::hash).collect(Collectors.joining(", "));
    String parts =
        Arrays.stream(weights).mapToObj(NumberText::exact).collect(Collectors.joining(", "));
    edits.add(
        "merged %d models trained on data %s with weights %s".formatted(all.size(), hashes, parts));
    return edits;
  }

  private static String hash(Provenance provenance) {
    return provenance.dataHash().isEmpty() ? "of unknown origin" : provenance.dataHash();
  }
}
