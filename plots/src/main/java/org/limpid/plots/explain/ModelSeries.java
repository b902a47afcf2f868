package org.limpid.plots.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.models.ModelFolder;

/** Models of the same thing in several folders. */
final class ModelSeries {
  private ModelSeries() {}

  /**
   * The models that all folders have, each in the order of the folders. Single models belong
   * together whatever their names.
   */
  static Map<String, List<EbmModel>> of(List<ModelFolder> folders) {
    List<Map<String, EbmModel>> all = folders.stream().map(Ebms::of).toList();
    if (folders.stream().allMatch(ModelFolder::isSingle)) {
      return singles(all);
    }
    Map<String, List<EbmModel>> series = new LinkedHashMap<>();
    for (String name : all.getFirst().keySet()) {
      if (all.stream().allMatch(models -> models.containsKey(name))) {
        series.put(name, all.stream().map(models -> models.get(name)).toList());
      }
    }
    return series;
  }

  private static Map<String, List<EbmModel>> singles(List<Map<String, EbmModel>> all) {
    List<EbmModel> models = new ArrayList<>();
    all.forEach(single -> models.addAll(single.values()));
    return models.size() < all.size()
        ? Map.of()
        : Map.of(models.getLast().provenance().target(), models);
  }
}
