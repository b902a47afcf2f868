package org.limpid.data.io;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code dataset.json}, with the members of a description in their order. */
final class DescriptionWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private DescriptionWriter() {}

  static byte[] bytes(DatasetDescription description) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", DatasetDescription.FORMAT);
    tree.putAll(
        JSON.convertValue(description, new TypeReference<LinkedHashMap<String, Object>>() {}));
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    String json = JSON.writer().with(printer).writeValueAsString(tree);
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
