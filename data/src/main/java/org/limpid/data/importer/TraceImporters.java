package org.limpid.data.importer;

import java.util.List;

/** All importers, in the order in which commands list them. */
public final class TraceImporters {
  private static final List<TraceImporter> ALL =
      List.of(
          LucidArtifactImporter.IMPORTER,
          HeliosImporter.IMPORTER,
          ElasticFlowImporter.IMPORTER,
          CsvImporter.IMPORTER);

  private TraceImporters() {}

  public static List<TraceImporter> all() {
    return ALL;
  }
}
